import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUiState, type AskedSend } from '../../src/renderer/app/uiState.tsx'
import { laterChoices } from '../../src/renderer/components/later.ts'
import { momentWordsIn, theirMoment, wallTimeFrom, zoneName } from '../../src/renderer/components/zones.ts'
import { AT_ONCE, sameWish, sendInput } from '../../src/renderer/inbox/composer/useSend.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import {
  clockWords,
  duplicateChoices,
  minutesWords,
  NIGHT,
  paceSentence,
  quietHoursSentence,
  rateWords,
  undoChoices,
} from '../../src/renderer/settings/sending-words.ts'
import { move } from '../../src/renderer/settings/stand-ins.ts'
import { quietHours } from '../../src/shared/contract/desk.ts'
import { messagesContract } from '../../src/shared/contract/messages.ts'
import { instantOf } from '../../src/shared/time/wall-time.ts'
import { speechIn } from './speech.ts'

const swedishCatalog = await loadCatalog('sv')
const words = createWords(await loadCatalog('en'), 'sending', 'en-GB')
const timeWords = createWords(await loadCatalog('en'), 'chooseTime', 'en-GB')
const deskWords = createWords(await loadCatalog('en'), 'desk', 'en-GB')

const STOCKHOLM = 'Europe/Stockholm'
const zone = process.env['TZ']
let times: Awaited<ReturnType<typeof speechIn>>['times']
beforeAll(async () => {
  process.env['TZ'] = STOCKHOLM
  times = (await speechIn('en', 'en-GB')).times
})
afterAll(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** In Stockholm. */
const at = (local: string): number => instantOf({ local, zone: STOCKHOLM })

describe('the usual times for "later"', () => {
  const offered = (local: string): string[] =>
    laterChoices(timeWords, at(local), STOCKHOLM).map(({ label, wall }) => `${label} ${wall.local}`)

  test('are this evening, tomorrow morning and Monday', () => {
    expect(offered('2026-11-18T10:00')).toEqual(['Later today 2026-11-18T17:00', 'Tomorrow 2026-11-19T09:00', 'Monday 2026-11-23T09:00'])
  })

  test('leave out this evening once it is nearly there', () => {
    expect(offered('2026-11-18T16:44')).toHaveLength(3)
    expect(offered('2026-11-18T16:46')).toEqual(['Tomorrow 2026-11-19T09:00', 'Monday 2026-11-23T09:00'])
  })

  test('do not name Monday twice, and mean the next one on a Monday', () => {
    expect(offered('2026-11-22T18:00')).toEqual(['Tomorrow 2026-11-23T09:00'])
    expect(offered('2026-11-23T18:00')).toEqual(['Tomorrow 2026-11-24T09:00', 'Monday 2026-11-30T09:00'])
  })

  test('are by the clock on the wall when clocks change, at the end of months and of years', () => {
    expect(offered('2026-10-24T18:00')).toEqual(['Tomorrow 2026-10-25T09:00', 'Monday 2026-10-26T09:00'])
    expect(offered('2026-12-31T18:00')[0]).toBe('Tomorrow 2027-01-01T09:00')
  })

  test('always lie ahead, in order, within eight days', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00'), max: at('2028-01-01T00:00') }), (now) => {
        const times = laterChoices(timeWords, now, STOCKHOLM).map((choice) => choice.at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        for (const time of times) expect(time - now).toBeGreaterThan(0)
        for (const time of times) expect(time - now).toBeLessThan(8 * 86_400_000)
      }),
    )
  })
})

describe('times by other clocks', () => {
  const now = at('2026-11-21T12:00')

  test('are said in the words of any other time', () => {
    expect(momentWordsIn(times, 'America/New_York', at('2026-11-22T02:00'), now)).toBe('20:00')
    expect(momentWordsIn(times, 'Asia/Tokyo', at('2026-11-21T18:00'), now)).toBe('tomorrow 02:00')
  })

  test('are said only where they differ from the clock here', () => {
    expect(times.scheduled({ at: at('2026-11-22T09:00'), zone: STOCKHOLM }, now)).toBe('tomorrow 09:00')
    expect(times.scheduled({ at: at('2026-11-22T09:00'), zone: null }, now)).toBe('tomorrow 09:00')
    expect(times.scheduled({ at: at('2026-11-21T17:00'), zone: STOCKHOLM }, now)).toBe('at 17:00')
    expect(times.scheduled({ at: at('2026-11-21T23:00'), zone: 'Asia/Tokyo' }, now)).toBe('tomorrow 07:00 in Tokyo (23:00 here)')
    expect(times.scheduled({ at: at('2026-11-22T02:00'), zone: 'America/New_York' }, now)).toBe(
      'at 20:00 in New York (tomorrow 02:00 here)',
    )
    expect(theirMoment(times, '+46701740605', at('2026-11-22T09:00'), now)).toBeNull()
    expect(theirMoment(times, '+447400123456', at('2026-11-22T09:00'), now)).toEqual({ place: 'London', words: 'tomorrow 08:00' })
    // Somewhere in the United States is no one clock.
    expect(theirMoment(times, '+12025550123', at('2026-11-22T09:00'), now)).toBeNull()
  })

  test('are called by their city', () => {
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(zoneName('UTC')).toBe('UTC')
  })

  test('fields that are not filled in, or name no day, are no time', () => {
    expect(wallTimeFrom('2026-11-22', '09:00')).toEqual({ local: '2026-11-22T09:00', zone: STOCKHOLM })
    expect(wallTimeFrom('2026-11-22', '09:00:30')?.local).toBe('2026-11-22T09:00')
    for (const [date, time] of [
      ['', '09:00'],
      ['2026-11-22', ''],
      ['2026-02-30', '09:00'],
      ['12026-11-22', '09:00'],
    ] as const) {
      expect(wallTimeFrom(date, time)).toBeNull()
    }
  })
})

