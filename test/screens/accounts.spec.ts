import type { Page } from '@playwright/test'
import { expect, test as journey } from './support/journey.ts'
import { expectFitsWindow, expectInside } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const SIZES = [
  { width: 700, height: 800 },
  { width: 2560, height: 1440 },
]

const test = journey.extend<{
  /** Goes to the choice of a provider in a desk that has an account already. */
  givenChoice(): Promise<void>
  /** Goes to the form of a new account. */
  givenForm(provider: string): Promise<void>
}>({
  givenChoice: async ({ page, givenOpenDesk }, use) =>
    use(async () => {
      await givenOpenDesk()
      await goToSettings(page, 'Accounts')
      await page.getByRole('button', { name: 'Add account' }).click()
      await expect(page.getByRole('list', { name: 'Providers' })).toBeVisible()
    }),

  givenForm: async ({ page, givenChoice }, use) =>
    use(async (provider) => {
      await givenChoice()
      await page.getByRole('button', { name: provider, exact: true }).click()
      await expect(page.getByRole('form', { name: `Account with ${provider}` })).toBeVisible()
    }),
})

test('a provider is chosen by what it can do, with the keyboard alone; any other comes last, set apart', async ({
  page,
  givenChoice,
  look,
}) => {
  await givenChoice()
  const named = page.getByRole('list', { name: 'Providers' }).getByRole('button')
  await expect(named).toHaveCount(5)
  await expect(page.getByRole('list', { name: 'Any other provider' }).getByRole('button')).toHaveCount(1)
  const connectel = page.getByRole('button', { name: 'Connectel', exact: true })
  await expect(connectel).toHaveAccessibleDescription(/Delivery reports.*Replies/)
  await expect(page.getByRole('button', { name: 'Kirusa Konnect' })).toHaveAccessibleDescription(
    /Missed calls.*No delivery reports.*With a caller ID: Spoken one-time codes/,
  )
  const kpn = page.getByRole('button', { name: 'KPN', exact: true })
  await expect(kpn).toHaveAccessibleDescription(/With its current product: Delivery reports.*Replies/)
  await expect(kpn).not.toHaveAccessibleDescription(/No replies/)
  await look('choose-provider')
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectFitsWindow(page)
    await look(`choose-provider-${size.width}`)
  }

  await named.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(connectel).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: /^Another provider \(HTTP\)/ })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/^Name of the account/)).toBeFocused()
  await page.getByRole('button', { name: 'Choose another' }).click()
  await expect(connectel).toBeFocused()
})

test('the provider’s rules are shown while one types, and what is unwise stops nobody', async ({ page, givenForm, look }) => {
  await givenForm('OKRoute')
  const address = page.getByLabel(/^Address/)
  const sender = page.getByLabel(/^Sender/)

  await test.step('nothing is held against a field before it was met', async () => {
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0)
    await address.fill('http://sms.example:8001/api?user=me')
    await expect(address).not.toHaveAttribute('aria-invalid', 'true')
    await address.blur()
    await expect(address).toHaveAttribute('aria-invalid', 'true')
    await expect(address).toHaveAccessibleDescription(/Leave out everything from the question mark on/)
  })

  await test.step('a problem goes as soon as it is mended; a warning is no problem', async () => {
    await address.fill('http://sms.example:8001/api')
    await expect(address).toHaveAccessibleDescription(/can be read on the way/)
    await expect(address).not.toHaveAttribute('aria-invalid', 'true')
    await sender.fill('Bistro at the harbour')
    await expect(sender).toHaveAccessibleDescription(/at most 11 characters/)
    await look('account-warnings')
  })

  await test.step('saving goes to the first thing that is missing', async () => {
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByLabel(/^User name/)).toBeFocused()
    await expect(page.getByText('User name is needed.')).toBeVisible()
    await look('account-missing')
  })

  await test.step('a problem in what is folded away unfolds it', async () => {
    const more = page.getByRole('button', { name: /^More settings/ })
    await expect(more).toHaveAttribute('aria-expanded', 'false')
    await more.click()
    await page.getByLabel('Service type').fill('far too long')
    await more.click()
    await expect(page.getByLabel('Service type')).toBeHidden()
    await page.getByLabel(/^User name/).fill('me')
    await page.getByLabel(/^Password/).fill('secret')
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByLabel('Service type')).toBeFocused()
    await expect(page.getByLabel('Service type')).toHaveAccessibleDescription(/at most 6 characters/)
    await page.getByLabel('Service type').fill('')
    await chooseIn(page, 'Way of sending', 'GET, everything in the address')
    await look('account-more')
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByRole('heading', { name: 'OKRoute', level: 2 })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Way of sending' })).toBeVisible()
    await look('account-saved')
  })
})

