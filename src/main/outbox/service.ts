import type { QuietHours } from '../../shared/contract/desk.ts'
import { CLOCK_STEP_MS } from '../../shared/messages/retry.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock, NetworkSignal } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { callProvider } from './call-provider.ts'
import type { Call } from './claim.ts'
import { decide, putBackAtStop } from './decide.ts'
import type { Lane, Rest } from './lane.ts'
import { createLanes } from './lanes.ts'
import type { TurnResult } from './operations.ts'
import type { OutcomeRecord } from './record-outcome.ts'

/** The dispatcher: takes what is due from the outbox, calls providers, records outcomes. */
export interface Outbox {
  /** Looks for due messages now: something was queued, resumed or became possible. Cheap; calls coalesce. */
  wake(): void
  network(): 'online' | 'offline'
  /** Why accounts that are active send nothing just now, by account; those that send are left out. */
  rests(): ReadonlyMap<string, Rest>
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
  accounts: Pick<AccountService, 'open' | 'describe'>
  settings: Pick<SettingsService, 'get'>
  adapterContext: AdapterContext
  events: EventHub
  clock: Clock
  log: Log
  random: () => number
  network?: NetworkSignal
}

/** How long calls in flight may take when the desk stops, in milliseconds. */
const STOP_GRACE_MS = 10_000
/** Wait before an outcome that could not be written is written again, in milliseconds. */
const RECORD_AGAIN_MS = 1_000
/** Longest sleep between looks at the queue, in milliseconds: a clock set forward or a woken computer is noticed by then. */
const LONGEST_SLEEP_MS = 30_000
/** A look that comes this late shows that the computer slept, or that its clock was set forward; in milliseconds. */
const SLEPT_MS = 90_000

/**
 * Starts the dispatcher. Orphans of an earlier process must have been recovered before (`outbox.recoverOrphans`).
 *
 * It works in turns, one at a time: each writes down the outcomes that came in since the last, and claims what may
 * go, in one commit. The calls of a turn begin when it is on disk.
 */
