import { expect, test } from 'vitest'
import { shortStatus } from '../../src/renderer/inbox/thread/statusWords.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { HOUR, MAJA, startWaitingDesk } from '../messages/waiting-desk.ts'

const messageWords = createWords(await loadCatalog('en'), 'messages', 'en-GB')

const STATES = [
  { is: 'its turn', columns: { hold: null }, waitsFor: null, words: 'waiting' },
  { is: 'the seconds of undo', columns: { hold: 'undo', not_before: 1 }, waitsFor: null, words: 'waiting' },
  { is: 'its time', columns: { scheduled_at: 9e12, not_before: 9e12 }, waitsFor: 'its_time', words: 'scheduled' },
  { is: 'nothing: its time came', columns: { scheduled_at: 1, not_before: 1, came_due_at: 2 }, waitsFor: null, words: 'waiting' },
  { is: 'the morning', columns: { hold: 'quiet_hours', not_before: 9e12 }, waitsFor: 'quiet_hours', words: 'held' },
  { is: 'the provider', columns: { hold: 'blockout', not_before: 9e12 }, waitsFor: 'blockout', words: 'held' },
  { is: 'a person', columns: { hold: 'missed', scheduled_at: 1, came_due_at: 2 }, waitsFor: 'a_person', words: 'missed its time' },
  { is: 'nothing, sent', columns: { status: 'sent' }, waitsFor: null, words: 'sent' },
  {
    is: 'nothing, not delivered in time',
    columns: { status: 'expired', error_code: 'receipt_expired' },
    waitsFor: null,
    words: 'not delivered',
  },
  { is: 'nothing, its time had passed', columns: { status: 'expired', error_code: 'lapsed' }, waitsFor: null, words: 'not sent' },
] as const

test.for(STATES)('a conversation whose last text waits for $is says “$words”', async ({ columns, waitsFor, words }) => {
  const desk = await startWaitingDesk()
  const { id } = await desk.sendOne({ to: [MAJA], validUntil: desk.clock.now() + HOUR })
  desk.put(id, columns)
  const { conversations } = await desk.desk.conversations.list({ filter: 'all', limit: 10 })
  const last = conversations[0]?.lastMessage
  expect(last).toMatchObject({ id, waitsFor })
  expect(last && shortStatus(messageWords, last).words).toBe(words)
})
