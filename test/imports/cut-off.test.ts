import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { storeWorkerUrl } from '../../src/main/app/store-worker-url.ts'
import type { Db } from '../../src/main/store/operation.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { customers, everybody, expectConsistent } from './consistency.ts'

const ROWS = 9_000

/** A data folder with some people, and a way to look at it while no desk runs there. */
async function givenFolder() {
  const dataFolder = temporaryFolder()
  const path = join(temporaryFolder(), 'staged')
  const withStore = async <Result>(task: (store: Store) => Promise<Result>): Promise<Result> => {
    const store = await createWorkerOpenStore(storeWorkerUrl())({ dataFolder, log: memoryLog(), now: Date.now })
    try {
      return await task(store)
    } finally {
      await store.close()
    }
  }
  const commit = (content: string, now = Date.now()) => {
    writeFileSync(path, content)
    const input = { path, fileName: 'customers.csv', options: { onDuplicate: 'update' as const }, defaultCountry: 'SE', now }
    return withStore((store) => store.imports.commit(input))
  }
  const look = <Result>(task: (db: Db) => Result): Result => {
    const db = new Database(dataFolderPaths(dataFolder).database)
    try {
      return task(db)
    } finally {
      db.close()
    }
  }
  /** Every third of the customers is here already, under another name. */
  await commit(
    customers(ROWS / 3)
      .replaceAll('Person', 'Old friend')
      .replaceAll('Volvo', ''),
  )
  return { dataFolder, path, withStore, commit, look }
}

async function killed(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
}

const STATUS =
  'SELECT status, rows, created, removed, restored, left_alone AS leftAlone FROM imports ORDER BY started_at DESC, id DESC LIMIT 1'

describe('a desk that is killed', { timeout: 60_000 }, () => {
  it.each([0.05, 0.7, 0.95])('after %d of an import has nothing of it once it has started again', async (share) => {
    const { dataFolder, path, withStore, commit, look } = await givenFolder()
    const before = look(everybody)
    writeFileSync(path, customers(ROWS))
    await killed(dataFolder, 'import', path, String(share))
    expect(look((db) => db.prepare(STATUS).get())).toMatchObject({ status: 'running' })

    expect(await withStore((store) => store.imports.takeBackUnfinished({ now: 1 }))).toBe(1)
    expect(look(everybody)).toEqual(before)
    look(expectConsistent)
    expect(look((db) => db.prepare(STATUS).get())).toMatchObject({ status: 'cancelled', rows: 0, leftAlone: 0 })
    expect(look((db) => db.prepare('SELECT count(*) AS n FROM import_changes').get())).toEqual({ n: 0 })

    const { counts } = await commit(customers(ROWS))
    expect(counts).toEqual({ rows: ROWS, created: (ROWS * 2) / 3, updated: ROWS / 3, unchanged: 0, duplicates: 0, rejected: 0 })
    look(expectConsistent)
  })

  it.each([0.3, 0.9])('after %d of taking an import back finishes it when it has started again', async (share) => {
    const { dataFolder, withStore, commit, look } = await givenFolder()
    const before = look(everybody)
    const { importId } = await commit(customers(ROWS))
    look(expectConsistent)
    await killed(dataFolder, 'undo', importId, String(share))
    expect(look((db) => db.prepare(STATUS).get())).toMatchObject({ status: 'undoing' })

    expect(await withStore((store) => store.imports.takeBackUnfinished({ now: 1 }))).toBe(1)
    expect(look(everybody)).toEqual(before)
    look(expectConsistent)
    expect(look((db) => db.prepare(STATUS).get())).toMatchObject({
      status: 'undone',
      rows: ROWS,
      removed: (ROWS * 2) / 3,
      restored: ROWS / 3,
      leftAlone: 0,
    })
  })
})
