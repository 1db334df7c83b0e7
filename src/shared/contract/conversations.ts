import * as z from 'zod'
import { operation } from './base.ts'
import { contact } from './contacts.ts'
import { message } from './messages.ts'
import { count, cursor, id, instant, pageSize, rawNumber } from './primitives.ts'

export const conversation = z.object({
  id,
  /** The other side: a number in E.164, a short code, or an alphanumeric sender. */
  peer: z.string(),
  peerKind: z.enum(['number', 'short_code', 'alphanumeric']),
  /** Name of the person the number belongs to, if there is one. */
  name: z.string().nullable(),
  contactId: id.nullable(),
  unread: count,
  lastAt: instant,
  lastMessage: message
    .pick({ id: true, kind: true, direction: true, automatic: true, text: true, status: true })
    .extend({
      /** What a queued one waits for, where that is more than its turn. */
      waitsFor: z.enum(['its_time', 'quiet_hours', 'blockout', 'a_person']).nullable(),
      /** It was not sent, because the time after which it makes no sense had passed. */
      lapsed: z.boolean(),
    })
    .nullable(),
})
export type Conversation = z.infer<typeof conversation>

export const conversationsContract = {
  /** Latest activity first. */
  list: operation
    .input(
      z.object({
        filter: z.enum(['all', 'unread', 'unanswered', 'failed']),
        before: cursor.optional(),
        limit: pageSize,
      }),
    )
    .output(z.object({ conversations: z.array(conversation), next: cursor.nullable() })),
  get: operation.input(z.object({ id })).output(conversation.extend({ contact: contact.nullable() })),
  /** What is known of a number before anything was said: who it is, and the conversation if there is one. */
  lookUp: operation
    .input(z.object({ number: rawNumber }))
    .output(z.object({ e164: z.string(), conversationId: id.nullable(), contact: contact.nullable() })),
  markRead: operation.input(z.object({ id })).output(z.object({ unread: count })),
  markUnread: operation.input(z.object({ id })).output(z.object({ unread: count })),
}
