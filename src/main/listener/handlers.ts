import { os } from '../app/implement.ts'

export const hookHandlers = {
  list: os.hooks.list.handler(({ context, input }) => context.services.hookJournal.list(input)),
  get: os.hooks.get.handler(({ context, input }) => context.services.hookJournal.get(input)),
  replay: os.hooks.replay.handler(({ context, input }) => context.services.hookJournal.replay(input)),
  replayUnreadable: os.hooks.replayUnreadable.handler(({ context, input }) => context.services.hookJournal.replayUnreadable(input)),
}
