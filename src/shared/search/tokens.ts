import { foldForSearch } from './fold.ts'
import { digitRowsOf, piecesOf, readingsFrom, readingsTo } from './words.ts'

/** Longest token, in code points. Of a longer word, so much of its beginning is in the index. */
export const LONGEST_TOKEN = 40
/** Most tokens of one text. The contract's longest text, of nothing but digits and blanks, has fewer. */
const MOST_TOKENS = 20_000
/** Digits a row must have for its end to be looked for. */
export const FEWEST_LAST_DIGITS = 3

/** Before digits that stand in reverse, so that a beginning finds an end. For private use in Unicode: no word has it. */
export const REVERSED = '\ue000'

/** What is known of a message besides its words, and stays so: in the index it is a token like any other. For private use too. */
export const INBOUND = '\ue001'

/** The token of all messages of an account. */
export function accountToken(accountId: string): string {
  return `\ue002${accountId.replaceAll('-', '')}`
}

/** The token of all messages of a conversation. */
export function conversationToken(conversationId: string): string {
  return `\ue003${conversationId.replaceAll('-', '')}`
}

/** The tokens of a message: those of its text, and whose it is. */
export function messageTokens(message: { text: string; conversationId: string; accountId: string; direction: string }): string[] {
  const whose = [conversationToken(message.conversationId), accountToken(message.accountId)]
  if (message.direction === 'inbound') whose.push(INBOUND)
  return [...whose, ...tokensOf(message.text)]
}

/**
 * The tokens by which a text is found, each once, in no order. The index is a sieve: a text has all tokens of whatever
 * finds it, and whether it is found is decided by its words (see match.ts).
 *
 * Of words, the word. Of runs of unspaced script, every two letters in a row, and the last one. Of digits that may be a number,
 * those from each group onward, without zeros before them as well, and in reverse those up to each group.
 */
export function tokensOf(text: string): string[] {
  const folded = foldForSearch(text)
  const pieces = piecesOf(folded)
  const tokens = new Set<string>()
  for (const piece of pieces) {
    if (piece.isRun) for (const pair of pairsOf(piece.text, true)) tokens.add(pair)
    else tokens.add(shortened(piece.text))
  }
  for (const row of digitRowsOf(folded, pieces)) {
    for (const digits of readingsFrom(row)) {
      tokens.add(digits)
      const bare = digits.replace(/^0+/, '')
      if (bare !== '') tokens.add(bare)
    }
    for (const digits of readingsTo(row)) if (digits.length >= FEWEST_LAST_DIGITS) tokens.add(reversedDigits(digits))
  }
  return [...tokens].slice(0, MOST_TOKENS)
}

/** Every two letters in a row; with `last`, the last one by itself too. Of one letter, the letter. */
export function pairsOf(run: string, last: boolean): string[] {
  const letters = [...run]
  const pairs = letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter)
  if (last || letters.length === 1) pairs.push(letters.at(-1) ?? '')
  return pairs
}

/** As much of a word as the index has. */
export function shortened(word: string): string {
  return word.length <= LONGEST_TOKEN ? word : [...word].slice(0, LONGEST_TOKEN).join('')
}

/** The token that begins with the last digits. */
export function reversedDigits(digits: string): string {
  return REVERSED + [...digits].toReversed().join('')
}
