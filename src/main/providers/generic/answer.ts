import type { HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { Json } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson } from '../tolerant-json.ts'
import type { Exchange, SendOutcome } from '../types.ts'
import { asSentence } from './config.ts'
import type { ErrorFact } from './facts.ts'
import { httpErrorFact, REFUSAL_FACTS } from './facts.ts'
import { judge } from './rule.ts'
import type { AnswerSettings } from './settings.ts'
import type { AnswerParts, Found } from './source.ts'
import { readFrom, scalarOf } from './source.ts'
import { statusOf } from './status.ts'
import { wordKey } from './words.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** Most of the gateway's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** §6: where gateways put their reason, for an account that does not say. Read for sentences only, never to decide. */
const USUAL_ERROR_FIELDS = [
  'error',
  'errors',
  'message',
  'error_message',
  'errorMessage',
  'error_description',
  'detail',
  'description',
  'reason',
]

/** What an outcome needs besides the answer. */
export interface AnswerContext {
  gateway: string
  settings: AnswerSettings
  /** The reference that the call itself carried, where the template sends one. */
  ownRef: string | null
  text: string
  redact: Redactor
  exchange: Exchange
  /** Ms since 1970 UTC. */
  now: number
}

/** What became of a text, from the answer to its call (§5, §6). Never throws. */
export function readSendAnswer(response: HttpResponse, context: AnswerContext): SendOutcome {
  const answer: AnswerParts = { json: parseJson(response.body), text: response.body, headers: response.headers }
  const success = response.status >= 200 && response.status < 300
  return success ? readSuccess(answer, context) : readError(response, answer, context)
}

function readSuccess(answer: AnswerParts, context: AnswerContext): SendOutcome {
  const { settings } = context
  const ids = idsOf(answer, settings)
  const refusal = refusalOf(answer, settings)
  const verdict = settings.rule === null ? 'none' : judge(settings.rule, answer)
  switch (verdict) {
    case 'missing':
      // An answer of another form that carries a code which the account explains, and no id: a refusal in its own words.
      if (settings.code !== null && refusal !== null && ids.values.length === 0) return notTaken(refusal, answer, context)
      return unreadable(ids.values, context)
    case 'mixed':
      return contradictory(ids.values, context)
    case 'no':
      return readRefusal(answer, refusal, ids.values, context)
    case 'yes':
    case 'none':
      // A code that the account explains as a refusal counts, whatever else the answer says.
      if (refusal !== null)
        return ids.values.length > 0 || verdict === 'yes' ? contradictory(ids.values, context) : notTaken(refusal, answer, context)
      if (settings.id === null) return accepted(context.ownRef === null ? [] : [context.ownRef], context)
      return ids.complete ? accepted(ids.values, context) : unreadable(ids.values, context)
  }
}

/** The rule of the account says no. Not enough for a refusal where the rest of the answer speaks for the contrary (§5 rule 4). */
function readRefusal(answer: AnswerParts, refusal: ErrorFact | null, ids: string[], context: AnswerContext): SendOutcome {
  if (refusal !== null) return notTaken(refusal, answer, context, ids)
  if (goesWell(answer, context.settings)) return contradictory(ids, context)
  if (ids.length > 0 && errorWords(answer, context, 'configured') === null) return contradictory(ids, context)
  return notTaken(REFUSAL_FACTS.refused, answer, context, ids)
}

function readError(response: HttpResponse, answer: AnswerParts, context: AnswerContext): SendOutcome {
  const { settings, now } = context
  const byStatus = httpErrorFact(response.status)
  // Codes make a refusal of the request more exact; what a status leaves open or asks to repeat stays as it is.
  const explained = response.status >= 400 && response.status < 500 && byStatus.class !== 'not_accepted_transient'
  const fact = (explained ? refusalOf(answer, settings) : null) ?? byStatus
  return notTaken(fact, answer, context, idsOf(answer, settings).values, readRetryAfter(response.headers['retry-after'], now))
}

function accepted(refs: string[], { exchange }: AnswerContext): SendOutcome {
  return { class: 'accepted', refs, receipt: null, exchange }
}

/** An outcome with its fact, unless an id beside it says that the text may have been taken after all (§5 rule 5). */
function notTaken(
  fact: ErrorFact,
  answer: AnswerParts,
  context: AnswerContext,
  ids: string[] = [],
  retryAfterMs: number | null = null,
): SendOutcome {
  const { gateway, exchange } = context
  if (ids.length > 0 && (fact.class === 'account_problem' || fact.class === 'not_accepted_transient')) return contradictory(ids, context)
  const words = errorWords(answer, context, 'usual')
  const common = {
    code: fact.code,
    message: asSentence(words === null ? fact.sentence(gateway) : `${fact.sentence(gateway)} It says: “${words}”.`),
    exchange,
  }
  switch (fact.class) {
    case 'not_accepted_transient':
      return { ...common, class: fact.class, retryAfterMs }
    case 'account_problem':
      return { ...common, class: fact.class }
    case 'not_accepted_permanent':
      return { ...common, class: fact.class, ...(ids.length === 0 ? {} : { refs: ids }) }
    case 'unknown':
      return { ...common, class: fact.class, ...openRefs(ids, context) }
  }
}

