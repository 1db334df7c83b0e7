import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { BYTE_ORDER_MARK, csvRows } from '../contacts/csv-rows.ts'

/** Headers of an export. The import knows the second and the last again, so that a file can come back with its evidence. */
export const HEADERS = { number: 'Number', at: 'Opted out', name: 'Name', source: 'Told by', evidence: 'Evidence' } as const

/** First row of an export. */
export function csvHeader(): string {
  return BYTE_ORDER_MARK + csvRows([[HEADERS.number, HEADERS.at, HEADERS.name, HEADERS.source, HEADERS.evidence]])
}

/** One row per opt-out; times are ISO 8601 in UTC. */
export function csvOptOuts(optOuts: readonly OptOut[]): string {
  return csvRows(optOuts.map(({ e164, at, name, source, evidence }) => [e164, new Date(at).toISOString(), name ?? '', source, evidence]))
}
