import { isLoopback } from '../loopback.ts'
import type { FieldName, Piece, Values } from './fields.ts'
import { fieldsIn, readTemplate, valueOf } from './fields.ts'
import type { Parameter } from './parameters.ts'
import { fieldsInParameters, parameterValue } from './parameters.ts'
import { SAMPLES } from './samples.ts'

/** An address with fields (§2). */
export interface AddressTemplate {
  /** Scheme, host and port: never from a field. */
  origin: string
  /** From the slash after the host up to the question mark. */
  path: readonly Piece[]
  /** Names and fixed values as they stand in an address, percent-encoded by whoever wrote them. */
  query: readonly Parameter[]
}

const EXAMPLE = 'It should look like https://gateway.example/api/send'

/** Reads an address with fields (§2). Never throws. */
export function readAddressTemplate(raw: string): AddressTemplate | { problem: string } {
  const template = readTemplate(raw.trim())
  if ('problem' in template) return template
  const { pieces } = template
  const [start] = pieces
  const origin = typeof start === 'string' ? /^https?:\/\/[^/?#\\\s]+/i.exec(start)?.[0] : undefined
  const url = origin === undefined ? null : URL.parse(origin)
  if (origin === undefined || typeof start !== 'string' || url === null) return { problem: `This is not a web address. ${EXAMPLE}` }
  if (origin.length === start.length && pieces.length > 1)
    return { problem: 'A field can stand only after the name of the server and a slash.' }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'Leave user name and password out of the beginning of the address. They have fields of their own.' }
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { problem: 'The address must begin with https, since texts and passwords would travel in clear otherwise.' }
  }
  const rest = [start.slice(origin.length), ...pieces.slice(1)]
  if (rest.some((piece) => typeof piece === 'string' && /[\s#]/.test(piece))) {
    return { problem: 'An address has no spaces and no #. Check what was pasted.' }
  }
  if (rest.some((piece, index) => typeof piece === 'string' && index < rest.length - 1 && /%[0-9a-f]?$/i.test(piece))) {
    return { problem: 'Take away the percent sign directly before a field.' }
  }
  const address = readRest(url.origin, rest)
  if ('problem' in address || SAMPLES.every((values) => renderAddress(address, values) !== null)) return address
  return { problem: 'This address leads elsewhere once the fields are filled in. Check its slashes and dots.' }
}

/**
 * The address with its values, percent-encoded. Null where a value would lead elsewhere: to another server, or up and
 * down in the path.
 */
export function renderAddress({ origin, path, query }: AddressTemplate, values: Values): string | null {
  const filled = path.map((piece) => (typeof piece === 'string' ? piece : encode(valueOf(piece, values)))).join('')
  const pairs = query.flatMap((parameter) => {
    const left = parameterValue(parameter, values) === null
    return left ? [] : [`${parameter.name}${parameter.value.map((piece) => asQuery(piece, values)).join('')}`]
  })
  const address = `${origin}${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
  const url = URL.parse(address)
  const goesThere = url !== null && url.origin === origin && depth(url.pathname) === depth(filled)
  return goesThere ? address : null
}

/** The address to be looked at: fields as `shown` has them, nothing encoded. */
export function showAddress({ origin, path, query }: AddressTemplate, shown: Values): string {
  const show = (pieces: readonly Piece[]): string =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : valueOf(piece, shown))).join('')
  const pairs = query.map(({ name, value }) => `${name}${show(value)}`)
  return `${origin}${show(path)}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`
}

export function fieldsInAddress({ path, query }: AddressTemplate): FieldName[] {
  return [...fieldsIn(path), ...fieldsInParameters(query)]
}

/** Divides at the first question mark, and behind it at the ampersands, that the template itself has. */
function readRest(origin: string, rest: readonly Piece[]): AddressTemplate | { problem: string } {
  const at = rest.findIndex((piece) => typeof piece === 'string' && piece.includes('?'))
  const divided = rest[at]
  const [before, ...after] = typeof divided === 'string' ? divided.split('?') : []
  const path = (before === undefined ? rest : [...rest.slice(0, at), before]).filter((piece) => piece !== '')
  if (fieldsIn(path).includes('text')) {
    return { problem: 'The text can stand only after a question mark, as in …?text={{text}}, or in the body.' }
  }
  const query: Parameter[] = []
  for (const [start = '', ...others] of before === undefined ? [] : divideAtAmpersands([after.join('?'), ...rest.slice(at + 1)])) {
    const equals = typeof start === 'string' ? start.indexOf('=') + 1 : 0
    if (typeof start !== 'string' || (equals === 0 && others.length > 0)) {
      return { problem: 'After the question mark, a field can stand only behind an equals sign.' }
    }
    // A name keeps its equals sign, so that a parameter without one stays as it is.
    const [name, value] = equals === 0 ? [start, ''] : [start.slice(0, equals), start.slice(equals)]
    if (name !== '') query.push({ name, value: value === '' ? others : [value, ...others] })
  }
  return { origin, path: path.length === 0 ? ['/'] : path, query }
}

function divideAtAmpersands(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [[]]
  for (const piece of pieces) {
    const [first = '', ...more] = typeof piece === 'string' ? piece.split('&') : [piece]
    groups.at(-1)?.push(first)
    for (const start of more) groups.push([start])
  }
  return groups.map((group) => group.filter((piece, index) => piece !== '' || index === 0))
}

function asQuery(piece: Piece, values: Values): string {
  return typeof piece === 'string' ? piece : encode(valueOf(piece, values))
}

function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed())
}

function depth(path: string): number {
  return path.split('/').length
}
