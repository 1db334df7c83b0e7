import type { HttpFailure, HttpResponse } from '../../http/client.ts'
import { readFailure } from '../failure.ts'
import { cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { SendOutcome } from '../types.ts'
import type { AnswerContext } from './answer.ts'
import { errorWords, idOf, readSendAnswer, readSuccess, refusalOf, requestIdOf, statusFieldsOf } from './answer.ts'
import type { BulkCall } from './connection.ts'
import { saysStatus } from './status.ts'

/** A refusal of bulk requests as such, in a provider's words (§5 rule 10). */
const DENIES_BULK =
  /\bbulk\b.{0,60}\b(?:not (?:\w+ )?(?:supported|allowed|available|enabled|permitted|activated)|unsupported|disabled|denied|forbidden)\b/i

/** An id anywhere in an answer, whether the rest can be read or not: something may have been taken. */
const NAMES_AN_ID = /(?:bulk|request)id["']?\s*[:=]\s*(?!["']?(?:null|0)["',}\s])["']?[^\s"',&}\]]/i

/** The bulk id in an answer that is no JSON, such as one that was cut off. Not inside a string: its quotes would be escaped. */
const BULK_ID = /(?<!\\)"bulkid"\s*:\s*"([^"\\]+)"/g

/** Room for the part of a kept answer that is the same for all its numbers, in characters. */
const MAX_COMMON_LENGTH = 1_200

/** Position of an id that stands at no number of the call. */
const ELSEWHERE = -1

/** What an answer says to all its numbers. */
interface BulkAnswer {
  /** As far as it could be parsed. */
  content: string | JsonObject | Json[]
  object: JsonObject | null
  bulkid: string | null
  /** Null where there is none. */
  list: readonly Json[] | null
  /** In the order of the call. */
  recipients: readonly ListedRecipient[]
  /** Something in it is an id, or looks like one. */
  hasIds: boolean
  /** Its own status refuses the request as a whole. */
  refused: boolean
  /** There is a list, and every entry of it is about a number of the call. */
  onlyOurs: boolean
}

/** What an answer says about one number. */
interface ListedRecipient {
  /** Entries with its key. */
  entries: readonly JsonObject[]
  /** Ids in them that stand nowhere else in the answer. */
  ids: readonly string[]
  /** An entry has its key with another recipient's number, or an id that is not its own. */
  disputed: boolean
}

/**
 * What became of each text of a bulk request, in the order of the call (§5 rules 2 and 8 to 11). What the answer says
 * about a number decides; where it says nothing certain, nobody knows. Never throws.
 */
export function readBulkAnswer(response: HttpResponse, call: BulkCall, context: Omit<AnswerContext, 'exchange'>): SendOutcome[] {
  const answer = takeApart(response.body, call)
  const common = commonResponse(response, answer, call)
  const exchangeAt = (index: number): AnswerContext['exchange'] => ({
    request: keptRequest(call, index),
    response: keptResponse(common, answer, call, index),
  })
  const callRef = callRefOf(response.body, answer, context)
  const withRef = (outcome: SendOutcome): SendOutcome => (callRef === null ? outcome : { ...outcome, callRef })
  const whole = readWhole(response, answer, call, { ...context, exchange: { request: call.kept, response: common } })
  if (whole !== null) return call.recipients.map((_recipient, index) => withRef({ ...whole, exchange: exchangeAt(index) }))

  const success = isSuccess(response)
  const listed = answer.recipients.map((recipient, index) => {
    const own = { ...context, exchange: exchangeAt(index) }
    if (!success) return contradiction(recipient, own, 'reported a problem, but its answer looks as if it took texts all the same')
    return recipient.entries.length === 0 ? null : readListed(recipient, answer, own)
  })
  const sound =
    answer.onlyOurs && listed.some((outcome) => outcome?.class === 'accepted') && listed.every((outcome) => outcome?.class !== 'unknown')
  return listed.map((outcome, index) => withRef(outcome ?? readMissing(sound, { ...context, exchange: exchangeAt(index) })))
}

