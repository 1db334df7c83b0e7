import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'

const TEXT = 'Your glasses are ready.'
const WHO = '+46 70 174 06 05'
const RECIPIENT = '+46701740605'

test('the same text to the same number asks first: not sent it stays, sent again it goes once more', async ({
  page,
  carrier,
  givenOpenDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const question = page.getByRole('dialog', { name: 'Send the same text again?' })

  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.send.click()
  await expect(inbox.thread(WHO)).toBeVisible()
  await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)

  await test.step('Don’t send leaves it where it is written', async () => {
    await inbox.composer.fill(TEXT)
    await inbox.composer.press('Control+Enter')
    await expect(question).toContainText(TEXT)
    await expect(question.getByRole('button', { name: 'Don’t send' })).toBeFocused()
    await look('duplicate')
    await page.keyboard.press('Enter')
    await expect(question).toBeHidden()
    await expect(inbox.composer).toHaveValue(TEXT)
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(carrier.countOf(RECIPIENT, TEXT)).toBe(1)
  })

  await test.step('Send it again sends it once more', async () => {
    await inbox.send.click()
    await question.getByRole('button', { name: 'Send it again' }).click()
    await expect(question).toBeHidden()
    await expect(inbox.composer).toHaveValue('')
    await expect(inbox.message(TEXT)).toHaveCount(2)
    await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
    expect(carrier.countOf(RECIPIENT, TEXT)).toBe(2)
  })

  await test.step('another text asks nothing', async () => {
    await inbox.composer.fill('They can be picked up until six.')
    await inbox.send.click()
    await expect(inbox.statusOf('They can be picked up until six.')).toHaveText(/^sent/)
    await expect(question).toBeHidden()
  })
})

test('a text that was taken back is no text sent before', async ({ page, carrier, givenOpenDesk }) => {
  await givenOpenDesk({ provider: carrier, settings: { undoSeconds: 5 } })
  const inbox = inboxOf(page)
  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.send.click()
  await inbox.undoLine.getByRole('button', { name: 'Undo' }).click()
  await expect(inbox.composer).toHaveValue(TEXT)
  await inbox.composer.press('Control+Enter')
  await expect(inbox.undoLine).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect.poll(() => carrier.countOf(RECIPIENT, TEXT), { timeout: 15_000 }).toBe(1)
})
