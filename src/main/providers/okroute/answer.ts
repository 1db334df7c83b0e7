import { cut } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { JsonObject } from '../tolerant-json.ts'
import { fieldOf, integerOf, textOf } from '../tolerant-json.ts'
import type { Exchange, SendOutcome } from '../types.ts'
import type { RefusalFact } from './facts.ts'
import { httpErrorFact, MAX_PARTS, PROVIDER, refusalInWords } from './facts.ts'
import type { Call, SubmitCall } from './request.ts'
import { idOf } from './status.ts'
import type { ParsedAnswer } from './words.ts'
import { isSuccess, reasonIn } from './words.ts'

/** An id somewhere in an answer, whether the rest can be read or not: something may have been taken. */
const NAMES_AN_ID = /message_?id["']?\s*[:=]\s*(?!["']?(?:null|0)["',}\s])["']?[^\s"',&}\]]/i

/** What an outcome needs besides the answer. */
export interface AnswerContext {
  call: SubmitCall
  exchange: Exchange
  /** Ms since 1970 UTC. */
  now: number
}

/** What an answer says about one number or part. */
export interface AnswerItem {
  object: JsonObject
  /** Null where there is none. */
  id: string | null
  /** Digits; null where it names no number. */
  number: string | null
  /** Which part; null where it does not say. */
  segment: number | null
}

/** What became of a text for one number, from the answer to its `submit` (§4, §6). Never throws. */
export function readSubmitAnswer(answer: ParsedAnswer, context: AnswerContext): SendOutcome {
  const items = itemsIn(answer)
  const refs = idsOf(items)
  if (!isSuccess(answer)) return readError(answer, refs, context)
  if (refs.length === 0) return readWithoutIds(answer, context)
  const [asked] = context.call.numbers
  const isAboutAnother = items.some(({ id, number }) => id !== null && number !== null && number !== asked)
  if (isAboutAnother) return contradictory(`${PROVIDER} answered about another number than was asked for.`, refs, context)
  if (refs.length > MAX_PARTS) return contradictory(`${PROVIDER} named more parts than a text can have.`, [], context)
  return { class: 'accepted', refs, receipt: null, exchange: context.exchange }
}

/**
 * An answer that is no HTTP error and has no id where one belongs: refused only where its words say so and nothing else, and
 * no id stands anywhere (§6.2).
 */
export function readWithoutIds(answer: ParsedAnswer, context: AnswerContext): SendOutcome {
  if (NAMES_AN_ID.test(answer.response.body)) return unreadable(context)
  const refusal = refusalInWords(reasonIn(answer, context.call.withoutText))
  if (refusal !== null) return refusalOutcome(answer, refusal, reasonIn(answer, context.call.redact), context)
  return unreadable(context)
}

/** An HTTP error: the status decides, then the words; beside an id nothing is certain (§6.1). */
export function readError(answer: ParsedAnswer, refs: readonly string[], context: AnswerContext): SendOutcome {
  const { status, body } = answer.response
  if (refs.length > 0 || NAMES_AN_ID.test(body)) return problemBesideId(refs, context)
  const fact = httpErrorFact(status, reasonIn(answer, context.call.withoutText))
  return refusalOutcome(answer, fact, reasonIn(answer, context.call.redact), context)
}

/** The outcome of a refusal, with the provider's own words where it gives any. */
export function refusalOutcome(
  { response }: ParsedAnswer,
  fact: RefusalFact,
  words: string,
  { exchange, now }: AnswerContext,
): SendOutcome {
  const message = words === '' ? fact.sentence : `${fact.sentence} It says: “${words}”.`
  const common = { code: fact.code, message, exchange }
  if (fact.class !== 'not_accepted_transient') return { ...common, class: fact.class }
  return { ...common, class: fact.class, retryAfterMs: readRetryAfter(response.headers['retry-after'], now) }
}

/** An HTTP error with an id in it. */
export function problemBesideId(refs: readonly string[], context: AnswerContext): SendOutcome {
  return contradictory(`${PROVIDER} reported a problem but gave the text an id all the same.`, refs, context)
}

/** @param how a sentence that names the contradiction */
export function contradictory(how: string, refs: readonly string[], { exchange }: AnswerContext): SendOutcome {
  return {
    class: 'unknown',
    code: 'answer_contradictory',
    message: `${how} The text may have been sent or not.`,
    ...(refs.length === 0 ? {} : { refs: [...refs] }),
    exchange,
  }
}

export function unreadable({ exchange }: AnswerContext): SendOutcome {
  return {
    class: 'unknown',
    code: 'answer_unreadable',
    message: `${PROVIDER} answered, but not in a way that says whether the text was taken. It may have been sent or not.`,
    exchange,
  }
}

/** What an answer says about numbers and parts; empty where it cannot be parsed. */
export function itemsIn({ objects }: ParsedAnswer): AnswerItem[] {
  return objects.map((object) => ({
    object,
    id: idOf(fieldOf(object, 'message_id')),
    number: digitsIn(textOf(fieldOf(object, 'dnis'))),
    segment: integerOf(fieldOf(object, 'segment_num')),
  }))
}

/** The ids of items, each once: in the order of the parts where all say which they are, else as they stand. */
export function idsOf(items: readonly AnswerItem[]): string[] {
  const withId = items.filter(({ id }) => id !== null)
  const ordered = withId.every(({ segment }) => segment !== null)
    ? withId.toSorted((one, other) => (one.segment ?? 0) - (other.segment ?? 0))
    : withId
  return [...new Set(ordered.map(({ id }) => id ?? ''))]
}

/** Call and answer as they may be kept and shown. */
export function exchangeOf({ kept, redact }: Call, answer: ParsedAnswer | null): Exchange {
  return { request: kept, response: answer === null ? null : cut(`HTTP ${answer.response.status}\n${redact(answer.content)}`) }
}

/** A number without the signs people write it with (§3.1); null for none. Anything else keeps what makes it different. */
function digitsIn(text: string | null): string | null {
  return text === null ? null : text.replaceAll(/^\+|[\s-]/g, '')
}
