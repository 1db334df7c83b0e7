import { describe, expect, it } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { removePeople, settleRemovals } from '../../src/main/contacts/removals.ts'
import type { Contact, ContactSelection } from '../../src/shared/contract/contacts.ts'
import type { Db, OperationContext } from '../../src/main/store/operation.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { openTestDesk } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

const GROUP = '0198c0de-0000-7000-8000-0000000000aa'
const DAY_MS = 86_400_000

async function given() {
  const clock = createFakeClock()
  const { store, db } = await openTestDesk({ now: clock.now })
  const events = createEventHub(clock)
  const contacts = createContactService({ store, settings: { get: async () => TEST_SETTINGS }, events, now: clock.now })
  db.prepare('INSERT INTO contact_groups (id, name, created_at, updated_at) VALUES (?, ?, 0, 0)').run(GROUP, 'Regulars')
  const person = (name: string, numbers: string[] = [], more: { company?: string; notes?: string; fields?: Record<string, string> } = {}) =>
    contacts.create({ name, company: '', notes: '', ...more, numbers: numbers.map((number) => ({ number, label: 'mobile' })) })
  const join = (contact: Contact) =>
    db
      .prepare('INSERT INTO contact_group_members (group_id, contact, added_at) SELECT ?, ordinal, 7 FROM contacts WHERE id = ?')
      .run(GROUP, contact.id)
  const remove = (...people: Contact[]) => contacts.remove({ selection: { kind: 'some', ids: people.map(({ id }) => id) } })
  return { contacts, store, db, clock, person, join, remove }
}

/** Everything the database holds about people, in an order that does not depend on how it came there. */
function everything(db: Db) {
  const tables = {
    contacts: 'SELECT * FROM contacts ORDER BY ordinal',
    contact_numbers: 'SELECT * FROM contact_numbers ORDER BY contact, position',
    contact_order: 'SELECT * FROM contact_order',
    number_owners: 'SELECT * FROM number_owners',
    members: 'SELECT * FROM contact_group_members ORDER BY group_id, contact',
    search: 'SELECT rowid FROM contacts_fts ORDER BY rowid',
    removals: 'SELECT * FROM removals',
    removed: 'SELECT * FROM removed_people',
  }
  return Object.fromEntries(Object.entries(tables).map(([name, sql]) => [name, db.prepare(sql).all()]))
}

describe('removing people', () => {
  it('is taken back whole: the same person in the same place, in the same groups', async () => {
    const { contacts, db, person, join, remove } = await given()
    const maja = await person('Maja', ['0701740605', '0701740606'], { notes: 'x', fields: { Bil: 'Volvo' } })
    const karl = await person('Karl', ['0701740607'])
    join(maja)
    const before = everything(db)
    const { removalId, people } = await remove(maja, karl)
    expect(people).toBe(2)
    expect(everything(db)).toMatchObject({ contacts: [], contact_order: [], number_owners: [], members: [], search: [] })
    expect(await contacts.undoRemoval({ removalId })).toEqual({ restored: 2, leftAlone: 0 })
    expect(everything(db)).toEqual(before)
    expect(await contacts.get(maja.id)).toEqual(maja)
    await expect(contacts.undoRemoval({ removalId })).rejects.toMatchObject({ code: 'removal_over' })
  })

  it('leaves those alone whose number is somebody else’s by now, and counts them', async () => {
    const { contacts, person, remove } = await given()
    const maja = await person('Maja', ['0701740605'])
    const karl = await person('Karl', ['0701740607'])
    const { removalId } = await remove(maja, karl)
    await person('Somebody new', ['0701740605'])
    expect(await contacts.undoRemoval({ removalId })).toEqual({ restored: 1, leftAlone: 1 })
    expect((await contacts.list({ limit: 10 })).contacts.map(({ name }) => name)).toEqual(['Karl', 'Somebody new'])
  })

  it('takes all of a search but those left out, in chunks, and none who came meanwhile', async () => {
    const { contacts, db, person, store } = await given()
    const rows = Array.from({ length: 2_300 }, (_, index) => index)
    const made: Contact[] = []
    for (const index of rows.slice(0, 3)) made.push(await person(`Anna ${index}`))
    for (const index of rows.slice(3))
      await store.contacts.create({ id: idOf(index), person: { name: `Anna ${index}`, company: '', notes: '', numbers: [] }, now: 1 })
    const other = await person('Bo')
    const context: OperationContext & { turns: number } = {
      turns: 0,
      progress: () => {},
      cancelled: false,
      async yield() {
        context.turns += 1
        if (context.turns === 1) await person('Anna came meanwhile')
      },
    }
    const except = made.slice(0, 1).map(({ id }) => id)
    const removed = await removePeople(
      db,
      { removalId: idOf(9_999), selection: { kind: 'all', filter: { search: 'anna' }, except }, now: 1 },
      context,
    )
    expect(removed).toBe(2_299)
    expect(context.turns).toBeGreaterThan(1)
    expect((await contacts.list({ limit: 10 })).contacts.map(({ name }) => name)).toEqual(['Anna 0', 'Anna came meanwhile', other.name])
    expect(await contacts.undoRemoval({ removalId: idOf(9_999) })).toEqual({ restored: 2_299, leftAlone: 0 })
    expect((await contacts.list({ limit: 1 })).total.count).toBe(2_302)
  }, 60_000)

  it('that was cut off is taken back at the next start; one that came to its end stays', async () => {
    const { db, person, remove, store, clock, contacts } = await given()
    const rows = Array.from({ length: 1_500 }, (_, index) => index)
    for (const index of rows)
      await store.contacts.create({ id: idOf(index), person: { name: `P${index}`, company: '', notes: '', numbers: [] }, now: 1 })
    const gone = await person('Gone')
    await remove(gone)
    const before = everything(db)
    const cut: OperationContext = { progress: () => {}, cancelled: false, yield: () => Promise.reject(new Error('the power went')) }
    const selection: ContactSelection = { kind: 'all', filter: {}, except: [] }
    await expect(removePeople(db, { removalId: idOf(9_999), selection, now: 1 }, cut)).rejects.toThrow('the power went')
    expect((await contacts.list({ limit: 1 })).total.count).toBe(500)
    expect(await store.contacts.settleRemovals({ now: clock.now() })).toBe(1_000)
    expect(everything(db)).toEqual(before)
  }, 60_000)

  it('is forgotten after 30 days', async () => {
    const { contacts, db, person, remove, clock } = await given()
    const { removalId } = await remove(await person('Maja', ['0701740605']))
    const context: OperationContext = { progress: () => {}, cancelled: false, yield: () => Promise.resolve() }
    await settleRemovals(db, { now: clock.now() + 30 * DAY_MS }, context)
    expect(everything(db)['removed']).toHaveLength(1)
    await settleRemovals(db, { now: clock.now() + 30 * DAY_MS + 1 }, context)
    expect(everything(db)).toMatchObject({ removed: [], removals: [] })
    await expect(contacts.undoRemoval({ removalId })).rejects.toMatchObject({ code: 'removal_over' })
  })
})

