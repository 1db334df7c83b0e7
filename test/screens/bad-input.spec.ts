import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'

test('what is no number is answered with a sentence, and nobody is written to', async ({ page, carrier, givenOpenDesk, look }) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  await inbox.list.getByRole('button', { name: /^New/ }).click()
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  const to = dialog.getByRole('textbox', { name: 'Name or number' })

  await to.fill('Nobody of this name')
  await expect(dialog.getByText('Nobody is called that. Type a number instead.')).toBeVisible()

  const refused = {
    '070-17': 'It is too short to be a phone number in Sweden.',
    '123456789012345678': 'It is too long',
    '+46 000 000': 'It is not a phone number in use in Sweden.',
  }
  for (const [raw, reason] of Object.entries(refused)) {
    await to.fill(raw)
    await to.press('Enter')
    await expect(dialog.getByText(`“${raw}” cannot get a text: ${reason}`)).toBeVisible()
  }
  await look('no-number')
  await dialog.getByRole('textbox', { name: /^Text to/ }).fill('Hello')
  await expect(dialog.getByRole('button', { name: /^Send/ }).last()).toBeDisabled()
  expect(carrier.received).toEqual([])
})

test('a text of 1,601 characters is explained and cannot be sent; one less can', async ({ page, carrier, givenOpenDesk, look }) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  await inbox.writeTo('070-174 06 05', 'a'.repeat(1_601))
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await expect(dialog.getByRole('alert')).toHaveText('Connectel takes at most 1,600 characters. Shorten this text by 1.')
  await expect(inbox.send).toBeDisabled()
  await look('text-too-long')
  await inbox.composer.press('Control+Enter')
  await expect(dialog).toBeVisible()
  expect(carrier.received).toEqual([])

  await inbox.composer.fill('a'.repeat(1_600))
  await expect(dialog.getByRole('alert')).toBeHidden()
  await inbox.send.click()
  await expect(inbox.statusOf('aaa')).toHaveText(/^sent/)
  expect(carrier.received).toHaveLength(1)
})
