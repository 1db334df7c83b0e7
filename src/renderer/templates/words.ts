import { fieldKey } from '../../shared/templates/field-key.ts'
import { STANDARD_FIELDS } from '../../shared/templates/fields.ts'
import type { FieldPlace } from '../../shared/templates/parse.ts'
import type { RenderedField } from '../../shared/templates/render.ts'
import type { Words } from '../language/words.ts'

/** What to call a field in a sentence: "First name"; of a column of an import, as it is written. */
function fieldTitle(words: Words<'templates'>, { name, key }: Pick<FieldPlace, 'name' | 'key'>): string {
  const standard = STANDARD_FIELDS.find((field) => fieldKey(field.name) === key)
  return standard === undefined ? name : words(`field.${standard.id}.title`)
}

/** How a fallback for a field is written, to be shown as an example. */
function fallbackExample(words: Words<'templates'>, { name, key }: Pick<FieldPlace, 'name' | 'key'>): string {
  return `{${name}|${key === 'firstname' || key === 'name' ? words('problem.fallback') : '…'}}`
}

/**
 * What stands in the way of sending a text, and what to do about it.
 * @param whom for whom there is no value: a name, a number, or "3 of 12 people"
 */
export function problemWords(
  words: Words<'templates'>,
  { field, outcome }: Pick<RenderedField, 'field' | 'outcome'>,
  whom: string,
): string {
  switch (outcome) {
    case 'empty':
      return words('problem.empty', { field: fieldTitle(words, field), whom, example: fallbackExample(words, field) })
    case 'unknown':
      return words('problem.unknown', { name: field.name })
    case 'doubled':
      return words('problem.doubled', { source: field.source, example: `{${field.name}}` })
    default:
      return ''
  }
}
