import type { Clock, NetworkSignal } from '../app/ports.ts'
import type { EventHub } from '../app/events.ts'
import type { AccountService } from '../accounts/service.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { Store } from '../store/store.ts'
import type { Wait } from '../../shared/messages/retry.ts'
import { isWaitOver, OFFLINE_PROBE_DELAYS_MS } from '../../shared/messages/retry.ts'
import { callProvider } from './call-provider.ts'
import { decide, putBackAtStop } from './decide.ts'
import type { Claim } from './operations.ts'

/** The dispatcher: takes what is due from the outbox, calls providers, records outcomes. */
export interface Outbox {
  /** Looks for due messages now: something was queued, resumed or became possible. Cheap; calls coalesce. */
  wake(): void
  network(): 'online' | 'offline'
  /** Resolves when nothing is in flight and nothing could be claimed at the last look. */
  idle(): Promise<void>
  /**
   * Claims nothing more and waits for the calls in flight to be recorded, for at most about 10 s: then it closes the
   * connections to providers, and what hung on them becomes `unconfirmed`.
   */
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
/** How long calls in flight may take when the desk stops, in milliseconds. */
const STOP_GRACE_MS = 10_000
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
  /** Accounts that rest after a rate limit. */
  const resting = new Map<string, Wait>()
  /** Accounts whose provider met no network: one text at a time goes ahead as a scout. Each by itself, since one bad name server must not stop the others. */
  const offline = new Map<string, { probes: number; scouting: boolean } & Wait>()
  let reached = true
  let stopped = false
  /** Those who wait for something that may never come; called when the desk stops. */
  const givingUp = new Set<() => void>()
  let looking: Promise<void> | null = null
  let lookAgain = false
  let timer: { cancel(): void } | null = null
  let idleWaiters: Array<() => void> = []

  const stopListening = network?.onChange(() => {
    if (network.isOnline()) probeNow()
    events.changed({ topic: 'desk' })
    wake()
  })

  function networkState(): 'online' | 'offline' {
    return (offline.size > 0 && !reached) || network?.isOnline() === false ? 'offline' : 'online'
  }

  /** Has every account that waits for the network look for it at once. */
  function probeNow(): void {
    for (const lane of offline.values()) lane.until = 0
  }

  function wake(): void {
    if (stopped) return
    if (looking !== null) {
      lookAgain = true
      return
    }
    looking = look()
  }

  async function look(): Promise<void> {
    try {
      do {
        lookAgain = false
        await claimWhatIsDue()
      } while (lookAgain)
    } catch (error) {
      log.error('outbox.look_failed', error)
      sleepUntil(clock.now() + RECORD_AGAIN_MS)
    } finally {
      looking = null
      settleIdle()
    }
  }

  async function claimWhatIsDue(): Promise<void> {
    const now = clock.now()
    if (network?.isOnline() === false) {
      // Its change is told; looking now and then costs nothing where it is not.
      sleepUntil(now + LONGEST_SLEEP_MS)
      return
    }
    for (const [accountId, wait] of resting) if (isWaitOver(wait, now)) resting.delete(accountId)
    for (const [accountId, lane] of offline) {
      if (lane.scouting || !isWaitOver(lane, now)) continue
      if (inFlight.size >= concurrency) return
      lane.scouting = true
      let scouts = 0
      try {
        scouts = await claimAndSend({ now, limit: 1, restingAccounts: [...resting.keys()], onlyAccount: accountId })
        if (scouts === 0) offline.delete(accountId)
      } finally {
        if (scouts === 0) lane.scouting = false
      }
    }
    const slots = concurrency - inFlight.size
    if (slots <= 0) return
    const claimed = await claimAndSend({ now, limit: slots, restingAccounts: [...resting.keys(), ...offline.keys()] })
    // All slots are taken: the first call to end looks again. Asking for the next time costs 30 ms where 100,000 texts wait.
    if (claimed === slots) return
    const { at } = await store.outbox.nextDue({ now })
    const lanes = [...resting.values(), ...[...offline.values()].filter(({ scouting }) => !scouting)]
    sleepUntil(Math.min(at ?? Infinity, ...lanes.map(({ until }) => until)))
  }

