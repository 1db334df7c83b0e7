import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { searchText, sortKey } from '../../src/main/contacts/people-index.ts'
import { memoryLog } from '../support/memory-log.ts'
import { frameOf } from './support/frame.ts'
import { expect, test } from './support/journey.ts'

/** Small and wide, as windows are used. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 700, height: 800 },
]

/** The list of people, by what things are called. */
function peopleOf(page: Page) {
  const list = page.getByRole('region', { name: 'People', exact: true })
  return {
    list,
    search: list.getByRole('textbox', { name: /^Search people/ }),
    /** Rows that are drawn, from the first. */
    rows: list.getByRole('list', { name: 'People found' }).getByRole('link'),
    row: (name: string | RegExp) => list.getByRole('link', { name }),
    tick: (name: string) => list.getByRole('checkbox', { name: `Select ${name}` }),
    bar: list.getByRole('toolbar', { name: 'Selected people' }),
    person: page.getByRole('region', { name: 'Person', exact: true }),
  }
}

/** Puts people into a data folder no desk has open: far faster than a file of so many. */
async function fillWithPeople(dataFolder: string, count: number): Promise<void> {
  const { db, close } = await openDatabase({ dataFolder, shell: 'test', now: Date.now(), log: memoryLog() })
  const first = ['Anna', 'Björn', 'Chloé', 'Dagny', 'Erik', 'Fatima', 'Greta', 'Hassan', 'Ingrid', 'Jürgen']
  const last = ['Andersson', 'Bergström', 'Öberg', 'de Vries', 'Nguyen', 'Nilsson', 'Müller', 'Åkesson', 'Svensson', 'Lindqvist']
  const insert = db.prepare<[object]>(
    `INSERT INTO contacts (ordinal, id, name, company, sort_key, created_at, updated_at)
     VALUES (@ordinal, @id, @name, @company, @key, 1700000000000, 1700000000000)`,
  )
  const number = db.prepare<[object]>(`INSERT INTO contact_numbers (contact, position, e164, label) VALUES (@ordinal, 0, @e164, 'mobile')`)
  const entries = [
    db.prepare<[object]>('INSERT INTO contact_order (sort_key, contact) VALUES (@key, @ordinal)'),
    db.prepare<[object]>('INSERT INTO number_owners (e164, contact) VALUES (@e164, @ordinal)'),
    db.prepare<[object]>('INSERT INTO contacts_fts (rowid, text) VALUES (@ordinal, @text)'),
  ]
  db.transaction(() => {
    for (let ordinal = 1; ordinal <= count; ordinal += 1) {
      const e164 = `+4670${String(1_000_000 + ordinal)}`
      const person = {
        name: ordinal === count ? 'Östen Sist' : `${first[ordinal % 10]} ${last[Math.floor(ordinal / 10) % 10]} ${ordinal}`,
        company: ordinal % 4 === 0 ? `Företag ${ordinal % 500}` : '',
        numbers: [{ e164, label: 'mobile', extension: '' }],
      }
      const row = { ...person, ordinal, e164, key: sortKey(person), text: searchText(person), id: idOf(ordinal) }
      const { numbers: _, ...values } = row
      for (const each of [insert, number, ...entries]) each.run(values)
    }
  })()
  close()
}

function idOf(ordinal: number): string {
  return `0198c0de-0000-7000-8000-${String(ordinal).padStart(12, '0')}`
}

