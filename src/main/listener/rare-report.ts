/**
 * Reports at most once in `everyMs` milliseconds, with how many there were since the last report: what strangers or
 * a full disk can cause a thousand times a second must not fill the log.
 */
export function createRareReport({ now, everyMs }: { now: () => number; everyMs: number }): (report: (count: number) => void) => void {
  let count = 0
  let reportedAt = Number.NEGATIVE_INFINITY
  return (report) => {
    const at = now()
    count += 1
    if (at - reportedAt < everyMs && at >= reportedAt) return
    report(count)
    count = 0
    reportedAt = at
  }
}
