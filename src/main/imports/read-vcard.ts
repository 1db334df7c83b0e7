import { MOST_NUMBERS } from '../../shared/contacts/person-text.ts'
import type { FileEncoding } from '../../shared/contract/imports.ts'
import { FIELD_PREFIX, numberKind } from '../../shared/import/header-words.ts'
import type { OperationContext } from '../store/operation.ts'
import { cancelled } from './cancelled.ts'
import { type CardColumns, type CardFormat, type FileRow, ROWS_PER_BATCH } from './file-row.ts'
import { decoded } from './read-text.ts'
import { type Card, type CardProperty, createCardParser } from './vcard-lines.ts'

/** Properties that become columns, in their order, with the header they get. */
const NAME = 'Name'
const COLUMNS: readonly [property: string, header: string][] = [
  ['ORG', 'Company'],
  ['TITLE', 'Title'],
  ['ROLE', 'Role'],
  ['NICKNAME', 'Nickname'],
  ['EMAIL', 'Email'],
  ['ADR', 'Address'],
  ['URL', 'Website'],
  ['IMPP', 'Chat'],
  ['BDAY', 'Birthday'],
  ['ANNIVERSARY', 'Anniversary'],
  ['CATEGORIES', 'Groups'],
  ['NOTE', 'Notes'],
]
const HEADERS = new Map(COLUMNS)
const DEPARTMENT = 'Department'
const FAX = 'Fax'
const PAGER = 'Pager'
/** Read for other columns, or telling of the card itself. */
const NO_COLUMN = new Set(['FN', 'N', 'TEL', 'VERSION', 'KIND', 'LANG', 'GENDER', 'X-ABLABEL'])
/** Most columns of properties only some programs know. */
const MOST_OWN = 40

