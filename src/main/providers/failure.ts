import type { HttpFailure } from '../http/client.ts'
import type { Exchange, SendOutcome } from './types.ts'

/**
 * What became of a text when no answer came: nothing left this computer, or nobody knows.
 * @param about.provider its name, as sentences say it
 */
export function readFailure(failure: HttpFailure, { provider, exchange }: { provider: string; exchange: Exchange }): SendOutcome {
  if (failure.written) {
    return {
      class: 'unknown',
      code: failure.code,
      message: `The text was handed to ${provider}, but the connection ended before the answer came. It may have been sent or not.`,
      exchange,
    }
  }
  if (failure.offline) {
    return {
      class: 'offline',
      code: 'offline',
      message: 'This computer has no connection to the internet. The text waits in the outbox.',
      exchange,
    }
  }
  return {
    class: 'not_accepted_transient',
    code: failure.code,
    message: `${provider} could not be reached. ${failure.message}`,
    retryAfterMs: null,
    exchange,
  }
}
