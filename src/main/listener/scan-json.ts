/** Where a member of an object stands in the text, as offsets. */
export interface JsonMember {
  name: string
  /** At the quote of the key. */
  start: number
  valueStart: number
  /** Behind the value. */
  end: number
}

/** What a glance at JSON text tells, without building anything from it. */
export interface JsonScan {
  /** Deepest nesting of objects and arrays. */
  depth: number
  /** Members of all objects together. */
  keys: number
  /** Members whose key was asked for, in text order; a member inside another follows it. */
  members: JsonMember[]
}

interface OpenMember {
  member: JsonMember
  depth: number
}

/**
 * Walks JSON text once, iteratively, in time proportional to its length: hostile nesting costs no stack. Text that
 * is not JSON is walked as far as it makes sense, so that secrets in broken bodies are found too.
 */
export function scanJson(text: string, isWanted: (name: string) => boolean): JsonScan {
  const scan: JsonScan = { depth: 0, keys: 0, members: [] }
  const open: OpenMember[] = []
  let depth = 0
  let position = 0

  /** The members of this depth end here. */
  function endMembers(atDepth: number, position: number): void {
    if ((open.at(-1)?.depth ?? -1) < atDepth) return
    const end = trimmedEnd(text, position)
    for (let last = open.at(-1); last !== undefined && last.depth >= atDepth; last = open.at(-1)) {
      last.member.end = Math.max(last.member.valueStart, end)
      open.pop()
    }
  }

  while (position < text.length) {
    const character = text[position]
    if (character === '"') {
      const end = stringEnd(text, position)
      const colon = skipSpace(text, end)
      if (text[colon] === ':') {
        scan.keys += 1
        const name = decodeKey(text.slice(position, end))
        if (isWanted(name)) {
          const valueStart = skipSpace(text, colon + 1)
          const member = { name, start: position, valueStart, end: valueStart }
          scan.members.push(member)
          open.push({ member, depth })
        }
        position = colon + 1
      } else position = end
      continue
    }
    if (character === '{' || character === '[') {
      depth += 1
      scan.depth = Math.max(scan.depth, depth)
    } else if (character === '}' || character === ']') {
      endMembers(depth, position)
      depth = Math.max(0, depth - 1)
    } else if (character === ',') endMembers(depth, position)
    position += 1
  }
  endMembers(0, text.length)
  return scan
}

/** Replaces members by what `replacement` says, outermost only. */
export function replaceMembers(text: string, members: readonly JsonMember[], replacement: (member: JsonMember) => string): string {
  let result = ''
  let done = 0
  for (const member of members) {
    if (member.start < done) continue
    result += text.slice(done, member.start) + replacement(member)
    done = member.end
  }
  return result + text.slice(done)
}

/** Whether text is meant to be JSON, whatever its content type says: providers mislabel. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text)
}

/** Offset behind the closing quote, or the end of the text. */
function stringEnd(text: string, quote: number): number {
  let position = quote + 1
  while (position < text.length) {
    const character = text[position]
    if (character === '"') return position + 1
    position += character === '\\' ? 2 : 1
  }
  return text.length
}

function skipSpace(text: string, from: number): number {
  let position = from
  while (position < text.length && ' \t\r\n'.includes(text[position] ?? '')) position += 1
  return position
}

function trimmedEnd(text: string, to: number): number {
  let end = to
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end -= 1
  return end
}

/** The key as a program reads it: `"\\u005f_proto__"` is `__proto__`. */
function decodeKey(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}
