import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { goToSettings } from './support/settings-screen.ts'

const TEXT = 'Yes, 10:30 is fine. See you tomorrow.'
const REPLY = 'Do you have winter tyres for a V70?'

test('the sandbox shows a desk at work, delivers what is sent, and lets customers answer', async ({ page, givenDesk, open, look }) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  await open(await givenDesk())

  await test.step('one button, and there are people and conversations', async () => {
    await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
    await expect(inbox.list.getByRole('listitem')).toHaveCount(6)
    await expect(inbox.row(/Astrid Lindqvist/)).toContainText('1 unread')
    await look('samples')
  })

  await test.step('a text is delivered', async () => {
    await inbox.choose('Astrid Lindqvist')
    await inbox.composer.fill(TEXT)
    await inbox.send.click()
    await expect(inbox.statusOf(TEXT)).toHaveText(/^delivered/)
    await look('delivered')
  })

  await test.step('a customer answers when told to in the settings', async () => {
    await goToSettings(page, 'Sandbox')
    await page.getByRole('textbox', { name: 'From the number' }).fill('+46 70 174 06 06')
    await page.getByRole('textbox', { name: 'What they write' }).fill(REPLY)
    await look('settings-sandbox')
    await page.getByRole('button', { name: 'Text the desk' }).click()
    await expect(frame.toast(REPLY)).toContainText('Omar Haddad')
    await frame.toast(REPLY).click()
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await expect(inbox.message(REPLY)).toBeVisible()
  })

  await test.step('a carrier that hangs up makes a text unconfirmed', async () => {
    await goToSettings(page, 'Sandbox')
    await page.getByRole('combobox', { name: 'When the desk sends a text, it' }).click()
    await page.getByRole('option', { name: 'Takes the text, then hangs up' }).click()
    await frame.screen('Inbox').click()
    await inbox.choose('Omar Haddad')
    await inbox.composer.fill('We do. Come by any time.')
    await inbox.send.click()
    await expect(inbox.statusOf('We do. Come by any time.')).toHaveText('unconfirmed ?')
  })
})

test('every section of the settings can be read by everybody', async ({ page, givenDesk, open, look }) => {
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await frameOf(page).screen('Settings').click()
  const sections = page.getByRole('navigation', { name: 'Sections of the settings' })
  for (const section of ['Accounts', 'Sending', 'Appearance', 'Storage and keys', 'Listener', 'About']) {
    await sections.getByRole('link', { name: section }).click()
    await expect(page.getByRole('heading', { name: section, level: 2 })).toBeVisible()
    await look(`settings-${section.toLowerCase().replaceAll(' ', '-')}`)
  }
})
