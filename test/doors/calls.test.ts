import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { refusal } from '../../src/shared/contract/errors.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { ACCOUNTS, deskBehindDoors, DOORS, INNER_WORDS } from './desk-behind-doors.ts'
import { badInput, reached, type Refused, TEMPLATE_INPUTS, THREAD_INPUTS } from './inbox-inputs.ts'

interface Call {
  what: string
  call: (desk: DeskClient) => Promise<unknown>
  answer: unknown
}

/** Sends a text, with further input or wrong input. */
function send(desk: DeskClient, input: object): Promise<unknown> {
  const wish = { requestId: '0190a000-0000-4000-8000-000000000009', accountId: ACCOUNTS.unknown, to: ['+46701740605'], text: 'Hello' }
  return desk.messages.send({ ...wish, ...input })
}

/** Calls with a code, with other or wrong input. */
function callWithCode(desk: DeskClient, input: object): Promise<unknown> {
  const wish = { requestId: '0190a000-0000-4000-8000-000000000009', accountId: ACCOUNTS.unknown, to: '+46701740605', digits: '4821' }
  return desk.messages.callWithCode({ ...wish, ...input })
}

function manyIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`)
}

const RECIPIENT = { e164: '+46701740605', label: 'x'.repeat(100), conversationId: null }

const FULL_DRAFT = {
  text: '字'.repeat(20_000),
  accountId: ACCOUNTS.unknown,
  asked: {
    requestId: '0190a000-0000-4000-8000-000000000009',
    accountId: ACCOUNTS.unknown,
    to: Array.from({ length: 1_000 }, () => '+46701740605'),
    text: '字'.repeat(20_000),
    schedule: { local: '2026-03-29T09:00', zone: 'Europe/Stockholm' },
    validUntil: 1,
    texts: null,
    templateIds: [],
    keptByProvider: false,
    again: false,
  },
  takenBack: Array.from({ length: 5 }, () => '字'.repeat(20_000)),
  recipients: Array.from({ length: 1_000 }, () => RECIPIENT),
}

/** Keeps the largest draft there can be, changed. */
function saveDraft(desk: DeskClient, change: object): Promise<unknown> {
  return desk.drafts.save({ key: 'new', draft: { ...FULL_DRAFT, ...change } })
}

/** Sets a price, with other or wrong input. */
function setPrice(desk: DeskClient, change: object): Promise<unknown> {
  return desk.prices.set({ accountId: ACCOUNTS.unknown, country: 'NO', micros: 1_000_000_000, currency: 'NOK', ...change })
}

const NINE = { local: '2026-03-29T09:00', zone: 'Europe/Stockholm' }

/** An operation the contract does not have, asked for as a caller of another version would. */
function unknown(desk: DeskClient, ...path: string[]): Promise<unknown> {
  let place: unknown = desk
  for (const name of path) place = (place as Record<string, unknown>)[name]
  return (place as (input: unknown) => Promise<unknown>)({})
}

const unknownOperation = { error: 'BAD_INPUT', data: { code: 'unknown_operation', retryable: false } }

const ANSWERED: Call[] = [
  { what: 'a valid call', call: (desk) => desk.desk.startup(), answer: { problem: null } },
  {
    what: 'a valid call with input',
    call: (desk) => desk.settings.set({ defaultCountry: 'NL' }),
    answer: { ...TEST_SETTINGS, defaultCountry: 'NL' },
  },
  {
    what: 'a call that names as many messages as one may',
    call: (desk) => desk.outbox.cancel({ ids: manyIds(500) }),
    answer: { cancelled: 500, tooLate: 0 },
  },
]

const SSH = {
  kind: 'ssh',
  host: 'h'.repeat(253),
  port: 65_535,
  user: 'u'.repeat(64),
  remotePort: 1,
  keyFile: 'k'.repeat(1_000),
  url: '',
} as const

/** What `messages`, `accounts` and `listener` take, at the edges of their bounds. */
const INPUTS: Refused[] = [
  { what: 'the highest port', call: (desk) => desk.listener.setPort({ port: 65_535 }), answer: reached },
  {
    what: 'quiet hours of notifications that are no hours',
    call: (desk) =>
      desk.settings.set({
        notifications: { when: 'always', shows: 'text', quietUntil: null, quietHours: { from: '25:00', until: '08:00' } },
      }),
    answer: badInput,
  },
  {
    what: 'more commands than are remembered',
    call: (desk) => desk.settings.set({ recentCommands: Array.from({ length: 9 }, (_, index) => `c${index}`) }),
    answer: badInput,
  },
  { what: 'any free port', call: (desk) => desk.listener.setPort({ port: 0 }), answer: badInput },
  { what: 'a port beyond the highest', call: (desk) => desk.listener.setPort({ port: 65_536 }), answer: badInput },
  { what: 'a tunnel with all it can have', call: (desk) => desk.listener.setTunnel({ choice: SSH }), answer: reached },
  { what: 'no tunnel', call: (desk) => desk.listener.setTunnel({ choice: null }), answer: reached },
  {
    what: 'a tunnel of no known kind',
    call: (desk) => desk.listener.setTunnel({ choice: { kind: 'pigeon', url: '' } as never }),
    answer: badInput,
  },
  {
    what: 'a tunnel to a server with a very long name',
    call: (desk) => desk.listener.setTunnel({ choice: { ...SSH, host: 'h'.repeat(254) } }),
    answer: badInput,
  },
  {
    what: 'a tunnel with a very long address',
    call: (desk) => desk.listener.setTunnel({ choice: { kind: 'own_url', url: 'x'.repeat(2_001) } }),
    answer: badInput,
  },
  { what: 'a token', call: (desk) => desk.listener.setTunnelToken({ kind: 'ngrok', value: 't'.repeat(4_000) }), answer: reached },
  { what: 'an empty token', call: (desk) => desk.listener.setTunnelToken({ kind: 'ngrok', value: ' ' }), answer: badInput },
  {
    what: 'a token that is too long',
    call: (desk) => desk.listener.setTunnelToken({ kind: 'ngrok', value: 't'.repeat(4_001) }),
    answer: badInput,
  },
  {
    what: 'a token for what takes none',
    call: (desk) => desk.listener.setTunnelToken({ kind: 'ssh' as never, value: 't' }),
    answer: badInput,
  },
  { what: 'a draft with all it can have', call: (desk) => saveDraft(desk, {}), answer: reached },
  { what: 'a draft of no conversation', call: (desk) => desk.drafts.save({ key: 'old', draft: FULL_DRAFT }), answer: badInput },
  { what: 'a draft that is too long', call: (desk) => saveDraft(desk, { text: 'x'.repeat(20_001) }), answer: badInput },
  {
    what: 'a draft with too many texts beside it',
    call: (desk) => saveDraft(desk, { takenBack: ['', '', '', '', '', ''] }),
    answer: badInput,
  },
  {
    what: 'a draft to what is no number',
    call: (desk) => saveDraft(desk, { recipients: [{ ...RECIPIENT, e164: '070' }] }),
    answer: badInput,
  },
  { what: 'the highest price', call: (desk) => setPrice(desk, {}), answer: reached },
  { what: 'a price for the rest', call: (desk) => setPrice(desk, { country: null, micros: 0 }), answer: reached },
  { what: 'a price beyond the highest', call: (desk) => setPrice(desk, { micros: 1_000_000_001 }), answer: badInput },
  { what: 'a negative price', call: (desk) => setPrice(desk, { micros: -1 }), answer: badInput },
  { what: 'a price for what is no country', call: (desk) => setPrice(desk, { country: 'Norway' }), answer: badInput },
  {
    what: 'a text with all it can have',
    call: (desk) => send(desk, { schedule: NINE, validUntil: 1, undo: true, again: true, quietOverride: 'x'.repeat(200) }),
    answer: reached,
  },
  { what: 'a text at an instant', call: (desk) => send(desk, { at: 8_640_000_000_000_000 }), answer: reached },
  { what: 'a text to nobody', call: (desk) => send(desk, { to: [] }), answer: badInput },
  { what: 'a text to too many', call: (desk) => send(desk, { to: Array.from({ length: 1_001 }, () => '+46701740605') }), answer: badInput },
  {
    what: 'texts of their own, and the templates they were made from',
    call: (desk) => send(desk, { texts: ['Hello Astrid'], templateIds: manyIds(20) }),
    answer: reached,
  },
  { what: 'no text of one’s own', call: (desk) => send(desk, { texts: [] }), answer: badInput },
  { what: 'a text of one’s own that is too long', call: (desk) => send(desk, { texts: ['x'.repeat(5_001)] }), answer: badInput },
  { what: 'a text made from too many templates', call: (desk) => send(desk, { templateIds: manyIds(21) }), answer: badInput },
  { what: 'a text made from no template', call: (desk) => send(desk, { templateIds: ['Ready'] }), answer: badInput },
  {
    what: 'a wall time with seconds',
    call: (desk) => send(desk, { schedule: { ...NINE, local: '2026-03-29T09:00:00' } }),
    answer: badInput,
  },
  {
    what: 'a wall time with an offset',
    call: (desk) => send(desk, { schedule: { ...NINE, local: '2026-03-29T09:00Z' } }),
    answer: badInput,
  },
  { what: 'a wall time without a zone', call: (desk) => send(desk, { schedule: { local: NINE.local } }), answer: badInput },
  { what: 'a wall time with an empty zone', call: (desk) => send(desk, { schedule: { ...NINE, zone: '' } }), answer: badInput },
  {
    what: 'a wall time with a very long zone',
    call: (desk) => send(desk, { schedule: { ...NINE, zone: 'x'.repeat(65) } }),
    answer: badInput,
  },
  { what: 'a wall time that is an instant', call: (desk) => send(desk, { schedule: 1_774_767_600_000 }), answer: badInput },
  { what: 'an end of validity in words', call: (desk) => send(desk, { validUntil: 'tomorrow' }), answer: badInput },
  { what: 'an end of validity before all time', call: (desk) => send(desk, { validUntil: -1 }), answer: badInput },
  { what: 'an end of validity after all time', call: (desk) => send(desk, { validUntil: 8_640_000_000_000_001 }), answer: badInput },
  { what: 'a wish to take back that is no yes or no', call: (desk) => send(desk, { undo: 5 }), answer: badInput },
  { what: 'an “again” that is no yes or no', call: (desk) => send(desk, { again: 'yes' }), answer: badInput },
  { what: 'a blank reason', call: (desk) => send(desk, { quietOverride: '   ' }), answer: badInput },
  { what: 'a reason that is too long', call: (desk) => send(desk, { quietOverride: 'x'.repeat(201) }), answer: badInput },
  { what: 'sending at once', call: (desk) => desk.messages.sendNow({ id: ACCOUNTS.unknown }), answer: reached },
  {
    what: 'sending at once with a reason',
    call: (desk) => desk.messages.sendNow({ id: ACCOUNTS.unknown, reason: 'The water is off' }),
    answer: reached,
  },
  {
    what: 'sending at once with a blank reason',
    call: (desk) => desk.messages.sendNow({ id: ACCOUNTS.unknown, reason: ' ' }),
    answer: badInput,
  },
  {
    what: 'sending at once with a long reason',
    call: (desk) => desk.messages.sendNow({ id: ACCOUNTS.unknown, reason: 'x'.repeat(201) }),
    answer: badInput,
  },
  { what: 'as many conversations as one may ask for', call: (desk) => desk.conversations.some({ ids: manyIds(200) }), answer: reached },
  { what: 'too many conversations', call: (desk) => desk.conversations.some({ ids: manyIds(201) }), answer: badInput },
  { what: 'no conversations', call: (desk) => desk.conversations.some({ ids: [] }), answer: badInput },
  {
    what: 'a list by all it can be narrowed by',
    call: (desk) =>
      desk.conversations.list({ filter: 'archived', labelId: ACCOUNTS.unknown, accountId: ACCOUNTS.unknown, before: '1:x', limit: 500 }),
    answer: reached,
  },
  {
    what: 'a list by no known filter',
    call: (desk) => desk.conversations.list({ filter: 'starred' as never, limit: 1 }),
    answer: badInput,
  },
  { what: 'counts of a label that is no id', call: (desk) => desk.conversations.counts({ labelId: 'urgent' }), answer: badInput },
  {
    what: 'an undone archiving',
    call: (desk) => desk.conversations.unarchive({ id: ACCOUNTS.unknown, was: { unread: 2, pinnedAt: 1 } }),
    answer: reached,
  },
  {
    what: 'an undone archiving with less than nothing unread',
    call: (desk) => desk.conversations.unarchive({ id: ACCOUNTS.unknown, was: { unread: -1, pinnedAt: null } }),
    answer: badInput,
  },
  { what: 'a label', call: (desk) => desk.labels.create({ name: 'x'.repeat(40), colour: 'teal' }), answer: reached },
  { what: 'a label without a name', call: (desk) => desk.labels.create({ name: ' ', colour: 'teal' }), answer: badInput },
  { what: 'a label with a long name', call: (desk) => desk.labels.create({ name: 'x'.repeat(41), colour: 'teal' }), answer: badInput },
  { what: 'a label of no known colour', call: (desk) => desk.labels.create({ name: 'x', colour: '#f00' as never }), answer: badInput },
  { what: 'a label moved far', call: (desk) => desk.labels.move({ id: ACCOUNTS.unknown, by: 101 }), answer: badInput },
  { what: 'sending nothing at once', call: (desk) => desk.messages.sendNow({ id: 'last' }), answer: badInput },
  { what: 'another time', call: (desk) => desk.messages.reschedule({ id: ACCOUNTS.unknown, schedule: NINE }), answer: reached },
  {
    what: 'another time that is none',
    call: (desk) => desk.messages.reschedule({ id: ACCOUNTS.unknown, schedule: null as never }),
    answer: badInput,
  },
  {
    what: 'another time in words',
    call: (desk) => desk.messages.reschedule({ id: ACCOUNTS.unknown, schedule: { ...NINE, local: 'at nine' } }),
    answer: badInput,
  },
  {
    what: 'a rate',
    call: (desk) => desk.accounts.setRate({ id: ACCOUNTS.unknown, rate: { count: 1_000_000, per: 'day' } }),
    answer: reached,
  },
  { what: 'a voice code', call: (desk) => callWithCode(desk, {}), answer: reached },
  { what: 'a voice code of nothing', call: (desk) => callWithCode(desk, { digits: ' ' }), answer: badInput },
  { what: 'a voice code that is too long', call: (desk) => callWithCode(desk, { digits: '1'.repeat(21) }), answer: badInput },
  { what: 'a voice code as a number', call: (desk) => callWithCode(desk, { digits: 4821 }), answer: badInput },
  { what: 'a voice code to several', call: (desk) => callWithCode(desk, { to: ['+46701740605'] }), answer: badInput },
  { what: 'a voice code without an id of the wish', call: (desk) => callWithCode(desk, { requestId: undefined }), answer: badInput },
  { what: 'a text that the provider keeps', call: (desk) => send(desk, { schedule: NINE, keptByProvider: true }), answer: reached },
  { what: 'a text that the provider keeps perhaps', call: (desk) => send(desk, { keptByProvider: 'yes' }), answer: badInput },
  {
    what: 'an answer to missed calls',
    call: (desk) => desk.accounts.setCallReply({ id: ACCOUNTS.unknown, number: '+46701740605', text: 'x'.repeat(5_000) }),
    answer: reached,
  },
  {
    what: 'no answer to missed calls',
    call: (desk) => desk.accounts.setCallReply({ id: ACCOUNTS.unknown, number: '+46701740605', text: null }),
    answer: reached,
  },
  {
    what: 'an answer to missed calls that is too long',
    call: (desk) => desk.accounts.setCallReply({ id: ACCOUNTS.unknown, number: '+46701740605', text: 'x'.repeat(5_001) }),
    answer: badInput,
  },
  {
    what: 'an answer to missed calls of no number',
    call: (desk) => desk.accounts.setCallReply({ id: ACCOUNTS.unknown, number: ' ', text: 'Hello' }),
    answer: badInput,
  },
  { what: 'the answers to missed calls', call: (desk) => desk.accounts.callReplies({ id: ACCOUNTS.unknown }), answer: reached },
  { what: 'settings to be checked', call: (desk) => desk.accounts.check({ provider: 'x'.repeat(40), config: {} }), answer: reached },
  {
    what: 'settings to be checked that are too long',
    call: (desk) => desk.accounts.check({ provider: 'karix', config: { sender: 'x'.repeat(2_001) } }),
    answer: badInput,
  },
  { what: 'the usual rate', call: (desk) => desk.accounts.setRate({ id: ACCOUNTS.unknown, rate: null }), answer: reached },
  ...[
    { count: 0, per: 'second' },
    { count: -1, per: 'second' },
    { count: 1.5, per: 'second' },
    { count: 1_000_001, per: 'second' },
    { count: '5', per: 'second' },
    { count: 5, per: 'week' },
    { count: 5 },
    'fast',
    undefined,
  ].map((rate) => ({
    what: `a rate of ${JSON.stringify(rate)}`,
    call: (desk: DeskClient) => desk.accounts.setRate({ id: ACCOUNTS.unknown, rate: rate as never }),
    answer: badInput,
  })),
]

/** What `outbox` takes, at the edges of its bounds. */
const OUTBOX_INPUTS: Refused[] = [
  {
    what: 'a list with all that can be asked',
    call: (desk) =>
      desk.outbox.list({ view: 'failed', accountId: ACCOUNTS.unknown, code: 'x'.repeat(100), after: 'x'.repeat(400), limit: 500 }),
    answer: reached,
  },
  { what: 'the failures without a code', call: (desk) => desk.outbox.list({ view: 'failed', code: '', limit: 1 }), answer: reached },
  { what: 'a list that does not exist', call: (desk) => desk.outbox.list({ view: 'sent' as never, limit: 1 }), answer: badInput },
  { what: 'a page of nothing', call: (desk) => desk.outbox.list({ view: 'held', limit: 0 }), answer: badInput },
  { what: 'a page that is too long', call: (desk) => desk.outbox.list({ view: 'held', limit: 501 }), answer: badInput },
  { what: 'an empty place', call: (desk) => desk.outbox.list({ view: 'held', after: '', limit: 1 }), answer: badInput },
  { what: 'a very long place', call: (desk) => desk.outbox.list({ view: 'held', after: 'x'.repeat(401), limit: 1 }), answer: badInput },
  { what: 'a very long code', call: (desk) => desk.outbox.list({ view: 'failed', code: 'x'.repeat(101), limit: 1 }), answer: badInput },
  { what: 'taking nothing back', call: (desk) => desk.outbox.cancel({ ids: [] }), answer: badInput },
  { what: 'taking too many back by name', call: (desk) => desk.outbox.cancel({ ids: manyIds(501) }), answer: badInput },
  { what: 'taking something else back', call: (desk) => desk.outbox.cancel({ ids: [...manyIds(3), 'all'] }), answer: badInput },
  { what: 'taking a whole list back', call: (desk) => desk.outbox.cancelAll({ view: 'missed' }), answer: reached },
  { what: 'taking back what failed', call: (desk) => desk.outbox.cancelAll({ view: 'failed' as never }), answer: badInput },
  { what: 'failures of a kind', call: (desk) => desk.outbox.retryFailed({ code: 'busy', since: 0 }), answer: reached },
  { what: 'failures since before all time', call: (desk) => desk.outbox.retryFailed({ code: 'busy', since: -1 }), answer: badInput },
  { what: 'failures of no kind', call: (desk) => desk.outbox.retryFailed({ since: 0 } as never), answer: badInput },
  {
    what: 'sending many at once with a reason',
    call: (desk) => desk.outbox.sendNow({ ids: manyIds(500), reason: 'x'.repeat(200) }),
    answer: reached,
  },
  {
    what: 'sending many at once with a blank reason',
    call: (desk) => desk.outbox.sendNow({ ids: manyIds(1), reason: ' ' }),
    answer: badInput,
  },
  {
    what: 'sending many at once with a long reason',
    call: (desk) => desk.outbox.sendNow({ ids: manyIds(1), reason: 'x'.repeat(201) }),
    answer: badInput,
  },
  { what: 'a decision about many', call: (desk) => desk.outbox.settle({ ids: manyIds(1), decision: 'leave' }), answer: reached },
  {
    what: 'a decision there is not',
    call: (desk) => desk.outbox.settle({ ids: manyIds(1), decision: 'forget' as never }),
    answer: badInput,
  },
  {
    what: 'moving what waits',
    call: (desk) => desk.outbox.moveWaiting({ fromAccountId: ACCOUNTS.unknown, toAccountId: ACCOUNTS.slow }),
    answer: reached,
  },
  {
    what: 'moving what waits to nowhere',
    call: (desk) => desk.outbox.moveWaiting({ fromAccountId: ACCOUNTS.unknown } as never),
    answer: badInput,
  },
]

const AWAY = { accountId: ACCOUNTS.unknown, on: true, text: 'x', hours: null, zone: 'Europe/Stockholm', everyHours: 12 }
const OPEN = { day: 1, from: '08:00', until: '17:00' }

/** Sets rules with other words that opt out, or another text that confirms it. */
function setReplies(desk: DeskClient, { added = [] as string[], optOut = null as string | null }): Promise<unknown> {
  const { words, texts } = TEST_SETTINGS.replies
  return desk.settings.set({
    replies: { ...TEST_SETTINGS.replies, words: { ...words, optOut: { added, removed: [] } }, texts: { ...texts, optOut } },
  })
}

/** What `replies` and its settings take, at the edges of their bounds. */
const REPLY_INPUTS: Refused[] = [
  {
    what: 'an away message with all it can have',
    call: (desk) =>
      desk.replies.setAway({ ...AWAY, text: 'x'.repeat(5_000), hours: Array.from({ length: 21 }, () => OPEN), everyHours: 168 }),
    answer: reached,
  },
  {
    what: 'an away message that is too long',
    call: (desk) => desk.replies.setAway({ ...AWAY, text: 'x'.repeat(5_001) }),
    answer: badInput,
  },
  {
    what: 'an away message with too many hours',
    call: (desk) => desk.replies.setAway({ ...AWAY, hours: Array.from({ length: 22 }, () => OPEN) }),
    answer: badInput,
  },
  { what: 'an eighth day', call: (desk) => desk.replies.setAway({ ...AWAY, hours: [{ ...OPEN, day: 8 }] }), answer: badInput },
  {
    what: 'an hour that is none',
    call: (desk) => desk.replies.setAway({ ...AWAY, hours: [{ ...OPEN, until: '24:00' }] }),
    answer: badInput,
  },
  { what: 'an away message at every text', call: (desk) => desk.replies.setAway({ ...AWAY, everyHours: 0 }), answer: badInput },
  { what: 'a word without a letter', call: (desk) => setReplies(desk, { added: ['!!!'] }), answer: badInput },
  { what: 'a very long word', call: (desk) => setReplies(desk, { added: ['x'.repeat(41)] }), answer: badInput },
  {
    what: 'too many words',
    call: (desk) => setReplies(desk, { added: Array.from({ length: 101 }, (_, index) => `w${index}`) }),
    answer: badInput,
  },
  { what: 'a blank answer', call: (desk) => setReplies(desk, { optOut: '  ' }), answer: badInput },
  {
    what: 'words of a language that nobody knows',
    call: (desk) => desk.settings.set({ replies: { ...TEST_SETTINGS.replies, languages: ['xx' as never] } }),
    answer: badInput,
  },
]

/** What `hooks` takes, at the edges of its bounds. */
const HOOK_INPUTS: Refused[] = [
  {
    what: 'what came in, with all that can be asked',
    call: (desk) =>
      desk.hooks.list({
        accountId: ACCOUNTS.unknown,
        verdict: 'unreadable',
        kind: 'other',
        search: 'x'.repeat(200),
        from: 0,
        until: 8_640_000_000_000_000,
        before: 'x'.repeat(400),
        limit: 500,
      }),
    answer: reached,
  },
  {
    what: 'a search with every filter',
    call: (desk) =>
      desk.search.query({
        query: '"car is" -bus 070-174 06 05',
        kinds: ['people', 'messages', 'notes'],
        filter: {
          contactId: ACCOUNTS.unknown,
          conversationId: ACCOUNTS.unknown,
          statuses: ['failed', 'expired'],
          direction: 'outbound',
          accountId: ACCOUNTS.unknown,
          from: 0,
          until: 8_640_000_000_000_000,
        },
        after: 'x'.repeat(400),
        limit: 100,
      }),
    answer: reached,
  },
  { what: 'a search for nothing', call: (desk) => desk.search.query({ query: ' ', limit: 1 }), answer: badInput },
  { what: 'a very long search', call: (desk) => desk.search.query({ query: 'x'.repeat(201), limit: 1 }), answer: badInput },
  { what: 'a search for no kind', call: (desk) => desk.search.query({ query: 'x', kinds: [], limit: 1 }), answer: badInput },
  {
    what: 'a search by a status there is not',
    call: (desk) => desk.search.query({ query: 'x', filter: { statuses: ['lost' as never] }, limit: 1 }),
    answer: badInput,
  },
  {
    what: 'a search of before all time',
    call: (desk) => desk.search.query({ query: 'x', filter: { from: -1 }, limit: 1 }),
    answer: badInput,
  },
  { what: 'too much of a search', call: (desk) => desk.search.query({ query: 'x', limit: 101 }), answer: badInput },
  { what: 'a verdict there is not', call: (desk) => desk.hooks.list({ verdict: 'lost' as never, limit: 1 }), answer: badInput },
  { what: 'a kind of hook there is not', call: (desk) => desk.hooks.list({ kind: 'letter' as never, limit: 1 }), answer: badInput },
  { what: 'a very long search of hooks', call: (desk) => desk.hooks.list({ search: 'x'.repeat(201), limit: 1 }), answer: badInput },
  { what: 'hooks of before all time', call: (desk) => desk.hooks.list({ from: -1, limit: 1 }), answer: badInput },
  { what: 'too many hooks', call: (desk) => desk.hooks.list({ limit: 501 }), answer: badInput },
  { what: 'a hook again', call: (desk) => desk.hooks.replay({ id: ACCOUNTS.unknown }), answer: reached },
  { what: 'no hook again', call: (desk) => desk.hooks.replay({ id: '../hooks' }), answer: badInput },
  { what: 'all that could not be read', call: (desk) => desk.hooks.replayUnreadable({}), answer: reached },
  { what: 'all of no account', call: (desk) => desk.hooks.replayUnreadable({ accountId: '' }), answer: badInput },
  { what: 'hooks kept for too long', call: (desk) => desk.settings.set({ hookRetentionDays: 3_651 }), answer: badInput },
  { what: 'hooks kept for half a day', call: (desk) => desk.settings.set({ hookRetentionDays: 0.5 }), answer: badInput },
]

const REFUSED: Refused[] = [
  { what: 'input of the wrong form', call: (desk) => desk.settings.set({ defaultCountry: 'Sweden' }), answer: badInput },
  { what: 'input of the wrong type', call: (desk) => desk.settings.set(7 as never), answer: badInput },
  { what: 'no input where some is needed', call: (desk) => desk.accounts.get(undefined as never), answer: badInput },
  { what: 'input that is too long', call: (desk) => desk.accounts.get({ id: 'x'.repeat(5_000) }), answer: badInput },
  { what: 'a call larger than a message may be', call: (desk) => desk.accounts.get({ id: 'x'.repeat(2_000_000) }), answer: badInput },
  { what: 'an operation that does not exist', call: (desk) => unknown(desk, 'accounts', 'steal'), answer: unknownOperation },
  { what: 'a group that does not exist', call: (desk) => unknown(desk, 'nothing', 'at', 'all'), answer: unknownOperation },
  { what: 'a name every object has', call: (desk) => unknown(desk, 'accounts', 'constructor'), answer: unknownOperation },
  { what: 'a group instead of an operation', call: (desk) => unknown(desk, 'accounts'), answer: unknownOperation },
  {
    what: 'an expected no',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.unknown }),
    answer: { error: 'REFUSED', data: { code: 'account_not_found', retryable: false } },
  },
  {
    what: 'an operation that needs open data while the desk has a start-up problem',
    call: (desk) => desk.desk.status(),
    answer: { error: 'REFUSED', data: { code: 'vault_locked', retryable: true } },
  },
  {
    what: 'a bug',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.broken }),
    answer: { error: 'UNEXPECTED', data: { code: 'unexpected', retryable: false } },
  },
  {
    what: 'an answer that breaks the contract',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.outsideTheContract }),
    answer: { error: 'UNEXPECTED', data: { code: 'unexpected', retryable: false } },
  },
]

describe.each(Object.entries(DOORS))('through the door “%s”', (_name, open) => {
  test.each(ANSWERED)('$what is answered as everywhere', async ({ call, answer }) => {
    expect(await call(await open(deskBehindDoors()))).toEqual(answer)
  })

  test.each([...REFUSED, ...INPUTS, ...THREAD_INPUTS, ...OUTBOX_INPUTS, ...REPLY_INPUTS, ...HOOK_INPUTS, ...TEMPLATE_INPUTS])(
    '$what is refused as everywhere',
    async ({ call, answer }) => {
      const client = await open(deskBehindDoors())
      const error = await call(client).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof ORPCError)) throw new Error(`not an error of the contract: ${String(error)}`)
      expect({ code: error.code, defined: error.defined, data: error.data }).toMatchObject({
        code: answer.error,
        defined: true,
        data: answer.data,
      })
      expect(refusal.safeParse(error.data).success).toBe(true)
      expect(error.message).toBe(error.data.message)
      expect(error.message).toMatch(/^[A-Z].*\.$/)
      expect(JSON.stringify(error)).not.toContain(INNER_WORDS)
    },
  )

  test('a bug is logged whole under the id that the caller was shown', async () => {
    const desk = deskBehindDoors()
    const client = await open(desk)
    const error = await client.accounts.get({ id: ACCOUNTS.broken }).catch((thrown: unknown) => thrown)
    const entry = desk.log.lines.find((line) => line.event === 'operation.unexpected')
    expect(entry?.error).toMatchObject({ message: INNER_WORDS })
    expect(entry?.fields).toMatchObject({ id: (error as ORPCError<string, { id: string }>).data.id, operation: 'accounts.get' })
  })

  test('what changes is pushed until the caller lets go', async () => {
    const desk = deskBehindDoors()
    const client = await open(desk)
    const letGo = new AbortController()
    const events = await client.desk.events(undefined, { signal: letGo.signal })
    const next = events.next()
    await expect.poll(() => desk.streams()).toBe(1)
    desk.app.events.publish({ kind: 'startup' })
    expect((await next).value).toEqual({ kind: 'startup' })
    letGo.abort()
    await expect.poll(() => desk.streams()).toBe(0)
  })
})
