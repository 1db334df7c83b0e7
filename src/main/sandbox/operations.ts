import { uuidv7 } from 'uuidv7'
import type { MessageEvent } from '../../shared/messages/reducer.ts'
import { countSegments } from '../../shared/segments/index.ts'
import { openPeopleTable } from '../contacts/person.ts'
import { messageOperations } from '../messages/operations.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { applyReceipt, receiveInbound } from '../messages/transitions.ts'
import type { Db } from '../store/operation.ts'
import type { SampleConversation, SampleText } from './samples.ts'
import { SAMPLE_TEMPLATES } from './sample-templates.ts'
import { SAMPLE_CONVERSATIONS, SAMPLE_PEOPLE } from './samples.ts'
import { templateOperations } from '../templates/operations.ts'

/** Marks the request keys of sample texts, so that they are never made twice. */
const SAMPLE_KEY = 'sample:'

/** How the status words of the carrier read in a sample report. */
const RAW_STATUS: Readonly<Record<string, string>> = {
  delivered: 'DELIVRD',
  expired: 'EXPIRED',
  undelivered: 'UNDELIV',
  rejected: 'REJECTD',
}

const MINUTE_MS = 60_000

/** What samples are made for. */
export interface SampleInput {
  accountId: string
  /** What the account's recipients see. */
  sender: string
  /** The business's own number, which sample replies come in on. */
  ownNumber: string
  defaultCountry: string
  /** Ms since 1970 UTC. */
  now: number
}

export const sandboxOperations = {
  /** Puts sample people, conversations and templates in, unless any sample is there already. All or nothing. */
  addSamples(db: Db, input: SampleInput): { added: boolean } {
    return db
      .transaction(() => {
        if (hasSamples(db)) return { added: false }
        for (const person of SAMPLE_PEOPLE) insertPerson(db, person, input.now)
        // One whose name is taken is left out.
        for (const template of SAMPLE_TEMPLATES) templateOperations.create(db, { ...template, id: uuidv7(), now: input.now })
        let number = 0
        for (const conversation of SAMPLE_CONVERSATIONS) {
          let conversationId: string | null = null
          for (const text of conversation.texts) {
            number += 1
            conversationId = insertText(db, { ...input, conversation, text, key: `${SAMPLE_KEY}${number}` })
          }
          if (!conversation.unread) db.prepare('UPDATE conversations SET unread = 0 WHERE id = ?').run(conversationId)
        }
        return { added: true }
      })
      .immediate()
  },
}

function hasSamples(db: Db): boolean {
  const people = db.prepare(`SELECT 1 FROM contacts WHERE id IN (${SAMPLE_PEOPLE.map(() => '?').join(', ')}) LIMIT 1`)
  if (people.get(...SAMPLE_PEOPLE.map((person) => person.id)) !== undefined) return true
  return db.prepare('SELECT 1 FROM messages WHERE request_key BETWEEN ? AND ? LIMIT 1').get(SAMPLE_KEY, `${SAMPLE_KEY}~`) !== undefined
}

function insertPerson(db: Db, { id, name, company, notes, e164 }: (typeof SAMPLE_PEOPLE)[number], now: number): void {
  const person = { name, company, notes, fields: {}, numbers: [{ e164, label: 'mobile', extension: '' }] }
  openPeopleTable(db).insert(id, person, { createdAt: now, updatedAt: now })
}

interface TextInput extends SampleInput {
  conversation: SampleConversation
  text: SampleText
  key: string
}

/** @returns the conversation's id */
function insertText(db: Db, input: TextInput): string {
  const { text, conversation, accountId, key } = input
  const at = input.now - text.minutesAgo * MINUTE_MS
  if (text.direction === 'in') {
    const reading = { key, from: conversation.e164, to: input.ownNumber, text: text.text }
    const { conversationId } = receiveInbound(db, { accountId, reading, defaultCountry: input.defaultCountry, at })
    if (conversationId === null) throw new Error('a sample text found no conversation')
    return conversationId
  }
  const item = { to: conversation.e164, text: text.text, parts: countSegments(text.text).segments, requestKey: key }
  const [message] = messageOperations.enqueue(db, { accountId, sender: input.sender, items: [item], scheduledAt: null, now: at })
  if (message === undefined) throw new Error('a sample text was not queued')
  sendText(db, { messageId: message.id, accountId, ref: `SAMPLE.${key.slice(SAMPLE_KEY.length)}`, fate: text.fate, at })
  return message.conversationId
}

/** Lets a queued sample text go through what a real one goes through, at its own time. */
function sendText(
  db: Db,
  input: { messageId: string; accountId: string; ref: string; fate: Extract<SampleText, { direction: 'out' }>['fate']; at: number },
): void {
  const { messageId, accountId, ref, fate, at } = input
  recordEvent(db, messageId, { kind: 'claimed', attempt: 1 }, at)
  const end = at + 400
  const { event, outcome } = outcomeOf(fate, ref)
  const problem = 'code' in event ? { code: event.code, message: event.message } : null
  db.prepare(
    `INSERT INTO attempts (id, message_id, account_id, number, started_at, finished_at, outcome, code, detail)
     VALUES (@id, @messageId, @accountId, 1, @at, @end, @outcome, @code, @detail)`,
  ).run({ id: uuidv7(), messageId, accountId, at, end, outcome, code: problem?.code ?? null, detail: problem?.message ?? null })
  recordEvent(db, messageId, event, end)
  setError(db, messageId, problem)
  if (outcome !== 'accepted' || fate === 'refused' || fate === 'unknown_outcome') return
  db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)').run(accountId, ref, messageId)
  applyReceipt(db, { accountId, reading: { ref, status: fate, rawStatus: RAW_STATUS[fate] ?? fate, detail: null }, at: end + 1_500 })
}

function outcomeOf(
  fate: Extract<SampleText, { direction: 'out' }>['fate'],
  ref: string,
): { event: MessageEvent; outcome: 'accepted' | 'not_accepted_permanent' | 'unknown' } {
  if (fate === 'refused') {
    const message = 'Sandbox did not take the text: the number does not belong to a phone it can reach. Check the number.'
    return { event: { kind: 'refused', code: 'recipient_unreachable', message }, outcome: 'not_accepted_permanent' }
  }
  if (fate === 'unknown_outcome') {
    const message = 'The text was handed to Sandbox, but the connection ended before the answer came. It may have been sent or not.'
    return { event: { kind: 'outcome_unknown', code: 'timeout', message }, outcome: 'unknown' }
  }
  return { event: { kind: 'accepted', refs: [ref] }, outcome: 'accepted' }
}
