import { numberKind } from '../../shared/import/header-words.ts'
import type { StoredPerson } from './person.ts'

/** Types of RFC 6350, 6.4.1 and 5.6, for labels that say just that. Any other label goes into a property beside the number. */
const TYPES: Readonly<Record<string, string>> = { mobile: 'cell', work: 'work', home: 'home' }

/** Longest line, in octets of UTF-8 without its end (RFC 6350, 3.2). */
const LONGEST_LINE = 75

/**
 * People as contact cards, vCard 4.0 (RFC 6350). A label of one's own is an `X-ABLABEL` of the number's group, as address
 * books write it; fields from files are `X-SMSDESK-FIELD` with their name as a parameter. Who has no name gets an empty `FN`,
 * which every card must have, so that nobody comes back called by a number.
 */
export function vcards(people: readonly StoredPerson[]): string {
  return people.map(vcard).join('')
}

function vcard(person: StoredPerson): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `UID:urn:uuid:${person.id}`, `FN:${escaped(person.name)}`]
  if (person.company !== '') lines.push(`ORG:${escaped(person.company)}`)
  for (const [index, number] of person.numbers.entries()) {
    const type = TYPES[number.label]
    const group = type === undefined && number.label !== '' ? `item${index + 1}.` : ''
    const parameters = ['TEL', 'VALUE=uri']
    if (index === 0 && person.numbers.length > 1) parameters.push('PREF=1')
    const kind = type ?? TYPES[numberKind(number.label)]
    if (kind !== undefined) parameters.push(`TYPE=${kind}`)
    lines.push(`${group}${parameters.join(';')}:tel:${number.e164}${number.extension === '' ? '' : `;ext=${number.extension}`}`)
    if (group !== '') lines.push(`${group}X-ABLABEL:${escaped(number.label)}`)
  }
  if (person.notes !== '') lines.push(`NOTE:${escaped(person.notes)}`)
  for (const [name, value] of Object.entries(person.fields)) {
    lines.push(`X-SMSDESK-FIELD;X-NAME="${parameterValue(name)}":${escaped(value)}`)
  }
  lines.push(`REV:${new Date(person.updatedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`, 'END:VCARD')
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** A text value (RFC 6350, 3.4 and 4.1). */
function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`)
}

/** A quoted parameter value; what may not stand in quotes is written as RFC 6868 says. */
function parameterValue(text: string): string {
  return text.replaceAll('^', '^^').replaceAll('"', "^'").replaceAll(/\r\n?|\n/g, '^n')
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
