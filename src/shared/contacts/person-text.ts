import { foldText } from '../text/fold.ts'

/** Longest name and company, in UTF-16 units. */
export const LONGEST_NAME = 500
/** Longest notes and longest value of a field, in UTF-16 units. */
export const LONGEST_NOTES = 20_000
/** Most numbers one person has. */
export const MOST_NUMBERS = 20
/** Longest label of a number and longest name of a field, in UTF-16 units. */
export const LONGEST_LABEL = 60

/** Only printable ASCII without doubled blanks: nothing to clean. */
const CLEAN_LINE = /^(?:[!-~](?: ?[!-~])*)?$/

/**
 * One line as it is kept: composed (NFC), well-formed, without control characters, blanks collapsed. Everything
 * else a person types is data and stays, including markup, emoji and direction marks.
 */
export function cleanLine(text: string): string {
  if (text.length < 200 && CLEAN_LINE.test(text)) return text
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The same for several lines: line breaks and tabs stay, line ends become `\n`. */
export function cleanNotes(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** The last code point: people without a name come after all who have one, in any script. */
const AFTER_ALL_NAMES = '\u{10ffff}'

/** Longest sort key, in UTF-16 units: one fits into the cursor of a page, and beyond it the id decides. */
const LONGEST_SORT_KEY = 200

/** Place of a person in lists: by name, else by company, else, after all of those, by number. */
export function sortKeyOf(person: { name: string; company: string; firstNumber: string | undefined }): string {
  const name = person.name === '' ? person.company : person.name
  if (name === '') return AFTER_ALL_NAMES + (person.firstNumber ?? '')
  const folded = foldText(name)
  return folded.length <= LONGEST_SORT_KEY ? folded : folded.slice(0, LONGEST_SORT_KEY).toWellFormed()
}
