import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCEPTED, ACKID, DAY, json, karixAdapter, lastBody, MINUTE, NOW, openKarixDesk, refusal } from './karix-desk.ts'

const CANNOT_SEND = refusal('-123', 'Cannot send the message during TRAI blockout')
const CANNOT_SCHEDULE = refusal('-124', 'Cannot schedule message in TRAI blockout')

/** Ms UTC of a wall time on Indian clocks, by the standard library's own zones. */
function india(wall: string): number {
  return Date.parse(`${wall}+05:30`)
}

describe('a text that Karix is to keep', () => {
  test.each([
    ['2026-03-02T14:45:00', '2026-03-02 14:45:00'],
    ['2026-03-02T23:59:59', '2026-03-02 23:59:59'],
    ['2026-03-03T00:00:00', '2026-03-03 00:00:00'],
    ['2026-03-03T05:29:59', '2026-03-03 05:29:59'],
    // Where clocks elsewhere change, Indian ones do not.
    ['2026-03-29T06:30:00', '2026-03-29 06:30:00'],
    ['2026-05-30T14:30:00', '2026-05-30 14:30:00'],
  ])('until %s in India goes out with sch_at “%s”, right behind encrpt', async (wall, scheduled) => {
    const desk = await openKarixDesk()
    await desk.send(json(ACCEPTED), { sendAt: india(wall) })
    const body = lastBody(desk)
    expect(body.sch_at).toBe(scheduled)
    expect(Object.keys(body)).toEqual(['ver', 'key', 'encrpt', 'sch_at', 'messages'])
  })

  test('is queued there when it was taken, and its id is kept', async () => {
    const desk = await openKarixDesk()
    expect(await desk.send(json(ACCEPTED), { sendAt: NOW + DAY })).toMatchObject({
      class: 'accepted',
      refs: [ACKID],
      receipt: { ref: ACKID, status: 'queued', rawStatus: 'Request Accepted' },
    })
  })

  test.each([
    15 * MINUTE - 1,
    0,
    -DAY,
    89 * DAY + 1,
    92 * DAY,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.MAX_VALUE,
  ])('%s ms ahead is refused without a call', async (ahead) => {
    const desk = await openKarixDesk()
    expect(await desk.send(json(ACCEPTED), { sendAt: NOW + ahead })).toMatchObject({
      class: 'not_accepted_permanent',
      code: 'provider_schedule_time',
      exchange: { request: '', response: null },
    })
    expect(desk.server.seen).toEqual([])
  })

  test.each([15 * MINUTE, 16 * MINUTE, 89 * DAY])('%s ms ahead is handed over', async (ahead) => {
    const desk = await openKarixDesk()
    expect(await desk.send(json(ACCEPTED), { sendAt: NOW + ahead })).toMatchObject({ class: 'accepted' })
    expect(desk.server.seen).toHaveLength(1)
  })

  test('may be offered with a margin for clocks that differ, and never beyond the shortest three months', () => {
    const { providerSchedule } = karixAdapter.descriptor.capabilities
    expect(providerSchedule).toEqual({ minAheadMinutes: 16, maxAheadDays: 89 })
    for (let day = 0; day < 1_462; day += 1) {
      const from = new Date(Date.UTC(2027, 0, 1) + day * DAY)
      const months = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 4, 0))
      const until = Date.UTC(months.getUTCFullYear(), months.getUTCMonth(), Math.min(from.getUTCDate(), months.getUTCDate()))
      expect((until - from.getTime()) / DAY).toBeGreaterThanOrEqual(89)
    }
  })
})

