import { foldForSearch } from './fold.ts'
import { digitRowsOf, LONGEST_NUMBER, piecesOf } from './words.ts'

/** A word or run that is looked for. */
export interface Sought {
  text: string
  isRun: boolean
  /** It may be the beginning of a longer one. */
  isBeginning: boolean
}

/**
 * One thing that a text must have. `words` stand next to each other, in this order; most are one word. `number` is digits
 * in any notation: one of `digits` begins or ends a number of the text.
 */
export type Term = { kind: 'words'; words: readonly Sought[] } | { kind: 'number'; digits: readonly string[]; words: readonly Sought[] }

/** What was typed, as the search understands it. */
export interface Query {
  /** All must occur. */
  must: readonly Term[]
  /** None may occur. */
  not: readonly Term[]
}

/** Terms taken of what was typed; the rest is left out. */
const MOST_TERMS = 24
/** Fewest digits that are looked for as a number, and not only as a word. */
const FEWEST_DIGITS = 4
/** Fewest digits that are left of a number without its calling code or zeros. */
const FEWEST_BARE = 4

/** Parts of what was typed: quoted (the last quote may be open), or up to the next blank. */
const PARTS =
  /([-\u2212]?)(?:["\u201c\u201d\u201e\u00ab\u00bb\uff02]([^"\u201c\u201d\u201e\u00ab\u00bb\uff02]*)(["\u201c\u201d\u201e\u00ab\u00bb\uff02]?)|([^\s"\u201c\u201d\u201e\u00ab\u00bb\uff02]+))/gu

/** Digits with what people put around them, once folded; `+` and `00` may lead. */
const NUMBER_LIKE = /^\+?[\d\s()./-]*\d[\d\s()./-]*$/

/**
 * Reads what was typed. Never fails: what is no syntax is text, and what is neither letter, digit nor picture is nothing.
 *
 * Words must all occur; the last one may be a beginning. `"…"` is a phrase, `-word`
 * and `-"…"` must not occur. Digits are also found in other notations.
 *
 * @param callingCodes of all countries, such as `+46`
 * @returns null when nothing can be looked for
 */
export function readSearch(typed: string, callingCodes: readonly string[]): Query | null {
  const must: Term[] = []
  const not: Term[] = []
  const whole = foldForSearch(typed).trim()
  const number = NUMBER_LIKE.test(whole) && !whole.startsWith('-') ? numberTerm(whole, callingCodes) : null
  if (number !== null) return { must: [number], not }

  const parts = [...typed.matchAll(PARTS)]
  for (const [index, [, minus = '', quoted, closing, plain = '']] of parts.entries()) {
    if (must.length + not.length >= MOST_TERMS) break
    const isBeginning = minus === '' && index === parts.length - 1 && (closing ?? '') === ''
    const term = termOf(quoted ?? plain, isBeginning, quoted === undefined ? callingCodes : null)
    if (term !== null) (minus === '' ? must : not).push(term)
  }
  return must.length === 0 && not.length === 0 ? null : { must, not }
}

function termOf(typed: string, isBeginning: boolean, callingCodes: readonly string[] | null): Term | null {
  const folded = foldForSearch(typed)
  if (callingCodes !== null && NUMBER_LIKE.test(folded)) {
    const number = numberTerm(folded, callingCodes)
    if (number !== null) return number
  }
  const pieces = piecesOf(folded)
  if (pieces.length === 0) return null
  const words = pieces.map(({ text, isRun }, index) => ({ text, isRun, isBeginning: isBeginning && index === pieces.length - 1 }))
  return { kind: 'words', words }
}

/**
 * A number in each way its digits may stand in a text: `0701740605`, `+46701740605` and `0046701740605` all find one
 * another, since each is also looked for without calling code and leading zeros.
 */
function numberTerm(folded: string, callingCodes: readonly string[]): Term | null {
  const rows = digitRowsOf(folded, piecesOf(folded))
  const written = folded.replaceAll(/\D/g, '')
  if (rows.length === 0 || written.length < FEWEST_DIGITS || written.length > LONGEST_NUMBER) return null
  const international = folded.startsWith('+')
    ? folded.replace(/\(\s*0\s*\)/, '').replaceAll(/\D/g, '')
    : (/^00([1-9]\d*)$/.exec(written)?.[1] ?? null)
  const forms = new Set([international ?? written])
  const code = international === null ? undefined : callingCodes.find((each) => `+${international}`.startsWith(each))
  const bare = code === undefined ? written.replace(/^0+/, '') : (international ?? '').slice(code.length - 1)
  if (bare.length >= FEWEST_BARE) forms.add(bare)
  return {
    kind: 'number',
    digits: [...forms],
    words: rows.flatMap(({ groups }) => groups).map(({ digits }) => ({ text: digits, isRun: false, isBeginning: false })),
  }
}
