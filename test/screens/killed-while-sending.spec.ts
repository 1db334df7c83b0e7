import type { Locator } from '@playwright/test'
import type { ScriptedProvider } from '../support/scripted-provider.ts'
import { answers } from '../support/scripted-provider.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, OUTAGE, test as journey } from './support/journey.ts'

const TEXT = 'Your glasses are ready.'
const WHO = '+46 70 174 06 05'
const SETTLE = 'We don’t know if this went out.'

/** A desk that was killed after the provider took a text and before it answered, started again, with the thread open. */
const test = journey.extend<{ afterTheKill: { provider: ScriptedProvider; message: Locator; status: Locator } }>({
  afterTheKill: async ({ page, provider, givenDesk, givenOpenDesk, open, allowComplaints }, use) => {
    provider.answer = answers.nothing
    const { desk } = await givenOpenDesk({ provider })
    const inbox = inboxOf(page)
    await inbox.writeTo('070-174 06 05', TEXT)
    await inbox.send.click()
    await expect(inbox.statusOf(TEXT)).toHaveText('sending…')
    await expect.poll(() => provider.received.length).toBe(1)

    allowComplaints(OUTAGE)
    await desk.kill()
    provider.answer = answers.accept
    await open(await givenDesk())
    await inbox.choose(WHO)
    await expect(inbox.message(TEXT)).toContainText(SETTLE)
    await expect(inbox.statusOf(TEXT)).toHaveText('unconfirmed ?')
    expect(provider.received, 'what the provider saw').toHaveLength(1)
    await use({ provider, message: inbox.message(TEXT), status: inbox.statusOf(TEXT) })
  },
})

test('killed between sending and the answer, a text is unconfirmed; sending it again asks first, and sends it once more', async ({
  page,
  afterTheKill,
  look,
}) => {
  const { provider, message, status } = afterTheKill
  await expect(frameOf(page).screen(/1 text needs your word/)).toBeVisible()
  await expect(inboxOf(page).tab('Settle')).toContainText('1')
  await look('unconfirmed')

  const question = page.getByRole('dialog', { name: 'Send this text again?' })
  await message.getByRole('button', { name: 'Send again' }).click()
  await expect(question).toContainText(TEXT)
  await look('send-again')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  expect(provider.received).toHaveLength(1)

  await message.getByRole('button', { name: 'Send again' }).click()
  await question.getByRole('button', { name: 'Send again' }).click()
  await expect(status).toHaveText(/^sent/)
  await expect(message).not.toContainText(SETTLE)
  expect(provider.received).toHaveLength(2)
})

test('killed between sending and the answer, a text can be declared sent: nothing goes out again', async ({ page, afterTheKill }) => {
  const { provider, message, status } = afterTheKill
  await message.getByRole('button', { name: 'It was sent' }).click()
  await expect(status).toHaveText(/^sent/)
  await expect(message).not.toContainText(SETTLE)
  await expect(frameOf(page).screen(/needs your word/)).toBeHidden()
  expect(provider.received).toHaveLength(1)
})

test('killed between sending and the answer, a text can be left unconfirmed: it asks no more, and can be settled later', async ({
  page,
  afterTheKill,
  look,
}) => {
  const { provider, message, status } = afterTheKill
  await message.getByRole('button', { name: 'Leave it' }).click()
  await expect(status).toHaveText('unconfirmed, left as it is ?')
  await expect(message).not.toContainText(SETTLE)
  await expect(frameOf(page).screen(/needs your word/)).toBeHidden()
  await look('left-unconfirmed')
  await message.getByRole('button', { name: 'settle it' }).click()
  await message.getByRole('button', { name: 'It was sent' }).click()
  await expect(status).toHaveText(/^sent/)
  expect(provider.received).toHaveLength(1)
})
