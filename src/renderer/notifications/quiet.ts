import type { NotificationSettings } from '../../shared/contract/notifications.ts'
import type { Times } from '../language/times.ts'

/** When a working day begins, for "until tomorrow": by this computer's clock. */
const MORNING_HOUR = 8

/** In an hour, ms UTC. */
export function inAnHour(now: number): number {
  return now + 3_600_000
}

/** Tomorrow morning by this computer's clock, ms UTC; before the morning of today that of today. */
export function nextMorning(now: number): number {
  const morning = new Date(now)
  morning.setHours(MORNING_HOUR, 0, 0, 0)
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1)
  return morning.getTime()
}

/** Until when it is quiet because somebody said so, in words: "14:05", "tomorrow 08:00". Null when it is not. Times in ms UTC. */
export function quietWords(times: Times, { quietUntil }: Pick<NotificationSettings, 'quietUntil'>, now: number): string | null {
  return quietUntil === null || quietUntil <= now ? null : times.moment(quietUntil, now)
}
