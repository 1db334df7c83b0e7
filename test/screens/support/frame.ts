import type { Locator, Page } from '@playwright/test'

/** What surrounds every screen. */
export interface Frame {
  /** A screen's link in the rail: "Inbox", "Contacts", "Settings". */
  screen(name: string | RegExp): Locator
  /** A banner above the screen that says this. */
  banner(words: string | RegExp): Locator
  /** A note in the corner that says this. */
  toast(words: string | RegExp): Locator
}

export function frameOf(page: Page): Frame {
  return {
    screen: (name) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }),
    banner: (words) => page.locator('.banner').filter({ hasText: words }),
    toast: (words) => page.locator('.mantine-Notification-root').filter({ hasText: words }),
  }
}
