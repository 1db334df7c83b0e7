import type { HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { JsonObject } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { Exchange, SendOutcome } from '../types.ts'
import { CREDENTIALS, httpErrorFact, PROVIDER } from './facts.ts'
import type { HttpErrorFact } from './facts.ts'
import { readRateLimitWait } from './wait.ts'
import { idOf, reasonOf, saysError, saysInvalidClient } from './words.ts'

/** Most of KPN's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** A document id anywhere in an answer, whether the rest can be read or not: something may have been taken. */
const NAMES_AN_ID = /document_?id["']?\s*[:=]\s*(?!["']?(?:null|0)["',}\s])["']?[^\s"',}\]]/i

/** What an outcome needs besides the answer. */
export interface AnswerContext {
  text: string
  /** How many numbers the call had. */
  count: number
  redact: Redactor
  exchange: Exchange
  /** Ms since 1970 UTC. */
  now: number
}

/** Whether an answer refuses the token and nothing else, so that the call may be made again with a new one (§2). */
export function refusesToken({ status, body }: HttpResponse): boolean {
  return status === 401 && !NAMES_AN_ID.test(body)
}

/** What became of a text, the same for all numbers of the call, from the answer to it (§5). Never throws. */
export function readSendAnswer(response: HttpResponse, context: AnswerContext): SendOutcome {
  const parsed = parseJson(response.body)
  const body = isJsonObject(parsed) ? parsed : null
  const ref = body === null ? null : idOf(fieldOf(body, 'document_id'))
  const success = response.status >= 200 && response.status < 300
  return success ? readSuccess(body, ref, context) : readError(response, body, ref, context)
}

function readSuccess(body: JsonObject | null, ref: string | null, { exchange }: AnswerContext): SendOutcome {
  if (body === null || ref === null) {
    return {
      class: 'unknown',
      code: 'answer_unreadable',
      message: `${PROVIDER} answered, but not in a way that says whether the text was taken. It may have been sent or not.`,
      exchange,
    }
  }
  if (!saysOk(body) || saysError(body)) return contradiction([ref], exchange)
  return { class: 'accepted', refs: [ref], receipt: null, exchange }
}

function readError(response: HttpResponse, body: JsonObject | null, ref: string | null, context: AnswerContext): SendOutcome {
  const { text, count, exchange, now } = context
  const { status, headers } = response
  const fact = factOf(response, text)
  const several = count > 1
  const refs = ref === null ? [] : [ref]
  // An id beside an error: the text may have been taken after all, so nothing that leads to another try will do.
  const leadsToAnotherTry = fact.class === 'not_accepted_transient' || fact.class === 'account_problem' || several
  if (leadsToAnotherTry && (ref !== null || NAMES_AN_ID.test(response.body))) return contradiction(refs, exchange)
  const words = body === null ? null : quotedReason(body, context)
  const says = words === null ? '' : ` It says: “${words}”.`
  const common = { code: fact.code, message: `${fact.sentence}${says}`, exchange }
  switch (fact.class) {
    case 'not_accepted_transient':
      return {
        ...common,
        class: fact.class,
        retryAfterMs: status === 429 ? readRateLimitWait(headers, now) : readRetryAfter(headers['retry-after'], now),
      }
    case 'not_accepted_permanent':
      return several ? unsupported(count, says, exchange) : { ...common, class: fact.class, ...keepRefs(refs) }
    case 'account_problem':
      return { ...common, class: fact.class }
    case 'unknown':
      return { ...common, class: fact.class, ...keepRefs(refs) }
  }
}

/** Nothing of a list was taken, and one number may be to blame: each text may do better by itself (§5 rule 7). */
export function unsupported(count: number, says: string, exchange: Exchange): SendOutcome {
  return {
    class: 'not_accepted_transient',
    code: 'batch_unsupported',
    message: `${PROVIDER} did not take a list of ${count} numbers.${says} The texts go out one by one instead.`,
    retryAfterMs: null,
    exchange,
  }
}

function contradiction(refs: string[], exchange: Exchange): SendOutcome {
  return {
    class: 'unknown',
    code: 'answer_contradictory',
    message: `${PROVIDER} answered, but contradicts itself: something may have been taken. The text may have been sent or not.`,
    ...keepRefs(refs),
    exchange,
  }
}

/** 500 with the word for a wrong client is no fault of KPN's (§6.1). */
function factOf({ status, body }: HttpResponse, text: string): HttpErrorFact {
  return status === 500 && saysInvalidClient(body, text) ? CREDENTIALS : httpErrorFact(status)
}

/** §5 rule 1. What does not say how it went is no contradiction. */
function saysOk(body: JsonObject): boolean {
  const status = fieldOf(body, 'status')
  return status === undefined || status === null || status === '' || textOf(status)?.toUpperCase() === 'OK'
}

/** KPN's reason, redacted and short; null where it gives none, or only the text itself. */
function quotedReason(body: JsonObject, { text, redact }: Pick<AnswerContext, 'text' | 'redact'>): string | null {
  const reason = reasonOf(body)
  return reason === null || reason === text.trim() ? null : quoteWords(redact(reason), MAX_QUOTE)
}

function keepRefs(refs: string[]): { refs?: string[] } {
  return refs.length === 0 ? {} : { refs }
}
