import type { Db } from '../../src/main/store/operation.ts'

export const ACCOUNT = '0190a000-0000-7000-8000-00000000000a'

/** A message as it is put into the database, without its having gone through what leads there. */
export interface GivenMessage {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  /** ms UTC. */
  at: number
  text?: string
}

/** An id of which the last part is a number, so that ids follow one another as numbers do. */
export function numberedId(number: number): string {
  return `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** Puts an account, and a conversation with each of these peers, into the database. Answers the conversations' ids. */
export function putConversations(db: Db, peers: readonly string[]): string[] {
  db.prepare(
    `INSERT OR IGNORE INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at)
     VALUES (?, 'Front desk', 'connectel', '{}', 'k', 'active', 1, 1)`,
  ).run(ACCOUNT)
  return peers.map((peer, index) => {
    const id = numberedId(9_000 + index)
    db.prepare(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', 1, 1)`).run(id, peer)
    return id
  })
}

export function putMessages(db: Db, messages: readonly GivenMessage[]): void {
  const insert = db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
     SELECT @id, c.id, '${ACCOUNT}', @direction, c.peer, 'Clinic', @text, 1, @status, @at, @at FROM conversations c WHERE c.id = @conversationId`,
  )
  db.transaction(() => {
    for (const message of messages) {
      insert.run({ text: 'Hello', ...message, status: message.direction === 'inbound' ? 'received' : 'delivered' })
    }
  })()
}
