import type { OpenedAccount } from '../accounts/service.ts'
import type { ProviderAdapter, SendOutcome } from '../providers/types.ts'
import type { SendingRate } from '../../shared/providers/descriptor.ts'
import type { Wait } from '../../shared/messages/retry.ts'
import { isWaitOver, OFFLINE_PROBE_DELAYS_MS } from '../../shared/messages/retry.ts'
import type { Call, LaneRequest, Priority } from './claim.ts'
import { saysNoBatches } from './decide.ts'
import type { RateWindow } from './rate-window.ts'

/** Calls with bulk in flight at the same time, per account. */
export const BULK_CALLS = 32
/** Further calls that only replies may use, so that an answer to a customer never waits for a slow bulk. */
export const REPLY_CALLS = 8

/** Answers in a row that nobody could understand, after which an account sends one at a time. */
const UNCLEAR_IN_A_ROW = 3
/** Then bulk waits this long after each, in milliseconds. */
const UNCLEAR_REST_MS = 60_000

/** How long an account that would not take several numbers in one call gets single calls, in milliseconds: it may have been that list. */
const NO_BATCHES_MS = 600_000

/** Why an active account sends nothing just now; `until` in ms UTC, null where nobody knows. */
export interface Rest {
  reason: 'provider_limit' | 'rate' | 'offline' | 'unclear_answers'
  until: number | null
}

/** What a lane is made from. */
export interface LaneSettings {
  accountId: string
  /** Null where this build does not know the provider: opening the account will say so. */
  adapter: ProviderAdapter | null
  /** With defaults filled in. */
  config: Readonly<Record<string, string>>
  rate: SendingRate | null
  /** Most numbers of a call; 1 where each text needs a call of its own. */
  batchSize: number
  /** How far ahead, in ms, the provider takes texts to keep until their time; null where it takes none. */
  scheduleAhead: number | null
}

/** The queue of one account as the dispatcher sees it: what is in flight, and what stands in its way. Times are ms UTC. */
export interface Lane {
  settings(): LaneSettings
  /** The account was changed: its secrets are read anew at the next call. */
  update(settings: LaneSettings, window: RateWindow | null): void
  window(): RateWindow | null
  /** What it may send now; null when nothing. */
  request(now: number): LaneRequest | null
  /** Why it sends nothing just now, or null. */
  rest(now: number): Rest | null
  /** When it may be worth looking again; Infinity where only an event can change something. */
  nextLook(now: number): number
  began(call: Call, now: number): void
  /** Notes how a call ended. Returns what this shows of the network; `back`: it had not been there for this account. */
  ended(call: Call, outcomes: readonly SendOutcome[], now: number): 'reached' | 'back' | 'offline' | 'nothing'
  /** A scout that found nothing to send. */
  noScout(): void
  /** The provider asked for a rest. */
  restUntil(now: number, until: number): void
  /** Looks for the network at once. */
  probeNow(): void
  isOffline(): boolean
  /** The account with its secrets, read once until it is changed. */
  opened(open: () => Promise<OpenedAccount>): Promise<OpenedAccount>
}

interface LaneState {
  inFlight: Record<Priority, number>
  providerLimit: Wait | null
  /** No network: one text at a time goes ahead as a scout. Each lane by itself, since one bad name server must not stop the others. */
  offline: ({ probes: number; scouting: boolean } & Wait) | null
  unclear: number
  unclearRest: Wait | null
  /** Said that it cannot take several numbers in one call. */
  noBatches: Wait | null
  account: Promise<OpenedAccount> | null
}

