import { join } from 'node:path'
import Database from 'better-sqlite3'

/** A text that is put into a history. */
export interface GivenText {
  id: string
  direction: 'inbound' | 'outbound'
  text: string
  /** ms UTC. */
  at: number
}

/** An id of which the last part is a number. */
export function numberedId(number: number): string {
  return `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** Puts a conversation into the data of a desk that is not running, as if it had been going on for long. Answers its id. */
export function putHistory(
  dataFolder: string,
  { accountId, peer, texts, unread }: { accountId: string; peer: string; texts: readonly GivenText[]; unread: number },
): string {
  const db = new Database(join(dataFolder, 'desk.sqlite3'))
  const conversationId = numberedId(900_000_000)
  const last = texts.at(-1)
  db.transaction(() => {
    db.prepare(
      `INSERT INTO conversations (id, peer, peer_kind, last_message_id, last_at, unread, created_at) VALUES (?, ?, 'number', ?, ?, ?, 1)`,
    ).run(conversationId, peer, last?.id ?? null, last?.at ?? 1, unread)
    const insert = db.prepare(
      `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, sent_at, created_at)
       VALUES (@id, @conversationId, @accountId, @direction, @to, @from, @text, 1, @status, @at, @sentAt, @at)`,
    )
    for (const text of texts) {
      const inbound = text.direction === 'inbound'
      insert.run({
        ...text,
        conversationId,
        accountId,
        to: inbound ? 'Clinic' : peer,
        from: inbound ? peer : 'Clinic',
        status: inbound ? 'received' : 'delivered',
        sentAt: inbound ? null : text.at,
      })
    }
  })()
  db.close()
  return conversationId
}