  async function claimAndSend(input: Parameters<Store['outbox']['claim']>[0]): Promise<number> {
    const claims = await store.outbox.claim(input)
    for (const claim of claims) {
      const run = send(claim).finally(() => {
        inFlight.delete(run)
        wake()
      })
      inFlight.add(run)
    }
    if (claims.length > 0) events.changed({ topic: 'desk' }, ...claims.map((claim) => changeOf(claim)))
    return claims.length
  }

  async function send(claim: Claim): Promise<void> {
    const outcome = await callProvider(claim, { accounts, adapterContext, log, unlessStopped })
    const now = clock.now()
    if (outcome === null) {
      await recordUntilWritten(putBackAtStop(claim, now))
      return
    }
    noteNetwork(claim.accountId, outcome)
    const record = decide(claim, outcome, { now, random: random() })
    if (outcome.class === 'not_accepted_transient' && record.disposition.kind === 'put_back') {
      resting.set(claim.accountId, { from: now, until: record.disposition.notBefore ?? now })
    }
    log.info('outbox.outcome', { message: claim.messageId, account: claim.accountId, outcome: outcome.class })
    await recordUntilWritten(record)
    events.changed({ topic: 'desk' }, { topic: 'accounts' }, changeOf(claim), {
      topic: 'conversations',
      conversationId: claim.conversationId,
    })
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
        await unlessStopped(() => new Promise<void>((resolve) => clock.setTimer(RECORD_AGAIN_MS, resolve)))
      }
    }
  }

  function noteNetwork(accountId: string, outcome: SendOutcome): void {
    const lane = offline.get(accountId)
    if (outcome.class === 'offline') {
      // Calls that were made together find out together: one look, not many.
      reached = false
      if (lane !== undefined && !lane.scouting && !isWaitOver(lane, clock.now())) return
      const probes = lane?.probes ?? 0
      const delay = OFFLINE_PROBE_DELAYS_MS[Math.min(probes, OFFLINE_PROBE_DELAYS_MS.length - 1)] ?? 0
      offline.set(accountId, { probes: probes + 1, scouting: false, from: clock.now(), until: clock.now() + delay })
    } else if (outcome.exchange.request !== '') {
      reached = true
      if (offline.delete(accountId)) probeNow()
    } else if (lane !== undefined) lane.scouting = false
  }

  function sleepUntil(at: number): void {
    timer?.cancel()
    timer = null
    if (stopped || at === Infinity) return
    timer = clock.setTimer(Math.min(Math.max(at - clock.now(), 1), LONGEST_SLEEP_MS), wake)
  }

  function unlessStopped<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (stopped) return Promise.resolve(null)
    return new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(null)
      givingUp.add(giveUp)
      void work()
        .then(resolve, reject)
        .finally(() => givingUp.delete(giveUp))
    })
  }

  const isBusy = (): boolean => looking !== null || inFlight.size > 0

  function settleIdle(): void {
    if (isBusy() || lookAgain) return
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
      lookAgain = false
      timer?.cancel()
      for (const giveUp of givingUp) giveUp()
      const grace = clock.setTimer(STOP_GRACE_MS, () => {
        adapterContext.http.close().catch((error: unknown) => log.error('outbox.calls_not_ended', error))
      })
      // A look that was under way may still have claimed something, to be put back.
      while (isBusy()) await Promise.allSettled([looking, ...inFlight])
      grace.cancel()
      settleIdle()
      stopListening?.()
    },
  }
}

function changeOf(claim: Claim) {
  return { topic: 'messages', conversationId: claim.conversationId } as const
}
