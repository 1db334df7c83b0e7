import type { HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords, redactReceipt } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, integerOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { Exchange, ReceiptReading, SendOutcome } from '../types.ts'
import type { StatusFact } from './facts.ts'
import { accountFact, httpErrorFact, STATUS_BY_NUMBER } from './facts.ts'
import { resolveStatus, statusNumber } from './status.ts'
import type { StatusFields } from './status.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** Most of the provider's words that a sentence quotes, in characters (§5 rule 3). */
const MAX_QUOTE = 200

/** §5 rule 3, in its order. */
const ERROR_FIELDS = ['error', 'message', 'statusDesc', 'statusStr', 'detail'] as const

/** What an outcome needs besides the answer. */
export interface AnswerContext {
  provider: string
  /** Text of the message, so that an echo of it is not taken for an error. */
  text: string
  redact: Redactor
  exchange: Exchange
  /** Ms since 1970 UTC. */
  now: number
}

/** What became of a text, from the answer to its `send/`. Never throws. */
export function readSendAnswer(response: HttpResponse, context: AnswerContext): SendOutcome {
  const body = parseJson(response.body)
  const object = isJsonObject(body) ? body : null
  const ref = object === null ? null : requestIdOf(object)
  const success = response.status >= 200 && response.status < 300
  return success ? readSuccess(object, ref, context) : readError(response, object, ref, context)
}

/** The id of a text, as `idOf` reads it. */
export function requestIdOf(object: JsonObject): string | null {
  return idOf(fieldOf(object, 'requestid'))
}

/** An id: a non-empty string; a number keeps all its digits (§10). Null where there is none. */
export function idOf(value: Json | undefined): string | null {
  const id = textOf(value)
  // 0 is what programs write where they have no id.
  return id === null || id === '0' || id.length > MAX_ID_LENGTH || /\p{Cc}/u.test(id) ? null : id
}

export function statusFieldsOf(object: JsonObject): StatusFields {
  return {
    statusInt: fieldOf(object, 'statusInt'),
    setusInt: fieldOf(object, 'setusInt'),
    statusStr: fieldOf(object, 'statusStr'),
  }
}

/** A statement about a text, from its fields. `message` is never read: it is blank in answers (§10). */
export function receiptOf(ref: string, fields: StatusFields, statusDesc: Json | undefined): ReceiptReading {
  const { status, raw } = resolveStatus(fields)
  const reason = textOf(statusDesc)
  return { ref, status, rawStatus: raw, detail: reason === null ? null : quoteWords(reason, 300) }
}

/** What became of a text, from the part of a 2xx answer that is about it and nothing else. Never throws. */
export function readSuccess(object: JsonObject | null, ref: string | null, context: AnswerContext): SendOutcome {
  const { provider, exchange } = context
  const unreadable = {
    class: 'unknown',
    code: 'answer_unreadable',
    message: `${provider} answered, but not in a way that says whether the text was taken. It may have been sent or not.`,
    exchange,
  } as const
  if (object === null) return unreadable

  const fields = statusFieldsOf(object)
  const refusal = refusalOf(fields)
  if (refusal !== null) {
    return {
      class: 'not_accepted_permanent',
      code: refusal.code,
      message: `${provider} did not take the text: ${refusal.sentence}`,
      ...refsOf(ref),
      exchange,
    }
  }
  if (ref !== null) {
    const receipt = redactReceipt(receiptOf(ref, fields, fieldOf(object, 'statusDesc')), context.redact)
    return { class: 'accepted', refs: [ref], receipt, exchange }
  }
  const words = errorWords(object, context)
  if (words === null) return unreadable
  // The document has no such answers (§5 rule 3): what is wrong with the account must not fail its texts one by one.
  const fact = accountFact(words)
  if (fact !== null)
    return { class: 'account_problem', code: fact.code, message: `${fact.sentence(provider)} It says: “${words}”.`, exchange }
  return {
    class: 'not_accepted_permanent',
    code: 'request_refused',
    message: `${provider} did not take the text. It says: “${words}”.`,
    exchange,
  }
}

function readError(response: HttpResponse, object: JsonObject | null, ref: string | null, context: AnswerContext): SendOutcome {
  const { provider, exchange, now } = context
  const fact = httpErrorFact(response.status)
  const words = object === null ? null : errorWords(object, context)
  const common = {
    code: fact.code,
    message: words === null ? fact.sentence(provider) : `${fact.sentence(provider)} It says: “${words}”.`,
    exchange,
  }
  // An id beside an error: the text may have been taken after all, so nothing that leads to another try will do.
  if (ref !== null && fact.class !== 'not_accepted_permanent') {
    return {
      ...common,
      class: 'unknown',
      code: 'answer_contradictory',
      message: `${provider} reported a problem but gave the text a number all the same. It may have been sent or not.`,
      refs: [ref],
    }
  }
  switch (fact.class) {
    case 'not_accepted_transient':
      return { ...common, class: fact.class, retryAfterMs: readRetryAfter(response.headers['retry-after'], now) }
    case 'not_accepted_permanent':
      return { ...common, class: fact.class, ...refsOf(ref) }
    case 'account_problem':
    case 'unknown':
      return { ...common, class: fact.class }
  }
}

/** What a status that refuses says, by number or word; null where neither refuses (§5 rule 1). */
export function refusalOf(fields: StatusFields): StatusFact['refusal'] {
  const numbers = [statusNumber(fields) ?? integerOf(fields.statusStr), numberOfWord(fields)]
  for (const number of numbers) {
    const refusal = number === null ? null : (STATUS_BY_NUMBER.get(number)?.refusal ?? null)
    if (refusal !== null) return refusal
  }
  return null
}

/**
 * The provider's reason, redacted and short; null where it gives none. A status word that means "on its way" is no
 * reason, nor is the text itself coming back as `message`.
 */
export function errorWords(object: JsonObject, { text, redact }: Pick<AnswerContext, 'text' | 'redact'>): string | null {
  const { status } = resolveStatus(statusFieldsOf(object))
  const goesWell = status === 'queued' || status === 'sent' || status === 'delivered'
  for (const name of ERROR_FIELDS) {
    if (goesWell && name !== 'error') continue
    const words = wordsOf(fieldOf(object, name), 0)
    if (words === null || (name === 'message' && words === text.trim())) continue
    return quoteWords(redact(words), MAX_QUOTE)
  }
  return null
}

/** Text inside an error value of any shape; null where it says nothing. */
function wordsOf(value: Json | undefined, depth: number): string | null {
  if (value === undefined || value === null || value === false || value === 0 || depth > 3) return null
  if (typeof value === 'object') {
    const parts = (Array.isArray(value) ? value : Object.values(value)).slice(0, 10).map((part) => wordsOf(part, depth + 1))
    const said = parts.filter((part) => part !== null)
    return said.length === 0 ? null : said.join(', ')
  }
  return value === true ? 'error' : textOf(value)
}

/** Where there is only a word, the number it stands for, if that is a refusal. */
function numberOfWord(fields: StatusFields): number | null {
  const { status, raw } = resolveStatus(fields)
  if (status === 'unknown' && raw !== 'UNKNOWN') return null
  for (const [number, fact] of STATUS_BY_NUMBER) {
    if (fact.status === status && fact.refusal !== null) return number
  }
  return null
}

function refsOf(ref: string | null): { refs?: string[] } {
  return ref === null ? {} : { refs: [ref] }
}
