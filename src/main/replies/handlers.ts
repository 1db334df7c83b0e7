import { os } from '../app/implement.ts'

export const replyHandlers = {
  away: os.replies.away.handler(({ context }) => context.services.replies.away()),
  setAway: os.replies.setAway.handler(({ context, input }) => context.services.replies.setAway(input)),
}
