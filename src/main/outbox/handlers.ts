import { os } from '../app/implement.ts'

export const outboxHandlers = {
  overview: os.outbox.overview.handler(({ context }) => context.services.outboxLists.overview()),
  list: os.outbox.list.handler(({ context, input }) => context.services.outboxLists.list(input)),
  cancel: os.outbox.cancel.handler(({ context, input }) => context.services.outboxLists.cancel(input)),
  cancelAll: os.outbox.cancelAll.handler(({ context, input }) => context.services.outboxLists.cancelAll(input)),
  retryFailed: os.outbox.retryFailed.handler(({ context, input }) => context.services.outboxLists.retryFailed(input)),
  sendNow: os.outbox.sendNow.handler(({ context, input }) => context.services.outboxLists.sendNow(input)),
  settle: os.outbox.settle.handler(({ context, input }) => context.services.outboxLists.settle(input)),
  askAboutUnconfirmed: os.outbox.askAboutUnconfirmed.handler(({ context }) => context.services.outboxLists.askAboutUnconfirmed()),
  moveWaiting: os.outbox.moveWaiting.handler(({ context, input }) => context.services.outboxLists.moveWaiting(input)),
}
