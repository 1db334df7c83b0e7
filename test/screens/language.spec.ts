import type { Page } from '@playwright/test'
import { expect, test } from './support/journey.ts'

const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

test.describe('on a computer in Dutch', () => {
  test.use({ locale: 'nl-BE' })

  test('the desk speaks Dutch from its first screen, until another language is chosen', async ({ page, givenDesk, open }) => {
    await open(await givenDesk())
    expect(await languageOf(page)).toBe('nl')
    await page.getByRole('button', { name: 'Proberen met de sandbox' }).click()
    await expect(page).toHaveTitle(/Postvak IN · SMS Desk/)
    await page.getByRole('link', { name: 'Instellingen' }).click()
    await page.getByRole('link', { name: 'Uiterlijk' }).click()
    const choice = page.getByRole('combobox', { name: 'Taal' })
    await expect(choice).toHaveValue('Zoals de computer')
    await choice.click()
    await page.getByRole('option', { name: 'Svenska' }).click()
    await expect(page.getByRole('heading', { name: 'Inställningar', level: 1 })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('combobox', { name: 'Språk' })).toHaveValue('Svenska')
    expect(await languageOf(page)).toBe('sv')
  })
})

test.describe('on a computer in a language that the desk does not speak', () => {
  test.use({ locale: 'de-DE' })

  test('it speaks English', async ({ page, givenDesk, open }) => {
    await open(await givenDesk())
    await expect(page.getByRole('button', { name: 'Try it with the sandbox' })).toBeVisible()
    expect(await languageOf(page)).toBe('en')
  })
})
