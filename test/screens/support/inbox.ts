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
  composer: Locator
  send: Locator
  tab(name: string): Locator
  /** Opens their conversation from the list. */
  choose(name: string): Promise<void>
  /** Writes to somebody through "New": `who` is typed, and the suggestion with `pick` (else the number itself) is taken. */
  writeTo(who: string, text: string, pick?: string): Promise<void>
}

export function inboxOf(page: Page): Inbox {
  const list = page.getByRole('region', { name: 'Conversations' })
  const message = (text: string) => page.getByRole('article').filter({ hasText: text })
  const composer = page.getByRole('textbox', { name: /^Text to/ })
  const send = page.getByRole('button', { name: /^Send( to \d+)?( Ctrl ↵)?$/ })
  return {
    list,
    composer,
    send,
    message,
    row: (name) => list.getByRole('link', { name }),
    thread: (name) => page.getByRole('region', { name: `Conversation with ${name}` }),
    statusOf: (text) => message(text).locator('.message-status'),
    tab: (name) => page.getByRole('group', { name: 'Show conversations' }).getByRole('button', { name }),
    async choose(name) {
      await list.getByRole('link', { name }).click()
      await expect(page.getByRole('region', { name: `Conversation with ${name}` })).toBeVisible()
    },
    async writeTo(who, text, pick = who) {
      await list.getByRole('button', { name: /^New/ }).click()
      const dialog = page.getByRole('dialog', { name: 'New conversation' })
      await dialog.getByRole('textbox', { name: 'Name or number' }).fill(who)
      await dialog.getByRole('option').filter({ hasText: pick }).first().click()
      await expect(dialog.getByRole('textbox', { name: 'Name or number' })).toHaveValue('')
      await dialog.getByRole('textbox', { name: /^Text to/ }).fill(text)
    },
  }
}
