import { os } from '../app/implement.ts'

export const conversationHandlers = {
  list: os.conversations.list.handler(({ context, input }) => context.services.conversations.list(input)),
  get: os.conversations.get.handler(({ context, input }) => context.services.conversations.get(input.id)),
  some: os.conversations.some.handler(({ context, input }) => context.services.conversations.some(input)),
  counts: os.conversations.counts.handler(({ context, input }) => context.services.conversations.counts(input)),
  pin: os.conversations.pin.handler(({ context, input }) => context.services.conversations.pin(input.id)),
  unpin: os.conversations.unpin.handler(({ context, input }) => context.services.conversations.unpin(input.id)),
  archive: os.conversations.archive.handler(({ context, input }) => context.services.conversations.archive(input.id)),
  unarchive: os.conversations.unarchive.handler(({ context, input }) => context.services.conversations.unarchive(input)),
  lookUp: os.conversations.lookUp.handler(({ context, input }) => context.services.conversations.lookUp(input)),
  markRead: os.conversations.markRead.handler(({ context, input }) => context.services.conversations.setRead(input.id, true)),
  markUnread: os.conversations.markUnread.handler(({ context, input }) => context.services.conversations.setRead(input.id, false)),
}
