import { os } from '../app/implement.ts'

export const noteHandlers = {
  list: os.notes.list.handler(({ context, input }) => context.services.notes.list(input)),
  add: os.notes.add.handler(({ context, input }) => context.services.notes.add(input)),
  edit: os.notes.edit.handler(({ context, input }) => context.services.notes.edit(input)),
  remove: os.notes.remove.handler(({ context, input }) => context.services.notes.remove(input.id)),
  restore: os.notes.restore.handler(({ context, input }) => context.services.notes.restore(input)),
}
