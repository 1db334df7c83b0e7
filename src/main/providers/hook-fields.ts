import type { Json, JsonObject } from './tolerant-json.ts'
import { isJsonObject, parseJson } from './tolerant-json.ts'
import type { HookRequest } from './types.ts'

/** Most statements one hook request may carry. */
const MAX_STATEMENTS = 1_000

/** The fields of one statement, found by name whatever its case, hyphens and underscores. */
export interface HookFields {
  get(name: string): Json | undefined
}

/** What a hook request carries, wherever it carries it. */
export type HookContent =
  | { kind: 'fields'; statements: HookFields[] }
  /** Neither query nor body. */
  | { kind: 'empty' }
  | { kind: 'unreadable'; detail: string }

/**
 * Reads query, form and JSON alike, a JSON list as several statements. Fields in the body win over those in the
 * query. Never throws.
 */
export function readHookContent(request: HookRequest): HookContent {
  const query = Object.fromEntries(new URLSearchParams(request.query))
  const body = readBody(request)
  if (body === undefined) return { kind: 'unreadable', detail: 'The body is neither JSON nor a form.' }
  if (Array.isArray(body)) {
    if (body.length > MAX_STATEMENTS) return { kind: 'unreadable', detail: 'The list in the body is too long.' }
    return { kind: 'fields', statements: body.map((item) => fieldsOf(isJsonObject(item) ? { ...query, ...item } : {})) }
  }
  if (body === null && Object.keys(query).length === 0) return { kind: 'empty' }
  return { kind: 'fields', statements: [fieldsOf({ ...query, ...body })] }
}

/** An object or a list of what should be objects; null for an empty body; undefined for one that cannot be read. */
function readBody({ body, contentType }: HookRequest): JsonObject | Json[] | null | undefined {
  const text = body.trim()
  if (text === '') return null
  const looksJson = /^\uFEFF?\s*[[{]/.test(text)
  if (looksJson || contentType.toLowerCase().includes('json')) {
    const parsed = parseJson(text)
    if (isJsonObject(parsed) || Array.isArray(parsed)) return parsed
    if (looksJson) return undefined
  }
  // A form needs at least one name with a value; anything else would read as one long name.
  return /^[^=&\s]+=/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : undefined
}

function fieldsOf(object: JsonObject): HookFields {
  const byName = new Map<string, Json>()
  for (const [name, value] of Object.entries(object)) {
    const plain = plainName(name)
    // The documented spelling wins over a variant of it.
    if (!byName.has(plain) || name === plain) byName.set(plain, value)
  }
  return {
    get: (name) => (Object.hasOwn(object, name) ? object[name] : byName.get(plainName(name))),
  }
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
