import type { HttpFailure, HttpResponse } from '../../http/client.ts'
import { readFailure } from '../failure.ts'
import type { AdapterContext, SendOutcome } from '../types.ts'
import { readSendAnswer, refusesToken } from './answer.ts'
import type { Connection, Delivery } from './call.ts'
import { exchangeFor, redactorOf, sendRequest, withoutOthers } from './call.ts'
import { PROVIDER } from './facts.ts'
import type { AccessProblem } from './token-request.ts'
import type { TokenSource } from './token-source.ts'

/**
 * Hands one text for one or several numbers to KPN, in one call. Answers an outcome for each number, in their order.
 * A refused token is replaced once, and the call made once more: a 401 comes before anything is taken (§2). A new one
 * that is refused as well stays: many calls at once would fetch another each. Never throws for anything KPN or the
 * network can do.
 */
export async function deliver(
  connection: Connection,
  delivery: Delivery,
  { tokens, context }: { tokens: TokenSource; context: AdapterContext },
): Promise<SendOutcome[]> {
  const { access } = connection
  const first = await tokens.token(access, context)
  if (first.kind === 'problem') return delivery.numbers.map(() => notSent(first))
  const result = await context.http.request(sendRequest(connection, delivery, first.token))
  if (result.kind === 'failure' || !refusesToken(result)) return outcomes(connection, delivery, { result, token: first.token, context })

  tokens.discard(access, first.token)
  const second = await tokens.token(access, context)
  if (second.kind === 'problem') return delivery.numbers.map(() => notSent(second))
  const again = await context.http.request(sendRequest(connection, delivery, second.token))
  return outcomes(connection, delivery, { result: again, token: second.token, context })
}

function outcomes(
  connection: Connection,
  delivery: Delivery,
  { result, token, context }: { result: HttpResponse | HttpFailure; token: string; context: AdapterContext },
): SendOutcome[] {
  const { numbers, text } = delivery
  const redact = redactorOf(connection, delivery, token)
  const exchangeOf = exchangeFor(connection, delivery, { result, redact })
  const nothingKept = { request: '', response: null }
  const outcome =
    result.kind === 'failure'
      ? readFailure(result, { provider: PROVIDER, exchange: nothingKept })
      : readSendAnswer(result, { text, count: numbers.length, redact, exchange: nothingKept, now: context.now() })
  return numbers.map((number) => {
    const exchange = exchangeOf(number)
    if (outcome.class === 'accepted') return { ...outcome, exchange }
    return { ...outcome, message: withoutOthers(outcome.message, delivery, number), exchange }
  })
}

/** What no token means for a text: certainly not sent (§6.3). */
function notSent({ class: kind, code, message, retryAfterMs, exchange }: AccessProblem): SendOutcome {
  switch (kind) {
    case 'account_problem':
      return { class: kind, code, message, exchange }
    case 'offline':
      return { class: kind, code, message: `${message} The text waits in the outbox.`, exchange }
    case 'not_accepted_transient':
      return { class: kind, code, message: `${message} The text was not sent.`, retryAfterMs, exchange }
  }
}
