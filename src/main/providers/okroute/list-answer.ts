import { cut } from '../redact.ts'
import type { Exchange, SendOutcome } from '../types.ts'
import type { AnswerContext, AnswerItem } from './answer.ts'
import {
  contradictory,
  exchangeOf,
  idsOf,
  itemsIn,
  problemBesideId,
  readError,
  readWithoutIds,
  refusalOutcome,
  unreadable,
} from './answer.ts'
import { MAX_PARTS, PROVIDER, refusalInWords } from './facts.ts'
import type { SubmitCall } from './request.ts'
import type { ParsedAnswer } from './words.ts'
import { isSuccess, reasonIn, reasonOf } from './words.ts'

/** What an answer says about one number of a call. */
interface ListedNumber {
  number: string
  items: readonly AnswerItem[]
  /** In the order of its parts; without those that stand at another number, too. */
  ids: readonly string[]
  /** One of its ids is not its own. */
  disputed: boolean
}

/**
 * What became of a text for each number of a call, in their order (§4.2). What the answer says about a number decides;
 * where it says nothing certain, nobody knows. Never throws.
 */
export function readListAnswer(answer: ParsedAnswer, call: SubmitCall, now: number): SendOutcome[] {
  const items = itemsIn(answer)
  const listed = listNumbers(items, call.numbers)
  const hasIds = items.some(({ id }) => id !== null)
  const isAboutNumbers = hasIds || listed.some((one) => one.items.length > 0)
  if (!isAboutNumbers || (!isSuccess(answer) && !hasIds)) return readWhole(answer, call, now)

  const contexts = listed.map((one): AnswerContext => ({ call, now, exchange: exchangeAbout(one, answer, call) }))
  const outcomes = contexts.map((context, index): SendOutcome | null => {
    const one = listed[index]
    if (one === undefined) return unreadable(context)
    if (!isSuccess(answer)) return problemBesideId(one.ids, context)
    return one.items.length === 0 ? null : readListed(answer, one, context)
  })
  // Only an answer that is clear about all it names says something by what it leaves out.
  const strays = items.filter(({ number }) => number === null || !call.numbers.includes(number))
  const isSound = strays.length === 0 && outcomes.some((outcome) => outcome?.class === 'accepted')
  const isClear = outcomes.every((outcome) => outcome?.class !== 'unknown')
  return contexts.map((context, index) => outcomes[index] ?? readLeftOut(strays, isSound && isClear, context))
}

/** A text that was certainly not taken as one of several: each goes by itself, so that it gets an answer of its own. */
export function notInList(message: string, exchange: Exchange): SendOutcome {
  return { class: 'not_accepted_transient', code: 'batch_unsupported', message, retryAfterMs: null, exchange }
}

/** The call as it is kept with one of its numbers. */
export function keptWith(number: string, { kept }: SubmitCall): string {
  return cut(`${kept}\nThis number: ${number}`)
}

/**
 * The same for all numbers, where nothing in the answer is about one of them. A refusal of the list leads to single
 * texts, since one number or the list itself may be to blame.
 */
function readWhole(answer: ParsedAnswer, call: SubmitCall, now: number): SendOutcome[] {
  const exchange = exchangeOf(call, answer)
  const context = { call, now, exchange }
  const single = isSuccess(answer) ? readWithoutIds(answer, context) : readError(answer, [], context)
  const whole = single.class === 'not_accepted_permanent' ? refusedAsList(answer, context) : single
  return call.numbers.map((number) => ({ ...whole, exchange: { ...exchange, request: keptWith(number, call) } }))
}

function refusedAsList(answer: ParsedAnswer, { call, exchange }: AnswerContext): SendOutcome {
  const words = reasonIn(answer, call.redact)
  const reason = words === '' ? '' : ` It says: “${words}”.`
  const count = call.numbers.length
  return notInList(`${PROVIDER} did not take a list of ${count} numbers.${reason} The texts go out one by one instead.`, exchange)
}

/** A number that an answer without an HTTP error has items for. */
function readListed(answer: ParsedAnswer, { items, ids, disputed }: ListedNumber, context: AnswerContext): SendOutcome {
  if (disputed) return contradictory(`${PROVIDER} answered, but contradicts itself about this number.`, ids, context)
  if (ids.length > MAX_PARTS) return contradictory(`${PROVIDER} named more parts than a text can have.`, [], context)
  if (ids.length > 0) return { class: 'accepted', refs: [...ids], receipt: null, exchange: context.exchange }
  const [first] = items
  if (first === undefined) return unreadable(context)
  const refusal = refusalInWords(reasonOf(first.object, context.call.withoutText))
  return refusal === null ? unreadable(context) : refusalOutcome(answer, refusal, reasonOf(first.object, context.call.redact), context)
}

function readLeftOut(strays: readonly AnswerItem[], isSound: boolean, context: AnswerContext): SendOutcome {
  if (isSound) {
    return {
      class: 'not_accepted_permanent',
      code: 'recipient_not_taken',
      message: `${PROVIDER} did not take the text for this number: it took the others and left this one out. Check the number.`,
      exchange: context.exchange,
    }
  }
  if (strays.length === 0) return unreadable(context)
  return contradictory(`${PROVIDER} answered, but not clearly about which number.`, [], context)
}

function listNumbers(items: readonly AnswerItem[], numbers: readonly string[]): ListedNumber[] {
  const byNumber = Map.groupBy(items, ({ number }) => number)
  /** By id: the numbers it stands at; null for none. */
  const placesOf = new Map<string, Set<string | null>>()
  for (const { id, number } of items) {
    if (id === null) continue
    const places = placesOf.get(id)
    if (places === undefined) placesOf.set(id, new Set([number]))
    else places.add(number)
  }
  return numbers.map((number) => {
    const own = byNumber.get(number) ?? []
    const all = idsOf(own)
    const ids = all.filter((id) => placesOf.get(id)?.size === 1)
    return { number, items: own, ids, disputed: ids.length < all.length }
  })
}

/** Call and answer as they are kept with one number: what is about others is left out. */
function exchangeAbout({ number, items }: ListedNumber, { response }: ParsedAnswer, call: SubmitCall): Exchange {
  const said = items.length === 0 ? 'not in the list' : call.redact(items.map(({ object }) => object))
  return { request: keptWith(number, call), response: cut(`HTTP ${response.status}\nThis number: ${said}`) }
}
