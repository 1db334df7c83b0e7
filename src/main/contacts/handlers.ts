import { os } from '../app/implement.ts'

export const contactHandlers = {
  list: os.contacts.list.handler(({ context, input }) => context.services.contacts.list(input)),
  get: os.contacts.get.handler(({ context, input }) => context.services.contacts.get(input.id)),
  create: os.contacts.create.handler(({ context, input }) => context.services.contacts.create(input)),
  update: os.contacts.update.handler(({ context, input }) => context.services.contacts.update(input)),
  remove: os.contacts.remove.handler(async ({ context, input }) => ({ removed: await context.services.contacts.remove(input.ids) })),
  exportCsv: os.contacts.exportCsv.handler(({ context, input }) => context.services.contacts.exportCsv(input)),
}
