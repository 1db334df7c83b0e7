import { rateLimitDelay, retryDelay } from '../../shared/messages/retry.ts'
import type { SendOutcome } from '../providers/types.ts'
import type { Claim, OutcomeRecord } from './operations.ts'

/** Codes of "too many requests": the lane rests, the message uses no try. */
const RATE_LIMIT_CODES: ReadonlySet<string> = new Set(['rate_limited'])

/**
 * What follows from an outcome. Pure; the table in docs/sending.md is this function.
 * @param now ms UTC
 * @param random uniform in [0, 1), for the jitter of retries
 */
export function decide(claim: Claim, outcome: SendOutcome, { now, random }: { now: number; random: number }): OutcomeRecord {
  return {
    attemptId: claim.attemptId,
    messageId: claim.messageId,
    accountId: claim.accountId,
    at: now,
    outcome: outcome.class,
    code: outcome.class === 'accepted' ? null : outcome.code,
    detail: outcome.class === 'accepted' ? null : outcome.message,
    request: outcome.exchange.request,
    response: outcome.exchange.response,
    refs: 'refs' in outcome ? (outcome.refs ?? []) : [],
    disposition: dispositionOf(claim, outcome, now, random),
  }
}

/** What follows when the desk stops between a claim and its call: nothing left, so the text waits as it did. */
export function putBackAtStop(claim: Claim, now: number): OutcomeRecord {
  return {
    attemptId: claim.attemptId,
    messageId: claim.messageId,
    accountId: claim.accountId,
    at: now,
    outcome: 'not_accepted_transient',
    code: 'desk_stopping',
    detail: 'SMS Desk was being closed, so this was not handed over. It goes out at the next start.',
    request: '',
    response: null,
    refs: [],
    disposition: { kind: 'put_back', notBefore: null },
  }
}

function dispositionOf(claim: Claim, outcome: SendOutcome, now: number, random: number): OutcomeRecord['disposition'] {
  switch (outcome.class) {
    case 'accepted':
      return { kind: 'accepted', receipt: outcome.receipt }
    case 'not_accepted_transient': {
      if (RATE_LIMIT_CODES.has(outcome.code)) return { kind: 'put_back', notBefore: now + rateLimitDelay(outcome.retryAfterMs) }
      const delay = retryDelay(claim.tries + 1, outcome.retryAfterMs, random)
      return delay === null ? { kind: 'gave_up' } : { kind: 'retry', notBefore: now + delay }
    }
    case 'not_accepted_permanent':
      return { kind: 'refused' }
    case 'account_problem':
      return { kind: 'pause_account' }
    case 'offline':
      return { kind: 'put_back', notBefore: null }
    case 'unknown':
      return { kind: 'unknown' }
  }
}