describe('merging two people', () => {
  it('makes one with the numbers, notes, fields and groups of both, and is taken back whole', async () => {
    const { contacts, db, person, join } = await given()
    const kept = await person('Maja', ['0701740605'], { notes: 'first', fields: { Bil: 'Volvo', Ort: '' } })
    const other = await person('M. Öberg', ['0701740606', '0701740607'], { notes: 'second', fields: { Bil: 'Saab', Ort: 'Gävle' } })
    join(other)
    const before = everything(db)
    const { contact, removalId } = await contacts.merge({ keepId: kept.id, otherId: other.id, name: 'Maja Öberg', company: 'Bistro' })
    expect(contact).toMatchObject({
      id: kept.id,
      name: 'Maja Öberg',
      company: 'Bistro',
      notes: 'first\n\nsecond',
      fields: { Bil: 'Volvo', Ort: 'Gävle' },
    })
    expect(contact.numbers.map(({ e164 }) => e164)).toEqual(['+46701740605', '+46701740606', '+46701740607'])
    expect(db.prepare('SELECT contact FROM contact_group_members').all()).toEqual([{ contact: 1 }])
    await expect(contacts.get(other.id)).rejects.toMatchObject({ code: 'contact_not_found' })
    expect((await contacts.list({ search: '740607', limit: 5 })).contacts).toEqual([contact])
    expect(await contacts.undoRemoval({ removalId })).toEqual({ restored: 2, leftAlone: 0 })
    expect(everything(db)).toEqual(before)
  })

  it('is not taken back over what somebody wrote since, and says so', async () => {
    const { contacts, db, person } = await given()
    const kept = await person('Maja', ['0701740605'])
    const other = await person('Karl', ['0701740606'])
    const { contact, removalId } = await contacts.merge({ keepId: kept.id, otherId: other.id, name: 'Maja', company: '' })
    await contacts.update({ ...contact, notes: 'edited', numbers: contact.numbers.map(({ e164, label }) => ({ number: e164, label })) })
    const before = everything(db)
    await expect(contacts.undoRemoval({ removalId })).rejects.toMatchObject({
      code: 'person_changed_since',
      message: expect.stringContaining('Maja'),
    })
    expect(everything(db)).toEqual(before)
  })

  it('refuses more numbers than one person has, one person twice, and somebody who is gone', async () => {
    const { contacts, db, person } = await given()
    const numbers = (from: number) => Array.from({ length: 11 }, (_, index) => `+46701740${from + index}`)
    const kept = await person('Maja', numbers(500))
    const other = await person('Karl', numbers(600))
    const before = everything(db)
    const merge = (keepId: string, otherId: string) => contacts.merge({ keepId, otherId, name: 'x', company: '' })
    await expect(merge(kept.id, other.id)).rejects.toMatchObject({ code: 'merge_too_many_numbers', message: expect.stringContaining('22') })
    await expect(merge(kept.id, kept.id)).rejects.toMatchObject({ code: 'merge_same_person' })
    await expect(merge(kept.id, idOf(1))).rejects.toMatchObject({ code: 'contact_not_found' })
    expect(everything(db)).toEqual(before)
  })
})

describe('editing a person', () => {
  it('keeps extensions and fields unless fields are given, and names every field there is', async () => {
    const { contacts, db, person } = await given()
    const maja = await person('Maja', ['084650040'], { fields: { Bil: 'Volvo', Ort: 'Gävle' } })
    db.prepare(`UPDATE contact_numbers SET extension = '12'`).run()
    const edit = { id: maja.id, name: 'Maja', company: '', notes: '', numbers: [{ number: '084650040', label: 'work' }] }
    expect(await contacts.update(edit)).toMatchObject({ numbers: [{ label: 'work', extension: '12' }], fields: maja.fields })
    expect(await contacts.fieldNames()).toEqual({ names: ['Bil', 'Ort'] })
    expect((await contacts.update({ ...edit, fields: { ' Bil ': ' Saab\u0000', Ort: ' ' } })).fields).toEqual({ Bil: 'Saab' })
    expect(await contacts.fieldNames()).toEqual({ names: ['Bil'] })
  })
})

function idOf(index: number): string {
  return `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}`
}
