import { wallTimeOf } from '../../src/shared/time/wall-time.ts'
import { answers } from '../support/scripted-provider.ts'
import { runCommand } from './support/desk-process.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, NOBODY, test as journey } from './support/journey.ts'
import { expectFitsWindow, expectInside } from './support/layout.ts'
import { outboxOf, type OutboxPage } from './support/outbox-page.ts'

const MAJA = '+46701740605'
const ELSA = '+46701740606'
const ACCOUNT = 'Front desk'
const HOUR_MS = 3_600_000

const test = journey.extend<{
  /** The Outbox of a desk with one account, at `provider`, that is open in the window; not gone to yet. */
  outbox: OutboxPage
  /** Queues a text from the command line, as another window would. */
  send(to: readonly string[], text: string, ...more: string[]): Promise<unknown>
}>({
  outbox: async ({ page, provider, givenOpenDesk }, use) => {
    await givenOpenDesk({ provider })
    await use(outboxOf(page))
  },

  send: async ({ dataFolder }, use) =>
    use((to, text, ...more) => runCommand(dataFolder, ['send', '--account', ACCOUNT, '--to', ...to, '--text', text, ...more])),
})

test('what waits is seen as it comes, and can be taken back until it is handed over', async ({ page, provider, outbox, send, look }) => {
  provider.answer = answers.nothing
  const frame = frameOf(page)
  await outbox.visit()
  await expect(page.getByText('Nothing waits', { exact: true }).first()).toBeVisible()
  await look('outbox-empty')

  // Order within a conversation is kept: the first is with the provider, who does not answer; the others wait for it.
  for (const text of ['First', 'Second', 'Third']) await send([MAJA], text)
  await expect(outbox.stateOf('First')).toHaveText('being sent now')
  await expect(outbox.stateOf('Second')).toHaveText('waits its turn')
  await expect(outbox.tab('Waiting 3')).toHaveAttribute('aria-pressed', 'true')
  await expect(outbox.step('First', 'Cancel')).toHaveCount(0)
  await expect(outbox.lane(ACCOUNT)).toContainText('2 waiting · 1 being sent')
  await look('outbox-waiting')

  await outbox.step('Second', 'Cancel').click()
  await expect(frame.toast('1 text is cancelled.')).toBeVisible()
  await expect(outbox.row('Second')).toHaveCount(0)

  await outbox.bar.getByRole('checkbox').check()
  await expect(outbox.bar).toContainText('2 selected')
  await outbox.bar.getByRole('button', { name: 'Cancel' }).click()
  await expect(frame.toast('Too late for 1 text: it was already handed to the provider.')).toContainText('1 text is cancelled.')
  await expect(outbox.rows).toHaveCount(1)
  expect(provider.received.map(({ message }) => message)).toEqual(['First'])
})

test('an account is paused, given a rate, and let go again', async ({ page, provider, outbox, send, look }) => {
  const lane = outbox.lane(ACCOUNT)
  await outbox.visit()
  await lane.getByRole('button', { name: `Pause ${ACCOUNT}` }).click()
  await expect(lane).toContainText('Paused: You paused this account.')
  for (const text of ['One', 'Two', 'Three']) await send([MAJA], text)
  await expect(outbox.stateOf('One')).toHaveText('waits for its account')
  await look('outbox-paused')

  await lane.getByRole('button', { name: `Rate of ${ACCOUNT}` }).click()
  const rate = page.getByRole('dialog', { name: `Rate of ${ACCOUNT}` })
  await rate.getByRole('textbox', { name: 'Texts, at most' }).fill('none')
  await rate.getByRole('button', { name: 'Set the rate' }).click()
  await expect(rate).toContainText('A number from 1 to 1,000,000.')
  await rate.getByRole('textbox', { name: 'Texts, at most' }).fill('1')
  await rate.getByRole('combobox', { name: 'in a' }).selectOption('hour')
  await look('outbox-rate')
  await rate.getByRole('button', { name: 'Set the rate' }).click()
  await expect(lane.getByRole('button', { name: /: 1 an hour\. Change it$/ })).toBeVisible()

  await lane.getByRole('button', { name: `Resume ${ACCOUNT}` }).click()
  await expect(outbox.rows).toHaveCount(2)
  await expect(lane).toContainText('Keeps to its rate; goes on')
  expect(provider.received.map(({ message }) => message)).toEqual(['One'])

  await lane.getByRole('button', { name: `Rate of ${ACCOUNT}` }).click()
  await rate.getByRole('button', { name: /^Back to the usual/ }).click()
  await expect(page.getByText('Nothing waits', { exact: true }).first()).toBeVisible()
  expect(provider.received.map(({ message }) => message)).toEqual(['One', 'Two', 'Three'])
})

