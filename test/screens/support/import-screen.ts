import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

/** A file of the fixtures in `test/fixtures/contacts`. */
export function contactsFixture(name: string): string {
  return join(import.meta.dirname, '..', '..', 'fixtures', 'contacts', name)
}

/** A file as the browser's dialog hands it over: a path, or a name with its bytes. */
export type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer }

/** A CSV file with this content. */
export function csvFile(name: string, content: string | Buffer): ChosenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) }
}

/** The import screen, by what things are called. */
export interface ImportScreen {
  /** Goes there from anywhere in the desk. */
  visit(): Promise<void>
  /** Picks a file through the browser's dialog. */
  choose(file: ChosenFile): Promise<void>
  /** One of the guesses about the file, as a menu: "What separates the columns", … */
  guess(what: string): Locator
  /** What a column means. */
  column(header: string): Locator
  preview: Locator
  /** The line of the counts with this label. */
  count(label: string): Locator
  commit: Locator
  seeRejects: Locator
  /** What the import did, in a line. */
  outcome: Locator
}

export function importScreenOf(page: Page): ImportScreen {
  const counts = page.getByRole('region', { name: 'Rows by what happens to them' })
  return {
    async visit() {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Contacts' }).click()
      await page
        .getByRole('button', { name: /^Import( a file)?$/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Import contacts' }).waitFor()
    },
    async choose(file) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /^Choose a(nother)? file$/ }).click()
      await (await chooser).setFiles(file)
    },
    guess: (what) => page.getByRole('button', { name: `${what}:` }),
    column: (header) => page.getByRole('combobox', { name: `What “${header}” means` }),
    preview: page.getByRole('region', { name: 'Preview of the rows' }),
    count: (label) => counts.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd[1]'),
    commit: page.getByRole('button', { name: /^(Import( \d+ rows?)?|Nothing to import)$/ }),
    outcome: page.getByRole('main').getByRole('heading', { level: 2 }).first(),
    seeRejects: counts.getByRole('button', { name: /^See the / }),
  }
}
