import * as z from 'zod'
import { operation } from './base.ts'
import { count, countryCode, id, instant } from './primitives.ts'

/** Longest piece of a file in one call, in base64 characters (384 KiB of bytes). */
export const MAX_CHUNK_CHARS = 524_288
/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES = 268_435_456

/** What a column of the file means. `field` keeps it as a field of the person under its header. */
export const columnMeaning = z.enum([
  'skip',
  'name',
  'namePrefix',
  'givenName',
  'middleName',
  'familyName',
  'nameSuffix',
  'company',
  'number',
  'notes',
  'field',
])
export type ColumnMeaning = z.infer<typeof columnMeaning>

export const columnMapping = z.object({
  meaning: columnMeaning,
  /** For numbers: "mobile", "work" …; for fields: the field's name. */
  label: z.string().max(60),
})
export type ColumnMapping = z.infer<typeof columnMapping>

/** What a file is: rows of text, contact cards, or a workbook of a spreadsheet. */
export const fileFormat = z.enum(['text', 'vcard', 'xlsx'])
export type FileFormat = z.infer<typeof fileFormat>

/**
 * What happens to a row about somebody who is here already: nothing, only empty fields are filled, or what the file says
 * takes the place of what is here.
 */
export const duplicatePolicy = z.enum(['skip', 'fill', 'update'])
export type DuplicatePolicy = z.infer<typeof duplicatePolicy>

export const fileEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1252',
  'macintosh',
  'iso-8859-1',
  'iso-8859-15',
  'cp850',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
])
export type FileEncoding = z.infer<typeof fileEncoding>

/** How to read the file and what to do with it. What is left out is guessed. */
export const importOptions = z.object({
  encoding: fileEncoding.optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** What encloses cells with a delimiter or a line end in them; empty: nothing does, and the marks are text. */
  quote: z.enum(['"', "'", '']).optional(),
  hasHeader: z.boolean().optional(),
  /** Of a workbook: the name of the sheet that is read. Empty for anything else. */
  sheet: z.string().max(255).optional(),
  columns: z.array(columnMapping).max(200).optional(),
  country: countryCode.optional(),
  onDuplicate: duplicatePolicy.optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

/** Row totals. Always: rows = created + updated + unchanged + duplicates + rejected. */
export const importCounts = z.object({
  rows: count,
  created: count,
  updated: count,
  unchanged: count,
  /** Same person again in the same file. */
  duplicates: count,
  rejected: count,
})
export type ImportCounts = z.infer<typeof importCounts>

export const importReject = z.object({
  /** Row of the file as a spreadsheet shows it: the header is row 1. */
  row: z.int(),
  /** A sentence. */
  reason: z.string(),
  /** The value that was refused, as it stands in the file. */
  value: z.string(),
})
export type ImportReject = z.infer<typeof importReject>

/** Somebody taking an import back left alone, since they were changed after it. */
export const leftAlone = z.object({
  id,
  /** The name, or the company of somebody without one; empty for neither. */
  name: z.string(),
  /** The default number; null without any. */
  number: z.string().nullable(),
})
export type LeftAlone = z.infer<typeof leftAlone>

/** One row of the preview: as it stands in the file, and what would happen to it. */
export const previewRow = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  name: z.string(),
  numbers: z.array(
    z.object({
      column: z.int(),
      raw: z.string(),
      e164: z.string().nullable(),
      /** Digits dialled after the number, which texts go without; empty for none. */
      extension: z.string(),
      /** What was mended, or why it was refused. */
      note: z.string().nullable(),
    }),
  ),
  outcome: z.enum(['created', 'updated', 'unchanged', 'duplicate', 'rejected']),
  /** Why, for duplicates and rejects; what changes, for updates; who it is, where that is somebody of another name. */
  reason: z.string().nullable(),
})
export type PreviewRow = z.infer<typeof previewRow>

export const importPreview = z.object({
  fileName: z.string(),
  format: fileFormat,
  /** What the file is, in words: "Contact cards (vCard 3.0)", "Excel workbook, sheet “Customers”". */
  source: z.string(),
  /** Names of a workbook’s sheets that have something in them; of anything else none. */
  sheets: z.array(z.string()),
  /** What is wrong with how the file is read, as a sentence; null when nothing is. */
  warning: z.string().nullable(),
  /** The last import of the same file that was not taken back; null when there is none. */
  importedBefore: z.object({ importId: id, fileName: z.string(), at: instant, created: count, updated: count }).nullable(),
  /** How the file is read: guesses completed with the person's choices. */
  options: importOptions.required(),
  columns: z.array(z.object({ header: z.string(), filled: count, samples: z.array(z.string()) })),
  counts: importCounts,
  rows: z.array(previewRow),
  /** The first refused rows; `counts.rejected` is how many there are. */
  rejects: z.array(importReject),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importRecord = z.object({
  id,
  fileName: z.string(),
  counts: importCounts,
  status: z.enum(['running', 'done', 'cancelled', 'undoing', 'undone']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** What taking it back did, or has done so far; null before. */
  undone: z.object({ removed: count, restored: count, leftAlone: count }).nullable(),
})
export type ImportRecord = z.infer<typeof importRecord>

const fileId = z.uuid()

export const importsContract = {
  /** Opens a place for a file. Files travel as pieces, never as paths. */
  beginFile: operation
    .input(z.object({ name: z.string().min(1).max(255), size: z.int().min(0).max(MAX_FILE_BYTES) }))
    .output(z.object({ fileId })),
  appendFile: operation
    .input(z.object({ fileId, offset: z.int().min(0), data: z.base64().max(MAX_CHUNK_CHARS) }))
    .output(z.object({ received: count })),
  /** Forgets a file that is not going to be imported. */
  discardFile: operation.input(z.object({ fileId })).output(z.object({ discarded: z.boolean() })),
  /** Reads every row and says what would happen. Writes nothing. */
  preview: operation.input(z.object({ fileId, options: importOptions })).output(importPreview),
  /**
   * Imports the file. All of it or, when it fails or is cancelled, none of it. One import at a time. Progress comes as
   * `importProgress` events.
   */
  commit: operation
    .input(z.object({ fileId, options: importOptions }))
    .output(z.object({ importId: id, counts: importCounts, rejects: z.array(importReject) })),
  cancel: operation.input(z.object({ fileId })).output(z.object({ cancelled: z.boolean() })),
  list: operation.output(z.array(importRecord)),
  /** Refused rows of an import, in file order. */
  rejects: operation
    .input(z.object({ importId: id, afterRow: z.int().min(0), limit: z.int().min(1).max(5_000) }))
    .output(z.object({ rejects: z.array(importReject) })),
  /**
   * The refused rows as a CSV file, in pieces: as they stand in the file they come from, behind their row there and why they
   * were left out. Once mended, an import takes the file as it is.
   */
  exportRejects: operation
    .input(z.object({ importId: id, afterRow: z.int().min(0).optional() }))
    .output(z.object({ text: z.string(), count, next: z.int().nullable() })),
  /**
   * Takes an import back: people it created go, people it changed get their old values. Who was changed since is left
   * alone, counted, and named as far as there are few. Progress comes as `importProgress` events with the import's id.
   */
  undo: operation
    .input(z.object({ importId: id }))
    .output(z.object({ removed: count, restored: count, leftAlone: count, left: z.array(leftAlone) })),
}
