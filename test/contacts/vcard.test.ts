import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { vcards } from '../../src/main/contacts/vcard.ts'
import type { StoredPerson } from '../../src/main/contacts/person.ts'
import { cleanLine, cleanNotes } from '../../src/shared/contacts/person-text.ts'
import { givenImports } from '../imports/desk.ts'

const maja: StoredPerson = {
  id: '0198c0de-0000-7000-8000-000000000001',
  ordinal: 1,
  name: 'Maja; Öberg, "M"',
  company: 'Öbergs Åkeri; AB',
  notes: 'two\nlines, and a \\',
  fields: { 'Bil "x"': 'Volvo; V60', Önskemål: 'ring\nefter tre' },
  numbers: [
    { e164: '+46701740605', label: 'mobile', extension: '' },
    { e164: '+46846500402', label: 'Kontoret, 2:a', extension: '123' },
  ],
  createdAt: 0,
  updatedAt: Date.UTC(2026, 0, 5, 10, 30),
}

describe('contact cards', () => {
  it('are written as RFC 6350 says', () => {
    expect(vcards([maja]).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      String.raw`FN:Maja; Öberg\, "M"`,
      String.raw`ORG:Öbergs Åkeri\; AB`,
      'TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+46701740605',
      'item1.TEL;VALUE=uri;PREF=2;TYPE=work:tel:+46846500402;ext=123',
      String.raw`item1.X-ABLABEL:Kontoret\, 2:a`,
      String.raw`NOTE:two\nlines\, and a \\`,
      String.raw`item2.X-FIELD;VALUE=text:Volvo; V60`,
      'item2.X-ABLABEL:Bil "x"',
      String.raw`item3.X-FIELD;VALUE=text:ring\nefter tre`,
      'item3.X-ABLABEL:Önskemål',
      'END:VCARD',
      '',
    ])
  })

  it('say to an independent reader what the people are, in lines of 75 octets at most that cut no character', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('=1+1', '\u202eRTL', '😀'.repeat(60), 'END:VCARD', 'a\\nb', ';;;,,,', '"^\'', 'x'.repeat(75), 'å'.repeat(36)),
    )
    const line = hostile.map((text) => cleanLine(text))
    const notes = fc.oneof(hostile, fc.constantFrom('a\nb', '\ttab', 'a\n\n b')).map((text) => cleanNotes(text))
    const fieldName = line.map((text) => cleanLine(text.slice(0, 60))).filter((name) => name !== '' && name !== '__proto__')
    const number = fc.record({ e164: fc.constantFrom('+46701740605', '+31612345678'), label: line, extension: fc.constantFrom('', '12') })
    const person = fc.record({
      name: line,
      company: line,
      notes,
      fields: fc.dictionary(fieldName, notes, { maxKeys: 3 }),
      numbers: fc.array(number, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (people) => {
        const text = vcards(people.map((each) => ({ ...maja, ...each })))
        for (const part of text.split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
          expect(part.isWellFormed()).toBe(true)
        }
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const cards = parsed(text)
        expect(cards).toEqual(
          people.map(({ name, company, notes, fields, numbers }) => ({
            name,
            company,
            notes,
            fields: Object.entries(fields),
            numbers: numbers.map(({ e164, extension }) => `tel:${e164}${extension === '' ? '' : `;ext=${extension}`}`),
          })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('come from the desk in pieces that make one file, of a group or a selection too', async () => {
    const desk = await givenImports()
    for (const name of ['Maja', 'Karl']) await desk.contacts.create({ name, company: '', notes: '', numbers: [] })
    const { text, count } = await desk.contacts.exportFile({ format: 'vcard' })
    expect(count).toBe(2)
    expect(parsed(text).map(({ name }) => name)).toEqual(['Maja', 'Karl'])
    const some = await desk.contacts.exportFile({ format: 'vcard', selection: { kind: 'all', filter: { search: 'karl' }, except: [] } })
    expect(parsed(some.text).map(({ name }) => name)).toEqual(['Karl'])
  })
})

/** The cards as ical.js, the parser of Thunderbird, reads them. */
function parsed(text: string) {
  const read: unknown = ICAL.parse(text)
  const cards = (Array.isArray(read) && Array.isArray(read[0]) ? read : [read]) as ConstructorParameters<typeof ICAL.Component>[0][]
  return cards.map((data) => {
    const card = new ICAL.Component(data)
    // ical.js leaves the escapes of properties it does not know.
    const labels = new Map(
      card
        .getAllProperties('x-ablabel')
        .map((label) => [String(label.getParameter('group')), String(label.getFirstValue()).replaceAll(/\\([,\\])/g, '$1')]),
    )
    const valueOf = (name: string) => String(card.getFirstPropertyValue(name) ?? '')
    return {
      name: valueOf('fn'),
      company: String([card.getFirstPropertyValue('org') ?? ''].flat().join(';')),
      notes: valueOf('note'),
      fields: card
        .getAllProperties('x-field')
        .map((field) => [labels.get(String(field.getParameter('group'))), String(field.getFirstValue())]),
      numbers: card.getAllProperties('tel').map((number) => String(number.getFirstValue())),
    }
  })
}
