import Database from 'better-sqlite3'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, it, vi } from 'vitest'
import { openPeopleTable, type Person } from '../../src/main/contacts/person.ts'
import { groupOperations } from '../../src/main/groups/operations.ts'
import { refreshSmartGroups, refreshSmartGroupsOfNumber } from '../../src/main/groups/smart.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import type { Db, OperationContext } from '../../src/main/store/operation.ts'
import type { GroupFilter, GroupRule } from '../../src/shared/contract/groups.ts'
import { fits } from '../../src/shared/groups/fits.ts'
import { memoryLog } from '../support/memory-log.ts'

vi.setConfig({ testTimeout: 120_000 })

const NUMBERS = ['+46701740601', '+46701740602', '+4512345678', '+12025550123', '+14165550123', '+88216123456']
const NAMES = ['Ann', 'Änn', 'Anna Berg', '', 'Zoë', '<b>Ann</b>']
const CITIES = ['Malmö', 'malmo', 'Lund', '']
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03']
const ZONES = ['Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Auckland']

const CONTEXT: OperationContext = { progress: () => undefined, cancelled: false, yield: async () => undefined }

/** A desk as far as people and groups go. */
function givenDb(): Db {
  const db = new Database(':memory:')
  migrate(db, migrations, memoryLog())
  db.pragma('foreign_keys = ON')
  return db
}

const person: fc.Arbitrary<Person & { createdAt: number }> = fc.record({
  name: fc.constantFrom(...NAMES),
  company: fc.constantFrom('', 'Berg AB'),
  notes: fc.constantFrom('', 'VIP'),
  fields: fc.constantFrom(...CITIES).map((city): Record<string, string> => (city === '' ? {} : { City: city })),
  numbers: fc.subarray(NUMBERS, { maxLength: 2 }).map((some) => some.map((e164) => ({ e164, label: '', extension: '' }))),
  createdAt: fc.integer({ min: Date.parse('2026-03-01T00:00:00Z'), max: Date.parse('2026-03-04T00:00:00Z') }),
})

const textRule: fc.Arbitrary<GroupRule> = fc.record({
  subject: fc.constantFrom<GroupRule['subject']>({ kind: 'name' }, { kind: 'company' }, { kind: 'notes' }, { kind: 'field', name: 'City' }),
  test: fc.constantFrom<GroupRule['test']>('is', 'isNot', 'contains', 'containsNot', 'begins', 'empty', 'notEmpty'),
  value: fc.constantFrom('ann', 'berg', 'malmö', 'vip'),
})
const otherRule: fc.Arbitrary<GroupRule> = fc.oneof(
  fc.record({
    subject: fc.constant({ kind: 'country' as const }),
    test: fc.constantFrom<GroupRule['test']>('is', 'isNot', 'empty'),
    value: fc.constantFrom('SE', 'US', 'CA'),
  }),
  fc.record({
    subject: fc.constant({ kind: 'added' as const }),
    test: fc.constantFrom<GroupRule['test']>('before', 'after', 'is'),
    value: fc.constantFrom(...DAYS),
  }),
  fc.record({
    subject: fc.constant({ kind: 'optedOut' as const }),
    test: fc.constantFrom<GroupRule['test']>('yes', 'no'),
    value: fc.constant(''),
  }),
)
/** A rule about the static group at this place among those there are. */
interface GroupRuleDraft {
  place: number
  test: 'yes' | 'no'
}
const filterDraft = fc.record({
  match: fc.constantFrom<GroupFilter['match']>('all', 'any'),
  rules: fc.array(fc.oneof(textRule, otherRule), { minLength: 1, maxLength: 2 }),
  groups: fc.array(fc.record({ place: fc.nat({ max: 2 }), test: fc.constantFrom('yes', 'no') }), { maxLength: 1 }),
})

const place = fc.nat({ max: 7 })
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('insert' as const), person }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('replace' as const), place, person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), people: fc.array(person, { minLength: 1, maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('optOut' as const), number: fc.constantFrom(...NUMBERS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lift' as const), number: fc.constantFrom(...NUMBERS) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'newStatic' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('newSmart' as const), filter: filterDraft }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refilter' as const), place, filter: filterDraft }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('removeGroup' as const), place }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('addMembers' as const), place, people: fc.array(place, { maxLength: 4 }), undo: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('addFound' as const), place, search: fc.constantFrom('ann', '4670', undefined) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('removeMembers' as const), place, people: fc.array(place, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('travel' as const), zone: fc.constantFrom(...ZONES) }) },
)
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

