import type { MessageKind } from '../../shared/contract/messages.ts'
import type { MessageStatus } from '../../shared/messages/status.ts'
import { offsetAt } from '../../shared/time/offsets.ts'
import { BYTE_ORDER_MARK, csvRows } from '../contacts/csv-rows.ts'

/** Columns of a file of messages, in their order. */
export const CSV_COLUMNS = [
  'Time',
  'Time zone',
  'Direction',
  'Kind',
  'From',
  'To',
  'Name',
  'Text',
  'State',
  'State time',
  'Parts',
  'Account',
  'Provider ids',
  'Error',
] as const

/** A message as its row of a file needs it. Times in ms UTC. */
export interface ExportRow {
  at: number
  direction: 'inbound' | 'outbound'
  kind: MessageKind
  sender: string
  recipient: string
  /** Of the person on the other side; null where the number is nobody's. */
  name: string | null
  text: string
  status: MessageStatus
  statusAt: number
  parts: number
  account: string
  /** JSON array of the provider's ids. */
  refs: string
  error: string | null
}

/** First row of a file, behind the byte order mark that has Excel read UTF-8. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvRows([[...CSV_COLUMNS]])
}

/** A row per message, its times by the clock of a zone. */
export function csvMessages(rows: readonly ExportRow[], zone: string): string {
  return csvRows(
    rows.map((row) => [
      isoTimeIn(row.at, zone),
      zone,
      row.direction,
      row.kind.replace('_', ' '),
      row.sender,
      row.recipient,
      row.name ?? '',
      row.text,
      row.status,
      isoTimeIn(row.statusAt, zone),
      String(row.parts),
      row.account,
      (JSON.parse(row.refs) as string[]).join(' '),
      row.error ?? '',
    ]),
  )
}

/** ISO 8601 to the second with the offset of a zone: `2026-11-22T14:05:09+01:00`. @param at ms UTC */
export function isoTimeIn(at: number, zone: string): string {
  const offset = offsetAt(zone, at)
  const wall = new Date(at + offset).toISOString().slice(0, 19)
  // Zones of long ago were seconds off; ISO 8601 has no seconds there.
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
