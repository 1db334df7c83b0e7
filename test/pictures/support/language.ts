import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Language } from '../../../src/shared/language.ts'
import type { Stage } from './stage.ts'

/**
 * Lets the window speak a language as it stands. States are walked in English, since things are found by what they are called.
 * A window whose desk has no data speaks the language it spoke last.
 */
export async function speak({ page, askDesk }: Stage, language: Language): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  const isOpen = await askDesk((client) => client.settings.set({ language })).then(
    () => true,
    () => false,
  )
  if (!isOpen) await rememberAndReload(page, language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

async function rememberAndReload(page: Page, language: Language): Promise<void> {
  await page.evaluate((code) => localStorage.setItem('sms-desk-language', code), language)
  await page.reload()
}
