import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { givenImports } from '../imports/desk.ts'

type Desk = Awaited<ReturnType<typeof givenImports>>

async function exported({ contacts }: Pick<Desk, 'contacts'>, format: 'csv' | 'vcard' = 'csv'): Promise<string> {
  let file = ''
  let after: string | undefined
  for (;;) {
    const piece = await contacts.exportFile({ format, ...(after === undefined ? {} : { after }) })
    file += piece.text
    if (piece.next === null) return file
    after = piece.next
  }
}

async function everyone({ contacts }: Pick<Desk, 'contacts'>) {
  const { contacts: all } = await contacts.list({ limit: 500 })
  return all
    .map(({ name, company, notes, numbers, fields }) =>
      JSON.stringify({ name, company, notes, numbers, fields: Object.entries(fields).sort() }),
    )
    .sort()
}

describe('exporting people', () => {
  it('writes a file that Excel reads as UTF-8, with numbers whole and formulas as text', async () => {
    const desk = await givenImports()
    await desk.contacts.create({
      name: '=HYPERLINK("http://example.com")',
      company: '@SUM(1)',
      notes: '+1 day',
      numbers: [{ number: '0701740605', label: '-x' }],
    })
    const csv = await exported(desk)
    expect(csv.startsWith('\ufeff')).toBe(true)
    const [header, row] = Papa.parse<string[]>(csv.slice(1), { delimiter: ',' }).data
    expect(header).toEqual(['Name', 'Company', 'Notes', 'Number 1 - Label', 'Number 1 - Value'])
    expect(row).toEqual(['\'=HYPERLINK("http://example.com")', "'@SUM(1)", "'+1 day", "'-x", '+46701740605'])
  })

  it('gives pieces of one shape that make one file, and tells of an export that was given up', async () => {
    const desk = await givenImports()
    const rows = Array.from({ length: 4_500 }, (_, index) => `P${index},+4670${1_740_600 + index}`)
    await desk.commit(`Namn,Mobil\n${rows.join('\n')}\n`)
    const csv = await exported(desk)
    const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toHaveLength(4_501)
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([5]))
    await expect(desk.contacts.exportFile({ format: 'csv', after: `${crypto.randomUUID()} x y` })).rejects.toMatchObject({
      code: 'export_ended',
    })
  })

  it('writes only whom it is asked to, with the columns they need', async () => {
    const desk = await givenImports()
    const made = []
    for (const name of ['Maja', 'Karl', 'Mats'])
      made.push(await desk.contacts.create({ name, company: '', notes: '', numbers: [], fields: { [`of ${name}`]: 'x' } }))
    const [maja, karl] = made
    const { text } = await desk.contacts.exportFile({ format: 'csv', selection: { kind: 'some', ids: [karl?.id ?? ''] } })
    expect(text).toBe('\ufeffName,Company,Notes,of Karl\r\nKarl,,,x\r\n')
    const others = await desk.contacts.exportFile({
      format: 'csv',
      selection: { kind: 'all', filter: { search: 'ma' }, except: [maja?.id ?? ''] },
    })
    expect(others.text).toBe('\ufeffName,Company,Notes,of Mats\r\nMats,,,x\r\n')
  })

  it.each(['csv', 'vcard'] as const)(
    'comes back through an import as the same people, as %s',
    async (format) => {
      const text = fc.oneof(
        fc.constantFrom(
          '',
          'Maja Öberg',
          '=1+1',
          "'=1+1",
          "''-x",
          '+46',
          '+46701740605',
          '-5',
          '@x',
          '"q"',
          'a,b;c',
          '\u202eRTL',
          '😀',
          "O'Brien",
          "'quoted'",
          'sep=;',
        ),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      )
      const notes = fc.oneof(text, fc.constantFrom('two\nlines', '\ttab', '=a\n=b', "'\n=x"))
      const fields = fc.dictionary(fc.constantFrom('Bil', 'Name', 'Mobile', 'Notes', '=x', 'Field: x', 'Phone 1 - Label', 'E-post'), text, {
        maxKeys: 3,
      })
      const person = fc.record({
        name: text,
        company: text,
        notes,
        fields,
        labels: fc.array(fc.constantFrom('', 'mobile', 'Mobile', 'work', 'Jobbmobil', '=x'), { minLength: 1, maxLength: 3 }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (people) => {
          const from = await givenImports()
          let next = 740_500
          for (const { labels, fields: kept, ...rest } of people) {
            const numbers = labels.map((label) => ({ number: `+46701${(next += 1)}`, label }))
            const made = await from.contacts.create({ ...rest, name: rest.name.trim(), company: rest.company.trim(), numbers })
            const clean = Object.fromEntries(
              Object.entries(kept)
                .map(
                  ([key, value]) =>
                    [
                      key,
                      value
                        .toWellFormed()
                        .normalize('NFC')
                        .replaceAll(/\p{Cc}/gu, '')
                        .trim(),
                    ] as const,
                )
                .filter(([, value]) => value !== ''),
            )
            from.db.prepare('UPDATE contacts SET fields = ? WHERE id = ?').run(JSON.stringify(clean), made.id)
          }
          const to = await givenImports()
          const { counts } = await to.commit(await exported(from, format), { country: 'NL' })
          expect(counts).toMatchObject({ rows: people.length, created: people.length })
          expect(await everyone(to)).toEqual(await everyone(from))
        }),
        { numRuns: 60 },
      )
    },
    60_000,
  )
})
