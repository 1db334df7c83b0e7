import { STANDARD_FIELDS } from './fields.ts'
import { fieldKey } from './field-key.ts'
import type { FieldPlace } from './parse.ts'
import type { RenderedField } from './render.ts'

/** What to call a field in a sentence: "First name"; of a column of an import, as it is written. */
export function fieldTitle({ name, key }: Pick<FieldPlace, 'name' | 'key'>): string {
  return STANDARD_FIELDS.find((field) => fieldKey(field.name) === key)?.title ?? name
}

/** How a fallback for a field is written, to be shown as an example. */
export function fallbackExample({ name, key }: Pick<FieldPlace, 'name' | 'key'>): string {
  return `{${name}|${key === 'firstname' || key === 'name' ? 'there' : '…'}}`
}

/**
 * What stands in the way of sending a text, and what to do about it.
 * @param whom for whom there is no value: a name, a number, or "3 of 12 people"
 */
export function problemWords({ field, outcome }: Pick<RenderedField, 'field' | 'outcome'>, whom: string): string {
  switch (outcome) {
    case 'empty':
      return `${fieldTitle(field)} is empty for ${whom}: write it, or give the field a fallback, such as ${fallbackExample(field)}.`
    case 'unknown':
      return `There is no field “${field.name}”. Choose another one, or write {{ where a brace is meant.`
    case 'doubled':
      return `${field.source} has one brace too many on each side. Write {${field.name}}.`
    default:
      return ''
  }
}
