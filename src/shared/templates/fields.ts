import { formatPhone } from '../phone/format-phone.ts'
import { fieldKey } from './field-key.ts'
import { splitName } from './first-name.ts'
import type { FieldValues } from './render.ts'

/**
 * The fields every person has, besides those from imported files. There is none for today's date: a text may wait for its
 * time, quiet hours or the network, and would then say the wrong day. `name` is as it is written between braces.
 */
export const STANDARD_FIELDS = [
  { id: 'firstName', name: 'first name' },
  { id: 'lastName', name: 'last name' },
  { id: 'name', name: 'name' },
  { id: 'company', name: 'company' },
  { id: 'number', name: 'number' },
] as const

const STANDARD_KEYS: ReadonlySet<string> = new Set(STANDARD_FIELDS.map(({ name }) => fieldKey(name)))

/** Whether a key is that of a field everybody has. */
export function isStandardField(key: string): boolean {
  return STANDARD_KEYS.has(key)
}

/** What fields are filled in from. */
export interface MergePerson {
  /** The number the text goes to, in E.164. */
  number: string
  /** Empty where nobody is known by the number. */
  name: string
  company: string
  /** Other columns of the person's imports, by name. */
  fields: Readonly<Record<string, string>>
}

/**
 * The values of one person. First and last name are those of imported columns of these names where there are any, else
 * read from the whole name (see {@link splitName}). Columns cannot replace the other standard fields.
 * @param ownFields names of all columns any person has: they are known, and empty where this person has none
 */
export function personValues(person: MergePerson, ownFields: readonly string[] = []): FieldValues {
  const values = new Map<string, string>(ownFields.map((name) => [fieldKey(name), '']))
  for (const [name, value] of Object.entries(person.fields)) {
    const key = fieldKey(name)
    if ((values.get(key) ?? '').trim() === '') values.set(key, value)
  }
  // Worked out only where a text asks for it: a campaign fills in texts for a hundred thousand people.
  const derived: Readonly<Record<string, () => string>> = {
    firstname: () => given(values.get('firstname')) ?? splitName(person.name).first,
    lastname: () => given(values.get('lastname')) ?? splitName(person.name).last,
    name: () => person.name,
    company: () => person.company,
    number: () => formatPhone(person.number),
  }
  return (key) => (Object.hasOwn(derived, key) ? derived[key]?.() : values.get(key))
}

function given(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value
}
