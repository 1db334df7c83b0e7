import { describe, expect, it } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { foldText } from '../../src/shared/text/fold.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { openTestDesk } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

async function given() {
  const clock = createFakeClock()
  const { store, db } = await openTestDesk({ now: clock.now })
  const events = createEventHub(clock)
  const settings = { get: async () => TEST_SETTINGS }
  const contacts = createContactService({ store, settings, events, now: clock.now })
  const person = (name: string, numbers: string[] = [], more: { company?: string; notes?: string } = {}) =>
    contacts.create({
      name,
      company: more.company ?? '',
      notes: more.notes ?? '',
      numbers: numbers.map((number) => ({ number, label: '' })),
    })
  const found = async (search: string) => (await contacts.list({ search, limit: 100 })).contacts.map((contact) => contact.name)
  return { contacts, person, found, clock, events, db }
}

describe('keeping a person', () => {
  it('keeps numbers in E.164, each once, the first one first', async () => {
    const { contacts } = await given()
    const made = await contacts.create({
      name: '  Maja   Öberg ',
      company: 'Öbergs Åkeri',
      notes: 'two\r\nlines',
      numbers: [
        { number: '070-174 06 05', label: 'mobile' },
        { number: '+46 (0)70 174 06 05', label: 'again' },
        { number: '08-465 004 02', label: 'work' },
      ],
    })
    expect(made).toMatchObject({
      name: 'Maja Öberg',
      notes: 'two\nlines',
      numbers: [
        { e164: '+46701740605', label: 'mobile' },
        { e164: '+46846500402', label: 'work' },
      ],
    })
    expect(await contacts.get(made.id)).toEqual(made)
  })

  it('refuses a number that is none, in words', async () => {
    const { person } = await given()
    await expect(person('Maja', ['ring kontoret'])).rejects.toMatchObject({
      code: 'number_invalid',
      message: expect.stringContaining('ring kontoret'),
    })
  })

  it('refuses a number another person has, naming that person, and changes nothing', async () => {
    const { person, contacts } = await given()
    await person('Maja Öberg', ['070-174 06 05'])
    const karl = await person('Karl', ['070-174 06 06'])
    await expect(person('Someone', ['+46701740605'])).rejects.toMatchObject({
      code: 'number_taken',
      message: expect.stringContaining('Maja Öberg'),
    })
    await expect(
      contacts.update({ id: karl.id, name: 'Karl L', company: '', notes: '', numbers: [{ number: '0701740605', label: '' }] }),
    ).rejects.toMatchObject({ code: 'number_taken' })
    expect(await contacts.get(karl.id)).toEqual(karl)
    expect((await contacts.list({ limit: 10 })).total).toBe(2)
  })

  it('lets a person keep their own number when they are changed, and gives every state its own instant', async () => {
    const { person, contacts } = await given()
    const maja = await person('Maja', ['0701740605'])
    const renamed = await contacts.update({
      id: maja.id,
      name: 'Maja Öberg',
      company: '',
      notes: '',
      numbers: [{ number: '0701740605', label: 'mobile' }],
    })
    expect(renamed.numbers).toEqual([{ e164: '+46701740605', label: 'mobile' }])
    expect(renamed.updatedAt).toBeGreaterThan(maja.updatedAt)
    expect(renamed.createdAt).toBe(maja.createdAt)
  })

  it('refuses an empty person and one that is gone', async () => {
    const { person, contacts } = await given()
    await expect(person(' ')).rejects.toMatchObject({ code: 'contact_empty' })
    const maja = await person('Maja', ['0701740605'])
    expect(await contacts.remove([maja.id, maja.id])).toBe(1)
    await expect(contacts.get(maja.id)).rejects.toMatchObject({ code: 'contact_not_found' })
    await expect(contacts.update({ id: maja.id, name: 'x', company: '', notes: '', numbers: [] })).rejects.toMatchObject({
      code: 'contact_not_found',
    })
    expect((await person('Karl', ['0701740605'])).name).toBe('Karl')
  })

  it('says that people changed', async () => {
    const { person, events, clock } = await given()
    const heard: DeskEvent[] = []
    events.subscribe((event) => heard.push(event))
    await person('Maja', ['0701740605'])
    await clock.advance(100)
    expect(heard).toEqual([{ kind: 'changed', changes: [{ topic: 'contacts' }, { topic: 'conversations' }, { topic: 'desk' }] }])
  })
})

