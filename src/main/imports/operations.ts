import type { ImportRecord, ImportReject } from '../../shared/contract/imports.ts'
import type { Db } from '../store/operation.ts'
import { commitFile } from './commit.ts'
import { previewFile } from './preview.ts'
import { undoImport } from './undo.ts'

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
}

export const importOperations = {
  preview: previewFile,
  commit: commitFile,
  undo: undoImport,

  /** Every import there was, latest first. */
  list(db: Db): ImportRecord[] {
    const rows = db
      .prepare<[], ImportRow>(
        `SELECT id, file_name, status, rows, created, updated, unchanged, duplicates, rejected, started_at, finished_at, undone_at
         FROM imports ORDER BY started_at DESC, id DESC`,
      )
      .all()
    return rows.map(({ id, file_name, status, started_at, finished_at, undone_at, ...counts }) => ({
      id,
      fileName: file_name,
      counts,
      status,
      startedAt: started_at,
      finishedAt: finished_at,
      undoneAt: undone_at,
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
