import type { Json, JsonObject } from './tolerant-json.ts'
import { parseJson } from './tolerant-json.ts'
import type { ReceiptReading } from './types.ts'

/** Most characters of a call or an answer that are kept. */
const MAX_EXCHANGE_LENGTH = 2_000

/** Deeper than this, an answer is noise. */
const MAX_DEPTH = 12

/** More values than this do not fit into `MAX_EXCHANGE_LENGTH` characters. */
const MAX_VALUES = 1_000

/** Shorter texts are only taken out where they stand alone: "OK" is part of too many words. */
const MIN_INNER_TEXT = 4

/** What must not be in anything that is kept or shown. */
interface Confidential {
  /** Values to take out wherever they stand. */
  secrets: readonly string[]
  /** Names of parameters and fields whose values are secrets, lower case. */
  secretNames: readonly string[]
  /** The message's text; null where none is concerned. */
  text: string | null
}

/**
 * Takes what must not be kept out of what a provider sent, as it came or already parsed, and cuts it to
 * `MAX_EXCHANGE_LENGTH`.
 */
export type Redactor = (raw: string | JsonObject | Json[]) => string

/**
 * Makes what takes secrets and the message text out, however they are escaped. JSON is taken apart and put together
 * again, so that escapes hide nothing. Make it once where much is to be redacted.
 */
export function createRedactor(confidential: Confidential): Redactor {
  const clean = createCleaner(confidential)
  return (raw) => {
    const parsed = typeof raw === 'string' ? parseJson(raw) : raw
    if (typeof parsed !== 'object' || parsed === null) return cut(clean(String(raw)))
    return cut(JSON.stringify(cleanValue(parsed, { clean, secretNames: confidential.secretNames, valuesLeft: MAX_VALUES }, 0)))
  }
}

/** Cuts to `length` without leaving half a character. */
export function cut(text: string, length: number = MAX_EXCHANGE_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

interface Walk {
  clean: (text: string) => string
  secretNames: readonly string[]
  /** Values still looked at. */
  valuesLeft: number
}

function cleanValue(value: Json, walk: Walk, depth: number): Json {
  walk.valuesLeft -= 1
  if (depth > MAX_DEPTH || walk.valuesLeft < 0) return '…'
  if (typeof value === 'string') return walk.clean(value)
  if (Array.isArray(value)) return value.slice(0, walk.valuesLeft + 1).map((item) => cleanValue(item, walk, depth + 1))
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).slice(0, walk.valuesLeft + 1)
    return Object.fromEntries(
      fields.map(([name, inner]) => [
        walk.clean(name),
        walk.secretNames.includes(name.toLowerCase()) ? '[secret]' : cleanValue(inner, walk, depth + 1),
      ]),
    )
  }
  // A number may be a secret, or the text, too.
  const text = String(value)
  const cleaned = walk.clean(text)
  return cleaned === text ? value : cleaned
}

/** Does the work that is the same for every string once. */
function createCleaner({ secrets, secretNames, text }: Confidential): (raw: string) => string {
  const secretForms = secrets.flatMap((secret) => formsOf(secret))
  const textForms = text !== null && text.length >= MIN_INNER_TEXT ? formsOf(text) : []
  const parameters = secretNames.length === 0 ? null : new RegExp(`((?:^|[?&;\\s])(?:${secretNames.join('|')})=)[^&;\\s"'<>]*`, 'gi')
  return (raw) => {
    if (raw !== '' && raw === text) return '[text]'
    let result = raw
    for (const form of secretForms) result = result.replaceAll(form, '[secret]')
    for (const form of textForms) result = result.replaceAll(form, '[text]')
    // Last: a secret with an ampersand in it would be cut in two here, and its rest not be known for one.
    return parameters === null ? result : result.replace(parameters, '$1[secret]')
  }
}

/** A value as it may stand in an answer: plain, in JSON, in an address or form, in HTML. Longest first. */
function formsOf(value: string): string[] {
  if (value === '') return []
  const wellFormed = value.toWellFormed()
  const json = JSON.stringify(wellFormed).slice(1, -1)
  const html = wellFormed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const forms = [
    value,
    json,
    json.replaceAll('/', '\\/'),
    json.replaceAll(/[\u0080-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    encodeURIComponent(wellFormed),
    encodeURIComponent(wellFormed).replaceAll('%20', '+'),
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    html.replaceAll('"', '&quot;').replaceAll("'", '&#039;'),
  ]
  return [...new Set(forms)].sort((one, other) => other.length - one.length)
}

/** A receipt without what must not be kept: answers may show anything in any place. */
export function redactReceipt(receipt: ReceiptReading, redact: Redactor): ReceiptReading {
  const { rawStatus, detail } = receipt
  return { ...receipt, rawStatus: redact(rawStatus), detail: detail === null ? null : redact(detail) }
}

/** A provider's words inside one of our sentences: one line, no control characters, at most `length` characters. */
export function quoteWords(words: string, length: number): string {
  return cut(words.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(), length)
}
