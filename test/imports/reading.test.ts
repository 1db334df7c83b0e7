import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readRows } from '../../src/main/imports/read-rows.ts'
import { newlineOf } from '../../src/main/imports/read-text.ts'
import { guessDelimiter } from '../../src/shared/import/guess-delimiter.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { fixture, givenImports } from './desk.ts'

const SHEET = 'Namn;Mobil;Ort\r\nMaja Öberg;070-174 06 05;Malmö\r\nÅke Ärlig;070-174 06 06;Ängelholm\r\n'

describe('the bytes of a file', () => {
  it.each([
    ['utf-8', Buffer.from(SHEET)],
    ['utf-8', Buffer.from(`\ufeff${SHEET}`)],
    ['utf-16le', iconv.encode(SHEET, 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode(SHEET, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(SHEET, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(SHEET, 'utf-16be', { addBOM: false })],
    ['windows-1252', iconv.encode(SHEET, 'windows-1252')],
    ['macintosh', iconv.encode(SHEET, 'macintosh')],
    ['utf-32le', iconv.encode(SHEET, 'utf-32le', { addBOM: true })],
    ['utf-32le', iconv.encode(SHEET, 'utf-32le', { addBOM: false })],
    ['utf-32be', iconv.encode(SHEET, 'utf-32be', { addBOM: true })],
    ['utf-32be', iconv.encode(SHEET, 'utf-32be', { addBOM: false })],
    ['cp850', iconv.encode(SHEET, 'cp850')],
  ] as const)('are recognised as %s', async (encoding, bytes) => {
    const { preview } = await givenImports()
    const seen = await preview(bytes)
    expect(seen.options).toMatchObject({ encoding, delimiter: ';', hasHeader: true })
    expect(seen.columns.map((column) => column.header)).toEqual(['Namn', 'Mobil', 'Ort'])
    expect(seen.rows.map((row) => row.name)).toEqual(['Maja Öberg', 'Åke Ärlig'])
    expect(seen.rows[1]?.cells[2]).toBe('Ängelholm')
  })

  it.each([
    ['windows-1252', ['Zoé Lefèvre', 'François Noël', 'Hélène Crêpe'], 'Orléans'],
    ['windows-1252', ['Bjørn Sæther', 'Søren Kjær', 'Åse'], 'Ærø'],
    ['windows-1252', ['Jürgen Müller', 'Jörg Weiß', 'Änne'], 'Köln'],
    ['macintosh', ['Zoé Lefèvre', 'François Noël', 'Hélène Crêpe'], 'Orléans'],
    ['cp850', ['Jürgen Müller', 'Jörg Weiß', 'Änne'], 'Köln'],
    ['windows-1250', ['Łukasz Wójcik', 'Grażyna Żółć', 'Święta'], 'Łódź'],
    ['windows-1250', ['Jiří Dvořák', 'Věra Novotná', 'Šárka'], 'Plzeň'],
    ['windows-1254', ['Ayşe Yılmaz', 'Çağlar Şahin', 'İnci'], 'Muğla'],
    ['windows-1251', ['Мария Иванова', 'Пётр Щербаков', 'Юлия'], 'Київ'],
    ['windows-1253', ['Μαρία Παπαδοπούλου', 'Γιώργος Ψαλτής', 'Ζωή'], 'Αθήνα'],
    ['iso-8859-15', ['Åke Ärlig', 'Zoé 5 €', 'Örjan'], 'Malmö'],
  ] as const)('in %s make the names they are meant to: %s', async (encoding, names, town) => {
    const { preview } = await givenImports()
    const rows = names.map((name, index) => `${name};070-174 06 0${index};${town}`)
    const seen = await preview(iconv.encode(['Namn;Mobil;Ort', ...rows, ''].join('\r\n'), encoding))
    expect(seen.options.encoding).toBe(encoding)
    expect(seen.rows.map((row) => row.name)).toEqual(names)
    expect(seen.rows[0]?.cells[2]).toBe(town)
  })

  it('are UTF-8 also where a letter lies across the border of what is read at once', async () => {
    const { preview } = await givenImports()
    for (const before of [1, 2]) {
      // One letter of three bytes, `before` of them within the first mebibyte, and nothing else beyond ASCII.
      const start = 'Namn,Mobil,Ort\nMaja,0701740605,'
      const bytes = Buffer.from(`${start}\n${'Filler,0701740606,x\n'.repeat(60_000)}`.slice(0, 1_048_576 - before) + '€\n')
      expect((await preview(bytes)).options.encoding).toBe('utf-8')
    }
  })

  it('are read as the person says when the guess is wrong', async () => {
    const { preview } = await givenImports()
    const seen = await preview(iconv.encode(SHEET, 'windows-1252'), { encoding: 'macintosh', delimiter: ',', hasHeader: false })
    expect(seen.options).toMatchObject({ encoding: 'macintosh', delimiter: ',', hasHeader: false })
  })

  it('warns when letters cannot be read with the chosen encoding', async () => {
    const { preview } = await givenImports()
    const bytes = iconv.encode(SHEET, 'windows-1252')
    expect((await preview(bytes)).warning).toBeNull()
    expect((await preview(bytes, { encoding: 'utf-8' })).warning).toBe(
      'Some letters cannot be read with this encoding and show as “�”. Choose another encoding above.',
    )
  })

  it.each([
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), /old Excel workbook/],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), /PDF/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /picture/],
    ['a web page', Buffer.from('<html><table><tr><td>Name</td></tr></table>'), /web page/],
    ['noise', Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + (index >> 3) * 31) % 256)), /not text/],
  ])('of %s are refused with what to do instead', async (_, bytes, words) => {
    const { preview, people } = await givenImports()
    await expect(preview(bytes)).rejects.toMatchObject({ code: 'file_not_text', message: expect.stringMatching(words) })
    expect(await people()).toEqual([])
  })

  it('that are none, blank or only a header are refused', async () => {
    const { preview, commit } = await givenImports()
    await expect(preview('')).rejects.toMatchObject({ code: 'file_empty' })
    await expect(preview('\r\n ;;\r\n\r\n')).rejects.toMatchObject({ code: 'file_empty' })
    await expect(preview('Namn;Mobil\r\n')).rejects.toMatchObject({ code: 'file_no_rows' })
    await expect(commit('Namn;Mobil\r\n;;\r\n')).rejects.toMatchObject({ code: 'file_no_rows' })
  })
})

