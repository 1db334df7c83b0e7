import type { Contact } from '../../shared/contract/contacts.ts'
import { formatNumber } from '../components/names.ts'
import type { Words } from '../language/words.ts'

/** What to call a person: the name, else the first number, else the company. Never empty. */
export function personName(words: Words<'contacts'>, person: Pick<Contact, 'name' | 'company' | 'numbers'>): string {
  if (person.name.trim() !== '') return person.name
  const number = person.numbers[0]
  if (number !== undefined) return formatNumber(number.e164)
  return person.company.trim() === '' ? words('noName') : person.company
}

/** One number while it is being edited. `key` tells rows apart while they move. */
export interface NumberDraft {
  key: string
  number: string
  label: string
}

/** A person while being edited. */
export interface PersonDraft {
  name: string
  company: string
  notes: string
  numbers: NumberDraft[]
  fields: FieldDraft[]
}

/** A field from a file while it is being edited. */
export interface FieldDraft {
  name: string
  value: string
}

/** Labels offered for a number, that of a first one first; any other may be typed. */
export function numberLabels(words: Words<'contacts'>): [mobile: string, work: string, home: string] {
  return [words('form.kinds.mobile'), words('form.kinds.work'), words('form.kinds.home')]
}

/** An editable copy of a person, or an empty one with room for a first number, which may be given. */
export function draftOf(words: Words<'contacts'>, person: Contact | null, number = ''): PersonDraft {
  return {
    name: person?.name ?? '',
    company: person?.company ?? '',
    notes: person?.notes ?? '',
    numbers:
      person === null
        ? [{ key: 'new-0', number: number === '' ? '' : formatNumber(number), label: words('form.kinds.mobile') }]
        : person.numbers.map(({ e164, label }) => ({ key: e164, number: formatNumber(e164), label })),
    fields: Object.entries(person?.fields ?? {}).map(([name, value]) => ({ name, value })),
  }
}

/** What is saved: numbers and fields left empty are dropped, spaces at the ends go. */
export function inputOf(draft: PersonDraft): {
  name: string
  company: string
  notes: string
  numbers: { number: string; label: string }[]
  fields: Record<string, string>
} {
  return {
    name: draft.name.trim(),
    company: draft.company.trim(),
    notes: draft.notes,
    numbers: draft.numbers
      .map(({ number, label }) => ({ number: number.trim(), label: label.trim() }))
      .filter(({ number }) => number !== ''),
    fields: Object.fromEntries(draft.fields.flatMap(({ name, value }) => (value.trim() === '' ? [] : [[name, value.trim()]]))),
  }
}

/** Why a draft cannot be saved yet, as a sentence; null when the host may be asked. */
export function draftProblem(words: Words<'contacts'>, draft: PersonDraft): string | null {
  const input = inputOf(draft)
  return input.name === '' && input.company === '' && input.numbers.length === 0 ? words('form.problem') : null
}

/** The numbers with the one under `key` first: the first is the one texts go to. */
export function withDefault(numbers: readonly NumberDraft[], key: string): NumberDraft[] {
  return [...numbers.filter((one) => one.key === key), ...numbers.filter((one) => one.key !== key)]
}

/** The person two will become, as far as it shows: numbers, notes and fields of both, those of the one who stays first. */
export function mergedPreview(
  kept: Contact,
  other: Contact,
  nameOf: 'kept' | 'other',
): Pick<Contact, 'name' | 'company' | 'numbers' | 'notes' | 'fields'> {
  const named = nameOf === 'kept' ? kept : other
  const filled = Object.entries(kept.fields).filter(([, value]) => value !== '')
  return {
    name: named.name === '' ? kept.name || other.name : named.name,
    company: kept.company === '' ? other.company : kept.company,
    numbers: [...kept.numbers, ...other.numbers.filter(({ e164 }) => kept.numbers.every((number) => number.e164 !== e164))],
    notes: [...new Set([kept.notes, other.notes])].filter((notes) => notes !== '').join('\n\n'),
    fields: { ...other.fields, ...Object.fromEntries(filled) },
  }
}
