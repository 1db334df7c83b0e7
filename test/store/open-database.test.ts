import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import { CHECKED_WHOLE_BYTES } from '../../src/main/store/backups.ts'
import { APPLICATION_ID, latestVersion, schemaVersion } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { markForCheck, openDatabase, type OpenDatabase, type OpenDatabaseOptions } from '../../src/main/store/open-database.ts'
import { asStartupFailed } from '../../src/main/store/startup-problems.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { addPeople, countPeople } from './fill.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
const NEXT = { version: latestVersion(migrations) + 1, name: 'next', sql: 'CREATE TABLE next (id TEXT PRIMARY KEY) STRICT;' }

async function open(dataFolder: string, options: Partial<OpenDatabaseOptions> = {}): Promise<OpenDatabase> {
  const opened = await openDatabase({ dataFolder, shell: 'test', now: NOW, log: memoryLog(), ...options })
  onTestFinished(() => opened.close())
  return opened
}

async function problemOf(dataFolder: string, options: Partial<OpenDatabaseOptions> = {}) {
  const failure = await open(dataFolder, options).catch((error: unknown) => error)
  if (!(failure instanceof StartupFailed)) throw new Error(`not a start-up problem: ${String(failure)}`, { cause: failure })
  expect(failure.message).toMatch(/^[A-Z].*\.$/s)
  return failure.problem
}

/** A folder with a database of `people` people, closed. */
async function usedFolder(people = 500): Promise<string> {
  const dataFolder = temporaryFolder()
  const { db, close } = await open(dataFolder)
  addPeople(db, people)
  close()
  return dataFolder
}

describe('a new folder', () => {
  test('is made, for its owner only, with an empty database of the latest version', async () => {
    const dataFolder = join(temporaryFolder(), 'deep', 'desk')
    const { db } = await open(dataFolder)
    expect(schemaVersion(db)).toBe(latestVersion(migrations))
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    expect(countPeople(db)).toBe(0)
    expect(existsSync(dataFolderPaths(dataFolder).backups)).toBe(false)
    if (process.platform !== 'win32') {
      expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
      expect(statSync(dataFolderPaths(dataFolder).database).mode & 0o777).toBe(0o600)
      expect(statSync(`${dataFolderPaths(dataFolder).database}-wal`).mode & 0o777).toBe(0o600)
    }
  })

  test('has a connection that makes every commit durable and checks references', async () => {
    const { db } = await open(temporaryFolder())
    const read = (name: string) => db.pragma(name, { simple: true })
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('trusted_schema'), read('fullfsync')]).toEqual([
      'wal',
      2,
      1,
      0,
      1,
    ])
  })
})

describe('closing', () => {
  test('leaves one file with everything in it, and the folder free', async () => {
    const dataFolder = await usedFolder()
    expect(readdirSync(dataFolder).sort()).toEqual(['desk.lock', 'desk.sqlite3'])
    const { db } = await open(dataFolder)
    expect(countPeople(db)).toBe(500)
  })

  test('twice is the same as once', async () => {
    const opened = await open(temporaryFolder())
    opened.close()
    expect(() => opened.close()).not.toThrow()
  })
})

describe('a newer version of the schema', () => {
  test('is applied after a backup of the older one', async () => {
    const dataFolder = await usedFolder()
    const { db } = await open(dataFolder, { migrations: [...migrations, NEXT] })
    expect(schemaVersion(db)).toBe(NEXT.version)
    expect(countPeople(db)).toBe(500)
    const [name = ''] = readdirSync(dataFolderPaths(dataFolder).backups)
    expect(name).toBe('desk-20260302-090000-upgrade.sqlite3')
    const backup = new Database(join(dataFolderPaths(dataFolder).backups, name), { readonly: true })
    onTestFinished(() => void backup.close())
    expect(schemaVersion(backup)).toBe(latestVersion(migrations))
    expect(countPeople(backup)).toBe(500)
  })

  test('that cannot be applied leaves the database as it was', async () => {
    const dataFolder = await usedFolder()
    const broken = { ...NEXT, sql: 'CREATE TABLE next (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);' }
    expect(await problemOf(dataFolder, { migrations: [...migrations, broken] })).toMatchObject({ code: 'startup_failed' })
    const { db } = await open(dataFolder)
    expect(schemaVersion(db)).toBe(latestVersion(migrations))
    expect(countPeople(db)).toBe(500)
  })

  test('that the app does not know is refused, and nothing is changed', async () => {
    const dataFolder = await usedFolder()
    const newer = await open(dataFolder, { migrations: [...migrations, NEXT] })
    newer.close()
    const before = readFileSync(dataFolderPaths(dataFolder).database)
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'database_newer', path: dataFolderPaths(dataFolder).database })
    expect(readFileSync(dataFolderPaths(dataFolder).database).equals(before)).toBe(true)
  })
})