describe('hours without promotional texts', () => {
  const promotional = { promotional: 'yes', blockoutFrom: '21:00', blockoutTo: '10:00' }

  test.each([
    ['2026-03-02T20:59:59', null],
    ['2026-03-02T21:00:00', '2026-03-03T10:00:00'],
    ['2026-03-02T23:59:59', '2026-03-03T10:00:00'],
    ['2026-03-03T00:00:00', '2026-03-03T10:00:00'],
    ['2026-03-03T09:59:59', '2026-03-03T10:00:00'],
    ['2026-03-03T10:00:00', null],
    ['2026-12-31T22:00:00', '2027-01-01T10:00:00'],
    ['2026-03-02T14:30:00', null],
  ])('at %s in India last until %s', (wall, end) => {
    for (const priority of ['reply', 'bulk'] as const) {
      expect(karixAdapter.blockedUntil?.(promotional, priority, india(wall))).toBe(end === null ? null : india(end))
      // As the rule is today, where the form says nothing.
      expect(karixAdapter.blockedUntil?.({ promotional: 'yes' }, priority, india(wall))).toBe(end === null ? null : india(end))
    }
  })

  test.each([
    ['09:00', '17:30', '2026-03-02T08:59:00', null],
    ['09:00', '17:30', '2026-03-02T09:00:00', '2026-03-02T17:30:00'],
    ['09:00', '17:30', '2026-03-02T17:29:59', '2026-03-02T17:30:00'],
    ['09:00', '17:30', '2026-03-02T17:30:00', null],
    ['00:00', '00:00', '2026-03-02T00:00:00', null],
    ['21:00', '21:00', '2026-03-02T21:00:00', null],
    ['22:00', '00:00', '2026-03-02T23:00:00', '2026-03-03T00:00:00'],
    ['00:00', '06:00', '2026-03-02T00:00:00', '2026-03-02T06:00:00'],
  ])('from %s to %s are, at %s, on until %s', (blockoutFrom, blockoutTo, wall, end) => {
    const until = karixAdapter.blockedUntil?.({ promotional: 'yes', blockoutFrom, blockoutTo }, 'bulk', india(wall))
    expect(until).toBe(end === null ? null : india(end))
  })

  test('are none for an account whose texts are not promotional', () => {
    for (const promotional of ['no', '', '0', 'false']) {
      expect(karixAdapter.blockedUntil?.({ promotional }, 'bulk', india('2026-03-02T23:00:00'))).toBeNull()
    }
    expect(karixAdapter.blockedUntil?.({}, 'bulk', india('2026-03-02T23:00:00'))).toBeNull()
  })

  test('end at the set time on Indian clocks, within a day, whatever the hours and the moment', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => {
      return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    })
    const wallClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }), (blockoutFrom, blockoutTo, now) => {
        const until = karixAdapter.blockedUntil?.({ promotional: 'yes', blockoutFrom, blockoutTo }, 'bulk', now) ?? null
        const shown = wallClock.format(now)
        const isWithin =
          blockoutFrom < blockoutTo
            ? shown >= blockoutFrom && shown < blockoutTo
            : blockoutFrom !== blockoutTo && (shown >= blockoutFrom || shown < blockoutTo)
        expect(until !== null).toBe(isWithin)
        if (until === null) return
        expect([wallClock.format(until), until % MINUTE]).toEqual([blockoutTo, 0])
        expect(until > now && until - now <= DAY).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an answer that nothing goes out at this hour', () => {
  async function answered(options: Parameters<typeof openKarixDesk>[0], id = 'message') {
    const desk = await openKarixDesk(options)
    return desk.send(json(CANNOT_SEND), { id })
  }

  function waitOf(outcome: Awaited<ReturnType<typeof answered>>, end: number): number {
    return outcome.class === 'not_accepted_transient' && outcome.blockedUntil !== undefined ? outcome.blockedUntil - end : Number.NaN
  }

  test('keeps the text back until shortly after the next end of the hours', async () => {
    for (const [wall, end] of [
      ['2026-03-02T21:30:00', '2026-03-03T10:00:00'],
      ['2026-03-03T09:59:59', '2026-03-03T10:00:00'],
      // Karix has other hours than the account says: its word counts.
      ['2026-03-02T14:30:00', '2026-03-03T10:00:00'],
      ['2026-03-02T11:00:00', '2026-03-03T10:00:00'],
    ] as const) {
      const outcome = await answered({ now: india(wall) })
      expect(outcome).toMatchObject({ class: 'not_accepted_transient', code: 'blockout', retryAfterMs: null })
      const wait = waitOf(outcome, india(end))
      expect(wait >= 0 && wait <= 3 * MINUTE).toBe(true)
    }
  })

  test('comes again soon in the first hour after the hours: clocks, or ideas of them, may just differ', async () => {
    for (const wall of ['2026-03-02T10:00:00', '2026-03-02T10:59:59']) {
      const wait = waitOf(await answered({ now: india(wall) }), india(wall))
      expect(wait >= 15 * MINUTE && wait <= 18 * MINUTE).toBe(true)
    }
  })

  test('goes by the hours of the account', async () => {
    const now = india('2026-03-02T08:00:00')
    const wait = (outcome: Awaited<ReturnType<typeof answered>>) => waitOf(outcome, india('2026-03-02T09:00:00'))
    expect(wait(await answered({ now, config: { blockoutFrom: '21:00', blockoutTo: '09:00' } }))).toBeLessThanOrEqual(3 * MINUTE)
    // No hours of its own: as the rule has it today.
    const none = await answered({ now, config: { blockoutFrom: '00:00', blockoutTo: '00:00' } })
    expect(wait(none)).toBeGreaterThanOrEqual(60 * MINUTE)
    expect(wait(none)).toBeLessThanOrEqual(63 * MINUTE)
  })

  test('spreads texts over some minutes, each always the same', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `0190a000-0000-7000-8000-0000000000${index + 10}`)
    const end = india('2026-03-03T10:00:00')
    const waits = await Promise.all(ids.map(async (id) => waitOf(await answered({}, id), end)))
    expect(new Set(waits).size).toBeGreaterThan(15)
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(MINUTE)
    expect(await Promise.all(ids.map(async (id) => waitOf(await answered({}, id), end)))).toEqual(waits)
  })

  test('is said of each text of a list, each with a moment of its own', async () => {
    const desk = await openKarixDesk()
    const outcomes = await desk.sendBatch(json(CANNOT_SEND))
    expect(outcomes).toMatchObject(outcomes.map(() => ({ class: 'not_accepted_transient', code: 'blockout', retryAfterMs: null })))
    const waits = outcomes.map((outcome) => waitOf(outcome, india('2026-03-03T10:00:00')))
    expect(waits.every((wait) => wait >= 0 && wait <= 3 * MINUTE)).toBe(true)
    expect(new Set(waits).size).toBe(3)
  })
})

test('a text for an hour that Karix keeps nothing for waits until the hours that it falls into are over', async () => {
  const sentence = 'Karix sends nothing promotional for the hour it was scheduled for. The text waits and goes out after 09:30 Indian time.'
  const desk = await openKarixDesk({ config: { blockoutFrom: '22:00', blockoutTo: '09:30' } })
  const sendAt = india('2026-03-05T23:00:00')
  const outcome = await desk.send(json(CANNOT_SCHEDULE), { sendAt })
  expect(outcome).toMatchObject({ class: 'not_accepted_transient', code: 'blockout', message: sentence })
  const until = outcome.class === 'not_accepted_transient' ? (outcome.blockedUntil ?? 0) : 0
  const opens = india('2026-03-06T09:30:00')
  expect(until >= opens && until <= opens + 3 * MINUTE).toBe(true)
  expect(await desk.sendBatch(json(CANNOT_SCHEDULE))).toMatchObject(
    Array.from({ length: 3 }, () => ({ class: 'not_accepted_transient', code: 'blockout', message: sentence })),
  )
})