test('people are searched, ticked, deleted, brought back, merged, parted again and exported', async ({
  page,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  await givenOpenDesk()
  const person = (name: string, number: string, more: { company?: string; notes?: string } = {}) =>
    askDesk((client) => client.contacts.create({ name, company: '', notes: '', ...more, numbers: [{ number, label: 'mobile' }] }))
  await person('Maja Öberg', '+46701740621', { company: 'Bistro Solsidan', notes: 'Before nine.' })
  await person('M. Oberg', '+46701740622', { notes: 'Has a dog.' })
  await person('Zoë Ångström', '+46701740623')
  const people = peopleOf(page)
  await frameOf(page).screen('Contacts').click()
  await expect(people.bar).toContainText('3 people')
  await look('three')

  await test.step('found by any part of name, company or number', async () => {
    for (const [typed, found] of [
      ['berg', 2],
      ['solsid', 1],
      ['070-174 06 23', 1],
      ['ANGSTROM', 1],
    ] as const) {
      await people.search.fill(typed)
      await expect(people.bar).toContainText(`${found} found`)
      await expect(people.list.getByRole('listitem')).toHaveCount(found)
    }
    await people.search.fill('oberg')
    await expect(people.bar).toContainText('2 found')
  })

  await test.step('those found are ticked, deleted and brought back', async () => {
    await people.tick('Maja Öberg').check()
    await expect(people.bar).toContainText('1 selected')
    await people.bar.getByRole('button', { name: 'Select all 2' }).click()
    await expect(people.bar).toContainText('2 selected')
    await look('selected')
    await people.bar.getByRole('button', { name: 'Delete' }).click()
    const question = page.getByRole('dialog', { name: 'Delete 2 people?' })
    await look('delete-question')
    await question.getByRole('button', { name: 'Delete 2 people' }).click()
    await expect(people.list.getByText('Nobody matches “oberg”')).toBeVisible()
    await frameOf(page).toast('2 people are deleted.').getByRole('button', { name: 'Undo' }).click()
    await expect(frameOf(page).toast('2 people are as before.')).toBeVisible()
    await expect(people.bar).toContainText('2 found')
    await people.search.fill('')
  })

  await test.step('two entries for one person are merged, and parted again', async () => {
    await people.row(/Maja Öberg/).click()
    await people.person.getByRole('button', { name: 'More for this person' }).click()
    await page.getByRole('menuitem', { name: 'Merge with another…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge Maja Öberg with…' })
    await dialog.getByRole('textbox', { name: 'The other person' }).fill('m. ober')
    await dialog.getByRole('button', { name: /M\. Oberg/ }).click()
    const result = dialog.getByRole('region', { name: 'What will become' })
    await expect(result).toContainText('+46 70 174 06 21')
    await expect(result).toContainText('Has a dog.')
    await look('merge')
    await dialog.getByRole('button', { name: 'Merge into one' }).click()
    await expect(people.bar).toContainText('2 people')
    await expect(people.person.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(2)
    await frameOf(page).toast('are one person now').getByRole('button', { name: 'Undo' }).click()
    await expect(people.bar).toContainText('3 people')
    await expect(people.person.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(1)
  })

  await test.step('those ticked are exported as contact cards', async () => {
    await people.tick('Zoë Ångström').check()
    const download = page.waitForEvent('download')
    await people.bar.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'As contact cards (vCard)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.vcf$/)
    const cards = readFileSync((await file.path()) ?? '', 'utf8')
    expect(cards.match(/^FN:.*$/gm)).toEqual(['FN:Zoë Ångström'])
    await page.keyboard.press('Escape')
    await expect(people.bar).toContainText('3 people')
  })
})

test('a list of 100,000 people is reached to its end, by scrollbar, keys and letters', async ({
  page,
  givenOpenDesk,
  dataFolder,
  look,
}) => {
  await fillWithPeople(dataFolder, 100_000)
  await givenOpenDesk()
  await page.goto(`${new URL(page.url()).origin}/#/contacts`)
  const people = peopleOf(page)
  await expect(people.bar).toContainText('100,000 people')
  await expect(people.rows.first()).toContainText('Anna Åkesson')
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await look(`many-${size.width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })

  await test.step('End goes to the last person, Home to the first', async () => {
    await people.rows.first().focus()
    await page.keyboard.press('End')
    await expect(people.row(/Östen Sist/)).toBeFocused()
    await expect(people.row(/Östen Sist/)).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Home')
    await expect(people.rows.first()).toBeFocused()
  })

  await test.step('a letter goes to the names that begin with it', async () => {
    await page.keyboard.press('g')
    await expect(people.list.locator('a:focus')).toContainText('Greta Åkesson')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('ArrowDown')
    await expect(people.list.locator('a:focus')).toContainText('Greta')
  })

  await test.step('the scrollbar at its end shows the last person', async () => {
    await people.list.locator('.people-rows').evaluate((list) => {
      list.scrollTop = list.scrollHeight
    })
    await expect(people.row(/Östen Sist/)).toBeInViewport({ ratio: 1 })
  })

  await test.step('Shift ticks all between two, whether they are loaded or not', async () => {
    await people.list.locator('.people-rows').evaluate((list) => {
      list.scrollTop = 0
    })
    const checks = people.list.getByRole('listitem').getByRole('checkbox')
    await checks.first().click()
    await people.list.locator('.people-rows').evaluate((list) => {
      list.scrollTop = 52 * 1_000
    })
    const far = people.list.locator('li[data-row="1000"]').getByRole('checkbox')
    await expect(far).toBeEnabled()
    await far.click({ modifiers: ['Shift'] })
    await expect(people.bar).toContainText('1,001 selected')
    await people.bar.getByRole('button', { name: 'Select all 100,000' }).click()
    await expect(people.bar).toContainText('100,000 selected')
    await far.click()
    await expect(people.bar).toContainText('99,999 selected')
    await page.keyboard.press('Escape')
    await expect(people.bar).toContainText('100,000 people')
  })

  await test.step('a search that finds very many says so, and gives the rest to who reads on', async () => {
    await people.search.fill('anna')
    await expect(people.bar).toContainText('More than 1,000 found')
    await look('more-than')
    await people.rows.first().focus()
    await page.keyboard.press('End')
    await expect(people.bar).toContainText('9,999 found')
  })
})

test('the last of a million people is reached', async ({ page, givenOpenDesk, dataFolder }) => {
  test.skip(process.env['SMS_DESK_MILLION'] !== '1', 'Takes minutes: SMS_DESK_MILLION=1 runs it.')
  test.setTimeout(600_000)
  await fillWithPeople(dataFolder, 1_000_000)
  await givenOpenDesk()
  await page.goto(`${new URL(page.url()).origin}/#/contacts`)
  const people = peopleOf(page)
  await expect(people.bar).toContainText('1,000,000 people')
  await people.list.locator('.people-rows').evaluate((list) => {
    list.scrollTop = list.scrollHeight
  })
  await expect(people.row(/Östen Sist/)).toBeInViewport({ ratio: 1 })
  await people.rows.last().focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await expect(people.row(/Östen Sist/)).toBeFocused()
  await page.keyboard.press('k')
  await expect(people.list.locator('li[data-row="999998"] a')).toBeFocused()
  await expect(people.list.locator('li[data-row="999998"]')).toBeInViewport({ ratio: 1 })
})
