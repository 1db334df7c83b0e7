import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as journey } from './support/journey.ts'
import { goToSettings } from './support/settings-screen.ts'

const OWN_NUMBER = '+1 202 555 0143'
const REPLY = 'Sorry we missed your call. We ring you back today.'

const TAKEN = { cmd: 'send_sms', status: 'ok' }
const WRONG_TOKEN = { cmd: 'send_sms', status: 'error', error_code: 'invalid_api_token', error_reason: 'Invalid API Token' }

/** A provider that answers every request with one JSON body. */
interface Gateway {
  baseUrl: string
  /** Bodies as they came. */
  readonly received: string[]
  answer: unknown
}

const test = journey.extend<{
  gateway: Gateway
  /** Adds a Konnect account at `gateway` and goes to its page. */
  givenKonnect(): Promise<void>
}>({
  gateway: async ({}, use) => {
    const gateway: Gateway = { baseUrl: '', received: [], answer: TAKEN }
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        gateway.received.push(Buffer.concat(chunks).toString('utf8'))
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(gateway.answer))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    gateway.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use(gateway)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },

  givenKonnect: async ({ page, gateway, givenOpenDesk, askDesk }, use) =>
    use(async () => {
      await givenOpenDesk()
      await askDesk((client) =>
        client.accounts.add({
          provider: 'konnect',
          name: 'Missed calls',
          config: { from: '12025550100', baseUrl: gateway.baseUrl },
          secrets: { accountId: 'ACC-1', apiToken: 'tok-1' },
        }),
      )
      await goToSettings(page, 'Accounts')
      await page.getByRole('link', { name: /^Missed calls/ }).click()
      await expect(page.getByRole('heading', { name: 'Missed calls', level: 2 })).toBeVisible()
    }),
})

test('an account that cannot be tested for nothing is tried by a text to oneself, and what became of it is told', async ({
  page,
  gateway,
  givenKonnect,
  look,
}) => {
  await givenKonnect()
  await expect(page.getByRole('button', { name: 'Test connection' })).toHaveCount(0)
  const dialog = page.getByRole('dialog', { name: 'Send a text to yourself' })
  const progress = dialog.getByRole('status')

  await test.step('it says what it costs, and needs a number', async () => {
    await page.getByRole('button', { name: 'Send a text to yourself…' }).click()
    await expect(dialog).toContainText('It costs what one text costs.')
    await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue('Test from SMS Desk')
    await dialog.getByRole('button', { name: 'Send one text' }).click()
    await expect(dialog).toContainText('Write the number of your own mobile phone.')
    await look('test-text')
    expect(gateway.received).toEqual([])
  })

  await test.step('a wrong token is told in words, and the text can be taken back', async () => {
    gateway.answer = WRONG_TOKEN
    await dialog.getByLabel('Your own mobile number').fill(OWN_NUMBER)
    await dialog.getByRole('button', { name: 'Send one text' }).click()
    await expect(progress).toContainText('did not accept the API token')
    await look('test-text-refused')
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await expect(progress).toContainText('cancelled')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(dialog).toBeHidden()
  })

  await test.step('a new token lets it go out, to the number that was remembered', async () => {
    gateway.answer = TAKEN
    await page.getByRole('button', { name: 'Replace API token' }).click()
    await page.getByLabel('API token', { exact: true }).fill('tok-2')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByText('The account is saved.')).toBeVisible()
    await page.getByRole('button', { name: 'Send a text to yourself…' }).click()
    // A refusal is not held against what has been changed since.
    await dialog.getByLabel('Your own mobile number').fill('+46 70 174 06 05')
    await dialog.getByRole('button', { name: 'Send one text' }).click()
    await expect(dialog.getByRole('alert')).toContainText('sends nothing abroad')
    await look('test-text-abroad')
    await dialog.getByLabel('Your own mobile number').fill(OWN_NUMBER)
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Send a text to yourself…' }).click()
    await expect(dialog.getByLabel('Your own mobile number')).toHaveValue(OWN_NUMBER)
    await dialog.getByRole('button', { name: 'Send one text' }).click()
    await expect(progress).toContainText('your phone shows whether it arrived')
    await look('test-text-sent')
    expect(gateway.received.at(-1)).toContain('"body":"Test from SMS Desk"')
    expect(gateway.received).toHaveLength(2)
  })
})

test('callers who were not answered get a text of one’s own', async ({ page, givenKonnect, askDesk, look }) => {
  await givenKonnect()
  const card = page.getByRole('region', { name: 'Answer missed calls' })
  const text = card.getByLabel('Text for the caller')
  await expect(card).toContainText('One text for each missed call is free of charge.')
  await expect(card.getByLabel('Number that is called')).toHaveValue('12025550100')

  await text.fill(`“Sorry” – ${REPLY} Until then you can write to us.`)
  await expect(card).toContainText(/of 70/)
  await expect(card).toContainText('make it longer')
  await card.scrollIntoViewIfNeeded()
  await look('call-reply-too-long')
  await card.getByRole('button', { name: 'Replace them' }).click()
  await expect(card).toContainText(/of 160/)
  await text.fill(REPLY)
  await expect(card).toContainText(`${REPLY.length} of 160`)
  await card.getByRole('button', { name: 'Save the text' }).click()

  const list = card.getByRole('list', { name: 'Numbers with their text' })
  await expect(list.getByRole('listitem')).toContainText([REPLY])
  const account = await askDesk(async (client) => (await client.accounts.list()).find(({ provider }) => provider === 'konnect'))
  const replies = () => askDesk((client) => client.accounts.callReplies({ id: account?.id ?? '' }))
  expect(await replies()).toEqual({ replies: [{ number: '+12025550100', text: REPLY }] })
  await look('call-replies')

  await card.getByRole('button', { name: 'Change the text of +1 202 555 0100' }).click()
  await expect(text).toBeFocused()
  await text.fill('We are closed. Call tomorrow from nine.')
  await card.getByRole('button', { name: 'Save the text' }).click()
  await expect(list).toContainText('We are closed.')
  await card.getByRole('button', { name: 'Remove the text of +1 202 555 0100' }).click()
  await expect(list).toBeHidden()
  expect(await replies()).toEqual({ replies: [] })
})
