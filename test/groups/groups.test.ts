import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { createGroupService } from '../../src/main/groups/service.ts'
import { openTestDesk } from '../support/open-store.ts'
import type { GroupFilter, GroupRule } from '../../src/shared/contract/groups.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

async function given() {
  const clock = createFakeClock()
  const { store, db } = await openTestDesk({ now: clock.now })
  const hub = createEventHub(clock)
  const topics = new Set<string>()
  hub.subscribe((event) => event.kind === 'changed' && event.changes.forEach(({ topic }) => topics.add(topic)))
  const contacts = createContactService({ store, settings: { get: async () => TEST_SETTINGS }, events: hub, now: clock.now })
  const log = memoryLog()
  const start = (zone = 'Europe/Stockholm') => createGroupService({ store, events: hub, log, now: clock.now, zone: () => zone })
  const groups = start()
  const person = (name: string, numbers: string[] = []) =>
    contacts.create({ name, company: '', notes: '', numbers: numbers.map((number) => ({ number, label: '' })) })
  const inGroup = async (id: string) => (await contacts.list({ groupId: id, limit: 100 })).contacts.map(({ name }) => name)
  const find = async (id: string) => (await groups.list()).find((group) => group.id === id)
  /** Many people at once, named Person 0, Person 1, … */
  const crowd = (size: number) => {
    db.prepare(
      `INSERT INTO contacts (id, name, sort_key, created_at, updated_at)
           SELECT printf('00000000-0000-7000-8000-%012d', value), 'Person ' || value, 'person ' || value, 1, 1 FROM
           (WITH RECURSIVE n(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value + 1 < ?) SELECT value FROM n)`,
    ).run(size)
    db.exec('INSERT INTO contact_order (sort_key, contact) SELECT sort_key, ordinal FROM contacts ORDER BY sort_key, ordinal')
  }
  return { clock, db, store, contacts, groups, start, person, inGroup, find, crowd, topics, log }
}

const some = (...people: { id: string }[]) => ({ kind: 'some' as const, ids: people.map(({ id }) => id) })
const named = (value: string): GroupFilter => ({ match: 'all', rules: [{ subject: { kind: 'name' }, test: 'contains', value }] })
const inside = (groupId: string, test: GroupRule['test'] = 'yes'): GroupFilter => ({
  match: 'all',
  rules: [{ subject: { kind: 'group', groupId }, test, value: '' }],
})
const EVERYBODY = { kind: 'all' as const, filter: {}, except: [] }

describe('groups that people are put into', () => {
  it('take people in and let them out, and count those who were not in before', async () => {
    const { groups, person, inGroup, find, clock, topics } = await given()
    const [ann, bo, cy] = [await person('Ann'), await person('Bo'), await person('Cy')]
    const { id } = await groups.create({ name: 'Regulars', filter: null })
    expect(await groups.addMembers({ id, selection: some(ann) })).toMatchObject({ added: 1 })
    expect(await groups.addMembers({ id, selection: some(ann, bo, bo) })).toMatchObject({ added: 1 })
    expect(await inGroup(id)).toEqual(['Ann', 'Bo'])
    expect(await groups.addMembers({ id, selection: { kind: 'all', filter: {}, except: [bo.id] } })).toMatchObject({ added: 1 })
    expect(await find(id)).toMatchObject({ members: 3, builtPercent: null })
    expect(await groups.removeMembers({ id, selection: some(cy, ann) })).toEqual({ removed: 2 })
    expect(await inGroup(id)).toEqual(['Bo'])
    await clock.advance(100)
    expect(topics).toContain('groups')
  })

  it('let just those out again who came in with one step', async () => {
    const { groups, person, inGroup } = await given()
    const [ann, bo, cy] = [await person('Ann'), await person('Bo'), await person('Cy')]
    const { id } = await groups.create({ name: 'Regulars', filter: null })
    await groups.addMembers({ id, selection: some(ann) })
    // The clock of the desk stands still: steps are told apart all the same.
    const { addedAt } = await groups.addMembers({ id, selection: some(ann, bo) })
    await groups.addMembers({ id, selection: some(cy) })
    expect(await groups.undoAddMembers({ id, addedAt })).toEqual({ removed: 1 })
    expect(await inGroup(id)).toEqual(['Ann', 'Cy'])
    expect(await groups.undoAddMembers({ id, addedAt })).toEqual({ removed: 0 })
  })

  it('take in thousands, a thousand at a time', async () => {
    const { groups, crowd, find } = await given()
    crowd(2_500)
    const { id } = await groups.create({ name: 'Everybody', filter: null })
    expect(await groups.addMembers({ id, selection: EVERYBODY })).toMatchObject({ added: 2_500 })
    expect(await find(id)).toMatchObject({ members: 2_500 })
    expect(await groups.removeMembers({ id, selection: { kind: 'all', filter: { groupId: id }, except: [] } })).toEqual({ removed: 2_500 })
  })

  it('are removed without the people, however many, and their name is free at once', async () => {
    const { groups, crowd, db } = await given()
    crowd(2_500)
    const { id } = await groups.create({ name: 'Everybody', filter: null })
    await groups.addMembers({ id, selection: EVERYBODY })
    expect(await groups.remove({ id })).toEqual({ removed: true })
    expect(await groups.list()).toEqual([])
    await groups.create({ name: 'everybody', filter: null })
    await expect(groups.addMembers({ id, selection: EVERYBODY })).rejects.toMatchObject({ code: 'group_not_found' })
    await groups.close()
    expect(db.prepare('SELECT count(*) AS people FROM contacts').get()).toEqual({ people: 2_500 })
  })
})

