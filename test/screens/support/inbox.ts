import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The inbox as a person finds their way in it: by what things are called. */
export interface Inbox {
  list: Locator
  /** Their row in the list. */
  row(name: string | RegExp): Locator
  /** The open conversation. */
  thread(name: string): Locator
  /** A message of the open conversation, by a piece of its text. */
  message(text: string): Locator
  /** What became of a message, in words. */
  statusOf(text: string): Locator
  /** Why a message waits, with what can be done about it. */
  note(text: string): Locator
  composer: Locator
  send: Locator
  /** Opens the times at which a text can go out later. */
  sendLater: Locator
  /** The seconds in which the text sent last can be taken back, beside the composer. */
  undoLine: Locator
  tab(name: string): Locator
  /** Opens their conversation from the list. */
  choose(name: string): Promise<void>
  /** Writes to somebody through "New": `who` is typed, and the suggestion with `pick` (else the number itself) is taken. */
  writeTo(who: string, text: string, pick?: string): Promise<void>
  /** Adds somebody in the open dialog "New conversation", as `writeTo` does. */
  addRecipient(who: string, pick?: string): Promise<void>
}

export function inboxOf(page: Page): Inbox {
  const list = page.getByRole('region', { name: 'Conversations' })
  const message = (text: string) => page.getByRole('article').filter({ hasText: text })
  const composer = page.getByRole('textbox', { name: /^Text to/ })
  const send = page.getByRole('button', { name: /^Send( to \d+)?( Ctrl ↵)?$/ })
  const dialog = page.getByRole('dialog', { name: 'New conversation' })

  async function addRecipient(who: string, pick = who): Promise<void> {
    const field = dialog.getByRole('textbox', { name: 'Name or number' })
    await field.fill(who)
    await dialog.getByRole('option').filter({ hasText: pick }).first().click()
    await expect(field).toHaveValue('')
  }

  return {
    list,
    composer,
    send,
    sendLater: page.getByRole('button', { name: 'Send later' }),
    undoLine: page.locator('.composer .undo-line'),
    message,
    row: (name) => list.getByRole('link', { name }),
    thread: (name) => page.getByRole('region', { name: `Conversation with ${name}` }),
    statusOf: (text) => message(text).locator('.message-status'),
    note: (text) => message(text).locator('.message-note'),
    tab: (name) => page.getByRole('group', { name: 'Show conversations' }).getByRole('button', { name }),
    async choose(name) {
      await list.getByRole('link', { name }).click()
      const thread = page.getByRole('region', { name: `Conversation with ${name}` })
      await expect(thread).toBeVisible()
      // Whoever reads points there: a pointer that stays in the list keeps its rows in place.
      const box = await thread.boundingBox()
      if (box !== null) await page.mouse.move(box.x + box.width / 2, box.y + 3)
    },
    async writeTo(who, text, pick = who) {
      await list.getByRole('button', { name: /^New/ }).click()
      await addRecipient(who, pick)
      await dialog.getByRole('textbox', { name: /^Text to/ }).fill(text)
    },
    addRecipient,
  }
}