describe('the rows of a file', () => {
  const spectrum = dirname(createRequire(import.meta.url).resolve('csv-spectrum'))

  // The package's own answer for these coordinates is of another row, in another shape.
  const cases = readdirSync(join(spectrum, 'csvs'))
    .map((file) => file.replace('.csv', ''))
    .filter((name) => name !== 'location_coordinates')

  it.each(cases)('are those of csv-spectrum: %s', async (name) => {
    const path = join(spectrum, 'csvs', `${name}.csv`)
    const newline = newlineOf(readFileSync(path, 'utf8'))
    const rows: string[][] = []
    for await (const batch of readRows(path, { kind: 'text', encoding: 'utf-8', delimiter: ',', quote: '"', newline }))
      rows.push(...batch.map((row) => row.cells))
    const [header = [], ...body] = rows
    const records = body.map((cells) => Object.fromEntries(header.map((key, index) => [key, cells[index]])))
    const expected = JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')) as unknown
    const unix = JSON.stringify(records).replaceAll(String.raw`\r\n`, String.raw`\n`)
    expect(JSON.parse(unix)).toEqual(JSON.parse(JSON.stringify(expected).replaceAll(String.raw`\r\n`, String.raw`\n`)))
  })

  it('are the same wherever the borders of what is read at once fall', async () => {
    const folder = temporaryFolder()
    const cells = ['plain', '"quo""ted"', '"with\r\nline end"', '', '"€;;€"', 'åäö']
    for (const pad of [0, 1, 2, 3, 5, 7]) {
      const lines = Array.from({ length: 30_000 }, (_, index) => `${index};${cells[index % cells.length] ?? ''};end`)
      const path = join(folder, `borders-${pad}.csv`)
      writeFileSync(path, `${'x'.repeat(pad)};a;b\r\n${lines.join('\r\n')}`)
      let count = 0
      for await (const batch of readRows(path, { kind: 'text', encoding: 'utf-8', delimiter: ';', quote: '"', newline: '\n' })) {
        for (const row of batch) {
          if (row.row > 1 && (row.cells.length !== 3 || row.cells[0] !== String(count - 1) || row.cells[2] !== 'end' || row.broken)) {
            throw new Error(`row ${row.row} was read as ${JSON.stringify(row)}`)
          }
          count += 1
        }
      }
      expect(count).toBe(30_001)
    }
  })

  it.each([
    ['Name,Phone\nMaja,0701740605\n', ','],
    ['Name;Phone;Price\nMaja;0701740605;1,50\nKarl;0701740606;2,50\n', ';'],
    ['Namn;Mobil\n"Öberg, Maja";0701740605\n"Lind, Karl";0701740606\n', ';'],
    ['Öberg, Maja;0701740605\nLind, Karl;0701740606\n', ';'],
    ['Name\tPhone\nMaja, A; B\t0701740605\n', '\t'],
    ['Name|Phone\nMaja|0701740605\n', '|'],
    ['Phone\n0701740605\n0701740606\n', ','],
    ['sep=|\r\nName|Phone\r\nMaja|0701740605\r\n', '|'],
    ['sep=;\nName;Phone\nMaja, with, many, commas;0701740605\n', ';'],
  ])('of %j are parted by %j', async (content, delimiter) => {
    const { preview } = await givenImports()
    const seen = await preview(content)
    expect(seen.options.delimiter).toBe(delimiter)
    expect(seen.counts).toMatchObject({ rows: seen.counts.created, rejected: 0 })
  })

  it('may be parted by what is also in quotes', () => {
    const guess = guessDelimiter((delimiter) =>
      delimiter === ';'
        ? [
            ['a;b', 'c'],
            ['d', 'e'],
          ]
        : [['whole'], ['whole']],
    )
    expect(guess).toBe(';')
  })

  it('are numbered as a spreadsheet numbers them: empty rows count, a sep= line does not', async () => {
    const { preview } = await givenImports()
    const seen = await preview('sep=;\r\nNamn;Mobil\r\n\r\nMaja;0701740605\r\n;;\r\n"two\r\nlines";0701740606\r\nVerkstaden;ring\r\n')
    expect(seen.rows.map((row) => row.row)).toEqual([3, 5, 6])
    expect(seen.rejects).toEqual([{ row: 6, reason: 'There is no number in it.', value: 'ring' }])
    expect(seen.counts.rows).toBe(3)
  })

  it('may be ragged, have zero bytes, and end in any way', async () => {
    const { preview } = await givenImports()
    for (const end of ['\n', '\r\n', '\r']) {
      const seen = await preview(
        ['Namn;Mobil;Ort;Bil', 'Maja;0701740605', 'Karl;0701740606;Malmö;Volvo;extra;more', 'El\u0000sa;0701740\u0000607;;'].join(end),
      )
      expect(seen.counts, JSON.stringify(end)).toMatchObject({ rows: 3, created: 3 })
      expect(seen.rows.map((row) => row.name)).toEqual(['Maja', 'Karl', 'Elsa'])
    }
    const mixed = await preview('Namn,Mobil\r\nMaja,0701740605\nKarl,0701740606\r\n')
    expect(mixed.rows.map((row) => row.numbers[0]?.e164)).toEqual(['+46701740605', '+46701740606'])
  })

  it('may have their cells in apostrophes, in nothing, or as the person says', async () => {
    const { preview } = await givenImports()
    const apostrophes = "'Namn';'Mobil';'Ort'\n'Maja; Öberg';'070-174 06 05';'L''Aquila\ncentro'\n"
    const seen = await preview(apostrophes)
    expect(seen.options).toMatchObject({ quote: "'", delimiter: ';' })
    expect(seen.rows[0]?.cells).toEqual(['Maja; Öberg', '070-174 06 05', "L'Aquila\ncentro"])
    expect((await preview("Namn;Mobil;Ort\nO'Brien;'0701740605;L'Aquila\n'Ann';0701740606;x\n")).options.quote).toBe('"')
    // Words in apostrophes, and not what encloses cells.
    expect((await preview("Namn;Mobil;Ort\n'Ann';0701740605;x\n'Bo';0701740606;y\n")).options.quote).toBe('"')
    const open = 'Namn,Mobil\n"Maja,0701740605\nKarl 5" Lind,0701740606\n'
    await expect(preview(open)).rejects.toMatchObject({ code: 'file_unterminated_quote' })
    const none = await preview(open, { quote: '' })
    expect(none.options.quote).toBe('')
    expect(none.rows.map((row) => row.cells[0])).toEqual(['"Maja', 'Karl 5" Lind'])
  })

  it('whose person comes without one of the numbers are said, before anything is written', async () => {
    const { preview } = await givenImports()
    const good = 'Maja,070-174 06 05,08-465 004 02'
    expect((await preview(`Namn,Mobil,Telefon arbete\n${good}\n`)).warning).toBeNull()
    expect((await preview(`Namn,Mobil,Telefon arbete\n${good}\nÅke,070-174 06 06,ring växeln\nElsa,n/a,n/a\n`)).warning).toBe(
      'Row 3 has a number that cannot be read beside one that can; that person is taken in without it.',
    )
    const many = await preview(`Namn,Mobil,Telefon arbete\n${good}\nÅke,070-174 06 06,12\nElsa,12,070-174 06 07\n`)
    expect(many.warning).toMatch(/^2 rows, the first of them row 3, have a number that cannot be read/)
    expect(many.counts).toMatchObject({ rows: 3, created: 3 })
  })

  it('with more than a person can have are left out whole, with the reason', async () => {
    const { preview } = await givenImports()
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => `07017406${String(index).padStart(2, '0')}`).join(' ; ')
    const seen = await preview(`Namn\tMobil\tNotes\tNotes\nMaja\t${numbers(20)}\n\u00c5ke\t${numbers(21)}\n`)
    expect(seen.counts).toMatchObject({ rows: 2, created: 1, rejected: 1 })
    expect(seen.rejects).toEqual([
      { row: 3, reason: 'A person can have 20 numbers, and this row has 21. Spread them over several rows.', value: 'Åke' },
    ])
    const half = 'x'.repeat(12_000)
    const long = await preview(`Namn,Mobil,Anteckningar,Kommentar\nMaja,0701740605,${half},${half}\n`, {
      columns: [
        { meaning: 'name', label: '' },
        { meaning: 'number', label: 'mobile' },
        { meaning: 'notes', label: '' },
        { meaning: 'notes', label: '' },
      ],
    })
    expect(long.rejects).toMatchObject([{ row: 2, reason: 'The notes of this row are together longer than 20000 characters.' }])
  })

  it('that are longer than the header are said', async () => {
    const { preview } = await givenImports()
    const rows = Array.from({ length: 300 }, (_, index) => `Person ${index},0701740605`)
    expect((await preview(`Namn,Mobil\n${rows.join('\n')}\n`)).warning).toBeNull()
    const within = await preview('Namn,Mobil\nMaja,0701740605,Malmö\n')
    expect(within.options.columns[2]).toEqual({ meaning: 'field', label: 'Column 3' })
    expect(within.warning).toBeNull()
    rows[250] += ',Malmö,,x'
    rows[260] += ',,'
    expect((await preview(`Namn,Mobil\n${rows.join('\n')}\n`)).warning).toBe(
      'Row 252 has more cells than the 2 columns of this file; what stands beyond them is not taken in.',
    )
    rows[270] += ',Lund'
    expect((await preview(`Namn,Mobil\n${rows.join('\n')}\n`)).warning).toBe(
      '2 rows, the first of them row 252, have more cells than the 2 columns of this file; what stands beyond them is not taken in.',
    )
  })

  it('with a quotation mark that is never closed are refused, naming the row', async () => {
    const { preview, commit, people } = await givenImports()
    const rows = Array.from({ length: 50 }, (_, index) => `Person ${index},07017406${String(index + 5).padStart(2, '0')}`)
    rows[30] = '"Person 30,0701740635'
    const content = `Namn,Mobil\n${rows.join('\n')}\n`
    await expect(preview(content)).rejects.toMatchObject({ code: 'file_unterminated_quote', message: expect.stringContaining('row 32') })
    await expect(commit(content)).rejects.toMatchObject({ code: 'file_unterminated_quote' })
    await expect(preview(`Namn,Mobil\n"Maja,0701740605\n${'x,y\n'.repeat(2_000_000)}`)).rejects.toMatchObject({
      code: 'file_unterminated_quote',
      message: expect.stringContaining('row 2'),
    })
    expect(await people()).toEqual([])
  })

  it('with stray quotation marks are read where they can be and left out where they swallow others', async () => {
    const { preview } = await givenImports()
    const seen = await preview(
      'Namn,Mobil\nMaja "Majsan" Öberg,0701740605\n"Karl "Kalle" Lind",0701740606\n"Elsa" x,0701740607\n"Ek",0701740608\n',
    )
    expect(seen.rows[0]).toMatchObject({ name: 'Maja "Majsan" Öberg', outcome: 'created' })
    expect(seen.rows[1]).toMatchObject({ name: 'Karl "Kalle" Lind', outcome: 'created' })
    expect(seen.rejects).toEqual([expect.objectContaining({ row: 4, reason: expect.stringContaining('quotation marks') })])
  })

  it('with a cell of a megabyte do no harm', async () => {
    const { commit, people } = await givenImports()
    const huge = 'x'.repeat(1_048_576)
    const { counts, rejects } = await commit(
      `Namn,Mobil,Not\n${huge},0701740605,\nMaja,0701740606,${huge}\nKarl,${huge},\nElsa,0701740607,ok\n"${huge}",0701740608,\n`,
    )
    expect(counts).toMatchObject({ rows: 5, created: 1, rejected: 4 })
    for (const reject of rejects) expect(reject.value.length).toBeLessThanOrEqual(200)
    expect(await people()).toEqual(['Elsa +46701740607'])
  })

  it('that never end are refused', async () => {
    const { preview } = await givenImports()
    await expect(preview(`Namn,Mobil\n${'x,'.repeat(2_500_000)}\n`)).rejects.toMatchObject({ code: 'file_row_too_long' })
  })

  it('of a Swedish workbook from Excel become what they mean', async () => {
    const { preview } = await givenImports()
    const seen = await preview(fixture('kunder-windows-1252.csv'))
    expect(seen.options).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      country: 'SE',
      onDuplicate: 'skip',
      columns: [
        { meaning: 'name', label: '' },
        { meaning: 'number', label: 'mobile' },
        { meaning: 'number', label: 'work' },
        { meaning: 'field', label: 'Bil' },
        { meaning: 'field', label: 'Ort' },
      ],
    })
    expect(seen.counts).toEqual({ rows: 8, created: 6, updated: 0, unchanged: 0, duplicates: 1, rejected: 1 })
    expect(seen.columns[3]).toMatchObject({
      header: 'Bil',
      filled: 6,
      samples: expect.arrayContaining(['Volvo V60', 'Citroën C3'].slice(0, 1)),
    })
    expect(seen.rows.map((row) => [row.row, row.outcome, row.name])).toEqual([
      [2, 'created', 'Maja Öberg'],
      [3, 'created', 'Karl Lindgren'],
      [4, 'created', 'Elsa Holm'],
      [5, 'duplicate', 'Elsa Holm'],
      [6, 'created', 'Nils =HYPERLINK("http://example.com")'],
      [7, 'created', 'Priya Shah'],
      [8, 'rejected', 'Verkstaden'],
      [10, 'created', 'Åke Ödman'],
    ])
    expect(seen.rows[1]?.numbers).toEqual([
      { column: 1, raw: '4,67E+10', e164: null, extension: '', note: expect.stringContaining('damaged') },
      { column: 2, raw: '08-465 004 02', e164: '+46846500402', extension: '', note: null },
    ])
    expect(seen.rows[3]?.reason).toBe('Same person as row 4.')
    expect(seen.rows[4]?.numbers).toEqual([{ column: 1, raw: '701740612', e164: '+46701740612', extension: '', note: '0 put back' }])
  })
})
