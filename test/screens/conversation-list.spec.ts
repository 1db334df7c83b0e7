import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'

test('conversations are pinned, labelled, filtered and archived, and come back with a text', async ({
  page,
  givenDesk,
  open,
  look,
  askDesk,
}) => {
  const keys = page.keyboard
  const inbox = inboxOf(page)
  const frame = frameOf(page)
  const names = () => inbox.list.locator('.row-name').allInnerTexts()
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await expect(inbox.list.getByRole('listitem')).toHaveCount(6)
  const [first = '', second = '', third = ''] = await names()

  await test.step('P pins the row that has the focus: it stands on top and keeps the focus', async () => {
    await keys.press('j')
    await keys.press('j')
    await keys.press('j')
    await expect(inbox.row(new RegExp(third))).toBeFocused()
    await keys.press('p')
    await expect(inbox.row(new RegExp(third))).toContainText('Pinned')
    await keys.press('Escape')
    await page.mouse.move(900, 400)
    await page.getByRole('heading', { name: 'Inbox', level: 1 }).evaluate(() => (document.activeElement as HTMLElement).blur())
    await expect.poll(async () => (await names())[0]).toBe(third)
  })

  await test.step('a label is made from the menu of a row, and stands in the row and in the thread', async () => {
    await inbox.row(new RegExp(first)).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Labels/ }).click()
    const dialog = page.getByRole('dialog', { name: `Labels of ${first}` })
    await dialog.getByRole('textbox').fill('Call back')
    await keys.press('Enter')
    await expect(dialog.getByRole('checkbox', { name: 'Call back' })).toBeChecked()
    await dialog.getByRole('textbox').fill('Winter tyres, and whatever else they bring')
    await dialog.getByRole('button', { name: /^Make the label/ }).click()
    await expect(dialog.getByRole('checkbox')).toHaveCount(2)
    await look('inbox-labels')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(inbox.row(new RegExp(first))).toContainText('Call back')
    await inbox.choose(first)
    await expect(inbox.thread(first).locator('header')).toContainText('Call back')
  })

  await test.step('the list is narrowed by a label, and widened again', async () => {
    await page.getByRole('button', { name: 'Filter conversations' }).click()
    await look('inbox-filter-menu')
    await page.getByRole('menuitem', { name: 'Call back' }).click()
    await expect(inbox.list.getByRole('link')).toHaveCount(1)
    await page.getByRole('button', { name: 'Call back: take this filter off' }).click()
    await expect(inbox.list.getByRole('link')).toHaveCount(6)
  })

  await test.step('E in the open thread archives it and goes on to the next; the note undoes it', async () => {
    await inbox.composer.focus()
    await keys.press('Escape')
    await expect(inbox.row(new RegExp(first))).toBeFocused()
    await keys.press('e')
    await expect(inbox.row(new RegExp(first))).toHaveCount(0)
    await expect(inbox.thread(first)).toHaveCount(0)
    await expect(inbox.thread(second)).toBeVisible()
    await expect(inbox.row(new RegExp(second)), 'the next key is about the next one').toBeFocused()
    await frame.toast(`${first} is archived`).getByRole('button', { name: 'Undo' }).click()
    await expect(inbox.row(new RegExp(first))).toBeVisible()
  })

  await test.step('what is archived is in Archived only, and a text brings it back', async () => {
    const { conversations } = await askDesk((client) => client.conversations.list({ filter: 'all', limit: 10 }))
    const archived = conversations.find(({ name }) => name === second)
    await inbox.row(new RegExp(second)).focus()
    await keys.press('e')
    await expect(inbox.row(new RegExp(second))).toHaveCount(0)
    await page.getByRole('button', { name: 'Filter conversations' }).click()
    await page.getByRole('menuitem', { name: 'Archived' }).click()
    await expect(inbox.list.getByRole('link')).toHaveCount(1)
    await look('inbox-archived')
    await page.getByRole('button', { name: 'Archived: take this filter off' }).click()
    await page.mouse.move(900, 400)
    await askDesk((client) => client.sandbox.reply({ from: archived?.peer ?? '', text: 'One more thing' }))
    await expect(inbox.row(new RegExp(second))).toContainText('One more thing')
  })

  await test.step('it holds in a small window', async () => {
    await page.setViewportSize({ width: 700, height: 640 })
    await page.goto(`${new URL(page.url()).origin}/#/inbox`)
    await expect(inbox.row(new RegExp(first))).toBeVisible()
    await look('inbox-list-small')
  })
})

