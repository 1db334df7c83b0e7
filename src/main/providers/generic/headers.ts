import type { FieldName, Piece, Values } from './fields.ts'
import { fieldsIn, readTemplate, valueOf } from './fields.ts'

/** One header line with fields. */
export interface HeaderTemplate {
  /** Lower case. */
  name: string
  value: readonly Piece[]
}

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** What may stand in a header's value: visible ASCII, spaces and tabs. Never a line break (RFC 9110, section 5.5). */
const SAFE_VALUE = /^[\t\x20-\x7E]*$/

/** They belong to the connection, not to the text (RFC 9110, section 7.6.1). */
const RESERVED = /^(?:host|connection|content-length|transfer-encoding|keep-alive|te|trailer|upgrade|expect|proxy-.*)$/

/** Reads header lines such as `X-API-Key: {{token}}` (§3.3). Never throws. */
export function readHeaderTemplates(raw: string): { headers: HeaderTemplate[] } | { problem: string } {
  const headers: HeaderTemplate[] = []
  for (const [index, line] of raw.split('\n').entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon === -1 || !TOKEN.test(name))
      return { problem: `Line ${number} is not of the form Name: value, such as X-API-Key: {{token}}.` }
    if (RESERVED.test(name)) return { problem: `Line ${number}: this header is set by SMS Desk itself. Leave it out.` }
    if (headers.some((other) => other.name === name)) return { problem: `Line ${number}: this header is there twice.` }
    const template = readTemplate(line.slice(colon + 1).trim())
    if ('problem' in template) return { problem: `Line ${number}: ${template.problem}` }
    if (fieldsIn(template.pieces).includes('text')) return { problem: `Line ${number}: the text cannot stand in a header.` }
    if (template.pieces.some((piece) => typeof piece === 'string' && !isSafeHeaderValue(piece))) {
      return { problem: `Line ${number}: a header holds plain letters, digits and signs only.` }
    }
    headers.push({ name, value: template.pieces })
  }
  return { headers }
}

/** The value of a header; null where something in it cannot stand in one. */
export function renderHeader({ value }: HeaderTemplate, values: Values): string | null {
  const text = value.map((piece) => (typeof piece === 'string' ? piece : valueOf(piece, values))).join('')
  return isSafeHeaderValue(text) ? text : null
}

export function isSafeHeaderValue(value: string): boolean {
  return SAFE_VALUE.test(value)
}

export function fieldsInHeaders(headers: readonly HeaderTemplate[]): FieldName[] {
  return headers.flatMap(({ value }) => fieldsIn(value))
}
