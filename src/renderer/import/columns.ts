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

const NUMBER_KINDS: readonly [label: string, words: string][] = [
  ['mobile', 'Number · mobile'],
  ['work', 'Number · work'],
  ['home', 'Number · home'],
]

const PLAIN_MEANINGS: readonly [ColumnMeaning, string][] = [
  ['name', 'Full name'],
  ['namePrefix', 'Title (Dr., Ms)'],
  ['givenName', 'First name'],
  ['middleName', 'Middle name'],
  ['familyName', 'Last name'],
  ['nameSuffix', 'Suffix (Jr., III)'],
  ['company', 'Company'],
  ['notes', 'Notes'],
]

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
export function columnChoices(header: string, current: ColumnMapping): ColumnChoice[] {
  const kinds = NUMBER_KINDS.map(([label, words]) => ({ label, words }))
  if (current.meaning === 'number' && !kinds.some((kind) => kind.label === current.label)) {
    const plain = current.label === '' || current.label === PLAIN_NUMBER
    kinds.push({ label: current.label, words: plain ? 'Number' : `Number · ${current.label}` })
  }
  const fieldName = current.meaning === 'field' && current.label !== '' ? current.label : header
  return [
    ...PLAIN_MEANINGS.map(([meaning, label]) => ({ value: meaning, label, mapping: { meaning, label: '' } })),
    ...kinds.map(({ label, words }) => ({
      value: `number:${label}`,
      label: words,
      mapping: { meaning: 'number' as const, label },
    })),
    {
      value: 'field',
      label: fieldName === '' ? 'Field' : `Field “${fieldName}”`,
      mapping: { meaning: 'field', label: fieldName.slice(0, 60) },
    },
    { value: 'skip', label: namesANumber(header) ? 'Number label' : 'Leave out', mapping: { meaning: 'skip', label: '' } },
  ]
}

/** The choice that stands for how a column is read now. */
export function currentChoice(header: string, current: ColumnMapping): string {
  const value = valueOf(current)
  return columnChoices(header, current).some((choice) => choice.value === value) ? value : 'skip'
}

/** The mapping with one column changed; all others stay as they are. */
export function withColumn(columns: readonly ColumnMapping[], index: number, mapping: ColumnMapping): ColumnMapping[] {
  return columns.map((column, at) => (at === index ? mapping : column))
}

/** A warning about the mapping as a whole, as a sentence; null when every row can become a person. */
export function mappingProblem(columns: readonly ColumnMapping[]): string | null {
  if (!columns.some((column) => column.meaning === 'number')) {
    return 'No column is read as a number, so there is nobody to text. Choose the column that holds the phone numbers.'
  }
  return null
}

/** Delimiters by the word a person would use. */
export const DELIMITERS: readonly { value: NonNullable<ImportOptions['delimiter']>; name: string; sign: string }[] = [
  { value: ',', name: 'Comma', sign: ',' },
  { value: ';', name: 'Semicolon', sign: ';' },
  { value: '\t', name: 'Tab', sign: '⇥' },
  { value: '|', name: 'Bar', sign: '|' },
]

/** What encloses cells, by the word a person would use. */
export const QUOTES: readonly { value: NonNullable<ImportOptions['quote']>; name: string; sign: string }[] = [
  { value: '"', name: 'Quotation marks', sign: '"' },
  { value: "'", name: 'Apostrophes', sign: "'" },
  { value: '', name: 'No quotes', sign: 'every mark is text' },
]

/** Encodings with what they are used for, so that a person can tell which one to try. */
export const ENCODINGS: readonly { value: FileEncoding; name: string; usedBy: string }[] = [
  { value: 'utf-8', name: 'UTF-8', usedBy: 'most programs today' },
  { value: 'windows-1252', name: 'Windows-1252', usedBy: 'Excel on Windows' },
  { value: 'macintosh', name: 'Mac Roman', usedBy: 'Excel on an older Mac' },
  { value: 'utf-16le', name: 'UTF-16', usedBy: 'Excel’s “Unicode text”' },
  { value: 'utf-16be', name: 'UTF-16, big end first', usedBy: 'some exports' },
  { value: 'utf-32le', name: 'UTF-32', usedBy: 'rare exports' },
  { value: 'utf-32be', name: 'UTF-32, big end first', usedBy: 'rare exports' },
  { value: 'iso-8859-1', name: 'ISO 8859-1', usedBy: 'older systems' },
  { value: 'iso-8859-15', name: 'ISO 8859-15', usedBy: 'older systems, with €' },
  { value: 'cp850', name: 'DOS 850', usedBy: 'Excel’s “CSV (MS-DOS)”' },
  { value: 'windows-1250', name: 'Windows-1250', usedBy: 'Polish, Czech, Hungarian …' },
  { value: 'windows-1251', name: 'Windows-1251', usedBy: 'Cyrillic letters' },
  { value: 'windows-1253', name: 'Windows-1253', usedBy: 'Greek letters' },
  { value: 'windows-1254', name: 'Windows-1254', usedBy: 'Turkish' },
]

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
