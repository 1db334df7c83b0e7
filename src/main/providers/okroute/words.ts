import type { HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords } from '../redact.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'

/** Most of the provider's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** Where a reason may stand if it comes as JSON, which no document has (§6.2). */
const REASON_FIELDS = ['error', 'message', 'description', 'reason', 'detail'] as const

/** Lists in lists, deeper than any answer known. */
const MAX_DEPTH = 4

/** An answer, parsed once: it may be long. */
export interface ParsedAnswer {
  response: HttpResponse
  /** What there is to redact: the parsed body where it is a list or an object, else the body. */
  content: string | JsonObject | Json[]
  /** Itself, or what is in its lists (§4); empty where it is something else. */
  objects: readonly JsonObject[]
}

/** Takes an answer apart, whatever type it claims (§4). Never throws. */
export function parseAnswer(response: HttpResponse): ParsedAnswer {
  const parsed = parseJson(response.body)
  if (typeof parsed === 'string') return { response, content: parsed, objects: [] }
  if (typeof parsed !== 'object' || parsed === null) return { response, content: response.body, objects: [] }
  const objects: JsonObject[] = []
  collectObjects(parsed, objects, 0)
  return { response, content: parsed, objects }
}

export function isSuccess({ response }: ParsedAnswer): boolean {
  return response.status >= 200 && response.status < 300
}

/**
 * The provider's reason in an answer: plain text, also where it comes as a page or inside JSON; empty where there is
 * none. At most 200 characters.
 * @param redact takes out what must not be there
 */
export function reasonIn({ content, objects }: ParsedAnswer, redact: Redactor): string {
  if (typeof content === 'string') return plainText(redact(content))
  for (const object of objects) {
    const reason = reasonOf(object, redact)
    if (reason !== '') return reason
  }
  return ''
}

/** The same for one object of an answer. */
export function reasonOf(object: JsonObject, redact: Redactor): string {
  for (const name of REASON_FIELDS) {
    const words = textOf(fieldOf(object, name))
    const reason = words === null ? '' : plainText(redact(words))
    if (reason !== '' && reason !== '[text]') return reason
  }
  return ''
}

function collectObjects(value: Json, found: JsonObject[], depth: number): void {
  if (isJsonObject(value)) found.push(value)
  else if (Array.isArray(value) && depth < MAX_DEPTH) for (const item of value) collectObjects(item, found, depth + 1)
}

/** One line without tags, and without what a page does not show. */
function plainText(text: string): string {
  const shown = text.replaceAll(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ').replaceAll(/<[^<>]*>/g, ' ')
  return quoteWords(shown, MAX_QUOTE)
}
