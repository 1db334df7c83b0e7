import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { PASSPHRASE, runCommand } from './support/desk-process.ts'
import { expect, NOBODY, OUTAGE, test } from './support/journey.ts'

test('a second desk on the same folder says that one is running, and goes on when that one is closed', async ({
  page,
  givenDesk,
  givenAccount,
  open,
  look,
}) => {
  await givenAccount(NOBODY)
  const first = await givenDesk()
  await open(await givenDesk())
  await expect(page.getByRole('heading', { name: 'SMS Desk is already running' })).toBeVisible()
  await look('folder-in-use')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('It is still the same. Nothing was changed.')).toBeVisible()
  await first.stop()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
})

test('data of a newer version is left alone, and opens when the newer version is gone from it', async ({
  page,
  dataFolder,
  givenDesk,
  givenAccount,
  open,
  look,
}) => {
  await givenAccount(NOBODY)
  const version = setVersion(dataFolder, 9_999)
  await open(await givenDesk())
  await expect(page.getByRole('heading', { name: 'This data belongs to a newer SMS Desk' })).toBeVisible()
  await expect(page.getByText('Install the newer SMS Desk on this computer')).toBeVisible()
  await look('database-newer')
  setVersion(dataFolder, version)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
})

test('damaged data offers the backups, and the one chosen is put in place', async ({
  page,
  dataFolder,
  givenDesk,
  givenOpenDesk,
  open,
  look,
  allowComplaints,
}) => {
  const { desk } = await givenOpenDesk({ account: { name: 'Kept in the backup' } })
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  allowComplaints(OUTAGE)
  await desk.stop()
  keepBackup(dataFolder)
  damage(join(dataFolder, 'desk.sqlite3'))
  await open(await givenDesk())
  await expect(page.getByRole('heading', { name: 'Your data cannot be opened' })).toBeVisible()
  await look('database-damaged')
  await page.getByRole('button', { name: 'Go back to this backup…' }).click()
  await look('backup-question')
  await page.getByRole('dialog').getByRole('button', { name: 'Put the backup in place' }).click()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  expect(await runCommand(dataFolder, ['accounts', 'list'])).toMatchObject({ accounts: [{ name: 'Kept in the backup' }] })
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('desk.damaged-'))).not.toEqual([])
})

test('damaged settings can be started anew; people and messages are not touched', async ({
  page,
  dataFolder,
  givenDesk,
  givenAccount,
  open,
  look,
}) => {
  await givenAccount(NOBODY)
  writeFileSync(join(dataFolder, 'settings.json'), '{"theme": "da')
  await open(await givenDesk())
  await expect(page.getByRole('heading', { name: 'The settings of this computer cannot be read' })).toBeVisible()
  await look('settings-damaged')
  await page.getByRole('button', { name: 'Start with default settings' }).click()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('settings'))).toHaveLength(2)
})

test('a folder that cannot be written says which, and is tried again when it can', async ({ page, folder, givenDesk, open, look }) => {
  // A file in the way keeps everybody out, the superuser too.
  const inTheWay = join(folder, 'in-the-way')
  writeFileSync(inTheWay, '')
  await open(await givenDesk({ dataFolder: join(inTheWay, 'data') }))
  await expect(page.getByRole('heading', { name: 'SMS Desk cannot write its data' })).toBeVisible()
  await expect(page.getByRole('definition')).toHaveText(join(inTheWay, 'data'))
  await look('folder-not-writable')
  rmSync(inTheWay)
  mkdirSync(inTheWay)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to SMS Desk' })).toBeVisible()
})

test('keys under a passphrase are unlocked by it alone', async ({ page, givenOpenDesk, look }) => {
  await givenOpenDesk({ passphrase: '' })
  await expect(page.getByRole('heading', { name: 'Unlock your keys' })).toBeVisible()
  await look('vault-locked')
  await page.getByLabel(/^Passphrase/).fill('not the passphrase')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('main')).toContainText('passphrase')
  await expect(page.getByRole('heading', { name: 'Unlock your keys' })).toBeVisible()
  await page.getByLabel(/^Passphrase/).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
})

/** Marks the database as one of this version. @returns the version it had */
function setVersion(dataFolder: string, version: number): number {
  const db = new Database(join(dataFolder, 'desk.sqlite3'))
  try {
    const before = Number(db.pragma('user_version', { simple: true }))
    db.pragma(`user_version = ${version}`)
    return before
  } finally {
    db.close()
  }
}

/** Puts a backup where the desk puts its own, a day old. */
function keepBackup(dataFolder: string): void {
  const stamp = new Date(Date.now() - 86_400_000).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
  mkdirSync(join(dataFolder, 'backups'), { recursive: true })
  copyFileSync(join(dataFolder, 'desk.sqlite3'), join(dataFolder, 'backups', `desk-${stamp}-daily.sqlite3`))
}

/** Overwrites the beginning of a database, as a dying disk does. */
function damage(path: string): void {
  rmSync(`${path}-wal`, { force: true })
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(16_384, 0xa5), 0, 16_384, 0)
  closeSync(file)
}
