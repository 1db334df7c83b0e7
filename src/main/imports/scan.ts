import type { ImportCounts, ImportOptions } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { cancelled, type Inspection, inspectFile } from './inspect-file.ts'
import { type Layout, layOut } from './layout.ts'
import { type FileRow, readRows } from './read-rows.ts'

/** A staged file and how it is to be read. */
export interface ScanInput {
  /** Absolute path of the staged file. */
  path: string
  options: ImportOptions
  /** For numbers without a country, unless the options say otherwise. */
  defaultCountry: string
}

export interface OpenedFile {
  inspection: Inspection
  layout: Layout
}

/** Imports that are asked for a mapping of the same headers: the latest. */
const REMEMBERED_IMPORTS = 100

/** Looks at a file and completes the options. @throws Refused when it holds no list of people */
export async function openFile(db: Db, input: ScanInput, context: OperationContext): Promise<OpenedFile> {
  const inspection = await inspectFile(input.path, context)
  return { inspection, layout: layOut(inspection, input.options, input.defaultCountry, (headers) => rememberedLayout(db, headers)) }
}

/**
 * Hands the file's rows (without its header) to `each`, in batches, and lets others work between them.
 * @throws Refused `file_no_rows`, `import_cancelled`, and those of reading
 */
export async function scanRows(
  path: string,
  layout: Layout,
  context: OperationContext,
  each: (rows: FileRow[]) => void | Promise<void>,
): Promise<void> {
  let skip = layout.hasHeader ? 1 : 0
  let seen = 0
  for await (const batch of readRows(path, layout.format)) {
    const rows = skip === 0 ? batch : batch.slice(skip)
    skip = 0
    seen += rows.length
    if (rows.length > 0) await each(rows)
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  if (seen === 0) throw new Refused('file_no_rows', 'This file has a header but no rows below it, so there is nobody to import.')
}

/** What is kept of an import's options: enough to read the next file of the same headers the same way. */
export interface KeptOptions extends Required<ImportOptions> {
  /** The header row; null for a file without one. */
  headers: string[] | null
}

function rememberedLayout(db: Db, headers: readonly string[]): Pick<Layout, 'columns' | 'onDuplicate'> | null {
  const wanted = JSON.stringify(headers)
  const rows = db
    .prepare<[], { options: string }>(
      `SELECT options FROM imports WHERE status IN ('done', 'undone') ORDER BY started_at DESC, id DESC LIMIT ${REMEMBERED_IMPORTS}`,
    )
    .all()
  for (const row of rows) {
    const kept = JSON.parse(row.options) as Partial<KeptOptions>
    if (kept.columns !== undefined && kept.onDuplicate !== undefined && JSON.stringify(kept.headers) === wanted) {
      return { columns: kept.columns, onDuplicate: kept.onDuplicate }
    }
  }
  return null
}

/** No rows yet. */
export function zeroCounts(): ImportCounts {
  return { rows: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 }
}

/** Adds one row of this outcome. */
export function countRow(counts: ImportCounts, outcome: 'created' | 'updated' | 'unchanged' | 'duplicate' | 'rejected'): void {
  counts.rows += 1
  counts[outcome === 'duplicate' ? 'duplicates' : outcome] += 1
}
