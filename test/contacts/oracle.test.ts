import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactOrder } from '../../src/shared/contract/contacts.ts'
import { selectedAfter } from '../../src/main/contacts/find.ts'
import { countOf, MOST_FOUND, pageOfPeople } from '../../src/main/contacts/list.ts'
import { openPeopleTable, type Person } from '../../src/main/contacts/person.ts'
import { foldText } from '../../src/shared/text/fold.ts'
import type { Db, OperationContext } from '../../src/main/store/operation.ts'
import { openTestDesk } from '../support/open-store.ts'

const CONTEXT: OperationContext = { progress: () => {}, cancelled: false, yield: () => Promise.resolve() }
const GROUP = '0198c0de-0000-7000-8000-0000000000aa'

interface Given extends Person {
  isMember: boolean
}

const letters = fc.constantFrom('a', 'b', 'å', 'A', 'é', ' ', '1', '😀', '\uffee')
const word = fc.string({ unit: letters, maxLength: 7 }).map((text) => text.replaceAll(/\s+/g, ' ').trim())
const number = fc.tuple(fc.constantFrom('+46', '+31', '+1'), fc.stringMatching(/^[12]{7}$/)).map(([code, rest]) => code + rest)
const people = fc.array(
  fc.record({
    name: word,
    company: fc.oneof(fc.constant(''), word),
    numbers: fc.uniqueArray(number, { maxLength: 2 }).map((all) => all.map((e164) => ({ e164, label: '', extension: '' }))),
    isMember: fc.boolean(),
    notes: fc.constant(''),
    fields: fc.constant({}),
  }),
  { minLength: 1, maxLength: 25 },
)

async function givenPeople(all: readonly Given[], unlisted: ReadonlySet<number> = new Set()): Promise<{ db: Db; ids: string[] }> {
  const { db } = await openTestDesk()
  const table = openPeopleTable(db)
  const ids: string[] = []
  db.prepare('INSERT INTO contact_groups (id, name, created_at, updated_at) VALUES (?, ?, 0, 0)').run(GROUP, 'Group')
  const join = db.prepare('INSERT INTO contact_group_members (group_id, contact, added_at) VALUES (?, ?, 0)')
  db.transaction(() => {
    for (const [index, person] of all.entries()) {
      const id = `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}`
      ids.push(id)
      const ordinal = table.insert(id, person, { createdAt: 1, updatedAt: 1 })
      if (person.isMember) join.run(GROUP, ordinal)
      if (unlisted.has(ordinal)) db.prepare('DELETE FROM contact_order WHERE contact = ?').run(ordinal)
    }
    // People are only unlisted while an import is under way.
    if (unlisted.size > 0) {
      db.exec(
        `INSERT INTO imports (id, file_name, file_hash, options, status, stamp, started_at) VALUES ('i', 'a.csv', 'h', '{}', 'running', 0, 0)`,
      )
    }
  })()
  return { db, ids }
}

/** Order of the list by name, by the rule alone. */
function keyOf({ name, company, numbers }: Person): Buffer {
  const shown = foldText(name === '' ? company : name)
  return Buffer.from(shown === '' ? `\u{10ffff}${numbers[0]?.e164 ?? ''}` : shown)
}

/** Whom a search for words finds, by the rule alone. */
function hasAllWords({ name, company, numbers }: Person, search: string): boolean {
  const places = [foldText(name), foldText(company), ...numbers.map(({ e164 }) => e164.slice(1))]
  return foldText(search)
    .split(' ')
    .every((part) => places.some((place) => place.includes(part)))
}

