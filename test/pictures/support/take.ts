import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { settled } from '../../screens/support/look.ts'
import { THEMES, type Theme } from '../state.ts'

/** How large the window of a picture is. */
export const WINDOW = { width: 1024, height: 640 }

/** Quality of WebP: text can still be read, and all pictures together are small enough to be kept (test/docs/pictures.test.ts). */
const QUALITY = 32

/** Takes a state in the light and in the dark. */
export async function takeBoth(page: Page, fileFor: (theme: Theme) => string): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme })
    await settled(page)
    await take(browser, fileFor(theme))
  }
  await browser.detach()
}

/** Writes a WebP of the window as it stands. */
async function take(browser: CDPSession, path: string): Promise<void> {
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, Buffer.from(data, 'base64'))
}

/** Keeps the caret from blinking into every other picture. The desk's policy lets no style elements in: a sheet of its own does. */
export async function hideCaret(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { caret-color: transparent !important; }')
    document.adoptedStyleSheets.push(sheet)
  })
}
