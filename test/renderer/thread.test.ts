import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overdueWords, statusWords } from '../../src/renderer/inbox/thread/statusWords.ts'
import { threadItems, type Aside } from '../../src/renderer/inbox/thread/threadItems.ts'
import { keptBack, waitingOf } from '../../src/renderer/inbox/thread/waiting.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import { speechIn } from './speech.ts'

/** The desk of these tests is in Stockholm, whatever computer runs them. */
const zone = process.env['TZ']
let english: Awaited<ReturnType<typeof speechIn>>
let swedish: typeof english
let dutch: typeof english
beforeAll(async () => {
  process.env['TZ'] = 'Europe/Stockholm'
  english = await speechIn('en', 'en-GB')
  swedish = await speechIn('sv', 'sv-SE')
  dutch = await speechIn('nl', 'nl-NL')
})
afterAll(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** Saturday 21 November 2026, 12:00 in Stockholm. */
const NOON = Date.UTC(2026, 10, 21, 11, 0)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 86_400_000

let made = 0
function message(over: Partial<Message>): Message {
  made += 1
  const createdAt = over.createdAt ?? NOON
  return {
    id: `message-${made}`,
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
    status: 'delivered',
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
    createdAt,
    sentAt: null,
    statusAt: createdAt,
    leftUnconfirmed: false,
    ...over,
  }
}

/** A thread in few words: "day", "new 2", or the text with "(" and ")" where a group starts and ends. */
function drawn(newestFirst: Message[], given: Parameters<typeof threadItems>[1] = {}): string[] {
  return threadItems(newestFirst.toReversed(), given).map((item) => {
    if (item.kind === 'day') return 'day'
    if (item.kind === 'new') return `new ${item.count}`
    if (item.kind === 'note') return `note ${item.note.text}`
    if (item.kind === 'consent') return item.event.kind
    return `${item.startsGroup ? '(' : ''}${item.message.text}${item.endsGroup ? ')' : ''}`
  })
}

describe('a thread', () => {
  test('is drawn oldest first with a line before each day', () => {
    expect(
      drawn([
        message({ text: 'c', createdAt: NOON }),
        message({ text: 'b', createdAt: NOON - DAY }),
        message({ text: 'a', createdAt: NOON - DAY - MINUTE }),
      ]),
    ).toEqual(['day', '(a', 'b)', 'day', '(c)'])
  })

  test('keeps together what one side said within five minutes', () => {
    expect(
      drawn([
        message({ text: 'd', createdAt: NOON }),
        message({ text: 'c', createdAt: NOON - 6 * MINUTE }),
        message({ text: 'b', createdAt: NOON - 7 * MINUTE, direction: 'inbound' }),
        message({ text: 'a', createdAt: NOON - 8 * MINUTE, direction: 'inbound' }),
      ]),
    ).toEqual(['day', '(a', 'b)', '(c)', '(d)'])
  })

  test('keeps two accounts apart', () => {
    expect(drawn([message({ text: 'b', accountId: 'other' }), message({ text: 'a' })])).toEqual(['day', '(a)', '(b)'])
  })

  test('draws the line "new" above the first text that had not been seen', () => {
    const messages = [
      message({ text: 'd', direction: 'inbound', createdAt: NOON }),
      message({ text: 'c', createdAt: NOON - MINUTE }),
      message({ id: 'first', text: 'b', direction: 'inbound', createdAt: NOON - 2 * MINUTE }),
      message({ text: 'a', direction: 'inbound', createdAt: NOON - 3 * MINUTE }),
    ]
    expect(drawn(messages, { unread: { firstId: 'first', count: 2 } })).toEqual(['day', '(a)', 'new 2', '(b)', '(c)', '(d)'])
  })

  test('has no line "new" while the first unseen text is not loaded', () => {
    const unread = { firstId: 'elsewhere', count: 5 }
    expect(drawn([message({ text: 'a', direction: 'inbound' })], { unread })).toEqual(['day', '(a)'])
  })

  test('says no day above its first row while the conversation goes on there', () => {
    const messages = [message({ text: 'b', createdAt: NOON }), message({ text: 'a', createdAt: NOON - DAY })]
    expect(drawn(messages, { hasEarlier: true })).toEqual(['(a)', 'day', '(b)'])
  })

  test('puts notes and what was said about texts where they belong, between texts that then stand apart', () => {
    const messages = [message({ text: 'b', createdAt: NOON }), message({ text: 'a', createdAt: NOON - 2 * MINUTE })]
    const note = (at: number): Aside => ({
      kind: 'note',
      key: `note ${at}`,
      at,
      note: { id: `${at}`, conversationId: 'c', text: `${NOON - at}`, createdAt: at, updatedAt: at },
    })
    const event = { e164: '+46701740605', at: NOON, kind: 'opt_out', source: 'clerk', evidence: 'On the phone', messageId: null } as const
    const asides: Aside[] = [note(NOON - DAY), note(NOON - MINUTE), { kind: 'consent', key: 'consent 1', at: NOON, event }]
    expect(drawn(messages, { asides })).toEqual(['day', `note ${DAY}`, 'day', '(a)', `note ${MINUTE}`, '(b)', 'opt_out'])
    expect(drawn(messages, { asides, hasEarlier: true })).toEqual(['(a)', `note ${MINUTE}`, '(b)', 'opt_out'])
  })

  test('leaves out what lies beyond the loaded texts on the later side', () => {
    const messages = [message({ text: 'a', createdAt: NOON - HOUR })]
    const event = { e164: '+46701740605', at: NOON, kind: 'consent', source: 'import', evidence: 'List', messageId: null } as const
    const asides: Aside[] = [{ kind: 'consent', key: 'consent 1', at: NOON, event }]
    expect(drawn(messages, { asides, hasLater: true })).toEqual(['day', '(a)'])
    expect(drawn(messages, { asides })).toEqual(['day', '(a)', 'consent'])
  })

  test('of nothing is nothing', () => {
    expect(drawn([], { unread: { firstId: 'first', count: 3 } })).toEqual([])
  })
})

const statusOf = (of: Message, now: number, { words, times } = english) => statusWords(words, times, of, now)
const overdueOf = (of: Parameters<typeof overdueWords>[1], hours: number, now: number) => overdueWords(english.words, of, hours, now)

describe('the status of a text', () => {
  test('is a word, with a mark that only repeats it', () => {
    expect(statusOf(message({ status: 'delivered', statusAt: NOON + 5 * MINUTE }), NOON + 6 * MINUTE)).toEqual({
      words: 'delivered 12:05',
      mark: '✓✓',
      tone: 'ok',
    })
    expect(statusOf(message({ status: 'sent' }), NOON).words).toBe('sent')
    expect(statusOf(message({ status: 'failed' }), NOON)).toMatchObject({ words: 'not sent', mark: '!' })
    expect(statusOf(message({ status: 'unconfirmed' }), NOON)).toMatchObject({ mark: '?', tone: 'ask' })
  })

  test('says the day when delivery came on another one', () => {
    const late = message({ createdAt: NOON - 2 * DAY, statusAt: NOON - DAY })
    expect(statusOf(late, NOON).words).toBe('delivered yesterday 12:00')
    const today = message({ createdAt: NOON - DAY, statusAt: NOON })
    expect([statusOf(today, NOON).words, statusOf(today, NOON, swedish).words]).toEqual(['delivered 12:00', 'levererat kl. 12:00'])
  })

  test('says that a person left an unconfirmed text as it is', () => {
    expect(statusOf(message({ status: 'unconfirmed', leftUnconfirmed: true }), NOON)).toMatchObject({
      words: 'unconfirmed, left as it is',
      tone: 'plain',
    })
  })

  test('says when a scheduled text goes out', () => {
    expect(statusOf(message({ status: 'queued', notBefore: NOON + DAY }), NOON).words).toBe('goes out tomorrow 12:00')
    expect(statusOf(message({ status: 'queued', notBefore: NOON + MINUTE }), NOON).words).toBe('goes out at 12:01')
    expect(statusOf(message({ status: 'queued', notBefore: NOON - MINUTE }), NOON).words).toBe('waiting')
  })
})

describe('why a text waits', () => {
  const busy = { code: 'busy', message: 'KPN is too busy right now.' }
  const waits = (over: Partial<Message>, now = NOON) => waitingOf(english, message({ status: 'queued', ...over }), now)
  const held = (reason: 'undo' | 'quiet_hours' | 'blockout', until: number): Partial<Message> => ({
    hold: { reason, until },
    notBefore: until,
  })
  const scheduled = (at: number, zone: string | null = 'Europe/Stockholm'): Partial<Message> => ({
    schedule: { at, local: zone === null ? null : '2026-11-22T12:00', zone },
    notBefore: at,
  })

  test('is the reason, and when it is tried again', () => {
    expect(waits({ error: busy, notBefore: NOON + 4 * MINUTE })).toEqual({
      kind: 'trouble',
      sentence: 'KPN is too busy right now. It is tried again at 12:04.',
    })
    expect(waits({ error: busy })?.sentence).toBe('KPN is too busy right now.')
  })

  test('is nothing when its turn comes at once, it can still be taken back, or it waits no more', () => {
    expect(waits({})).toBeNull()
    expect(waits(held('undo', NOON + 5_000))).toBeNull()
    expect(waits({ status: 'sent', error: busy })).toBeNull()
  })

  test('is the time a person chose, and until when it may go', () => {
    expect(waits(scheduled(NOON + DAY))).toEqual({ kind: 'scheduled', sentence: 'Goes out tomorrow 12:00.' })
    expect(waits(scheduled(NOON + HOUR, null))?.sentence).toBe('Goes out at 13:00.')
    expect(waits({ ...scheduled(NOON + HOUR), validUntil: NOON + 3 * HOUR })?.sentence).toBe('Goes out at 13:00. Not sent after 15:00.')
  })

  test('names the zone of a time that was chosen by another clock, with the time here', () => {
    expect(waits(scheduled(NOON + DAY, 'America/New_York'))?.sentence).toBe('Goes out tomorrow 06:00 in New York (tomorrow 12:00 here).')
    expect(waits(scheduled(NOON + DAY, 'Europe/Paris'))?.sentence).toBe('Goes out tomorrow 12:00.')
    expect(waits(scheduled(NOON + DAY, 'No/Such_Zone'))?.sentence).toBe('Goes out tomorrow 12:00.')
  })

  test('says ahead of its time that the account of a scheduled text is paused', () => {
    const paused = { code: 'credentials', message: 'KPN refused the password.' }
    expect(waits({ ...scheduled(NOON + DAY), error: paused })).toEqual({
      kind: 'scheduled',
      sentence: 'Goes out tomorrow 12:00. KPN refused the password.',
    })
  })

  test('is quiet hours, with the recipient’s clock where that shows another time', () => {
    expect(waits(held('quiet_hours', NOON + 20 * HOUR))).toEqual({
      kind: 'quiet_hours',
      sentence: 'Held until tomorrow 08:00 (quiet hours there).',
    })
    expect(waits({ ...held('quiet_hours', NOON + 21 * HOUR), to: '+447400123456' })?.sentence).toBe(
      'Held until tomorrow 09:00, tomorrow 08:00 in London (quiet hours there).',
    )
  })

  test('is the provider’s hours', () => {
    expect(waits(held('blockout', NOON + HOUR))).toEqual({
      kind: 'blockout',
      sentence: 'Held until 13:00: Garage sends nothing of this kind at this hour.',
    })
  })

  test('is that its time was missed, however long ago', () => {
    const missed = { hold: { reason: 'missed' as const, until: null }, schedule: { at: NOON - DAY, local: null, zone: null } }
    expect(waits(missed)).toEqual({
      kind: 'missed',
      sentence: 'Its time came while the desk was closed. It was to go out yesterday 12:00.',
    })
    expect(keptBack(message({ status: 'queued', ...missed }), NOON + 30 * DAY)).toBe('missed')
  })

  test('ends when the hold does, also while the lane has not come to it yet', () => {
    for (const reason of ['undo', 'quiet_hours', 'blockout'] as const) {
      expect(keptBack(message({ status: 'queued', ...held(reason, NOON) }), NOON - 1)).toBe(reason)
      expect(keptBack(message({ status: 'queued', ...held(reason, NOON) }), NOON)).toBeNull()
      expect(waits(held(reason, NOON))).toBeNull()
    }
  })
})

describe('the status of a text that is kept back', () => {
  const words = (over: Partial<Message>) => statusOf(message({ status: 'queued', ...over }), NOON)

  test('says why and until when', () => {
    expect(words({ hold: { reason: 'undo', until: NOON + 5_000 } }).words).toBe('sending in a few seconds')
    expect(words({ hold: { reason: 'quiet_hours', until: NOON + 20 * HOUR } }).words).toBe('held until tomorrow 08:00')
    expect(words({ hold: { reason: 'missed', until: null } })).toEqual({ words: 'missed its time', mark: '!', tone: 'warn' })
    expect(words({ hold: { reason: 'undo', until: NOON - 1 }, notBefore: NOON - 1 }).words).toBe('waiting')
  })

  test('is not sent where its time had passed', () => {
    const lapsed = message({ status: 'expired', error: { code: 'lapsed', message: '' } })
    expect(statusOf(lapsed, NOON)).toMatchObject({ words: 'not sent, its time had passed', tone: 'bad' })
    const optedOut = message({ status: 'cancelled', error: { code: 'opted_out', message: '' } })
    expect(statusOf(optedOut, NOON)).toMatchObject({ words: 'not sent, asked not to get texts', tone: 'plain' })
    expect(statusOf(message({ status: 'cancelled' }), NOON)).toMatchObject({ words: 'cancelled' })
    expect(statusOf(message({ status: 'expired' }), NOON).words).toBe('not delivered in time')
  })
})

describe('a report that does not come', () => {
  test('is said after the hours that are set, and only of a text that is sent', () => {
    const sent = { status: 'sent' as const, statusAt: NOON, providerKeepsUntil: null }
    expect(overdueOf(sent, 24, NOON + DAY - 1)).toBeNull()
    expect(overdueOf(sent, 24, NOON + DAY)).toEqual({ words: 'sent, no report after 24 hours', mark: '✓', tone: 'warn' })
    expect(overdueOf(sent, 1, NOON + DAY)?.words).toBe('sent, no report after 1 hour')
    expect(overdueOf({ ...sent, status: 'delivered' }, 24, NOON + 9 * DAY)).toBeNull()
  })

  test('counts from when the provider lets go what it keeps', () => {
    const kept = { status: 'sent' as const, statusAt: NOON, providerKeepsUntil: NOON + 3 * DAY }
    expect(overdueOf(kept, 24, NOON + 2 * DAY)).toBeNull()
    expect(overdueOf(kept, 24, NOON + 4 * DAY)?.words).toBe('sent, no report after 24 hours')
  })
})

describe('in other languages', () => {
  test('a moment has the words the language puts before it', () => {
    const late = message({ createdAt: NOON - 2 * DAY, statusAt: NOON - DAY })
    const today = message({ statusAt: NOON })
    const tomorrow = message({ status: 'queued', notBefore: NOON + DAY })
    const words = (of: Message) => [statusOf(of, NOON, swedish).words, statusOf(of, NOON, dutch).words]
    expect(words(late)).toEqual(['levererat i går kl. 12:00', 'afgeleverd gisteren 12:00'])
    expect(words(today)).toEqual(['levererat kl. 12:00', 'afgeleverd om 12:00'])
    expect(words(tomorrow)).toEqual(['går ut i morgon kl. 12:00', 'gaat uit morgen 12:00'])
  })

  test('why a text waits is whole sentences, with a clock elsewhere and the limit', () => {
    const chosen = message({
      status: 'queued',
      notBefore: NOON + DAY,
      schedule: { at: NOON + DAY, local: '2026-11-22T06:00', zone: 'America/New_York' },
      validUntil: NOON + 2 * DAY,
    })
    const busy = { code: 'busy', message: 'KPN is too busy right now.' }
    const failed = message({ status: 'queued', error: busy, notBefore: NOON + HOUR })
    expect(waitingOf(swedish, chosen, NOON)?.sentence).toBe(
      'Går ut i morgon kl. 06:00 i New York (i morgon kl. 12:00 här). Går inte ut efter mån kl. 12:00.',
    )
    expect(waitingOf(dutch, chosen, NOON)?.sentence).toBe(
      'Gaat uit morgen 06:00 in New York (morgen 12:00 hier). Gaat niet uit na ma 12:00.',
    )
    const said = { ...swedish, say: (sentence: string) => (sentence === busy.message ? 'KPN är för upptaget just nu.' : sentence) }
    expect(waitingOf(said, failed, NOON)?.sentence).toBe('KPN är för upptaget just nu. Ett nytt försök görs kl. 13:00.')
  })
})
