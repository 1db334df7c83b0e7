/** A stretch of a text, marked where it matches what is searched for. */
export interface Stretch {
  start: number
  text: string
  marked: boolean
}

/** Characters of context kept before the first match of an excerpt. */
const LEAD = 24

/**
 * Cuts `text` into marked and plain stretches for the words of `query`, each matched at a word's beginning and in
 * any case, as the search itself does.
 */
export function highlight(text: string, query: string): Stretch[] {
  // Letters, digits and marks only, so that no sign of the query can be taken for a pattern.
  const words = query.normalize('NFC').match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  if (words.length === 0) return [{ start: 0, text, marked: false }]
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}_])(?:${words.join('|')})`, 'giu')
  const stretches: Stretch[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) stretches.push({ start: end, text: text.slice(end, index), marked: false })
    stretches.push({ start: index, text: found, marked: true })
    end = index + found.length
  }
  if (end < text.length) stretches.push({ start: end, text: text.slice(end), marked: false })
  return stretches
}

/** Like {@link highlight}, shortened from the left so that the first match is within a line's reach. Line breaks become spaces. */
export function excerpt(text: string, query: string): Stretch[] {
  const stretches = highlight(text.replaceAll(/\s+/g, ' '), query)
  const [first, ...rest] = stretches
  if (first === undefined || first.marked || rest.length === 0 || first.text.length <= LEAD + 8) return stretches
  const cut = first.text.slice(-LEAD)
  const fromWord = cut.slice(cut.indexOf(' ') + 1)
  return [{ ...first, text: `…${fromWord}` }, ...rest]
}
