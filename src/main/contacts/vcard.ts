import { numberKind } from '../../shared/import/header-words.ts'
import type { StoredPerson } from './person.ts'

/** Types of RFC 6350, 6.4.1 and 5.6, for labels that say just that. Any other label goes into a property beside the number. */
const TYPES: Readonly<Partial<Record<string, string>>> = { mobile: 'cell', work: 'work', home: 'home' }

/** Longest line, in octets of UTF-8 without its end (RFC 6350, 3.2). */
const LONGEST_LINE = 75

/**
 * People as contact cards, vCard 4.0 (RFC 6350). What a label or a field from a file is called stands in an `X-ABLABEL` of
 * the same group, as address books write it. Who has no name gets an empty `FN`, which every card must have, so that
 * nobody comes back called by a number.
 */
export function vcards(people: readonly StoredPerson[]): string {
  return people.map(vcard).join('')
}

function vcard(person: StoredPerson): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `FN:${escaped(person.name)}`]
  if (person.company !== '') lines.push(`ORG:${escaped(person.company).replaceAll(';', String.raw`\;`)}`)
  let groups = 0
  const labelled = (property: string, label: string) => {
    groups += 1
    lines.push(`item${groups}.${property}`, `item${groups}.X-ABLABEL:${escaped(label)}`)
  }
  for (const [index, { e164, label, extension }] of person.numbers.entries()) {
    const type = TYPES[label] ?? TYPES[numberKind(label)]
    const preference = person.numbers.length > 1 ? `;PREF=${index + 1}` : ''
    const number = `TEL;VALUE=uri${preference}${type === undefined ? '' : `;TYPE=${type}`}:tel:${e164}${extension === '' ? '' : `;ext=${extension}`}`
    if (label === '' || TYPES[label] !== undefined) lines.push(number)
    else labelled(number, label)
  }
  if (person.notes !== '') lines.push(`NOTE:${escaped(person.notes)}`)
  for (const [name, value] of Object.entries(person.fields)) labelled(`X-FIELD;VALUE=text:${escaped(value)}`, name)
  lines.push('END:VCARD')
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A text value (RFC 6350, 3.4 and 4.1). A semicolon must be escaped only where it would part a value, and few readers know it elsewhere. */
function escaped(text: string): string {
  return text.replaceAll(/[\\,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`)
}

/** A line in pieces of 75 octets at most, each but the first behind a blank; no character is cut. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST_LINE) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
