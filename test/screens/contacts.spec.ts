import { readFileSync } from 'node:fs'
import { frameOf } from './support/frame.ts'
import { contactsFixture, importScreenOf } from './support/import-screen.ts'
import { expect, test } from './support/journey.ts'

test('an import is taken back whole, later, from the past imports', async ({ page, givenOpenDesk, look }) => {
  await givenOpenDesk()
  const importing = importScreenOf(page)
  await importing.visit()
  await importing.choose(contactsFixture('outlook.csv'))
  await importing.commit.click()
  await expect(importing.outcome).toContainText('new')
  await page.getByRole('button', { name: 'See contacts' }).click()
  const people = page.getByRole('region', { name: 'People' })
  await expect(people.getByRole('listitem')).not.toHaveCount(0)

  await page.getByRole('navigation', { name: 'Contacts' }).getByRole('link', { name: 'Imports' }).click()
  await expect(page.getByText('outlook.csv')).toBeVisible()
  await look('past-imports')
  await page.getByRole('button', { name: /^Undo.* outlook\.csv$/ }).click()
  const question = page.getByRole('dialog', { name: 'Undo this import?' })
  await look('undo-question')
  await question.getByRole('button', { name: 'Undo the import' }).click()
  await expect(frameOf(page).toast('removed')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'outlook.csv' })).toContainText('Taken back')
  await frameOf(page).screen('Contacts').click()
  await expect(page.getByText('Bring your customers')).toBeVisible()
  await look('nobody-yet')
})

test('a person is added, found, changed and deleted', async ({ page, givenOpenDesk, look }) => {
  await givenOpenDesk()
  const frame = frameOf(page)
  const people = page.getByRole('region', { name: 'People' })
  const person = page.getByRole('region', { name: 'Person', exact: true })
  await frame.screen('Contacts').click()
  await page.getByRole('button', { name: 'Add one person' }).click()
  await person.getByRole('textbox', { name: 'Name' }).fill('Zoë Ångström')
  await person.getByRole('textbox', { name: 'Number 1' }).fill('not a number')
  await look('add-person')
  await person.getByRole('button', { name: 'Add person' }).click()
  await expect(person.getByText('“not a number” cannot be used as a number.')).toBeVisible()
  await person.getByRole('textbox', { name: 'Number 1' }).fill('+46 70 174 06 21')
  await person.getByRole('button', { name: 'Add person' }).click()
  await expect(person.getByRole('heading', { name: 'Zoë Ångström' })).toBeVisible()

  await people.getByRole('textbox', { name: /^Search people/ }).fill('angstrom')
  await expect(people.getByRole('link', { name: /Zoë Ångström/ })).toBeVisible()
  await people.getByRole('textbox', { name: /^Search people/ }).fill('nobody of this name')
  await expect(people.getByText('Nobody matches “nobody of this name”')).toBeVisible()
  await people.getByRole('textbox', { name: /^Search people/ }).fill('')

  await person.getByRole('button', { name: 'Edit' }).click()
  await person.getByRole('textbox', { name: 'Company' }).fill('Ångström Bygg')
  await person.getByRole('button', { name: 'Save' }).click()
  await expect(people.getByRole('link', { name: /Ångström Bygg/ })).toBeVisible()
  await look('person')

  await person.getByRole('button', { name: 'More for this person' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(people.getByRole('link', { name: /Ångström/ })).toHaveCount(0)
  await frame.toast('Zoë Ångström is deleted.').getByRole('button', { name: 'Undo' }).click()
  await expect(people.getByRole('link', { name: /Ångström Bygg/ })).toBeVisible()
})

test('everybody can be exported as a CSV file that a spreadsheet opens without running anything', async ({ page, givenOpenDesk }) => {
  await givenOpenDesk()
  const importing = importScreenOf(page)
  await importing.visit()
  await importing.choose({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name,Mobile,Car\n=cmd|calc,+46701740605,Volvo\nMaja Öberg,+46701740606,"Saab, red"\n'),
  })
  await importing.commit.click()
  await page.getByRole('button', { name: 'See contacts' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More for all contacts' }).click()
  await page.getByRole('menuitem', { name: 'Export everybody as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  const content = readFileSync((await file.path()) ?? '', 'utf8')
  expect(content).toContain('Maja Öberg')
  expect(content).toContain('+46701740606')
  expect(content).toContain('"\'=cmd|calc"')
  await expect(frameOf(page).toast('2 people are in the file.')).toBeVisible()
})
