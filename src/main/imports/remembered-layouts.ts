import type { ColumnMapping, DuplicatePolicy } from '../../shared/contract/imports.ts'
import { isRejectHeader } from '../../shared/import/reject-headers.ts'
import type { Db } from '../store/operation.ts'
import type { Layout } from './layout.ts'

/** How files with the same headers are read, in the order of one file's columns. */
type Remembered = Pick<Layout, 'columns' | 'country' | 'onDuplicate'>

const SKIPPED: ColumnMapping = { meaning: 'skip', label: '' }

/**
 * Remembers how a file was read, for the next one with the same headers in whatever order. A file without a header has
 * nothing to be known by. Call within a transaction.
 * @param now ms since 1970 UTC
 */
export function rememberLayout(db: Db, { headers, columns, country, onDuplicate }: Layout, now: number): void {
  if (headers === null) return
  const kept = headers.flatMap((header, index): [string, ColumnMapping][] =>
    isRejectHeader(header) ? [] : [[header.trim(), columns[index] ?? SKIPPED]],
  )
  db.prepare<[object]>(
    `INSERT INTO import_layouts (headers, columns, country, on_duplicate, used_at)
     VALUES (@headers, @columns, @country, @onDuplicate, @now)
     ON CONFLICT (headers) DO UPDATE SET columns = excluded.columns, country = excluded.country,
       on_duplicate = excluded.on_duplicate, used_at = excluded.used_at`,
  ).run({ headers: keyOf(headers), columns: JSON.stringify(kept), country, onDuplicate, now })
}

/** What was chosen for the last file with these headers; null when there was none. */
export function rememberedLayout(db: Db, headers: readonly string[]): Remembered | null {
  const row = db
    .prepare<[string], { columns: string; country: string; on_duplicate: DuplicatePolicy }>(
      'SELECT columns, country, on_duplicate FROM import_layouts WHERE headers = ?',
    )
    .get(keyOf(headers))
  if (row === undefined) return null
  // Of headers that are there several times, the first in the file gets what the first had, and so on.
  const byHeader = Map.groupBy(JSON.parse(row.columns) as [string, ColumnMapping][], ([header]) => header)
  const columns = headers.map((header) => byHeader.get(header.trim())?.shift()?.[1] ?? SKIPPED)
  return { columns, country: row.country, onDuplicate: row.on_duplicate }
}

function keyOf(headers: readonly string[]): string {
  return JSON.stringify(
    headers
      .filter((header) => !isRejectHeader(header))
      .map((header) => header.trim())
      .sort(),
  )
}
