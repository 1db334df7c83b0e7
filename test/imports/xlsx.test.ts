import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { givenImports } from './desk.ts'
import { zipOf } from './zip.ts'

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook of one sheet whose rows are this XML. */
function partsOf(rows: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NAMESPACE} xmlns:r="${RELATIONS}"><sheets><sheet name="Kunder" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet ${NAMESPACE}><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  }
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const ROWS = `<row r="1">${inline('Namn')}${inline('Mobil')}</row><row r="3">${inline('Maja')}<c r="B3"><v>46701740605</v></c></row>`

/** Number formats of a workbook: a style for each. */
const stylesOf = (...codes: string[]) =>
  `<styleSheet ${NAMESPACE}><numFmts>${codes.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('')}</cellXfs></styleSheet>`

describe('a workbook of Excel', () => {
  it('is read as another program wrote it', async () => {
    const { preview, commit, contacts } = await givenImports()
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Tom', rows: [] },
          {
            name: 'Kunder & vänner',
            rows: [
              ['Namn', 'Mobil', 'Född', 'Pris', 'Aktiv', 'Anteckning'],
              ['Maja Öberg <b>', 46701740605, new Date(Date.UTC(1980, 0, 2)), 12.5, true, 'rad ett\nrad två'],
              [null, null, null, null, null, null],
              ['प्रिया शाह 🍺', '070-174 06 06', null, null, false, '=1+1'],
            ],
          },
          { name: 'Sist', rows: [['x']] },
        ],
      }),
    )
    const seen = await preview(bytes)
    expect(seen).toMatchObject({
      format: 'xlsx',
      source: 'Excel workbook, sheet “Kunder & vänner”',
      warning: null,
      counts: { rows: 2, created: 2 },
      options: {
        hasHeader: true,
        columns: [
          { meaning: 'name' },
          { meaning: 'number', label: 'mobile' },
          { meaning: 'field', label: 'Född' },
          { meaning: 'field', label: 'Pris' },
          { meaning: 'field', label: 'Aktiv' },
          { meaning: 'notes' },
        ],
      },
    })
    expect(seen.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(seen.rows[0]?.numbers).toEqual([{ column: 1, raw: '46701740605', e164: '+46701740605', extension: '', note: '+ put back' }])
    await commit(bytes)
    const { contacts: all } = await contacts.list({ limit: 10 })
    expect(all).toMatchObject([
      {
        name: 'Maja Öberg <b>',
        notes: 'rad ett\nrad två',
        numbers: [{ e164: '+46701740605', label: 'mobile' }],
        fields: { Född: '1980-01-02', Pris: '12.5', Aktiv: 'TRUE' },
      },
      { name: 'प्रिया शाह 🍺', numbers: [{ e164: '+46701740606' }], fields: { Aktiv: 'FALSE' } },
    ])
  })

  it('has several sheets: the first in sight with something in it is read, or the one that is chosen', async () => {
    const { preview, commit, contacts } = await givenImports()
    const sheet = (name: string, person: string, number: string) => ({
      name,
      rows: [
        ['Namn', 'Mobil'],
        [person, number],
      ],
    })
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Tom', rows: [] },
          sheet('Kunder', 'Maja', '070-174 06 05'),
          { name: 'Utan rubrik', rows: [['Åke', '070-174 06 06']] },
          sheet('Gamla', 'Elsa', '070-174 06 07'),
        ],
      }),
    )
    const seen = await preview(bytes)
    expect(seen).toMatchObject({ sheets: ['Kunder', 'Utan rubrik', 'Gamla'], options: { sheet: 'Kunder' }, rows: [{ name: 'Maja' }] })
    expect(await preview(bytes, { sheet: 'Utan rubrik' })).toMatchObject({
      options: { sheet: 'Utan rubrik', hasHeader: false },
      rows: [{ row: 1 }],
    })
    for (const gone of ['Tom', 'Nobody’s']) expect((await preview(bytes, { sheet: gone })).options.sheet).toBe('Kunder')
    await commit(bytes, { sheet: 'Gamla' })
    expect((await contacts.list({ limit: 10 })).contacts).toMatchObject([{ name: 'Elsa' }])
  })

  it('has its strings in a part of their own, with reading aids and escapes', async () => {
    const { preview } = await givenImports()
    const strings = `<sst ${NAMESPACE}><si><t>Namn</t></si><si><t>Mobil</t></si><si><r><t>東</t></r><r><t xml:space="preserve">京 </t></r><rPh><t>トウキョウ</t></rPh></si><si><t>a_x000D_b &amp;#65;</t></si></sst>`
    const cells = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row><row><c t="s"><v>2</v></c><c><v>0701740605</v></c><c t="s"><v>3</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>text</v></c></row>`
    const seen = await preview(
      zipOf(
        partsOf(cells, {
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
          'xl/sharedStrings.xml': strings,
        }),
      ),
    )
    expect(seen.rows[0]?.cells).toEqual(['東京 ', '701740605', 'a\rb &#65;', '#N/A', 'text'])
    expect(seen.rows[0]?.name).toBe('東京')
  })

  it.each([
    ['General', '46701740605', '46701740605'],
    ['General', '4.6701740605E10', '46701740605'],
    ['General', '0.1', '0.1'],
    ['General', '0.30000000000000004', '0.3'],
    ['0.00E+00', '46701740605', '46701740605'],
    ['#,##0', '46701740605', '46701740605'],
    ['#,##0', '1234', '1,234'],
    ['0000000000', '701740605', '0701740605'],
    ['000-000 00 00', '701740605', '070-174 06 05'],
    ['"+"0', '46701740605', '+46701740605'],
    ['#,##0.00 "kr"', '46701740605', '46701740605'],
    ['0.00 "kr"', '12.5', '12.50 kr'],
    ['0%', '0.25', '25%'],
    ['yyyy\\-mm\\-dd', '29222', '1980-01-02'],
    ['d mmmm yyyy', '29222', '2 January 1980'],
    ['hh:mm', '0.5', '12:00'],
    ['not a "format', '5', '5'],
  ])('shows a number formatted %j as the sheet does, and no digit less: %s', async (code, value, shown) => {
    const { preview } = await givenImports()
    const style = code === 'General' ? 0 : 1
    const cells = `<row>${inline('Namn')}${inline('Mobil')}${inline('X')}</row><row>${inline('Maja')}${inline('0701740605')}<c s="${style}"><v>${value}</v></c></row>`
    const seen = await preview(
      zipOf(
        partsOf(cells, {
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
          'xl/styles.xml': stylesOf(code),
        }),
      ),
    )
    expect(seen.rows[0]?.cells[2]).toBe(shown)
  })

  it('counts its days from 1904 where it says so', async () => {
    const { preview } = await givenImports()
    const cells = `<row>${inline('Namn')}${inline('Mobil')}${inline('X')}</row><row>${inline('Maja')}${inline('0701740605')}<c s="1"><v>27760</v></c></row>`
    const parts = partsOf(cells, { 'xl/styles.xml': stylesOf('yyyy\\-mm\\-dd') })
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    expect((await preview(zipOf(parts))).rows[0]?.cells[2]).toBe('1980-01-02')
  })

  it('keeps the places of cells where others are left out', async () => {
    const { preview } = await givenImports()
    const cells = `<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c><c r="AB1" t="inlineStr"><is><t>Mobil</t></is></c></row><row r="2"><c r="AB2"><v>701740605</v></c></row>`
    const seen = await preview(zipOf(partsOf(cells)))
    expect(seen.columns).toHaveLength(28)
    expect(seen.rows[0]?.numbers).toMatchObject([{ column: 27, e164: '+46701740605' }])
  })

  it.each([
    ['nothing in it', zipOf(partsOf('')), 'file_empty', 'nothing in this workbook'],
    ['a cut off end', zipOf(partsOf(ROWS)).subarray(0, 700), 'file_damaged', 'damaged or not complete'],
    ['a sheet that is no XML', zipOf(partsOf('<row><c></row>')), 'file_damaged', 'damaged or not complete'],
    [
      'a sheet that stops',
      zipOf({ ...partsOf(''), 'xl/worksheets/sheet1.xml': `<worksheet ${NAMESPACE}><sheetData>${ROWS}` }),
      'file_damaged',
      'damaged',
    ],
    [
      'entities of its own',
      zipOf({
        ...partsOf(''),
        'xl/worksheets/sheet1.xml': `<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet ${NAMESPACE}><sheetData>${ROWS}</sheetData></worksheet>`,
      }),
      'file_damaged',
      'damaged',
    ],
    ['parts that say they are enormous', zipOf(partsOf(ROWS), 0xf0000000), 'file_too_large', 'unpacks to more'],
    ['parts longer than they say', zipOf(partsOf(ROWS), 10), 'file_damaged', 'damaged'],
    ['a row beyond the last', zipOf(partsOf(`<row r="2000000">${inline('x')}</row>`)), 'file_too_large', 'unpacks to more'],
    ['a column beyond the last', zipOf(partsOf(`<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>`)), 'file_too_large', 'unpacks to more'],
    ['a cell of many megabytes', zipOf(partsOf(`<row>${inline('x'.repeat(5_000_000))}</row>`)), 'file_row_too_long', 'Row 1 is longer'],
    ['a document of Word', zipOf({ 'word/document.xml': '<x/>' }), 'file_not_text', 'text document of Word'],
    [
      'a spreadsheet of LibreOffice',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'file_not_text',
      'LibreOffice',
    ],
    ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'file_not_text', 'binary Excel workbook'],
    ['a folder that was packed', zipOf({ 'customers.csv': 'Name,Phone' }), 'file_not_text', 'Unpack it first'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file_not_text',
      'password',
    ],
  ])('with %s is refused in words', async (_, bytes, code, words) => {
    const { preview, commit, people } = await givenImports()
    const refused = { code, message: expect.stringContaining(words) }
    await expect(preview(bytes)).rejects.toMatchObject(refused)
    await expect(commit(bytes)).rejects.toMatchObject(refused)
    expect(await people()).toEqual([])
  })

  it('that unpacks to a thousand times its size is refused before it is in memory', async () => {
    const { preview } = await givenImports()
    const bomb = zipOf(partsOf(ROWS, { 'xl/sharedStrings.xml': `<sst ${NAMESPACE}><si><t>${'a'.repeat(300_000_000)}</t></si></sst>` }))
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(preview(bomb)).rejects.toMatchObject({ code: 'file_too_large' })
  })
})
