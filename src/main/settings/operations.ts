import type { Settings } from '../../shared/contract/desk.ts'
import type { Db } from '../store/operation.ts'

/** Settings kept in the database: those of the business, not of the computer. */
export type BusinessSettings = Omit<Settings, 'theme' | 'language' | 'notifications'>

export const settingOperations = {
  /** Every setting that was ever set. */
  read(db: Db): Partial<BusinessSettings> {
    const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings').all()
    return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value)]))
  },

  write(db: Db, input: { values: Partial<BusinessSettings>; now: number }): void {
    const upsert = db.prepare(
      `INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    )
    db.transaction(() => {
      for (const [key, value] of Object.entries(input.values)) upsert.run(key, JSON.stringify(value), input.now)
    }).immediate()
  },
}