/**
 * The bulk id, to ask by (§5 rule 12). Of an answer that is no JSON the one it has in quotes; a wrong one does no harm, since only an
 * answer about the same id and the same numbers says anything. Null where there is none, where there are two, or where the text may
 * be the one that has it.
 */
function callRefOf(body: string, { bulkid, content }: BulkAnswer, { text, redact }: Pick<AnswerContext, 'text' | 'redact'>): string | null {
  const found = new Set<string>()
  if (bulkid !== null) found.add(bulkid)
  else if (typeof content === 'string' && !/bulkid/i.test(text)) {
    for (const [, id] of body.matchAll(BULK_ID)) found.add(id ?? '')
  }
  const [only] = found
  if (only === undefined || found.size > 1) return null
  const id = idOf(only)
  return id === null || redact(id) !== id ? null : id
}

/** What became of each text of a bulk request when no answer came. Never throws. */
export function readBulkFailure(failure: HttpFailure, call: BulkCall, provider: string): SendOutcome[] {
  return call.recipients.map((_recipient, index) =>
    readFailure(failure, { provider, exchange: { request: keptRequest(call, index), response: null } }),
  )
}

/**
 * The same for all numbers, where nothing in the answer is about one of them; null otherwise. What the answer to a
 * single text would mean, with two differences: a refusal of the list leads to single texts, since one number or the
 * list itself may be to blame; and words in a 2xx may be about some numbers only.
 */
function readWhole(response: HttpResponse, answer: BulkAnswer, call: BulkCall, context: AnswerContext): SendOutcome | null {
  const success = isSuccess(response)
  const isListed = answer.recipients.some(({ entries }) => entries.length > 0)
  if (answer.hasIds || (success && isListed && !answer.refused)) return null
  const single = readSendAnswer(response, context)
  const words = answer.object === null ? null : errorWords(answer.object, context)
  if (success) {
    if (answer.refused || words === null) return single
    if (DENIES_BULK.test(words)) return unsupported(call, words, context)
    return {
      class: 'unknown',
      code: 'answer_unreadable',
      message: `${context.provider} does not say which texts it took. It says: “${words}”. This one may have been sent or not.`,
      exchange: context.exchange,
    }
  }
  const isAboutTheList =
    single.class === 'not_accepted_permanent' ||
    response.status === 404 ||
    response.status === 405 ||
    (single.class === 'account_problem' && response.status >= 400 && DENIES_BULK.test(words ?? context.exchange.response ?? ''))
  return isAboutTheList ? unsupported(call, words, context) : single
}

/** Certainly nothing was taken, and each text may do better by itself. */
function unsupported({ recipients }: BulkCall, words: string | null, { provider, exchange }: AnswerContext): SendOutcome {
  const reason = words === null ? '' : ` It says: “${words}”.`
  return {
    class: 'not_accepted_transient',
    code: 'batch_unsupported',
    message: `${provider} did not take a list of ${recipients.length} numbers.${reason} The texts go out one by one instead.`,
    retryAfterMs: null,
    exchange,
  }
}

/** A number the answer to a 2xx has an entry for. */
function readListed(recipient: ListedRecipient, answer: BulkAnswer, context: AnswerContext): SendOutcome {
  const [entry, second] = recipient.entries
  const [id] = recipient.ids
  // An id proves nothing beside a refusal of the whole, or in an answer without the bulk id of the documented one.
  const isDoubtful = id !== undefined && (answer.bulkid === null || answer.refused)
  if (entry === undefined || second !== undefined || recipient.disputed || isDoubtful) {
    return contradiction(recipient, context, 'answered, but contradicts itself about this number')
  }
  const outcome = readSuccess(entry, id ?? null, context)
  return outcome.class === 'accepted' && !saysStatus(statusFieldsOf(entry)) ? { ...outcome, receipt: null } : outcome
}

function readMissing(sound: boolean, { provider, exchange }: AnswerContext): SendOutcome {
  if (sound) {
    return {
      class: 'not_accepted_permanent',
      code: 'recipient_not_taken',
      message: `${provider} did not take the text for this number: it took the others and left this one out. Check the number.`,
      exchange,
    }
  }
  return {
    class: 'unknown',
    code: 'answer_unreadable',
    message: `${provider} answered, but not in a way that says whether it took the text for this number. It may have been sent or not.`,
    exchange,
  }
}

