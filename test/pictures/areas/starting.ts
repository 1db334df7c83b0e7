import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area, State } from '../state.ts'
import type { Stage } from '../support/stage.ts'

/** A state that a desk starts into after its folder was changed. */
function startup(name: string, title: string, heading: string, prepare: (stage: Stage) => void | Promise<void>): State {
  return {
    name,
    title,
    bring: async (stage) => {
      await stage.givenAccount(NOBODY)
      await prepare(stage)
      await stage.start()
      await stage.go('')
      await expect(stage.page.getByRole('heading', { name: heading })).toBeVisible()
    },
  }
}

/** A backup of yesterday, and a database of which the beginning is gone. */
function damageData({ dataFolder }: Stage): void {
  const stamp = new Date(Date.now() - 86_400_000).toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const database = join(dataFolder, 'desk.sqlite3')
  mkdirSync(join(dataFolder, 'backups'), { recursive: true })
  copyFileSync(database, join(dataFolder, 'backups', `desk-${stamp}-daily.sqlite3`))
  rmSync(`${database}-wal`, { force: true })
  const file = openSync(database, 'r+')
  writeSync(file, Buffer.alloc(16_384, 0xa5), 0, 16_384, 0)
  closeSync(file)
}

function makeNewer({ dataFolder }: Stage): void {
  const db = new Database(join(dataFolder, 'desk.sqlite3'))
  db.pragma('user_version = 9999')
  db.close()
}

export const STARTING: Area = {
  name: 'starting',
  title: 'Welcome and what may stand in the way',
  walks: [
    {
      begin: async (stage) => void (await stage.start()),
      states: [
        {
          name: 'welcome',
          title: 'Welcome',
          bring: async ({ go, page }) => {
            await go('')
            await expect(page.getByRole('heading', { name: 'Welcome to SMS Desk' })).toBeVisible()
            await page.getByRole('combobox', { name: 'Country of your business' }).fill('Sweden')
            await page.getByRole('option', { name: /^Sweden/ }).click()
            await page.getByRole('combobox', { name: 'Country of your business' }).blur()
          },
        },
        {
          name: 'opening',
          title: 'While the data is opened',
          bring: async ({ desk, page, holdBack }) => {
            await holdBack(/desk\/startup/)
            await page.goto(desk().url)
            await expect(page.getByText('Opening the desk…')).toBeVisible()
          },
        },
        {
          name: 'key-needed',
          title: 'An address without its key',
          bring: async ({ page, desk }) => {
            await page.context().clearCookies()
            await page.goto(desk().origin)
            await expect(page.getByRole('heading', { name: 'SMS Desk is running here' })).toBeVisible()
          },
        },
        {
          name: 'wrong-key',
          title: 'An address whose key is no longer right',
          bring: async ({ page, desk }) => {
            await page.goto(`${desk().origin}/open?token=${'x'.repeat(43)}`)
            await expect(page.getByRole('heading', { name: 'This address no longer opens SMS Desk' })).toBeVisible()
          },
        },
      ],
    },
    {
      states: [
        startup('already-running', 'The desk runs already', 'SMS Desk is already running', async (stage) => void (await stage.start())),
      ],
    },
    { states: [startup('newer-data', 'Data of a newer version', 'This data belongs to a newer SMS Desk', makeNewer)] },
    {
      states: [
        startup('damaged-data', 'Data that cannot be opened', 'Your data cannot be opened', damageData),
        {
          name: 'backup',
          title: 'Going back to a backup',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('button', { name: 'Go back to this backup…' }).click()
            await expect(page.getByRole('dialog')).toBeVisible()
          },
        },
      ],
    },
    {
      states: [
        startup('damaged-settings', 'Settings that cannot be read', 'The settings of this computer cannot be read', ({ dataFolder }) =>
          writeFileSync(join(dataFolder, 'settings.json'), '{"theme": "da'),
        ),
      ],
    },
    {
      states: [
        {
          name: 'not-writable',
          title: 'A folder that cannot be written',
          bring: async (stage) => {
            const inTheWay = join(stage.folder, 'in-the-way')
            writeFileSync(inTheWay, '')
            await stage.start({ dataFolder: join(inTheWay, 'data') })
            await stage.go('')
            await expect(stage.page.getByRole('heading', { name: 'SMS Desk cannot write its data' })).toBeVisible()
          },
        },
      ],
    },
    {
      states: [
        {
          name: 'locked-keys',
          title: 'Keys under a passphrase',
          bring: async (stage) => {
            await stage.givenAccount(NOBODY)
            await stage.start({ passphrase: '' })
            await stage.go('')
            await expect(stage.page.getByRole('heading', { name: 'Unlock your keys' })).toBeVisible()
          },
        },
        {
          name: 'wrong-passphrase',
          title: 'A passphrase that is not the right one',
          continues: true,
          bring: async ({ page }) => {
            const field = page.getByLabel(/^Passphrase/)
            await field.fill('not the passphrase')
            await page.getByRole('button', { name: 'Unlock' }).click()
            await expect(field).toHaveAttribute('data-invalid', 'true')
          },
        },
      ],
    },
  ],
}
