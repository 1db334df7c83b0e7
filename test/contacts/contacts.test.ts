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
    expect((await contacts.list({ limit: 10 })).total).toEqual({ count: 2, atLeast: false })
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
    expect(renamed.numbers).toEqual([{ e164: '+46701740605', label: 'mobile', extension: '' }])
    expect(renamed.updatedAt).toBeGreaterThan(maja.updatedAt)
    expect(renamed.createdAt).toBe(maja.createdAt)
  })

  it('refuses an empty person and one that is gone', async () => {
    const { person, contacts } = await given()
    await expect(person(' ')).rejects.toMatchObject({ code: 'contact_empty' })
    const maja = await person('Maja', ['0701740605'])
    expect((await contacts.remove({ selection: { kind: 'some', ids: [maja.id, maja.id] } })).people).toBe(1)
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
    for (let offset = 0; offset < 14; offset += 2) {
      const page = await contacts.list({ limit: 2, offset })
      expect(page.total).toEqual({ count: 12, atLeast: false })
      names.push(...page.contacts.map((contact) => contact.name || contact.company || (contact.numbers[0]?.e164 ?? '')))
    }
    expect(names).toEqual(['anna', 'Anna', 'Åsa', 'Bygg AB', 'Ola', 'östen', 'Øyvind', 'Zoe', 'राम', '😀', '+46701740605', '+46701740606'])
  })

  it('keeps apart names that are longer than the order looks at', async () => {
    const { person, contacts } = await given()
    const long = '😀é'.repeat(166)
    for (let index = 0; index < 4; index += 1) await person(long + String(index))
    const pages = await Promise.all([0, 1, 2, 3].map((offset) => contacts.list({ limit: 1, offset })))
    expect(new Set(pages.flatMap((page) => page.contacts.map(({ name }) => name))).size).toBe(4)
  })

  it('goes by arrival, the latest first, where that is asked for', async () => {
    const { person, contacts } = await given()
    for (const name of ['B', 'C', 'A']) await person(name)
    const names = async () => (await contacts.list({ order: 'added', limit: 10 })).contacts.map(({ name }) => name)
    expect(await names()).toEqual(['A', 'C', 'B'])
    await person('D')
    expect(await names()).toEqual(['D', 'A', 'C', 'B'])
  })

  it('says where the names of a letter begin', async () => {
    const { person, contacts } = await given()
    for (const name of ['Anna', 'Åsa', 'Bo', 'Östen', 'Zoe', '']) await person(name, name === '' ? ['0701740605'] : [])
    const place = async (from: string) => (await contacts.place({ from })).offset
    expect(await Promise.all(['', 'a', 'B', 'c', 'ö', 'z', 'zz'].map(place))).toEqual([0, 0, 2, 3, 3, 4, 5])
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
    for (const search of ['070', '07', '+46', '+4', '0046']) expect(await found(search), search).toEqual(['Maja'])
    for (const search of ['06', '061', '+31 6']) expect(await found(search), search).toEqual(['Karl'])
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

  it('finds a name of one or two letters by its beginning, and in scripts without blanks by any part', async () => {
    const { person, found } = await given()
    for (const name of ['Bo Ek', 'Ebo', '王小明', '李伟', '김민준', 'สมชาย']) await person(name, [], { company: 'AB' })
    expect(await found('b')).toEqual(['Bo Ek'])
    expect(await found('bo')).toEqual(['Bo Ek'])
    expect(await found('小')).toEqual(['王小明'])
    expect(await found('小明')).toEqual(['王小明'])
    expect(await found('王')).toEqual(['王小明'])
    expect(await found('민')).toEqual(['김민준'])
    expect(await found('ชา')).toEqual(['สมชาย'])
    expect(await found('伟 明')).toEqual([])
  })

  it('wants the letters of a word side by side, not only its pieces', async () => {
    const { person, found } = await given()
    await person('Bana Nanu', [], { company: 'anab' })
    await person('Banana')
    expect(await found('banana')).toEqual(['Banana'])
    expect(await found('nab')).toEqual(['Bana Nanu'])
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