const somebody = (name: string, number: string, day: string): Person & { createdAt: number } => ({
  name,
  company: '',
  notes: '',
  fields: {},
  numbers: [{ e164: number, label: '', extension: '' }],
  createdAt: Date.parse(`${day}T03:00:00Z`),
})
const smart = (rules: GroupRule[], groups: GroupRuleDraft[] = []): Action => ({
  do: 'newSmart',
  filter: { match: 'all', rules, groups },
})

/** What every desk begins with, so that each action has something to go wrong with. */
const GIVEN: readonly Action[] = [
  { do: 'newStatic' },
  { do: 'newStatic' },
  smart([{ subject: { kind: 'name' }, test: 'contains', value: 'ann' }]),
  smart([{ subject: { kind: 'optedOut' }, test: 'yes', value: '' }]),
  smart([{ subject: { kind: 'added' }, test: 'is', value: '2026-03-02' }]),
  smart([{ subject: { kind: 'name' }, test: 'notEmpty', value: '' }], [{ place: 0, test: 'yes' }]),
  { do: 'insert', person: somebody('Ann', '+46701740601', '2026-03-02') },
  { do: 'insert', person: somebody('Anna Berg', '+46701740602', '2026-03-03') },
  { do: 'insert', person: somebody('Zoë', '+4512345678', '2026-03-01') },
]

