import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const TEXT = 'A reminder: we see you at ten.'
const WHO = 'Omar Haddad'

test('a provider that keeps texts gets one at once for a later time, and it cannot be taken back', async ({
  page,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const inbox = inboxOf(page)
  const dialog = page.getByRole('dialog', { name: 'Send later' })
  const keeps = dialog.getByRole('checkbox', { name: 'Let Karix keep it until then' })
  const desk = await givenDesk({ settings: { welcomed: true } })
  await askDesk((client) => client.sandbox.start({ sampleData: true, as: 'karix' }))
  await open(desk)
  await inbox.choose(WHO)
  await inbox.composer.fill(TEXT)
  await inbox.sendLater.click()
  await page.getByRole('menuitem', { name: 'Another time…' }).click()

  await test.step('the dialog offers it, and says what it means', async () => {
    await dialog
      .getByRole('button', { name: /^Tomorrow/ })
      .first()
      .click()
    await expect(dialog).toContainText('It cannot be taken back or changed any more.')
    await keeps.check()
    await expect(dialog.getByText('Don’t send after (optional)')).toBeHidden()
    await look('keep-dialog')
    await page.setViewportSize({ width: 700, height: 600 })
    await expectFitsWindow(page)
    await look('keep-dialog-700')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('the text is kept by the provider, and the desk offers nothing to take it back', async () => {
    await dialog.getByRole('button', { name: /^Send tomorrow/ }).click()
    await expect(inbox.statusOf(TEXT)).toHaveText(/^kept by Karix until tomorrow \d{2}:\d{2}, cannot be taken back/)
    await expect(inbox.note(TEXT)).toHaveCount(0)
    await expect(inbox.message(TEXT).getByRole('button', { name: /Cancel|Undo|Send now/ })).toHaveCount(0)
    await look('kept')
    const { messages } = await askDesk((client) => client.messages.list({ to: '+46 70 174 06 06', limit: 1 }))
    expect(messages).toMatchObject([{ text: TEXT, status: 'sent' }])
    expect(messages[0]?.providerKeepsUntil).toBeGreaterThan(Date.now())
  })

  await test.step('what is sent after it shows its own state', async () => {
    await inbox.composer.fill('Bring the old key, please.')
    await inbox.send.click()
    await expect(inbox.statusOf('Bring the old key, please.')).toHaveText(/^delivered/)
    await expect(inbox.statusOf(TEXT)).toContainText('kept by Karix')
    await look('kept-among-texts')
  })
})
