import { os } from '../app/implement.ts'

export const messageHandlers = {
  send: os.messages.send.handler(({ context, input }) => context.services.messages.send(input)),
  callWithCode: os.messages.callWithCode.handler(({ context, input }) => context.services.messages.callWithCode(input)),
  list: os.messages.list.handler(({ context, input }) => context.services.messages.list(input)),
  get: os.messages.get.handler(({ context, input }) => context.services.messages.get(input.id)),
  cancel: os.messages.cancel.handler(({ context, input }) => context.services.messages.cancel(input.id)),
  retry: os.messages.retry.handler(({ context, input }) => context.services.messages.retry(input.id)),
  settle: os.messages.settle.handler(({ context, input }) => context.services.messages.settle(input)),
  sendNow: os.messages.sendNow.handler(({ context, input }) => context.services.messages.sendNow(input)),
  reschedule: os.messages.reschedule.handler(({ context, input }) => context.services.messages.reschedule(input)),
  refresh: os.messages.refresh.handler(({ context, input }) => context.services.messages.refresh(input.id)),
}
