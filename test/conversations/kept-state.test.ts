import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { conversationOperations } from '../../src/main/conversations/operations.ts'
import { labelOperations } from '../../src/main/labels/operations.ts'
import { receiveMissedCall } from '../../src/main/listener/missed-calls.ts'
import { messageOperations } from '../../src/main/messages/operations.ts'
import { recordEvent } from '../../src/main/messages/record-event.ts'
import { receiveInbound } from '../../src/main/messages/transitions.ts'
import { moveOperations } from '../../src/main/outbox/move-operations.ts'
import { recordOutcomes } from '../../src/main/outbox/record-outcome.ts'
import { queueAutomatic } from '../../src/main/replies/queue-automatic.ts'
import { newId } from '../../src/main/store/new-id.ts'
import type { Db } from '../../src/main/store/operation.ts'
import type { Conversation, ListedBy } from '../../src/shared/contract/conversations.ts'
import { conversationFilter } from '../../src/shared/contract/conversations.ts'
import { byPlace, isListed } from '../../src/shared/conversations/lists.ts'
import type { MessageEvent } from '../../src/shared/messages/reducer.ts'
import { listDatabase } from './list-desk.ts'

const ACCOUNTS = ['a', 'b']
const PEERS = ['+46701740605', '+46701740606', '+46701740607', '+12025550143']
const LABELS = [newId(), newId(), newId()]

/** One thing that happens; `pick` chooses what it happens to among what is there. */
interface Step {
  what: (typeof HAPPENINGS)[number]
  pick: number
  peer: string
  account: string
  label: number
  /** Whether time goes on before it: things may happen in one millisecond. */
  later: boolean
}

const HAPPENINGS = [
  'inbound',
  'missed call',
  'clerk',
  'bulk',
  'away',
  'opted out',
  'claimed',
  'accepted',
  'refused',
  'unknown',
  'delivered',
  'undelivered',
  'retried',
  'cancelled',
  'moved',
  'failed over',
  'archive',
  'unarchive',
  'pin',
  'unpin',
  'read',
  'unread',
  'label',
  'unlabel',
  'label removed',
] as const

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...HAPPENINGS),
  pick: fc.nat(1_000),
  peer: fc.constantFrom(...PEERS),
  account: fc.constantFrom(...ACCOUNTS),
  label: fc.nat(LABELS.length - 1),
  later: fc.boolean(),
})

const CLAIMED: MessageEvent = { kind: 'claimed', attempt: 1 }
const ACCEPTED: MessageEvent = { kind: 'accepted', refs: [] }

/** What becomes of a text, each from wherever it is: many a step leads there at once, so that bad ends are no rare thing. */
const EVENTS: Partial<Record<Step['what'], readonly MessageEvent[]>> = {
  claimed: [CLAIMED],
  accepted: [CLAIMED, ACCEPTED],
  refused: [CLAIMED, { kind: 'refused', code: 'no', message: 'No.' }],
  unknown: [CLAIMED, { kind: 'outcome_unknown', code: 'timeout', message: 'No answer.' }],
  delivered: [{ kind: 'receipt', status: 'delivered', rawStatus: 'DELIVRD', ref: 'r', detail: null }],
  undelivered: [CLAIMED, ACCEPTED, { kind: 'receipt', status: 'undelivered', rawStatus: 'UNDELIV', ref: 'r', detail: null }],
  retried: [{ kind: 'retried' }],
  cancelled: [{ kind: 'cancelled' }],
}

