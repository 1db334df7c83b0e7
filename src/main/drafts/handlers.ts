import { os } from '../app/implement.ts'

export const draftHandlers = {
  get: os.drafts.get.handler(({ context, input }) => context.services.drafts.get(input.key)),
  save: os.drafts.save.handler(({ context, input }) => context.services.drafts.save(input)),
}
