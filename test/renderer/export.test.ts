import { describe, expect, test, vi } from 'vitest'
import { collectFile } from '../../src/renderer/export/collect.ts'
import { isTurnedRound, offsetWords, timeOf } from '../../src/renderer/export/range.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createTimes } from '../../src/renderer/language/times.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { inAnHour, nextMorning, quietWords } from '../../src/renderer/notifications/quiet.ts'
import { byDay, createPrintTimes, pagesOf, printedState, printedText, printedWay } from '../../src/renderer/print/words.ts'

const english = await loadCatalog('en')
const swedish = await loadCatalog('sv')

describe('a file put together in the window', () => {
  test('holds few pieces at a time, however many there are, and says how far it is', async () => {
    const made: number[] = []
    vi.stubGlobal(
      'Blob',
      class extends Blob {
        constructor(parts: string[]) {
          super(parts)
          made.push(parts.length)
        }
      },
    )
    const counts: number[] = []
    let asked = 0
    const { parts, rows } = await collectFile(
      ({ after }) => {
        expect(after).toBe(asked === 0 ? undefined : String(asked))
        asked += 1
        return Promise.resolve({ text: `${asked},`, count: 10, next: asked < 100 ? String(asked) : null })
      },
      (count) => counts.push(count),
      new AbortController().signal,
    )
    vi.unstubAllGlobals()
    expect([rows, counts.length, counts.at(-1)]).toEqual([1_000, 100, 1_000])
    expect(Math.max(...made)).toBeLessThanOrEqual(16)
    expect(await new Blob(parts).text()).toBe(Array.from({ length: 100 }, (_, index) => `${index + 1},`).join(''))
  })

  test('stops when it is cancelled', async () => {
    const stop = new AbortController()
    let asked = 0
    const collecting = collectFile(
      () => {
        asked += 1
        if (asked === 3) stop.abort()
        return Promise.resolve({ text: 'x', count: 1, next: 'more' })
      },
      () => undefined,
      stop.signal,
    )
    await expect(collecting).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toBe(3)
  })
})

describe('days of a file', () => {
  test('are whole, by this computer’s clock, also when clocks change', () => {
    vi.stubEnv('TZ', 'Europe/Stockholm')
    const day = timeOf({ from: '2026-10-25', until: '2026-10-25' })
    expect(day).toEqual({ from: Date.parse('2026-10-24T22:00:00Z'), until: Date.parse('2026-10-25T23:00:00Z') })
    expect(timeOf({ from: '', until: 'nonsense' })).toEqual({})
    expect([isTurnedRound({ from: '2026-02-01', until: '2026-01-01' }), isTurnedRound({ from: '2026-02-01', until: '' })]).toEqual([
      true,
      false,
    ])
    expect([offsetWords(Date.parse('2026-07-01T12:00Z'), 'Europe/Stockholm'), offsetWords(0, 'America/St_Johns')]).toEqual([
      'UTC+02:00',
      'UTC−03:30',
    ])
    vi.unstubAllEnvs()
  })
})

describe('a conversation on paper', () => {
  const at = new Date(2026, 10, 22, 14, 5, 9).getTime()
  const words = createWords(english, 'print', 'en-GB')
  const messages = createWords(english, 'messages', 'en-GB')
  const times = createPrintTimes('en-GB')

  test('says the exact time of each state, and what has no text', () => {
    expect(printedState(words, times, { direction: 'outbound', status: 'delivered', createdAt: at, statusAt: at + 3_000 })).toBe(
      'delivered at 14:05:12',
    )
    expect(printedState(words, times, { direction: 'outbound', status: 'failed', createdAt: at, statusAt: at + 86_400_000 })).toBe(
      'not sent 23 Nov 2026, 14:05:09',
    )
    const sent = { direction: 'outbound', status: 'sent', createdAt: at, statusAt: at } as const
    expect(printedState(createWords(swedish, 'print', 'sv'), createPrintTimes('sv'), sent)).toBe('skickat kl. 14:05:09')
    expect(printedState(words, times, { direction: 'inbound', status: 'received', createdAt: at, statusAt: at })).toBeNull()
    expect(printedText(words, messages, { kind: 'missed_call', direction: 'inbound', text: '' })).toBe('Missed call')
    expect(printedText(words, messages, { kind: 'text', direction: 'inbound', text: '' })).toBe('(no text)')
    expect(printedWay(words, { from: 'Garage', to: '+46701740605' })).toBe('Garage to +46 70 174 06 05')
  })

  test('goes by day, and its length is told in pages', () => {
    const messages = [at, at + 1_000, at + 86_400_000].map((createdAt) => ({ createdAt }))
    expect(byDay(messages).map((day) => day.messages.length)).toEqual([2, 1])
    expect([pagesOf(0), pagesOf(22), pagesOf(23)]).toEqual([1, 1, 2])
  })
})

test('quiet ends in an hour, or when the next working day begins', () => {
  const evening = new Date(2026, 10, 22, 17, 30).getTime()
  const night = new Date(2026, 10, 23, 2, 0).getTime()
  const morning = new Date(2026, 10, 23, 8, 0).getTime()
  expect([inAnHour(evening), nextMorning(evening), nextMorning(night)]).toEqual([
    new Date(2026, 10, 22, 18, 30).getTime(),
    morning,
    morning,
  ])
  expect(nextMorning(morning)).toBe(new Date(2026, 10, 24, 8, 0).getTime())
  const times = createTimes(createWords(english, 'times', 'en-GB'), 'en-GB')
  expect(quietWords(times, { quietUntil: morning }, evening)).toBe('tomorrow 08:00')
  expect([quietWords(times, { quietUntil: evening }, evening), quietWords(times, { quietUntil: null }, evening)]).toEqual([null, null])
})
