import { V7Generator } from 'uuidv7'
import { openPeopleTable } from '../../src/main/contacts/person.ts'
import { messageOperations } from '../../src/main/messages/operations.ts'
import { optOut } from '../../src/main/opt-outs/consent.ts'
import { indexBatch } from '../../src/main/search/index-text.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { reduceStatus, type MessageEvent } from '../../src/shared/messages/reducer.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import { countSegments } from '../../src/shared/segments/index.ts'
import { seededRandom } from '../support/random.ts'
import type { History, SeededMessage } from './history.ts'

/** An account the history goes by. */
export interface SeededAccount {
  id: string
  /** What recipients see. */
  sender: string
  /** Number that answers come in on, in E.164. */
  ownNumber: string
}

/** Messages of one transaction. */
const CHUNK = 10_000
/** Messages at the end of a conversation that nobody has read, if they came this shortly before the end of the history. */
const UNREAD_FOR_MS = 36 * 3_600_000
/** Texts left waiting for a time to come, one on each of the following days. */
const SCHEDULED = 12
const DAY_MS = 86_400_000

/** What was written. */
export interface Written {
  contacts: number
  conversations: number
  messages: number
}

/**
 * Writes a history into an empty database that holds its accounts: people, conversations, messages with their events,
 * attempts, references and opt-outs, as the desk would have written them. Calls `onProgress` after each chunk.
 */
export function writeHistory(
  db: Db,
  history: History,
  {
    accounts,
    until,
    seed,
    onProgress,
  }: { accounts: readonly SeededAccount[]; until: number; seed: number; onProgress?: (messages: number) => void },
): Written {
  const ids = createIds(seed)
  // Should the computer stop meanwhile, there is a seed less.
  db.pragma('synchronous = OFF')
  const contacts = writePeople(db, history, ids, until)
  const conversations = new Map<number, Conversation>()
  const writer = createWriter(db, accounts, ids)
  let written = 0
  let chunk: SeededMessage[] = []
  const flush = db.transaction((messages: readonly SeededMessage[]) => {
    for (const message of messages) {
      let conversation = conversations.get(message.peer)
      if (conversation === undefined) {
        conversation = { id: ids(message.at), last: null, at: message.at, unread: 0 }
        conversations.set(message.peer, conversation)
        writer.conversation(conversation, history.peers[message.peer]?.e164 ?? '', message.at)
      }
      conversation.last = writer.message(message, history.peers[message.peer]?.e164 ?? '', conversation.id)
      conversation.at = message.at
      conversation.unread = message.direction === 'inbound' && until - message.at < UNREAD_FOR_MS ? conversation.unread + 1 : 0
    }
    written += messages.length
    onProgress?.(written)
  })
  for (const message of history.messages) {
    chunk.push(message)
    if (chunk.length < CHUNK) continue
    flush(chunk)
    chunk = []
  }
  flush(chunk)
  db.transaction(() => {
    for (const conversation of conversations.values()) writer.touch(conversation)
    schedule(db, history, accounts, until)
  })()
  while (indexBatch(db, CHUNK).isMore);
  db.pragma('synchronous = FULL')
  return { contacts, conversations: conversations.size, messages: written }
}

interface Conversation {
  id: string
  last: string | null
  at: number
  unread: number
}

/** Ids of the time they are said to be of. */
function createIds(seed: number): (at: number) => string {
  const random = seededRandom(seed)
  const generator = new V7Generator({ nextUint32: () => Math.floor(random() * 4_294_967_296) })
  return (at) => generator.generateOrResetWithTs(at).toString()
}

function writePeople(db: Db, { peers }: History, ids: (at: number) => string, until: number): number {
  const people = openPeopleTable(db)
  const known = peers.filter(({ name }) => name !== '')
  const at = until - 4 * 365 * DAY_MS
  for (let start = 0; start < known.length; start += CHUNK) {
    db.transaction(() => {
      for (const { name, company, e164 } of known.slice(start, start + CHUNK)) {
        const person = { name, company, notes: '', fields: {}, numbers: [{ e164, label: 'mobile', extension: '' }] }
        people.insert(ids(at), person, { createdAt: at, updatedAt: at })
      }
    })()
  }
  return known.length
}

