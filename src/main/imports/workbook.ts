import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Refused } from '../app/refused.ts'

/** A workbook of Excel (ECMA-376, Office Open XML) that is open: what its parts are, and what its sheets need. */
export interface Workbook {
  sheets: SheetPart[]
  /** The text of each string cells refer to by number. */
  strings: string[]
  /** The number format of each style cells refer to by number, as Excel writes it. */
  formats: string[]
  /** Days count from 1904 on, as on old Macs. */
  from1904: boolean
  /** The XML of a sheet, in pieces. */
  sheetXml(sheet: SheetPart): AsyncGenerator<string, void, void>
  close(): void
}

export interface SheetPart {
  name: string
  hidden: boolean
  /** Name of the part in the package. */
  part: string
}

/** Largest part read into memory whole, and largest sheet, unpacked, in bytes: beyond them a file means harm. */
const LARGEST_PART = 33_554_432
const LARGEST_STRINGS = 536_870_912
const LARGEST_SHEET = 2_147_483_648
/** Most text of all strings together, in UTF-16 units. */
const MOST_TEXT = 268_435_456
/** Longest text without a tag in it, in UTF-16 units. Excel takes 32,767 in a cell. */
const LONGEST_TEXT = 16_777_216
/** Most parts of a package. */
const MOST_PARTS = 10_000

/**
 * Opens a workbook without holding its sheets. Close it.
 * @throws Refused `file_not_text` for other packed files, `file_damaged`, `file_too_large`
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw damaged(error)
  })
  try {
    return await readParts(zip)
  } catch (error) {
    zip.close()
    throw error instanceof Refused ? error : damaged(error)
  }
}

async function readParts(zip: ZipFile): Promise<Workbook> {
  if (zip.entryCount > MOST_PARTS) throw tooLarge()
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
  const find = (part: string) => entries.get(part.toLowerCase())
  const read = async (part: string, limit: number, on: XmlListener) => {
    const entry = find(part)
    if (entry !== undefined) await parseXml(xmlOf(zip, entry, limit), on)
  }

  const root = await relations(read, '_rels/.rels', '')
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  if (find(main) === undefined || !main.endsWith('.xml')) throw await otherPackage(zip, entries)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const related = await relations(read, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const partOfType = (type: string) => [...related.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target

  const sheets: SheetPart[] = []
  let from1904 = false
  await read(main, LARGEST_PART, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const relation = related.get(id)
      if (relation?.type.endsWith('/worksheet') === true && find(relation.target) !== undefined)
        sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part: relation.target })
    },
  })
  if (sheets.length === 0) throw await otherPackage(zip, entries)

  return {
    sheets,
    from1904,
    strings: await readStrings(read, partOfType('sharedStrings') ?? `${folder}sharedStrings.xml`),
    formats: await readFormats(read, partOfType('styles') ?? `${folder}styles.xml`),
    async *sheetXml({ part }) {
      const entry = find(part)
      if (entry !== undefined) yield* xmlOf(zip, entry, LARGEST_SHEET)
    },
    close: () => zip.close(),
  }
}

/** What listens to the XML of a part. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** A parser of XML that tells `listener`. Give it the text in pieces; {@link SaxesParser.close} at the end. */
export function createXmlParser(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ position: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  // A type declaration has no place in a workbook, and entities of one's own are how small files become large.
  parser.on('doctype', () => {
    throw damaged(new Error('doctype'))
  })
  parser.on('error', (error) => {
    throw error
  })
  if (listener.open !== undefined)
    parser.on('opentag', ({ name, attributes }) => listener.open?.(local(name), attributes as Record<string, string>))
  if (listener.text !== undefined) {
    parser.on('text', (text) => listener.text?.(text))
    parser.on('cdata', (text) => listener.text?.(text))
  }
  if (listener.close !== undefined) parser.on('closetag', ({ name }) => listener.close?.(local(name)))
  return parser
}

async function parseXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = createXmlParser(listener)
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}

type ReadPart = (part: string, limit: number, listener: XmlListener) => Promise<void>

