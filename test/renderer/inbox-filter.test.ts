import { expect, test } from 'vitest'
import { filterInput, isNarrowed, NO_FILTER } from '../../src/renderer/inbox/search/filter.ts'

const NOW = new Date(2026, 10, 22, 15).getTime()
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()

test('a filter of nothing asks for nothing', () => {
  expect(Object.values(filterInput(NO_FILTER, NOW)).filter((value) => value !== undefined)).toEqual([])
  expect(isNarrowed(NO_FILTER)).toBe(false)
  expect(isNarrowed({ ...NO_FILTER, kind: 'notes' })).toBe(true)
  expect(isNarrowed({ ...NO_FILTER, state: 'received' })).toBe(true)
})

test('periods go by the days of this computer, the last one whole', () => {
  const instants = (filter: Partial<typeof NO_FILTER>) => {
    const { from, until } = filterInput({ ...NO_FILTER, ...filter }, NOW)
    return [from, until]
  }
  expect(instants({ period: 'week' })).toEqual([day(2026, 11, 16), undefined])
  expect(instants({ period: 'last_year' })).toEqual([day(2025, 1, 1), day(2026, 1, 1)])
  expect(instants({ period: 'days', firstDay: '2026-03-28', lastDay: '2026-03-29' })).toEqual([day(2026, 3, 28), day(2026, 3, 30)])
  expect(instants({ period: 'days', lastDay: '2026-03-29' })).toEqual([undefined, day(2026, 3, 30)])
  expect(instants({ period: 'days', firstDay: 'soon' })).toEqual([undefined, undefined])
})

test('a state is a direction, or the statuses that mean it', () => {
  expect(filterInput({ ...NO_FILTER, state: 'received' }, NOW)).toMatchObject({ direction: 'inbound', statuses: undefined })
  expect(filterInput({ ...NO_FILTER, state: 'failed' }, NOW)).toMatchObject({
    direction: undefined,
    statuses: ['failed', 'undelivered', 'expired'],
  })
})