/** A text without merge fields. */
const AS_IT_IS = { texts: null, templateIds: [] } as const

describe('a wish to send', () => {
  const asked: AskedSend = { requestId: 'one', accountId: 'a', to: ['+46701740605'], text: 'Hello', ...AS_IT_IS, ...AT_ONCE, again: false }
  const tomorrow = { local: '2026-11-22T09:00', zone: STOCKHOLM }

  test('is the same only with the same text, people, account, time and end', () => {
    expect(sameWish(asked, { ...asked })).toBe(true)
    expect(sameWish(null, asked)).toBe(false)
    for (const other of [
      { text: 'Hello!' },
      { accountId: 'b' },
      { to: ['+46701740606'] },
      { schedule: tomorrow },
      { validUntil: 1 },
      { texts: ['Hello Anna'] },
    ]) {
      expect(sameWish(asked, { ...asked, ...other })).toBe(false)
    }
    expect(sameWish({ ...asked, schedule: tomorrow }, { ...asked, schedule: { ...tomorrow } })).toBe(true)
    expect(sameWish({ ...asked, schedule: tomorrow }, { ...asked, schedule: { ...tomorrow, zone: 'UTC' } })).toBe(false)
  })

  test('can be taken back when it goes at once, and not when it waits for its time anyway', () => {
    expect(sendInput(asked)).toEqual({ requestId: 'one', accountId: 'a', to: ['+46701740605'], text: 'Hello', undo: true })
    const later = sendInput({ ...asked, schedule: tomorrow, validUntil: at('2026-11-22T18:00'), again: true })
    expect(later).toMatchObject({ schedule: tomorrow, validUntil: at('2026-11-22T18:00'), again: true })
    expect(later).not.toHaveProperty('undo')
  })

  test('fits the contract', () => {
    const input = messagesContract.send['~orpc'].inputSchema
    const ids = { requestId: '6f1cf0e5-7f5f-4d5e-9d52-0a8f6a5d6a11', accountId: '0198c0de-0000-7000-8000-000000000001' }
    for (const wish of [asked, { ...asked, schedule: tomorrow, validUntil: 1, again: true }]) {
      expect(input?.['~standard'].validate(sendInput({ ...wish, ...ids }))).toHaveProperty('value')
    }
  })
})

describe('a text that was taken back', () => {
  const taken = { text: 'First', accountId: 'a' }

  test('goes into the field where that is empty, and is a new wish', () => {
    const state = createUiState()
    state.getState().setDraft('c', { text: '  ', asked: { requestId: 'one', ...taken, to: [], ...AS_IT_IS, ...AT_ONCE, again: false } })
    state.getState().putBack('c', taken)
    expect(state.getState().drafts['c']).toMatchObject({ text: 'First', accountId: 'a', asked: null, takenBack: [] })
  })

  test('never destroys what is being written, and can be had for it', () => {
    const state = createUiState()
    state.getState().setDraft('c', { text: 'Second' })
    state.getState().putBack('c', taken)
    expect(state.getState().drafts['c']).toMatchObject({ text: 'Second', takenBack: ['First'] })
    state.getState().swapTakenBack('c')
    expect(state.getState().drafts['c']).toMatchObject({ text: 'First', takenBack: ['Second'] })
    state.getState().dropTakenBack('c')
    expect(state.getState().drafts['c']).toMatchObject({ text: 'First', takenBack: [] })
  })

  test('outlives the text that is sent meanwhile', () => {
    const state = createUiState()
    state.getState().setDraft('c', { text: 'Second' })
    state.getState().putBack('c', taken)
    state.getState().clearDraft('c', 'Second')
    expect(state.getState().drafts['c']).toMatchObject({ text: '', takenBack: ['First'] })
    state.getState().swapTakenBack('c')
    expect(state.getState().drafts['c']).toMatchObject({ text: 'First', takenBack: [] })
  })

  test('is never lost, however texts are written, taken back and swapped', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), text: fc.constantFrom('', 'w') }),
      fc.record({ kind: fc.constant('back' as const) }),
      fc.record({ kind: fc.constant('swap' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const state = createUiState()
        const expected = new Set<string>()
        for (const [index, each] of steps.entries()) {
          const { drafts, setDraft, putBack, swapTakenBack } = state.getState()
          const writing = drafts['c']?.text ?? ''
          if (each.kind === 'write') {
            // The person writes over the field: that is theirs to lose.
            expected.delete(writing)
            setDraft('c', { text: each.text === '' ? '' : `w${index}` })
            if (each.text !== '') expected.add(`w${index}`)
          } else if (each.kind === 'back') {
            expected.add(`b${index}`)
            putBack('c', { text: `b${index}`, accountId: 'a' })
          } else swapTakenBack('c')
          const draft = state.getState().drafts['c']
          const kept = [draft?.text ?? '', ...(draft?.takenBack ?? [])].filter((text) => text !== '')
          expect(new Set(kept)).toEqual(expected)
          expect(kept).toHaveLength(expected.size)
        }
      }),
    )
  })
})

