import { fieldKey } from './field-key.ts'

/** A merge field as it stands in a text. */
export interface FieldPlace {
  /** UTF-16 index of its opening brace. */
  start: number
  /** UTF-16 index after its closing brace. */
  end: number
  /** Just as it is written, braces included. */
  source: string
  /** Its name as written, without blanks around. */
  name: string
  /** By what the value is looked up, see {@link fieldKey}. */
  key: string
  /** What stands in for a value that is missing; empty for nothing at all, null where none is given. */
  fallback: string | null
}

/** A stretch of a parsed text: words that stay what they are, or a field. */
export type Piece = { kind: 'text'; text: string } | { kind: 'field'; field: FieldPlace }

/** A text read once, to be filled in for any number of people. */
export interface ParsedTemplate {
  pieces: readonly Piece[]
  /** What looks like a field but has two braces on each side, as other programs write them. */
  doubled: readonly FieldPlace[]
}

/** Longest name of a field, in UTF-16 units: that of a column of an imported file. */
const LONGEST_NAME = 60

/** A doubled brace, or what may be a field: a name and, after a bar, a fallback, all on one line. */
const BRACES = /\{\{|\{([^{}|"\r\n]*)(?:\|([^{}\r\n]*))?\}/g
/** What stands between two braces on each side. */
const DOUBLED = /\{\{([^{}|"\r\n]*)(?:\|([^{}\r\n]*))?\}\}/y

/**
 * Reads a text with merge fields: `{first name}`, with a fallback `{first name|there}`, and `{{` for a brace. A name is at
 * most 60 characters on one line, has a letter or a digit, and no braces, bar or straight double quote; whatever else is
 * between braces is text. Never fails, and takes time in proportion to the text.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const pieces: Piece[] = []
  const doubled: FieldPlace[] = []
  let text = ''
  let end = 0
  for (const match of source.matchAll(BRACES)) {
    text += source.slice(end, match.index)
    end = match.index + match[0].length
    if (match[0] === '{{') {
      text += '{'
      DOUBLED.lastIndex = match.index
      const twice = DOUBLED.exec(source)
      const field = twice === null ? null : fieldAt(match.index, twice)
      if (field !== null) doubled.push(field)
      continue
    }
    const field = fieldAt(match.index, match)
    if (field === null) {
      text += match[0]
      continue
    }
    if (text !== '') pieces.push({ kind: 'text', text })
    text = ''
    pieces.push({ kind: 'field', field })
  }
  text += source.slice(end)
  if (text !== '') pieces.push({ kind: 'text', text })
  return { pieces, doubled }
}

/** Words as they are written in a text with merge fields, so that parsing it gives just these words. */
export function escapeBraces(words: string): string {
  return words.replaceAll('{', '{{')
}

/** Every field of a text, in order; each as often as it is there. */
export function fieldsOf({ pieces }: ParsedTemplate): FieldPlace[] {
  return pieces.flatMap((piece) => (piece.kind === 'field' ? [piece.field] : []))
}

function fieldAt(start: number, match: RegExpExecArray): FieldPlace | null {
  const [source, written = '', fallback] = match
  const name = written.replaceAll(/\s+/g, ' ').trim()
  if (name.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(name)) return null
  return { start, end: start + source.length, source, name, key: fieldKey(name), fallback: fallback?.trim() ?? null }
}