function contradiction({ ids }: ListedRecipient, { provider, exchange }: AnswerContext, how: string): SendOutcome {
  return {
    class: 'unknown',
    code: 'answer_contradictory',
    message: `${provider} ${how}. It may have been sent or not.`,
    ...(ids.length === 0 ? {} : { refs: [...ids] }),
    exchange,
  }
}

function takeApart(body: string, call: BulkCall): BulkAnswer {
  const parsed = parseJson(body)
  const object = isJsonObject(parsed) ? parsed : null
  const field = object === null ? undefined : fieldOf(object, 'recipient')
  const list = Array.isArray(field) ? field : null
  const bulkid = object === null ? null : idOf(fieldOf(object, 'bulkid'))
  const outerId = object === null ? null : requestIdOf(object)

  const positions = new Map(call.recipients.map(({ key }, index) => [key, index]))
  const numbers = new Set(call.recipients.map(({ number }) => number))
  const entriesAt: JsonObject[][] = call.recipients.map(() => [])
  /** By id: the positions it stands at. */
  const placesOf = new Map<string, Set<number>>()
  const misplaced = new Set<number>()
  let onlyOurs = list !== null

  const note = (id: string | null, position: number): void => {
    if (id === null) return
    const places = placesOf.get(id)
    if (places === undefined) placesOf.set(id, new Set([position]))
    else places.add(position)
  }
  note(bulkid, ELSEWHERE)
  note(outerId, ELSEWHERE)
  for (const entry of list ?? []) {
    if (!isJsonObject(entry)) {
      onlyOurs = false
      continue
    }
    const position = positions.get(textOf(fieldOf(entry, 'key'))?.toLowerCase() ?? '')
    note(requestIdOf(entry), position ?? ELSEWHERE)
    if (position === undefined) {
      onlyOurs = false
      continue
    }
    entriesAt[position]?.push(entry)
    const number = digitsOf(textOf(fieldOf(entry, 'recipient')) ?? '')
    // Numbers are not compared otherwise: a sample of the document has one a digit short (§10).
    if (number !== call.recipients[position]?.number && numbers.has(number)) {
      misplaced.add(position)
      onlyOurs = false
    }
  }

  const recipients = entriesAt.map((entries, position): ListedRecipient => {
    const all = [...new Set(entries.map(requestIdOf).filter((id) => id !== null))]
    const own = all.filter((id) => placesOf.get(id)?.size === 1)
    const disputed = misplaced.has(position)
    return { entries, ids: disputed ? [] : own, disputed: disputed || own.length < all.length }
  })
  return {
    content: object ?? (Array.isArray(parsed) ? parsed : body),
    object,
    bulkid,
    list,
    recipients,
    hasIds: placesOf.size > 0 || NAMES_AN_ID.test(body),
    refused: object !== null && refusalOf(statusFieldsOf(object)) !== null,
    onlyOurs,
  }
}

/** The call as it is kept with one number: its own place in the list instead of the list. */
function keptRequest({ kept, recipients, redact }: BulkCall, index: number): string {
  const recipient = recipients[index]
  return recipient === undefined ? kept : cut(`${kept}\nThis number: ${redact({ [recipient.key]: recipient.number })}`)
}

/** The part of the answer that is the same for all numbers, redacted: everything but the list. */
function commonResponse({ status }: HttpResponse, { content, object, list }: BulkAnswer, { redact }: BulkCall): string {
  if (object === null || list === null) return cut(`HTTP ${status}\n${redact(content)}`)
  return `HTTP ${status}\n${cut(redact({ ...object, recipient: `[list of ${list.length}]` }), MAX_COMMON_LENGTH)}`
}

/** The answer as it is kept with one number: what is about others is left out. */
function keptResponse(common: string, { list, recipients }: BulkAnswer, { redact }: BulkCall, index: number): string {
  if (list === null) return common
  const [first, ...others] = recipients[index]?.entries ?? []
  const own = first === undefined ? 'not in the list' : redact(others.length === 0 ? first : [first, ...others])
  return cut(`${common}\nThis number: ${own}`)
}

function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300
}
