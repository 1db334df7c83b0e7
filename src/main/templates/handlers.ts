import { os } from '../app/implement.ts'

export const templateHandlers = {
  list: os.templates.list.handler(({ context, input }) => context.services.templates.list(input)),
  create: os.templates.create.handler(({ context, input }) => context.services.templates.create(input)),
  update: os.templates.update.handler(({ context, input }) => context.services.templates.update(input)),
  duplicate: os.templates.duplicate.handler(({ context, input }) => context.services.templates.duplicate(input)),
  remove: os.templates.remove.handler(({ context, input }) => context.services.templates.remove(input)),
  undoRemove: os.templates.undoRemove.handler(({ context, input }) => context.services.templates.undoRemove(input)),
  people: os.templates.people.handler(({ context, input }) => context.services.templates.people(input)),
}
