/**
 * Turns what a person typed into an FTS5 query: all words must occur, the last one may be a beginning. Every word
 * is quoted, so no character of it can be taken for query syntax. Null when nothing searchable is left.
 */
export function fullTextQuery(typed: string): string | null {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  if (words.length === 0) return null
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ')
}
