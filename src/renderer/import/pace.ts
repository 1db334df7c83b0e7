/** How fast an import goes, as a person is told. */
export interface Pace {
  rowsPerSecond: number
  secondsLeft: number
}

/** What was reported at a moment, in ms of any clock. */
interface Report {
  at: number
  rows: number
}

/** Reports older than this, in ms, say nothing about the speed now. */
const WINDOW_MS = 6_000
/** Before so many ms of reports a speed would be a guess. */
const SHORTEST_MS = 1_000

/** Follows the reports of an import: call with each; null as long as there is nothing to tell. */
export function createPace(now: () => number): (rows: number, total: number) => Pace | null {
  let reports: Report[] = []
  return (rows, total) => {
    const at = now()
    reports = [...reports.filter((report) => at - report.at <= WINDOW_MS), { at, rows }]
    const first = reports[0]
    if (first === undefined || at - first.at < SHORTEST_MS || rows <= first.rows) return null
    const perMs = (rows - first.rows) / (at - first.at)
    return { rowsPerSecond: perMs * 1_000, secondsLeft: (total - rows) / perMs / 1_000 }
  }
}