/** Relations of a part by their id, with their targets as names of parts. @param folder the part's, with its slash */
async function relations(read: ReadPart, part: string, folder: string): Promise<Map<string, { type: string; target: string }>> {
  const found = new Map<string, { type: string; target: string }>()
  await read(part, LARGEST_PART, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      const path = new URL(target, `file:///${folder}`).pathname.slice(1)
      found.set(attributes['Id'] ?? '', { type: attributes['Type'] ?? '', target: decodeURIComponent(path) })
    },
  })
  return found
}

async function readStrings(read: ReadPart, part: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let total = 0
  let inText = false
  /** Within the reading aid of Japanese text, which is not part of it. */
  let inAid = false
  await read(part, LARGEST_STRINGS, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = !inAid
      else if (name === 'rPh') inAid = true
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inAid = false
      else if (name === 'si') {
        total += text.length
        if (total > MOST_TEXT) throw tooLarge()
        strings.push(unescapedXml(text))
      }
    },
  })
  return strings
}

async function readFormats(read: ReadPart, part: string): Promise<string[]> {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  await read(part, LARGEST_PART, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        formats.push(own.get(id) ?? BUILT_IN[id] ?? 'General')
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/**
 * Number formats that workbooks do not write out (ECMA-376-1, §18.8.30). Those of dates depend on the country Excel is
 * set to; here they are year, month, day.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
}

/** Characters XML has no place for are written `_x000D_` in workbooks (ECMA-376-1, §22.9.2.19). */
export function unescapedXml(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The text of a part, unpacked piece by piece. yauzl ends it where it is longer than it says. */
async function* xmlOf(zip: ZipFile, entry: Entry, limit: number): AsyncGenerator<string, void, void> {
  if (entry.uncompressedSize > limit) throw tooLarge()
  const stream: Readable = await zip.openReadStreamPromise(entry)
  try {
    let sinceTag = 0
    let decoder: InstanceType<typeof TextDecoder> | null = null
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8')
      const piece = decoder.decode(chunk, { stream: true })
      const tag = piece.lastIndexOf('<')
      sinceTag = tag === -1 ? sinceTag + piece.length : piece.length - tag
      if (sinceTag > LONGEST_TEXT) throw tooLarge()
      yield piece
    }
  } finally {
    stream.destroy()
  }
}

/** Packed files that are no workbook of Excel, by a part they have. */
const OTHER_PACKAGES: readonly [RegExp, string][] = [
  [
    /^xl\/workbook\.bin$/,
    'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.',
  ],
  [/^word\//, 'This is a text document of Word. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.'],
  [/^ppt\//, 'This is a presentation. Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.'],
  [
    /^index\/(?:document|calculationengine)[\w-]*\.iwa$/,
    'This is a spreadsheet of Numbers. Export it there as an Excel workbook or as CSV, and choose that file.',
  ],
  [
    /^content\.xml$/,
    'This is a spreadsheet of LibreOffice or OpenOffice (.ods). Open it there, save it as an Excel workbook (.xlsx) or as CSV, and choose that file.',
  ],
]

async function otherPackage(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Refused> {
  const names = [...entries.keys()]
  const known = OTHER_PACKAGES.find(([pattern]) => names.some((name) => pattern.test(name)))
  if (known !== undefined) return new Refused('file_not_text', known[1])
  return names.includes('xl/workbook.xml')
    ? damaged(new Error(`no sheets among ${zip.entryCount} parts`))
    : new Refused('file_not_text', 'This is a packed file. Unpack it first, then choose the file inside.')
}

/** A workbook that cannot be read to its end. */
export function damaged(cause: unknown): Refused {
  return new Refused(
    'file_damaged',
    'This Excel workbook is damaged or not complete. Open it in Excel, save it under another name or save it as CSV, and choose that file.',
    { cause },
  )
}

export function tooLarge(): Refused {
  return new Refused(
    'file_too_large',
    'This workbook unpacks to more than a list of customers can be. Save the sheet with your customers as CSV, and choose that file.',
  )
}
