import type { AutomaticKind } from '../../shared/contract/messages.ts'
import { countSegments } from '../../shared/segments/index.ts'
import { touchConversation } from '../conversations/rows.ts'
import { requestKey } from '../messages/enqueue.ts'
import { appendEvent } from '../messages/record-event.ts'
import { newId } from '../store/new-id.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** An automatic text that answers an inbound one. */
export interface AutomaticText {
  kind: Exclude<AutomaticKind, 'missed_call'>
  text: string
  /** The inbound text it answers: each is answered once. */
  inboundId: string
  conversationId: string
  accountId: string
  to: string
  sender: string
  /** Not sent any more after this instant, ms UTC. */
  validUntil: number
  /** ms UTC */
  now: number
}

/**
 * Puts an automatic text into the outbox, where it is a message like any other. Must run inside the transaction that receives the
 * text it answers.
 */
export function queueAutomatic(db: Db, { inboundId, ...answer }: AutomaticText): void {
  const id = newId()
  const { conversationId, accountId, kind, now } = answer
  const added = statement(
    db,
    `INSERT INTO messages (id, automatic, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at,
       request_key, valid_until, created_at)
     VALUES (@id, @kind, @conversationId, @accountId, 'outbound', @to, @sender, @text, @parts, 'queued', @now, @requestKey, @validUntil, @now)
     ON CONFLICT (request_key) DO NOTHING`,
  ).run({ ...answer, id, parts: countSegments(answer.text).segments, requestKey: requestKey(`automatic:${inboundId}`, answer.to) })
  if (added.changes === 0) return
  appendEvent(db, id, { kind: 'queued' }, 'queued', now)
  // That somebody will write is no answer to what the customer asked.
  const by = kind === 'away' || kind === 'help' ? 'stand-in' : 'answer'
  touchConversation(db, { conversationId, messageId: id, accountId, at: now, by })
}
