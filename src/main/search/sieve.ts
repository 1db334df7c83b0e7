import { LONGEST_TOKEN, pairsOf, reversedDigits, shortened } from '../../shared/search/tokens.ts'
import type { Query, Sought, Term } from '../../shared/search/query.ts'

/** A query in the language of the index. */
export interface Sieve {
  /** FTS5; null when the index cannot help, and texts have to be read. */
  match: string | null
  /** Whatever the index lets through is found: nothing needs to be read. */
  isCertain: boolean
}

/**
 * The query in the language of the index (https://sqlite.org/fts5.html#full_text_query_syntax). Every token is quoted and
 * made of letters, digits and marks only, so nothing that was typed can be taken for syntax.
 */
export function sieveOf({ must, not }: Query): Sieve {
  if (must.length === 0) return { match: null, isCertain: false }
  const excluded = not.filter(isOneWord)
  const all = [...new Set(must.flatMap(tokensOfTerm))].join(' AND ')
  const none = excluded.flatMap(({ words }) => words.map(({ text }) => quoted(text)))
  return {
    match: none.length === 0 ? all : `(${all}) NOT (${none.join(' OR ')})`,
    isCertain: excluded.length === not.length && must.every(isOneToken),
  }
}

function tokensOfTerm(term: Term): string[] {
  if (term.kind === 'number') {
    return [`(${term.digits.flatMap((digits) => [`${quoted(digits)} *`, `${quoted(reversedDigits(digits))} *`]).join(' OR ')})`]
  }
  return term.words.flatMap(tokensOfWord)
}

function tokensOfWord({ text, isRun, isBeginning }: Sought): string[] {
  if (isRun) {
    const pairs = pairsOf(text, false)
    // A single letter is the first of a pair, or the last of a run.
    return pairs.length === 1 && isOneLetter(text) ? [`${quoted(text)} *`] : pairs.map(quoted)
  }
  return [isBeginning && !isTooLong(text) ? `${quoted(text)} *` : quoted(shortened(text))]
}

/** A word that the index has as it is, by itself. Digits may be those of a longer number there, without its zeros. */
function isOneWord(term: Term): boolean {
  const [word] = term.words
  return term.kind === 'words' && term.words.length === 1 && word !== undefined && !word.isRun && /\D/.test(word.text) && !isTooLong(word.text)
}

function isOneToken(term: Term): boolean {
  const [word] = term.words
  return isOneWord(term) || (term.words.length === 1 && word !== undefined && word.isRun && pairsOf(word.text, false).length === 1)
}

function isOneLetter(text: string): boolean {
  return [...text].length === 1
}

function isTooLong(text: string): boolean {
  return [...text].length > LONGEST_TOKEN
}

function quoted(token: string): string {
  return `"${token}"`
}
