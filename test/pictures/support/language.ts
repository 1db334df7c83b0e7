import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Language } from '../../../src/shared/language.ts'
import type { Stage } from './stage.ts'

/** How long a window takes to hear of another language, in milliseconds. One that cannot hear of it is loaded anew. */
const HEARD_OF_MS = 3_000

/**
 * Lets the window speak a language as it stands. States are walked in English, since things are found by what they are called.
 * A window that knows no settings, since its data is not open, speaks the language it spoke last.
 */
export async function speak({ page, askDesk }: Stage, language: Language): Promise<void> {
  const isWindow = (await page.locator('#root').count()) > 0
  if (!isWindow || (await page.locator('html').getAttribute('lang')) === language) return
  try {
    await askDesk((client) => client.settings.set({ language }))
    await expect(page.locator('html')).toHaveAttribute('lang', language, { timeout: HEARD_OF_MS })
  } catch {
    await rememberAndReload(page, language)
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

async function rememberAndReload(page: Page, language: Language): Promise<void> {
  await page.evaluate((code) => localStorage.setItem('sms-desk-language', code), language)
  await page.reload()
}
