import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const TEXT = 'We are closed on Friday.'
const WHO = '+46 70 174 06 05'

/** Quiet today and tomorrow, wherever the recipient is, on whatever day this runs. */
function quietForNow() {
  const restDay = ((new Date().getDay() + 2) % 7) + 1
  return { from: '00:00', until: '00:00', days: [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== restDay), exemptReplies: false }
}

test('the rules by which texts go out are set in words, and kept', async ({
  page,
  carrier,
  givenAccount,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const first = await givenAccount(carrier.baseUrl, { name: 'Garage' })
  const second = await givenAccount(carrier.baseUrl, { name: 'Front desk' })
  await open(await givenDesk({ settings: { duplicateMinutes: 90 } }))
  const settings = () => askDesk((client) => client.settings.get())
  await goToSettings(page, 'Sending')
  await expect(page.getByRole('heading', { name: 'Sending', level: 2 })).toBeVisible()

  await test.step('undo and repeated texts', async () => {
    await chooseIn(page, 'Take back after pressing Send', '10 seconds')
    await expect.poll(async () => (await settings()).undoSeconds).toBe(10)
    const duplicates = page.getByRole('combobox', { name: 'Ask before the same text' })
    await expect(duplicates).toHaveValue('Within 90 minutes')
    await chooseIn(page, 'Ask before the same text', 'Within 1 day')
    await expect.poll(async () => (await settings()).duplicateMinutes).toBe(1_440)
  })

  await test.step('quiet hours, with a sentence that says what they mean', async () => {
    await flip(page, 'Quiet hours')
    await expect(page.getByText('From 21:00 to 08:00 the next morning')).toBeVisible()
    await page.getByLabel('Quiet from').fill('19:30')
    await page.getByLabel('Quiet until').focus()
    await page.getByRole('button', { name: 'Sun', exact: true }).click()
    await expect(page.getByText('From 19:30 to 08:00 the next morning and all day on Sundays')).toBeVisible()
    await expect.poll(async () => (await settings()).quietHours).toEqual({ from: '19:30', until: '08:00', days: [7], exemptReplies: true })
    await flip(page, 'Quiet hours')
    await expect.poll(async () => (await settings()).quietHours).toBeNull()
    await flip(page, 'Quiet hours')
    await expect.poll(async () => (await settings()).quietHours?.from).toBe('19:30')
  })

  await test.step('stand-ins are put in order with the keyboard alone', async () => {
    const add = page.getByRole('combobox', { name: 'Add a stand-in account' })
    for (const name of ['Garage', 'Front desk']) {
      await add.click()
      await page.getByRole('option', { name, exact: true }).click()
      await expect(page.getByRole('button', { name: `Move ${name} up` })).toBeVisible()
    }
    expect((await settings()).failoverOrder).toEqual([first.id, second.id])
    await look('settings-sending')
    await page.getByRole('button', { name: 'Move Front desk up' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await settings()).failoverOrder).toEqual([second.id, first.id])
    await expect(page.getByRole('button', { name: 'Move Front desk down' })).toBeFocused()
    await page.getByRole('button', { name: 'Garage no longer stands in' }).click()
    await expect.poll(async () => (await settings()).failoverOrder).toEqual([second.id])
  })

  await test.step('hours without a report', async () => {
    const hours = page.getByRole('textbox', { name: 'Hours without a delivery report' })
    await hours.fill('48')
    await hours.press('Enter')
    await expect.poll(async () => (await settings()).reportOverdueHours).toBe(48)
  })

  for (const size of [
    { width: 640, height: 700 },
    { width: 1024, height: 640 },
    { width: 2560, height: 1440 },
  ]) {
    await page.setViewportSize(size)
    await expectFitsWindow(page)
    await page.getByRole('heading', { name: 'Stand-in accounts' }).scrollIntoViewIfNeeded()
    await look(`settings-sending-${size.width}`)
  }
})

test('how fast an account sends is its provider’s usual rate, or one’s own', async ({ page, carrier, givenOpenDesk, askDesk, look }) => {
  const { account: added } = await givenOpenDesk({ provider: carrier })
  const account = () => askDesk((client) => client.accounts.get({ id: added.id }))
  await frameOf(page).screen('Settings').click()
  await page.getByRole('link', { name: /^Front desk/ }).click()
  const card = page.getByRole('form', { name: 'How fast it sends' })
  await expect(card.getByRole('radio', { name: 'The provider’s usual' })).toBeChecked()
  await card.getByRole('radio', { name: 'At most' }).click()
  await card.getByRole('textbox', { name: 'Texts' }).fill('30')
  await card.getByRole('combobox', { name: 'In which time' }).click()
  await page.getByRole('option', { name: 'a minute' }).click()
  await expect(card).toContainText('1,000 texts take about 33 minutes.')
  await card.scrollIntoViewIfNeeded()
  await look('account-rate')
  await card.getByRole('button', { name: 'Save the rate' }).click()
  await expect.poll(async () => (await account()).rate).toEqual({ count: 30, per: 'minute' })
  await expect(card.getByRole('button', { name: 'Save the rate' })).toBeDisabled()
  await card.getByRole('radio', { name: 'The provider’s usual' }).click()
  await card.getByRole('button', { name: 'Save the rate' }).click()
  await expect.poll(async () => (await account()).rateIsDefault).toBe(true)
})

test('in quiet hours a text is held and says until when; it goes out all the same only with a reason', async ({
  page,
  carrier,
  givenOpenDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier, settings: { quietHours: quietForNow() } })
  const inbox = inboxOf(page)
  const note = inbox.note(TEXT)
  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.send.click()
  await expect(inbox.thread(WHO)).toBeVisible()
  await expect(inbox.statusOf(TEXT)).toHaveText(/^held until (\w{3}|tomorrow) 00:00/)
  await expect(note).toContainText(/Held until (\w{3}|tomorrow) 00:00 \(quiet hours there\)\./)
  await look('held')
  expect(carrier.received).toEqual([])

  const dialog = page.getByRole('dialog', { name: 'Send it in quiet hours all the same?' })
  await note.getByRole('button', { name: 'Send now all the same…' }).click()
  await dialog.getByRole('button', { name: 'Send now' }).click()
  await expect(dialog).toContainText('Say why in a few words.')
  await look('held-reason')
  await dialog.getByLabel('Why it goes out all the same').fill('They asked for an answer tonight')
  await dialog.getByRole('button', { name: 'Send now' }).click()
  await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
  expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
  await inbox.message(TEXT).getByRole('button', { name: 'what happened' }).click()
  await expect(page.getByRole('dialog', { name: 'What happened' })).toContainText('They asked for an answer tonight')
})

