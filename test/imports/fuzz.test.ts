import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../src/main/app/refused.ts'
import { inspectFile } from '../../src/main/imports/inspect-file.ts'
import { layOut } from '../../src/main/imports/layout.ts'
import { createPersonReader } from '../../src/main/imports/read-person.ts'
import { type FileRow, readRows } from '../../src/main/imports/read-rows.ts'
import type { ImportOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { fixture } from './desk.ts'
import { zipOf } from './zip.ts'

const context = { progress: () => undefined, cancelled: false, yield: async () => undefined }
/**
 * Everything an import makes of these bytes, or the sentence it refuses them with. Any other error fails the test.
 * @param folder of the test
 */
async function readAll(folder: string, bytes: Uint8Array, options: ImportOptions = {}) {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  try {
    const layout = layOut(await inspectFile(path, context), options, 'SE', () => null)
    const readPerson = createPersonReader(layout)
    const rows: FileRow[] = []
    for await (const batch of readRows(path, layout.format)) rows.push(...batch)
    const readings = rows.slice(layout.hasHeader ? 1 : 0).map((row) => readPerson(row))
    for (const reading of readings) if (reading.kind === 'rejected') expect(reading.reason).toMatch(/^[A-Z].*\.$/su)
    return { refused: null, rows, readings, people: readings.length, expected: rows.length - (layout.hasHeader ? 1 : 0) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    expect(error.message).toMatch(/^[A-Z].*\.$/su)
    return { refused: error.code, rows: [], readings: [], people: 0, expected: 0 }
  }
}

const FIXTURES = ['google-2024.csv', 'kunder-windows-1252.csv', 'plain-fi.csv', 'icloud-3.0.vcf', 'android-2.1.vcf', 'thunderbird-4.0.vcf']

/** A cell as people and their programs write them: letters of all scripts, marks, what parts cells and rows. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('070-174 06 05', '=1+1', "'", '"', '"a', '<b>', '\u202e', '🍺', 'sep=;', 'BEGIN:VCARD', '\0', 'प्रिया', '', ' '),
)

describe('any file at all is read or refused with a sentence', () => {
  it('of random bytes', async () => {
    const folder = temporaryFolder()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const { people, expected } = await readAll(folder, bytes)
        expect(people).toBe(Math.max(0, expected))
      }),
      { numRuns: 100 },
    )
  })

  it('of random text in any encoding, read in any other', async () => {
    const folder = temporaryFolder()
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'windows-1252', 'macintosh', 'cp850', 'windows-1251')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|', '"', "'"),
        fc.constantFrom('\n', '\r\n', '\r'),
        encodings,
        fc.option(encodings, { nil: undefined }),
        async (rows, by, end, encoding, readAs) => {
          const bytes = iconv.encode(rows.map((cells) => cells.join(by)).join(end), encoding)
          const { people, expected } = await readAll(folder, bytes, readAs === undefined ? {} : { encoding: readAs as 'utf-8' })
          expect(people).toBe(Math.max(0, expected))
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each(FIXTURES)('of %s cut off or changed anywhere', async (name) => {
    const folder = temporaryFolder()
    const whole = fixture(name)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), async (length, at, byte) => {
        const bytes = Buffer.from(whole)
        bytes[at] = byte
        const { people, expected } = await readAll(folder, bytes.subarray(0, length))
        expect(people).toBe(Math.max(0, expected))
      }),
      { numRuns: 40 },
    )
  })

  it('of a workbook cut off or changed anywhere', async () => {
    const folder = temporaryFolder()
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const whole = zipOf({
      '_rels/.rels': `<r><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></r>`,
      'xl/workbook.xml': '<w xmlns:r="r"><sheets><sheet name="x" r:id="a"/></sheets></w>',
      'xl/_rels/workbook.xml.rels': `<r><Relationship Id="a" Type="${relations}/worksheet" Target="s.xml"/></r>`,
      'xl/s.xml': '<s><sheetData><row><c t="inlineStr"><is><t>Namn</t></is></c></row><row><c><v>701740605</v></c></row></sheetData></s>',
    })
    expect((await readAll(folder, whole)).rows).toHaveLength(2)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), async (length, at, byte) => {
        const bytes = Buffer.from(whole)
        bytes[at] = byte
        const { people, expected } = await readAll(folder, bytes.subarray(0, length))
        expect(people).toBe(Math.max(0, expected))
      }),
      { numRuns: 100 },
    )
  })
})

describe('no row is lost', () => {
  const name = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('"', "O'Brien", 'a\nb', 'Öberg, Maja; jr|x\ty', '=1', "''"),
    )
    .filter((text) => text.trim() !== '' && !text.includes('\0'))
  const enclosed = (text: string, quote: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`

  it('of a table in any marks and any Unicode encoding: every cell comes back as it was', async () => {
    const folder = temporaryFolder()
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"', "'"),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'),
        async (names, delimiter, quote, end, encoding) => {
          const all = [['Name', 'Mobile'], ...names.map((one, index) => [one, `07017406${String(10 + (index % 80))}`])]
          const text = all.map((cells) => cells.map((one) => enclosed(one, quote)).join(delimiter)).join(end)
          const { rows } = await readAll(folder, iconv.encode(text, encoding, { addBOM: true }), { delimiter, quote })
          expect(rows.map(({ cells }) => cells)).toEqual(all)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of cards: every name and number comes back', async () => {
    const folder = temporaryFolder()
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 10, max: 75 }),
        fc.constantFrom('\n', '\r\n'),
        async (names, width, end) => {
          const cards = names.map((one, index) => {
            const escaped = one.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`)
            // Folded anywhere, as RFC 6350, §3.2 allows, but within a pair of UTF-16 units.
            const folded = (
              Array.from(`FN:${escaped}`)
                .join('')
                .match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []
            ).join(`${end} `)
            return ['BEGIN:VCARD', 'VERSION:4.0', folded, `TEL;TYPE=cell:07017406${10 + index}`, 'END:VCARD'].join(end)
          })
          const { readings } = await readAll(folder, Buffer.from(cards.join(end)))
          expect(readings.map((reading) => reading.kind)).toEqual(names.map(() => 'person'))
          const clean = (text: string) =>
            text
              .normalize('NFC')
              .replaceAll(/[\s\p{Cc}]+/gu, ' ')
              .trim()
          expect(readings.map((reading) => (reading.kind === 'person' ? reading.person.name : ''))).toEqual(names.map(clean))
        },
      ),
      { numRuns: 100 },
    )
  })
})
