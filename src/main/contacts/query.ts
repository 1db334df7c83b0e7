import { cleanLine } from '../../shared/contacts/person-text.ts'
import { phoneCountries } from '../../shared/phone/index.ts'
import { plainNotation } from '../../shared/phone/notation.ts'
import { foldText } from '../../shared/text/fold.ts'

/** Letters a piece of the search index has (FTS5, trigram), in code points. */
const PIECE = 3

/** Scripts in which a letter or two are a word of their own, and words are not kept apart by blanks. */
const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Digits with what people put around them. */
const NUMBER_LIKE = /^\+?[\d\s().[\]/-]*\d[\d\s().[\]/-]*$/

/**
 * What was typed, as the search understands it. A person is found who has all `words`, or a number that begins as one of
 * `numbers` does; where there are no words, also one whose name begins with `begins`.
 */
export interface SearchQuery {
  /** The whole of it, folded. Of many found, those whose name begins with it come first. */
  begins: string
  /** Folded; each must occur in name, company or digits of a number, anywhere. Null when they are too short for that. */
  words: readonly string[] | null
  /** Beginnings of numbers, with their `+`. */
  numbers: readonly string[]
}

/** Reads what was typed into the search. Null when it asks for nothing: then everybody is found. */
export function readQuery(typed: string): SearchQuery | null {
  const begins = foldText(cleanLine(typed))
  if (begins === '') return null
  const notation = plainNotation(typed)
  if (NUMBER_LIKE.test(notation)) return { begins, ...readNumber(notation) }
  const words = begins.split(' ').map(wordOf)
  const searchable = words.some((word) => lettersOf(word) >= PIECE || WITHOUT_BLANKS.test(word))
  return { begins, words: searchable ? words : null, numbers: [] }
}

/**
 * `+46 70` and `0046 70` are how a number begins. `070-17` is written within its country: without the zero it is
 * part of the number, or, while that is too short to look for, follows the calling code of any country. Everything else is
 * part of a number.
 */
function readNumber(notation: string): Pick<SearchQuery, 'words' | 'numbers'> {
  const international = notation.startsWith('+')
  const digits = (international ? notation.replace(/\(\s*0\s*\)/, '') : notation).replaceAll(/\D/g, '')
  if (international) return { words: null, numbers: [`+${digits}`] }
  const literally = digits.length >= PIECE ? [digits] : null
  if (/^00[1-9]/.test(digits)) return { words: literally, numbers: [`+${digits.slice(2)}`] }
  if (!/^0[1-9]/.test(digits)) return { words: literally, numbers: [] }
  const national = digits.slice(1)
  if (national.length >= PIECE) return { words: [national], numbers: [] }
  return { words: literally, numbers: callingCodes().map((code) => code + national) }
}

/** A word as it is looked for: of a number among other words, the digits without what only its notation has. */
function wordOf(word: string): string {
  if (!NUMBER_LIKE.test(word)) return word
  const digits = word.replaceAll(/\D/g, '').replace(/^0{1,2}(?=[1-9]\d{2})/, '')
  return digits.length >= PIECE ? digits : word
}

let codes: readonly string[] | null = null

/** Calling codes of all countries, with `+`. */
function callingCodes(): readonly string[] {
  codes ??= [...new Set(phoneCountries().map(({ callingCode }) => callingCode))]
  return codes
}

function lettersOf(text: string): number {
  return [...text].length
}

/**
 * The query in the language of the search index. The index knows pieces of three letters but not where they are: all who
 * have the words are among those it finds, and a word of more than three letters must be looked for in their text.
 * @param piecesThatBegin finds the pieces of the index that begin with one or two letters
 * @returns null when nobody can have the words
 */
export function matchOf(words: readonly string[], piecesThatBegin: (letters: string) => readonly string[]): string | null {
  const parts: string[] = []
  for (const word of words) {
    const letters = [...word]
    if (letters.length >= PIECE) {
      for (const piece of piecesOf(letters)) parts.push(quoted(piece))
    } else if (WITHOUT_BLANKS.test(word)) {
      const pieces = piecesThatBegin(word)
      if (pieces.length === 0) return null
      parts.push(`(${pieces.map(quoted).join(' OR ')})`)
    }
  }
  return parts.length === 0 ? null : [...new Set(parts)].join(' AND ')
}

function piecesOf(letters: readonly string[]): string[] {
  return Array.from({ length: letters.length - PIECE + 1 }, (_, at) => letters.slice(at, at + PIECE).join(''))
}

function quoted(piece: string): string {
  return `"${piece.replaceAll('"', '""')}"`
}

/** Whether everybody the index finds for these words has them: a word that is one piece leaves nothing to look for. */
export function isCertain(words: readonly string[]): boolean {
  return words.every((word) => lettersOf(word) === PIECE)
}

/** Whether a person has all words, or a number that begins so. @param person.text as in the search index, see `searchText` */
export function isFound({ words, numbers }: SearchQuery, person: { text: string; numbers: readonly string[] }): boolean {
  if (words?.every((word) => person.text.includes(word)) === true) return true
  return numbers.some((beginning) => person.numbers.some((number) => number.startsWith(beginning)))
}
