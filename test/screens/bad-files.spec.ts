import { randomBytes } from 'node:crypto'
import { runCommand } from './support/desk-process.ts'
import { csvFile, importScreenOf, type ChosenFile, type ImportScreen } from './support/import-screen.ts'
import { expect, test as journey } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const FILES: { what: string; file: ChosenFile; says: string }[] = [
  { what: 'an empty file', file: csvFile('empty.csv', ''), says: 'This file is empty. Choose the file with your customers.' },
  {
    what: 'a file of a header alone',
    file: csvFile('header.csv', 'Name;Mobile\r\n'),
    says: 'This file has a header but no rows below it, so there is nobody to import.',
  },
  {
    what: 'a picture',
    file: csvFile('photo.csv', Buffer.concat([PNG_HEAD, randomBytes(4_096)])),
    says: 'This is a picture. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.',
  },
  {
    what: 'a workbook that is damaged',
    file: csvFile('customers.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(2_000)])),
    says: 'This Excel workbook is damaged or not complete.',
  },
  {
    what: 'a quotation mark that is never closed',
    file: csvFile('quote.csv', `Name,Mobile\nMaja,0701740605\n"Karl,0701740606\n${'Elsa,0701740607\n'.repeat(20)}`),
    says: 'A quotation mark in row 3 is never closed',
  },
]

/** The import screen of a desk that is open and has nobody in it. */
const test = journey.extend<{ importing: ImportScreen }>({
  importing: async ({ page, givenOpenDesk }, use) => {
    await givenOpenDesk()
    const importing = importScreenOf(page)
    await importing.visit()
    await use(importing)
  },
})

test('a file that cannot be read is answered with a sentence beside the choice of another, and nobody is added', async ({
  page,
  dataFolder,
  importing,
}) => {
  for (const { what, file, says } of FILES) {
    await test.step(what, async () => {
      await importing.choose(file)
      await expect(page.getByRole('alert')).toContainText(says)
      await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible()
    })
  }
  await expectNobodyAdded(dataFolder)
})

test('a megabyte in one cell is a row left out with its reason, and breaks nothing', async ({ page, dataFolder, importing, look }) => {
  await importing.choose(csvFile('cell.csv', `Name,Mobile\n"${'x'.repeat(1_048_576)}",0701740605\n`))
  await expect(importing.preview).toContainText(/longer than [\d,]+ characters/)
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await look('megabyte-cell')
  await expectFitsWindow(page)
  await expectNobodyAdded(dataFolder)
})

test('a wrong encoding shows in the preview before anything is written, and is put right there', async ({ page, importing }) => {
  await importing.choose(csvFile('utf8.csv', 'Namn;Mobil\nMaja Öberg;070-174 06 05\nÅke Ödman;070-174 06 06\n'))
  await expect(importing.preview).toContainText('Maja Öberg')
  await importing.guess('How letters are encoded').click()
  await page.getByRole('menuitemradio', { name: /^Windows-1252/ }).click()
  await expect(importing.preview).toContainText('Maja Ã–berg')
  await importing.guess('How letters are encoded').click()
  await page.getByRole('menuitemradio', { name: /^UTF-8/ }).click()
  await expect(importing.preview).toContainText('Maja Öberg')
  await importing.column('Mobil').selectOption({ label: 'Company' })
  await expect(page.getByText('No column is read as a number')).toBeVisible()
  await expect(importing.commit).toBeDisabled()
})

test('letters that the chosen encoding cannot read show as such before anything is written', async ({
  page,
  dataFolder,
  importing,
  look,
}) => {
  await importing.choose(
    csvFile('kunder.csv', Buffer.from('Namn;Mobil\nMaja \u00d6berg;070-174 06 05\n\u00c5ke \u00d6dman;070-174 06 06\n', 'latin1')),
  )
  await expect(importing.preview).toContainText('Maja Öberg')
  await importing.guess('How letters are encoded').click()
  await page.getByRole('menuitemradio', { name: /^UTF-8/ }).click()
  await expect(importing.preview).toContainText('Maja \ufffdberg')
  await expect(page.getByText('Some letters cannot be read with this encoding')).toBeVisible()
  await look('wrong-encoding')
  await expectNobodyAdded(dataFolder)
})

async function expectNobodyAdded(dataFolder: string): Promise<void> {
  expect(await runCommand(dataFolder, ['contacts', 'list'])).toMatchObject({ contacts: [] })
}
