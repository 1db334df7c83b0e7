import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'

interface Shell {
  electron: ElectronApplication
  page: Page
}

/** The desktop shell on an empty folder of its own, with the demo's people. */
const test = base.extend<{ shell: Shell }>({
  async shell({ locale: _locale }, use) {
    const folder = mkdtempSync(join(tmpdir(), 'sms-desk-electron-'))
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const electron = await _electron.launch({ args: [...root, join(import.meta.dirname, '../..'), '--demo', `--data-dir=${folder}`] })
    const page = await electron.firstWindow()
    await use({ electron, page })
    await electron.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('the desk opens and shows its conversations', async ({ shell: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/desk\//)
})

test('the page has no Node, no Electron and no bridge of any kind', async ({ shell: { page } }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'electron', 'ipcRenderer', 'Buffer'].filter((name) => name in window),
  )
  expect(found).toEqual([])
})

test('the page can neither leave, nor open windows, nor ask for permissions', async ({ shell: { electron, page } }) => {
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => window.open('file:///etc/passwd'))
  expect(await page.evaluate(() => Notification.requestPermission())).not.toBe('granted')
  expect(page.url()).toMatch(/^app:\/\/desk\//)
  expect(electron.windows()).toHaveLength(1)
})

test('a script that is put into the page does not run', async ({ shell: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  const ran = await page.evaluate(async () => {
    const blocked = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve(), { once: true })
    })
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.head.append(script)
    await blocked
    return 'ranInline' in window
  })
  expect(ran).toBe(false)
})

test('a reload gets a new port, and the desk goes on', async ({ shell: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
})