describe('a damaged database', () => {
  test('is refused with the backups there are, newest first', async () => {
    const dataFolder = await usedFolder()
    const { database, backups } = dataFolderPaths(dataFolder)
    mkdirSync(backups)
    for (const name of ['desk-20260101-120000-daily.sqlite3', 'desk-20260301-120000-manual.sqlite3', 'notes.txt'])
      writeFileSync(join(backups, name), 'xyz')
    writeFileSync(database, 'this is not a database, whatever its name says'.repeat(100))
    expect(await problemOf(dataFolder)).toEqual({
      code: 'database_damaged',
      message: expect.stringContaining('backup'),
      path: database,
      backups: [
        { name: 'desk-20260301-120000-manual.sqlite3', at: Date.UTC(2026, 2, 1, 12), bytes: 3 },
        { name: 'desk-20260101-120000-daily.sqlite3', at: Date.UTC(2026, 0, 1, 12), bytes: 3 },
      ],
    })
  })

  test('is noticed when its end is missing', async () => {
    const dataFolder = await usedFolder()
    const { database } = dataFolderPaths(dataFolder)
    truncateSync(database, Math.floor(statSync(database).size / 2))
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'database_damaged', backups: [] })
  })

  test('is noticed when one page in the middle was overwritten', async () => {
    const dataFolder = await usedFolder()
    overwritePage(dataFolderPaths(dataFolder).database)
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'database_damaged' })
  })

  test('too large to be read through at every start is looked at once SQLite has complained', async () => {
    const dataFolder = await usedFolder(5_000)
    const { database, checkMark } = dataFolderPaths(dataFolder)
    const grown = new Database(database)
    grown.exec('CREATE TABLE ballast (bytes BLOB) STRICT')
    for (let megabytes = 0; megabytes * 1024 * 1024 <= CHECKED_WHOLE_BYTES; megabytes += 8)
      grown.exec('INSERT INTO ballast VALUES (zeroblob(8388608))')
    grown.close()
    overwritePage(database)
    const log = memoryLog()
    const { close } = await open(dataFolder, { log })
    expect(log.lines.at(-1)).toMatchObject({ event: 'store.opened', fields: { checked: false } })
    close()
    markForCheck(dataFolder)
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'database_damaged' })
    expect(existsSync(checkMark)).toBe(true)
  })

  test('is what a file of another program is called', async () => {
    const dataFolder = temporaryFolder()
    const other = new Database(dataFolderPaths(dataFolder).database)
    other.exec('CREATE TABLE recipes (name TEXT)')
    other.close()
    const problem = await problemOf(dataFolder)
    expect(problem.code).toBe('database_damaged')
    expect(problem.message).toContain('another program')
  })

  test.for(['gone', 'empty'])('that is %s while there are backups is not replaced by a new one', async (how) => {
    const dataFolder = await usedFolder()
    const { database, backups } = dataFolderPaths(dataFolder)
    mkdirSync(backups)
    writeFileSync(join(backups, 'desk-20260301-120000-daily.sqlite3'), 'x')
    if (how === 'gone') rmSync(database)
    else truncateSync(database, 0)
    const problem = await problemOf(dataFolder)
    expect(problem).toMatchObject({ code: 'database_damaged', backups: [{ name: 'desk-20260301-120000-daily.sqlite3' }] })
    expect(problem.message).toContain('missing')
    expect(existsSync(database)).toBe(how === 'empty')
  })
})

