import type { HttpFailure, HttpResponse } from '../../http/client.ts'
import { readFailure } from '../failure.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import type { Exchange, SendOutcome } from '../types.ts'
import type { Handed, RefusalFact, RefusalWords } from './errors.ts'
import { httpErrorFact, knownRefusal, refusalFact } from './errors.ts'
import { PROVIDER, verdictOf } from './facts.ts'

/** Most of the provider's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** HTTP statuses that say by themselves when to try again, whatever stands in the answer. */
const NOT_NOW: ReadonlySet<number> = new Set([408, 425, 429])

/** What an outcome needs besides the answer. */
export interface AnswerContext {
  handed: Handed
  redact: Redactor
  exchange: Exchange
  /** Ms since 1970 UTC. */
  now: number
}

/** What an answer says (§4). */
interface Envelope extends RefusalWords {
  /** Null where there is no status that can be read. */
  verdict: 'ok' | 'refused' | 'unclear' | null
}

/** What became of a text or call, from the answer (§5). Never throws. */
export function readAnswer(response: HttpResponse, context: AnswerContext): SendOutcome {
  const envelope = readEnvelope(response.body)
  const { status } = response
  if (status >= 200 && status < 300) return readProcessed(response, envelope, context)
  if (envelope.verdict === 'ok') {
    return {
      class: 'unknown',
      code: 'answer_contradictory',
      message: `${PROVIDER} reported a problem, but its answer says that all is well. ${mayBe(context.handed)}`,
      exchange: context.exchange,
    }
  }
  const isRefusal = status >= 400 && status < 500 && !NOT_NOW.has(status)
  const known = isRefusal ? knownRefusal(envelope) : null
  return outcomeOf(known ?? httpErrorFact(status), response, envelope, context)
}

/** What became of a text or call when no answer came. Never throws. */
export function readNoAnswer(failure: HttpFailure, { handed, exchange }: Pick<AnswerContext, 'handed' | 'exchange'>): SendOutcome {
  const outcome = readFailure(failure, { provider: PROVIDER, exchange })
  if (handed === 'text') return outcome
  if (outcome.class === 'offline') {
    return { ...outcome, message: 'This computer has no connection to the internet. The call waits in the outbox.' }
  }
  if (outcome.class !== 'unknown') return outcome
  return { ...outcome, message: `${PROVIDER} was asked to call, but the connection ended before the answer came. ${mayBe(handed)}` }
}

/** A 2xx: the service answers so whether it took something or not (§5 rule 2). */
function readProcessed(response: HttpResponse, envelope: Envelope, context: AnswerContext): SendOutcome {
  const { handed, exchange } = context
  // No id comes with it (§5 rule 5).
  if (envelope.verdict === 'ok') return { class: 'accepted', refs: [], receipt: null, exchange }
  if (envelope.verdict === 'refused') return outcomeOf(refusalFact(envelope), response, envelope, context)
  return {
    class: 'unknown',
    code: 'answer_unreadable',
    message: withWords(
      `${PROVIDER} answered, but not in a way that says whether the ${handed} was taken. ${mayBe(handed)}`,
      envelope,
      context,
    ),
    exchange,
  }
}

function outcomeOf(fact: RefusalFact, response: HttpResponse, envelope: Envelope, context: AnswerContext): SendOutcome {
  const { handed, exchange, now } = context
  const common = { code: fact.code, message: withWords(fact.sentence(handed), envelope, context), exchange }
  if (fact.class !== 'not_accepted_transient') return { ...common, class: fact.class }
  return { ...common, class: fact.class, retryAfterMs: readRetryAfter(response.headers['retry-after'], now) }
}

function readEnvelope(body: string): Envelope {
  const parsed = parseJson(body)
  if (!isJsonObject(parsed)) return { verdict: null, code: null, reason: null }
  const words = textOf(fieldOf(parsed, 'status'))
  return {
    // A number is no word of this service: nobody can tell what it stands for.
    verdict: words !== null && /^\p{L}/u.test(words) ? verdictOf(words) : null,
    code: textOf(fieldOf(parsed, 'error_code')),
    reason: textOf(fieldOf(parsed, 'error_reason')),
  }
}

/** A sentence with the provider's reason behind it, redacted and short, where it gives one. */
function withWords(sentence: string, { reason }: Envelope, { redact }: AnswerContext): string {
  return reason === null ? sentence : `${sentence} It says: “${quoteWords(redact(reason), MAX_QUOTE)}”.`
}

function mayBe(handed: Handed): string {
  return handed === 'text' ? 'It may have been sent or not.' : 'The phone may have rung or not.'
}
