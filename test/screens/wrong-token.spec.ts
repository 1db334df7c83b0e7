import { expect, test } from './support/journey.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'

const TEXT = 'Your table is free at seven.'
const WHO = '+46 70 174 06 05'

test('a wrong token is said in a banner, the text waits, and with the right token it goes out once', async ({
  page,
  givenDesk,
  givenCarrier,
  givenAccount,
  open,
  look,
}) => {
  const carrier = await givenCarrier({ answer: 'wrong_token' })
  await givenAccount(carrier.baseUrl, { token: 'tok-mistyped' })
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const banner = frame.banner('Front desk is paused.')

  await test.step('the text is refused for the token: the account pauses, the text waits', async () => {
    await open(await givenDesk())
    await inbox.writeTo('070-174 06 05', TEXT)
    await inbox.send.click()
    await expect(banner).toContainText('token')
    await expect(banner).toContainText('1 text waits.')
    await expect(inbox.statusOf(TEXT)).toHaveText('waiting')
    expect(carrier.received).toEqual([])
    await look('paused')
  })

  await test.step('the banner leads to the account, where the token is replaced', async () => {
    carrier.setBehaviour({ answer: 'accept' })
    await banner.getByRole('button', { name: 'Open settings' }).click()
    await expect(page.getByRole('heading', { name: 'Front desk' })).toBeVisible()
    await look('account-paused')
    await page.getByRole('button', { name: 'Replace Access token' }).click()
    await page.getByLabel(/^Access token/).fill('tok-right')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(frame.toast('The account is saved.')).toBeVisible()
  })

  await test.step('the text goes out, once', async () => {
    await expect(banner).toBeHidden()
    await frame.screen('Inbox').click()
    await inbox.choose(WHO)
    await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
    expect(carrier.received.map(({ text }) => text)).toEqual([TEXT])
    await look('sent')
  })
})