describe('a folder that cannot be written', () => {
  test('because a file is in its place', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await problemOf(join(file, 'desk'))).toMatchObject({ code: 'folder_not_writable', path: join(file, 'desk') })
    expect(await problemOf(file)).toMatchObject({ code: 'folder_not_writable', path: file })
  })

  test.for(['desk.sqlite3', 'desk.lock', 'desk.lock.json'])('because a folder is in the place of %s', async (name) => {
    const dataFolder = temporaryFolder()
    mkdirSync(join(dataFolder, name))
    expect(await problemOf(dataFolder)).toMatchObject({ code: expect.stringMatching(/^folder_not_writable$/) })
  })

  test.runIf(canMount())('because the disk is full, with room again it opens', async () => {
    const dataFolder = mounted('size=4m')
    writeFileSync(join(dataFolder, 'ballast'), '')
    fillDisk(join(dataFolder, 'ballast'))
    const problem = await problemOf(dataFolder)
    expect(problem.code).toBe('folder_not_writable')
    expect(problem.message).toContain('full')
    rmSync(join(dataFolder, 'ballast'))
    const { db } = await open(dataFolder)
    expect(countPeople(db)).toBe(0)
    db.close()
  })

  test.runIf(canMount())('because its disk is read-only, and nothing is lost', async () => {
    const dataFolder = mounted('size=16m')
    const first = await open(dataFolder)
    addPeople(first.db, 10)
    first.close()
    execFileSync('mount', ['-o', 'remount,ro', dataFolder])
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'folder_not_writable' })
    execFileSync('mount', ['-o', 'remount,rw', dataFolder])
    const { db } = await open(dataFolder)
    expect(countPeople(db)).toBe(10)
    db.close()
  })

  test.runIf(canMount())('because the database file alone is read-only', async () => {
    const dataFolder = await usedFolder()
    const { database } = dataFolderPaths(dataFolder)
    execFileSync('mount', ['--bind', database, database])
    onTestFinished(() => void execFileSync('umount', [database]))
    execFileSync('mount', ['-o', 'remount,bind,ro', database])
    expect(await problemOf(dataFolder)).toMatchObject({ code: 'folder_not_writable' })
  })

  test('a full disk, told by SQLite', () => {
    const db = new Database(':memory:')
    db.pragma('max_page_count = 2')
    let error: unknown
    try {
      db.exec('CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x)')
    } catch (thrown) {
      error = thrown
    }
    expect(asStartupFailed(error, '/desk', []).problem).toMatchObject({
      code: 'folder_not_writable',
      message: expect.stringContaining('full'),
    })
  })
})

test('a failed start leaves the folder free for the next try', async () => {
  const dataFolder = await usedFolder()
  const { database } = dataFolderPaths(dataFolder)
  const sound = readFileSync(database)
  writeFileSync(database, 'x'.repeat(5_000))
  await problemOf(dataFolder)
  writeFileSync(database, sound)
  const { db } = await open(dataFolder)
  expect(countPeople(db)).toBe(500)
})

test('a database that another program has locked is in use', async () => {
  const dataFolder = await usedFolder()
  const other = new Database(dataFolderPaths(dataFolder).database)
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('BEGIN EXCLUSIVE')
  expect(await problemOf(dataFolder)).toMatchObject({ code: 'folder_in_use' })
})

/** Overwrites the page that is the root of the contacts' own table: what is there is no b-tree any more. */
function overwritePage(file: string): void {
  const db = new Database(file)
  const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'contacts'").pluck().get())
  db.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4_096, 0x5a), 0, 4_096, (page - 1) * 4_096)
  closeSync(handle)
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A small disk of its own, gone after the test. */
function mounted(options: string): string {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

function fillDisk(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (;;) writeSync(handle, Buffer.alloc(4_096))
  } catch {
    ftruncateSync(handle, statSync(file).size)
  } finally {
    closeSync(handle)
  }
}
