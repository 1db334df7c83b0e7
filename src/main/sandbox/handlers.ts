import { os } from '../app/implement.ts'

export const sandboxHandlers = {
  get: os.sandbox.get.handler(({ context }) => ({
    behaviour: context.services.sandbox.behaviour(),
    address: context.services.sandbox.address,
    protocols: context.services.sandbox.protocols(),
  })),
  setBehaviour: os.sandbox.setBehaviour.handler(({ context, input }) => context.services.sandbox.setBehaviour(input)),
  start: os.sandbox.start.handler(({ context, input }) => context.services.sandbox.start(input)),
  reply: os.sandbox.reply.handler(({ context, input }) => context.services.sandbox.reply(input)),
  missedCall: os.sandbox.missedCall.handler(({ context, input }) => context.services.sandbox.missedCall(input)),
}
