import { join } from 'node:path'
import Database from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow, expectInside } from './support/layout.ts'

const DAY = 86_400_000
const WHO = 'Omar Haddad'

test('a text of a year ago is found, looked at and left again, and the search is as it was', async ({
  page,
  givenDesk,
  open,
  askDesk,
  dataFolder,
  look,
}) => {
  const first = await givenDesk({ settings: { welcomed: true } })
  await askDesk((client) => client.sandbox.start({ sampleData: true }))
  await first.stop()
  writeHistory(dataFolder)
  await open(await givenDesk())
  const inbox = inboxOf(page)
  const keys = page.keyboard
  const field = page.getByRole('textbox', { name: 'Search texts and people' })
  const results = inbox.list.getByRole('listitem')
  const total = inbox.list.locator('.search-total')
  const filters = page.getByRole('group', { name: 'Narrow the search down' })

  await test.step('/ leads to the field, and results come while one types', async () => {
    await keys.press('/')
    await expect(field).toBeFocused()
    await keys.type('winter ty')
    await expect(total).toHaveText('120 texts')
    await expect(results.filter({ hasText: 'winter tyres 119' }).locator('mark')).toHaveText(['winter', 'ty'])
    await look('search')
  })

  await test.step('the results go on as far as there are any', async () => {
    await inbox.list.locator('.inbox-rows').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await expect(inbox.row(/winter tyres 6\d/).first()).toBeVisible()
    await inbox.list.locator('.inbox-rows').evaluate((list) => list.scrollTo(0, 0))
  })

  await test.step('a text of a year ago is found by words without accents, and opened with the keys', async () => {
    await field.fill('sasongen “har borjat”')
    await expect(total).toHaveText('1 text')
    await field.press('ArrowDown')
    await expect(inbox.row(/Säsongen har börjat/)).toBeFocused()
    await keys.press('Enter')
    await expect(inbox.thread(WHO)).toBeVisible()
    await expect(inbox.message('Säsongen har börjat')).toBeVisible()
    await expect(inbox.row(/Säsongen har börjat/)).toHaveAttribute('aria-current', 'true')
    await look('search-opened')
  })

  await test.step('the search stays as it was, text, filters and place, when one comes back', async () => {
    await field.fill('winter tyres')
    await choose('State', 'Did not arrive')
    await expect(total).toHaveText('12 texts')
    await expect(filters.getByRole('button', { name: 'State: Did not arrive' })).toBeVisible()
    const list = inbox.list.locator('.inbox-rows')
    await list.evaluate((rows) => rows.scrollTo(0, rows.scrollHeight))
    const row = inbox.row(/winter tyres 10\b/)
    await expect(row).toBeInViewport()
    const place = await list.evaluate((rows) => rows.scrollTop)
    await row.click()
    await expect(inbox.message('winter tyres 10 ')).toBeVisible()
    await page
      .getByRole('link', { name: /^Contacts/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
    await page.goBack()
    await expect(field).toHaveValue('winter tyres')
    await expect(filters.getByRole('button', { name: 'State: Did not arrive' })).toBeVisible()
    await expect(row).toBeInViewport()
    await expect.poll(() => list.evaluate((rows) => rows.scrollTop)).toBe(place)
  })

  await test.step('filters go together: with whom, when, which way', async () => {
    await choose('State', 'Any state')
    await filters.getByRole('button', { name: 'With: Anyone' }).click()
    await page.getByRole('textbox', { name: 'Name or number' }).fill('astrid')
    await look('search-person')
    await page.getByRole('button', { name: /Astrid Lindqvist/ }).click()
    await expect(total).toHaveText('Nothing found')
    await filters.getByRole('button', { name: 'With: Astrid Lindqvist' }).click()
    await page.getByRole('button', { name: 'Anyone', exact: true }).click()
    await filters.getByRole('button', { name: 'When: Any time' }).click()
    await look('search-when')
    await page.getByRole('button', { name: 'Last 30 days' }).click()
    await expect(total).toHaveText('29 texts')
    await look('search-filtered')
    await filters.getByRole('button', { name: 'Clear the filters' }).click()
    await expect(total).toHaveText('120 texts')
  })

  await test.step('people, conversations by number, notes', async () => {
    await field.fill('omar')
    await expect(results.filter({ hasText: 'People' })).toHaveCount(1)
    await expect(inbox.list.getByRole('button', { name: /Omar Haddad/ }).locator('mark')).toHaveText('Omar')
    await field.fill('0171 234 99 01')
    await expect(inbox.row(/\+49 171 2349901/).first()).toBeVisible()
    await field.fill('allergic')
    await expect(inbox.row(/Note: .*allergic/)).toBeVisible()
    await look('search-note')
  })

  await test.step('hostile queries are text, and what is not there is said to be', async () => {
    for (const hostile of ['" OR 1 --', '<b>x</b>', '\u202e((*'.repeat(20)]) {
      await field.fill(hostile)
      await expect(inbox.list.getByText('Nothing found').first()).toBeVisible()
    }
    await look('search-nothing')
    await page.setViewportSize({ width: 700, height: 640 })
    // In a small window the conversation covers the list.
    await page.getByRole('link', { name: 'Back to the conversations' }).click()
    await field.fill('winter')
    await expect(results.first()).toBeVisible()
    await expectFitsWindow(page)
    await expectInside(filters.getByRole('button'), inbox.list)
    await look('search-700')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('Escape steps back to the field, then clears, then leaves', async () => {
    await field.press('ArrowDown')
    await keys.press('Escape')
    await expect(field).toBeFocused()
    await keys.press('Escape')
    await expect(field).toHaveValue('')
    await expect(inbox.tab('All')).toBeVisible()
  })

  async function choose(about: string, words: string): Promise<void> {
    await filters.getByRole('button', { name: new RegExp(`^${about}:`) }).click()
    await page.getByRole('menuitem', { name: words }).click()
  }
})

/** Texts of a year, and a note, as an older desk would have left them. */
function writeHistory(dataFolder: string): void {
  const db = new Database(join(dataFolder, 'desk.sqlite3'))
  const now = Date.now()
  const account = db.prepare('SELECT id FROM accounts').pluck().get()
  const omar = db
    .prepare(
      `SELECT c.id, c.peer FROM contacts p JOIN contact_numbers n ON n.contact = p.ordinal JOIN conversations c ON c.peer = n.e164 WHERE p.name = ?`,
    )
    .get(WHO) as { id: string; peer: string }
  const german = uuidv7()
  db.prepare(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, '+491712349901', 'number', 1, 1)`).run(german)
  const put = db.prepare(
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
     VALUES (@id, @conversation, @account, 'outbound', @peer, 'Garage', @text, 1, @status, @at, @at)`,
  )
  db.transaction(() => {
    const common = { account, conversation: omar.id, peer: omar.peer }
    put.run({ ...common, id: uuidv7(), text: 'Säsongen har börjat: boka däckbyte nu.', status: 'delivered', at: now - 365 * DAY })
    for (let index = 0; index < 120; index += 1) {
      const at = now - (119 - index) * DAY - DAY - 3_600_000
      put.run({
        ...common,
        id: uuidv7(),
        text: `Time for winter tyres ${index} at the garage`,
        status: index % 10 === 0 ? 'failed' : 'delivered',
        at,
      })
    }
    put.run({ ...common, conversation: german, peer: '+491712349901', id: uuidv7(), text: 'Guten Tag', status: 'delivered', at: now - DAY })
    db.prepare('INSERT INTO conversation_notes (id, conversation_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?)').run(
      uuidv7(),
      omar.id,
      'He is allergic to dogs: keep ours in the back.',
      now,
      now,
    )
  })()
  db.close()
}
