import { afterAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { askedWords, confirmation, resultWords } from '../../src/renderer/outbox/action-words.ts'
import {
  laneCounts,
  laneCountsDownTo,
  laneWords,
  movedWords,
  rateWords,
  readRateCount,
  type LaneSpeech,
} from '../../src/renderer/outbox/lane-words.ts'
import { countsDownTo, oneLine, rowTitle, rowWords, soonWords } from '../../src/renderer/outbox/message-words.ts'
import { stillThere } from '../../src/renderer/outbox/useSelection.ts'
import { countsOfLane, firstView, questionFor, readView, rowActions, type Action } from '../../src/renderer/outbox/views.ts'
import { OUTBOX_VIEWS, type OutboxLane, type OutboxMessage, type OutboxView } from '../../src/shared/contract/outbox.ts'
import { outboxSpeechIn } from './speech.ts'

const zone = process.env['TZ']
// Formats of times keep the zone they were made in.
process.env['TZ'] = 'Europe/Stockholm'
afterAll(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const english = await outboxSpeechIn('en', 'en-GB')
const swedish = await outboxSpeechIn('sv', 'sv')
const dutch = await outboxSpeechIn('nl', 'nl')
const englishActions = createWords(await loadCatalog('en'), 'outboxActions', 'en-GB')
const swedishActions = createWords(await loadCatalog('sv'), 'outboxActions', 'sv')
const dutchActions = createWords(await loadCatalog('nl'), 'outboxActions', 'nl')

const SECOND = 1_000
const HOUR = 3_600_000
/** Saturday, 12:00 in Stockholm. */
const NOON = Date.UTC(2026, 10, 21, 11)

function message(over: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: 'message',
    kind: 'text',
    providerKeepsUntil: null,
    conversationId: 'conversation',
    accountId: 'account',
    accountName: 'Garage',
    direction: 'outbound',
    automatic: null,
    consent: null,
    to: '+46701740605',
    from: 'Garage',
    text: 'Your car is ready.',
    status: 'queued',
    parts: 1,
    providerRefs: [],
    canBeAskedAbout: false,
    error: null,
    notBefore: null,
    hold: null,
    schedule: null,
    validUntil: null,
    priority: 'reply',
    failedOverFrom: null,
    createdAt: NOON,
    sentAt: null,
    statusAt: NOON,
    leftUnconfirmed: false,
    recipientName: null,
    ...over,
  }
}

function lane(over: Partial<OutboxLane> = {}): OutboxLane {
  return {
    accountId: 'account',
    accountName: 'Garage',
    providerName: 'Connectel',
    status: 'active',
    pause: null,
    rate: { count: 12, per: 'second' },
    waiting: 0,
    sending: 0,
    scheduled: 0,
    held: 0,
    rest: null,
    ...over,
  }
}

function row(view: OutboxView, over: Partial<OutboxMessage>, accountPaused = false): string {
  const { words, detail } = rowWords(english, view, message(over), { now: NOON, accountPaused })
  return detail === '' ? words : `${words} | ${detail}`
}

describe('where a text stands', () => {
  const busy = { code: 'busy', message: 'Connectel is busy.' }

  test.each<[string, Partial<OutboxMessage>]>([
    ['waits its turn', {}],
    ['being sent now', { status: 'sending', notBefore: NOON + SECOND }],
    ['tries again in 10 s | Connectel is busy.', { notBefore: NOON + 10 * SECOND, error: busy }],
    ['tries again at 13:00 | Connectel is busy.', { notBefore: NOON + HOUR, error: busy }],
    ['is tried again when its turn comes | Connectel is busy.', { notBefore: NOON - 1, error: busy }],
    ['goes out in 5 s | it can still be taken back', { notBefore: NOON + 5_000, hold: { reason: 'undo', until: NOON + 5_000 } }],
    ['waits its turn | not after tomorrow 12:00', { validUntil: NOON + 24 * HOUR }],
  ])('while it waits: %s', (words, over) => {
    expect(row('waiting', over)).toBe(words)
  })

  test('while its account is paused, it waits for that and not for a time', () => {
    expect(row('waiting', { error: busy, notBefore: NOON + HOUR }, true)).toBe('waits for its account | Garage is paused')
    expect(row('waiting', { status: 'sending' }, true)).toBe('being sent now')
  })

  test('scheduled, by the clock it was chosen by and by the one here', () => {
    const at = NOON + 21 * HOUR
    expect(row('scheduled', { schedule: { at, local: '2026-11-22T09:00', zone: 'Europe/Stockholm' } })).toBe(
      'tomorrow 09:00 | Stockholm time',
    )
    expect(row('scheduled', { schedule: { at, local: '2026-11-22T03:00', zone: 'America/New_York' } })).toBe(
      'tomorrow 03:00 | in New York, tomorrow 09:00 here',
    )
    expect(row('scheduled', { schedule: { at, local: null, zone: null }, validUntil: at + HOUR })).toBe(
      'tomorrow 09:00 | not after tomorrow 10:00',
    )
    expect(row('scheduled', { schedule: { at, local: '2026-11-22T09:00', zone: 'Nowhere/At_all' } })).toContain('tomorrow 09:00')
  })

  test('held, until when here and where the person is', () => {
    const until = NOON + 20 * HOUR
    expect(row('held', { hold: { reason: 'quiet_hours', until } })).toBe('held until tomorrow 08:00 | quiet hours there')
    expect(row('held', { hold: { reason: 'quiet_hours', until }, to: '+442079460018' })).toBe(
      'held until tomorrow 08:00 | quiet hours there, tomorrow 07:00 in London',
    )
    expect(row('held', { hold: { reason: 'blockout', until } })).toBe('held until tomorrow 08:00 | the provider sends nothing at this hour')
    expect(row('held', { hold: { reason: 'quiet_hours', until: null } })).toBe('held | quiet hours there')
  })

  test('missed, unconfirmed, failed', () => {
    const at = NOON - 3 * HOUR
    expect(row('missed', { schedule: { at, local: '2026-11-21T09:00', zone: 'Europe/Stockholm' } })).toBe('was due 09:00')
    expect(row('missed', { schedule: { at, local: '2026-11-21T03:00', zone: 'America/New_York' } })).toBe(
      'was due 09:00 | 03:00 in New York',
    )
    expect(row('missed', {})).toBe('missed its time')
    expect(row('unconfirmed', { status: 'unconfirmed', statusAt: at })).toBe(
      'unconfirmed since 09:00 | The desk stopped while it was being sent.',
    )
    expect(row('failed', { status: 'failed', error: { code: 'x', message: 'No such number.' } })).toBe('not sent, 12:00 | No such number.')
    expect(row('failed', { status: 'undelivered' })).toBe('not delivered, 12:00')
    expect(row('failed', { status: 'expired', sentAt: NOON })).toBe('not delivered in time, 12:00')
    expect(row('failed', { status: 'expired', validUntil: at, error: { code: 'lapsed', message: '' } })).toBe(
      'not sent, 12:00 | its time had passed: not to go out after 09:00',
    )
  })

  test('the hover has the exact moment, where there is one', () => {
    const held = rowWords(english, 'held', message({ hold: { reason: 'quiet_hours', until: NOON } }), { now: NOON, accountPaused: false })
    expect(rowTitle(english.times, held)).toMatch(/^held until 12:00\nquiet hours there\nSaturday,? 21 November 2026 at 12:00:00$/)
    expect(rowTitle(english.times, { words: 'waits its turn', tone: 'plain', detail: '', at: null })).toBe('waits its turn')
  })

  test('seconds are counted down only to what is close', () => {
    expect(soonWords(english, NOON + 90 * SECOND, NOON)).toBe('in 90 s')
    expect(soonWords(english, NOON + 90 * SECOND + 1, NOON)).toBe('at 12:01')
    expect(soonWords(english, NOON, NOON)).toBe('any moment')
    expect(countsDownTo(message({ notBefore: NOON + 90 * SECOND }), NOON)).toBe(NOON + 90 * SECOND)
    expect(countsDownTo(message({ notBefore: NOON + HOUR }), NOON)).toBeNull()
    expect(countsDownTo(message({ notBefore: NOON }), NOON)).toBeNull()
    expect(countsDownTo(message({ notBefore: NOON + SECOND, status: 'sending' }), NOON)).toBeNull()
  })

  test('in Swedish and Dutch, by the clock of each', () => {
    const at = NOON + 21 * HOUR
    const chosen = message({ schedule: { at, local: '2026-11-22T03:00', zone: 'America/New_York' } })
    const scheduled = (screen: LaneSpeech) => rowWords(screen, 'scheduled', chosen, { now: NOON, accountPaused: true })
    expect(scheduled(swedish)).toMatchObject({
      words: 'i morgon kl. 03:00',
      detail: 'i New York, i morgon kl. 09:00 här · Garage är pausat',
    })
    expect(scheduled(dutch)).toMatchObject({ words: 'morgen 03:00', detail: 'in New York, morgen 09:00 hier · Garage is gepauzeerd' })
    const soon = message({ notBefore: NOON + 5_000 })
    expect(rowWords(swedish, 'waiting', soon, { now: NOON, accountPaused: false }).words).toBe('går ut om 5 s')
    expect(rowWords(dutch, 'waiting', soon, { now: NOON, accountPaused: false }).words).toBe('gaat uit over 5 s')
  })

  test('what the host says is said in the language of the window', () => {
    const screen = { ...english, say: (sentence: string) => `<${sentence}>` }
    const failed = message({ status: 'failed', error: busy })
    expect(rowWords(screen, 'failed', failed, { now: NOON, accountPaused: false }).detail).toBe('<Connectel is busy.>')
    const paused = lane({ status: 'paused', pause: { code: 'x', message: 'The token is wrong.', at: NOON } })
    expect(laneWords(screen, paused, 'online', NOON).words).toBe('Paused: <The token is wrong.>')
  })

  test('a text begins on one line', () => {
    expect(oneLine('  Hi,\n\n your\tcar ')).toBe('Hi, your car')
    expect(oneLine('x'.repeat(5_000))).toHaveLength(240)
  })
})

describe('an account', () => {
  const words = (over: Partial<OutboxLane>, network: 'online' | 'offline' = 'online') => laneWords(english, lane(over), network, NOON).words

  test('says what it is doing, or what stands in its way', () => {
    expect(words({})).toBe('Ready')
    expect(words({ waiting: 1 })).toBe('Sending, 12 a second')
    expect(words({ sending: 1, rate: null })).toBe('Sending')
    expect(words({ status: 'paused', waiting: 1, pause: { code: 'x', message: 'The token is wrong.', at: NOON } }, 'offline')).toBe(
      'Paused: The token is wrong.',
    )
    expect(words({ status: 'paused' })).toBe('Paused: Nothing is sent through it until you resume it.')
    expect(words({ waiting: 1 }, 'offline')).toBe('Waits: no internet')
    expect(words({ waiting: 1, rest: { reason: 'offline', until: null } })).toBe('Waits: no internet')
    expect(words({}, 'offline')).toBe('No internet')
  })

  test('says until when it rests, and no longer once that has passed', () => {
    const resting = (reason: NonNullable<OutboxLane['rest']>['reason'], until: number | null) =>
      words({ waiting: 1, rest: { reason, until } })
    expect(resting('provider_limit', NOON + HOUR)).toBe('The provider asked to wait until 13:00')
    expect(resting('provider_limit', NOON + 30 * SECOND)).toBe('The provider asked to wait; goes on in 30 s')
    expect(resting('provider_limit', null)).toBe('The provider asked to wait')
    expect(resting('rate', NOON + HOUR)).toBe('Keeps to its rate; goes on 13:00')
    expect(resting('rate', NOON + 2 * SECOND)).toBe('Keeps to its rate; goes on in 2 s')
    expect(resting('unclear_answers', NOON + 2 * SECOND)).toContain('the next one in 2 s')
    expect(resting('rate', NOON)).toBe('Sending, 12 a second')
    expect(laneCountsDownTo(lane({ rest: { reason: 'rate', until: NOON + SECOND } }), NOON)).toBe(NOON + SECOND)
    expect(laneCountsDownTo(lane({ rest: { reason: 'rate', until: null } }), NOON)).toBeNull()
  })

  test('counts what it holds', () => {
    expect(laneCounts(english.lanes, lane())).toBe('Nothing waits')
    expect(laneCounts(english.lanes, lane({ waiting: 1_200, sending: 3, held: 1 }))).toBe('1,200 waiting · 3 being sent · 1 held')
    expect(laneCounts(dutch.lanes, lane({ waiting: 1, sending: 2 }))).toBe('1 wacht · 2 worden verzonden')
    expect(laneCounts(swedish.lanes, lane({ scheduled: 1, held: 2 }))).toBe('1 schemalagt · 2 hålls inne')
    expect(countsOfLane(lane({ waiting: 2, sending: 1, scheduled: 4, held: 5 }))).toEqual({ waiting: 3, scheduled: 4, held: 5 })
  })

  test('has a rate in words, and takes one that is typed', () => {
    expect(rateWords(english.lanes, { count: 1, per: 'hour' })).toBe('1 an hour')
    expect(rateWords(english.lanes, { count: 1_000, per: 'day' })).toBe('1,000 a day')
    expect(rateWords(english.lanes, null)).toBe('no limit')
    expect(['1', ' 12 ', '1 000', '1,000', '1.000', '1 000 000'].map(readRateCount)).toEqual([1, 12, 1_000, 1_000, 1_000, 1_000_000])
    expect(['', '0', '-1', '1e3', 'ten', '1000001', '99999999'].map(readRateCount)).toEqual([null, null, null, null, null, null, null])
  })

  test('says what was moved to another, and what it cannot take', () => {
    expect(movedWords(english.lanes, { moved: 2, left: 0 }, 'KPN')).toBe('2 texts now go through KPN.')
    expect(movedWords(english.lanes, { moved: 1, left: 1 }, 'KPN')).toBe(
      '1 text now goes through KPN. 1 was left, because KPN cannot take it.',
    )
  })
})

describe('the lists', () => {
  const none = { waiting: 0, scheduled: 0, held: 0, missed: 0, unconfirmed: 0, failed: 0 }

  test('begin where somebody has to decide', () => {
    expect(firstView(none)).toBe('waiting')
    expect(firstView({ ...none, failed: 9, scheduled: 9, held: 9 })).toBe('waiting')
    expect(firstView({ ...none, unconfirmed: 1 })).toBe('unconfirmed')
    expect(firstView({ ...none, unconfirmed: 1, missed: 1 })).toBe('missed')
  })

  test('are read from an address', () => {
    expect(OUTBOX_VIEWS.map(readView)).toEqual([...OUTBOX_VIEWS])
    expect(readView('sent')).toBeNull()
    expect(readView(undefined)).toBeNull()
  })

  test('offer nothing that comes too late', () => {
    expect(rowActions('waiting', message({ status: 'sending' }), NOON)).toEqual({ main: null, more: [] })
    expect(rowActions('waiting', message(), NOON)).toEqual({ main: 'cancel', more: [] })
    expect(rowActions('waiting', message({ notBefore: NOON + 1 }), NOON)).toEqual({ main: 'cancel', more: ['send_now'] })
    expect(rowActions('failed', message({ status: 'failed' }), NOON).main).toBe('retry')
  })

  test('keep a text chosen as long as it may be there', () => {
    const chosen = new Set(['a', 'b'])
    expect([...stillThere(chosen, [{ id: 'b' }, { id: 'c' }], true)]).toEqual(['b'])
    expect(stillThere(chosen, [{ id: 'b' }], false)).toBe(chosen)
    expect(stillThere(chosen, [{ id: 'a' }, { id: 'b' }], true)).toBe(chosen)
  })
})

describe('before something is done', () => {
  test('sending what may have arrived always asks, whatever the number', () => {
    for (const count of [1, 20, null]) expect(questionFor('send_again', 'unconfirmed', count, false)).toBe('confirm')
  })

  test('more than 20 texts ask, and so does a number nobody knows', () => {
    for (const action of ['cancel', 'retry', 'was_sent', 'leave'] satisfies Action[]) {
      expect(questionFor(action, 'waiting', 20, false)).toBe('none')
      expect(questionFor(action, 'waiting', 21, false)).toBe('confirm')
      expect(questionFor(action, 'waiting', null, false)).toBe('confirm')
    }
  })

  test('a whole list is never cancelled unasked, but for one text', () => {
    expect(questionFor('cancel', 'missed', 2, true)).toBe('confirm')
    expect(questionFor('cancel', 'missed', 1, true)).toBe('none')
    expect(questionFor('send_now', 'missed', 2, true)).toBe('none')
  })

  test('held texts need a reason, other times a time', () => {
    expect(questionFor('send_now', 'held', 500, true)).toBe('reason')
    expect(questionFor('send_now', 'missed', 1, false)).toBe('none')
    expect(questionFor('reschedule', 'missed', 500, true)).toBe('time')
  })

  test('the question says to how many, and both answers say what they do', () => {
    const { title, yes, no } = confirmation(englishActions, 'cancel', 21)
    expect([title, yes, no]).toEqual(['Cancel these 21 texts?', 'Cancel 21 texts', 'Keep waiting'])
    expect(confirmation(englishActions, 'cancel', null).title).toBe('Cancel all these texts?')
    expect(confirmation(englishActions, 'send_again', 1).yes).toBe('Send again')
    expect(confirmation(swedishActions, 'leave', 1).yes).toBe('Låt sms:et vara')
    expect(confirmation(dutchActions, 'send_again', 1_200).title).toBe('Deze 1.200 sms’en opnieuw verzenden?')
  })
})

describe('after something was done', () => {
  const result = { done: 0, tooLate: 0, left: 0 }

  test('what was done is said first, then what was not and why', () => {
    expect(resultWords(englishActions, 'cancel', { ...result, done: 2 })).toEqual({ words: '2 texts are cancelled.', incomplete: false })
    expect(resultWords(englishActions, 'cancel', { ...result, done: 1, tooLate: 2 })).toEqual({
      words: '1 text is cancelled. Too late for 2 texts: they were already handed to the provider.',
      incomplete: true,
    })
    expect(resultWords(swedishActions, 'cancel', { ...result, done: 1, tooLate: 1 }).words).toBe(
      '1 sms är stoppat. För sent för 1 sms: det hade redan lämnats över till leverantören.',
    )
    expect(resultWords(dutchActions, 'send_now', { ...result, left: 1 }).words).toBe(
      '1 sms is zo gelaten: die is intussen veranderd, of wordt tegengehouden en vraagt om een reden.',
    )
    expect(resultWords(englishActions, 'was_sent', { ...result, left: 1 }).words).toBe(
      '1 text was left: its fate became known in the meantime.',
    )
    expect(resultWords(englishActions, 'cancel', result).words).toBe(
      'There was nothing left to do: what became of these texts is known by now.',
    )
  })

  test('what the providers answered is said with what they cannot', () => {
    expect(askedWords(englishActions, { asked: 0, settled: 0, cannotBeAsked: 1 })).toMatch(/^No provider could be asked\. 1 text cannot/)
    expect(askedWords(englishActions, { asked: 2, settled: 0, cannotBeAsked: 0 })).toBe('Asked about 2 texts: no provider knows more.')
    expect(askedWords(englishActions, { asked: 3, settled: 1, cannotBeAsked: 0 })).toBe('Asked about 3 texts: 1 was settled.')
  })
})
