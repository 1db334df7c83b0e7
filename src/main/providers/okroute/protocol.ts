import { readFailure } from '../failure.ts'
import { redactReceipt } from '../redact.ts'
import { fieldOf, textOf } from '../tolerant-json.ts'
import type { AdapterContext, OutgoingBatch, OutgoingMessage, SendOutcome, StatusAnswer } from '../types.ts'
import { exchangeOf, readSubmitAnswer } from './answer.ts'
import { httpErrorFact, LIST_SIZE, MAX_DNIS_LENGTH, PROVIDER, refusalInWords } from './facts.ts'
import { keptWith, notInList, readListAnswer } from './list-answer.ts'
import type { Call, Connection } from './request.ts'
import { isAddressTooLong, statusCall, submitCall } from './request.ts'
import { codeDetail, idOf, isStatusWord, receiptOf } from './status.ts'
import type { ParsedAnswer } from './words.ts'
import { isSuccess, parseAnswer, reasonIn } from './words.ts'

/** Asked for by the connection test: no connection ever gave this id. */
const MADE_UP_ID = 'smsdesk-0'

/** Hands over one text. Never throws for anything the provider or the network can do. */
export async function sendText(connection: Connection, message: OutgoingMessage, context: AdapterContext): Promise<SendOutcome> {
  const call = submitCall(connection, { to: [message.to], text: message.text })
  if (isAddressTooLong(call)) {
    return { class: 'not_accepted_permanent', code: 'text_too_long', message: TOO_LONG_FOR_GET, exchange: exchangeOf(call, null) }
  }
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') return readFailure(result, { provider: PROVIDER, exchange: exchangeOf(call, null) })
  const answer = parseAnswer(result)
  return readSubmitAnswer(answer, { call, exchange: exchangeOf(call, answer), now: context.now() })
}

/** Why a text does not go out by GET (§3.2). */
export const TOO_LONG_FOR_GET =
  'This text is too long to be part of a web address, which is how this account hands texts over. Shorten it, or choose POST as its way of sending in Settings › Accounts.'

/**
 * Hands over one text for several numbers in one call. Answers an outcome for each, in their order. Never throws for
 * anything the provider or the network can do.
 * @param batchSize most numbers that the account's configuration allows in a call
 */
export async function sendList(
  connection: Connection,
  batch: OutgoingBatch,
  { batchSize, context }: { batchSize: number; context: AdapterContext },
): Promise<SendOutcome[]> {
  const [first, ...others] = batch.recipients
  if (first === undefined) return []
  // A list of one gains nothing, and its answer may lack the number.
  if (others.length === 0) return [await sendText(connection, { ...first, text: batch.text }, context)]
  const to = [...new Set(batch.recipients.map((recipient) => recipient.to))]
  const call = submitCall(connection, { to, text: batch.text })
  const notNow = (message: string) => batch.recipients.map(() => notInList(message, { request: '', response: null }))
  if (to.length > Math.min(batchSize, LIST_SIZE) || call.numbers.join(',').length > MAX_DNIS_LENGTH) {
    return notNow(`${PROVIDER} does not take as many numbers at once with this account. The texts go out one by one instead.`)
  }
  if (isAddressTooLong(call)) return notNow('Text and numbers are too long for one web address. The texts go out one by one instead.')
  const result = await context.http.request(call.request)
  const outcomes =
    result.kind === 'failure'
      ? call.numbers.map((number) => {
          return readFailure(result, { provider: PROVIDER, exchange: { request: keptWith(number, call), response: null } })
        })
      : readListAnswer(parseAnswer(result), call, context.now())
  const places = new Map(to.map((number, index) => [number, outcomes[index]]))
  return batch.recipients.map((recipient) => {
    const outcome = places.get(recipient.to)
    // §3.3: a number goes out once in a call. What stands there a second time was not part of it.
    places.delete(recipient.to)
    return outcome ?? notInList('This number was in the list twice. The text goes out by itself.', { request: '', response: null })
  })
}

/** Asks what became of a text (§5). Never throws. */
export async function askStatus(connection: Connection, ref: string, context: AdapterContext): Promise<StatusAnswer> {
  const call = statusCall(connection, ref)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') {
    return { kind: 'failed', code: result.code, message: `${PROVIDER} could not be asked. ${result.message}` }
  }
  const answer = parseAnswer(result)
  if (!isSuccess(answer)) return { kind: 'failed', ...queryProblem(answer, call) }
  const said = statementsIn(answer, ref)
  const [first] = said
  if (first !== undefined && said.every(({ word }) => word.toUpperCase() === first.word.toUpperCase())) {
    return { kind: 'receipt', receipt: redactReceipt(receiptOf(ref, first.word, first.detail), call.redact) }
  }
  const refusal = refusalInWords(reasonIn(answer, call.withoutText))
  if (refusal?.class === 'account_problem') return { kind: 'failed', code: refusal.code, message: refusal.sentence }
  return {
    kind: 'failed',
    code: 'answer_unreadable',
    message: `${PROVIDER} answered, but does not say what became of this text. Try again later.`,
  }
}

/** Whether the settings work, found out by asking about a text that does not exist (§5). Free. Never throws. */
export async function testSettings(
  connection: Connection,
  context: AdapterContext,
): Promise<{ ok: boolean; code: string; message: string }> {
  const call = statusCall(connection, MADE_UP_ID)
  const result = await context.http.request(call.request)
  if (result.kind === 'failure') {
    return { ok: false, code: result.code, message: `${PROVIDER} could not be reached. ${result.message}` }
  }
  const answer = parseAnswer(result)
  if (!isSuccess(answer)) return { ok: false, ...queryProblem(answer, call) }
  if (statementsIn(answer, MADE_UP_ID).some(({ word }) => isStatusWord(word))) {
    return { ok: true, code: 'ok', message: `${PROVIDER} answered and accepted user name and password.` }
  }
  const refusal = refusalInWords(reasonIn(answer, call.withoutText))
  if (refusal?.class === 'account_problem') return { ok: false, code: refusal.code, message: refusal.sentence }
  return {
    ok: false,
    code: 'account_address',
    message: `Something answers at this address, but not as ${PROVIDER} does. Check the address.`,
  }
}

/** What a refusal means where nothing was sent. */
function queryProblem(answer: ParsedAnswer, call: Call): { code: string; message: string } {
  const fact = httpErrorFact(answer.response.status, reasonIn(answer, call.withoutText))
  if (fact.class === 'account_problem') return { code: fact.code, message: fact.sentence }
  if (fact.class !== 'not_accepted_permanent') {
    return { code: fact.code, message: `${PROVIDER} could not answer just now. Try again later.` }
  }
  const words = reasonIn(answer, call.redact)
  const reason = words === '' ? '' : ` It says: “${words}”.`
  return { code: fact.code, message: `${PROVIDER} refused a question about a text.${reason}` }
}

/** What an answer says about this id: answers may be wrapped in lists, and do not repeat the id (§5). */
function statementsIn({ objects }: ParsedAnswer, ref: string): Array<{ word: string; detail: string | null }> {
  return objects.flatMap((object) => {
    const word = textOf(fieldOf(object, 'status'))
    const about = idOf(fieldOf(object, 'messageId')) ?? idOf(fieldOf(object, 'message_id')) ?? ref
    return word === null || about !== ref ? [] : [{ word, detail: codeDetail(fieldOf(object, 'error_code')) }]
  })
}
