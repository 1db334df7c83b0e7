import { rateLimitDelay, retryDelay } from '../../shared/messages/retry.ts'
import type { SendOutcome } from '../providers/types.ts'
import type { Claim } from './claim.ts'
import type { Disposition, OutcomeRecord, StandIn } from './record-outcome.ts'

/** Codes of "too many requests": the lane rests, the message uses no try. */
const RATE_LIMIT_CODES: ReadonlySet<string> = new Set(['rate_limited'])

/** Code of an account that cannot take several numbers in one call: they go one by one. */
const BATCH_UNSUPPORTED = 'batch_unsupported'

/** Failed tries after which another account may stand in for one whose provider cannot be reached. */
const TRIES_BEFORE_STAND_IN = 2

/** A provider that names a time already past is not asked again at once, in ms: its clock and ours may differ. */
const SHORTEST_HOLD_MS = 60_000

export interface DecideOptions {
  /** ms UTC */
  now: number
  /** Uniform in [0, 1), for the jitter of retries. */
  random: number
  /** Accounts that could stand in, in order; asked for only where the message was definitely not accepted. */
  standIns: () => StandIn[]
}

/** Whether the outcome says that this account cannot take several numbers in one call. */
export function saysNoBatches(outcome: SendOutcome): boolean {
  return outcome.class === 'not_accepted_transient' && outcome.code === BATCH_UNSUPPORTED
}

/**
 * What follows from an outcome. Pure; the table in docs/sending.md is this function.
 */
export function decide(claim: Claim, outcome: SendOutcome, options: DecideOptions): OutcomeRecord {
  const disposition = dispositionOf(claim, outcome, options)
  return {
    attempt: claim.attempt,
    messageId: claim.messageId,
    conversationId: claim.conversationId,
    accountId: claim.accountId,
    at: options.now,
    outcome: outcome.class,
    code: outcome.class === 'accepted' ? null : outcome.code,
    detail: outcome.class === 'accepted' ? null : outcome.message,
    request: outcome.exchange.request,
    response: outcome.exchange.response,
    refs: 'refs' in outcome ? (outcome.refs ?? []) : [],
    call: claim.callId === null || outcome.callRef === undefined ? null : { id: claim.callId, ref: outcome.callRef },
    disposition,
    standIns: mayStandIn(claim, disposition) ? options.standIns() : [],
  }
}

/** What follows when the desk stops between a claim and its call: nothing left, so the text waits as it did. */
export function putBackAtStop(claim: Claim, now: number): OutcomeRecord {
  return {
    attempt: claim.attempt,
    messageId: claim.messageId,
    conversationId: claim.conversationId,
    accountId: claim.accountId,
    at: now,
    outcome: 'not_accepted_transient',
    code: 'desk_stopping',
    detail: 'SMS Desk was being closed, so this was not handed over. It goes out at the next start.',
    request: '',
    response: null,
    refs: [],
    call: null,
    disposition: { kind: 'put_back', notBefore: null },
    standIns: [],
  }
}

function dispositionOf(claim: Claim, outcome: SendOutcome, { now, random }: DecideOptions): Disposition {
  switch (outcome.class) {
    case 'accepted':
      return { kind: 'accepted', receipt: outcome.receipt }
    case 'not_accepted_transient': {
      if (outcome.blockedUntil !== undefined) return { kind: 'held', until: Math.max(outcome.blockedUntil, now + SHORTEST_HOLD_MS) }
      if (saysNoBatches(outcome)) return { kind: 'put_back', notBefore: null }
      if (RATE_LIMIT_CODES.has(outcome.code)) return { kind: 'put_back', notBefore: now + rateLimitDelay(outcome.retryAfterMs) }
      const delay = retryDelay(claim.tries + 1, outcome.retryAfterMs, random)
      return delay === null ? { kind: 'gave_up' } : { kind: 'retry', notBefore: now + delay }
    }
    case 'not_accepted_permanent':
      return { kind: 'refused' }
    case 'account_problem':
      return { kind: 'pause_account' }
    case 'offline':
      return { kind: 'undone' }
    case 'unknown':
      return { kind: 'unknown' }
  }
}

/** Only what was definitely not accepted may go another way. A provider that cannot be reached gets a second try first. */
function mayStandIn(claim: Claim, disposition: Disposition): boolean {
  switch (disposition.kind) {
    case 'refused':
    case 'pause_account':
    case 'gave_up':
      return true
    case 'retry':
      return claim.tries + 1 >= TRIES_BEFORE_STAND_IN
    default:
      return false
  }
}
