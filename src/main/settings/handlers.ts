import { os } from '../app/implement.ts'

export const settingsHandlers = {
  get: os.settings.get.handler(({ context }) => context.services.settings.get()),
  set: os.settings.set.handler(({ context, input }) => context.services.settings.set(input)),
}
