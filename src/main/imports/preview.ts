import type { ImportPreview, ImportReject, PreviewRow } from '../../shared/contract/imports.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { candidateOf, createDecider, type Decision } from './decide.ts'
import { createDoubts } from './doubts.ts'
import { chosenOptions } from './layout.ts'
import { createPersonReader, type RowReading } from './read-person.ts'
import type { FileRow } from './read-rows.ts'
import { cancelled } from './cancelled.ts'
import { countRow, openFile, rowsBelowHeader, type ScanInput, zeroCounts } from './scan.ts'

/** Rows shown as they will become. */
const PREVIEW_ROWS = 50
/** Refused rows shown. */
const PREVIEW_REJECTS = 200
/** Values shown of a column. */
const SAMPLES = 5
/** Longest cell shown, in UTF-16 units. */
const LONGEST_CELL = 300

/** Reads every row of a staged file and says what an import would do. Writes nothing. */
export async function previewFile(db: Db, input: ScanInput, context: OperationContext): Promise<Omit<ImportPreview, 'fileName'>> {
  const { layout, inspection } = await openFile(db, input, context)
  const readPerson = createPersonReader(layout)
  const decider = createDecider(db, layout.onDuplicate)
  const counts = zeroCounts()
  const rows: PreviewRow[] = []
  const rejects: ImportReject[] = []
  const columns = layout.columns.map((_, index) => ({
    header: layout.names[index] ?? `Column ${index + 1}`,
    filled: 0,
    samples: [] as string[],
  }))
  const doubts = createDoubts(layout)

  function look(row: FileRow): void {
    doubts.look(row)
    for (const [index, column] of columns.entries()) {
      const cell = row.cells[index]
      if (cell === undefined || cell === '' || cell.trim() === '') continue
      column.filled += 1
      if (column.samples.length < SAMPLES) column.samples.push(shown(cell.trim()))
    }
    const numbers: PreviewRow['numbers'] | null = rows.length < PREVIEW_ROWS ? [] : null
    const reading = readPerson(
      row,
      numbers === null
        ? undefined
        : (column, { raw, reading: number, extension }) => {
            numbers.push({
              column,
              raw: shown(raw),
              e164: number.valid ? number.e164 : null,
              extension,
              note: number.valid ? number.note : number.reason,
            })
          },
    )
    if (reading.kind === 'person' && reading.someUnread) doubts.withoutNumber(row.row)
    const decision = reading.kind === 'person' ? decider.decide(candidateOf(reading)) : null
    countRow(counts, decision?.outcome ?? 'rejected')
    if (reading.kind === 'rejected' && rejects.length < PREVIEW_REJECTS)
      rejects.push({ row: row.row, reason: reading.reason, value: reading.value })
    if (numbers !== null) rows.push(previewRow(row, columns.length, reading, decision, numbers))
  }

  for await (const batch of rowsBelowHeader(input.path, layout)) {
    decider.lookAgain()
    for (const row of batch) look(row)
    context.progress(counts.rows, Math.max(inspection.lines, counts.rows))
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  return {
    importedBefore: importedBefore(db, inspection.hash),
    warning: doubts.warning(),
    format: layout.format.kind,
    source: layout.source,
    sheets: layout.sheets,
    options: {
      ...chosenOptions(layout),
      // A column nobody filled has nothing to keep.
      columns: layout.columns.map((column, index) =>
        column.meaning === 'field' && columns[index]?.filled === 0 && input.options.columns === undefined
          ? { meaning: 'skip', label: '' }
          : column,
      ),
    },
    columns,
    counts,
    rows,
    rejects,
  }
}

/** The last import of the same bytes that still stands. */
function importedBefore(db: Db, fileHash: string): ImportPreview['importedBefore'] {
  const before = db
    .prepare<[string], { importId: string; fileName: string; at: number; created: number; updated: number }>(
      `SELECT id AS importId, file_name AS fileName, started_at AS at, created, updated FROM imports
       WHERE file_hash = ? AND status = 'done' ORDER BY started_at DESC, id DESC LIMIT 1`,
    )
    .get(fileHash)
  return before ?? null
}

function previewRow(
  row: FileRow,
  width: number,
  reading: RowReading,
  decision: Decision | null,
  numbers: PreviewRow['numbers'],
): PreviewRow {
  return {
    row: row.row,
    cells: Array.from({ length: width }, (_, index) => shown(row.cells[index] ?? '')),
    name: reading.kind === 'person' ? reading.person.name : reading.name,
    numbers,
    outcome: decision?.outcome ?? 'rejected',
    reason: reading.kind === 'rejected' ? reading.reason : (decision?.reason ?? null),
  }
}

function shown(cell: string): string {
  return cell.length <= LONGEST_CELL ? cell : `${cell.slice(0, LONGEST_CELL - 1)}…`.toWellFormed()
}
