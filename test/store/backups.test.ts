import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import { BACKUPS_KEPT, listBackups, makeBackup } from '../../src/main/store/backups.ts'
import { restoreBackup } from '../../src/main/store/restore-backup.ts'
import { openTestDesk, openTestStore } from '../support/open-store.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { addPeople, countPeople } from './fill.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
const RESTORE = { now: NOW, shell: 'test' } as const

/** A closed desk of 10 people with one backup of them, and 5 people more since. */
async function deskWithBackup(): Promise<{ dataFolder: string; name: string }> {
  const dataFolder = temporaryFolder()
  const { store, db } = await openTestDesk({ dataFolder })
  addPeople(db, 10)
  const { name } = await store.maintenance.backupNow({ now: NOW })
  addPeople(db, 5, 10)
  db.close()
  await store.close()
  return { dataFolder, name }
}

async function peopleIn(dataFolder: string): Promise<number> {
  const { store, db } = await openTestDesk({ dataFolder })
  const people = countPeople(db)
  db.close()
  await store.close()
  return people
}

describe('a backup', () => {
  test('is one file that holds everything and needs nothing beside it', async () => {
    const { dataFolder, name } = await deskWithBackup()
    expect(name).toBe('desk-20260302-090000-manual.sqlite3')
    const { backups } = dataFolderPaths(dataFolder)
    expect(readdirSync(backups)).toEqual([name])
    if (process.platform !== 'win32') expect(statSync(join(backups, name)).mode & 0o777).toBe(0o600)
    const copy = new Database(join(backups, name), { readonly: true })
    onTestFinished(() => void copy.close())
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(countPeople(copy)).toBe(10)
    expect(readdirSync(backups)).toEqual([name])
  })

  test('holds what is committed while it is being made', async () => {
    const { store, db: other, dataFolder } = await openTestDesk()
    addPeople(other, 20_000)
    let steps = 0
    const { name } = await store.maintenance.backupNow(
      { now: NOW },
      {
        onProgress: () => {
          steps += 1
          if (steps === 1) void store.settings.write({ values: { welcomed: true }, now: NOW })
        },
      },
    )
    expect(steps).toBeGreaterThan(1)
    const copy = new Database(join(dataFolderPaths(dataFolder).backups, name), { readonly: true })
    onTestFinished(() => void copy.close())
    expect(countPeople(copy)).toBe(20_000)
    expect(copy.prepare("SELECT value FROM settings WHERE key = 'welcomed'").pluck().get()).toBe('true')
  })

  test('that is cancelled leaves nothing behind', async () => {
    const { store, db, dataFolder } = await openTestDesk()
    addPeople(db, 20_000)
    const aborting = new AbortController()
    const made = store.maintenance.backupNow({ now: NOW }, { signal: aborting.signal, onProgress: () => aborting.abort() })
    await expect(made).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(dataFolderPaths(dataFolder).backups)).toEqual([])
  })

  test('that a crash left half made is gone after the next start and was never listed', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const { backups } = dataFolderPaths(dataFolder)
    writeFileSync(join(backups, 'desk-20260303-090000-daily.sqlite3.partial'), 'half')
    expect((await listBackups(dataFolder)).map((backup) => backup.name)).toEqual([name])
    await openTestStore({ dataFolder })
    expect(readdirSync(backups)).toEqual([name])
  })

  test('makes room: the newest five stay, and files of others are left alone', async () => {
    const { store, dataFolder } = await openTestDesk()
    const { backups } = dataFolderPaths(dataFolder)
    mkdirSync(backups)
    writeFileSync(join(backups, 'my own copy.sqlite3'), '')
    for (let day = 0; day < 8; day += 1) await store.maintenance.backupNow({ now: NOW + day * 24 * HOUR })
    const left = await store.maintenance.backups()
    expect(left.map((backup) => backup.at)).toEqual([7, 6, 5, 4, 3].map((day) => NOW + day * 24 * HOUR))
    expect(left).toHaveLength(BACKUPS_KEPT)
    expect(existsSync(join(backups, 'my own copy.sqlite3'))).toBe(true)
  })

  test('made twice within a second has two names', async () => {
    const store = await openTestStore()
    const both = await Promise.all([store.maintenance.backupNow({ now: NOW }), store.maintenance.backupNow({ now: NOW + 10 })])
    expect(both.map((backup) => backup.name)).toEqual(['desk-20260302-090000-manual.sqlite3', 'desk-20260302-090000-manual-2.sqlite3'])
  })

  test('of a damaged database is refused, and no older one goes for it', async () => {
    const { db, dataFolder } = await openTestDesk()
    addPeople(db, 5_000)
    for (let day = 0; day < BACKUPS_KEPT; day += 1) await makeBackup(db, { reason: 'daily', now: NOW + day * 24 * HOUR })
    const before = await listBackups(dataFolder)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'messages_by_time'").pluck().get())
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    // The index begins at the page of another table from here on: its content is not that of the table it belongs to.
    db.prepare("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'contacts') WHERE rootpage = ?").run(
      page,
    )
    await expect(makeBackup(db, { reason: 'daily', now: NOW + 30 * 24 * HOUR })).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' })
    expect(await listBackups(dataFolder)).toEqual(before)
  })
})

