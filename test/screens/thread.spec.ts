import type { Page } from '@playwright/test'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { numberedId, putHistory, type GivenText } from './support/long-history.ts'

const PEER = '+46701740605'
const SHOWN = '+46 70 174 06 05'
const MINUTE = 60_000
const DAY = 86_400_000

/** What only a look at the screen tells: a message that is on it, not merely drawn beyond its edge. */
async function expectOnScreen(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('article').filter({ hasText: text })).toBeInViewport({ ratio: 0.9 })
}

/** 5,000 texts over two years, four a day at ten and five minutes, the last of them today. */
function twoYears(until: number): GivenText[] {
  return Array.from({ length: 5_000 }, (_, index) => {
    const back = 4_999 - index
    return {
      id: numberedId(index),
      direction: index % 2 === 0 ? 'inbound' : 'outbound',
      text: `Text ${index}: ${index % 7 === 0 ? 'could we move the appointment to the afternoon? I have to fetch the children first.' : 'see you then.'}`,
      at: until - Math.floor(back / 4) * DAY - (back % 4) * 5 * MINUTE,
    }
  })
}

test('a conversation of years opens at what is unread, goes to any day and back, and stays small', async ({
  page,
  carrier,
  dataFolder,
  givenDesk,
  givenAccount,
  open,
  look,
}) => {
  const account = await givenAccount(carrier.baseUrl)
  const texts = twoYears(Date.now() - 10 * MINUTE)
  // Twelve from the other side, with as many from here in between: the first of them is the 24th from the end.
  const conversationId = putHistory(dataFolder, { accountId: account.id, peer: PEER, texts, unread: 12 })
  const desk = await givenDesk()
  carrier.setHookUrl(`${desk.listener ?? ''}${account.hookPath}`)
  await open(desk)
  const inbox = inboxOf(page)
  await inbox.row(/46 70 174 06 05/).click()
  const log = page.getByRole('log', { name: 'Messages' })
  await expectOnScreen(page, 'Text 4976:')
  const line = log.getByText('12 new texts')
  const [lineBox, logBox] = [await line.boundingBox(), await log.boundingBox()]
  expect((lineBox?.y ?? 0) - (logBox?.y ?? 0)).toBeLessThan(140)
  await expect(page.locator('.thread-sticky-day, .thread-day').first()).toBeVisible()
  await look('thread-unread')

  // A reply while somebody reads further up is announced, and nothing moves.
  expect(await carrier.reply({ token: 'tok-right', from: '46701740605', to: 'Clinic', text: 'Are you open tomorrow?' })).toBe(true)
  const pill = page.getByRole('button', { name: '1 new message' })
  await expect(pill).toBeVisible()
  await expectOnScreen(page, 'Text 4976:')
  await pill.click()
  await expectOnScreen(page, 'Are you open tomorrow?')
  await log.hover()
  await page.mouse.wheel(0, -1_600)
  await expect(log.getByText('12 new texts')).toBeAttached()

  // To a day two years back, by keyboard alone.
  await log.focus()
  await page.keyboard.press('d')
  const day = new Date((texts[400]?.at ?? 0) - 2 * DAY)
  const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
  const start = new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
  const expected = texts.find(({ at }) => at >= start)
  await page
    .getByRole('textbox', { name: 'Date' })
    .or(page.getByLabel('Date', { exact: true }))
    .first()
    .fill(iso)
  await page.keyboard.press('Enter')
  await expectOnScreen(page, (expected?.text ?? '').slice(0, 9))
  await look('thread-date')

  // Far up and far down by wheel: pages come, and only a window of them is kept.
  await log.hover()
  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, -2_000)
  await expectOnScreen(page, 'Text 0:')
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 2_000)
  const topmost = async (): Promise<number> =>
    Number(/Text (\d+):/.exec((await page.getByRole('article').first().textContent()) ?? '')?.[1] ?? -1)
  await expect.poll(topmost, { timeout: 15_000 }).toBeGreaterThan(300)
  expect(await page.getByRole('article').count()).toBeLessThan(80)
  await page.getByRole('button', { name: 'To the latest' }).click()
  await expectOnScreen(page, 'Are you open tomorrow?')

  // An address leads to one text of long ago.
  await page.evaluate((hash) => location.assign(hash), `#/inbox/${conversationId}/${numberedId(1_234)}`)
  await expectOnScreen(page, 'Text 1234:')
  await expect(page.locator('[data-pointed-out]')).toContainText('Text 1234:')
  await page.setViewportSize({ width: 700, height: 700 })
  await expectFitsWindow(page)
  await look('thread-target-small')
})

