import type { ImportCounts, ImportOptions } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { type Inspection, inspectFile } from './inspect-file.ts'
import { type Layout, layOut } from './layout.ts'
import { type FileRow, readRows } from './read-rows.ts'
import { rememberedLayout } from './remembered-layouts.ts'

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

/** Looks at a file and completes the options. @throws Refused when it holds no list of people */
export async function openFile(db: Db, input: ScanInput, context: OperationContext): Promise<OpenedFile> {
  const inspection = await inspectFile(input.path, context, input.options.sheet)
  return { inspection, layout: layOut(inspection, input.options, input.defaultCountry, (headers) => rememberedLayout(db, headers)) }
}

/**
 * The file's rows without its header, in batches.
 * @throws Refused `file_no_rows`, and those of reading
 */
export async function* rowsBelowHeader(path: string, layout: Layout): AsyncGenerator<FileRow[], void, void> {
  let skip = layout.hasHeader ? 1 : 0
  let seen = 0
  for await (const batch of readRows(path, layout.format)) {
    const rows = skip === 0 ? batch : batch.slice(skip)
    skip = 0
    seen += rows.length
    if (rows.length > 0) yield rows
  }
  if (seen === 0) throw new Refused('file_no_rows', 'This file has a header but no rows below it, so there is nobody to import.')
}

/** What is kept of an import's options: enough to know later how its file was read. */
export interface KeptOptions extends Required<ImportOptions> {
  /** The header row; null for a file without one. */
  headers: string[] | null
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