function createWriter(db: Db, accounts: readonly SeededAccount[], ids: (at: number) => string) {
  const addConversation = db.prepare(
    `INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (@id, @peer, 'number', @at, @at)`,
  )
  const touch = db.prepare(
    `UPDATE conversations SET last_message_id = @last, last_at = @at, unread = @unread, account_id = m.account_id,
       unanswered = m.direction = 'inbound', failed = m.status IN ('failed', 'undelivered', 'expired', 'unconfirmed')
     FROM messages m WHERE conversations.id = @id AND m.id = @last`,
  )
  const addMessage = db.prepare(
    `INSERT INTO messages (id, kind, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at,
       error_code, error_message, left_unconfirmed, created_at, sent_at)
     VALUES (@id, @kind, @conversationId, @accountId, @direction, @recipient, @sender, @text, @parts, @status, @statusAt,
       @errorCode, @errorMessage, @left, @at, @sentAt)`,
  )
  const addEvent = db.prepare('INSERT INTO message_events (message_id, sequence, at, kind, status, data) VALUES (?, ?, ?, ?, ?, ?)')
  const addAttempt = db.prepare(
    `INSERT INTO attempts (id, message_id, account_id, number, started_at, finished_at, outcome, code, detail, request, response)
     VALUES (@id, @messageId, @accountId, 1, @startedAt, @finishedAt, @outcome, @code, @detail, @request, @response)`,
  )
  const addRef = db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)')

  function attempt(messageId: string, accountId: string, started: number, { event, at }: { event: MessageEvent; at: number }): void {
    const problem = 'code' in event ? event : null
    addAttempt.run({
      id: ids(started),
      messageId,
      accountId,
      startedAt: started,
      finishedAt: at,
      outcome: event.kind === 'accepted' ? 'accepted' : event.kind === 'refused' ? 'not_accepted_permanent' : 'unknown',
      code: problem?.code ?? null,
      detail: problem?.message ?? null,
      request: '{"method":"POST","path":"/messages","body":"(text not kept)"}',
      response: event.kind === 'accepted' ? `{"status":202,"id":"${event.refs[0] ?? ''}"}` : null,
    })
    if (event.kind === 'accepted') for (const ref of event.refs) addRef.run(accountId, ref, messageId)
  }

  return {
    conversation: ({ id }: Conversation, peer: string, at: number) => void addConversation.run({ id, peer, at }),
    touch: (conversation: Conversation) => void touch.run(conversation),
    /** @returns the message's id */
    message(message: SeededMessage, peer: string, conversationId: string): string {
      const account = accounts[message.account] ?? accounts[0]
      if (account === undefined) throw new Error('a history needs an account')
      const id = ids(message.at)
      const events = withStatuses(message)
      const last = events.at(-1)
      const problem = events.map(({ event }) => event).find((event) => event.kind === 'refused' || event.kind === 'outcome_unknown')
      const undelivered = events.map(({ event }) => event).find((event) => event.kind === 'receipt' && event.status === 'undelivered')
      const inbound = message.direction === 'inbound'
      addMessage.run({
        id,
        kind: message.kind,
        conversationId,
        accountId: account.id,
        direction: message.direction,
        recipient: inbound ? account.ownNumber : peer,
        sender: inbound ? peer : account.sender,
        text: message.text,
        parts: countSegments(message.text).segments,
        status: last?.status,
        statusAt: events.findLast(({ moved }) => moved)?.at ?? message.at,
        errorCode: problem !== undefined && 'code' in problem ? problem.code : undelivered === undefined ? null : 'undelivered',
        errorMessage:
          problem !== undefined && 'message' in problem ? problem.message : undelivered?.kind === 'receipt' ? undelivered.detail : null,
        left: events.some(({ event }) => event.kind === 'settled') ? 1 : 0,
        at: message.at,
        sentAt: events.find(({ event }) => event.kind === 'accepted')?.at ?? null,
      })
      for (const [index, { event, at, status }] of events.entries()) {
        const { kind, ...data } = event
        addEvent.run(id, index + 1, at, kind, status, JSON.stringify(data))
      }
      const outcome = events.find(({ event }) => event.kind === 'accepted' || event.kind === 'refused' || event.kind === 'outcome_unknown')
      const claimed = events.find(({ event }) => event.kind === 'claimed')
      if (claimed !== undefined && outcome !== undefined) attempt(id, account.id, claimed.at, outcome)
      if (inbound && message.text === 'STOP') {
        optOut(db, { e164: peer, source: 'reply', evidence: message.text, messageId: id, at: message.at }, message.at)
      }
      return id
    },
  }
}

/** The events with their times and what the message was after each, by the desk's own rules. */
function withStatuses({
  direction,
  at,
  events,
}: SeededMessage): { event: MessageEvent; at: number; status: MessageStatus; moved: boolean }[] {
  let status: MessageStatus = direction === 'inbound' ? 'received' : 'queued'
  return events.map(({ event, afterMs }, index) => {
    const before = status
    status = reduceStatus(status, event)
    return { event, at: at + afterMs, status, moved: index === 0 || status !== before }
  })
}

/** Texts that wait for their time. */
function schedule(db: Db, { peers }: History, [account]: readonly SeededAccount[], until: number): void {
  if (account === undefined) return
  for (const [index, { e164 }] of peers.slice(0, SCHEDULED).entries()) {
    const text = 'Reminder: your appointment is tomorrow at 9:30.'
    const items = [{ to: e164, text, parts: 1, requestKey: `seed:${index}` }]
    if (db.prepare('SELECT 1 FROM opt_outs WHERE e164 = ?').get(e164) !== undefined) continue
    messageOperations.enqueue(db, {
      accountId: account.id,
      sender: account.sender,
      items,
      scheduledAt: until + (index + 1) * DAY_MS,
      now: until,
    })
  }
}
