import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const ANSWER = 'Sorry we missed your call. We ring you back before 17:00.'
/** The number that the sandbox's customers call. */
const OWN_NUMBER = '+46 70 174 06 00'
const BJORN = { name: 'Björn Åkesson', number: '+46 70 174 06 07' }

test('who calls and is not answered gets a text, and both are in the inbox', async ({ page, givenDesk, open, look }) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const customer = page.getByRole('region', { name: 'Be a customer' })
  const call = page.getByRole('article', { name: /^Missed call/ })
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await goToSettings(page, 'Sandbox')
  await page.getByRole('button', { name: 'Practise as Kirusa Konnect' }).click()
  await chooseIn(page, 'Customer of', 'Sandbox (Kirusa Konnect)')

  await test.step('the account says which text callers get', async () => {
    await expect(customer).toContainText(`They call ${OWN_NUMBER}. Who calls it gets no text yet.`)
    await expect(customer).toContainText('Kirusa Konnect brings no texts from customers')
    await customer.scrollIntoViewIfNeeded()
    await look('missed-call-before')
    await customer.getByRole('link', { name: 'Set a text' }).click()
    await page.getByRole('textbox', { name: 'Number that is called' }).fill(OWN_NUMBER)
    await page.getByRole('textbox', { name: 'Text for the caller' }).fill(ANSWER)
    await page.getByRole('button', { name: 'Save the text' }).click()
    await expect(frame.toast('The text for missed calls is saved.')).toBeVisible()
  })

  await test.step('a customer calls and hangs up', async () => {
    await goToSettings(page, 'Sandbox')
    await chooseIn(page, 'Customer of', 'Sandbox (Kirusa Konnect)')
    await expect(customer).toContainText(`Who calls it gets “${ANSWER}”.`)
    await page.getByRole('textbox', { name: 'From the number' }).fill(BJORN.number)
    await page.getByRole('button', { name: 'Call and hang up' }).click()
    await expect(frame.toast(/Missed call$/)).toContainText(BJORN.name)
    // It stays while the pointer is on it.
    await frame.toast(/Missed call$/).hover()
    await look('missed-call-toast')
    await frame.toast(/Missed call$/).click()
  })

  await test.step('the conversation shows the call and, below it, the text that answered it', async () => {
    await expect(inbox.thread(BJORN.name)).toBeVisible()
    await expect(call).toContainText(`Missed call to ${OWN_NUMBER}`)
    await expect(inbox.statusOf(ANSWER)).toHaveText(/^sent/)
    const callAt = await call.boundingBox()
    const textAt = await inbox.message(ANSWER).boundingBox()
    expect(callAt?.y ?? Number.NaN).toBeLessThan(textAt?.y ?? Number.NaN)
    await look('missed-call')
    for (const size of [
      { width: 700, height: 700 },
      { width: 2560, height: 1440 },
    ]) {
      await page.setViewportSize(size)
      await expectFitsWindow(page)
      await look(`missed-call-${size.width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('calls among texts stand by themselves, and the list says so', async () => {
    await inbox.choose('Omar Haddad')
    await goToSettings(page, 'Sandbox')
    await chooseIn(page, 'Customer of', 'Sandbox (Kirusa Konnect)')
    await page.getByRole('textbox', { name: 'From the number' }).fill('+46 70 174 06 08')
    await page.getByRole('button', { name: 'Call and hang up' }).click()
    await expect(frame.toast(/Missed call$/)).toContainText('Zofia Nowak')
    await frame.screen(/^Inbox/).click()
    await expect(inbox.row(/Zofia Nowak/)).toContainText(`Automatic: ${ANSWER}`)
    await look('missed-call-list')
    await inbox.choose('Zofia Nowak')
    await expect(call).toBeVisible()
    await look('missed-call-among-texts')
  })
})

test('without a text for callers, the call alone is shown, unread', async ({ page, givenDesk, open, askDesk, look }) => {
  const inbox = inboxOf(page)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const { accountId } = await askDesk((client) => client.sandbox.start({ sampleData: true, as: 'konnect' }))
  await open(desk)
  await inbox.choose('Omar Haddad')
  for (const from of ['070-174 06 21', '070-174 06 21', '070-174 06 06']) {
    await askDesk((client) => client.sandbox.missedCall({ from, accountId }))
  }
  await expect(inbox.row(/06 21/)).toContainText('Missed call')
  await expect(inbox.row(/06 21/)).toContainText('2 unread')
  await expect(page.getByRole('article', { name: /^Missed call, Omar Haddad/ })).toBeVisible()
  await look('missed-calls-unanswered')
  await inbox.choose('+46 70 174 06 21')
  await expect(page.getByRole('article', { name: /^Missed call/ })).toHaveCount(2)
  await look('missed-calls-twice')
})
