/** A text with words put in where the caret was, or instead of what was selected; and where the caret is then. */
export function insertAt(text: string, from: number, to: number, words: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + words + text.slice(to), caret: from + words.length }
}
