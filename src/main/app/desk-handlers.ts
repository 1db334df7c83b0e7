import { host, os } from './implement.ts'

export const deskHandlers = {
  startup: host.desk.startup.handler(({ context }) => ({ problem: context.app.startupProblem() })),
  resolveStartup: host.desk.resolveStartup.handler(async ({ context, input }) => ({
    problem: await context.app.resolveStartup(input),
  })),
  status: os.desk.status.handler(({ context }) => context.app.status()),
  events: host.desk.events.handler(({ context, signal }) => context.app.events.iterate(signal)),
  useVault: os.desk.useVault.handler(async ({ context, input }) => {
    await context.app.useVault(input.passphrase)
    return context.app.status()
  }),
}
