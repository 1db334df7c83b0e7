import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import type { Store } from '../../src/main/store/store.ts'
import { memoryLog } from './memory-log.ts'
import { givenNewDatabase } from './new-database.ts'
import { temporaryFolder } from './temp-folder.ts'

export interface TestStoreOptions {
  /** Left out: a temporary folder. */
  dataFolder?: string
  /** ms since 1970 UTC; left out: the computer's clock. */
  now?: () => number
}

/** A real store on a real file, in this thread, closed after the test. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<Store> {
  return (await openTestDesk(options)).store
}

/** The same with its folder and a second connection to the same file, to look at rows and to put given rows in. */
export async function openTestDesk(options: TestStoreOptions = {}): Promise<{ store: Store; db: Db; dataFolder: string }> {
  const dataFolder = options.dataFolder ?? temporaryFolder()
  givenNewDatabase(dataFolder)
  const store = await openInlineStore({ dataFolder, log: memoryLog(), now: options.now ?? Date.now })
  const db = new Database(dataFolderPaths(dataFolder).database)
  db.pragma('foreign_keys = ON')
  onTestFinished(async () => {
    db.close()
    await store.close()
  })
  return { store, db, dataFolder }
}