/** @param window keeps it to its rate; null where it has none */
export function createLane(given: LaneSettings, givenWindow: RateWindow | null): Lane {
  let settings = given
  let window = givenWindow
  const state: LaneState = {
    inFlight: { reply: 0, bulk: 0 },
    providerLimit: null,
    offline: null,
    unclear: 0,
    unclearRest: null,
    noBatches: null,
    account: null,
  }

  const total = (): number => state.inFlight.reply + state.inFlight.bulk
  const isCautious = (): boolean => state.unclear >= UNCLEAR_IN_A_ROW
  const batchSize = (): number => (state.noBatches === null ? settings.batchSize : 1)

  function blockedUntil(now: number): LaneRequest['blockedUntil'] {
    const ask = (priority: Priority) => settings.adapter?.blockedUntil?.(settings.config, priority, now) ?? null
    return { reply: ask('reply'), bulk: ask('bulk') }
  }

  function request(now: number): LaneRequest | null {
    if (state.providerLimit !== null && isWaitOver(state.providerLimit, now)) state.providerLimit = null
    if (state.noBatches !== null && isWaitOver(state.noBatches, now)) state.noBatches = null
    if (state.unclearRest !== null && isWaitOver(state.unclearRest, now)) state.unclearRest = null
    if (state.providerLimit !== null) return null
    const texts = window?.allowed(now) ?? null
    if (texts === 0) return null
    const about = { accountId: settings.accountId, texts, scheduleAhead: settings.scheduleAhead, blockedUntil: blockedUntil(now) }
    if (state.offline !== null) {
      if (state.offline.scouting || !isWaitOver(state.offline, now) || total() > 0) return null
      return { ...about, calls: 1, bulkCalls: 1, batchSize: 1 }
    }
    if (isCautious()) {
      if (total() > 0) return null
      return { ...about, calls: 1, bulkCalls: state.unclearRest === null ? 1 : 0, batchSize: 1 }
    }
    const calls = BULK_CALLS + REPLY_CALLS - total()
    if (calls <= 0) return null
    return { ...about, calls, bulkCalls: Math.max(0, BULK_CALLS - state.inFlight.bulk), batchSize: batchSize() }
  }

  function noteClarity(outcomes: readonly SendOutcome[], now: number): void {
    if (outcomes.every((outcome) => outcome.class === 'unknown')) {
      state.unclear += 1
      if (isCautious()) state.unclearRest = { from: now, until: now + UNCLEAR_REST_MS }
    } else if (outcomes.some((outcome) => outcome.class !== 'offline' && outcome.exchange.request !== '')) {
      state.unclear = 0
      state.unclearRest = null
    }
    if (outcomes.some((outcome) => saysNoBatches(outcome))) state.noBatches = { from: now, until: now + NO_BATCHES_MS }
  }

  return {
    settings: () => settings,
    update(next, nextWindow) {
      settings = next
      window = nextWindow
      state.account = null
    },
    window: () => window,
    request,

    rest(now) {
      if (state.offline !== null) return { reason: 'offline', until: null }
      if (state.providerLimit !== null && !isWaitOver(state.providerLimit, now)) {
        return { reason: 'provider_limit', until: state.providerLimit.until }
      }
      if (isCautious()) return { reason: 'unclear_answers', until: state.unclearRest?.until ?? null }
      const nextAt = window?.nextAt(now) ?? null
      return nextAt === null ? null : { reason: 'rate', until: nextAt }
    },

    nextLook(now) {
      const times = [state.offline?.until, state.providerLimit?.until, state.unclearRest?.until, window?.nextAt(now)]
      // What is over already waits for something else, such as the end of a call.
      const ahead = times.filter((time): time is number => typeof time === 'number' && time > now)
      return ahead.length === 0 ? Infinity : Math.min(...ahead)
    },

    began(call, now) {
      state.inFlight[call.priority] += 1
      window?.took(now, call.claims.length)
      if (state.offline !== null) state.offline.scouting = true
    },

    ended(call, outcomes, now) {
      state.inFlight[call.priority] -= 1
      const [first] = outcomes
      if (first === undefined) return 'nothing'
      noteClarity(outcomes, now)
      if (first.class === 'offline') {
        window?.gaveBack(call.claims.length)
        // Calls that were made together find out together: one look, not many.
        if (state.offline !== null && !state.offline.scouting && !isWaitOver(state.offline, now)) return 'offline'
        const probes = state.offline?.probes ?? 0
        const delay = OFFLINE_PROBE_DELAYS_MS[Math.min(probes, OFFLINE_PROBE_DELAYS_MS.length - 1)] ?? 0
        state.offline = { probes: probes + 1, scouting: false, from: now, until: now + delay }
        return 'offline'
      }
      if (first.exchange.request !== '') {
        const wasOffline = state.offline !== null
        state.offline = null
        return wasOffline ? 'back' : 'reached'
      }
      if (state.offline !== null) state.offline.scouting = false
      return 'nothing'
    },

    noScout() {
      state.offline = null
    },

    restUntil(now, until) {
      // Calls that were under way together may each be told something else: the longest rest counts.
      const earlier = state.providerLimit
      if (earlier === null || isWaitOver(earlier, now) || earlier.until < until) state.providerLimit = { from: now, until }
    },

    probeNow() {
      if (state.offline !== null) state.offline.until = 0
    },

    isOffline: () => state.offline !== null,

    opened(open) {
      state.account ??= open().catch((error: unknown) => {
        // Asked again at the next call: a keychain that is locked now may open later.
        state.account = null
        throw error
      })
      return state.account
    },
  }
}
