import { expect, it } from 'vitest'
import { isReportOverdue } from '../../src/shared/messages/overdue.ts'
import { MESSAGE_STATUSES } from '../../src/shared/messages/status.ts'

const T = Date.UTC(2026, 2, 2, 9, 0, 0)
const HOUR = 3_600_000

it('a report is overdue only for a sent text, from the set hour on', () => {
  expect(isReportOverdue({ status: 'sent', statusAt: T }, 24, T + 24 * HOUR - 1)).toBe(false)
  expect(isReportOverdue({ status: 'sent', statusAt: T }, 24, T + 24 * HOUR)).toBe(true)
  const others = MESSAGE_STATUSES.filter((status) => status !== 'sent')
  expect(others.filter((status) => isReportOverdue({ status, statusAt: T }, 1, T + 1_000 * HOUR))).toEqual([])
})

it('a report is not overdue after the clock was set back', () => {
  expect(isReportOverdue({ status: 'sent', statusAt: T + 48 * HOUR }, 1, T)).toBe(false)
})
