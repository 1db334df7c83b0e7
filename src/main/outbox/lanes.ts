import { capabilitiesOf } from '../providers/capabilities.ts'
import { messageProblem } from '../providers/check-message.ts'
import type { AccountService } from '../accounts/service.ts'
import type { Log } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import type { Call, Claim, LaneRequest } from './claim.ts'
import type { Lane, LaneSettings, Rest } from './lane.ts'
import { createLane } from './lane.ts'
import type { LaneAccount } from './operations.ts'
import { createRateWindow, periodOf } from './rate-window.ts'
import type { StandIn } from './record-outcome.ts'

/** The lanes of all accounts. */
export interface Lanes {
  /** Reads accounts anew if `forget` was called since the last time. */
  refresh(failoverOrder: () => Promise<readonly string[]>): Promise<void>
  /** Accounts or settings changed: read them anew before the next turn. */
  forget(): void
  /** What the active accounts may send now; those that may send nothing are left out. */
  requests(now: number): LaneRequest[]
  /** A lane without network that had nothing to send needs no scout. */
  noteScouts(requests: readonly LaneRequest[], calls: readonly Call[]): void
  /** When a lane may be worth looking at again, in ms UTC. */
  nextLook(now: number): number
  of(accountId: string): Lane
  /** Accounts that would take this message instead, in order. */
  standIns(claim: Claim): StandIn[]
  rests(now: number): Map<string, Rest>
  probeNow(): void
  isAnyOffline(): boolean
}

export interface LanesDependencies {
  store: Pick<Store, 'outbox'>
  accounts: Pick<AccountService, 'describe'>
  log: Log
  /** ms UTC */
  now: () => number
}

const MINUTE_MS = 60_000

export function createLanes({ store, accounts, log, now: readClock }: LanesDependencies): Lanes {
  const lanes = new Map<string, Lane>()
  let active: ReadonlySet<string> = new Set()
  let order: readonly string[] = []
  let isStale = true

  async function settingsOf({ id, rate }: LaneAccount): Promise<LaneSettings> {
    try {
      const { adapter, config } = await accounts.describe(id)
      const { batchSize, defaultRate, providerSchedule } = capabilitiesOf(adapter, config)
      return {
        accountId: id,
        adapter,
        config,
        rate: rate ?? defaultRate,
        batchSize: adapter.sendBatch === null ? 1 : batchSize,
        scheduleAhead: providerSchedule === null ? null : providerSchedule.minAheadMinutes * MINUTE_MS,
      }
    } catch (error) {
      // A provider this build lacks, say: opening the account for a call says so to the person.
      log.warn('outbox.account_not_described', { account: id, error: error instanceof Error ? error.message : String(error) })
      return { accountId: id, adapter: null, config: {}, rate, batchSize: 1, scheduleAhead: null }
    }
  }

  async function windowFor({ accountId, rate }: LaneSettings, earlier: Lane | undefined) {
    if (rate === null) return null
    const known = earlier?.settings().rate
    const kept = earlier?.window() ?? null
    if (kept !== null && known?.count === rate.count && known.per === rate.per) return kept
    return createRateWindow(rate, await store.outbox.departures({ accountId, after: readClock() - periodOf(rate) }))
  }

  const all = (): Lane[] => [...lanes.values()]

  return {
    async refresh(failoverOrder) {
      if (!isStale) return
      // Before the reads: a change that falls between them is read again.
      isStale = false
      try {
        order = await failoverOrder()
        const found = await store.outbox.lanes()
        for (const account of found) {
          const settings = await settingsOf(account)
          const earlier = lanes.get(account.id)
          const window = await windowFor(settings, earlier)
          if (earlier === undefined) lanes.set(account.id, createLane(settings, window))
          else earlier.update(settings, window)
        }
        active = new Set(found.filter(({ status }) => status === 'active').map(({ id }) => id))
      } catch (error) {
        isStale = true
        throw error
      }
    },

    forget() {
      isStale = true
    },

    requests: (now) => {
      const requests: LaneRequest[] = []
      for (const [accountId, lane] of lanes) {
        const request = active.has(accountId) ? lane.request(now) : null
        if (request !== null) requests.push(request)
      }
      return requests
    },

    noteScouts(requests, calls) {
      const sending = new Set(calls.map(({ accountId }) => accountId))
      for (const { accountId } of requests) if (!sending.has(accountId)) lanes.get(accountId)?.noScout()
    },

    nextLook: (now) => Math.min(Infinity, ...all().map((lane) => lane.nextLook(now))),

    of(accountId) {
      const lane = lanes.get(accountId)
      if (lane === undefined) throw new Error('a claim for an account without a lane')
      return lane
    },

    standIns({ accountId, kind, to, text }) {
      const standIns: StandIn[] = []
      for (const id of order) {
        const lane = id === accountId || !active.has(id) ? undefined : lanes.get(id)
        const { adapter, config } = lane?.settings() ?? { adapter: null, config: {} }
        if (adapter === null || messageProblem(adapter, config, { kind, to, text }) !== null) continue
        standIns.push({ accountId: id, sender: adapter.senderOf(config) })
      }
      return standIns
    },

    rests(now) {
      const rests = new Map<string, Rest>()
      for (const [accountId, lane] of lanes) {
        const rest = active.has(accountId) ? lane.rest(now) : null
        if (rest !== null) rests.set(accountId, rest)
      }
      return rests
    },

    probeNow() {
      for (const lane of lanes.values()) lane.probeNow()
    },

    isAnyOffline: () => all().some((lane) => lane.isOffline()),
  }
}
