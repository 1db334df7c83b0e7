/**
 * An expected "no": shown to the person as it is. Everything else that is thrown is a bug, logged whole and shown
 * as "unexpected" with an id.
 */
export class Refused extends Error {
  readonly code: string
  readonly retryable: boolean

  /**
   * @param code stable, snake_case, for programs
   * @param message a whole sentence for a clerk, with the next step where there is one
   */
  constructor(code: string, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Refused'
    this.code = code
    this.retryable = options.retryable ?? false
  }
}
