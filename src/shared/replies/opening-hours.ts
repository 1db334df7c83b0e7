import type { OpenSpan } from '../contract/replies.ts'
import { DAY_MS, offsetAt } from '../time/offsets.ts'

/**
 * Whether it is open at an instant, by the clock on the business’s wall. A span that ends at or before its beginning ends on the next
 * day; one that ends when it begins lasts a whole day.
 * @param zone IANA name
 * @param at ms UTC
 */
export function isOpen(spans: readonly OpenSpan[], zone: string, at: number): boolean {
  const wall = at + offsetAt(zone, at)
  const midnight = Math.floor(wall / DAY_MS)
  // 1970 began on a Thursday.
  const today = ((((midnight + 3) % 7) + 7) % 7) + 1
  const yesterday = today === 1 ? 7 : today - 1
  const time = wall - midnight * DAY_MS
  return spans.some((span) => {
    const from = clockMs(span.from)
    const until = clockMs(span.until)
    const overnight = until <= from
    return (span.day === today && time >= from && (overnight || time < until)) || (span.day === yesterday && overnight && time < until)
  })
}

function clockMs(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000
}
