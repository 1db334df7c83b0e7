import type { Page } from '@playwright/test'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'

test('a whole conversation without a mouse', async ({ page, givenDesk, open }) => {
  const keys = page.keyboard
  const inbox = inboxOf(page)
  await open(await givenDesk())

  await test.step('the welcome is answered with Tab and Enter', async () => {
    await tabTo(page, 'Try it with the sandbox')
    await keys.press('Enter')
    await expect(inbox.list.getByRole('listitem')).toHaveCount(6)
  })

  await test.step('N starts a conversation, Ctrl+Enter sends it', async () => {
    await keys.press('n')
    const dialog = page.getByRole('dialog', { name: 'New conversation' })
    await expect(dialog.getByRole('textbox', { name: 'Name or number' })).toBeFocused()
    await keys.type('Rajesh')
    await expect(dialog.getByRole('option').filter({ hasText: 'Rajesh Patel' })).toBeVisible()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await tabTo(page, 'Text to Rajesh Patel')
    await keys.type('Your order is here.')
    await keys.press('Enter')
    await keys.type('Come by any time.')
    await keys.press('Control+Enter')
    await expect(inbox.thread('Rajesh Patel')).toBeVisible()
    await expect(inbox.message('Your order is here.')).toContainText('Come by any time.')
    await expect(inbox.statusOf('Your order is here.')).toHaveText(/^delivered/)
  })

  await test.step('J and K move through the conversations, Enter opens, Escape steps back', async () => {
    await expect(inbox.composer).toBeFocused()
    await keys.press('Escape')
    await expect(inbox.row(/Rajesh Patel/)).toBeFocused()
    await keys.press('j')
    await expect(inbox.row(/Astrid Lindqvist/)).toBeFocused()
    await keys.press('j')
    await expect(inbox.row(/Zofia Nowak/)).toBeFocused()
    await keys.press('k')
    await expect(inbox.row(/Astrid Lindqvist/)).toBeFocused()
    await expectFocusVisible(page)
    await keys.press('Enter')
    await expect(inbox.thread('Astrid Lindqvist')).toBeVisible()
    await expect(inbox.composer).toBeFocused()
  })

  await test.step('U marks as unread', async () => {
    await keys.press('Escape')
    await keys.press('u')
    await expect(inbox.row(/Astrid Lindqvist/)).toContainText('1 unread')
  })

  await test.step('/ searches from anywhere', async () => {
    await keys.press('4')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await keys.press('/')
    await expect(page.getByRole('textbox', { name: 'Search texts and people' })).toBeFocused()
    await keys.type('inspection')
    await expect(inbox.list.getByRole('link', { name: /Omar Haddad.*inspection/ })).toBeVisible()
    await keys.press('ArrowDown')
    await expect(inbox.list.getByRole('link', { name: /Omar Haddad.*inspection/ })).toBeFocused()
    await keys.press('Enter')
    await expect(inbox.thread('Omar Haddad')).toBeVisible()
    await keys.press('Escape')
    await keys.press('/')
    await keys.press('Escape')
    await expect(inbox.tab('All')).toBeVisible()
  })

  await test.step('the filters are reached with Tab and chosen with Space', async () => {
    await tabTo(page, 'Failed')
    await keys.press('Space')
    await expect(inbox.tab('Failed')).toHaveAttribute('aria-pressed', 'true')
    await expect(inbox.row(/Björn Åkesson/)).toBeVisible()
    await expect(inbox.row(/Astrid Lindqvist/)).toBeHidden()
  })

  await test.step('? shows the keys, Escape closes them', async () => {
    await keys.press('?')
    await expect(page.getByRole('dialog')).toContainText('Next and previous conversation')
    await keys.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('contacts and settings have a key, and the settings are left for an account with Tab and Enter', async () => {
    await keys.press('2')
    await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
    await keys.press('4')
    await tabTo(page, 'sends as Sandbox')
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Sandbox', level: 2 })).toBeVisible()
  })
})

for (const place of ['inbox', 'contacts', 'import', 'outbox', 'settings/accounts', 'settings/sending', 'settings/sandbox']) {
  test(`whatever has the focus in ${place} can be seen, and Tab comes to an end`, async ({ page, givenDesk, open }) => {
    await open(await givenDesk())
    await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
    await inboxOf(page).list.waitFor()
    await page.goto(`${new URL(page.url()).origin}/#/${place}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
    const seen: string[] = []
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab')
      const focused = await focusedName(page)
      if (focused === null) break
      seen.push(focused)
      await expectFocusVisible(page)
    }
    expect(seen.length, seen.join(' · ')).toBeGreaterThan(6)
    expect(seen.length, 'stops before Tab leaves the page').toBeLessThan(60)
  })
}

/** Presses Tab until something with these words has the focus, and sees that it shows. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab')
    if ((await focusedName(page))?.includes(name) === true) return expectFocusVisible(page)
  }
  throw new Error(`60 presses of Tab do not lead to “${name}”.`)
}

/** Label or words of what has the focus; null when it is the page itself. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return null
    const label = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0]?.innerText : undefined
    return focused.getAttribute('aria-label') ?? label ?? (focused.innerText.trim() || focused.tagName)
  })
}

/** What has the focus lies in the window and is outlined: itself, or what holds it. */
async function expectFocusVisible(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement)) return 'nothing has the focus'
    const box = focused.getBoundingClientRect()
    if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return 'it lies outside of the window'
    const marked = (element: Element | null): boolean => {
      if (element === null) return false
      const style = getComputedStyle(element)
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    }
    // A field may mark the frame around it instead, or its border.
    const frame = focused.closest(
      'search, .composer-box, .mantine-Input-wrapper, .mantine-PillsInput-input, .mantine-SegmentedControl-root, .mantine-Switch-root, .mantine-Radio-root',
    )
    const field = focused.matches('input, textarea, select')
    const track = focused.parentElement?.querySelector('.mantine-Switch-track, .mantine-SegmentedControl-label') ?? null
    return marked(focused) ||
      marked(frame) ||
      marked(track) ||
      (field && focused.matches(':focus-visible') && getComputedStyle(focused).borderColor !== 'rgba(0, 0, 0, 0)')
      ? null
      : focused.outerHTML.slice(0, 200)
  })
  expect(shown, 'focus that cannot be seen').toBeNull()
}
