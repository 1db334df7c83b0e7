/** What can stand in double braces in a template (§3). `encoding` comes with two words of the gateway's own. */
export const FIELD_NAMES = ['to', 'from', 'text', 'id', 'encoding', 'username', 'password', 'token', 'callback'] as const

export type FieldName = (typeof FIELD_NAMES)[number]

/** Fields whose values are secrets of the account (§4). */
export const SECRET_KEYS = ['username', 'password', 'token', 'callback'] as const

export type SecretKey = (typeof SECRET_KEYS)[number]

/** A place in a template where a value goes. */
export interface Field {
  name: FieldName
  /** For `encoding`: the word for a text of the SMS alphabet, and for any other. Empty for all other fields. */
  words: readonly [gsm: string, unicode: string]
}

/** A template taken apart once, so that no value is ever looked at for fields. */
export type Piece = string | Field

/** Text with fields, or why it cannot be used, as a sentence. */
export type ReadTemplate = { pieces: Piece[] } | { problem: string }

/** What goes into the fields of one call. */
export interface Values {
  /** In the form that the gateway takes. */
  to: string
  from: string
  text: string
  id: string
  /** The text has a character outside the SMS alphabet. */
  unicode: boolean
  secrets: Readonly<Record<SecretKey, string>>
}

/** Takes a template apart at its double braces. Never throws. */
export function readTemplate(raw: string): ReadTemplate {
  const pieces: Piece[] = []
  let end = 0
  for (const match of raw.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const inner = match[1] ?? ''
    const field = readField(inner)
    if (field === null) return { problem: unknownField(inner.trim()) }
    if (match.index > end) pieces.push(raw.slice(end, match.index))
    pieces.push(field)
    end = match.index + match[0].length
  }
  if (end < raw.length) pieces.push(raw.slice(end))
  if (pieces.some((piece) => typeof piece === 'string' && piece.includes('{{'))) {
    return { problem: 'Two opening braces are not closed. A field looks like {{text}}.' }
  }
  return { pieces }
}

/** The value of a field, as it is: whoever puts it somewhere escapes it for that place. */
export function valueOf({ name, words }: Field, values: Values): string {
  switch (name) {
    case 'encoding':
      return words[values.unicode ? 1 : 0]
    case 'to':
    case 'from':
    case 'text':
    case 'id':
      return values[name]
    case 'username':
    case 'password':
    case 'token':
    case 'callback':
      return values.secrets[name]
  }
}

/** The names of all fields in a template. */
export function fieldsIn(pieces: readonly Piece[]): FieldName[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]))
}

function readField(inner: string): Field | null {
  const words = /^\s*encoding\s*:([^|]*)\|([^|]*)$/.exec(inner)
  if (words !== null) return { name: 'encoding', words: [words[1]?.trim() ?? '', words[2]?.trim() ?? ''] }
  const name = FIELD_NAMES.find((known) => known === inner.trim())
  return name === undefined || name === 'encoding' ? null : { name, words: ['', ''] }
}

function unknownField(name: string): string {
  if (/^encoding\b/.test(name)) {
    return 'Write {{encoding:…|…}} with the gateway’s two words, for plain and for other letters, such as {{encoding:text|unicode}}.'
  }
  const known = FIELD_NAMES.filter((field) => field !== 'encoding').map((field) => `{{${field}}}`)
  return `There is no field called {{${name.slice(0, 40)}}}. There are ${known.join(', ')} and {{encoding:…|…}}.`
}