describe('names', () => {
  it('are told apart by more than letter case, in any script', async () => {
    const { groups } = await given()
    const { id } = await groups.create({ name: '  Årets\u0000 gäster ', filter: null })
    expect((await groups.list())[0]?.name).toBe('Årets gäster')
    await expect(groups.create({ name: 'ÅRETS GÄSTER', filter: null })).rejects.toMatchObject({
      code: 'group_name_taken',
      message: expect.stringContaining('“Årets gäster”'),
    })
    const other = await groups.create({ name: 'Arets gaster', filter: null })
    await expect(groups.update({ id: other.id, name: 'årets Gäster', filter: null })).rejects.toMatchObject({ code: 'group_name_taken' })
    expect(await groups.update({ id, name: 'ÅRETS GÄSTER', filter: null })).toMatchObject({ name: 'ÅRETS GÄSTER' })
    await expect(groups.create({ name: '\u0000', filter: null })).rejects.toMatchObject({ code: 'group_name_empty' })
  })
})

describe('smart groups', () => {
  it('have the people their rules fit, from the start and after every change', async () => {
    const { groups, person, contacts, inGroup, find } = await given()
    const ann = await person('Ann', ['+46701740605'])
    await person('Bo')
    const { id, members } = await groups.create({ name: 'Anns', filter: named('ann') })
    expect(members).toBe(1)
    await person('Joanna')
    expect(await inGroup(id)).toEqual(['Ann', 'Joanna'])
    await contacts.update({ id: ann.id, name: 'Bea', company: '', notes: '', numbers: [] })
    expect(await inGroup(id)).toEqual(['Joanna'])
    expect(await groups.update({ id, name: 'Bs', filter: named('b') })).toMatchObject({ name: 'Bs', members: 2, builtPercent: null })
    expect(await find(id)).toMatchObject({ filter: named('b') })
    expect((await groups.ofContact({ contactId: ann.id })).map(({ name, smart }) => [name, smart])).toEqual([['Bs', true]])
  })

  it('are built for thousands in the background, and the rest after a start that follows a crash', async () => {
    const { groups, start, crowd, find, db, log } = await given()
    crowd(3_500)
    await groups.close()
    // Closed: only the first thousand is looked at, in the transaction that makes the group.
    const made = await groups.create({ name: 'Sevens', filter: named('7') })
    expect(made.builtPercent).toBe(28)
    expect(await find(made.id)).toMatchObject({ members: 271, builtPercent: 28 })
    const next = start()
    next.resume()
    await expect.poll(async () => (await find(made.id))?.builtPercent).toBeNull()
    expect(await find(made.id)).toMatchObject({
      members: db.prepare<[], { people: number }>(`SELECT count(*) AS people FROM contacts WHERE name LIKE '%7%'`).get()?.people,
    })
    await next.close()
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('with days are built anew when the desk starts in another time zone', async () => {
    const { groups, start, person, inGroup, clock } = await given()
    await clock.advance(Date.parse('2026-03-02T23:30:00Z') - clock.now())
    await person('Ann')
    const added: GroupFilter = { match: 'all', rules: [{ subject: { kind: 'added' }, test: 'is', value: '2026-03-03' }] }
    const { id } = await groups.create({ name: 'New', filter: added })
    expect(await inGroup(id)).toEqual(['Ann'])
    const away = start('America/New_York')
    away.resume()
    await expect.poll(() => inGroup(id)).toEqual([])
    await away.close()
  })

  it('count people for a filter that is being written, and leave off when nobody wants to know', async () => {
    const { groups, crowd } = await given()
    crowd(3_500)
    expect(await groups.count({ filter: named('person') })).toEqual({ count: 3_500 })
    const stop = new AbortController()
    const counting = groups.count({ filter: named('person') }, stop.signal)
    stop.abort()
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('refuse what makes no sense, with a sentence', async () => {
    const { groups } = await given()
    const fixed = await groups.create({ name: 'Fixed', filter: null })
    const smart = await groups.create({ name: 'Smart', filter: inside(fixed.id) })
    const invalid = { code: 'group_rule_invalid' }
    await expect(groups.create({ name: 'Nested', filter: inside(smart.id) })).rejects.toMatchObject({
      ...invalid,
      message: expect.stringContaining('“Smart”'),
    })
    await expect(groups.update({ id: smart.id, name: 'Smart', filter: inside(smart.id) })).rejects.toMatchObject(invalid)
    await expect(groups.create({ name: 'Gone', filter: inside(uuidv7()) })).rejects.toMatchObject(invalid)
    await expect(groups.count({ filter: inside(smart.id) })).rejects.toMatchObject(invalid)
    await expect(groups.create({ name: 'Blank', filter: named('  ') })).rejects.toMatchObject(invalid)
    await expect(groups.count({ filter: named('') })).rejects.toMatchObject(invalid)
    await expect(groups.update({ id: smart.id, name: 'Smart', filter: null })).rejects.toMatchObject({ code: 'group_other_kind' })
    await expect(groups.update({ id: fixed.id, name: 'Fixed', filter: named('a') })).rejects.toMatchObject({ code: 'group_other_kind' })
    await expect(groups.addMembers({ id: smart.id, selection: EVERYBODY })).rejects.toMatchObject({ code: 'group_smart' })
    await expect(groups.removeMembers({ id: smart.id, selection: EVERYBODY })).rejects.toMatchObject({ code: 'group_smart' })
    await expect(groups.remove({ id: fixed.id })).rejects.toMatchObject({
      code: 'group_in_use',
      message: expect.stringContaining('“Smart”'),
    })
    await groups.remove({ id: smart.id })
    expect(await groups.remove({ id: fixed.id })).toEqual({ removed: true })
    await expect(groups.remove({ id: fixed.id })).rejects.toMatchObject({ code: 'group_not_found' })
  })

  it('follow the groups their rules are about', async () => {
    const { groups, person, inGroup } = await given()
    const [ann, bo] = [await person('Ann'), await person('Bo')]
    const fixed = await groups.create({ name: 'Fixed', filter: null })
    const outside = await groups.create({ name: 'Others', filter: inside(fixed.id, 'no') })
    const { addedAt } = await groups.addMembers({ id: fixed.id, selection: some(ann, bo) })
    expect(await inGroup(outside.id)).toEqual([])
    await groups.removeMembers({ id: fixed.id, selection: some(bo) })
    expect(await inGroup(outside.id)).toEqual(['Bo'])
    await groups.undoAddMembers({ id: fixed.id, addedAt })
    expect(await inGroup(outside.id)).toEqual(['Ann', 'Bo'])
  })
})
