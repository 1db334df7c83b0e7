import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const TEXT = 'Your table is free at seven.'
const OTHER = 'Or would eight be better?'
const WHO = '+46 70 174 06 05'
const RECIPIENT = '+46701740605'

test('a text can be taken back for the seconds that are set, comes back to where it was written, and else goes out by itself', async ({
  page,
  carrier,
  givenOpenDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier, settings: { undoSeconds: 20 } })
  const inbox = inboxOf(page)

  await test.step('while it waits the composer counts down, the bubble says so, and nothing has left', async () => {
    await inbox.writeTo('070-174 06 05', TEXT)
    await inbox.send.click()
    await expect(inbox.thread(WHO)).toBeVisible()
    await expect(inbox.undoLine).toHaveText(/^Sending in \d+ s…/)
    await expect(inbox.statusOf(TEXT)).toHaveText('sending in a few seconds')
    await expect(page.getByRole('status').filter({ hasText: 'Control Z' })).toHaveCount(1)
    await look('undo')
    await page.setViewportSize({ width: 560, height: 600 })
    await expectFitsWindow(page)
    await look('undo-560')
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(carrier.received).toEqual([])
  })

  await test.step('Undo brings the text back into the field', async () => {
    await inbox.undoLine.getByRole('button', { name: 'Undo' }).click()
    await expect(inbox.composer).toHaveValue(TEXT)
    await expect(inbox.composer).toBeFocused()
    await expect(inbox.statusOf(TEXT)).toHaveText('cancelled')
    await expect(inbox.undoLine).toBeHidden()
    await look('taken-back')
  })

  await test.step('Control Z does the same while nothing has been written since', async () => {
    await inbox.composer.press('Control+Enter')
    await expect(inbox.undoLine).toBeVisible()
    await expect(inbox.composer).toHaveValue('')
    await inbox.composer.press('Control+z')
    await expect(inbox.composer).toHaveValue(TEXT)
  })

  await test.step('what has been written since is kept, and so is what was taken back', async () => {
    await inbox.composer.press('Control+Enter')
    await expect(inbox.undoLine).toBeVisible()
    await inbox.composer.fill(OTHER)
    await inbox.message(TEXT).last().getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('Another text is kept')).toContainText(TEXT)
    await expect(inbox.composer).toHaveValue(OTHER)
    await look('taken-back-beside')
    await page.getByRole('button', { name: 'Swap the two' }).click()
    await expect(inbox.composer).toHaveValue(TEXT)
    await page.getByRole('button', { name: 'Swap the two' }).click()
    await expect(inbox.composer).toHaveValue(OTHER)
    await page.getByRole('button', { name: 'Drop it' }).click()
    await expect(page.getByText('Another text is kept')).toBeHidden()
    await expect(inbox.composer).toHaveValue(OTHER)
    expect(carrier.received).toEqual([])
  })

  await test.step('the person may leave the conversation: it goes out, once', async () => {
    await changeUndo(page, '5 seconds')
    await frameOf(page).screen('Inbox').click()
    await inbox.choose(WHO)
    await inbox.composer.press('Control+Enter')
    await expect(inbox.undoLine).toBeVisible()
    await frameOf(page).screen('Contacts').click()
    await expect.poll(() => carrier.countOf(RECIPIENT, OTHER), { timeout: 15_000 }).toBe(1)
    await frameOf(page).screen('Inbox').click()
    await inbox.choose(WHO)
    await expect(inbox.statusOf(OTHER)).toHaveText(/^sent/)
    await expect(inbox.undoLine).toBeHidden()
    expect(carrier.received.map(({ text }) => text)).toEqual([OTHER])
  })
})

test('a text to several people is taken back for all of them, and comes back with them', async ({ page, carrier, givenOpenDesk, look }) => {
  await givenOpenDesk({ provider: carrier, settings: { undoSeconds: 20 } })
  const inbox = inboxOf(page)
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  const undo = frameOf(page).toast('2 texts go out')

  await inbox.writeTo('070-174 06 05', TEXT)
  await inbox.addRecipient('070-174 06 06')
  await inbox.send.click()
  await expect(dialog).toBeHidden()
  await frameOf(page).screen('Contacts').click()
  await expect(undo).toContainText(/in \d+ s/)
  await look('undo-several')
  await undo.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toContainText('+46 70 174 06 05')
  await expect(dialog).toContainText('+46 70 174 06 06')
  await expect(dialog.getByRole('textbox', { name: /^Text to/ })).toHaveValue(TEXT)
  await expect(undo).toBeHidden()
  expect(carrier.received).toEqual([])
})

/** Chooses in the settings how long Send can be taken back. */
async function changeUndo(page: Page, choice: string): Promise<void> {
  await goToSettings(page, 'Sending')
  await chooseIn(page, 'Take back after pressing Send', choice)
  await expect(page.getByRole('combobox', { name: 'Take back after pressing Send' })).toHaveValue(choice)
}
