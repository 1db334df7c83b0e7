import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const PROVIDERS = ['Kirusa Konnect', 'Connectel', 'Karix', 'KPN', 'OKRoute']

/** A Dutch mobile: the one kind of number that every provider but Konnect takes. */
const SANNE = { name: 'Sanne de Vries', number: '+31 6 12345678' }

test('one by one a desk practises as each provider, and a text goes out through each', async ({ page, givenDesk, open, look }) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const practice = page.getByRole('group', { name: 'Providers to practise with' })
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await goToSettings(page, 'Sandbox')

  await test.step('the five are there, and the first account practises as Connectel', async () => {
    for (const name of PROVIDERS) await expect(practice.getByText(name, { exact: true })).toBeVisible()
    await expect(practice.getByRole('button', { name: /^Practise as/ })).toHaveCount(4)
    await expect(practice.getByRole('list', { name: 'Accounts that practise as Connectel' })).toHaveText('Sandbox')
    await look('practise')
  })

  await test.step('a button each, and the keyboard stays where it was pressed', async () => {
    for (const name of ['KPN', 'OKRoute']) {
      await practice.getByRole('button', { name: `Practise as ${name}` }).press('Enter')
      const account = practice.getByRole('link', { name: `Sandbox (${name})` })
      await expect(account).toBeFocused()
      await expect(frame.toast(`You can practise as ${name} now`)).toBeVisible()
    }
    await expect(practice.getByRole('button', { name: /^Practise as/ })).toHaveCount(2)
    await look('practise-three')
    for (const size of [
      { width: 700, height: 800 },
      { width: 2560, height: 1440 },
    ]) {
      await page.setViewportSize(size)
      await expectFitsWindow(page)
      await look(`practise-${size.width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  for (const name of ['KPN', 'OKRoute']) {
    await test.step(`a text through ${name} is delivered`, async () => {
      const text = `Your flowers are ready (${name}).`
      await frame.screen(/^Inbox/).click()
      await inbox.choose(SANNE.name)
      await inbox.composer.fill(text)
      await page.getByRole('button', { name: /^Send through .*Change the account$/ }).click()
      await page.getByRole('menuitem', { name: `Sandbox (${name})` }).click()
      await inbox.send.click()
      await expect(inbox.statusOf(text)).toHaveText(/^delivered/)
      await expect(inbox.message(text)).toHaveCount(1)
      await expect(inbox.message(text)).toContainText(`Sandbox (${name})`)
    })
  }
  await look('practise-delivered')
})

test('customers turn to the account that is chosen, and the carrier reports in the wrong order', async ({
  page,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await askDesk((client) => client.sandbox.start({ sampleData: false, as: 'okroute' }))
  await goToSettings(page, 'Sandbox')

  await test.step('a customer texts the OKRoute account', async () => {
    await chooseIn(page, 'Customer of', 'Sandbox (OKRoute)')
    await page.getByRole('textbox', { name: 'From the number' }).fill('+31612345678')
    await page.getByRole('textbox', { name: 'What they write' }).fill('Are you open on Sunday?')
    await page.getByRole('region', { name: 'Be a customer' }).scrollIntoViewIfNeeded()
    await look('practise-customer')
    await page.getByRole('button', { name: 'Text the desk' }).click()
    await expect(frame.toast('Are you open on Sunday?')).toContainText(SANNE.name)
    const { messages } = await askDesk(async (client) => {
      const { conversationId } = await client.conversations.lookUp({ number: SANNE.number })
      return client.messages.list({ conversationId: conversationId ?? '', limit: 1 })
    })
    expect(messages).toMatchObject([{ direction: 'inbound', accountName: 'Sandbox (OKRoute)' }])
  })

  await test.step('“delivered” before “sent” still means delivered', async () => {
    await page.getByRole('switch', { name: 'Report in the wrong order' }).click({ force: true })
    await expect(page.getByRole('switch', { name: 'Report in the wrong order' })).toBeChecked()
    await look('practise-behaviour')
    await frame.screen(/^Inbox/).click()
    await inbox.choose(SANNE.name)
    await inbox.composer.fill('From ten to four.')
    await inbox.send.click()
    await expect(inbox.statusOf('From ten to four.')).toHaveText(/^delivered/)
  })

  await test.step('an error from the provider’s own document reaches the desk in words', async () => {
    await goToSettings(page, 'Sandbox')
    const errors = page.getByRole('combobox', { name: 'Answer with this documented error' })
    await errors.fill('no way to this')
    await expect(page.getByRole('option')).toHaveCount(1)
    await look('practise-errors')
    await page.getByRole('option', { name: /NO ROUTES/ }).click()
    await expect(page.getByText('Only accounts that practise as OKRoute get it')).toBeVisible()
    await frame.screen(/^Inbox/).click()
    await inbox.choose(SANNE.name)
    await inbox.composer.fill('Until then!')
    await inbox.send.click()
    await expect(inbox.statusOf('Until then!')).toHaveText(/^not sent/)
    await look('practise-refused')
  })

  await test.step('back to a good day with one button', async () => {
    await goToSettings(page, 'Sandbox')
    await page.getByRole('button', { name: 'Back to a good day' }).click()
    await expect(page.getByRole('switch', { name: 'Report in the wrong order' })).not.toBeChecked()
    await expect(page.getByRole('button', { name: 'Back to a good day' })).toBeDisabled()
  })
})

test('a provider that brings nothing from customers says so', async ({ page, givenDesk, open, askDesk, look }) => {
  const desk = await givenDesk()
  await askDesk((client) => client.sandbox.start({ sampleData: false, as: 'karix' }))
  await askDesk((client) => client.settings.set({ welcomed: true }))
  await open(desk)
  await goToSettings(page, 'Sandbox')
  await expect(page.getByRole('region', { name: 'Be a customer' })).toContainText('None of the providers you practise with')
  await expect(page.getByRole('button', { name: 'Text the desk' })).toHaveCount(0)
  await look('practise-no-customers')
})
