import { os } from '../app/implement.ts'

export const conversationHandlers = {
  list: os.conversations.list.handler(({ context, input }) => context.services.conversations.list(input)),
  get: os.conversations.get.handler(({ context, input }) => context.services.conversations.get(input.id)),
  lookUp: os.conversations.lookUp.handler(({ context, input }) => context.services.conversations.lookUp(input)),
  markRead: os.conversations.markRead.handler(({ context, input }) => context.services.conversations.setRead(input.id, true)),
  markUnread: os.conversations.markUnread.handler(({ context, input }) => context.services.conversations.setRead(input.id, false)),
}