test('labels are changed and deleted in the settings', async ({ page, givenDesk, open, look, askDesk }) => {
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await inboxOf(page).list.getByRole('listitem').first().waitFor()
  const { conversations } = await askDesk((client) => client.conversations.list({ filter: 'all', limit: 1 }))
  for (const name of ['Call back', 'Winter tyres']) {
    const { id } = await askDesk((client) => client.labels.create({ name, colour: 'red' }))
    await askDesk((client) => client.labels.set({ labelId: id, conversationId: conversations[0]?.id ?? '', on: true }))
  }
  await page.goto(`${new URL(page.url()).origin}/#/settings/labels`)
  const labels = page.getByRole('list', { name: 'Labels' })
  await expect(labels.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Move Call back down' }).click()
  await expect(labels.getByRole('listitem').nth(1)).toContainText('Call back')
  await page.getByRole('button', { name: 'Change Call back' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ring')
  await page.getByRole('dialog').getByRole('radio', { name: 'Purple' }).check()
  await look('settings-label')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(labels).toContainText('Ring')
  await page.getByRole('button', { name: 'Delete Ring' }).click()
  await expect(page.getByRole('dialog')).toContainText('It is taken off 1 conversation.')
  await page.getByRole('button', { name: 'Delete the label' }).click()
  await expect(labels.getByRole('listitem')).toHaveCount(1)
  await look('settings-labels')
})

test('what is new moves nothing under the pointer or below what was scrolled past, and neither does a banner', async ({
  page,
  givenDesk,
  open,
  look,
  askDesk,
}) => {
  const inbox = inboxOf(page)
  const frame = frameOf(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await expect(inbox.list.getByRole('listitem')).toHaveCount(6)
  const texts = Array.from({ length: 40 }, (_, index) => `+4670174${String(3_000 + index)}`)
  for (const from of texts) await askDesk((client) => client.sandbox.reply({ from, text: 'Hello' }))
  await expect(page.locator('.row').first()).toContainText('+46 70 174 30 39')
  const rows = page.locator('.inbox-rows')

  const placesOf = () => topsOf(page)
  /** The same once the list is drawn down to its lower edge. */
  const placesBefore = async () => {
    const isDrawn = (list: Element) =>
      [...list.querySelectorAll('.row')].some((row) => row.getBoundingClientRect().bottom >= list.getBoundingClientRect().bottom)
    await expect.poll(() => rows.evaluate(isDrawn)).toBe(true)
    return placesOf()
  }
  const news = inbox.list.getByRole('button', { name: /new: show at the top$/ })

  await test.step('under the pointer', async () => {
    const third = page.locator('.row[data-index="2"]')
    await third.hover()
    const before = await placesBefore()
    await askDesk((client) => client.sandbox.reply({ from: '+46701743001', text: 'Are you open?' }))
    await askDesk((client) => client.sandbox.reply({ from: '+46701740605', text: 'A new customer' }))
    await expect(news).toHaveText(/^2 new/)
    expect(await placesOf()).toEqual(before)
    await look('inbox-news')
    await page.mouse.move(900, 400)
    await expect(page.locator('.row[data-index="0"]')).toContainText('A new customer')
    await expect(news).toBeHidden()
  })

  await test.step('scrolled down, with the pointer elsewhere', async () => {
    await rows.evaluate((list) => list.scrollTo({ top: 700 }))
    await expect(page.locator('.row[data-index="14"]')).toBeVisible()
    const before = await placesBefore()
    await askDesk((client) => client.sandbox.reply({ from: '+46701743002', text: 'And you?' }))
    await expect(news).toHaveText(/^1 new/)
    expect(await placesOf()).toEqual(before)
    await news.click()
    await expect(page.locator('.row[data-index="0"]')).toContainText('And you?')
    await page.mouse.move(900, 400)
  })

  await test.step('a banner comes and goes in a place that is always there', async () => {
    const before = await placesBefore()
    const [account] = await askDesk((client) => client.accounts.list())
    await askDesk((client) => client.accounts.pause({ id: account?.id ?? '' }))
    await expect(frame.banner(/is paused/)).toBeVisible()
    expect(await placesOf()).toEqual(before)
    // The sandbox has a text that is to be settled: what is paused stops more, so it is shown first.
    await page.getByRole('button', { name: '1 more' }).click()
    await expect(frame.banner(/We don’t know whether/).getByRole('button', { name: 'Look at it' })).toBeVisible()
    await look('inbox-banners')
    await page.getByRole('button', { name: 'Show less' }).click()
    expect(await placesOf()).toEqual(before)
    await look('inbox-banner')
    await frame
      .banner(/is paused/)
      .getByRole('button', { name: 'Resume' })
      .click()
    await expect(frame.banner(/is paused/)).toBeHidden()
    expect(await placesOf()).toEqual(before)
  })
})

/** Which row stands where: its conversation and its upper edge in the window, from top to bottom. */
function topsOf(page: Page): Promise<readonly (readonly [string, number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.row')]
      .map((row) => [row.dataset.conversation ?? '', row.getBoundingClientRect().top] as const)
      .filter(([, top]) => top > 0 && top < innerHeight)
      .sort(([, one], [, other]) => one - other),
  )
}
