import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const LIST = 'Land;Pris;Valuta\r\nSverige;0,35;SEK\r\nNorge;0,42;SEK\r\nAtlantis;0,5;SEK\r\nÖvriga;0,90;SEK\r\n'

test('prices of an account are imported from a list, looked at first, and changed by hand', async ({ page, givenOpenDesk, look }) => {
  const { desk, account } = await givenOpenDesk()
  await page.goto(`${desk.origin}/#/settings/accounts/${account.id}`)
  const card = page.getByRole('region', { name: 'What a part costs' })
  const row = (name: string) => card.getByRole('row').filter({ hasText: name })
  await expect(card).toContainText('No prices are set')

  await test.step('a list says what it would set and which rows cannot be read', async () => {
    await card.getByRole('button', { name: 'Import a price list…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a price list' })
    await dialog.getByLabel('Price list').setInputFiles({ name: 'priser.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
    await expect(dialog).toContainText('priser.csv has prices for 3 countries. Nothing is changed yet.')
    await expect(dialog).toContainText('Row 4 “Atlantis” No country goes by this name')
    await look('price-list')
    await dialog.getByRole('button', { name: 'Set these prices' }).click()
    await expect(dialog).toBeHidden()
    await expect(row('Sweden')).toContainText('SEK 0.35')
    await expect(row('All other countries')).toContainText('SEK 0.90')
  })

  await test.step('a price is changed, added and removed', async () => {
    await card.getByRole('button', { name: 'Change the price for Sweden +46' }).click()
    await card.getByRole('textbox', { name: 'A part costs' }).fill('much')
    await card.getByRole('button', { name: 'Save the price' }).click()
    await expect(card).toContainText('Write what one part costs, such as 0.35')
    await card.getByRole('textbox', { name: 'A part costs' }).fill('0,0079')
    await card.scrollIntoViewIfNeeded()
    await look('prices-editing')
    await card.getByRole('textbox', { name: 'A part costs' }).press('Enter')
    await expect(row('Sweden')).toContainText('SEK 0.0079')
    await card.getByRole('button', { name: 'Remove the price for Norway +47' }).click()
    await expect(row('Norway')).toBeHidden()
    await card.scrollIntoViewIfNeeded()
    await look('prices')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await card.scrollIntoViewIfNeeded()
    await look('prices-700')
  })
})
