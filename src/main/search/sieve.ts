import { accountToken, conversationToken, INBOUND, LONGEST_TOKEN, pairsOf, reversedDigits, shortened } from '../../shared/search/tokens.ts'
import type { Query, Sought, Term } from '../../shared/search/query.ts'

/** Whose messages; all of it together. */
export interface Whose {
  /** Of any of these; null for all. */
  conversationIds: readonly string[] | null
  direction: 'inbound' | 'outbound' | null
  accountId: string | null
  /** Conversations of a number that is looked for: all their messages are found. */
  peers: readonly string[]
}

/** Everybody's, as notes are looked for. */
export const ANYBODY: Whose = { conversationIds: null, direction: null, accountId: null, peers: [] }

/** Letters of the longest beginnings that the index has lists of. Longer ones it puts together each time from all words that begin so. */
const LONGEST_BEGINNING = 3
/** A token that no message has. */
const NOBODY = '"\ue003"'

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
 * @param isCommon whether so many texts have words that begin so that their first letters are the better sieve
 */
export function sieveOf({ must, not }: Query, whose: Whose, isCommon: (beginning: string) => boolean): Sieve {
  let isCertain = must.every(isOneToken) && not.every(isOneWord)

  function beginning(token: string): string {
    const letters = [...token]
    if (letters.length <= LONGEST_BEGINNING || !isCommon(token)) return `${quoted(token)} *`
    isCertain = false
    return `${quoted(letters.slice(0, LONGEST_BEGINNING).join(''))} *`
  }

  function ofWord({ text, isRun, isBeginning }: Sought): string[] {
    // A single letter is the first of a pair, or the last of a run.
    if (isRun) return isOneLetter(text) ? [beginning(text)] : pairsOf(text, false).map(quoted)
    return [isBeginning && !isTooLong(text) ? beginning(text) : quoted(shortened(text))]
  }

  function ofTerm(term: Term): string[] {
    if (term.kind === 'words') return term.words.flatMap(ofWord)
    return [anyOf(term.digits.flatMap((digits) => [beginning(digits), beginning(reversedDigits(digits))]))]
  }

  const words = [...new Set(must.flatMap(ofTerm))]
  const { conversationIds, direction, accountId } = whose
  const peers = whose.peers.map((id) => quoted(conversationToken(id)))
  const all = words.length === 0 || peers.length === 0 ? words : [anyOf([...peers, `(${words.join(' AND ')})`])]
  if (conversationIds !== null)
    all.push(conversationIds.length === 0 ? NOBODY : anyOf(conversationIds.map((id) => quoted(conversationToken(id)))))
  if (accountId !== null) all.push(quoted(accountToken(accountId)))
  if (direction === 'inbound') all.push(quoted(INBOUND))
  if (all.length === 0) return { match: null, isCertain: false }

  const none = not.filter(isOneWord).flatMap((term) => term.words.map(({ text }) => quoted(text)))
  if (direction === 'outbound') none.push(quoted(INBOUND))
  const match = all.join(' AND ')
  return {
    match: none.length === 0 ? match : `(${match}) NOT ${anyOf(none)}`,
    isCertain: isCertain && peers.length === 0 && must.length > 0,
  }
}

function anyOf(tokens: readonly string[]): string {
  return tokens.length === 1 ? (tokens[0] ?? '') : `(${tokens.join(' OR ')})`
}

/** A word that the index has as it is, by itself. Digits may be those of a longer number there, without its zeros. */
function isOneWord(term: Term): boolean {
  const [word] = term.words
  return (
    term.kind === 'words' && term.words.length === 1 && word !== undefined && !word.isRun && /\D/.test(word.text) && !isTooLong(word.text)
  )
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