test('notes, links and copying: what is said stays text, and what is noted stays here', async ({
  page,
  context,
  carrier,
  dataFolder,
  givenDesk,
  givenAccount,
  open,
  askDesk,
  allowComplaints,
  look,
}) => {
  // The page that is opened outside is not there.
  allowComplaints(/404/)
  const account = await givenAccount(carrier.baseUrl)
  const now = Date.now()
  const said = [
    'Is it ready? My other number is 070-174 06 06',
    'Yes, it is. Come by until 18:00.',
    `Pay here: https://p\u0430ypal.com/invoice?id=7 (or http://127.0.0.1:${new URL(carrier.baseUrl).port}/pay)`,
    'See you at four.',
  ]
  const texts = said.map((text, index): GivenText => ({
    id: numberedId(index),
    direction: index % 2 === 0 ? 'inbound' : 'outbound',
    text,
    at: now - (said.length - index) * 8 * MINUTE,
  }))
  putHistory(dataFolder, { accountId: account.id, peer: PEER, texts, unread: 0 })
  await open(await givenDesk())
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const inbox = inboxOf(page)
  await inbox.row(/46 70 174 06 05/).click()
  const thread = inbox.thread(SHOWN)
  const log = page.getByRole('log', { name: 'Messages' })
  await expectOnScreen(page, 'See you at four.')

  // A note, by keyboard; changed, deleted, and back again.
  await log.focus()
  await page.keyboard.press('m')
  await page.getByRole('textbox', { name: 'Note' }).fill('Pays by invoice, never by link')
  await look('note-dialog')
  await page.getByRole('button', { name: 'Save the note' }).click()
  const note = thread.getByRole('article', { name: /^Note/ })
  await expect(note).toContainText('Only you see this')
  await note.getByRole('button', { name: 'edit' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Pays by invoice only')
  await page.keyboard.press('Control+Enter')
  await expect(note).toContainText('Pays by invoice only')
  await note.getByRole('button', { name: 'delete' }).click()
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(note).toContainText('Pays by invoice only')
  await askDesk((client) => client.optOuts.recordConsent({ e164: PEER, reason: 'Signed the form at the desk' }))
  await expect(thread.getByRole('article', { name: /^Agreed to get texts/ })).toContainText('Signed the form at the desk')
  await look('thread-note')

  // A forged address is looked at, and left.
  await thread.getByRole('link', { name: /ypal\.com/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Open this address?' })
  await expect(dialog.locator('b')).toHaveText('xn--pypal-4ve.com')
  await expect(dialog).toContainText('several alphabets')
  await look('link-dialog')
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await thread.getByRole('link', { name: /127\.0\.0\.1/ }).focus()
  await page.keyboard.press('Enter')
  const opened = context.waitForEvent('page')
  await dialog.getByRole('link', { name: 'Open in browser' }).click()
  const outside = await opened
  await outside.waitForLoadState()
  expect(await outside.evaluate(() => [window.opener === null, document.referrer])).toEqual([true, ''])
  await outside.close()
  await thread.getByRole('button', { name: '070-174 06 06' }).click()
  await page.getByRole('menuitem', { name: 'Copy the number' }).click()
  await expect.poll(copied).toBe('+46701740606')

  // From text to text with the arrows: the story of one, a copy of one, then of several.
  await log.focus()
  await page.keyboard.press('End')
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  const four = thread.getByRole('article').filter({ hasText: 'See you at four.' })
  await expect(four).toBeFocused()
  await page.keyboard.press('Enter')
  const story = page.getByRole('dialog', { name: 'What happened' })
  await expect(story).toContainText('See you at four.')
  await page.keyboard.press('Escape')
  await expect(story).toHaveCount(0)
  await four.focus()
  await page.keyboard.press('Control+c')
  await expect.poll(copied).toBe('See you at four.')
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Picked texts' })).toContainText('2 texts picked')
  await look('thread-picking')
  await page.getByRole('button', { name: 'Copy 2 texts' }).click()
  await expect.poll(copied).toMatch(/ Clinic: Yes, it is\. Come by until 18:00\.\n.* Clinic: See you at four\.$/)
  await four.focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('button', { name: 'Copy 4 texts' })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('toolbar', { name: 'Picked texts' })).toHaveCount(0)
  // All that was done here sent nothing.
  expect(carrier.received).toEqual([])
})
