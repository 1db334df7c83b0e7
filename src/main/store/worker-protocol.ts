import type { ShellKind } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import { StartupFailed } from '../app/startup-failed.ts'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import type { LogFields } from '../log/log.ts'

/**
 * What host and data thread say to each other. Values cross by structured clone. A protocol of our own, since it is
 * these few lines: calls are typed by `Store` already, there is nothing to validate between two halves of one
 * program, and a clone costs less than a serialised request.
 */
export type ToWorker =
  | { kind: 'call'; id: number; group: string; name: string; input: unknown; wantsProgress: boolean }
  | { kind: 'abort'; id: number }
  | { kind: 'close' }

export type FromWorker =
  /** The database is open; these are the operations, by feature. */
  | { kind: 'opened'; operations: Record<string, string[]> }
  | { kind: 'failed'; error: CrossedError }
  | { kind: 'result'; id: number; output: unknown }
  | { kind: 'error'; id: number; error: CrossedError }
  | { kind: 'progress'; id: number; rows: number; total: number | null }
  | { kind: 'log'; level: 'info' | 'warn'; event: string; fields: LogFields }
  | { kind: 'log'; level: 'error'; event: string; fields: LogFields; error: CrossedError }

/** What the worker is started with. */
export interface WorkerStart {
  dataFolder: string
  shell: ShellKind
  /** ms since 1970 UTC. */
  now: number
}

/** An error on its way between threads: structured clone alone would lose its class and its fields. */
export type CrossedError = { message: string; stack?: string; cause?: CrossedError } & (
  | { kind: 'refused'; code: string; retryable: boolean }
  | { kind: 'startup'; problem: StartupProblem }
  | { kind: 'error'; name: string; code?: string }
)

/** Causes beyond this depth stay behind; it also ends circles. */
const DEEPEST_CAUSE = 4

/** Anything thrown, as data. */
export function packError(error: unknown, depth = 0): CrossedError {
  if (!(error instanceof Error)) return { kind: 'error', name: 'Error', message: String(error) }
  const common = {
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: packError(error.cause, depth + 1) }),
  }
  if (error instanceof Refused) return { ...common, kind: 'refused', code: error.code, retryable: error.retryable }
  if (error instanceof StartupFailed) return { ...common, kind: 'startup', problem: error.problem }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { ...common, kind: 'error', name: error.name, ...code }
}

/** The error on the other side, with the stack of where it was thrown. */
export function unpackError(packed: CrossedError): Error {
  const cause = packed.cause === undefined ? {} : { cause: unpackError(packed.cause) }
  const error = unpackKind(packed, cause)
  if (packed.stack !== undefined) error.stack = packed.stack
  return error
}

function unpackKind(packed: CrossedError, cause: { cause?: Error }): Error {
  if (packed.kind === 'refused') return new Refused(packed.code, packed.message, { retryable: packed.retryable, ...cause })
  if (packed.kind === 'startup') return new StartupFailed(packed.problem, cause)
  const error = new Error(packed.message, cause)
  error.name = packed.name
  return packed.code === undefined ? error : Object.assign(error, { code: packed.code })
}
