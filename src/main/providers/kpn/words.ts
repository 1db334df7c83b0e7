import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, textOf } from '../tolerant-json.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** §5 rule 4: where an error says its reason, in order. */
const REASONS: ReadonlyArray<readonly [string, ...string[]]> = [
  ['errorResponse', 'message'],
  ['errorResponse'],
  ['message'],
  ['name'],
  ['fault', 'faultstring'],
  ['error_description'],
  ['error'],
  ['Error'],
  ['ErrorCode'],
]

/** §6.1: client ID or secret is wrong, whatever the HTTP status says. */
const INVALID_CLIENT = /invalid_?client/i

/** KPN's reason for an error, as it came; null where it gives none. */
export function reasonOf(body: JsonObject): string | null {
  for (const path of REASONS) {
    const words = textAt(body, path)
    if (words !== null) return words
  }
  return null
}

/** Whether an answer calls itself an error, whatever else it says. */
export function saysError(body: JsonObject): boolean {
  return ['errorResponse', 'fault', 'error'].some((name) => {
    const value = fieldOf(body, name)
    return value !== undefined && value !== null && value !== false && value !== 0 && value !== ''
  })
}

/**
 * Whether an answer says that the client is not known.
 * @param sent what an answer may repeat; where it has the same words, they prove nothing
 */
export function saysInvalidClient(body: string, sent = ''): boolean {
  return INVALID_CLIENT.test(body) && !INVALID_CLIENT.test(sent)
}

/** An id: a non-empty string; a number keeps all its digits. Null where there is none. */
export function idOf(value: Json | undefined): string | null {
  const id = textOf(value)
  // 0 is what programs write where they have no id.
  return id === null || id === '0' || id.length > MAX_ID_LENGTH || /\p{Cc}/u.test(id) ? null : id
}

function textAt(body: JsonObject, path: readonly string[]): string | null {
  let value: Json | undefined = body
  for (const name of path) value = isJsonObject(value) ? fieldOf(value, name) : undefined
  return textOf(value)
}