test('before the first text to several people quiet hours are suggested, once', async ({ page, carrier, givenOpenDesk, askDesk, look }) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const suggestion = page.getByText('Do you want to keep texts back at night (21:00–08:00 where the recipient is)?')

  await inbox.writeTo('070-174 06 05', TEXT)
  await expect(suggestion).toBeHidden()
  await inbox.addRecipient('070-174 06 06')
  await expect(suggestion).toBeVisible()
  await look('quiet-suggestion')
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(suggestion).toBeHidden()
  await openAnew(page)
  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.addRecipient('070-174 06 06')
  await expect(suggestion).toBeHidden()

  await page.evaluate(() => localStorage.clear())
  await openAnew(page)
  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.addRecipient('070-174 06 06')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(suggestion).toBeHidden()
  const { quietHours } = await askDesk((client) => client.settings.get())
  expect(quietHours).toEqual({ from: '21:00', until: '08:00', days: [], exemptReplies: true })
})

test('a stand-in takes a text that the chosen account definitely did not take, and the text says so', async ({
  page,
  carrier,
  givenCarrier,
  givenAccount,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const { id: standIn } = await givenAccount(carrier.baseUrl, { name: 'Front desk' })
  const broken = await givenCarrier()
  await broken.stop()
  await givenAccount(broken.baseUrl, { name: 'Garage' })
  await open(await givenDesk())
  await askDesk((client) => client.settings.set({ failoverOrder: [standIn] }))
  const inbox = inboxOf(page)
  await inbox.writeTo('070-174 06 05', TEXT)
  await page.getByRole('button', { name: /^Send through/ }).click()
  await page.getByRole('menuitem', { name: /Garage/ }).click()
  await inbox.send.click()
  await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/, { timeout: 30_000 })
  await expect(inbox.message(TEXT)).toContainText('Sent through Front desk, because Garage did not take it')
  await look('stand-in')
  expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
})

/** Loads the window again, without the dialog that was open. */
async function openAnew(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Presses a switch. Its own field is drawn over, as the person sees it. */
async function flip(page: Page, name: string): Promise<void> {
  await page.getByRole('switch', { name }).click({ force: true })
}