function unreadable(ids: string[], context: AnswerContext): SendOutcome {
  const { gateway, exchange } = context
  return {
    class: 'unknown',
    code: 'answer_unreadable',
    message: asSentence(
      `${gateway} answered, but not in a way that says whether the text was taken. It may have been sent or not. If this happens with every text, check in Settings › Accounts how its answers are read.`,
    ),
    ...openRefs(ids, context),
    exchange,
  }
}

function contradictory(ids: string[], context: AnswerContext): SendOutcome {
  const { gateway, exchange } = context
  return {
    class: 'unknown',
    code: 'answer_contradictory',
    message: asSentence(`${gateway} gave an answer that contradicts itself. The text may have been sent or not.`),
    ...openRefs(ids, context),
    exchange,
  }
}

/** What a report may settle the matter by. */
function openRefs(ids: string[], { settings, ownRef }: AnswerContext): { refs?: string[] } {
  if (ids.length > 0) return { refs: ids }
  return settings.id === null && ownRef !== null ? { refs: [ownRef] } : {}
}

/** One id per part of the text where the place has a `*` (§5 rule 3). */
function idsOf(answer: AnswerParts, { id }: AnswerSettings): Found {
  if (id === null) return { values: [], complete: false }
  const { values, complete } = readFrom(id, answer)
  const ids = values.filter((value) => isId(value))
  return { values: [...new Set(ids)], complete: complete && ids.length === values.length }
}

/** 0 is what programs write where they have no id; a sentence is none, nor is yes or no. */
function isId(value: string): boolean {
  return value.length <= MAX_ID_LENGTH && !/[\p{Cc}\s<>]/u.test(value) && !/^(?:0|-1|null|none|true|false|undefined)$/i.test(value)
}

/** What the account says about the first code in the answer that it explains. */
function refusalOf(answer: AnswerParts, { code, rule, refusals }: AnswerSettings): ErrorFact | null {
  const source = code ?? rule?.source ?? null
  if (source === null || refusals.size === 0) return null
  for (const value of readFrom(source, answer).values) {
    const refusal = refusals.get(wordKey(value))
    if (refusal !== undefined) return REFUSAL_FACTS[refusal]
  }
  return null
}

/** Where the rule looks stands a word for a text that is on its way: the rule does not know all good answers. */
function goesWell(answer: AnswerParts, { rule, statusWords }: AnswerSettings): boolean {
  if (rule === null) return false
  const statuses = readFrom(rule.source, answer).values.map((value) => statusOf(value, statusWords))
  return statuses.some((status) => status === 'queued' || status === 'sent' || status === 'delivered')
}

/**
 * The gateway's reason, redacted and short; null where it gives none. The text coming back is none.
 * @param where `configured`: only where the account says; `usual`: else where gateways usually put it
 */
function errorWords(answer: AnswerParts, { settings, text, redact }: AnswerContext, where: 'configured' | 'usual'): string | null {
  const configured = settings.error === null ? [] : readFrom(settings.error, answer).values
  const said = configured.length > 0 || where === 'configured' ? configured.join(', ') : usualWords(answer)
  const words = said === null || said === '' || said === text.trim() ? null : quoteWords(redact(said), MAX_QUOTE)
  return words === '' ? null : words
}

function usualWords({ json, text }: AnswerParts): string | null {
  // A line of plain text is a reason; a page is none.
  if (json === undefined) return text.length <= MAX_QUOTE && !text.trimStart().startsWith('<') ? scalarOf(text) : null
  if (!isJsonObject(json)) return null
  for (const name of USUAL_ERROR_FIELDS) {
    const words = wordsOf(fieldOf(json, name), 0)
    if (words !== null) return words
  }
  return null
}

/** Text inside an error value of any shape; null where it says nothing. */
function wordsOf(value: Json | undefined, depth: number): string | null {
  if (value === undefined || value === null || typeof value === 'boolean' || value === 0 || depth > 3) return null
  if (typeof value !== 'object') return scalarOf(value)
  const parts = (Array.isArray(value) ? value : Object.values(value)).slice(0, 10).map((part) => wordsOf(part, depth + 1))
  const said = parts.filter((part) => part !== null)
  return said.length === 0 ? null : said.join(', ')
}
