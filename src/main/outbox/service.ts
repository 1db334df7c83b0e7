import type { Clock, NetworkSignal } from '../app/ports.ts'
import type { EventHub } from '../app/events.ts'
import type { AccountService } from '../accounts/service.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { Store } from '../store/store.ts'
import { OFFLINE_PROBE_DELAYS_MS } from '../../shared/messages/retry.ts'
import { callProvider } from './call-provider.ts'
import { decide } from './decide.ts'
import type { Claim } from './operations.ts'

/** The dispatcher: takes what is due from the outbox, calls providers, records outcomes. */
export interface Outbox {
  /** Looks for due messages now: something was queued, resumed or became possible. Cheap; calls coalesce. */
  wake(): void
  network(): 'online' | 'offline'
  /** Resolves when nothing is in flight and nothing could be claimed at the last look. */
  idle(): Promise<void>
  /** Claims nothing more and waits for the calls in flight to be recorded. */
  stop(): Promise<void>
}

export interface OutboxDependencies {
  store: Pick<Store, 'outbox'>
  accounts: Pick<AccountService, 'open'>
  adapterContext: AdapterContext
  events: EventHub
  clock: Clock
  log: Log
  random: () => number
  network?: NetworkSignal
  /** Calls to providers at the same time. */
  concurrency?: number
}

const CONCURRENCY = 8
/** Wait before an outcome that could not be written is written again, in milliseconds. */
const RECORD_AGAIN_MS = 1_000
/** Longest sleep between looks at the queue, in milliseconds: a clock set forward or a woken computer is noticed by then. */
const LONGEST_SLEEP_MS = 30_000

/**
 * Starts the dispatcher. Orphans of an earlier process must have been recovered before (`outbox.recoverOrphans`).
 */
export function createOutbox(dependencies: OutboxDependencies): Outbox {
  const { store, accounts, adapterContext, events, clock, log, random, network, concurrency = CONCURRENCY } = dependencies

  const inFlight = new Set<Promise<void>>()
  /** Accounts that rest after a rate limit, until when (ms UTC). */
  const resting = new Map<string, number>()
  let offline: { probes: number; until: number } | null = null
  let stopped = false
  let looking = false
  let lookAgain = false
  let timer: { cancel(): void } | null = null
  let idleWaiters: Array<() => void> = []

  const stopListening = network?.onChange(() => {
    if (network.isOnline() && offline !== null) offline = { ...offline, until: 0 }
    events.changed({ topic: 'desk' })
    wake()
  })

  function networkState(): 'online' | 'offline' {
    return offline !== null || network?.isOnline() === false ? 'offline' : 'online'
  }

  function wake(): void {
    if (stopped) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = true
    void look()
  }

  async function look(): Promise<void> {
    try {
      do {
        lookAgain = false
        await claimWhatIsDue()
      } while (lookAgain && !stopped)
    } catch (error) {
      log.error('outbox.look_failed', error)
      sleepUntil(clock.now() + RECORD_AGAIN_MS)
    } finally {
      looking = false
      settleIdle()
    }
  }

  async function claimWhatIsDue(): Promise<void> {
    const now = clock.now()
    if (network?.isOnline() === false) return
    if (offline !== null && now < offline.until) {
      sleepUntil(offline.until)
      return
    }
    for (const [accountId, until] of resting) if (until <= now) resting.delete(accountId)
    // While it is not known whether the network is back, one message goes ahead as a scout.
    const slots = (offline === null ? concurrency : 1) - inFlight.size
    if (slots <= 0) return
    const claims = await store.outbox.claim({ now, limit: slots, restingAccounts: [...resting.keys()] })
    for (const claim of claims) {
      const run = send(claim).finally(() => {
        inFlight.delete(run)
        wake()
      })
      inFlight.add(run)
    }
    if (claims.length > 0) events.changed({ topic: 'desk' }, ...claims.map((claim) => changeOf(claim)))
    const { at } = await store.outbox.nextDue({ now })
    sleepUntil(Math.min(at ?? Infinity, ...resting.values()))
  }

  async function send(claim: Claim): Promise<void> {
    const outcome = await callProvider(claim, { accounts, adapterContext, log })
    noteNetwork(outcome)
    const now = clock.now()
    const record = decide(claim, outcome, { now, random: random() })
    if (outcome.class === 'not_accepted_transient' && record.disposition.kind === 'put_back') {
      resting.set(claim.accountId, record.disposition.notBefore ?? now)
    }
    log.info('outbox.outcome', { message: claim.messageId, account: claim.accountId, outcome: outcome.class })
    await recordUntilWritten(record)
    events.changed({ topic: 'desk' }, { topic: 'accounts' }, changeOf(claim), { topic: 'conversations', conversationId: claim.conversationId })
  }

  /** An outcome is never dropped: while the disk refuses it, the message stays `sending` and at a crash becomes `unconfirmed`. */
  async function recordUntilWritten(record: Parameters<Store['outbox']['recordOutcome']>[0]): Promise<void> {
    for (;;) {
      try {
        const { accountPaused } = await store.outbox.recordOutcome(record)
        if (accountPaused) log.warn('outbox.account_paused', { account: record.accountId, code: record.code })
        return
      } catch (error) {
        log.error('outbox.record_failed', error, { message: record.messageId })
        if (stopped) return
        await new Promise<void>((resolve) => clock.setTimer(RECORD_AGAIN_MS, resolve))
      }
    }
  }

  function noteNetwork(outcome: SendOutcome): void {
    if (outcome.class === 'offline') {
      const probes = offline?.probes ?? 0
      const delay = OFFLINE_PROBE_DELAYS_MS[Math.min(probes, OFFLINE_PROBE_DELAYS_MS.length - 1)] ?? 0
      offline = { probes: probes + 1, until: clock.now() + delay }
    } else offline = null
  }

  function sleepUntil(at: number): void {
    timer?.cancel()
    timer = null
    if (stopped || at === Infinity) return
    timer = clock.setTimer(Math.min(Math.max(at - clock.now(), 1), LONGEST_SLEEP_MS), wake)
  }

  function settleIdle(): void {
    if (looking || lookAgain || inFlight.size > 0) return
    const waiters = idleWaiters
    idleWaiters = []
    for (const resolve of waiters) resolve()
  }

  wake()

  return {
    wake,
    network: networkState,
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.push(resolve)
        settleIdle()
      }),
    async stop() {
      stopped = true
      timer?.cancel()
      stopListening?.()
      await Promise.allSettled(inFlight)
    },
  }
}

function changeOf(claim: Claim) {
  return { topic: 'messages', conversationId: claim.conversationId } as const
}