test('a text for later gets another time, by another clock, and is sent at once in the end', async ({
  page,
  provider,
  outbox,
  send,
  look,
}) => {
  await send([MAJA], 'Tomorrow at ten', '--at', new Date(Date.now() + 26 * HOUR_MS).toISOString())
  await outbox.visit()
  await outbox.tab('Scheduled 1').click()
  await expect(outbox.stateOf('Tomorrow at ten')).toHaveText(/\d\d:\d\d$/)

  await outbox.choose('Tomorrow at ten', 'Choose another time')
  const dialog = outbox.dialog('When should this text go out?')
  await dialog.getByLabel('Date').fill('2020-01-01')
  await dialog.getByLabel('Time', { exact: true }).fill('09:00')
  await expect(dialog.getByRole('alert')).toHaveText('This time has passed. Choose a later one.')
  await dialog.getByLabel('Date').fill(wallTimeOf(Date.now() + 48 * HOUR_MS, 'America/New_York').local.slice(0, 10))
  await dialog
    .getByRole('combobox', { name: 'By the clock in' })
    .or(dialog.getByRole('textbox', { name: 'By the clock in' }))
    .fill('new york')
  await page.getByRole('option', { name: 'America/New York' }).click()
  await look('outbox-time')
  await dialog.getByRole('button', { name: /^Send/ }).click()
  await expect(outbox.row('Tomorrow at ten')).toContainText('in New York')
  await expect(outbox.stateOf('Tomorrow at ten')).toHaveText(/ 09:00$/)
  await look('outbox-scheduled')

  await outbox.choose('Tomorrow at ten', 'Send now')
  await expect(page.getByText('Nothing is scheduled')).toBeVisible()
  await expect.poll(() => provider.received.map(({ message }) => message)).toEqual(['Tomorrow at ten'])
})

