import { delayableConnection } from './support/delayed-connection.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'

const TOMORROW = Date.now() + 86_400_000

test('a key for the first result waits for the right answer, and the focus outlives its row', async ({
  page,
  givenDesk,
  open,
  askDesk,
}) => {
  const shut = await delayableConnection(page)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const accountId = await askDesk(async (client) => (await client.sandbox.start({ sampleData: true })).accountId)
  const waits = (to: string, text: string) =>
    askDesk(
      async (client) => (await client.messages.send({ requestId: crypto.randomUUID(), accountId, to: [to], text, at: TOMORROW })).messages,
    )
  const [sunday] = await waits(await numberOf('Omar Haddad'), 'New tyres on Sunday')
  const [monday] = await waits(await numberOf('Omar Haddad'), 'New tyres on Monday')
  const [tuesday] = await waits(await numberOf('Omar Haddad'), 'New tyres on Tuesday')
  await waits(await numberOf('Astrid Lindqvist'), 'New brakes on Wednesday')
  await open(desk)
  const inbox = inboxOf(page)
  const keys = page.keyboard
  const field = page.getByRole('textbox', { name: 'Search texts and people' })
  const total = inbox.list.locator('.search-total')
  await field.fill('tyres')
  await expect(inbox.row(/New tyres on Tuesday/)).toBeVisible()

  await test.step('the arrow down goes to the first row of what was typed, not of what was typed before', async () => {
    const letThrough = shut()
    await field.fill('brakes')
    await keys.press('ArrowDown')
    await expect(field).toBeFocused()
    letThrough()
    await expect(inbox.row(/New brakes on Wednesday/)).toBeFocused()
  })

  await test.step('Enter opens the first row of what was typed', async () => {
    await field.focus()
    const letThrough = shut()
    await field.fill('monday')
    await keys.press('Enter')
    letThrough()
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await expect(inbox.row(/New tyres on Monday/)).toHaveAttribute('aria-current', 'true')
    await expect(page).toHaveURL(new RegExp(`${monday?.id}$`))
  })

  await test.step('whoever types on, or leaves the field, stays where they are', async () => {
    const whileTyping = shut()
    await field.fill('wedne')
    await keys.press('ArrowDown')
    await keys.press('s')
    whileTyping()
    await expect(inbox.row(/New brakes on Wednesday/).locator('mark')).toHaveText('Wednes')
    await expect(field).toBeFocused()
    const whileAway = shut()
    await field.fill('new')
    await keys.press('ArrowDown')
    await keys.press('Tab')
    whileAway()
    await expect(total).toHaveText('4 texts')
    await expect(page.getByRole('button', { name: 'Clear the search' })).toBeFocused()
  })

  await test.step('the row that has the focus goes away: the one in its place has it, else the last, else the field', async () => {
    await field.fill('tyres')
    await page
      .getByRole('group', { name: 'Narrow the search down' })
      .getByRole('button', { name: /^State:/ })
      .click()
    await page.getByRole('menuitem', { name: 'Waiting to go out' }).click()
    await expect(total).toHaveText('3 texts')
    await field.press('ArrowDown')
    await keys.press('ArrowDown')
    await expect(inbox.row(/New tyres on Monday/)).toBeFocused()
    await cancel(monday)
    await expect(total).toHaveText('2 texts')
    await expect(inbox.row(/New tyres on Sunday/)).toBeFocused()
    await cancel(sunday)
    await expect(total).toHaveText('1 text')
    await expect(inbox.row(/New tyres on Tuesday/)).toBeFocused()
    await cancel(tuesday)
    await expect(total).toHaveText('Nothing found')
    await expect(field).toBeFocused()
  })

  function cancel(message: { id: string } | undefined): Promise<unknown> {
    return askDesk((client) => client.messages.cancel({ id: message?.id ?? '' }))
  }

  function numberOf(name: string): Promise<string> {
    return askDesk(async (client) => (await client.contacts.list({ search: name, limit: 1 })).contacts[0]?.numbers[0]?.e164 ?? '')
  }
})
