import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { contactsFixture, csvFile, importScreenOf, type ImportScreen } from './support/import-screen.ts'
import { expect, test as journey } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

/** The import screen of a desk that is open and has nobody in it. */
const test = journey.extend<{ importing: ImportScreen }>({
  importing: async ({ page, givenOpenDesk }, use) => {
    await givenOpenDesk()
    const importing = importScreenOf(page)
    await importing.visit()
    await use(importing)
  },
})

test('the cards of a phone are shown as people before anything is written, and are imported', async ({ page, importing, look }) => {
  await look('import-choose')
  await importing.choose(contactsFixture('thunderbird-4.0.vcf'))
  await expect(page.getByText('Contact cards (vCard 4.0)')).toBeVisible()
  await expect(importing.column('Phone 1 - Label')).toHaveValue('skip')
  await expect(importing.column('Phone 1 - Label').getByRole('option', { name: 'Number label' })).toHaveCount(1)
  await expect(importing.guess('What separates the columns')).toHaveCount(0)
  await expect(importing.guess('How letters are encoded')).toBeVisible()
  await expect(importing.preview).toContainText('ext. 12')
  await look('import-cards')
  await expectFitsWindow(page)
  await importing.commit.click()
  await expect(importing.outcome).toContainText('2 new people')
})

test('a workbook of Excel needs no saving as anything', async ({ page, importing, look }) => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Kunder',
        rows: [
          ['Namn', 'Mobil', 'Telefon arbete', 'Senast', 'Ort'],
          ['Maja Öberg', 46701740605, '08-465 004 02 ankn. 12', new Date(Date.UTC(2026, 0, 2)), 'Malmö'],
          ['Åke Ärlig', 701740606, null, new Date(Date.UTC(2026, 1, 14)), 'Ängelholm'],
          ['Elsa Holm', '4,67E+10', null, null, 'Åre'],
        ],
      },
      {
        name: 'Leverantörer',
        rows: [
          ['Firma', 'Telefon'],
          ['Bageriet', '08-465 004 03'],
        ],
      },
    ],
  })
  await importing.choose({
    name: 'kunder.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await expect(page.getByText('Excel workbook, sheet “Kunder”')).toBeVisible()
  await expect(importing.guess('How letters are encoded')).toHaveCount(0)
  await importing.guess('Which sheet is read').click()
  await page.getByRole('menuitemradio', { name: 'Leverantörer' }).click()
  await expect(importing.preview).toContainText('Bageriet')
  await importing.guess('Which sheet is read').click()
  await page.getByRole('menuitemradio', { name: 'Kunder' }).click()
  await expect(importing.preview).toContainText('0 put back')
  await expect(importing.count('Left out')).toHaveText('1')
  await look('import-workbook')
  await expectFitsWindow(page)
  await page.setViewportSize({ width: 700, height: 800 })
  await expectFitsWindow(page)
  await look('import-workbook-small')
  await page.setViewportSize({ width: 1280, height: 800 })
  await importing.commit.click()
  await expect(importing.outcome).toContainText('2 new people')
})

test('what the file is made of is guessed, shown, and changed by hand', async ({ page, importing, look }) => {
  await importing.choose(csvFile('quotes.csv', "'Namn';'Mobil'\n'Öberg; Maja';'070-174 06 05'\n'Åke';'070-174 06 06'\n"))
  await expect(importing.guess('What encloses text')).toContainText('Apostrophes')
  await expect(importing.preview).toContainText('Öberg; Maja')
  await importing.guess('What encloses text').click()
  await page.getByRole('menuitemradio', { name: /^No quotes/ }).click()
  await expect(importing.preview).toContainText("'Öberg")
  await importing.guess('How letters are encoded').click()
  await look('import-encodings')
  await page.keyboard.press('Escape')
})

test('people who are here already are kept, filled in or overwritten, as the person says', async ({ page, importing, look }) => {
  await importing.choose(contactsFixture('kunder-windows-1252.csv'))
  await importing.commit.click()
  await page.getByRole('button', { name: 'Import another file' }).click()
  await importing.choose(
    csvFile(
      'again.csv',
      Buffer.concat([readFileSync(contactsFixture('kunder-windows-1252.csv')), Buffer.from('Ny Kund;070-174 06 99;;;\n')]),
    ),
  )
  await expect(importing.count('Unchanged')).not.toHaveText('0')
  const choice = page.getByRole('radiogroup', { name: 'When someone is already here' })
  await expect(choice.getByRole('radio', { name: /^Keep what is here/ })).toBeChecked()
  await choice.getByRole('radio', { name: /^Fill what is empty/ }).check()
  await expect(choice.getByRole('radio', { name: /^Fill what is empty/ })).toBeChecked()
  await expect(importing.commit).toBeEnabled()
  await look('import-policy')
  await choice.getByRole('radio', { name: /^Overwrite with the file/ }).check()
  await expect(importing.commit).toBeEnabled()
})
