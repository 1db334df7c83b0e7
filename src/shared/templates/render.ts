import { escapeBraces, type FieldPlace, type ParsedTemplate, type Piece } from './parse.ts'

/** The value of a field by its key: empty where the person has none, undefined where there is no such field at all. */
export type FieldValues = (key: string) => string | undefined

/**
 * What became of a field. `left_out`: it has no value, and an empty fallback says that nothing may stand there. The last
 * three stay as they are written, and the text must not be sent: no value and no fallback; no such field; a field
 * written with two braces on each side.
 */
export type FieldOutcome = 'filled' | 'fallback' | 'left_out' | 'empty' | 'unknown' | 'doubled'

/** A field of a text that was filled in. */
export interface RenderedField {
  field: FieldPlace
  outcome: FieldOutcome
  /** Where it came to stand in the text that was made, in UTF-16 units; of a doubled one, where it is written. */
  start: number
  end: number
}

/** A text as one person gets it. */
export interface Rendered {
  text: string
  /** All its fields in order; doubled ones last. */
  fields: readonly RenderedField[]
  /** Everything could be filled in. Otherwise the text must not be sent. */
  complete: boolean
}

/** Whether a field could not be filled in, so that a person has to do something about it. */
export function isProblem({ outcome }: Pick<RenderedField, 'outcome'>): boolean {
  return outcome === 'empty' || outcome === 'unknown' || outcome === 'doubled'
}

/**
 * The text as one person gets it. Values are words: braces in them mean nothing. A value of blanks is none; then the
 * fallback stands in, and without one the field stays as it is written and is reported, so that no text ever says "Hi ,".
 *
 * Where an empty fallback leaves nothing, only blanks go: those before the field if a blank, a line's end, the text's end
 * or one of `, . ; : ! ? )` follows, and those after it at the beginning of a line. Nothing else is tidied.
 */
export function renderTemplate(template: ParsedTemplate, values: FieldValues): Rendered {
  return compose(template, values, (words) => words)
}

/**
 * The text with everything filled in that can be, still as a text with merge fields: parsing and rendering the result
 * gives what {@link renderTemplate} gives. For a text that a person goes on writing.
 */
export function fillTemplate(template: ParsedTemplate, values: FieldValues): Rendered {
  return compose(template, values, escapeBraces)
}

function compose({ pieces, doubled }: ParsedTemplate, values: FieldValues, written: (words: string) => string): Rendered {
  const fields: RenderedField[] = []
  let text = ''
  let complete = true
  let atLineStart = false
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      text += written(atLineStart ? piece.text.replace(/^ +/, '') : piece.text)
      atLineStart = false
      continue
    }
    const { field } = piece
    const { outcome, words } = fill(field, values)
    if (outcome === 'left_out') {
      if (blanksMayGoBefore(pieces[index + 1])) text = text.replace(/ +$/, '')
      atLineStart = text === '' || /[\r\n]$/.test(text)
    } else atLineStart = false
    const problem = isProblem({ outcome })
    if (problem) complete = false
    const start = text.length
    text += problem ? words : written(words)
    fields.push({ field, outcome, start, end: text.length })
  }
  for (const field of doubled) {
    if (values(field.key) === undefined) continue
    complete = false
    fields.push({ field, outcome: 'doubled', start: field.start, end: field.end })
  }
  return { text, fields, complete }
}

function fill(field: FieldPlace, values: FieldValues): { outcome: FieldOutcome; words: string } {
  const value = values(field.key)
  if (value === undefined) return { outcome: 'unknown', words: field.source }
  const words = value.trim()
  if (words !== '') return { outcome: 'filled', words }
  if (field.fallback === null) return { outcome: 'empty', words: field.source }
  return { outcome: field.fallback === '' ? 'left_out' : 'fallback', words: field.fallback }
}

function blanksMayGoBefore(next: Piece | undefined): boolean {
  return next === undefined || (next.kind === 'text' && /^[ \r\n,.;:!?)]/.test(next.text))
}
