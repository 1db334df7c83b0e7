import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

test('everything by typing: people, numbers, screens, settings and what can be done', async ({ page, givenDesk, open, look }) => {
  const keys = page.keyboard
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const palette = page.getByRole('dialog', { name: 'Palette' })
  const field = palette.getByLabel('Type a name, a number, a screen or what to do')
  const chosen = palette.locator('[role=option][data-combobox-selected]')

  async function type(words: string): Promise<void> {
    await keys.press('Control+k')
    await expect(field).toBeFocused()
    await keys.type(words)
  }

  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await inbox.list.getByRole('listitem').first().waitFor()

  await test.step('empty, it offers the latest conversations and all there is', async () => {
    await keys.press('Control+k')
    await expect(palette.getByRole('option', { name: /New conversation/ })).toBeVisible()
    await expect(palette.getByRole('group', { name: 'Latest conversations' }).getByRole('option')).toHaveCount(5)
    await expect(chosen).toHaveCount(1)
    await look('palette-empty')
    await keys.press('Escape')
    await expect(palette).toBeHidden()
  })

  await test.step('a person by part of the name, without the accents', async () => {
    await type('akess')
    await expect(chosen).toContainText('Björn Åkesson')
    await look('palette-person')
    await keys.press('Enter')
    await expect(inbox.thread('Björn Åkesson')).toBeVisible()
    await expect(inbox.composer).toBeFocused()
  })

  await test.step('from the text field, a number in another notation leads to its conversation, an unknown one to a new one', async () => {
    await type('0046 70-174 06 06')
    await expect(chosen).toContainText('Conversation with Omar Haddad')
    await keys.press('Enter')
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await type('0031 6 1234 5670')
    await expect(chosen).toContainText('Write to +31')
    await keys.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New conversation' })
    await expect(dialog).toContainText('+31')
    // The first one closes what the field suggests, should that be open by now.
    await expect(async () => {
      await keys.press('Escape')
      await expect(dialog).toBeHidden({ timeout: 1_000 })
    }).toPass()
  })

  await test.step('a screen and a section of the settings, by what it is about', async () => {
    await type('outb')
    await expect(chosen).toContainText('Go to Outbox')
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible()
    await type('passwords')
    await expect(chosen).toContainText('Settings: Storage and keys')
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Storage and keys' })).toBeVisible()
  })

  await test.step('pausing all sending and resuming it, without leaving the screen', async () => {
    await type('pause')
    await expect(chosen).toContainText('Pause all sending')
    await keys.press('Enter')
    await expect(frame.banner('Sandbox is paused')).toBeVisible()
    await type('resume')
    await keys.press('Enter')
    await expect(frame.banner('Sandbox is paused')).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Storage and keys' })).toBeVisible()
  })

  await test.step('dark colours; and what was used lately stands first', async () => {
    await type('dark')
    await keys.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    await keys.press('Control+k')
    await expect(palette.getByRole('option').first()).toContainText(/Pause all sending|Settings: Storage and keys/)
    await keys.type('as the computer')
    await keys.press('Enter')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Storage and keys' })).toBeVisible()
    await keys.press('Control+k')
    await expect(palette.getByText('Used lately')).toBeVisible()
    await look('palette-recent')
    await keys.press('Escape')
  })

  await test.step('searching texts', async () => {
    await type('inspection')
    await palette.getByRole('option', { name: 'Search texts for “inspection”' }).waitFor()
    await keys.press('ArrowUp')
    await expect(chosen).toContainText('Search texts for “inspection”')
    await keys.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Search texts and people' })).toHaveValue('inspection')
    await expect(inbox.list.getByRole('link', { name: /Omar Haddad/ })).toBeVisible()
  })

  await test.step('small and large windows', async () => {
    for (const size of [
      { width: 700, height: 700 },
      { width: 2560, height: 1440 },
    ]) {
      await page.setViewportSize(size)
      await type('s')
      await expect(chosen).toHaveCount(1)
      await expectFitsWindow(page)
      await look(`palette-${size.width}`)
      await keys.press('Escape')
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('the sheet of keys is whole, and can be searched', async () => {
    await inbox
      .row(/Omar Haddad/)
      .first()
      .focus()
    await keys.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toContainText('Next and previous conversation')
    await look('shortcuts')
    await keys.type('select')
    await expect(sheet).toContainText('Select the person')
    await expect(sheet).not.toContainText('Next and previous conversation')
    await keys.press('Escape')
    await expect(sheet).toBeHidden()
  })
})
