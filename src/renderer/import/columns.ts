import type { Words } from '../language/words.ts'
import type { ColumnMapping, ColumnMeaning, FileEncoding, ImportOptions } from '../../shared/contract/imports.ts'
import { meaningOfHeader, partOfPair } from '../../shared/import/header-words.ts'

/** One choice in the menu over a column. */
export interface ColumnChoice {
  /** Stable within the menu; `mapping` is what it stands for. */
  value: string
  /** What the person reads. */
  label: string
  mapping: ColumnMapping
}

/** Label of a number whose column says nothing about its kind. */
const PLAIN_NUMBER = 'number'

const NUMBER_KINDS = [
  ['mobile', 'columns.numberMobile'],
  ['work', 'columns.numberWork'],
  ['home', 'columns.numberHome'],
] as const

const PLAIN_MEANINGS = [
  'name',
  'namePrefix',
  'givenName',
  'middleName',
  'familyName',
  'nameSuffix',
  'company',
  'notes',
] as const satisfies readonly ColumnMeaning[]

/** Whether a column is the half of a pair that says what a number is called: it goes with the number. */
export function namesANumber(header: string): boolean {
  return partOfPair(header)?.part === 'label' && meaningOfHeader(header).meaning === 'skip'
}

/** Identifies a mapping among the choices of one column. */
function valueOf(mapping: ColumnMapping): string {
  return mapping.meaning === 'number' ? `number:${mapping.label}` : mapping.meaning
}

/**
 * What a column can be made to mean, in the order of the menu. `header` names the field it would be kept under.
 * A number kind the host found in the file and that is not among the usual ones is offered too.
 */
export function columnChoices(words: Words<'importing'>, header: string, current: ColumnMapping): ColumnChoice[] {
  const kinds: { label: string; said: string }[] = NUMBER_KINDS.map(([label, key]) => ({ label, said: words(key) }))
  if (current.meaning === 'number' && !kinds.some((kind) => kind.label === current.label)) {
    const plain = current.label === '' || current.label === PLAIN_NUMBER
    kinds.push({ label: current.label, said: plain ? words('columns.number') : words('columns.numberOther', { label: current.label }) })
  }
  const fieldName = current.meaning === 'field' && current.label !== '' ? current.label : header
  return [
    ...PLAIN_MEANINGS.map((meaning) => ({ value: meaning, label: words(`columns.${meaning}`), mapping: { meaning, label: '' } })),
    ...kinds.map(({ label, said }) => ({
      value: `number:${label}`,
      label: said,
      mapping: { meaning: 'number' as const, label },
    })),
    {
      value: 'field',
      label: fieldName === '' ? words('columns.field') : words('columns.fieldNamed', { name: fieldName }),
      mapping: { meaning: 'field', label: fieldName.slice(0, 60) },
    },
    { value: 'skip', label: words(namesANumber(header) ? 'columns.numberLabel' : 'columns.skip'), mapping: { meaning: 'skip', label: '' } },
  ]
}

/** The choice that stands for how a column is read now. */
export function currentChoice(choices: readonly ColumnChoice[], current: ColumnMapping): string {
  const value = valueOf(current)
  return choices.some((choice) => choice.value === value) ? value : 'skip'
}

/** The mapping with one column changed; all others stay as they are. */
export function withColumn(columns: readonly ColumnMapping[], index: number, mapping: ColumnMapping): ColumnMapping[] {
  return columns.map((column, at) => (at === index ? mapping : column))
}

/** A warning about the mapping as a whole, as a sentence; null when every row can become a person. */
export function mappingProblem(words: Words<'importing'>, columns: readonly ColumnMapping[]): string | null {
  return columns.some((column) => column.meaning === 'number') ? null : words('problem.noNumber')
}

/** Delimiters by the word a person would use. */
export const DELIMITERS = [
  { value: ',', name: 'comma', sign: ',' },
  { value: ';', name: 'semicolon', sign: ';' },
  { value: '\t', name: 'tab', sign: '⇥' },
  { value: '|', name: 'bar', sign: '|' },
] as const satisfies readonly { value: NonNullable<ImportOptions['delimiter']>; name: string; sign: string }[]

/** What encloses cells, by the word a person would use. */
export const QUOTES = [
  { value: '"', name: 'quotationMarks', sign: '"' },
  { value: "'", name: 'apostrophes', sign: "'" },
  { value: '', name: 'noQuotes', sign: null },
] as const satisfies readonly { value: NonNullable<ImportOptions['quote']>; name: string; sign: string | null }[]

/** Encodings with what they are used for, so that a person can tell which one to try. */
export const ENCODINGS = [
  { value: 'utf-8', name: 'UTF-8', usedBy: 'today' },
  { value: 'windows-1252', name: 'Windows-1252', usedBy: 'windows' },
  { value: 'macintosh', name: null, usedBy: 'oldMac' },
  { value: 'utf-16le', name: 'UTF-16', usedBy: 'unicodeText' },
  { value: 'utf-16be', name: 'UTF-16', usedBy: 'some', bigEnd: true },
  { value: 'utf-32le', name: 'UTF-32', usedBy: 'rare' },
  { value: 'utf-32be', name: 'UTF-32', usedBy: 'rare', bigEnd: true },
  { value: 'iso-8859-1', name: 'ISO 8859-1', usedBy: 'older' },
  { value: 'iso-8859-15', name: 'ISO 8859-15', usedBy: 'olderWithEuro' },
  { value: 'cp850', name: 'DOS 850', usedBy: 'dos' },
  { value: 'windows-1250', name: 'Windows-1250', usedBy: 'centralEurope' },
  { value: 'windows-1251', name: 'Windows-1251', usedBy: 'cyrillic' },
  { value: 'windows-1253', name: 'Windows-1253', usedBy: 'greek' },
  { value: 'windows-1254', name: 'Windows-1254', usedBy: 'turkish' },
] as const satisfies readonly { value: FileEncoding; name: string | null; usedBy: string; bigEnd?: true }[]

/** What an encoding is called. */
export function encodingName(words: Words<'importing'>, encoding: (typeof ENCODINGS)[number]): string {
  return 'bigEnd' in encoding ? words('readAs.bigEnd', { encoding: encoding.name }) : (encoding.name ?? words('readAs.macRoman'))
}

/**
 * The options after the person changed how the file is read. The mapping is kept while the columns stay the
 * same ones; another delimiter, quote or sheet makes other columns, so it is guessed again.
 */
export function withReading(
  options: Required<ImportOptions>,
  change: Pick<ImportOptions, 'delimiter' | 'quote' | 'encoding' | 'hasHeader' | 'sheet' | 'country'>,
): ImportOptions {
  const { columns, ...rest } = options
  if (Object.keys(change).every((what) => what === 'country')) return { ...rest, columns, ...change }
  // Whether it has a header is another sheet's own affair.
  if (change.sheet !== undefined) return { ...rest, hasHeader: undefined, ...change }
  return { ...rest, ...change }
}
