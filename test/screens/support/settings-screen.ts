import type { Page } from '@playwright/test'
import { frameOf } from './frame.ts'

/** Goes to a section of the settings from anywhere in the desk: "Sending", "Sandbox", … */
export async function goToSettings(page: Page, section: string): Promise<void> {
  await frameOf(page).screen('Settings').click()
  await page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('link', { name: section }).click()
}

/** Takes one of the choices that a menu of the open screen offers. */
export async function chooseIn(page: Page, menu: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: menu }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}
