/**
 * Letters of scripts that put no blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan; and Korean,
 * where endings stick to the words they belong to.
 */
const UNSPACED =
  '[[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}]&&[\\p{L}\\p{M}\\p{N}]]'

/** A run of unspaced script; a word of any other; a picture, each by itself. */
const PIECES = new RegExp(
  `(${UNSPACED}(?:${UNSPACED}|\\p{M})*)|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+|[\\p{Extended_Pictographic}&&[^\\0-\\x7f]]|\\p{Regional_Indicator}`,
  'gv',
)

/** The same where there is nothing else than ASCII: nearly every text, and several times as fast. */
const ASCII_WORDS = /[a-z0-9]+/g
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\0-\x7f]*$/

/** A piece of a folded text: a word, or a run of letters in which words are not kept apart. */
export interface Piece {
  text: string
  /** Where it begins, in UTF-16 units of the folded text. */
  start: number
  /** Any two letters in a row of a run can be looked for; a word is found whole or by its beginning. */
  isRun: boolean
}

/** The words and runs of a folded text, in order. Whatever is neither letter, digit nor picture parts them. */
export function piecesOf(folded: string): Piece[] {
  const pieces: Piece[] = []
  if (ASCII.test(folded)) {
    for (const { 0: text, index } of folded.matchAll(ASCII_WORDS)) pieces.push({ text, start: index, isRun: false })
    return pieces
  }
  for (const { 0: text, 1: run, index } of folded.matchAll(PIECES)) pieces.push({ text, start: index, isRun: run !== undefined })
  return pieces
}

/** Digits that stand together, perhaps with what people write between those of a number. */
export interface DigitRow {
  /** Groups as they are written, with their places in the list of pieces. */
  groups: readonly { digits: string; piece: number }[]
}

/** What may stand between two groups of digits of one number. */
const WITHIN_NUMBER = /^[\s()./+-]{1,3}$/
const DIGITS = /^\d+$/

/** The rows of digits in a folded text: "070-174 06 05" is one of four groups. */
export function digitRowsOf(folded: string, pieces: readonly Piece[]): DigitRow[] {
  const rows: { groups: { digits: string; piece: number }[] }[] = []
  let last: Piece | null = null
  for (const [index, piece] of pieces.entries()) {
    if (!DIGITS.test(piece.text)) {
      last = null
      continue
    }
    const goesOn = last !== null && WITHIN_NUMBER.test(folded.slice(last.start + last.text.length, piece.start))
    if (!goesOn) rows.push({ groups: [] })
    rows.at(-1)?.groups.push({ digits: piece.text, piece: index })
    last = piece
  }
  return rows
}

/** Digits of a row that can be one number: ITU-T E.164 has 15, `00` and a zero of notation before or among them more. */
export const LONGEST_NUMBER = 18

/** A row read as a number from each of its groups onward, as far as a number goes. */
export function readingsFrom({ groups }: DigitRow): string[] {
  return groups.map((_, first) => {
    let digits = ''
    for (let at = first; at < groups.length && digits.length < LONGEST_NUMBER; at += 1) digits += groups[at]?.digits ?? ''
    return digits.slice(0, LONGEST_NUMBER)
  })
}

/** A row read as a number up to the end of each of its groups, from as far back as a number goes. */
export function readingsTo({ groups }: DigitRow): string[] {
  return groups.map((_, last) => {
    let digits = ''
    for (let at = last; at >= 0 && digits.length < LONGEST_NUMBER; at -= 1) digits = (groups[at]?.digits ?? '') + digits
    return digits.slice(-LONGEST_NUMBER)
  })
}
