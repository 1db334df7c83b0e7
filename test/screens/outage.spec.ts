import type { Page } from '@playwright/test'
import type { DeskProcess } from './support/desk-process.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, openAt, OUTAGE, test as journey } from './support/journey.ts'

const FIRST = 'Is Thursday at ten good for you?'
const DRAFT = 'We have moved: the clinic is now at the station.'
const NOT_RUNNING = 'The desk is not running. Trying again…'
const NOT_KNOWN = 'no longer knows this window'

// Backing off, a window asks every eight seconds at most.
const RECONNECTED = { timeout: 15_000 }

const test = journey.extend<{
  /** A desk that sent {@link FIRST} through `provider`, in the window, with {@link DRAFT} written below it. */
  givenDraft(): Promise<DeskProcess>
  /** Opens a desk in another window for a moment: from then on it knows this browser. */
  openElsewhere(desk: DeskProcess): Promise<void>
}>({
  givenDraft: async ({ page, provider, givenOpenDesk }, use) =>
    use(async () => {
      const { desk } = await givenOpenDesk({ provider })
      const inbox = inboxOf(page)
      await inbox.writeTo('070-174 06 05', FIRST)
      await inbox.send.click()
      await expect(inbox.statusOf(FIRST)).toHaveText(/^sent/)
      await inbox.composer.fill(DRAFT)
      return desk
    }),

  openElsewhere: async ({ context }, use) =>
    use(async (desk) => {
      const other = await context.newPage()
      await openAt(other, desk)
      await other.close()
    }),
})

test('while the desk is stopped the window says so and keeps what is being written', async ({
  page,
  provider,
  givenDesk,
  givenDraft,
  openElsewhere,
  look,
  allowComplaints,
}) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const desk = await givenDraft()

  allowComplaints(OUTAGE)
  await desk.stop()
  await expect(frame.banner(NOT_RUNNING)).toBeVisible()
  await expect(inbox.message(FIRST)).toBeVisible()
  await look('not-running')

  const again = await givenDesk({ port: desk.port })
  await expect(frame.banner(NOT_KNOWN)).toBeVisible(RECONNECTED)
  await look('to-be-opened-anew')
  await openElsewhere(again)
  await expect(frame.banner(NOT_KNOWN)).toBeHidden(RECONNECTED)
  await expect(inbox.composer).toHaveValue(DRAFT)
  expect(provider.received.map(({ message }) => message)).toEqual([FIRST])
  await inbox.send.click()
  await expect(inbox.statusOf(DRAFT)).toHaveText(/^sent/)
  expect(provider.received.map(({ message }) => message)).toEqual([FIRST, DRAFT])
})

test('pressing Send again and again while the desk is stopped sends the text once, when it is back', async ({
  page,
  provider,
  givenDesk,
  givenDraft,
  openElsewhere,
  look,
  allowComplaints,
}) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const desk = await givenDraft()

  allowComplaints(OUTAGE)
  await desk.stop()
  await expect(frame.banner(NOT_RUNNING)).toBeVisible()
  await inbox.send.click()
  await expect(page.getByRole('alert').filter({ hasText: 'never twice' })).toBeVisible()
  await expect(inbox.composer).toHaveValue(DRAFT)
  await inbox.send.click()
  await look('send-cut-off')

  const again = await givenDesk({ port: desk.port })
  await openElsewhere(again)
  await expect(inbox.statusOf(DRAFT)).toHaveText(/^sent/, RECONNECTED)
  await expect(inbox.message(DRAFT)).toHaveCount(1)
  await expect(inbox.composer).toHaveValue('')
  expect(provider.received.map(({ message }) => message)).toEqual([FIRST, DRAFT])
})

test('a text that the desk took before a power cut is not sent again by a window that never got the answer', async ({
  page,
  provider,
  givenDesk,
  givenDraft,
  openElsewhere,
  allowComplaints,
}) => {
  const inbox = inboxOf(page)
  const answersGetLost = await breakableConnection(page)
  const desk = await givenDraft()

  answersGetLost(true)
  await inbox.send.click()
  await expect.poll(() => provider.received.map(({ message }) => message)).toEqual([FIRST, DRAFT])
  allowComplaints(OUTAGE)
  await desk.kill()
  await expect(page.getByRole('alert').filter({ hasText: 'never twice' })).toBeVisible()
  await expect(inbox.composer).toHaveValue(DRAFT)
  await inbox.send.click()

  answersGetLost(false)
  const again = await givenDesk({ port: desk.port })
  await openElsewhere(again)
  // Killed before or after the provider's answer was written down: both are true to the facts.
  await expect(inbox.statusOf(DRAFT)).toHaveText(/^(sent|unconfirmed)/, RECONNECTED)
  await expect(inbox.composer).toHaveValue('')
  await expect(inbox.message(DRAFT)).toHaveCount(1)
  expect(provider.received.map(({ message }) => message)).toEqual([FIRST, DRAFT])
})

/** Puts a switch on the way from the desk to this window: while it is on, nothing the desk says arrives once a text was asked to be sent. */
async function breakableConnection(page: Page): Promise<(broken: boolean) => void> {
  let armed = false
  let broken = false
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (armed && String(message).includes('/messages/send')) broken = true
      server.send(message)
    })
    server.onMessage((message) => {
      if (!broken) socket.send(message)
    })
  })
  return (now) => {
    armed = now
    broken = false
  }
}
