import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { createCardParser } from '../../src/main/imports/vcard-lines.ts'
import { fixture, givenImports } from './desk.ts'

/** Everybody a file brings, in the file's order, as they are kept. */
async function everybody(content: Buffer | string) {
  const { preview, commit, contacts } = await givenImports()
  const seen = await preview(content)
  const done = await commit(content)
  const { contacts: all } = await contacts.list({ limit: 500, order: 'added' })
  return {
    seen,
    done,
    all: all
      .map(({ name, company, notes, numbers, fields }) => ({ name, company, notes, numbers, fields }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const number = (e164: string, label = '', extension = '') => ({ e164, label, extension })

describe('contact cards', () => {
  it('of an iPhone become what they mean', async () => {
    const { seen, all } = await everybody(fixture('icloud-3.0.vcf'))
    expect(seen).toMatchObject({ format: 'vcard', source: 'Contact cards (vCard 3.0)', warning: null })
    expect(seen.counts).toMatchObject({ rows: 3, created: 2, rejected: 1 })
    expect(seen.rejects).toEqual([{ row: 3, reason: 'There is no number in this row.', value: '' }])
    expect(all).toEqual([
      {
        name: 'Dr. Maja Linnéa Öberg',
        company: 'Öbergs Åkeri',
        notes: 'Ringer helst, aldrig mejl; gillar Volvo.\nBetalar kontant: C:\\kvitton',
        numbers: [
          number('+46701740605', 'mobile'),
          number('+46846500402', 'work'),
          number('+46701740606', 'Assistant'),
          number('+46701740607', 'Sommarstugan'),
        ],
        fields: {
          Department: 'Verkstad',
          Title: 'VD',
          Email: 'maja@example.com',
          Address: 'Storgatan 1, 211 41 Malmö, Sverige',
          Birthday: '1980-01-02',
          Groups: 'Garage,VIP',
          Fax: '08-465 004 99',
          Anniversary: '2001-06-15',
        },
      },
      { name: 'Karl Lindgren', company: '', notes: '', numbers: [number('+46701740611', 'mobile')], fields: {} },
    ])
  })

  it('of an Android phone are decoded from quoted-printable', async () => {
    const { seen, all } = await everybody(fixture('android-2.1.vcf'))
    expect(seen.source).toBe('Contact cards (vCard 2.1)')
    expect(all).toEqual([
      {
        name: 'Maja Öberg',
        company: 'Öbergs Åkeri',
        notes: 'Ringer helst\naldrig mejl, och det här är en lång rad som fortsätter',
        numbers: [number('+46701740605', 'mobile'), number('+46846500402', 'work')],
        fields: { Email: 'maja@example.com', 'X-ANDROID-CUSTOM': 'vnd.android.cursor.item/nickname;Majsan;1;;;;;;;;;;;;;' },
      },
      { name: 'Priya Shah', company: '', notes: '', numbers: [number('+46701740614')], fields: {} },
    ])
  })

  it('of Outlook are read in their old encoding', async () => {
    const { seen, all } = await everybody(fixture('outlook-2.1.vcf'))
    expect(seen.options.encoding).toBe('windows-1252')
    expect(all).toMatchObject([
      {
        name: 'Herr Åke Ärlig jr',
        company: 'Ärligs Bygg',
        notes: 'Betalar i tid',
        numbers: [number('+46701740612', 'mobile'), number('+46846500411', 'work')],
        fields: { Address: 'Ängsvägen 2, 211 41 Malmö, Sverige', Fax: '08-465 004 98' },
      },
    ])
  })

  it('of Thunderbird have numbers as addresses, extensions, and what only it knows', async () => {
    const { seen, all } = await everybody(fixture('thunderbird-4.0.vcf'))
    expect(seen.source).toBe('Contact cards (vCard 4.0)')
    expect(all).toMatchObject([
      {
        name: 'Elsa Holm',
        numbers: [
          number('+46701740611', 'mobile'),
          number('+46701740613', 'mobile'),
          number('+46846500402', 'work', '12'),
          number('+46846500414', 'home'),
        ],
        fields: { 'X-CUSTOM1': 'Guldkund' },
      },
      { name: 'Stambordet 🍺', numbers: [number('+46701740615')], fields: { Nickname: 'Stammis' } },
    ])
  })

  it.each([
    ['several versions', card('VERSION:2.1', 'FN:A', 'TEL:0701740605') + card('VERSION:4.0', 'FN:B', 'TEL:0701740606'), ['A', 'B']],
    ['line feeds alone', card('VERSION:3.0', 'FN:A', 'TEL:0701740605').replaceAll('\r\n', '\n'), ['A']],
    ['carriage returns alone', card('VERSION:3.0', 'FN:A', 'TEL:0701740605').replaceAll('\r\n', '\r'), ['A']],
    ['a byte order mark', `\ufeff${card('VERSION:3.0', 'FN:A', 'TEL:0701740605')}`, ['A']],
    ['UTF-16', Buffer.from(`\ufeff${card('VERSION:3.0', 'FN:Åsa', 'TEL:0701740605')}`, 'utf16le'), ['Åsa']],
    ['lower case and blanks', card('version:3.0', 'fn : A', 'tel ; type = cell : 0701740605').toLowerCase(), ['a']],
    ['a colon in a parameter', card('VERSION:4.0', 'FN;X-SOURCE="http://a:b;c":A', 'TEL:0701740605'), ['A']],
    ['a name of parts only', card('VERSION:3.0', 'N:Holm\\;s;Elsa,Maria;;Dr.;jr', 'TEL:0701740605'), ['Dr. Elsa,Maria Holm;s jr']],
    [
      'a card within a card',
      card('VERSION:2.1', 'FN:A', 'AGENT:', ...card('FN:X', 'TEL:112').trim().split('\r\n'), 'TEL:0701740605'),
      ['A'],
    ],
    ['words between cards', `hello\r\n${card('FN:A', 'TEL:0701740605')}world\r\n${card('FN:B', 'TEL:0701740606')}`.slice(7), ['A', 'B']],
    ['a note that was not folded', card('VERSION:3.0', 'FN:A', 'NOTE:one', 'two', 'TEL:0701740605'), ['A']],
    ['a picture in one line', card('VERSION:3.0', `PHOTO;ENCODING=b:${'A'.repeat(3_000_000)}`, 'FN:A', 'TEL:0701740605'), ['A']],
    [
      'a picture in short lines',
      card('VERSION:3.0', `PHOTO;ENCODING=b:${'A'.repeat(70)}${`\r\n ${'A'.repeat(70)}`.repeat(9_000)}`, 'FN:A', 'TEL:0701740605'),
      ['A'],
    ],
    ['a picture without blanks', card('VERSION:2.1', `PHOTO;BASE64:`, 'AAAA', 'BBBB', '', 'FN:A', 'TEL:0701740605'), ['A']],
  ])('with %s are read', async (_, content, names) => {
    const { seen, all } = await everybody(content)
    expect(seen.counts).toMatchObject({ rows: names.length, created: names.length })
    expect(all.map(({ name }) => name)).toEqual(names)
  })

  it('keep the line a note was broken in', async () => {
    const { all } = await everybody(card('VERSION:3.0', 'FN:A', 'NOTE:one', 'two', 'TEL:0701740605'))
    expect(all[0]?.notes).toBe('one\ntwo')
  })

  it('that have no end are left out with the reason, and the next is read', async () => {
    const { seen } = await everybody(
      `BEGIN:VCARD\r\nFN:A\r\nTEL:0701740605\r\n${card('FN:B', 'TEL:0701740606')}BEGIN:VCARD\r\nFN:C\r\nTEL:07017406`,
    )
    expect(seen.counts).toMatchObject({ rows: 3, created: 1, rejected: 2 })
    expect(seen.rejects.map(({ row }) => row)).toEqual([1, 3])
    expect(seen.rejects[0]?.reason).toBe('This card has no end, so what it says may not be whole.')
  })

  it('are the same wherever the text is cut', () => {
    const text = ['icloud-3.0.vcf', 'android-2.1.vcf', 'thunderbird-4.0.vcf'].map((name) => fixture(name).toString()).join('')
    const whole = createCardParser()
    const expected = [...whole.push(text), ...whole.end()]
    expect(expected).toHaveLength(7)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 40 }), (cuts) => {
        const parser = createCardParser()
        const at = [0, ...cuts.sort((a, b) => a - b), text.length]
        const cards = at.slice(1).flatMap((end, index) => parser.push(text.slice(at[index], end)))
        expect([...cards, ...parser.end()]).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('say what ical.js says of them', () => {
    for (const name of ['icloud-3.0.vcf', 'thunderbird-4.0.vcf']) {
      const text = fixture(name).toString()
      const parser = createCardParser()
      const ours = [...parser.push(text), ...parser.end()].map(({ properties }) =>
        properties
          .filter(({ name: property }) => property === 'FN' || property === 'NOTE' || property === 'BDAY')
          .map(({ value }) => value.replaceAll(/\\([,;\\])/g, '$1').replaceAll('\\n', '\n')),
      )
      const theirs = (ICAL.parse(text) as unknown as [string, [string, object, string, string][]][]).map(([, properties]) =>
        properties
          .filter(([property]) => property === 'fn' || property === 'note' || property === 'bday')
          .map(([, , , value]) => value.replaceAll('\\;', ';')),
      )
      expect(ours).toEqual(theirs)
    }
  })

  it('of any text at all are read or refused, every card of them', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'VERSION:2.1',
        'VERSION:3.0',
        'AGENT:',
        'PHOTO;ENCODING=b:AAAA',
        ' AAAA',
        '',
        'TEL;CELL:0701740605',
        'FN:A=',
        'NOTE;QUOTED-PRINTABLE:a=',
        'item1.TEL:1',
        ':',
        ';',
        '\t',
      ),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const parser = createCardParser()
        const cards = [...parser.push(lines.join(end)), ...parser.end()]
        const whole = cards.filter(({ broken }) => !broken).length
        const ends = lines.filter((one) => /^END:VCARD$/.test(one)).length
        expect(whole).toBeLessThanOrEqual(ends)
      }),
    )
  })
})
