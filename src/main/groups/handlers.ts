import { os } from '../app/implement.ts'

export const groupHandlers = {
  list: os.groups.list.handler(({ context }) => context.services.groups.list()),
  create: os.groups.create.handler(({ context, input }) => context.services.groups.create(input)),
  update: os.groups.update.handler(({ context, input }) => context.services.groups.update(input)),
  remove: os.groups.remove.handler(({ context, input }) => context.services.groups.remove(input)),
  count: os.groups.count.handler(({ context, input, signal }) => context.services.groups.count(input, signal)),
  addMembers: os.groups.addMembers.handler(({ context, input }) => context.services.groups.addMembers(input)),
  undoAddMembers: os.groups.undoAddMembers.handler(({ context, input }) => context.services.groups.undoAddMembers(input)),
  removeMembers: os.groups.removeMembers.handler(({ context, input }) => context.services.groups.removeMembers(input)),
  ofContact: os.groups.ofContact.handler(({ context, input }) => context.services.groups.ofContact(input)),
}
