/**
 * Notation: what people and programs put around the digits of a phone number. Everything here works on characters;
 * whether the digits are a number in use is decided elsewhere.
 */

/** Longest cell that is looked at, in UTF-16 units. A number with all its decoration is far shorter. */
export const LONGEST_NOTATION = 100

/** Zero of each script's decimal digits (Unicode general category Nd, after NFKC). Nine follow each. */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0]

/** Nothing to clean: digits, an optional `+`, and ordinary separators. Nearly every cell is this. */
export const PLAIN = /^\+?[0-9][0-9 ()./-]*$/

/**
 * The same number in ASCII: full-width and other scripts' digits become 0-9, every dash a hyphen, every blank a
 * space; invisible characters, a leading apostrophe (spreadsheets' mark for text), a `="…"` wrapper and a `tel:`
 * or `sms:` scheme go.
 */
export function plainNotation(raw: string): string {
  const trimmed = raw.trim()
  if (PLAIN.test(trimmed)) return trimmed
  return trimmed
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, asciiDigit)
    .replaceAll(/[\p{Pd}\u2212\u02d7\u30fc]/gu, '-')
    .replaceAll(/[·•․‧∙]/gu, '.')
    .replaceAll('⁄', '/')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^="?([^"]*)"?$/u, '$1')
    .replace(/^(?:tel|sms):(?:\/\/)?/iu, '')
    .replace(/^["'`´‘’ʼ]+/u, '')
    .replace(/["'`´‘’ʼ]+$/u, '')
    .trim()
}

function asciiDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (point >= 0x30 && point <= 0x39) return character
  const zero = ZEROS.find((start) => point >= start && point < start + 10)
  return zero === undefined ? character : String(point - zero)
}

const SCIENTIFIC = /^\+?(\d+)(?:[.,](\d+))?\s?[eE]\s?\+?\s?(\d{1,2})$/
const DECIMAL = /^(\+?\d{6,})[.,]0+$/
/** Ten digits and more in groups of three, as an amount is shown: `46,701,740,605`. Fewer could be several short ones. */
const THOUSANDS = /^([1-9]\d{0,2}(?:,\d{3}){3,})(?:\.0+)?$/
/** What is left of `+46-70-1740605` once a spreadsheet has done the subtraction. */
const NEGATIVE = /^-\d+(?:[.,]\d+)?$/

/** What a spreadsheet made of a number it took for an amount. */
export type SpreadsheetRepair = { kind: 'whole'; digits: string } | { kind: 'digits_lost' } | null

/**
 * Undoes what Excel does to a long number: `4.6701740605E10` and `46701740605.0` hold every digit and are written
 * out; `4,67E+10` has lost some, since Excel shows 11 characters of a number in a narrow or unformatted column and
 * saves what it shows. A mantissa shorter than its exponent is taken as lost: trailing zeros would look the same.
 * A negative amount was calculated from a number with hyphens, and is lost too. Null when it is none of these.
 */
export function repairSpreadsheetNumber(notation: string): SpreadsheetRepair {
  const thousands = THOUSANDS.exec(notation)
  if (thousands?.[1] !== undefined) return { kind: 'whole', digits: thousands[1].replaceAll(',', '') }
  if (NEGATIVE.test(notation)) return { kind: 'digits_lost' }
  const decimal = DECIMAL.exec(notation)
  if (decimal?.[1] !== undefined) return { kind: 'whole', digits: decimal[1] }
  const scientific = SCIENTIFIC.exec(notation)
  if (scientific === null) return null
  const [, whole = '', fraction = '', power = ''] = scientific
  const exponent = Number(power)
  if (fraction.length < exponent || /[1-9]/.test(fraction.slice(exponent))) return { kind: 'digits_lost' }
  return { kind: 'whole', digits: whole + fraction.slice(0, exponent) }
}

/**
 * Extension words in the languages of the import's header words; `#` and `;ext=` as in RFC 3966 and on keypads; two
 * commas, which phones keep as pauses in dialling.
 */
const EXTENSION =
  /[\s,.(-]*(?:;\s*ext\s*=|#|,,+|(?<!\p{L})(?:extension|extn?|ext|x|anknytning|anknyt|ankn|poste|durchwahl|dw|toestel|tst|lokalnr|lokal|lok|linje|alanumero)(?!\p{L}))\s*[.:]?\s*(\d{1,7})\)?$/iu

/** A number and the digits that are dialled after it; null where there are none. */
export function splitExtension(notation: string): { number: string; extension: string } | null {
  const match = EXTENSION.exec(notation)
  return match?.[1] === undefined ? null : { number: notation.slice(0, match.index), extension: match[1] }
}

/** Digits of a number and how it began. */
export interface Digits {
  /** Begins with `+`. */
  international: boolean
  digits: string
  /** The digits without a zero in parentheses, as in `+46 (0)70`; null when there is none. */
  withoutTrunkZero: string | null
}

/** Takes separators away. Null when other characters, or a `+` in the middle, are among the digits. */
export function digitsOf(notation: string): Digits | null {
  const compact = notation
    .replaceAll(/[\s().[\]/-]/g, '')
    .replace(/^\++/, '+')
    .replace(/^00\+/, '+')
  if (!/^\+?\d+$/.test(compact)) return null
  const international = compact.startsWith('+')
  const digits = international ? compact.slice(1) : compact
  const trunkZero = /[([]\s*0\s*[)\]]/.exec(notation)
  const withoutTrunkZero =
    trunkZero === null || trunkZero.index === 0
      ? null
      : (notation.slice(0, trunkZero.index) + notation.slice(trunkZero.index + trunkZero[0].length)).replaceAll(/\D/g, '')
  return { international, digits, withoutTrunkZero }
}