/** Does what an action says, with whoever and whatever is there by then. */
function createDesk(db: Db) {
  const table = openPeopleTable(db)
  let now = Date.parse('2026-04-01T00:00:00Z')
  let zone = 'Europe/Stockholm'
  let names = 0

  const ordinals = () => db.prepare<[], { ordinal: number; id: string }>('SELECT ordinal, id FROM contacts ORDER BY ordinal').all()
  const groups = (smart: boolean) => groupOperations.list(db).filter(({ filter }) => (filter !== null) === smart)
  const nameOf = () => `Group ${(names += 1)}`
  const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length]

  function filterOf({
    match,
    rules,
    groups: drafts,
  }: {
    match: GroupFilter['match']
    rules: GroupRule[]
    groups: GroupRuleDraft[]
  }): GroupFilter {
    const others = drafts.flatMap(({ place, test }): GroupRule[] => {
      const group = at(groups(false), place)
      return group === undefined ? [] : [{ subject: { kind: 'group', groupId: group.id }, test, value: '' }]
    })
    return { match, rules: [...rules, ...others] }
  }

  function insertRow({ createdAt, ...each }: Person & { createdAt: number }): number {
    return table.insert(uuidv7(), each, { createdAt, updatedAt: now })
  }

  /** As an import writes: the rows of many first, then what is derived from them. */
  function importPeople(people: readonly (Person & { createdAt: number })[]): void {
    const written = people.map((each) => {
      const { lastInsertRowid } = db
        .prepare(
          'INSERT INTO contacts (id, name, company, notes, fields, sort_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(uuidv7(), each.name, each.company, each.notes, JSON.stringify(each.fields), each.name, each.createdAt, now)
      for (const [position, { e164 }] of each.numbers.entries()) {
        db.prepare('INSERT INTO contact_numbers (contact, position, e164) VALUES (?, ?, ?)').run(lastInsertRowid, position, e164)
        db.prepare('INSERT INTO number_owners (e164, contact) VALUES (?, ?)').run(e164, lastInsertRowid)
      }
      return Number(lastInsertRowid)
    })
    refreshSmartGroups(db, { first: written[0] ?? 0, last: written.at(-1) ?? 0 })
  }

  async function act(step: Action): Promise<void> {
    now += 1
    switch (step.do) {
      case 'insert':
        return void insertRow(step.person)
      case 'replace': {
        const before = table.read(at(ordinals(), step.place)?.ordinal ?? 0)
        if (before !== null) table.replace(before, step.person, Math.max(now, before.updatedAt + 1))
        return
      }
      case 'remove': {
        const gone = table.read(at(ordinals(), step.place)?.ordinal ?? 0)
        if (gone !== null) table.remove(gone)
        return
      }
      case 'import':
        return importPeople(step.people)
      case 'optOut':
        db.prepare(`INSERT OR IGNORE INTO opt_outs (e164, source, evidence, at) VALUES (?, 'clerk', 'said so', 1)`).run(step.number)
        return refreshSmartGroupsOfNumber(db, step.number)
      case 'lift':
        db.prepare('DELETE FROM opt_outs WHERE e164 = ?').run(step.number)
        return refreshSmartGroupsOfNumber(db, step.number)
      case 'newStatic':
        return void groupOperations.create(db, { id: uuidv7(), name: nameOf(), filter: null, zone, now })
      case 'newSmart':
        return void groupOperations.create(db, { id: uuidv7(), name: nameOf(), filter: filterOf(step.filter), zone, now })
      case 'refilter': {
        const group = at(groups(true), step.place)
        if (group !== undefined) groupOperations.update(db, { id: group.id, name: group.name, filter: filterOf(step.filter), zone, now })
        return
      }
      case 'removeGroup': {
        const group = at(groupOperations.list(db), step.place)
        if (group !== undefined) groupOperations.remove(db, { id: group.id })
        return
      }
      case 'travel':
        zone = step.zone
        return groupOperations.finish(db, { zone }, CONTEXT)
      default: {
        const group = at(groups(false), step.place)
        if (group === undefined) return
        if (step.do === 'addFound') {
          const filter = step.search === undefined ? {} : { search: step.search }
          return void (await groupOperations.addMembers(db, { id: group.id, selection: { kind: 'all', filter, except: [] }, now }, CONTEXT))
        }
        const ids = step.people.flatMap((each) => at(ordinals(), each)?.id ?? [])
        const selection = { kind: 'some' as const, ids }
        if (step.do === 'removeMembers') return void (await groupOperations.removeMembers(db, { id: group.id, selection }, CONTEXT))
        const { addedAt } = await groupOperations.addMembers(db, { id: group.id, selection, now }, CONTEXT)
        if (step.undo) await groupOperations.undoAddMembers(db, { id: group.id, addedAt }, CONTEXT)
      }
    }
  }

  /** Smart groups as they are kept, and as their filters say from scratch. */
  function membership(): { kept: object; evaluated: object } {
    const of = (id: string) =>
      db.prepare<[string], { contact: number }>('SELECT contact FROM contact_group_members WHERE group_id = ? ORDER BY contact').all(id)
    const optedOut = new Set(
      db
        .prepare<[], { e164: string }>('SELECT e164 FROM opt_outs')
        .all()
        .map(({ e164 }) => e164),
    )
    const statics = groups(false).map(({ id }) => [id, new Set(of(id).map(({ contact }) => contact))] as const)
    const people = ordinals().flatMap(({ ordinal }) => table.read(ordinal) ?? [])
    const kept: Record<string, number[]> = {}
    const evaluated: Record<string, number[]> = {}
    for (const { id, name, filter, members, builtPercent } of groups(true)) {
      expect(builtPercent).toBeNull()
      kept[name] = of(id).map(({ contact }) => contact)
      expect(members).toBe(kept[name].length)
      evaluated[name] = people
        .filter((each) => {
          const facts = {
            optedOut: each.numbers.some(({ e164 }) => optedOut.has(e164)),
            groups: new Set(statics.filter(([, members]) => members.has(each.ordinal)).map(([groupId]) => groupId)),
          }
          return filter !== null && fits(each, filter, facts, zone)
        })
        .map(({ ordinal }) => ordinal)
    }
    return { kept, evaluated }
  }

  return { act, membership }
}

describe('members of smart groups', () => {
  it('are those whom the filter fits, whatever was done and in whichever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40, size: 'max' }), async (actions) => {
        const db = givenDb()
        try {
          const desk = createDesk(db)
          for (const step of [...GIVEN, ...actions]) {
            await desk.act(step)
            const { kept, evaluated } = desk.membership()
            expect(kept).toEqual(evaluated)
          }
        } finally {
          db.close()
        }
      }),
      { numRuns: 40 },
    )
  })
})