/** Looks through a file of cards once. @throws Refused `file_row_too_long`, `import_cancelled` */
export async function surveyCards(
  path: string,
  encoding: FileEncoding,
  context: OperationContext,
): Promise<{ cards: number; columns: CardColumns; versions: string[] }> {
  const used = new Set<string>()
  const versions = new Set<string>()
  let cards = 0
  let numbers = 1
  for await (const some of cardsOf(path, encoding)) {
    for (const card of some) {
      cards += 1
      const { cells, numbers: here } = contentOf(card)
      for (const header of cells.keys()) if (HEADER_ORDER.has(header) || used.size < MOST_OWN + HEADER_ORDER.size) used.add(header)
      numbers = Math.max(numbers, Math.min(here.length, MOST_NUMBERS))
      versions.add(textOf(card.properties.find((property) => property.name === 'VERSION')?.value ?? '') || '2.1')
    }
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  used.delete(NAME)
  const before = used.delete('Company') ? ['Company'] : []
  const after = [...used].sort((a, b) => (HEADER_ORDER.get(a) ?? HEADER_ORDER.size) - (HEADER_ORDER.get(b) ?? HEADER_ORDER.size))
  const pairs = Array.from({ length: numbers }, (_, index) => [`Phone ${index + 1} - Label`, `Phone ${index + 1} - Value`]).flat()
  return {
    cards,
    columns: { headers: [NAME, ...before, ...pairs, ...after], numbers, before, after },
    versions: [...versions].sort().slice(0, 4),
  }
}

const HEADER_ORDER = new Map(
  [NAME, ...COLUMNS.flatMap(([property, header]) => (property === 'ORG' ? [header, DEPARTMENT] : [header])), FAX, PAGER].map(
    (header, index) => [header, index],
  ),
)

/** The cards of a file as rows, after a row of headers. @throws Refused `file_row_too_long` */
export async function* readCardRows(path: string, { encoding, columns }: CardFormat): AsyncGenerator<FileRow[], void, void> {
  let row = 0
  let batch: FileRow[] = [{ row, cells: columns.headers, broken: false }]
  for await (const some of cardsOf(path, encoding)) {
    for (const card of some) {
      row += 1
      batch.push({ row, cells: cellsOf(card, columns), broken: card.broken })
      if (batch.length < ROWS_PER_BATCH) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function* cardsOf(path: string, encoding: FileEncoding): AsyncGenerator<Card[], void, void> {
  const parser = createCardParser()
  for await (const { piece, isEnd } of decoded(path, encoding)) {
    const cards = parser.push(piece)
    yield isEnd ? [...cards, ...parser.end()] : cards
  }
}

function cellsOf(card: Card, { numbers: width, before, after }: CardColumns): string[] {
  const { cells, numbers } = contentOf(card)
  const pairs = Array.from({ length: width }, (_, index) => {
    const here = index === width - 1 ? numbers.slice(index) : numbers.slice(index, index + 1)
    return [here[0]?.label ?? '', here.map(({ text }) => text).join(' ::: ')]
  }).flat()
  return [
    cells.get(NAME) ?? '',
    ...before.map((header) => cells.get(header) ?? ''),
    ...pairs,
    ...after.map((header) => cells.get(header) ?? ''),
  ]
}

interface CardNumber {
  text: string
  label: string
}

/**
 * What a card says, by column, and its numbers: in the order it prefers them in, where it numbers that (vCard 4.0), and else
 * those that can be texted first.
 */
function contentOf(card: Card): { cells: Map<string, string>; numbers: CardNumber[] } {
  const cells = new Map<string, string>()
  const labels = new Map(
    card.properties.filter(({ name, group }) => name === 'X-ABLABEL' && group !== '').map(({ group, value }) => [group, appleLabel(value)]),
  )
  const numbers: (CardNumber & { rank: number })[] = []
  const add = (header: string, text: string, by: string) => {
    const before = cells.get(header)
    if (text !== '') cells.set(header, before === undefined ? text : `${before}${by}${text}`)
  }
  for (const property of card.properties) {
    const { name, value } = property
    const header = HEADERS.get(name)
    if (name === 'TEL') {
      const text = telText(value)
      const types = typesOf(property)
      const kind = lineKind(types)
      if (kind !== null) add(kind, text, ', ')
      else if (text !== '') numbers.push({ text, label: labels.get(property.group) ?? labelOf(types), rank: rankOf(types, property) })
    } else if (name === 'ORG') {
      const [company = '', ...departments] = parts(value)
      add('Company', company, ', ')
      add(DEPARTMENT, departments.filter((part) => part !== '').join(', '), ', ')
    } else if (name === 'ADR') {
      add('Address', addressOf(value), '\n')
    } else if (header !== undefined) {
      add(header, textOf(value), name === 'NOTE' ? '\n' : ', ')
    } else if (name === 'X-FIELD') {
      // Of an export of this desk: a field, whatever its name would mean as a header.
      add(FIELD_PREFIX + (labels.get(property.group) ?? name), textOf(value), ', ')
    } else if (!NO_COLUMN.has(name)) {
      const label = labels.get(property.group) ?? name
      add(label === NAME || label === 'Company' ? name : label, textOf(value), ', ')
    }
  }
  cells.set(NAME, nameOf(card))
  return { cells, numbers: numbers.sort((a, b) => a.rank - b.rank).map(({ text, label }) => ({ text, label })) }
}

function typesOf({ parameters }: CardProperty): Set<string> {
  return new Set((parameters.get('TYPE') ?? []).map((type) => type.toLowerCase()))
}

/** The column of a line no text reaches; null for one that may be texted. */
function lineKind(types: ReadonlySet<string>): string | null {
  if (types.has('cell') || types.has('voice') || types.has('text') || types.has('iphone')) return null
  if (types.has('fax') || types.has('home fax') || types.has('work fax')) return FAX
  return types.has('pager') || types.has('modem') || types.has('bbs') ? PAGER : null
}

function rankOf(types: ReadonlySet<string>, { parameters }: CardProperty): number {
  const mobile = types.has('cell') || types.has('iphone') || types.has('text')
  const preference = Number(parameters.get('PREF')?.[0] ?? Number.NaN)
  if (preference >= 1 && preference <= 100) return preference
  return (mobile ? 1_000 : 2_000) + (types.has('pref') ? 0 : 1)
}

const LABELS = ['cell', 'iphone', 'work', 'home', 'main', 'car', 'other']

function labelOf(types: ReadonlySet<string>): string {
  const type = LABELS.find((label) => types.has(label))
  return type === undefined ? '' : numberKind(type) || type
}

/** Apple writes its own labels as `_$!<Mobile>!$_`, those of people as they are. */
function appleLabel(value: string): string {
  const known = appleLabels.get(value)
  if (known !== undefined) return known
  const read = readAppleLabel(value)
  if (appleLabels.size < MOST_LABELS) appleLabels.set(value, read)
  return read
}

/** Labels are few, and the same in every card. */
const appleLabels = new Map<string, string>()
const MOST_LABELS = 1_000

function readAppleLabel(value: string): string {
  const label = textOf(value)
  const own = /^_\$!<(.*)>!\$_$/su.exec(label)?.[1]
  return own === undefined ? label : numberKind(own) || own
}

/** A number, out of a `tel:` URI (RFC 3966) where it is one. Its context comes before it, its extension stays. */
function telText(value: string): string {
  const text = textOf(value)
  const uri = /^(?:tel|sms):([^;?]*)(.*)$/isu.exec(text)
  if (uri === null) return text
  const [, number = '', parameters = ''] = uri
  const context = /;phone-context=(\+\d+)/iu.exec(parameters)?.[1] ?? ''
  const extension = /;ext=([\d.()-]+)/iu.exec(parameters)?.[1]
  return `${number.startsWith('+') ? '' : context}${percentDecoded(number)}${extension === undefined ? '' : `;ext=${extension.replaceAll(/\D/g, '')}`}`
}

function percentDecoded(text: string): string {
  return text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The formatted name; where there is none, the parts of the name in the order people say them. */
function nameOf(card: Card): string {
  const formatted = textOf(card.properties.find(({ name }) => name === 'FN')?.value ?? '').trim()
  if (formatted !== '') return formatted
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = parts(
    card.properties.find(({ name }) => name === 'N')?.value ?? '',
  )
  return [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ')
}

/** Post box, extended, street, town, region, code, country: a line for the street, one for the town with its code. */
function addressOf(value: string): string {
  const [box = '', extended = '', street = '', town = '', region = '', code = '', country = ''] = parts(value)
  const place = [code, town].filter((part) => part !== '').join(' ')
  return [box, extended, street, place, region, country].filter((part) => part !== '').join(', ')
}

/** Components of a structured value: parted by semicolons that have no backslash before them. */
function parts(value: string): string[] {
  return value.split(/(?<!(?<!\\)(?:\\\\)*\\);/u).map((part) => textOf(part).trim())
}

/** A value without its backslashes (RFC 6350, §3.4; RFC 2426, §2.4.2). */
function textOf(value: string): string {
  if (!value.includes('\\')) return value
  return value.replaceAll(/\\([nN,;:\\])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}
