/**
 * What a value is: `value` stays as it came. `sentence`: a sentence or words of the host, said in their turn; `words`: several of
 * them, with commas. `list`: "A, B and C". `day`: "3 March" or "3 March 2025". `count`: "1,250". `country`: "the Netherlands".
 */
export type PlaceKind = 'value' | 'sentence' | 'words' | 'list' | 'day' | 'count' | 'country'

export interface Place {
  name: string
  kind: PlaceKind
}

/** A sentence with places for values: a piece of fixed text, a place, a piece, … and a piece at the end. */
export interface Template {
  pieces: readonly string[]
  places: readonly Place[]
}

/** A place as it is written in a template. Other braces are text. */
export const PLACE = /\{([a-z][A-Za-z0-9]*)(?::(sentence|words|list|day|count|country))?\}/

export function parseTemplate(source: string): Template {
  const pieces: string[] = []
  const places: Place[] = []
  // Splitting by a pattern with two groups answers: text, name, kind, text, name, kind, text.
  const parts: readonly (string | undefined)[] = source.split(PLACE)
  for (let at = 0; at < parts.length; at += 3) {
    pieces.push(parts[at] ?? '')
    const name = parts[at + 1]
    if (name !== undefined) places.push({ name, kind: (parts[at + 2] ?? 'value') as PlaceKind })
  }
  return { pieces, places }
}

/** Characters of a template that are the same in every sentence made from it. */
export function fixedLength({ pieces }: Template): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}

/**
 * The values with which a template is `text`, by name, or null where it is not. Each place takes as little as it can, so that the
 * time taken grows with the length of the text and no faster.
 */
export function valuesIn({ pieces, places }: Template, text: string): Map<string, string> | null {
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const end = text.length - last.length
  if (places.length === 0 || end < first.length || !text.startsWith(first) || !text.endsWith(last)) return null
  const values = new Map<string, string>()
  let from = first.length
  for (const [index, { name }] of places.entries()) {
    const isLast = index === places.length - 1
    const piece = pieces[index + 1] ?? ''
    const to = isLast ? end : text.indexOf(piece, from)
    if (to === -1 || to < from) return null
    const value = text.slice(from, to)
    if ((values.get(name) ?? value) !== value) return null
    values.set(name, value)
    from = to + piece.length
  }
  return values
}

/** The template with values in its places. */
export function fill({ pieces, places }: Template, values: ReadonlyMap<string, string>): string {
  return pieces.map((piece, index) => piece + (values.get(places[index]?.name ?? '') ?? '')).join('')
}
