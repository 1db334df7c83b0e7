import { ORPCError } from '@orpc/client'
import { refusal, type Refusal } from '../../shared/contract/errors.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Words } from '../language/words.ts'
import { ConnectionLost } from './connection.ts'

/** The host's own words about a failed call, or null when the failure is not the host's. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError)) return null
  const parsed = refusal.safeParse(error.data)
  return parsed.success ? parsed.data : null
}

/** A sentence for the person about any failed call: the host's message wherever there is one. */
export function sentenceFor(words: Words<'failures'>, say: SaySentence, error: unknown): string {
  const refused = refusalOf(error)
  if (refused !== null) return say(refused.message)
  return error instanceof ConnectionLost ? words('connectionLost') : words('unexpected')
}
