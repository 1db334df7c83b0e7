import { os } from '../app/implement.ts'

export const accountHandlers = {
  providers: os.accounts.providers.handler(({ context }) => context.services.accounts.providers()),
  list: os.accounts.list.handler(({ context }) => context.services.accounts.list()),
  get: os.accounts.get.handler(({ context, input }) => context.services.accounts.get(input.id)),
  add: os.accounts.add.handler(({ context, input }) => context.services.accounts.add(input)),
  update: os.accounts.update.handler(({ context, input }) => context.services.accounts.update(input)),
  setSecret: os.accounts.setSecret.handler(({ context, input }) => context.services.accounts.setSecret(input)),
  remove: os.accounts.remove.handler(async ({ context, input }) => {
    await context.services.accounts.remove(input.id)
    return { removed: true as const }
  }),
  test: os.accounts.test.handler(({ context, input }) => context.services.accounts.test(input.id)),
  check: os.accounts.check.handler(({ context, input }) => context.services.accounts.check(input)),
  callReplies: os.accounts.callReplies.handler(({ context, input }) => context.services.accounts.callReplies(input.id)),
  setCallReply: os.accounts.setCallReply.handler(({ context, input }) => context.services.accounts.setCallReply(input)),
  setRate: os.accounts.setRate.handler(({ context, input }) => context.services.accounts.setRate(input)),
  unreachable: os.accounts.unreachable.handler(({ context, input }) => context.services.accounts.unreachable(input)),
  pause: os.accounts.pause.handler(({ context, input }) => context.services.accounts.pause(input.id)),
  resume: os.accounts.resume.handler(({ context, input }) => context.services.accounts.resume(input.id)),
}