test('texts that missed their time wait for a decision: sent now, given another time, or taken back', async ({
  page,
  provider,
  givenAccount,
  givenDesk,
  open,
  send,
  look,
}) => {
  await givenAccount(provider.baseUrl)
  const frame = frameOf(page)
  const outbox = outboxOf(page)
  let due = 0
  for (const text of ['Due one', 'Due two', 'Due three', 'Due four']) {
    due = Date.now() + 5_000
    await send([MAJA], text, '--at', new Date(due).toISOString())
  }
  await expect.poll(() => Date.now()).toBeGreaterThan(due)
  await open(await givenDesk())
  await expect(frame.screen(/4 texts need your word/)).toBeVisible()
  await outbox.visit()
  await expect(page).toHaveURL(/#\/outbox\/missed$/)
  await expect(outbox.strip).toContainText('4 texts missed their time while the desk was closed or asleep.')
  await expect(outbox.stateOf('Due one')).toHaveText(/^was due \d\d:\d\d$/)
  await look('outbox-missed')

  await outbox.step('Due one', 'Send now').click()
  await expect.poll(() => provider.received.map(({ message }) => message)).toEqual(['Due one'])
  await outbox.choose('Due two', 'Cancel')
  await expect(outbox.rows).toHaveCount(2)
  await outbox.strip.getByRole('button', { name: 'Another time for all' }).click()
  const dialog = outbox.dialog('When should these 2 texts go out?')
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click()
  await dialog.getByRole('button', { name: /^Send/ }).click()
  await expect(page.getByText('Nothing missed its time')).toBeVisible()
  await outbox.tab('Scheduled 2').click()
  await expect(outbox.stateOf('Due three')).toHaveText('tomorrow 09:00')

  await outbox.bar.getByRole('button', { name: 'Cancel all…' }).click()
  const question = outbox.dialog('Cancel these 2 texts?')
  await look('outbox-cancel-all')
  await question.getByRole('button', { name: 'Keep waiting' }).click()
  await expect(outbox.rows).toHaveCount(2)
  await outbox.bar.getByRole('button', { name: 'Cancel all…' }).click()
  await question.getByRole('button', { name: 'Cancel 2 texts' }).click()
  await expect(page.getByText('Nothing is scheduled')).toBeVisible()
  expect(provider.received.map(({ message }) => message)).toEqual(['Due one'])
})

test('unconfirmed texts are settled: providers are asked, a person decides, and sending again warns first', async ({
  page,
  provider,
  outbox,
  send,
  look,
}) => {
  provider.answer = answers.hangUp
  for (const text of ['May have gone', 'Probably gone', 'Never mind']) await send([MAJA], text)
  await expect(frameOf(page).screen(/3 texts need your word/)).toBeVisible()
  await outbox.visit()
  await expect(page).toHaveURL(/#\/outbox\/unconfirmed$/)
  await expect(outbox.strip).toContainText('Nobody knows whether these 3 texts went out.')
  await outbox.strip.getByRole('button', { name: 'Ask the providers' }).click()
  await expect(outbox.strip).toContainText('3 texts cannot be asked about')
  await look('outbox-unconfirmed')

  await outbox.choose('Probably gone', /^It was sent/)
  await expect(outbox.rows).toHaveCount(2)
  await outbox.choose('Never mind', /^Leave it/)
  await expect(outbox.rows).toHaveCount(1)

  provider.answer = answers.accept
  await outbox.choose('May have gone', /^Send again/)
  const warning = outbox.dialog('Send this text again?')
  await expect(warning).toContainText('the same text arrives twice')
  await look('outbox-send-again')
  await warning.getByRole('button', { name: 'Not now' }).click()
  await expect(warning).toBeHidden()
  expect(provider.received).toHaveLength(3)
  await outbox.choose('May have gone', /^Send again/)
  await warning.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('Nothing to settle')).toBeVisible()
  await expect
    .poll(() => provider.received.map(({ message }) => message))
    .toEqual(['May have gone', 'Probably gone', 'Never mind', 'May have gone'])
  await expect(frameOf(page).screen(/your word/)).toHaveCount(0)
})

test('failures stand by kind, one kind is tried again, and the story of a text tells why', async ({
  page,
  provider,
  outbox,
  send,
  look,
}) => {
  provider.answer = answers.refuse
  await send([MAJA], 'Refused one')
  await send([ELSA], 'Refused two')
  await outbox.visit()
  await outbox.tab('Failed 2').click()
  await expect(outbox.kinds.getByRole('listitem')).toHaveCount(1)
  await expect(outbox.kinds).toContainText('Invalid recipient')
  await expect(outbox.stateOf('Refused one')).toHaveText(/^not sent, /)
  await outbox.kinds.getByRole('button', { name: /^Show only/ }).click()
  await expect(outbox.rows).toHaveCount(2)
  await look('outbox-failed')

  await outbox
    .row('Refused one')
    .getByRole('button', { name: /Refused one/ })
    .click()
  const story = outbox.dialog('What happened')
  await expect(story).toContainText('Handed to the provider.')
  await story.locator('summary').click()
  await expect(story).toContainText('The provider answered')
  await expect(story).not.toContainText('tok-right')
  await look('outbox-story')
  await page.keyboard.press('Escape')

  provider.answer = answers.accept
  await outbox.kinds.getByRole('button', { name: /^Try all 2 again/ }).click()
  await expect(frameOf(page).toast('2 texts are tried again.')).toBeVisible()
  await expect(page.getByText('Nothing failed')).toBeVisible()
  await expect.poll(() => provider.received.length).toBe(4)
})

test('a text held for quiet hours says until when, and goes at once only with a reason', async ({ page, provider, outbox, send, look }) => {
  const frame = frameOf(page)
  await outbox.visit()
  await outbox.tab('Held').click()
  await page.getByRole('button', { name: 'Open the sending settings' }).click()
  const clock = (ahead: number) => wallTimeOf(Date.now() + ahead * HOUR_MS, 'Europe/Stockholm').local.slice(11)
  const until = clock(3)
  await page.getByRole('switch', { name: 'Quiet hours' }).click({ force: true })
  await page.getByLabel('Quiet from').fill(clock(-1))
  await page.getByLabel('Quiet from').blur()
  await page.getByLabel('Quiet until').fill(until)
  await page.getByLabel('Quiet until').blur()
  await expect(page.locator('.settings-sentence')).toContainText(until)

  await send([MAJA], 'Not before morning')
  await outbox.visit()
  await outbox.tab('Held 1').click()
  await expect(outbox.stateOf('Not before morning')).toHaveText(new RegExp(`^held until (tomorrow )?${until}$`))
  await expect(outbox.row('Not before morning')).toContainText('quiet hours there')
  await look('outbox-held')
  expect(provider.received).toEqual([])

  await outbox.step('Not before morning', 'Send now').click()
  const dialog = outbox.dialog('Send this text now?')
  await dialog.getByRole('button', { name: 'Send now' }).click()
  await expect(dialog).toContainText('Say why in a few words.')
  await look('outbox-reason')
  await dialog.getByRole('textbox').fill('She waits outside')
  await dialog.getByRole('button', { name: 'Send now' }).click()
  await expect.poll(() => provider.received.map(({ message }) => message)).toEqual(['Not before morning'])
  await expect(page.getByText('Nothing is held')).toBeVisible()

  await frame.screen(/^Inbox/).click()
  await inboxOf(page).list.getByRole('link').first().click()
  await inboxOf(page).message('Not before morning').getByRole('button', { name: 'what happened' }).click()
  await expect(outbox.dialog('What happened')).toContainText('She waits outside')
})

test('a long list is moved through and decided about without a mouse, and asks before many', async ({
  page,
  provider,
  outbox,
  send,
  look,
}) => {
  const keys = page.keyboard
  const frame = frameOf(page)
  await outbox.visit()
  await outbox.pause(ACCOUNT)
  const numbers = Array.from({ length: 230 }, (_, index) => `+4670174${String(1000 + index)}`)
  await send(numbers, 'Saturday offer: winter tyres')
  await expect(outbox.tab('Waiting 230')).toBeVisible()

  await page.getByRole('heading', { name: 'Outbox', level: 1 }).click()
  await keys.press('j')
  const focused = page.locator('.outbox-open:focus')
  await expect(focused).toContainText('+46 70 174 10 00')
  await keys.press('j')
  await expect(focused).toContainText('+46 70 174 10 01')
  await keys.press('x')
  await expect(outbox.bar).toContainText('1 selected')
  // In a check box plain letters go on moving through the list.
  await outbox.row('+46 70 174 10 01').getByRole('checkbox').focus()
  await keys.press('j')
  await expect(focused).toContainText('+46 70 174 10 02')
  await keys.press('x')
  await expect(outbox.bar).toContainText('2 selected')
  await keys.press('Escape')
  await expect(outbox.bar).toContainText('230 texts')

  await keys.press('Enter')
  await expect(outbox.dialog('What happened')).toContainText('+46 70 174 10 02')
  await keys.press('Escape')
  await expect(outbox.dialog('What happened')).toBeHidden()
  await expect(focused).toContainText('+46 70 174 10 02')

  // Tab goes to the row's own button; the text it takes away leaves the focus to the next one.
  await keys.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Cancel')
  await keys.press('Enter')
  await expect(outbox.tab('Waiting 229')).toBeVisible()
  await expect(focused).toContainText('+46 70 174 10 03')

  await outbox.bar.getByRole('checkbox', { name: 'Select the first 100 texts' }).focus()
  await keys.press('Space')
  await expect(outbox.bar).toContainText('100 selected')
  await outbox.bar.getByRole('button', { name: 'Select all 229' }).click()
  await expect(outbox.bar).toContainText('229 selected')
  await outbox.bar.getByRole('button', { name: 'Cancel' }).click()
  await look('outbox-many')
  await outbox.dialog('Cancel these 229 texts?').getByRole('button', { name: 'Cancel 229 texts' }).click()
  await expect(frame.toast('229 texts are cancelled.')).toBeVisible()
  await expect(page.getByText('Nothing waits', { exact: true }).first()).toBeVisible()
  expect(provider.received).toEqual([])
})

for (const size of [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 700, height: 640 },
]) {
  test(`many accounts, long names and texts in every script fit ${size.width} × ${size.height}`, async ({
    page,
    givenAccount,
    givenDesk,
    open,
    send,
    look,
  }) => {
    await page.setViewportSize(size)
    const outbox = outboxOf(page)
    await givenAccount(NOBODY)
    for (const name of ['Head office of the dental practice in Oberhauptmannsberg, second floor', 'مكتب الاستقبال', 'W'.repeat(120)]) {
      await givenAccount(NOBODY, { name })
    }
    const desk = await givenDesk()
    await open(desk)
    await page.goto(`${desk.origin}/#/outbox/waiting`)
    await outbox.pause(ACCOUNT)
    await expect(outbox.lane(ACCOUNT)).toContainText('Paused')
    for (const text of [
      'W'.repeat(600),
      'مرحبا، سيارتك جاهزة. يمكنك استلامها اليوم قبل الساعة الخامسة مساء من فضلك',
      '🎉🏳️‍🌈👩‍👩‍👧‍👦'.repeat(20),
      'One\ntwo\nthree',
    ]) {
      await send([MAJA, ELSA], text)
    }
    await expect(outbox.rows).toHaveCount(8)
    await expectInside(outbox.rows.locator('.outbox-row'), page.getByRole('region', { name: 'Texts in the outbox' }))
    await expectInside(page.locator('.lane'), page.getByRole('region', { name: 'Accounts' }))
    await expectFitsWindow(page)
    await look(`outbox-full-${size.width}`)
  })
}