export function createOutbox(dependencies: OutboxDependencies): Outbox {
  const { store, accounts, settings, adapterContext, events, clock, log, random, network } = dependencies

  const lanes = createLanes({ store, accounts, log, now: () => clock.now() })
  const inFlight = new Set<Promise<void>>()
  /** Outcomes not yet on disk, in the order they came. */
  let unrecorded: OutcomeRecord[] = []
  /** The last turn with outcomes failed: until one succeeds, each is written by itself, so that one cannot stop the others. */
  let oneByOne = false
  let reached = true
  let stopped = false
  let awakeSince = clock.now()
  let lastLook: number | null = null
  /** Undefined until they were read. */
  let quietHours: QuietHours | null | undefined
  let zone = ownZone()
  /** Those who wait for something that may never come; called when the desk stops. */
  const givingUp = new Set<() => void>()
  let working: Promise<void> | null = null
  let workAgain = false
  let timer: { cancel(): void } | null = null
  let idleWaiters: Array<() => void> = []

  const stopHearing = events.subscribe((event) => {
    if (event.kind === 'changed' && event.changes.some(({ topic }) => topic === 'settings')) wake()
  })
  const stopListening = network?.onChange(() => {
    if (network.isOnline()) lanes.probeNow()
    events.changed({ topic: 'desk' }, { topic: 'outbox' })
    wake()
  })

  function networkState(): 'online' | 'offline' {
    return (lanes.isAnyOffline() && !reached) || network?.isOnline() === false ? 'offline' : 'online'
  }

  function wake(): void {
    if (stopped) return
    lanes.forget()
    work()
  }

  function work(): void {
    if (working !== null) workAgain = true
    else working = workUntilDone()
  }

  async function workUntilDone(): Promise<void> {
    try {
      do {
        workAgain = false
        await turn()
      } while (workAgain)
    } catch (error) {
      log.error('outbox.turn_failed', error)
      if (!stopped) sleepUntil(clock.now() + RECORD_AGAIN_MS)
    } finally {
      working = null
      settleIdle()
    }
  }

  async function turn(): Promise<void> {
    const now = clock.now()
    await noteClock(now)
    if (oneByOne) await recordAlone()
    const mayClaim = !stopped && network?.isOnline() !== false && (await areLanesKnown())
    const records = unrecorded
    const requests = mayClaim ? lanes.requests(now) : []
    if (stopped && records.length === 0) return
    unrecorded = []
    let result: TurnResult
    try {
      result = await store.outbox.turn({ now, records, lanes: requests, quietHours: quietHours ?? null, ownZone: zone, awakeSince })
    } catch (error) {
      unrecorded = [...records, ...unrecorded]
      oneByOne = true
      if (!stopped) throw error
      await recordAlone()
      return
    }
    afterRecording(records, result.paused)
    lanes.noteScouts(requests, result.calls)
    for (const call of result.calls) begin(call, now)
    announce(result)
    if (result.more) workAgain = true
    sleepUntil(Math.min(result.nextDue ?? Infinity, lanes.nextLook(now)))
  }

  /** What cannot be read now stops new calls, and not the writing of outcomes. */
  async function areLanesKnown(): Promise<boolean> {
    try {
      await lanes.refresh(readSettings)
      return true
    } catch (error) {
      log.error('outbox.lanes_not_read', error)
      return false
    }
  }

  /** What is kept back for quiet hours is looked at anew when they have changed, however that was noticed. */
  async function readSettings(): Promise<readonly string[]> {
    const read = await settings.get()
    const haveChanged = quietHours !== undefined && JSON.stringify(read.quietHours) !== JSON.stringify(quietHours)
    if (haveChanged) await store.outbox.endQuietHolds()
    quietHours = read.quietHours
    zone = ownZone()
    return read.failoverOrder
  }

  /** What was due while the computer slept was missed; what waited by a clock that was set back waits no more. */
  async function noteClock(now: number): Promise<void> {
    const before = lastLook
    if (before !== null && now - before > SLEPT_MS) awakeSince = now
    if (before === null || now < before - CLOCK_STEP_MS) {
      if (before !== null) awakeSince = Math.min(awakeSince, now)
      await store.outbox.endFutureWaits({ now })
    }
    // Only now: what could not be written is noticed again at the next look.
    lastLook = now
  }

  /** Writes outcomes that could not be written together one by one, so that one the store refuses cannot stop the others. */
  async function recordAlone(): Promise<void> {
    const waiting = unrecorded
    unrecorded = []
    const refused: OutcomeRecord[] = []
    for (const record of waiting) {
      try {
        const { paused } = await store.outbox.turn({
          now: clock.now(),
          records: [record],
          lanes: [],
          quietHours: null,
          ownZone: zone,
          awakeSince,
        })
        afterRecording([record], paused)
      } catch (error) {
        if (refused.length === 0) log.error('outbox.record_failed', error, { message: record.messageId })
        refused.push(record)
      }
    }
    // An outcome is never dropped: while the disk refuses it, the message stays `sending` and becomes `unconfirmed` at the next start.
    if (!stopped) unrecorded = [...refused, ...unrecorded]
    if (refused.length > 0 && !stopped) throw new Error('outcomes could not be written down yet')
    oneByOne = false
  }

  function afterRecording(records: readonly OutcomeRecord[], paused: readonly string[]): void {
    if (records.length > 0) events.changed({ topic: 'accounts' })
    for (const accountId of paused) {
      const record = records.find((one) => one.accountId === accountId)
      log.warn('outbox.account_paused', { account: accountId, code: record?.code ?? null })
    }
    if (paused.length > 0) lanes.forget()
    events.changed(
      ...records.flatMap(({ conversationId }) => [
        { topic: 'messages', conversationId } as const,
        { topic: 'conversations', conversationId } as const,
      ]),
    )
    if (records.length > 0) events.changed({ topic: 'desk' }, { topic: 'outbox' })
  }

  function announce({ calls, changedConversations }: TurnResult): void {
    if (calls.length === 0 && changedConversations.length === 0) return
    events.changed({ topic: 'desk' }, { topic: 'outbox' })
    for (const { claims } of calls) {
      events.changed(...claims.map(({ conversationId }) => ({ topic: 'messages', conversationId }) as const))
    }
    events.changed(...changedConversations.map((conversationId) => ({ topic: 'messages', conversationId }) as const))
  }

  function begin(call: Call, now: number): void {
    const lane = lanes.of(call.accountId)
    lane.began(call, now)
    // The next turn is on its way to the data thread before the calls of this one are built: the two work side by side.
    const run = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => send(call, lane))
      // A bug, and nobody knows how far it came: the texts stay `sending` and become `unconfirmed` at the next start.
      .catch((error: unknown) => log.error('outbox.call_lost', error, { account: call.accountId }))
      .finally(() => {
        inFlight.delete(run)
        work()
      })
    inFlight.add(run)
  }

  async function send(call: Call, lane: Lane): Promise<void> {
    const open = () => lane.opened(() => accounts.open(call.accountId))
    const outcomes = await callProvider(call, { open, adapterContext, log, unlessStopped })
    const now = clock.now()
    if (outcomes === null) {
      lane.ended(call, [], now)
      unrecorded.push(...call.claims.map((claim) => putBackAtStop(claim, now)))
      return
    }
    noteNetwork(lane.ended(call, outcomes, now))
    const records = call.claims.map((claim, index) => {
      const outcome = outcomes[index]
      if (outcome === undefined) throw new TypeError('a message without an outcome')
      return decide(claim, outcome, { now, random: random(), standIns: () => lanes.standIns(claim) })
    })
    noteRest(lane, outcomes, records, now)
    unrecorded.push(...records)
    logOutcomes(call, outcomes)
  }

  function noteNetwork(shown: ReturnType<Lane['ended']>): void {
    if (shown === 'nothing') return
    reached = shown !== 'offline'
    if (shown === 'back') lanes.probeNow()
  }

  function noteRest(lane: Lane, outcomes: readonly SendOutcome[], records: readonly OutcomeRecord[], now: number): void {
    for (const [index, record] of records.entries()) {
      if (outcomes[index]?.class !== 'not_accepted_transient' || record.disposition.kind !== 'put_back') continue
      if (record.disposition.notBefore !== null) lane.restUntil(now, record.disposition.notBefore)
    }
  }

  /** What went well is in the database; the log has what did not. */
  function logOutcomes(call: Call, outcomes: readonly SendOutcome[]): void {
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.class === 'accepted') continue
      log.info('outbox.outcome', {
        message: call.claims[index]?.messageId ?? null,
        account: call.accountId,
        outcome: outcome.class,
        code: outcome.code,
      })
    }
  }

  function sleepUntil(at: number): void {
    timer?.cancel()
    timer = null
    if (stopped) return
    timer = clock.setTimer(Math.min(Math.max(at - clock.now(), 1), LONGEST_SLEEP_MS), work)
  }

  function unlessStopped<Result>(task: () => Promise<Result>): Promise<Result | null> {
    if (stopped) return Promise.resolve(null)
    return new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(null)
      givingUp.add(giveUp)
      void task()
        .then(resolve, reject)
        .finally(() => givingUp.delete(giveUp))
    })
  }

  const isBusy = (): boolean => working !== null || inFlight.size > 0

  function settleIdle(): void {
    if (isBusy() || workAgain) return
    const waiters = idleWaiters
    idleWaiters = []
    for (const resolve of waiters) resolve()
  }

  wake()

  return {
    wake,
    network: networkState,
    rests: () => lanes.rests(clock.now()),
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.push(resolve)
        settleIdle()
      }),
    async stop() {
      stopped = true
      timer?.cancel()
      for (const giveUp of givingUp) giveUp()
      const grace = clock.setTimer(STOP_GRACE_MS, () => {
        adapterContext.http.close().catch((error: unknown) => log.error('outbox.calls_not_ended', error))
      })
      // A turn that was under way may still have claimed something, to be put back.
      while (isBusy()) await Promise.allSettled([working, ...inFlight])
      grace.cancel()
      settleIdle()
      stopHearing()
      stopListening?.()
    },
  }
}
