import { wallTimeOf } from '../../src/shared/time/wall-time.ts'
import { frameOf } from './support/frame.ts'
import { delayableConnection } from './support/delayed-connection.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const TEXT = 'A reminder: we see you at ten.'
const OTHER = 'Bring the old key, please.'
const WHO = '+46 70 174 06 05'
/** Where clocks are an hour behind those of the journeys' computer. */
const IN_LONDON = '+44 7400 123456'
/** The zone of the journeys' browser (playwright.config.ts). */
const ZONE = 'Europe/Stockholm'
const DAY_MS = 86_400_000

test('a text goes out at a later time, which can be changed, until a person sends it now', async ({
  page,
  carrier,
  givenOpenDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const note = inbox.note(TEXT)
  const dialog = page.getByRole('dialog', { name: 'Choose another time' })

  await test.step('usual times are one click away', async () => {
    await inbox.writeTo('070-174 06 05', TEXT)
    await inbox.sendLater.click()
    await expect(page.getByRole('menu')).toContainText('Stockholm time')
    await look('send-later')
    await page.getByRole('menuitem', { name: 'Tomorrow 09:00' }).click()
    await expect(inbox.thread(WHO)).toBeVisible()
    await expect(inbox.statusOf(TEXT)).toHaveText('goes out tomorrow 09:00')
    await expect(note).toContainText('Goes out tomorrow 09:00.')
    await expect(inbox.composer).toHaveValue('')
    await look('scheduled')
    await page.setViewportSize({ width: 560, height: 600 })
    await expectFitsWindow(page)
    await look('scheduled-560')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('another time is chosen; one that has passed is not taken', async () => {
    await note.getByRole('button', { name: 'Choose another time' }).click()
    await dialog.getByLabel('Date', { exact: true }).fill(dateIn(-1))
    await expect(dialog.getByRole('alert')).toHaveText('This time has passed. Choose a later one.')
    await dialog.getByRole('button', { name: 'Send later' }).click()
    await expect(dialog).toBeVisible()
    await dialog.getByLabel('Date', { exact: true }).fill(dateIn(2))
    await dialog.getByLabel('Time', { exact: true }).fill('10:30')
    await look('another-time')
    await dialog.getByRole('button', { name: /^Send \w{3} 10:30$/ }).click()
    await expect(dialog).toBeHidden()
    await expect(inbox.statusOf(TEXT)).toHaveText(/^goes out \w{3} 10:30/)
    expect(carrier.received).toEqual([])
  })

  await test.step('sent now, it goes at once, and once', async () => {
    await note.getByRole('button', { name: 'Send now' }).click()
    await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
    await expect(note).toBeHidden()
    expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
  })
})

test('any time can be chosen, with an end after which it is not sent, and the recipient’s clock beside it', async ({
  page,
  carrier,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const dialog = page.getByRole('dialog', { name: 'Send later' })

  await inbox.writeTo(IN_LONDON, TEXT)
  await inbox.sendLater.click()
  await page.getByRole('menuitem', { name: 'Another time…' }).click()
  await dialog.getByLabel('Date', { exact: true }).fill(dateIn(1))
  await dialog.getByLabel('Time', { exact: true }).fill('09:00')
  await expect(dialog).toContainText('In London, where it goes, that is tomorrow 08:00.')
  await dialog.getByLabel('Don’t send after: date').fill(dateIn(1))
  await dialog.getByLabel('Don’t send after: time').fill('08:00')
  await expect(dialog.getByRole('alert')).toContainText('It would never go out')
  await dialog.getByLabel('Don’t send after: time').fill('18:00')
  await look('send-later-dialog')
  await dialog.getByRole('button', { name: 'Send tomorrow 09:00' }).click()
  await expect(inbox.note(TEXT)).toContainText('Goes out tomorrow 09:00. Not sent after tomorrow 18:00.')

  const { messages } = await askDesk((client) => client.messages.list({ limit: 10 }))
  expect(messages.map(({ schedule }) => schedule)).toMatchObject([{ local: `${dateIn(1)}T09:00`, zone: ZONE }])

  await test.step('it can be taken back for as long as it waits', async () => {
    await inbox.note(TEXT).getByRole('button', { name: 'Cancel this text' }).click()
    await expect(inbox.statusOf(TEXT)).toHaveText('cancelled')
    await look('cancelled')
    expect(carrier.received).toEqual([])
  })
})

test('a text whose time came while the desk was closed waits for a person, and a banner leads to it', async ({
  page,
  carrier,
  givenAccount,
  givenDesk,
  askDesk,
  reopenAfter,
  look,
}) => {
  const desk = await givenDesk()
  const { id: accountId } = await givenAccount(carrier.baseUrl)
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const at = Date.now() + 4_000
  await askDesk((client) => client.messages.send({ requestId: crypto.randomUUID(), accountId, to: [WHO], text: TEXT, at }))
  await reopenAfter(desk, at)

  const banner = frame.banner('1 text missed its time while the desk was closed.')
  await expect(banner).toBeVisible()
  await inbox.choose(WHO)
  await expect(inbox.statusOf(TEXT)).toHaveText('missed its time !')
  await expect(inbox.note(TEXT)).toContainText('Its time came while the desk was closed. It was to go out at')
  await look('missed')
  expect(carrier.received).toEqual([])

  await banner.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible()
  await expect(banner).toBeHidden()
  await frame.screen('Inbox').click()
  await inbox.choose(WHO)
  await inbox.note(TEXT).getByRole('button', { name: 'Send now' }).click()
  await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
  await expect(banner).toBeHidden()
  expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
})

test('a text whose end passed while the desk was closed is not sent, and can be written again', async ({
  page,
  carrier,
  givenAccount,
  givenDesk,
  askDesk,
  reopenAfter,
  look,
}) => {
  const desk = await givenDesk()
  const { id: accountId } = await givenAccount(carrier.baseUrl)
  const inbox = inboxOf(page)
  const validUntil = Date.now() + 4_000
  await askDesk(async (client) => {
    await client.accounts.pause({ id: accountId })
    await client.messages.send({ requestId: crypto.randomUUID(), accountId, to: [WHO], text: TEXT, validUntil })
  })
  await reopenAfter(desk, validUntil)
  const paused = frameOf(page).banner('Front desk is paused.')
  await expect(paused).toBeVisible()
  await askDesk((client) => client.accounts.resume({ id: accountId }))
  // Its going moves the list up: a click meanwhile would miss its row.
  await expect(paused).toBeHidden()

  await inbox.choose(WHO)
  await expect(inbox.statusOf(TEXT)).toHaveText('not sent, its time had passed !')
  await expect(inbox.note(TEXT)).toContainText('Not sent. Its time had passed: it was not to go out after')
  await look('lapsed')
  await inbox.note(TEXT).getByRole('button', { name: 'Write it again' }).click()
  await expect(inbox.composer).toHaveValue(TEXT)
  await inbox.send.click()
  await expect(inbox.statusOf(TEXT).last()).toHaveText(/^sent/)
  expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
})

test('cancelling a text that is being sent already says that it is too late', async ({ page, carrier, givenOpenDesk, askDesk, look }) => {
  const inbox = inboxOf(page)
  const holdBack = await delayableConnection(page)
  await givenOpenDesk({ provider: carrier })
  await inbox.writeTo('070-174 06 05', OTHER)
  await inbox.sendLater.click()
  await page.getByRole('menuitem', { name: 'Tomorrow 09:00' }).click()
  await expect(inbox.note(OTHER)).toBeVisible()

  // The window has not heard yet that it went out: the button is still there.
  const letGo = holdBack()
  await askDesk(async (client) => {
    const [message] = (await client.messages.list({ limit: 1 })).messages
    await client.messages.sendNow({ id: message?.id ?? '' })
  })
  await expect.poll(() => carrier.received.length).toBe(1)
  await inbox.note(OTHER).getByRole('button', { name: 'Cancel this text' }).click()
  letGo()
  await expect(frameOf(page).toast('too late')).toBeVisible()
  await expect(inbox.statusOf(OTHER)).toHaveText(/^sent/)
  await look('too-late')
})

/** A date some days from now in the zone of the journeys, as a date field takes it. */
function dateIn(days: number): string {
  return wallTimeOf(Date.now() + days * DAY_MS, ZONE).local.slice(0, 10)
}