describe('the backup of the day', () => {
  test('is made once in 24 hours', async () => {
    const store = await openTestStore()
    const at = async (hours: number) => (await store.maintenance.backupDaily({ now: NOW + hours * HOUR }))?.name ?? null
    expect(await at(0)).toBe('desk-20260302-090000-daily.sqlite3')
    expect(await at(1)).toBeNull()
    expect(await at(23.9)).toBeNull()
    expect(await at(24)).toBe('desk-20260303-090000-daily.sqlite3')
  })

  test('is made also after the clock was set back', async () => {
    const store = await openTestStore()
    await store.maintenance.backupNow({ now: NOW + 1_000 * HOUR })
    expect(await store.maintenance.backupDaily({ now: NOW })).not.toBeNull()
  })
})

describe('restoring a backup', () => {
  test('puts it in place and keeps the file that was there', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const { keptAs } = await restoreBackup(dataFolder, name, RESTORE)
    expect(await peopleIn(dataFolder)).toBe(10)
    expect(keptAs).toBe('desk.damaged-20260302-090000.sqlite3')
    const kept = new Database(join(dataFolder, keptAs ?? ''))
    onTestFinished(() => void kept.close())
    expect(countPeople(kept)).toBe(15)
    expect((await listBackups(dataFolder)).map((backup) => backup.name)).toEqual([name])
  })

  test('twice keeps both files that were there', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const first = await restoreBackup(dataFolder, name, RESTORE)
    const second = await restoreBackup(dataFolder, name, RESTORE)
    expect([first.keptAs, second.keptAs]).toEqual(['desk.damaged-20260302-090000.sqlite3', 'desk.damaged-20260302-090000-2.sqlite3'])
  })

  test('takes the write-ahead log of the damaged file away with it', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const { database } = dataFolderPaths(dataFolder)
    const log = await writeAheadLogOf(dataFolder)
    writeFileSync(`${database}-wal`, log)
    const { keptAs } = await restoreBackup(dataFolder, name, RESTORE)
    expect(readFileSync(join(dataFolder, `${keptAs}-wal`)).equals(log)).toBe(true)
    expect(existsSync(`${database}-wal`)).toBe(false)
    expect(await peopleIn(dataFolder)).toBe(10)
  })

  test('works where the database is gone', async () => {
    const { dataFolder, name } = await deskWithBackup()
    truncateSync(dataFolderPaths(dataFolder).database, 0)
    await restoreBackup(dataFolder, name, RESTORE)
    expect(await peopleIn(dataFolder)).toBe(10)
  })

  const NAMES = [
    '../desk.sqlite3',
    '..',
    '',
    'desk.sqlite3',
    '/etc/passwd',
    String.raw`..\desk.sqlite3`,
    'desk-20260302-090000-manual.sqlite3/../../desk.sqlite3',
    'desk-20260302-090000-manual.sqlite3\0',
    'desk-20260302-090000-manual.sqlite3.partial',
    'desk-20260302-090001-manual.sqlite3',
  ]
  test.for(NAMES)('refuses the name %j', async (name) => {
    const { dataFolder } = await deskWithBackup()
    await expect(restoreBackup(dataFolder, name, RESTORE)).rejects.toMatchObject({ name: 'Refused', code: 'backup_unknown' })
    expect(await peopleIn(dataFolder)).toBe(15)
  })

  test('refuses a backup that is not whole, and changes nothing', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const file = join(dataFolderPaths(dataFolder).backups, name)
    for (const bytes of [statSync(file).size - 4_096, 50, 0]) {
      truncateSync(file, bytes)
      await expect(restoreBackup(dataFolder, name, RESTORE)).rejects.toMatchObject({ code: 'backup_unusable' })
    }
    expect(await peopleIn(dataFolder)).toBe(15)
  })

  test('refuses a backup of a newer version', async () => {
    const { dataFolder, name } = await deskWithBackup()
    const newer = new Database(join(dataFolderPaths(dataFolder).backups, name))
    newer.pragma('user_version = 9999')
    newer.close()
    await expect(restoreBackup(dataFolder, name, RESTORE)).rejects.toMatchObject({ code: 'backup_newer' })
    expect(await peopleIn(dataFolder)).toBe(15)
  })

  test('is not done under a running desk', async () => {
    const { dataFolder, name } = await deskWithBackup()
    await openTestStore({ dataFolder })
    await expect(restoreBackup(dataFolder, name, RESTORE)).rejects.toBeInstanceOf(StartupFailed)
  })
})

/** The log that a crash would leave beside the database: people who were added and not yet written back. */
async function writeAheadLogOf(dataFolder: string): Promise<Buffer> {
  const db = new Database(dataFolderPaths(dataFolder).database)
  addPeople(db, 100, 1_000)
  const log = readFileSync(`${db.name}-wal`)
  expect(log.length).toBeGreaterThan(0)
  db.prepare("DELETE FROM contacts WHERE id LIKE 'person-1___'").run()
  db.close()
  return log
}
