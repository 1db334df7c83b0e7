/** Any JSON value, with long numbers as strings of their own digits. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** A JSON object. */
export type JsonObject = { [name: string]: Json }

/** What `JSON.parse` tells a reviver about primitive values (ECMAScript "source text access", Node 21 and later). */
interface ReviverContext {
  source?: string
}

/** Numbers that are not plain safe integers have one of these; text that looks like one costs time, nothing else. */
const MAY_LOSE_DIGITS = /\d{16}|\d[.eE]|-0/

/**
 * Parses JSON without losing a digit: a number that is not a plain safe integer comes as the string it was written
 * as, since ids of providers exceed 2^53 (docs/providers/connectel.md §10). Undefined when the text is not JSON, or is
 * nested beyond reason.
 */
export function parseJson(text: string): Json | undefined {
  const keepDigits = (_name: string, value: unknown, context?: ReviverContext): unknown => {
    if (typeof value !== 'number') return value
    const source = context?.source ?? String(value)
    return Number.isSafeInteger(value) && String(value) === source ? value : source
  }
  try {
    const json = text.replace(/^\uFEFF/, '')
    // Being asked about each value costs most of the time, and most texts have no number that needs it.
    return JSON.parse(json, MAY_LOSE_DIGITS.test(json) ? keepDigits : undefined) as Json
  } catch {
    return undefined
  }
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own value of a field; undefined where there is none (never something inherited). */
export function fieldOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** A string or number as trimmed text; null for everything else and for blank text. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return text === '' ? null : text
}

/** A whole number, given as a number or as its digits; null for everything else. */
export function integerOf(value: Json | undefined): number | null {
  const text = textOf(value)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}
