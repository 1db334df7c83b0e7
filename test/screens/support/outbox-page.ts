import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { frameOf } from './frame.ts'

/** The Outbox as a person finds their way in it: by what things are called. */
export interface OutboxPage {
  /** Goes there by the rail. */
  visit(): Promise<void>
  /** "Waiting", "Held", …; with its count: /^Missed 2/. */
  tab(name: string | RegExp): Locator
  /** The rows of the list. */
  rows: Locator
  /** A row by a piece of its text, or its recipient. */
  row(words: string): Locator
  /** Where a row says its text stands. */
  stateOf(words: string): Locator
  /** The button of a row: "Cancel", "Send now". */
  step(words: string, label: string): Locator
  /** Opens a row's menu and takes what it is called there. */
  choose(words: string, item: string | RegExp): Promise<void>
  /** The line above the list, with what can be done to the selected texts. */
  bar: Locator
  /** What is said and offered about a list as a whole. */
  strip: Locator
  /** Failures by kind. */
  kinds: Locator
  /** An account with its queue. */
  lane(name: string): Locator
  /** Pauses an account by its button. */
  pause(name: string): Promise<void>
  dialog(name: string | RegExp): Locator
}

export function outboxOf(page: Page): OutboxPage {
  const main = page.getByRole('region', { name: 'Texts in the outbox' })
  const rows = main.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  const row = (words: string) => rows.filter({ hasText: words })
  const lane = (name: string) =>
    page
      .getByRole('region', { name: 'Accounts' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) })
  return {
    rows,
    row,
    bar: main.getByRole('toolbar', { name: 'Chosen texts' }),
    strip: main.locator('.outbox-strip'),
    kinds: main.getByRole('region', { name: 'What failed, by kind' }),
    tab: (name) => main.getByRole('group', { name: 'Show texts' }).getByRole('button', { name }),
    stateOf: (words) => row(words).locator('.outbox-state'),
    step: (words, label) => row(words).getByRole('button', { name: label }),
    lane,
    async pause(name) {
      await lane(name)
        .getByRole('button', { name: `Pause ${name}` })
        .click()
    },
    dialog: (name) => page.getByRole('dialog', { name }),
    async visit() {
      await frameOf(page)
        .screen(/^Outbox/)
        .click()
      await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible()
    },
    async choose(words, item) {
      await row(words)
        .getByRole('button', { name: /^(More for|Settle) / })
        .click()
      await page.getByRole('menuitem', { name: item }).click()
    },
  }
}
