/** Names of fields that may hold a secret; their values never reach a log. */
const SECRET_NAME = /token|secret|password|passphrase|authorization|cookie|api.?key|credential/i

/** Something with at least seven digits that reads like a phone number, however it is written. */
const NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g

/** Ids, which are digits and letters in a fixed form and are needed whole to follow a message through the log. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** `name=value` and `"name":"value"` where the name says that the value is a secret. */
const NAMED_SECRET = /((?:token|secret|password|passphrase|authorization|api.?key)["']?\s*[=:]\s*["']?)([^"'&\s,}]+)/gi

/** The key of a hook address: the last part of its path. */
const HOOK_KEY = /(\/hooks\/[0-9a-f-]{36}\/)[^\s"'?#]+/gi

/** Longest free text kept, in UTF-16 units; stacks get more. */
const TEXT_MAX = 300
const STACK_MAX = 4_000

/** True for a field whose value must not be written, whatever it is. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** Free text without phone numbers (their last 3 digits stay), named secrets and hook keys, cut to `max` units. */
export function redactText(text: string, max: number = TEXT_MAX): string {
  const named = text.replaceAll(HOOK_KEY, '$1…').replaceAll(NAMED_SECRET, '$1…')
  let result = ''
  let from = 0
  for (const id of named.matchAll(UUID)) {
    result += redactNumbers(named.slice(from, id.index)) + id[0]
    from = id.index + id[0].length
  }
  result += redactNumbers(named.slice(from))
  return result.length > max ? `${result.slice(0, max)}…` : result
}

function redactNumbers(text: string): string {
  return text.replaceAll(NUMBER, (number) => `…${number.replaceAll(/\D/g, '').slice(-3)}`)
}

/** An error with everything that helps to find a bug and nothing private. */
export function redactError(error: unknown): { name: string; message: string; code?: string; stack?: string; cause?: unknown } {
  if (!(error instanceof Error)) return { name: 'thrown', message: redactText(String(error)) }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    name: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' ? { code: redactText(code) } : {}),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack, STACK_MAX) }),
    ...(error.cause === undefined ? {} : { cause: error.cause instanceof Error ? redactError(error.cause) : redactText(String(error.cause)) }),
  }
}
