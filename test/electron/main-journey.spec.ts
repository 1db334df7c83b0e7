import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test, type ElectronApplication, type Page } from '@playwright/test'
import { lookAt } from '../screens/support/look.ts'
import { CARRIER_WAITS, playMainJourney } from '../screens/support/main-journey.ts'
import { startTestCarrier } from '../support/carrier.ts'

test('the main journey, in the window of the desktop shell', async ({}, testInfo) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'sms-desk-electron-'))
  const carrier = await startTestCarrier({ behaviour: CARRIER_WAITS })
  let electron: ElectronApplication | null = null

  async function launch(): Promise<Page> {
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    electron = await _electron.launch({
      args: [...root, join(import.meta.dirname, '../..'), `--data-dir=${folder}`],
      env: { ...process.env, SMS_DESK_VAULT_PASSPHRASE: 'a passphrase for journeys' } as Record<string, string>,
    })
    return await electron.firstWindow()
  }

  try {
    const page = await launch()
    await playMainJourney({
      page,
      carrier,
      look: (name) => lookAt(page, name, testInfo),
      async restart() {
        await electron?.close()
        return await launch()
      },
    })
  } finally {
    await (electron as ElectronApplication | null)?.close().catch(() => undefined)
    await carrier.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
