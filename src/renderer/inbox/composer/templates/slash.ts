/** A slash that asks for a template, and what was typed after it. */
export interface Slash {
  /** UTF-16 index of the slash. */
  start: number
  query: string
}

/** Longest words after a slash that still look for a template, in UTF-16 units. */
const LONGEST_QUERY = 40

/** The slash the caret is behind, where it stands at the beginning or after a blank; null where there is none. */
export function findSlash(text: string, caret: number): Slash | null {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('/')
  if (start === -1 || (start > 0 && !/\s/.test(before.charAt(start - 1)))) return null
  const query = before.slice(start + 1)
  return query.length > LONGEST_QUERY || /^\s|[\r\n]/.test(query) ? null : { start, query }
}
