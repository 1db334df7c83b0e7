import type { ImportRecord, ImportReject } from '../../shared/contract/imports.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { type CommitInput, type Committed, commitFile } from './commit.ts'
import { previewFile } from './preview.ts'
import { type OpenReader, readPeople } from './read-people.ts'
import { exportRejects } from './rejects-csv.ts'
import { takeBackUnfinished, undoImport } from './take-back.ts'

interface ImportRow {
  id: string
  file_name: string
  status: ImportRecord['status']
  rows: number
  created: number
  updated: number
  unchanged: number
  duplicates: number
  rejected: number
  started_at: number
  finished_at: number | null
  undone_at: number | null
  removed: number | null
  restored: number | null
  left_alone: number | null
}

export const importOperations = {
  preview: previewFile,
  commit: committing(readPeople),
  undo: undoImport,
  takeBackUnfinished,
  exportRejects,

  /** Every import there was, latest first. */
  list(db: Db): ImportRecord[] {
    const rows = db
      .prepare<[], ImportRow>(
        `SELECT id, file_name, status, rows, created, updated, unchanged, duplicates, rejected, started_at, finished_at, undone_at,
           removed, restored, left_alone
         FROM imports ORDER BY started_at DESC, id DESC`,
      )
      .all()
    return rows.map(({ id, file_name, status, started_at, finished_at, undone_at, removed, restored, left_alone, ...counts }) => ({
      id,
      fileName: file_name,
      counts,
      status,
      startedAt: started_at,
      finishedAt: finished_at,
      undoneAt: undone_at,
      undone: removed === null ? null : { removed, restored: restored ?? 0, leftAlone: left_alone ?? 0 },
    }))
  },

  /** Refused rows of an import after a row, in file order; null for an import that is not known. */
  rejects(db: Db, input: { importId: string; afterRow: number; limit: number }): ImportReject[] | null {
    if (db.prepare('SELECT 1 FROM imports WHERE id = ?').get(input.importId) === undefined) return null
    return db
      .prepare<[object], ImportReject>(
        'SELECT row, reason, value FROM import_rejects WHERE import_id = @importId AND row > @afterRow ORDER BY row LIMIT @limit',
      )
      .all(input)
  },
}

/** The import with a reader: in a thread of its own, or in this one. */
export function committing(openReader: OpenReader) {
  return (db: Db, input: CommitInput, context: OperationContext): Promise<Committed> => commitFile(db, input, context, openReader)
}