describe('the list of people', () => {
  it('goes by name without regard to accents or case, people without a name last, in pages that neither repeat nor skip', async () => {
    const { person, contacts } = await given()
    for (const name of ['östen', 'Ola', 'Åsa', 'anna', 'Zoe', 'Øyvind', 'राम', '😀', 'Anna']) await person(name)
    await person('', ['0701740606'])
    await person('', ['0701740605'])
    await person('', [], { company: 'Bygg AB' })
    const names: string[] = []
    let after: string | undefined
    for (;;) {
      const page = await contacts.list({ limit: 2, ...(after === undefined ? {} : { after }) })
      expect(page.total).toBe(12)
      names.push(...page.contacts.map((contact) => contact.name || contact.company || (contact.numbers[0]?.e164 ?? '')))
      if (page.next === null) break
      after = page.next
    }
    expect(names).toEqual(['anna', 'Anna', 'Åsa', 'Bygg AB', 'Ola', 'östen', 'Øyvind', 'Zoe', 'राम', '😀', '+46701740605', '+46701740606'])
  })

  it('survives names as long as they may be, in its cursors too', async () => {
    const { person, contacts } = await given()
    const long = '😀é'.repeat(166)
    for (let index = 0; index < 4; index += 1) await person(long + String(index))
    const first = await contacts.list({ limit: 3 })
    expect(first.next?.length).toBeLessThanOrEqual(400)
    expect((await contacts.list({ limit: 3, after: first.next ?? '' })).contacts).toHaveLength(1)
  })
})

describe('looking for a person', () => {
  it('finds by words of name and company, whole or begun, with or without accents', async () => {
    const { person, found } = await given()
    await person('Maja Öberg', ['0701740605'], { company: 'Åkeriet i Gävle' })
    await person('Karl Lindgren', ['0701740606'], { notes: 'knows Maja' })
    for (const search of ['maja', 'MAJ', 'oberg', 'Öberg maja', 'gavle', 'akeriet gä'])
      expect(await found(search), search).toEqual(['Maja Öberg'])
    expect(await found('majas')).toEqual([])
  })

  it('finds by any part of a number in any notation, of three digits or more', async () => {
    const { person, found } = await given()
    await person('Maja', ['070-174 06 05'])
    await person('Karl', ['+31 6 12345678'])
    for (const search of ['0701740605', '070-174', '+46 70 174', '0046 70', '174 06', '605', '(070) 174', '46701'])
      expect(await found(search), search).toEqual(['Maja'])
    expect(await found('05')).toEqual([])
    expect(await found('1234')).toEqual(['Karl'])
  })

  it('takes whatever is typed for text, never for query syntax', async () => {
    const { person, found } = await given()
    await person('Maja "Majsan" OR NEAR', ['0701740605'])
    for (const search of [
      '"',
      '""',
      '*',
      'maja*',
      'NOT',
      'name:maja',
      '(',
      ')',
      'a AND',
      '^maja',
      '-maja',
      "'; DROP TABLE contacts",
      '%',
      '_',
      '%%%',
      '+',
      '{name}',
      '\\',
      '\u0000',
      '🙂',
    ]) {
      await expect(found(search), search).resolves.toBeInstanceOf(Array)
    }
    expect(await found('majsan')).toEqual(['Maja "Majsan" OR NEAR'])
    expect(await found('%%%')).toEqual([])
  })

  it('uses indexes for the list and for the owner of a number', async () => {
    const { db } = await given()
    const plan = (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => (row as { detail: string }).detail)
        .join('\n')
    const list = plan(`SELECT * FROM contacts c WHERE (c.sort_key, c.id) > ('', '') AND 1 ORDER BY c.sort_key, c.id LIMIT 51`)
    expect(list).toContain('contacts_by_sort_key')
    expect(list).not.toContain('TEMP B-TREE')
    expect(plan(`SELECT contact_id FROM contact_numbers WHERE e164 = '+46701740605' ORDER BY contact_id LIMIT 1`)).toContain(
      'contact_numbers_by_e164',
    )
  })
})

describe('folding text', () => {
  it('drops accents of letters that have them and keeps vowel signs that make other words', () => {
    expect(foldText('  ÅSA   Öberg ')).toBe('asa oberg')
    expect(foldText('Ｍａｊａ')).toBe('maja')
    expect(foldText('Łódź Straße Øre Æble')).toBe('lodz strasse ore aeble')
    expect(foldText('किताब')).toBe('किताब')
  })
})
