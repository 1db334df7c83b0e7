import type { StartupProblem } from '../../shared/contract/desk.ts'

/** The desk cannot open its data; the shell shows `problem` on a screen of its own. */
export class StartupFailed extends Error {
  readonly problem: StartupProblem

  constructor(problem: StartupProblem, options: { cause?: unknown } = {}) {
    super(problem.message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StartupFailed'
    this.problem = problem
  }
}
