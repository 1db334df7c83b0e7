import { os } from '../app/implement.ts'

export const labelHandlers = {
  list: os.labels.list.handler(({ context }) => context.services.labels.list()),
  create: os.labels.create.handler(({ context, input }) => context.services.labels.create(input)),
  update: os.labels.update.handler(({ context, input }) => context.services.labels.update(input)),
  move: os.labels.move.handler(({ context, input }) => context.services.labels.move(input)),
  remove: os.labels.remove.handler(({ context, input }) => context.services.labels.remove(input)),
  set: os.labels.set.handler(({ context, input }) => context.services.labels.set(input)),
}
