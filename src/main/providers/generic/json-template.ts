import type { FieldName, Piece, Values } from './fields.ts'
import { readTemplate, valueOf } from './fields.ts'
import { SAMPLES } from './samples.ts'

/** A template of a JSON body, each field with the place where it stands. */
export interface JsonTemplate {
  pieces: ReadonlyArray<string | JsonField>
}

interface JsonField {
  field: Exclude<Piece, string>
  /** Stands for a whole value, without quotation marks around it. */
  bare: boolean
}

/** Whole values that may stand without quotation marks where the gateway's own word is one (§3.1). */
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d{0,14}))$/

/** A number as E.164 digits is at most 15 long: every JSON parser keeps all of them. */
const PHONE_DIGITS = /^[1-9]\d{0,14}$/

/**
 * Reads the template of a JSON body (§3.1): where each field stands is decided here, once, by the template alone.
 * Never throws.
 */
export function readJsonTemplate(raw: string): JsonTemplate | { problem: string } {
  const template = readTemplate(raw)
  if ('problem' in template) return template
  const pieces: Array<string | JsonField> = []
  const scan = new Scan()
  for (const [index, piece] of template.pieces.entries()) {
    if (typeof piece === 'string') {
      scan.read(piece)
      pieces.push(piece)
    } else {
      if (scan.escaping) return { problem: 'Take away the backslash directly before a field.' }
      if (!scan.inString && !isWholeValue(template.pieces, index)) {
        return {
          problem: 'A field without quotation marks stands for a whole value: after a colon or comma, and before a comma or bracket.',
        }
      }
      scan.sawField()
      pieces.push({ field: piece, bare: !scan.inString })
    }
  }
  if (scan.fieldInName) return { problem: 'A field can stand for a value only, not for the name before the colon.' }
  const result = { pieces }
  return SAMPLES.every((values) => isJson(renderJson(result, values)))
    ? result
    : { problem: 'This is not valid JSON once the fields are filled in. Check quotation marks, commas and brackets.' }
}

/**
 * The body with its values (§3.1): inside quotation marks escaped as JSON text, else as a whole JSON value. Half a
 * character becomes U+FFFD.
 */
export function renderJson({ pieces }: JsonTemplate, values: Values): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const value = valueOf(piece.field, values).toWellFormed()
      if (!piece.bare) return JSON.stringify(value).slice(1, -1)
      return mayGoBare(piece.field.name, value) ? value : JSON.stringify(value)
    })
    .join('')
}

export function fieldsInJson({ pieces }: JsonTemplate): FieldName[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.field.name]))
}

function mayGoBare(name: FieldName, value: string): boolean {
  return name === 'to' ? PHONE_DIGITS.test(value) : name === 'encoding' && LITERAL.test(value)
}

/** Where a scan of JSON text stands: inside a string, in the middle of an escape. */
class Scan {
  inString = false
  fieldInName = false
  /** Characters that still belong to an escape. */
  #left = 0
  #stringHasField = false
  #closedWithField = false

  /** What comes next would be read as part of an escape. */
  get escaping(): boolean {
    return this.#left > 0
  }

  sawField(): void {
    if (this.inString) this.#stringHasField = true
    else this.#closedWithField = false
  }

  read(text: string): void {
    for (const char of text) {
      if (this.inString) this.#readInString(char)
      else this.#readOutside(char)
    }
  }

  #readInString(char: string): void {
    if (this.#left > 0) {
      // A `\u` goes on for four digits.
      this.#left = this.#left === ESCAPE && char === 'u' ? 4 : this.#left === ESCAPE ? 0 : this.#left - 1
    } else if (char === '\\') {
      this.#left = ESCAPE
    } else if (char === '"') {
      this.inString = false
      this.#closedWithField = this.#stringHasField
    }
  }

  #readOutside(char: string): void {
    if (/\s/.test(char)) return
    if (char === ':' && this.#closedWithField) this.fieldInName = true
    this.#closedWithField = false
    if (char === '"') {
      this.inString = true
      this.#stringHasField = false
    }
  }
}

/** Marks the character right after a backslash; more than the digits of a `\u`. */
const ESCAPE = 5

function isWholeValue(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1] ?? '['
  const after = pieces[index + 1] ?? ']'
  return typeof before === 'string' && typeof after === 'string' && /[:,[]\s*$/.test(before) && /^\s*[,\]}]/.test(after)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
