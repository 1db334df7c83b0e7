import type { HookKind, HookVerdict } from '../../shared/contract/hooks.ts'

/** Times a person chooses from. */
export const PERIODS = ['ever', 'today', 'yesterday', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

/** What is shown of what came in. */
export interface ActivityFilter {
  verdict: HookVerdict | null
  kind: HookKind | null
  accountId: string | null
  period: Period
  /** As it is typed. */
  search: string
}

/** Everything. */
export const EVERYTHING: ActivityFilter = { verdict: null, kind: null, accountId: null, period: 'ever', search: '' }

/** Days before today with which a period begins. */
const BEGINS: Readonly<Record<Exclude<Period, 'ever'>, number>> = { today: 0, yesterday: 1, week: 6, month: 29 }

/** The instants of a period, by the days of this computer. `now` in ms since 1970 UTC. */
export function instantsOf(period: Period, now: number): { from?: number; until?: number } {
  if (period === 'ever') return {}
  const from = startOfDay(now, BEGINS[period])
  return period === 'yesterday' ? { from, until: startOfDay(now, 0) } : { from }
}

/** The first instant of the day so many days before that of `now`. */
function startOfDay(now: number, daysBefore: number): number {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - daysBefore)
  return day.getTime()
}
