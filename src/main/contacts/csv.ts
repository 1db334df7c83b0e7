import { FIELD_PREFIX, meaningOfHeader } from '../../shared/import/header-words.ts'
import type { ExportShape } from './export-shape.ts'
import { BYTE_ORDER_MARK, csvRows } from './csv-rows.ts'
import type { Person } from './person.ts'

/** First row of an export, behind the byte order mark that has Excel read UTF-8. */
export function csvHeader(shape: ExportShape): string {
  const numbers = Array.from({ length: shape.numbers }, (_, index) => [`Number ${index + 1} - Label`, `Number ${index + 1} - Value`])
  return BYTE_ORDER_MARK + csvRows([['Name', 'Company', 'Notes', ...numbers.flat(), ...shape.fields.map(fieldHeader)]])
}

function fieldHeader(name: string): string {
  const meaning = meaningOfHeader(name)
  return meaning.meaning === 'field' && meaning.label === name ? name : FIELD_PREFIX + name
}

/** One row per person. */
export function csvPeople(people: readonly Person[], shape: ExportShape): string {
  return csvRows(
    people.map((person) => [
      person.name,
      person.company,
      person.notes,
      ...Array.from({ length: shape.numbers }, (_, index) => {
        const number = person.numbers[index]
        return number === undefined ? ['', ''] : [number.label, number.e164]
      }).flat(),
      ...shape.fields.map((name) => (Object.hasOwn(person.fields, name) ? (person.fields[name] ?? '') : '')),
    ]),
  )
}
