import { os } from '../app/implement.ts'

export const contactHandlers = {
  list: os.contacts.list.handler(({ context, input }) => context.services.contacts.list(input)),
  get: os.contacts.get.handler(({ context, input }) => context.services.contacts.get(input.id)),
  create: os.contacts.create.handler(({ context, input }) => context.services.contacts.create(input)),
  update: os.contacts.update.handler(({ context, input }) => context.services.contacts.update(input)),
  place: os.contacts.place.handler(({ context, input }) => context.services.contacts.place(input)),
  merge: os.contacts.merge.handler(({ context, input }) => context.services.contacts.merge(input)),
  remove: os.contacts.remove.handler(({ context, input }) => context.services.contacts.remove(input)),
  undoRemoval: os.contacts.undoRemoval.handler(({ context, input }) => context.services.contacts.undoRemoval(input)),
  fieldNames: os.contacts.fieldNames.handler(({ context }) => context.services.contacts.fieldNames()),
  exportFile: os.contacts.exportFile.handler(({ context, input }) => context.services.contacts.exportFile(input)),
}
