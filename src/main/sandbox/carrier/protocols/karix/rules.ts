import type { KarixRefusal } from './errors.ts'
import { guide, newer } from './errors.ts'
import { isBlockout, readIndianTime, scheduleBound } from './indian-time.ts'

/**
 * What the JSON receiver asks of a request, from the user guide and, for fields it leaves out, from the newer document
 * (docs/providers/karix.md).
 */

/** One message object that keeps the rules. */
export interface KarixMessage {
  /** Digits. */
  dest: readonly string[]
  text: string
  send: string
  unicode: boolean
  /** Delivery reports are wanted. */
  reported: boolean
  /** The caller's reference; null for none. */
  custRef: string | null
  /** Fields that reports carry back as they came. */
  tags: Readonly<Record<string, string>>
}

/** A request that keeps all rules. */
export interface KarixRequest {
  messages: readonly KarixMessage[]
  /** When it goes out, in ms since 1970 UTC; null for at once. */
  scheduledAt: number | null
}

type Fields = Readonly<Record<string, unknown>>
type Read<T> = T | { refused: KarixRefusal }

/** Longest text, in UTF-16 units; the guide says 800 whatever the alphabet. */
const MAX_TEXT_UNITS = 800

const MAX_SENDER_LENGTH = 15

/** Validity in minutes. */
const MAX_VALIDITY_MINUTES = 1_440

/** Types of the guide, and the short codes in use, that carry text; whether each is Unicode. */
const TYPES: ReadonlyMap<string, boolean> = new Map([
  ['PLAIN', false],
  ['UNICODE', true],
  ['PM', false],
  ['UC', true],
  ['FL', false],
  ['FU', true],
])

const TAGS = ['tag', 'tag1', 'tag2', 'tag3', 'tag4', 'tag5'] as const

/** Fields that must be text where they are there at all. */
const TEXT_FIELDS = ['cust_ref', 'dlt_entity_id', 'dlt_template_id', 'dlt_tm_id', 'app_country', 'country_cd', 'intl', ...TAGS] as const

/** Reads the envelope: JSON, version, key. The key is what it says, not yet known to be anybody's. */
export function readEnvelope(body: string): Read<{ key: string; fields: Fields }> {
  const fields = parse(body)
  if (fields === null) return { refused: guide('-102') }
  if (fields['ver'] !== '1.0') return { refused: guide('-101') }
  const { key } = fields
  return typeof key === 'string' && key !== '' ? { key, fields } : { refused: guide('-106') }
}

/**
 * Reads the rest. The first rule that is broken refuses the request whole, also where only one number of many is bad: what else
 * would become of it is not documented.
 * @param now ms since 1970 UTC
 */
export function readRequest(fields: Fields, now: number): Read<KarixRequest> {
  if (fields['encrpt'] !== undefined && fields['encrpt'] !== '0') return { refused: newer('-109') }
  const schedule = readSchedule(fields['sch_at'], now)
  if ('refused' in schedule) return schedule
  const list = fields['messages']
  if (!Array.isArray(list) || list.length === 0) return { refused: guide('-102') }
  const messages: KarixMessage[] = []
  for (const entry of list as unknown[]) {
    const message = isObject(entry) ? readMessage(entry) : { refused: guide('-102') }
    if ('refused' in message) return message
    messages.push(message)
  }
  const { scheduledAt } = schedule
  if (messages.some(isPromotional) && isBlockout(scheduledAt ?? now)) return { refused: guide(scheduledAt === null ? '-123' : '-124') }
  return { messages, scheduledAt }
}

function readSchedule(value: unknown, now: number): Read<{ scheduledAt: number | null }> {
  if (value === undefined) return { scheduledAt: null }
  const at = typeof value === 'string' ? readIndianTime(value) : null
  if (at === null) return { refused: guide('-109') }
  const bound = scheduleBound(at, now)
  if (bound === 'within') return { scheduledAt: at }
  return { refused: guide(bound === 'too_soon' ? '-109' : '-110') }
}

function readMessage(fields: Fields): Read<KarixMessage> {
  const dest = readDest(fields['dest'])
  if ('refused' in dest) return dest
  const { text, send } = fields
  if (text === undefined || text === '') return { refused: guide('-113') }
  // Neither document has a code for a text that is no text, or too long.
  if (typeof text !== 'string' || text.length > MAX_TEXT_UNITS) return { refused: guide('-102') }
  if (send === undefined || send === '') return { refused: newer('-129') }
  if (typeof send !== 'string' || send.length > MAX_SENDER_LENGTH) return { refused: newer('-130') }
  const type = fields['type'] ?? 'PLAIN'
  const unicode = typeof type === 'string' ? TYPES.get(type.toUpperCase()) : undefined
  if (unicode === undefined) return { refused: guide('-114') }
  const problem = optionProblem(fields)
  if (problem !== null) return { refused: problem }
  const { cust_ref: custRef } = fields
  return {
    dest: dest.list,
    text,
    send,
    unicode,
    // The table has the one name, both samples the other.
    reported: fields['dlr_req'] === '1' || fields['dlr_reg'] === '1',
    custRef: typeof custRef === 'string' ? custRef : null,
    tags: Object.fromEntries(TAGS.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : []))),
  }
}

function readDest(value: unknown): Read<{ list: string[] }> {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return { refused: guide('-111') }
  if (!Array.isArray(value)) return { refused: guide('-102') }
  const list: string[] = []
  for (const number of value as unknown[]) {
    if (number === '') return { refused: guide('-111') }
    if (typeof number !== 'string' || !/^[1-9][0-9]{6,14}$/.test(number)) return { refused: guide('-112') }
    list.push(number)
  }
  return { list }
}

function optionProblem(fields: Fields): KarixRefusal | null {
  if (!isFlag(fields['dlr_req']) || !isFlag(fields['dlr_reg'])) return guide('-116')
  if (!isFlag(fields['urltrack'])) return guide('-120')
  const { vp } = fields
  if (vp !== undefined) {
    if (typeof vp !== 'string' || !/^[0-9]+$/.test(vp)) return newer('-119')
    if (Number(vp) < 1 || Number(vp) > MAX_VALIDITY_MINUTES) return newer('-120')
  }
  const wrong = TEXT_FIELDS.find((name) => fields[name] !== undefined && typeof fields[name] !== 'string')
  if (wrong === undefined) return null
  return wrong === 'cust_ref' ? newer('-123') : guide('-102')
}

/** Flags are text, `0` or `1`. */
function isFlag(value: unknown): boolean {
  return value === undefined || value === '0' || value === '1'
}

/** By convention a sender of digits marks promotional traffic in India; only that has hours. */
function isPromotional({ send, dest }: KarixMessage): boolean {
  return /^[0-9]+$/.test(send) && dest.some((number) => number.startsWith('91'))
}

function parse(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
