const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/**
 * How old a text is when its provider is asked what became of it, in milliseconds, where the provider reports by
 * itself: only in case a report got lost. After the last one nobody asks any more. The table is printed in docs/sending.md.
 */
export const QUERY_AGES_WITH_REPORTS_MS: readonly number[] = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS]

/** The same where asking is the only way to know. */
export const QUERY_AGES_WITHOUT_REPORTS_MS: readonly number[] = [
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  6 * HOUR_MS,
  24 * HOUR_MS,
  72 * HOUR_MS,
]

/** Texts handed over longer ago than this are not asked about any more by themselves, in milliseconds. */
export const QUERY_MAX_AGE_MS = 72 * HOUR_MS

/** Two questions about one text are at least this far apart, in milliseconds: a late one takes the place of the next. */
const SHORTEST_GAP_MS = 15 * SECOND_MS

/** What the time of the next question depends on. Times in ms UTC. */
export interface QueryState {
  /** The provider reports by itself. */
  reports: boolean
  /** Since when the text has been sent, or its fate not known. */
  since: number
  /** Questions asked so far. */
  queries: number
  now: number
}

/**
 * When the provider is asked next, ms UTC; null when it was asked often enough. What was missed, while the desk was
 * closed, say, is not made up for. With `since` in the future (the clock was set back) the questions so far count
 * instead of the text's age, so that there is an end all the same.
 */
export function nextQueryAt({ reports, since, queries, now }: QueryState): number | null {
  const ages = reports ? QUERY_AGES_WITH_REPORTS_MS : QUERY_AGES_WITHOUT_REPORTS_MS
  if (since > now) {
    const age = ages[queries]
    return age === undefined ? null : now + age
  }
  const next = ages.find((age) => since + age >= now + SHORTEST_GAP_MS)
  return next === undefined ? null : since + next
}
