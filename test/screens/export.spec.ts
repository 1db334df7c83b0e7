import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { extractText, getDocumentProxy } from 'unpdf'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

/** Texts in several scripts, and such that a page or a spreadsheet could stumble over. */
const TEXTS = [
  'Car ready 👍🏽 at 9',
  '=1+1',
  'Привет, машина готова',
  '车子好了',
  'مرحبا',
  '<b>bold</b> & "quoted"',
  `Long ${'word '.repeat(120)}end`,
]

test('a conversation goes onto paper and into files, and all texts into one', async ({
  page,
  givenDesk,
  open,
  askDesk,
  look,
}, testInfo) => {
  const inbox = inboxOf(page)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const { accountId } = await askDesk((client) => client.sandbox.start({ sampleData: true }))
  for (const text of TEXTS) await askDesk((client) => client.sandbox.reply({ from: '070-174 06 06', text, accountId }))
  await open(desk)
  await inbox.choose('Omar Haddad')
  await expect(inbox.message('end').last()).toBeVisible()

  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'More about this conversation' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const rowsOf = (path: string): Record<string, string>[] => {
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
  }

  await test.step('the print view shows what will be on paper, in the light', async () => {
    await askDesk((client) => client.settings.set({ theme: 'dark' }))
    await menu('Print or save as PDF…')
    await expect(page.getByRole('heading', { name: 'Conversation with Omar Haddad' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Europe/Stockholm')
    await expect(page.getByRole('main')).toContainText('+46 70 174 06 06')
    for (const text of TEXTS) await expect(page.getByRole('main')).toContainText(text)
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeEnabled()
    await look('print-view')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await look('print-view-700')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('and the PDF holds every text, its numbers, states and times', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true, path: testInfo.outputPath('conversation.pdf') })
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    const bare = (words: string): string => words.normalize('NFKC').replaceAll(/\s+/g, '')
    // Whether a computer has a font for the others is not ours to test; right to left is taken out in another order.
    for (const sent of TEXTS.filter((one) => !/[\p{Script=Han}\p{Script=Arabic}]/u.test(one))) {
      expect(bare(text)).toContain(bare(sent).slice(0, 60))
    }
    expect(bare(text)).toContain('+46701740606')
    expect(bare(text)).toContain(`/${totalPages}`)
    expect(bare(text)).toMatch(/deliveredat\d\d:\d\d:\d\d/)
    expect(bare(text)).not.toContain('Backtotheconversation')
  })

  await test.step('of days without texts there is nothing to print', async () => {
    await page.getByLabel('Until').fill('2020-01-01')
    await expect(page.getByRole('main')).toContainText('There are no texts in that time')
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeDisabled()
    await look('print-view-nothing')
    await page.getByRole('link', { name: 'Back to the conversation' }).click()
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await askDesk((client) => client.settings.set({ theme: 'system' }))
  })

  await test.step('the conversation as a CSV file', async () => {
    await menu('Save as CSV…')
    const dialog = page.getByRole('dialog', { name: 'Save the texts with Omar Haddad' })
    await dialog.getByLabel('Until').fill('2020-01-01')
    await dialog.getByRole('button', { name: 'Save as CSV' }).click()
    await expect(dialog).toContainText('There is no message in that time')
    await look('export-dialog')
    await dialog.getByLabel('Until').fill('')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save as CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^texts with Omar Haddad \d{4}-\d\d-\d\d\.csv$/)
    const rows = rowsOf(await file.path())
    expect(rows.map((row) => row['Text'])).toEqual(expect.arrayContaining(TEXTS.map((text) => (text.startsWith('=') ? `'${text}` : text))))
    expect(new Set(rows.map((row) => row['Name']))).toEqual(new Set(['Omar Haddad']))
    await expect(dialog).toBeHidden()
  })

  await test.step('all texts, from the settings', async () => {
    await page.goto(`${desk.origin}/#/settings/keys`)
    await page.getByRole('button', { name: 'Save as CSV…' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: 'Save as CSV' }).click()
    const rows = rowsOf(await (await download).path())
    expect(new Set(rows.map((row) => row['Name'])).size).toBeGreaterThan(3)
    await expect(frameOf(page).toast(`${rows.length} messages are in the file.`)).toBeVisible()
  })
})
