import { os } from '../app/implement.ts'

export const hookHandlers = {
  list: os.hooks.list.handler(({ context, input }) => context.services.hookJournal.list(input)),
  get: os.hooks.get.handler(({ context, input }) => context.services.hookJournal.get(input)),
  replay: os.hooks.replay.handler(({ context, input }) => context.services.hookJournal.replay(input)),
  replayUnreadable: os.hooks.replayUnreadable.handler(({ context, input }) => context.services.hookJournal.replayUnreadable(input)),
}

export const listenerHandlers = {
  get: os.listener.get.handler(({ context }) => context.services.listenerScreen.view()),
  setPort: os.listener.setPort.handler(async ({ context: { services }, input }) => {
    await services.listenerScreen.setPort(input.port)
    return services.listenerScreen.view()
  }),
  setTunnel: os.listener.setTunnel.handler(async ({ context: { services }, input }) => {
    await services.tunnel.choose(input.choice)
    return services.listenerScreen.view()
  }),
  setTunnelToken: os.listener.setTunnelToken.handler(async ({ context: { services }, input }) => {
    await services.tunnel.setToken(input.kind, input.value)
    return services.listenerScreen.view()
  }),
  startTunnel: os.listener.startTunnel.handler(async ({ context: { services } }) => {
    await services.tunnel.start()
    return services.listenerScreen.view()
  }),
  stopTunnel: os.listener.stopTunnel.handler(async ({ context: { services } }) => {
    await services.tunnel.stop()
    return services.listenerScreen.view()
  }),
  selfTest: os.listener.selfTest.handler(({ context }) => context.services.listenerScreen.selfTest()),
  confirmPasted: os.listener.confirmPasted.handler(async ({ context: { services }, input }) => {
    await services.listenerScreen.confirmPasted(input.accountId)
    return services.listenerScreen.view()
  }),
  enterAddress: os.listener.enterAddress.handler(async ({ context: { services }, input }) => {
    await services.listenerScreen.enterAddress(input.accountId)
    return services.listenerScreen.view()
  }),
}
