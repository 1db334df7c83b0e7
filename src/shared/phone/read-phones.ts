import { LONGEST_NOTATION, plainNotation, repairSpreadsheetNumber, splitExtension } from './notation.ts'
import { readPhone } from './read-phone.ts'
import { type PhoneReading, refuse } from './reading.ts'

/** One number of a cell: as it stands there, and what it means. */
export interface CellNumber {
  raw: string
  reading: PhoneReading
  /** Digits dialled after the number, which texts go without; empty for none. */
  extension: string
}

/** Longest cell that is looked at, in UTF-16 units. */
const LONGEST_CELL = 1_000
/** What an extension is written with: letters, a keypad's sign, a parameter, pauses. */
const MAY_HAVE_EXTENSION = /[\p{L}#;]|,,/u

/**
 * Reads every number of a cell, in order; none for an empty cell. `:::` (Google Contacts), `;`, `|` and line breaks
 * always part numbers. `/` and `,` do so only where that gives numbers, since `0171/1234567` is one number in
 * Germany and `4,67E+10` one damaged number. An extension is kept apart from its number.
 *
 * @param country ISO 3166-1 alpha-2, for numbers written without a country
 */
export function readPhones(cell: string, country?: string): CellNumber[] {
  const text = cell.trim()
  if (text === '') return []
  if (text.length > LONGEST_CELL) {
    return [{ raw: text.slice(0, LONGEST_NOTATION), reading: refuse('It is too long to be a phone number.'), extension: '' }]
  }
  if (!/[:;|\r\n/,]|.\+/u.test(text)) return [readExtended(text, country)]
  // An extension parameter is part of its number (RFC 3966).
  const pieces = text.split(/:::|;(?!\s*ext)|[|\r\n]+/iu)
  return pieces.flatMap((piece) => readPiece(piece.trim(), country))
}

/** Reads one number, with or without an extension. */
function readExtended(raw: string, country: string | undefined): CellNumber {
  const extended = raw.length <= LONGEST_NOTATION && MAY_HAVE_EXTENSION.test(raw) ? splitExtension(plainNotation(raw)) : null
  return extended === null
    ? { raw, reading: readPhone(raw, country), extension: '' }
    : { raw, reading: readPhone(extended.number, country), extension: extended.extension }
}

function readPiece(piece: string, country: string | undefined): CellNumber[] {
  if (piece === '') return []
  const whole = readExtended(piece, country)
  if (repairSpreadsheetNumber(plainNotation(piece)) !== null) return [whole]
  const parts = piece
    .split(/[/,]|(?<=\d[\d\s)-]*)\s(?=\+)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readExtended(part, country))
  if (parts.length < 2) return [whole]
  if (parts.every((part) => part.reading.valid)) return parts
  if (whole.reading.valid) return [whole]
  return parts.some((part) => part.reading.valid) ? parts : [whole]
}
