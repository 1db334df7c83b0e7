import { uuidv7 } from 'uuidv7'
import { type SearchAnswer, searchOperations, type SearchQuestion } from '../../src/main/search/operations.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { statement } from '../../src/main/store/statement.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import { openTestDesk } from '../support/open-store.ts'

export const MAJA = '+46701740605'
export const KARL = '+46701740606'
export const DAY = 86_400_000
export const NOW = Date.UTC(2026, 10, 20, 9)
export const CALLING_CODES = ['+46', '+1', '+91', '+31']

/** A message as a test wants it. */
export interface Given {
  text: string
  peer?: string
  direction?: 'inbound' | 'outbound'
  status?: MessageStatus
  accountId?: string
  at?: number
}

/** A database with the accounts `a` and `b`, and what a search of it finds. */
export async function givenTexts() {
  const { db, store } = await openTestDesk()
  for (const id of ['a', 'b']) {
    db.prepare(
      `INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at) VALUES (?, ?, 'test', '{}', ?, 'active', 1, 1)`,
    ).run(id, `Account ${id}`, id)
  }
  return {
    db,
    store,
    put: (...given: readonly (Given | string)[]) => given.map((each) => put(db, typeof each === 'string' ? { text: each } : each)),
    indexAll: () => indexAll(db),
    ask: (typed: string, about: Partial<SearchQuestion> = {}): SearchAnswer =>
      searchOperations.find(db, { ...EVERYTHING, ...about, typed }),
    /** Texts of all pages, in order. */
    texts(typed: string, about: Partial<SearchQuestion> = {}): string[] {
      const found: string[] = []
      for (let before: number | null = null; ;) {
        const page: SearchAnswer = searchOperations.find(db, { ...EVERYTHING, ...about, typed, beforeMessage: before })
        found.push(...page.messages.map(({ message }) => message.text))
        if (page.nextMessage === null) return found
        before = page.nextMessage
      }
    },
  }
}

const EVERYTHING: Omit<SearchQuestion, 'typed'> = {
  callingCodes: CALLING_CODES,
  kinds: { messages: true, notes: true, conversations: true },
  contactId: null,
  conversationId: null,
  statuses: null,
  direction: null,
  accountId: null,
  from: null,
  until: null,
  beforeMessage: null,
  beforeNote: null,
  messageLimit: 50,
  noteLimit: 50,
}

/** Brings the index up to date, as the desk does beside everything else. */
export function indexAll(db: Db): void {
  while (searchOperations.index(db).isMore);
}

/** The id of the conversation with a peer, which is made where it is not there. */
export function conversationWith(db: Db, peer: string): string {
  const kind = peer.startsWith('+') ? 'number' : 'alphanumeric'
  statement(db, 'INSERT OR IGNORE INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, ?, 1, 1)').run(
    uuidv7(),
    peer,
    kind,
  )
  return statement<[string], { id: string }>(db, 'SELECT id FROM conversations WHERE peer = ?').get(peer)?.id ?? ''
}

function put(db: Db, { text, peer = MAJA, direction = 'outbound', status, accountId = 'a', at = NOW }: Given): string {
  const id = uuidv7()
  statement(
    db,
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
     VALUES (@id, @conversation, @accountId, @direction, @peer, 'Clinic', @text, 1, @status, @at, @at)`,
  ).run({
    id,
    conversation: conversationWith(db, peer),
    accountId,
    direction,
    peer,
    text,
    status: direction === 'inbound' ? 'received' : (status ?? 'delivered'),
    at,
  })
  return id
}
