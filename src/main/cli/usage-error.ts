/** The command line was written wrongly: exit code 2. The message is a sentence that says how it should be. */
export class UsageError extends Error {
  /** Code in the JSON answer. */
  readonly code = 'usage'

  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