describe('the rules in words', () => {
  test('choices keep a value that is none of the usual ones', () => {
    expect(undoChoices(words, 5).map(({ label }) => label)).toEqual(['Not at all', '5 seconds', '10 seconds', '20 seconds', '30 seconds'])
    expect(undoChoices(words, 7).map(({ value }) => value)).toEqual([0, 5, 7, 10, 20, 30])
    expect(duplicateChoices(words, 60).map(({ label }) => label)).toEqual([
      'Never ask',
      'Within 10 minutes',
      'Within 1 hour',
      'Within 1 day',
      'Within 1 week',
    ])
    expect(duplicateChoices(words, 90)).toContainEqual({ value: 90, label: 'Within 90 minutes' })
  })

  test('a length of time is said in its largest whole unit', () => {
    expect([1, 90, 120, 2_880, 20_160].map((minutes) => minutesWords(words, minutes))).toEqual([
      '1 minute',
      '90 minutes',
      '2 hours',
      '2 days',
      '2 weeks',
    ])
  })

  test('quiet hours are one sentence on when, and one on answers', () => {
    expect(quietHoursSentence(words, 'en-GB', NIGHT)).toBe(
      'From 21:00 to 08:00 the next morning, by the clock where the recipient is, texts wait here and go out by themselves afterwards. An answer within an hour of the customer’s own text goes out all the same.',
    )
    expect(quietHoursSentence(words, 'en-GB', { from: '12:00', until: '13:30', days: [7, 1], exemptReplies: false })).toBe(
      'From 12:00 to 13:30 and all day on Mondays and Sundays, by the clock where the recipient is, texts wait here and go out by themselves afterwards. Answers to customers wait as well.',
    )
    expect(quietHoursSentence(words, 'en-GB', { from: '00:00', until: '00:00', days: [], exemptReplies: true })).toMatch(
      /^Nothing is quiet/,
    )
    expect(quietHoursSentence(words, 'en-GB', { from: '00:00', until: '00:00', days: [3], exemptReplies: true })).toMatch(
      /^All day on Wednesdays, by the clock/,
    )
    const swedish = createWords(swedishCatalog, 'sending', 'sv')
    expect(quietHoursSentence(swedish, 'sv', { from: '12:00', until: '13:30', days: [7, 1], exemptReplies: false })).toBe(
      'Från 12:00 till 13:30 och hela dagen på måndagar och söndagar, efter klockan där mottagaren är, väntar sms här och går ut av sig själva efteråt. Svar till kunder väntar också.',
    )
    expect(clockWords('21:00', 'en-US')).toMatch(/^09:00\sPM$/u)
    expect(quietHours.safeParse(NIGHT).success).toBe(true)
  })

  test('a rate says what it means for a thousand texts', () => {
    expect(rateWords(words, { count: 1, per: 'hour' })).toBe('1 text an hour')
    expect(rateWords(words, { count: 1_200, per: 'minute' })).toBe('1,200 texts a minute')
    expect(paceSentence(words, { count: 10, per: 'second' })).toBe('1,000 texts take about 2 minutes.')
    expect(paceSentence(words, { count: 30, per: 'minute' })).toBe('1,000 texts take about 33 minutes.')
    expect(paceSentence(words, { count: 100, per: 'day' })).toBe('1,000 texts take about 10 days.')
    expect(paceSentence(words, { count: 5_000, per: 'hour' })).toBe('1,000 texts go at once.')
  })

  test('stand-ins change places with their neighbours, and never fall off an end', () => {
    expect(move(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(move(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
    expect(move(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(move(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })

  test('banners say how many texts wait for a decision', () => {
    expect(deskWords('missed', { count: 3 })).toBe('3 texts missed their time while the desk was closed.')
    expect(deskWords('missed', { count: 1 })).toBe('1 text missed its time while the desk was closed.')
    expect(deskWords('unconfirmed', { count: 2 })).toBe('We don’t know whether 2 texts went out. Somebody has to decide.')
  })
})
