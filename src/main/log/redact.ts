/** Names whose values are secret, wherever in a value they appear. */
const SECRET_NAME = /token|secret|passw|passphrase|authorization|cookie|api.?key|hook.?key|private.?key|credential|signature/i

/** Names whose values are what people wrote to each other: only their length is worth logging. */
const WORDS_NAME = /^(?:text|body|content|notes?|messageText)$/i

/** Names whose large numbers are times, sizes and counts, and cannot be phone numbers. */
const MEASURE_NAME = /(?:^at|At|^ms|Ms|^bytes|Bytes|^rows|Rows|^pages|Pages|^count|Count|^total|Total|^size|Size)$/

/**
 * What reads like a phone number, however it is written and in whatever digits: seven of them, or six behind a plus
 * (the shortest the database takes). Shorter ones are short codes, which name no person.
 */
const SEPARATOR = String.raw`[\s().\/\-\u2010-\u2015]{0,3}`
const NUMBER = new RegExp(String.raw`[+\uFF0B]${SEPARATOR}\p{Nd}(?:${SEPARATOR}\p{Nd}){5,}|\p{Nd}(?:${SEPARATOR}\p{Nd}){6,}`, 'gu')

/** Ids and instants, which are needed whole to follow a message through the log. */
const KEPT_WHOLE =
  /(?<![0-9a-z])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z)(?![0-9a-z])/gi

/** `name=value`, `name: value` and `"name":"value"` where the name says that the value is a secret. */
const NAMED_SECRET =
  /((?:token|secret|passw(?:or)?d|passphrase|authorization|cookie|api[_-]?key|credential|signature)[\w-]*["']?\s*[=:]\s*)("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[^\s,;&}]+)/gi

/** An HTTP authorization value (RFC 9110, 11.6.2), wherever it stands. */
const AUTHORIZATION = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi

/** User and password of an address. */
const USER_INFO = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi

/** The key of a hook address: the last part of its path. */
const HOOK_KEY = /(\/hooks\/[^\s/"'?#]+\/)[^\s"'?#]+/gi

/** Longest free text kept, in UTF-16 units; stacks get more. Beyond `READ_MAX` nothing is even looked at. */
const TEXT_MAX = 300
const STACK_MAX = 4_000
const READ_MAX = 20_000
/** Depth and number of entries to which nested values are written. */
const DEPTH_MAX = 5
const ENTRIES_MAX = 50

const HIDDEN = '…'

/** True for a field whose value must not be written, whatever it is. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/**
 * Free text without phone numbers (their last 3 digits stay), named secrets and hook keys, cut to `max` UTF-16 units.
 * A name or a message inside free text cannot be told from other words: those must not be logged in the first place.
 */
export function redactText(text: string, max: number = TEXT_MAX): string {
  const named = text
    .slice(0, READ_MAX)
    .replaceAll(HOOK_KEY, `$1${HIDDEN}`)
    .replaceAll(AUTHORIZATION, `$1 ${HIDDEN}`)
    .replaceAll(USER_INFO, `$1${HIDDEN}@`)
    .replaceAll(NAMED_SECRET, `$1${HIDDEN}`)
  let result = ''
  let from = 0
  for (const kept of named.matchAll(KEPT_WHOLE)) {
    result += redactNumbers(named.slice(from, kept.index)) + kept[0]
    from = kept.index + kept[0].length
  }
  result += redactNumbers(named.slice(from))
  return result.length > max ? `${result.slice(0, max)}${HIDDEN}` : result
}

function redactNumbers(text: string): string {
  return text.replaceAll(NUMBER, (number) => `${HIDDEN}${[...number.replaceAll(/\P{Nd}/gu, '')].slice(-3).join('')}`)
}

/**
 * Any value of a log field, made safe to write as JSON: whatever depth, circles included. The types say that fields are
 * flat; the sink does not rely on it.
 */
export function redactValue(name: string, value: unknown): unknown {
  return redact(name, value, [])
}

function redact(name: string, value: unknown, inside: readonly object[]): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null
  if (isSecretName(name)) return HIDDEN
  if (typeof value === 'string') return WORDS_NAME.test(name) ? `[${value.length} characters]` : redactText(value)
  if (typeof value === 'number' || typeof value === 'bigint') return redactNumeric(name, value)
  if (typeof value !== 'object') return `[${typeof value}]`
  if (inside.includes(value)) return '[circle]'
  if (inside.length >= DEPTH_MAX) return HIDDEN
  if (value instanceof Error) return redactError(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  const further = [...inside, value]
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((each) => redact(name, each, further))
  if (value instanceof Set) return [...value].slice(0, ENTRIES_MAX).map((each) => redact(name, each, further))
  const entries = value instanceof Map ? [...value].map(([key, each]) => [describe(key), each] as const) : Object.entries(value)
  return Object.fromEntries(entries.slice(0, ENTRIES_MAX).map(([key, each]) => [redactText(key), redact(key, each, further)]))
}

function redactNumeric(name: string, value: number | bigint): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  if (value > -1_000_000 && value < 1_000_000) {
    return typeof value === 'bigint' ? Number(value) : Math.round(value * 1_000) / 1_000
  }
  return MEASURE_NAME.test(name) ? Number(value) : redactText(BigInt(Math.trunc(Number(value))).toString())
}

/** An error as it is logged. */
export interface RedactedError {
  name: string
  message: string
  code?: string
  stack?: string
  cause?: unknown
  /** Of an AggregateError, such as a connection that failed on every address. */
  errors?: RedactedError[]
}

/** An error with everything that helps to find a bug and nothing private. Fields of its own are left out. */
export function redactError(error: unknown, depth = 0): RedactedError {
  if (!(error instanceof Error)) return { name: 'thrown', message: redactText(describe(error)) }
  const code: unknown = 'code' in error ? error.code : undefined
  const message = redactText(error.message)
  return {
    name: redactText(error.name),
    message,
    ...(typeof code === 'string' ? { code: redactText(code) } : {}),
    // The stack begins with the message, in full: there, too, it is cut.
    ...(error.stack === undefined
      ? {}
      : {
          stack: redactText(
            error.stack.replace(error.message, () => message),
            STACK_MAX,
          ),
        }),
    ...(error.cause === undefined || depth >= DEPTH_MAX ? {} : { cause: redactError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError && depth < DEPTH_MAX
      ? { errors: error.errors.slice(0, 5).map((each: unknown) => redactError(each, depth + 1)) }
      : {}),
  }
}

/** A word for a value that is no text: an object may have no way of its own to become one. */
function describe(value: unknown): string {
  return value === null || (typeof value !== 'object' && typeof value !== 'function') ? String(value) : `[${typeof value}]`
}