describe('lists and selections of people', () => {
  it('are what going through everybody gives, at any place, in any order, with search and group', async () => {
    const search = fc.oneof(
      fc.constant(undefined),
      fc.string({ unit: fc.constantFrom('a', 'b', 'Å', 'e', '😀'), minLength: 3, maxLength: 4 }),
      fc.tuple(fc.constantFrom('aba', 'bab', 'aaa', '121', '222'), fc.constantFrom('a', 'bå', '12x')).map((words) => words.join(' ')),
      fc.stringMatching(/^[12]{3,5}$/),
    )
    await fc.assert(
      fc.asyncProperty(
        people,
        search,
        fc.boolean(),
        fc.constantFrom<ContactOrder>('name', 'added'),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        fc.uniqueArray(fc.nat(24), { maxLength: 3 }),
        async (given, search, grouped, order, offset, limit, hidden) => {
          const unlisted = new Set(hidden.map((index) => index + 1))
          const { db, ids } = await givenPeople(given, unlisted)
          const expected = given
            .map((person, index) => ({ person, ordinal: index + 1 }))
            .filter(({ ordinal }) => !unlisted.has(ordinal))
            .filter(({ person }) => !grouped || person.isMember)
            .filter(({ person }) => search === undefined || hasAllWords(person, search))
          const ordered = expected
            .toSorted((one, other) =>
              order === 'added'
                ? other.ordinal - one.ordinal
                : Buffer.compare(keyOf(one.person), keyOf(other.person)) || one.ordinal - other.ordinal,
            )
            .map(({ ordinal }) => ordinal)
          const filter = { ...(search === undefined ? {} : { search }), ...(grouped ? { groupId: GROUP } : {}) }
          const page = await pageOfPeople(db, { filter, order, offset, limit }, CONTEXT)
          expect(page.ordinals).toEqual(ordered.slice(offset, offset + limit))
          if (!grouped || unlisted.size === 0 || search !== undefined) expect(page.total).toEqual({ count: ordered.length, atLeast: false })

          const except = ids.slice(0, 2)
          const selected: number[] = []
          for (let after = 0; ;) {
            const some = selectedAfter(db, { kind: 'all', filter, except }, after, limit)
            selected.push(...some)
            if (some.length < limit) break
            after = some.at(-1) ?? 0
          }
          expect(selected).toEqual(expected.map(({ ordinal }) => ordinal).filter((ordinal) => ordinal > 2))
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  it('of many found begin with those whose name begins so, say there are more, and give all to who reads on', async () => {
    const count = MOST_FOUND + 500
    const { db } = await givenPeople(
      Array.from({ length: count }, (_, index) => ({
        name: index % 700 === 699 ? `Anna ${index}` : `X Anna ${index}`,
        company: '',
        notes: '',
        fields: {},
        numbers: [],
        isMember: index % 2 === 0,
      })),
    )
    const list = (offset: number, limit: number, order: ContactOrder = 'name') =>
      pageOfPeople(db, { filter: { search: 'anna' }, order, offset, limit }, CONTEXT)
    expect(await list(0, 4)).toEqual({ ordinals: [1_400, 700, 1, 2], total: { count: MOST_FOUND, atLeast: true } })
    expect((await list(0, 3, 'added')).ordinals).toEqual([count, count - 1, count - 2])
    const all = []
    for (let offset = 0; offset < count; offset += 500) all.push(...(await list(offset, 500)).ordinals)
    expect(new Set(all).size).toBe(count)
    expect((await list(MOST_FOUND, 500)).total).toEqual({ count, atLeast: false })
    const named = await pageOfPeople(db, { filter: { search: 'an' }, order: 'added', offset: 0, limit: 10 }, CONTEXT)
    expect(named).toEqual({ ordinals: [1_400, 700], total: { count: 2, atLeast: false } })
  }, 60_000)

  it('are worked out anew once anybody is written, and not before', async () => {
    const { db } = await givenPeople([{ name: 'Anna', company: '', notes: '', fields: {}, numbers: [], isMember: false }])
    const anna = () => pageOfPeople(db, { filter: { search: 'anna' }, order: 'name', offset: 0, limit: 10 }, CONTEXT)
    const group = () => pageOfPeople(db, { filter: { groupId: GROUP }, order: 'name', offset: 0, limit: 10 }, CONTEXT)
    expect((await anna()).ordinals).toEqual([1])
    expect((await group()).ordinals).toEqual([])
    expect(countOf(db, GROUP)).toBe(0)
    const people = openPeopleTable(db)
    const another = people.insert(
      '0198c0de-0000-7000-8000-0000000000bb',
      { name: 'Anna', company: '', notes: '', fields: {}, numbers: [] },
      { createdAt: 1, updatedAt: 1 },
    )
    expect((await anna()).ordinals).toEqual([1, another])
    expect(countOf(db, GROUP)).toBe(0)
    db.prepare('INSERT INTO contact_group_members (group_id, contact, added_at) VALUES (?, ?, 0)').run(GROUP, another)
    expect((await group()).ordinals).toEqual([another])
    expect(countOf(db, GROUP)).toBe(1)
    const person = people.read(another)
    if (person !== null) people.replace(person, { ...person, company: 'x', name: 'Bo' }, 2)
    expect((await anna()).ordinals).toEqual([1])
    if (person !== null) people.remove({ ...person, company: 'x', name: 'Bo' })
    expect((await group()).ordinals).toEqual([])
  })
})
