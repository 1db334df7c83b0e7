import { ORPCError } from '@orpc/client'
import { refusal, type Refusal } from '../../shared/contract/errors.ts'
import { ConnectionLost } from './connection.ts'

/** The host's own words about a failed call, or null when the failure is not the host's. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError)) return null
  const parsed = refusal.safeParse(error.data)
  return parsed.success ? parsed.data : null
}

/** A sentence for the person about any failed call: the host's message wherever there is one. */
export function sentenceFor(error: unknown): string {
  const refused = refusalOf(error)
  if (refused !== null) return refused.message
  if (error instanceof ConnectionLost) return error.message
  return 'Something unexpected happened in this window. Please try again; if it stays, reload the window.'
}
