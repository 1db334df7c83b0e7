import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NotificationSettings } from '../../src/shared/contract/notifications.ts'
import { isQuiet, placeFor } from '../../src/shared/notifications/rule.ts'

const ALWAYS: NotificationSettings = { when: 'always', shows: 'text', quietUntil: null, quietHours: null }
const ZONE = 'Europe/Stockholm'
/** 12:00 in Stockholm. */
const NOON = Date.parse('2026-11-22T11:00:00Z')

describe('where somebody is told of what comes in', () => {
  test.each([
    { what: 'a text while another window is in front', settings: {}, window: false, open: null, place: 'computer' },
    { what: 'a text to the open conversation, which nobody looks at', settings: {}, window: false, open: 'one', place: 'computer' },
    { what: 'a text to the conversation in front of the person', settings: {}, window: true, open: 'one', place: 'nowhere' },
    { what: 'a text to another conversation', settings: {}, window: true, open: 'other', place: 'window' },
    { what: 'in front, where only those who are away are told', settings: { when: 'away' }, window: true, open: null, place: 'nowhere' },
    { what: 'away, where only those who are away are told', settings: { when: 'away' }, window: false, open: null, place: 'computer' },
    { what: 'where nobody wants to be told', settings: { when: 'never' }, window: false, open: null, place: 'nowhere' },
    { what: 'until later it is quiet', settings: { quietUntil: NOON + 1 }, window: false, open: null, place: 'nowhere' },
    { what: 'it was quiet until now', settings: { quietUntil: NOON }, window: false, open: null, place: 'computer' },
    {
      what: 'in the quiet hours of the day',
      settings: { quietHours: { from: '11:30', until: '12:30' } },
      window: true,
      open: null,
      place: 'nowhere',
    },
  ] as const)('$what: $place', ({ settings, window, open, place }) => {
    expect(placeFor('one', { ...ALWAYS, ...settings }, { window, conversationId: open }, NOON, ZONE)).toBe(place)
  })

  test('quiet hours go over midnight by the clock of this computer, summer time included', () => {
    const night = { quietUntil: null, quietHours: { from: '22:00', until: '07:00' } }
    const quietAt = (time: string): boolean => isQuiet({ ...ALWAYS, ...night }, Date.parse(time), ZONE)
    expect([quietAt('2026-11-22T20:59:59Z'), quietAt('2026-11-22T21:00:00Z')]).toEqual([false, true])
    expect([quietAt('2026-11-23T05:59:59Z'), quietAt('2026-11-23T06:00:00Z')]).toEqual([true, false])
    expect([quietAt('2026-07-01T19:59:59Z'), quietAt('2026-07-01T20:00:00Z')]).toEqual([false, true])
  })

  test('nothing is ever shown while it is quiet, nor of what is in front of the person', () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
    fc.assert(
      fc.property(
        fc.record({
          when: fc.constantFrom('always' as const, 'away' as const, 'never' as const),
          shows: fc.constantFrom('text' as const, 'who' as const),
          quietUntil: fc.option(fc.integer({ min: 0, max: 2 * NOON })),
          quietHours: fc.option(fc.record({ from: time, until: time })),
        }),
        fc.boolean(),
        fc.constantFrom('one', 'other', null),
        fc.integer({ min: 0, max: 2 * NOON }),
        (settings, window, conversationId, now) => {
          const place = placeFor('one', settings, { window, conversationId }, now, ZONE)
          const silent = settings.when === 'never' || isQuiet(settings, now, ZONE) || (window && conversationId === 'one')
          expect(silent ? ['nowhere'] : window ? ['window', 'nowhere'] : ['computer']).toContain(place)
        },
      ),
    )
  })
})
