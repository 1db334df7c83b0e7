import type { Json } from '../tolerant-json.ts'
import { fieldOf, isJsonObject } from '../tolerant-json.ts'

/** Names and places from the outside in; `*` for every entry of a list. */
export type Path = ReadonlyArray<string | number>

/** Where in an answer something stands (§5). */
export type Source =
  | { kind: 'json'; path: Path }
  /** Lower-case name. */
  | { kind: 'header'; name: string }
  /** In the answer as text: what stands between the two; the whole of it where both are empty. */
  | { kind: 'text'; before: string; after: string }

/** An answer as sources are read from. */
export interface AnswerParts {
  json: Json | undefined
  text: string
  headers: Readonly<Record<string, string>>
}

/** What was found; not `complete` when an entry of a list lacks it, or nothing was found at all. */
export interface Found {
  values: string[]
  complete: boolean
}

const MAX_STEPS = 12

/** Most entries of a list that are looked at: no text has more parts (3GPP TS 23.040, clause 9.2.3.24.1). */
const MAX_ENTRIES = 255

/** Longest value, in characters: longer ones are pages, not values. */
const MAX_VALUE = 2_000

const NOT_A_PATH = 'Write the names from the outside in, such as messages[0].message-id, or header:X-Message-Id, or text:ID: *'

/** Reads where something stands (§5). Never throws. */
export function readSource(raw: string): Source | { problem: string } {
  const text = raw.trim()
  const header = /^header:\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/i.exec(text)?.[1]
  if (header !== undefined) return { kind: 'header', name: header.toLowerCase() }
  const pattern = /^text:([^]*)$/i.exec(text)?.[1]?.trim()
  if (pattern !== undefined) {
    const [before = '', after = '', ...more] = pattern.split('*')
    if (more.length > 0 || (pattern !== '' && !pattern.includes('*'))) {
      return { problem: 'Behind text: write what stands around the value, with one * in its place, such as text:ID: *' }
    }
    return { kind: 'text', before, after }
  }
  const path = readPath(text)
  return path === null ? { problem: NOT_A_PATH } : { kind: 'json', path }
}

/** Reads a path such as `messages[0].message-id`, `results[*].id` or `$.id`; null where it is none. Never throws. */
export function readPath(raw: string): Path | null {
  const text = raw.trim().replace(/^\$\.?/, '')
  const steps: Array<string | number> = []
  let rest = text
  while (rest !== '') {
    const match = /^(?:\.?([^\s.[\]=!<>{}"]+)|\[(\d{1,3}|\*)\])/.exec(rest)
    if (match === null || steps.length === MAX_STEPS || (steps.length === 0 && rest.startsWith('.'))) return null
    const [whole, name, place] = match
    if (name !== undefined && steps.length > 0 && !whole.startsWith('.')) return null
    if (name !== undefined) steps.push(name)
    else if (place !== undefined) steps.push(place === '*' ? '*' : Number(place))
    rest = rest.slice(whole.length)
  }
  return steps.length === 0 ? null : steps
}

/** What a source says in an answer. Never throws; nothing inherited is ever found. */
export function readFrom(source: Source, answer: AnswerParts): Found {
  if (source.kind === 'json') {
    const values: string[] = []
    const complete = collect(answer.json, source.path, values)
    return { values, complete: complete && values.length > 0 }
  }
  const value = source.kind === 'header' ? scalarOf(answer.headers[source.name]) : between(answer.text, source)
  return value === null ? { values: [], complete: false } : { values: [value], complete: true }
}

/** The value at a path without `*`; undefined where there is none. */
export function valueAt(json: Json | undefined, path: Path): Json | undefined {
  let value = json
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined
    else value = isJsonObject(value) ? fieldOf(value, step) : undefined
  }
  return value
}

/** A single value as trimmed text: words, numbers, and `true` or `false`. Null for anything else, and for blank. */
export function scalarOf(value: Json | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  const text = String(value).trim()
  return text === '' || text.length > MAX_VALUE ? null : text
}

/** False where an entry has no value. */
function collect(json: Json | undefined, path: Path, values: string[]): boolean {
  const star = path.indexOf('*')
  if (star === -1) {
    const value = scalarOf(valueAt(json, path))
    if (value === null) return false
    values.push(value)
    return true
  }
  const list = valueAt(json, path.slice(0, star))
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_ENTRIES) return false
  // A second `*` would multiply the work.
  const rest = path.slice(star + 1)
  if (rest.includes('*')) return false
  return list.map((entry) => collect(entry, rest, values)).every(Boolean)
}

function between(text: string, { before, after }: { before: string; after: string }): string | null {
  if (before === '' && after === '') return scalarOf(text)
  const found = text.indexOf(before)
  if (found === -1) return null
  const rest = text.slice(found + before.length, found + before.length + MAX_VALUE)
  if (after === '') return scalarOf(/^\s*([^\s,;|"'<>]+)/.exec(rest)?.[1])
  const end = rest.indexOf(after)
  return end === -1 ? null : scalarOf(rest.slice(0, end))
}