function happen(db: Db, { what, pick, peer, account, label }: Step, now: number): void {
  const idOf = (sql: string): string | undefined => {
    const ids = db.prepare<[], string>(sql).pluck().all()
    return ids[pick % Math.max(1, ids.length)]
  }
  // Half of what happens, happens to the last message of a conversation.
  const message =
    pick % 2 === 0
      ? idOf(`SELECT m.id FROM conversations c JOIN messages m ON m.id = c.last_message_id WHERE m.direction = 'outbound' ORDER BY m.id`)
      : idOf(`SELECT id FROM messages WHERE direction = 'outbound' ORDER BY id`)
  const conversation = idOf('SELECT id FROM conversations ORDER BY id')
  const events = EVENTS[what]
  if (events !== undefined) {
    if (message !== undefined) for (const event of events) recordEvent(db, message, event, now)
    return
  }
  const other = account === 'a' ? 'b' : 'a'
  switch (what) {
    case 'inbound':
      receiveInbound(db, {
        accountId: account,
        reading: { key: `${now} ${pick}`, from: peer, to: '1', text: 'Hello' },
        defaultCountry: 'SE',
        at: now,
      })
      return
    case 'missed call':
      receiveMissedCall(db, {
        accountId: account,
        reading: { key: `${now} ${pick}`, from: peer, to: '1', at: null },
        defaultCountry: 'SE',
        at: now,
      })
      return
    case 'clerk':
    case 'bulk':
      messageOperations.enqueue(db, {
        accountId: account,
        sender: 'Clinic',
        items: [{ to: peer, text: 'Hello', parts: 1, requestKey: newId() }],
        priority: what === 'bulk' ? 'bulk' : 'reply',
        scheduledAt: null,
        now,
      })
      return
    case 'away':
    case 'opted out':
      if (conversation === undefined) return
      queueAutomatic(db, {
        kind: what === 'away' ? 'away' : 'opt_out',
        text: 'We are closed.',
        inboundId: newId(),
        conversationId: conversation,
        accountId: account,
        to: peer,
        sender: 'Clinic',
        validUntil: now + 1,
        now,
      })
      return
    case 'moved':
      if (message !== undefined) moveOperations.move(db, { ids: [message], fromAccountId: account, toAccountId: other, sender: 'X', now })
      return
    case 'failed over':
      if (message !== undefined) failOver(db, message, now)
      return
    case 'archive':
      if (conversation !== undefined) conversationOperations.archive(db, { id: conversation })
      return
    case 'unarchive':
      if (conversation !== undefined) {
        conversationOperations.unarchive(db, { id: conversation, was: pick % 2 === 0 ? null : { unread: 2, pinnedAt: now } })
      }
      return
    case 'pin':
      if (conversation !== undefined) conversationOperations.pin(db, { id: conversation, now })
      return
    case 'unpin':
      if (conversation !== undefined) conversationOperations.unpin(db, { id: conversation })
      return
    case 'read':
    case 'unread':
      if (conversation !== undefined) conversationOperations.setRead(db, { id: conversation, read: what === 'read' })
      return
    case 'label':
    case 'unlabel':
      if (conversation !== undefined) {
        labelOperations.set(db, { labelId: LABELS[label] ?? '', conversationId: conversation, on: what === 'label' })
      }
      return
    case 'label removed':
      if (pick % 5 === 0) labelOperations.remove(db, { id: LABELS[label] ?? '' })
  }
}

/** A text that its account does definitely not take goes by the other one. */
function failOver(db: Db, messageId: string, now: number): void {
  if (recordEvent(db, messageId, CLAIMED, now).status !== 'sending') return
  const claimed = db
    .prepare<[string], { id: string; account: string; conversation: string }>(
      'SELECT id, account_id AS account, conversation_id AS conversation FROM messages WHERE id = ?',
    )
    .get(messageId)
  if (claimed === undefined) return
  db.prepare('INSERT OR IGNORE INTO attempts (id, message_id, account_id, number, started_at) VALUES (?, ?, ?, 1, ?)').run(
    newId(),
    claimed.id,
    claimed.account,
    now,
  )
  recordOutcomes(db, [
    {
      attempt: 1,
      messageId: claimed.id,
      conversationId: claimed.conversation,
      accountId: claimed.account,
      at: now,
      outcome: 'not_accepted_permanent',
      code: 'no',
      detail: null,
      request: '',
      response: null,
      refs: [],
      call: null,
      disposition: { kind: 'refused' },
      standIns: [{ accountId: claimed.account === 'a' ? 'b' : 'a', sender: 'X' }],
    },
  ])
}