test('a form is asked about once, however long it is looked at', async ({ page, givenForm }) => {
  let checks = 0
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (message.toString().includes('accounts/check')) checks += 1
      server.send(message)
    })
  })
  await givenForm('KPN')
  const sender = page.getByLabel(/^Sender/)
  await sender.pressSequentially('Bistro & Bar', { delay: 60 })
  await expect(sender).toHaveAccessibleDescription(/letters from A to Z, digits and spaces/)
  const asked = checks
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(5)
  await page.getByLabel(/^Client ID/).fill('a secret is not part of it')
  await page.getByLabel(/^Name of the account/).fill('nor is the name')
  await sender.focus()
  await sender.blur()
  await expect(page.getByLabel(/^Name of the account/)).toHaveValue('nor is the name')
  expect(checks).toBe(asked)
})

test('choices, times and templates are set by the keyboard, and stay', async ({ page, givenForm, askDesk, look }) => {
  await givenForm('Karix')
  await page.getByLabel(/^Sender/).fill('BISTRO')
  await page.getByLabel(/^Access key/).fill('key-1')
  const promotional = page.getByRole('radiogroup', { name: 'Promotional texts' })
  await promotional.getByRole('radio', { name: 'No' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(promotional.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await page.getByRole('button', { name: /^More settings/ }).click()
  const from = page.getByLabel('No promotional texts from')
  await expect(from).toHaveValue('21:00')
  // By steps: whether there are 12 or 24 hours in the field is for the computer's language to say.
  await from.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('30')
  await expect(from).toHaveValue('20:30')
  await look('account-times')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Karix', level: 2 })).toBeVisible()
  const saved = await askDesk(async (client) => (await client.accounts.list()).find(({ provider }) => provider === 'karix'))
  expect(saved?.config).toMatchObject({ sender: 'BISTRO', promotional: 'yes', blockoutFrom: '20:30' })
  expect(saved?.config).not.toHaveProperty('blockoutTo')
  // Unfolded by itself: one of them is not as usual.
  await expect(from).toHaveValue('20:30')
})

test('any other provider starts from one that is known, and keeps the secrets that were typed', async ({
  page,
  givenForm,
  askDesk,
  look,
}) => {
  await givenForm('Another provider (HTTP)')
  const start = page.getByRole('radiogroup', { name: 'Start from' })
  const address = page.getByLabel(/^Address for sending/)
  const body = page.getByLabel(/^Body/)
  await expect(start.getByRole('radio', { name: 'From scratch' })).toBeFocused()
  await page.getByLabel(/^User name/).fill('AC123')
  await choosePreset(page, 'Twilio')
  await expect(address).toBeHidden()
  await expect(page.getByLabel(/^Sender/)).toBeVisible()
  await look('generic-twilio')
  await page.getByRole('button', { name: 'More settings filled in for Twilio' }).click()
  await expect(address).toHaveValue(/api\.twilio\.com/)
  await expect(body).toHaveValue(/To=\{\{to\}\}\n/)
  await expect(page.getByLabel(/^Name of the account/)).toHaveValue('Twilio')
  await expect(page.getByLabel(/^User name/)).toHaveValue('AC123')
  await expect(page.getByText('This replaced the settings you had typed.')).toBeHidden()
  await look('generic-twilio-more')

  await address.fill('https://gateway.example/own')
  await choosePreset(page, 'Vonage SMS API')
  await expect(address).toHaveValue(/nexmo/)
  await page.getByRole('button', { name: 'Put mine back' }).click()
  await expect(address).toHaveValue('https://gateway.example/own')
  await expect(start.getByRole('radio', { name: 'Twilio' })).toBeChecked()
  await choosePreset(page, 'From scratch')
  await expect(address).toHaveValue('')
  await expect(page.getByLabel(/^User name/)).toHaveValue('AC123')

  await page.getByLabel(/^Sender/).fill('Bistro')
  await address.fill('https://gateway.example/api/send')
  await body.fill('{"text": "{{text}}"}')
  await body.blur()
  await expect(body).toHaveAccessibleDescription(/The number is missing: write \{\{to\}\}/)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectFitsWindow(page)
    await look(`generic-${size.width}`)
  }

  await choosePreset(page, 'Twilio')
  await expect(page.getByText('This replaced the settings you had typed.')).toBeVisible()
  await page.getByLabel(/^Sender/).fill('Bistro')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Twilio', level: 2 })).toBeVisible()
  // What the preset says stays folded away on the account's own page, too.
  await expect(page.getByRole('button', { name: 'More settings filled in for Twilio' })).toBeVisible()
  await expect(address).toBeHidden()
  await expect(page.getByRole('region', { name: 'Address to give to Twilio' })).toContainText('delivery reports and customers’ replies')
  const saved = await askDesk(async (client) => (await client.accounts.list()).find(({ provider }) => provider === 'generic'))
  expect(saved?.config).toMatchObject({ gateway: 'Twilio', sender: 'Bistro', receiptId: 'MessageSid' })
  expect(saved?.secretsSet).toMatchObject({ username: true, password: false })
})

test('every address for the provider can be copied whole', async ({ page, context, givenOpenDesk, askDesk, look }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { desk } = await givenOpenDesk()
  const added = await askDesk((client) =>
    client.accounts.add({
      provider: 'okroute',
      name: 'Harbour',
      config: { baseUrl: 'https://sms.example:8002/api', ani: 'Bistro' },
      secrets: { username: 'me', password: 'secret' },
    }),
  )
  await goToSettings(page, 'Accounts')
  await page.getByRole('link', { name: /^Harbour/ }).click()
  const card = page.getByRole('region', { name: 'Addresses to give to OKRoute' })
  await expect(card.getByRole('listitem')).toHaveCount(2)
  await card.getByRole('button', { name: 'Copy the address for Texts from customers' }).click()
  await expect(card.getByRole('button', { name: 'The address for Texts from customers is copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.startsWith(`${desk.listener}${added.hookPath}?`)).toBe(true)
  await expect(card.getByText(copied, { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What OKRoute can do with these settings' })).toContainText('numbers at once')
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectFitsWindow(page)
    await expectInside(card.locator('code'), card)
    await card.scrollIntoViewIfNeeded()
    await look(`hook-addresses-${size.width}`)
  }
})

test('what an account can do follows its settings', async ({ page, givenForm, look }) => {
  await givenForm('KPN')
  await page.getByLabel(/^Client ID/).fill('cid')
  await page.getByLabel(/^Client secret/).fill('secret')
  // Nobody answers there: the test must not go to the real one.
  await page.getByRole('button', { name: /^More settings/ }).click()
  await page.getByLabel('Address for access').fill('http://127.0.0.1:9/token')
  await page.getByRole('button', { name: 'Save and test' }).click()
  // Its free test says nothing of the product, so a text can be tried as well.
  await expect(page.getByRole('button', { name: 'Send a text to yourself…' })).toBeVisible()
  const can = page.getByRole('region', { name: 'What KPN can do with these settings' })
  await expect(page.getByRole('region', { name: 'Address to give to KPN' })).toContainText('reports nothing, so it needs no address')
  await expect(can.getByRole('list', { name: 'What it cannot do' })).toContainText('Does not tell whether a text arrived')
  await chooseIn(page, 'Product', 'Current: all countries, reports and replies')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(can.getByRole('list', { name: 'What it can do' })).toContainText('Tells you whether each text arrived.')
  await can.scrollIntoViewIfNeeded()
  await look('capabilities')
})

/** Takes what a form is begun with. The radio itself is drawn over by its label. */
async function choosePreset(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Start from' }).getByText(name, { exact: true }).click()
}
