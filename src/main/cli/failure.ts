import { ORPCError } from '@orpc/client'
import { refusal } from '../../shared/contract/errors.ts'
import { Refused } from '../app/refused.ts'
import { StartupFailed } from '../app/startup-failed.ts'
import { UsageError } from './usage-error.ts'

/** Why a command was not carried out. */
export interface Failure {
  code: string
  /** A sentence for a person. */
  message: string
  exitCode: 1 | 2
  /** The stack of a bug, for standard error. */
  detail: string | null
}

/** What to tell about anything thrown: the contract's errors come the same through every door. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { code: error.code, message: error.message, exitCode: 2, detail: null }
  if (error instanceof Refused) return refused(error.code, error.message)
  if (error instanceof StartupFailed) return refused(error.problem.code, error.problem.message)
  if (error instanceof ORPCError) {
    const data = refusal.safeParse(error.data)
    if (data.success) return refused(data.data.code, data.data.message)
  }
  return {
    ...refused('unexpected', 'Something unexpected happened. What is known of it was written to standard error.'),
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

function refused(code: string, message: string): Failure {
  return { code, message, exitCode: 1, detail: null }
}
