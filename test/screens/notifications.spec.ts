import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

/** A notification as the page asked the browser for it. */
interface Shown {
  title: string
  body: string
  tag: string
  closed: boolean
}

/** Watches what the page shows by the browser, which does show it; and says, when asked to, that the window is not in front. */
function watchNotifications(): void {
  const shown: (Shown & { press(): void })[] = []
  let away = false
  Object.assign(window, {
    shown,
    goAway(gone: boolean) {
      away = gone
      window.dispatchEvent(new Event(gone ? 'blur' : 'focus'))
    },
  })
  document.hasFocus = () => !away
  window.Notification = class extends Notification {
    readonly #note: Shown & { press(): void }
    constructor(title: string, options: NotificationOptions = {}) {
      super(title, options)
      this.#note = {
        title,
        body: options.body ?? '',
        tag: options.tag ?? '',
        closed: false,
        press: () => this.dispatchEvent(new Event('click')),
      }
      shown.push(this.#note)
    }
    override close(): void {
      this.#note.closed = true
      super.close()
    }
  }
}

type Watched = Window & { shown: (Shown & { press(): void })[]; goAway(gone: boolean): void }

/** What stands on the computer's screen now. */
const shownOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const latest = new Map((window as unknown as Watched).shown.map((note) => [note.tag, note]))
    return [...latest.values()].filter(({ closed }) => !closed).map(({ title, body }) => `${title}: ${body}`)
  })
const goAway = (page: Page, gone: boolean): Promise<void> => page.evaluate((away) => (window as unknown as Watched).goAway(away), gone)

test('texts are told by the computer, as quietly and as briefly as somebody wants', async ({
  page,
  context,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const section = page.getByRole('region', { name: 'Notifications', exact: true })
  await context.addInitScript(watchNotifications)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const { accountId } = await askDesk((client) => client.sandbox.start({ sampleData: true }))
  const says = (from: string, text: string) => askDesk((client) => client.sandbox.reply({ from, text, accountId }))
  await open(desk)
  const browser = await context.newCDPSession(page)
  const { browserContextId } = (await browser.send('Target.getTargetInfo')).targetInfo
  const allow = (setting: 'granted' | 'denied') =>
    browser.send('Browser.setPermission', { permission: { name: 'notifications' }, setting, origin: desk.origin, browserContextId })

  await test.step('where the browser does not allow them, the settings say how to', async () => {
    await goToSettings(page, 'Notifications')
    await expect(section.getByRole('button', { name: 'Allow notifications' })).toBeVisible()
    await look('notifications-not-asked')
    await allow('denied')
    await expect(section).toContainText('This browser does not let SMS Desk show notifications')
    await look('notifications-denied')
    await section.getByRole('button', { name: 'Show me one' }).click()
    await expect(frame.toast('Maja Öberg')).toContainText('See you on Thursday')
  })

  await test.step('once allowed, “Show me one” shows one on the computer', async () => {
    await allow('granted')
    await expect(section.getByText('Allowed', { exact: true })).toBeVisible()
    await section.getByRole('button', { name: 'Show me one' }).click()
    await expect.poll(() => shownOn(page)).toEqual(['Maja Öberg: Thank you! See you on Thursday at 9.'])
    await look('notifications-allowed')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await look('notifications-700')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('a text while another window is in front, and its newer one in its place', async () => {
    await goAway(page, true)
    await says('070-174 06 06', 'Is my car ready?')
    await expect.poll(() => shownOn(page)).toContainEqual('Omar Haddad: Is my car ready?')
    await says('070-174 06 06', 'Hello?')
    await expect.poll(() => shownOn(page)).toContainEqual('Omar Haddad (2): Hello?')
    expect((await shownOn(page)).filter((note) => note.startsWith('Omar'))).toHaveLength(1)
    await expect(page).toHaveTitle(/^\(\d+\) Settings/)
    expect(await page.locator('link[rel="icon"]').getAttribute('href')).toMatch(/^data:image\/png/)
  })

  await test.step('a press opens the conversation', async () => {
    await page.evaluate(() => (window as unknown as Watched).shown.at(-1)?.press())
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await goAway(page, false)
    expect((await shownOn(page)).filter((note) => note.startsWith('Omar'))).toEqual([])
  })

  await test.step('in front of the person, nothing is said of the open conversation, and others are a note in the window', async () => {
    await says('070-174 06 06', 'Are you there?')
    await expect(inbox.message('Are you there?')).toBeVisible()
    await says('070-174 06 08', 'Can I come tomorrow?')
    await expect(frame.toast('Zofia Nowak')).toContainText('Can I come tomorrow?')
    await expect(frame.toast('Omar Haddad')).toHaveCount(0)
  })

  await test.step('two windows of the desk tell it once', async () => {
    const second = await context.newPage()
    await second.goto(desk.origin)
    await inboxOf(second).list.waitFor()
    await goAway(page, true)
    await says('070-174 06 07', 'Only once, please')
    // The second window is in front: it says so itself, and the computer does not.
    await expect(frameOf(second).toast('Björn Åkesson')).toContainText('Only once')
    await goAway(second, true)
    await says('070-174 06 07', 'Once again')
    const everywhere = async (): Promise<string[]> =>
      [...(await shownOn(page)), ...(await shownOn(second))].filter((note) => note.startsWith('Björn'))
    await expect.poll(everywhere).toHaveLength(1)
    expect((await everywhere())[0]).toContain('Once again')
    await second.close()
  })

  await test.step('only who, then quiet, then not at all', async () => {
    await goToSettings(page, 'Notifications')
    await section.getByText('Only who', { exact: true }).click()
    await expect(section).toContainText('Texts stay in the window')
    await says('070-174 06 21', 'A secret')
    await expect.poll(() => shownOn(page)).toContainEqual('+46 70 174 06 21: New text')
    expect(JSON.stringify(await shownOn(page))).not.toContain('secret')
    await section.getByRole('button', { name: 'For an hour' }).click()
    await expect(section).toContainText(/Quiet until/)
    await section.getByRole('switch', { name: 'Quiet every day' }).click({ force: true })
    await expect(section.getByLabel('Quiet from')).toHaveValue('18:00')
    await look('notifications-quiet')
    await says('070-174 06 22', 'Quiet')
    const unread = (): Promise<string[]> =>
      askDesk(async (client) => (await client.conversations.list({ filter: 'unread', limit: 50 })).conversations.map(({ peer }) => peer))
    await expect.poll(unread).toContain('+46701740622')
    expect((await shownOn(page)).some((note) => note.includes('06 22'))).toBe(false)
    await section.getByRole('button', { name: 'End it now' }).click()
    await chooseIn(page, 'Show notifications', 'Never')
    await expect(section.getByText('Quiet for now')).toBeHidden()
  })
})

test('a burst is one notification', async ({ page, context, givenDesk, open, askDesk }) => {
  await context.grantPermissions(['notifications'])
  await context.addInitScript(watchNotifications)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const { accountId } = await askDesk((client) => client.sandbox.start({ sampleData: true }))
  await open(desk)
  await inboxOf(page).list.waitFor()
  await goAway(page, true)
  await askDesk((client) =>
    Promise.all(
      Array.from({ length: 7 }, (_, index) => client.sandbox.reply({ from: `+4670174063${index % 5}`, text: `Text ${index}`, accountId })),
    ),
  )
  await expect.poll(() => shownOn(page)).toEqual(['7 new texts from 5 people: Open SMS Desk to read them.'])
  await page.evaluate(() => (window as unknown as Watched).shown.at(-1)?.press())
  await expect(page).toHaveURL(/#\/inbox$/)
})
