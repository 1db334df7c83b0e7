import { os } from '../app/implement.ts'

export const groupHandlers = {
  list: os.groups.list.handler(({ context }) => context.services.groups.list(undefined)),
  create: os.groups.create.handler(({ context, input }) => context.services.groups.create(input)),
  update: os.groups.update.handler(({ context, input }) => context.services.groups.update(input)),
  remove: os.groups.remove.handler(({ context, input }) => context.services.groups.remove(input)),
  count: os.groups.count.handler(({ context, input }) => context.services.groups.count(input)),
  addMembers: os.groups.addMembers.handler(({ context, input }) => context.services.groups.addMembers(input)),
  removeMembers: os.groups.removeMembers.handler(({ context, input }) => context.services.groups.removeMembers(input)),
  ofContact: os.groups.ofContact.handler(({ context, input }) => context.services.groups.ofContact(input)),
}