/** What is kept of each conversation, beside the same worked out from its last message and its labels. */
const KEPT_AND_WORKED_OUT = `
  SELECT c.peer, c.account_id AS account, l.account_id AS realAccount, c.failed,
    coalesce(l.status IN ('failed', 'undelivered', 'expired', 'unconfirmed'), 0) AS realFailed, c.unanswered,
    coalesce(l.direction = 'inbound' OR coalesce(l.automatic IN ('away', 'help'), 0), 0) AS realUnanswered,
    c.labelled, (SELECT count(*) FROM conversation_labels k WHERE k.conversation_id = c.id) AS realLabelled
  FROM conversations c LEFT JOIN messages l ON l.id = c.last_message_id ORDER BY c.peer`

type Kept = Record<'account' | 'failed' | 'unanswered' | 'labelled', unknown>

function expectKeptStateIsTrue(db: Db): void {
  for (const row of db.prepare<[], Kept & Record<`real${Capitalize<keyof Kept>}`, unknown> & { peer: string }>(KEPT_AND_WORKED_OUT).all()) {
    const { peer, account, failed, unanswered, labelled } = row
    expect({ peer, account, failed, unanswered, labelled }).toEqual({
      peer,
      account: row.realAccount,
      failed: row.realFailed,
      unanswered: row.realUnanswered,
      labelled: row.realLabelled,
    })
  }
  expect(db.prepare('SELECT id, conversations AS n FROM labels ORDER BY id').all()).toEqual(
    db.prepare('SELECT id, (SELECT count(*) FROM conversation_labels k WHERE k.label_id = b.id) AS n FROM labels b ORDER BY id').all(),
  )
}

/** Every filter, alone, with a label, with an account, and with both. */
const LISTS: readonly ListedBy[] = conversationFilter.options.flatMap((filter) =>
  [undefined, ...LABELS].flatMap((labelId) => [undefined, ...ACCOUNTS].map((accountId) => ({ filter, labelId, accountId }))),
)

/** All pages of a list, as a window reads them. */
function pagesOf(db: Db, by: ListedBy): Conversation[] {
  const found: Conversation[] = []
  let before: string | null = null
  do {
    const page: { conversations: Conversation[]; next: string | null } = conversationOperations.list(db, { ...by, before, limit: 1 })
    found.push(...page.conversations)
    before = page.next
  } while (before !== null)
  return found
}

test('after any history every list has just what a look at all conversations finds, in the same order', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (history) => {
      const db = listDatabase(ACCOUNTS)
      for (const [index, id] of LABELS.entries()) labelOperations.create(db, { id, name: `Label ${index}`, colour: 'blue', now: 1 })
      let now = 1_000
      for (const each of history) {
        if (each.later) now += 1
        happen(db, each, now)
      }
      expectKeptStateIsTrue(db)
      const ids = db.prepare<[], string>('SELECT id FROM conversations').pluck().all()
      const all = ids.length === 0 ? [] : conversationOperations.some(db, { ids })
      const removed = new Set(db.prepare<[], string>('SELECT id FROM labels WHERE removing = 1').pluck().all())
      for (const by of LISTS) {
        // A label that is being removed is asked for by nobody.
        if (by.labelId !== undefined && removed.has(by.labelId)) continue
        const wanted = all.filter((one) => isListed(one, by)).sort(byPlace)
        expect(
          pagesOf(db, by).map(({ id }) => id),
          JSON.stringify(by),
        ).toEqual(wanted.map(({ id }) => id))
        const { filter } = by
        if (filter === 'unread' || filter === 'unanswered' || filter === 'failed') {
          expect(conversationOperations.counts(db, by)[filter]).toBe(wanted.length)
        }
      }
      db.close()
    }),
    { numRuns: 300 },
  )
})
