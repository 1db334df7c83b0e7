import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { csvFile, importScreenOf } from './support/import-screen.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow, expectInside } from './support/layout.ts'

const NAUGHTY = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
) as string[]

const MARKUP = '<img src=x onerror="window.ranAway=1"><script>window.ranAway=2</script><b>bold</b>'
const RTL = 'Start \u202eevil.exe\u202c \u2066hidden\u2069 end'
const ZERO_WIDTH = 'zero\u200b\u200c\u200d\ufeffwidth'
/** 100 marks on one letter, none of which has another way to be written. */
const COMBINING = `Z${'\u0351\u036b\u0352\u036a'.repeat(25)}algo`
const LONG_WORD = 'W'.repeat(1_500)
const TEXTS = [MARKUP, RTL, ZERO_WIDTH, COMBINING, LONG_WORD, 'مرحبا، هل سيارتي جاهزة؟', '🏳️‍🌈👩‍👩‍👧‍👦'.repeat(40)]

test('hostile texts of customers are shown as text and keep to their place', async ({ page, carrier, givenOpenDesk, look }) => {
  const { hookUrl } = await givenOpenDesk({ provider: carrier })
  carrier.setHookUrl(hookUrl)
  const inbox = inboxOf(page)
  for (const text of TEXTS) expect(await carrier.reply({ token: 'tok-right', from: '46701740605', to: 'Clinic', text })).toBe(true)

  await inbox.row(/46 70 174 06 05/).click()
  const thread = inbox.thread('+46 70 174 06 05')
  const messages = thread.getByRole('article')
  await expect(messages).toHaveCount(TEXTS.length)
  await expect(messages.filter({ hasText: MARKUP })).toHaveCount(1)
  await expect(thread.getByRole('img')).toHaveCount(0)
  await expect(messages.filter({ hasText: RTL })).toHaveCount(1)
  await expect(messages.filter({ hasText: COMBINING })).toHaveCount(1)
  expect(await page.evaluate(() => 'ranAway' in window)).toBe(false)
  await expectInside(messages, thread)
  await expectInside(inbox.row(/46 70 174 06 05/), inbox.list)
  await expectFitsWindow(page)
  await look('hostile-texts')
})

test('hostile names are shown as text in every list, and a name of 10,000 characters is left out with its reason', async ({
  page,
  carrier,
  givenOpenDesk,
  look,
}) => {
  const { hookUrl } = await givenOpenDesk({ provider: carrier })
  carrier.setHookUrl(hookUrl)
  const names = ['ö'.repeat(10_000), 'Å'.repeat(500), MARKUP, RTL, COMBINING, ...NAUGHTY.filter((name) => name.trim() !== '').slice(0, 300)]
  const rows = names.map((name, index) => `"${name.replaceAll('"', '""')}",+46701${740_000 + index}`)
  const importing = importScreenOf(page)
  await importing.visit()
  await importing.choose(csvFile('hostile.csv', `Name,Mobile\n${rows.join('\n')}\n`))
  await expect(importing.count('Left out')).toHaveText('1')
  await expect(importing.preview).toContainText('longer than 500 characters')
  await expectFitsWindow(page)
  await look('hostile-preview')
  await importing.commit.click()
  await page.getByRole('button', { name: 'See contacts' }).click()

  const people = page.getByRole('region', { name: 'People' })
  await expect(people.getByRole('listitem').first()).toBeVisible()
  await expectInside(people.getByRole('link'), people)
  await look('hostile-people')
  for (const piece of ['ÅÅÅÅ', 'onerror', 'algo']) {
    await people.getByRole('textbox', { name: /^Search people/ }).fill(piece)
    await people.getByRole('link').filter({ hasText: piece }).first().click()
    await expect(page.getByRole('region', { name: 'Person', exact: true }).getByRole('heading', { level: 2 })).toContainText(piece)
    await expectFitsWindow(page)
    await look(`hostile-person-${piece.codePointAt(0)}`)
  }

  const inbox = inboxOf(page)
  await carrier.reply({ token: 'tok-right', from: '46701740001', to: 'Clinic', text: 'Hello from a long name' })
  await carrier.reply({ token: 'tok-right', from: '46701740002', to: 'Clinic', text: 'Hello from a tag' })
  await expect(frameOf(page).screen(/2 unread/)).toBeVisible()
  await frameOf(page).screen('Inbox').click()
  await inbox.row(/ÅÅÅ/).click()
  await expect(inbox.message('Hello from a long name')).toBeVisible()
  await expectInside(inbox.list.getByRole('link'), inbox.list)
  await expectFitsWindow(page)
  await look('hostile-thread')
  expect(await page.evaluate(() => 'ranAway' in window)).toBe(false)
})
