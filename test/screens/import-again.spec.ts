import { csvFile, importScreenOf } from './support/import-screen.ts'
import { expect, test } from './support/journey.ts'

const FILE = 'Name;Mobile;City\nMaja;0701740605;Lund\nKarl;call him;Lund\nElsa;0701740607;Malmö\n'

test('a file that comes again is known, its rows left out come back mended, and an import is taken back', async ({
  page,
  givenOpenDesk,
  look,
}) => {
  await givenOpenDesk()
  const importing = importScreenOf(page)
  await importing.visit()
  await importing.choose(csvFile('customers.csv', FILE))
  await importing.commit.click()
  await expect(importing.outcome).toHaveText('2 new people')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download 1 row left out' }).click()
  const left = await (await (await saved).createReadStream()).toArray()
  await page.getByRole('button', { name: 'Import another file' }).click()

  await importing.choose(csvFile('customers copy.csv', FILE))
  await expect(page.getByText('This file was imported before')).toContainText('as “customers.csv”. 2 people came from it.')
  await look('import-known-file')
  await page.getByRole('button', { name: 'Back' }).click()

  await importing.choose(csvFile('mended.csv', Buffer.concat(left).toString('utf8').replace('call him', '0701740606')))
  await importing.commit.click()
  await expect(importing.outcome).toHaveText('1 new person')
  await page.getByRole('button', { name: 'Undo this import…' }).click()
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(importing.outcome).toHaveText('The import is taken back')
  await expect(page.getByText('1 person was removed.')).toBeVisible()
  await look('import-taken-back')
})
