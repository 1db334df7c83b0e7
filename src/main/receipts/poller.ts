import { OFFLINE_PROBE_DELAYS_MS } from '../../shared/messages/retry.ts'
import { QUERY_MAX_AGE_MS } from '../../shared/messages/query-schedule.ts'
import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock, NetworkSignal } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, ReceiptReading } from '../providers/types.ts'
import type { Store } from '../store/store.ts'
import { askAbout, askAboutCall } from './ask.ts'
import type { AskableCall } from './calls.ts'
import type { AskableProvider, NextQuestion } from './operations.ts'

/** Asks providers what became of texts they have not reported about. */
export interface ReceiptPoller {
  /**
   * Asks nothing more, and waits until what was answered is written down. It does not wait for answers: asking changes
   * nothing at the provider, and the next start asks anew.
   */
  stop(): Promise<void>
}

export interface ReceiptPollerDependencies {
  store: Pick<Store, 'receipts'>
  accounts: Pick<AccountService, 'open' | 'providers' | 'adapter'>
  adapterContext: AdapterContext
  events: Pick<EventHub, 'changed' | 'subscribe'>
  clock: Clock
  log: Log
  network?: NetworkSignal
  /** Wait before the first question after a start, in milliseconds; left out: a minute. */
  startWaitMs?: number
}

/** Questions at the same time, of all accounts together; of one account there is one at a time. */
const CONCURRENCY = 4
/** Reports that are on their way at the start come first, in milliseconds. */
const START_WAIT_MS = 60_000
/** Two questions to one account begin at least this far apart, in milliseconds. */
const QUESTION_GAP_MS = 500
/** New texts are looked for at most this often, in milliseconds: the first question about any is 30 s away. */
const LOOK_EVERY_MS = 5_000
/** Parked receipts are looked at anew at most this often, in milliseconds. */
const MATCH_EVERY_MS = 300_000
/** A call whose answer left something open is not asked about for this long, in milliseconds: its texts are, one by one. */
const CALL_REST_MS = 60_000
/** Wait after a fault of the desk's own, in milliseconds. */
const FAULT_WAIT_MS = 60_000

/** What stands in the way of an account's next question. */
interface Lane {
  /** ms UTC */
  freeAt: number
  /** Calls in a row that reached nobody. */
  failures: number
}

/**
 * Starts asking: after a minute about every text of the last 72 hours whose fate is open, then about each at growing
 * intervals (`nextQueryAt`). It sleeps while nothing is due; that something changed at the desk wakes it.
 */
export function createReceiptPoller(dependencies: ReceiptPollerDependencies): ReceiptPoller {
  const { store, accounts, adapterContext, events, clock, log, network, startWaitMs = START_WAIT_MS } = dependencies
  const providers: AskableProvider[] = accounts
    .providers()
    .filter(({ id }) => accounts.adapter(id).queryStatus !== null)
    .map(({ id, capabilities }) => ({ id, reports: capabilities.receiptsByHook, calls: accounts.adapter(id).queryCall !== undefined }))

  const lanes = new Map<string, Lane>()
  /** Messages that are being asked about, by account. */
  const asking = new Map<string, string>()
  /** When calls were asked about, by their id, ms UTC; those of the last minute. */
  const callsAskedAt = new Map<string, number>()
  /** Answers that are being written down. */
  const writing = new Set<Promise<unknown>>()
  let stopped = false
  let looking: Promise<void> | null = null
  let lookAgain = false
  let timer: { cancel(): void } | null = null
  let timerAt = Infinity
  /** Those who wait for their turn; called when the desk stops. */
  const givingUp = new Set<() => void>()

  /** From when attempts have not been looked at, ms UTC; null before the first look. */
  let since: number | null = null
  let lookedAt = 0
  let isNewWanted = true
  let newNotBefore = 0
  let isMatchWanted = true
  let matchNotBefore = 0

  const unsubscribe = events.subscribe((event) => {
    if (event.kind !== 'changed') return
    if (!event.changes.some(({ topic }) => topic === 'messages' || topic === 'accounts')) return
    isNewWanted = true
    isMatchWanted = true
    // A busy desk says so many times a second. Before the last look: the clock was set back.
    const now = clock.now()
    if (looking !== null || now >= newNotBefore || now < lookedAt) wake()
    else if (newNotBefore < timerAt) sleepUntil(newNotBefore)
  })
  const stopListening = network?.onChange(() => {
    if (!network.isOnline()) return
    lanes.clear()
    wake()
  })

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
        await lookOnce()
      } while (lookAgain)
    } catch (error) {
      log.error('receipts.look_failed', error)
      sleepUntil(clock.now() + FAULT_WAIT_MS)
    } finally {
      looking = null
    }
  }

  async function lookOnce(): Promise<void> {
    if (stopped) return
    await planNew()
    await matchParked()
    if (stopped) return
    const now = clock.now()
    const waits: number[] = []
    // That the network is back is told.
    if (providers.length > 0 && network?.isOnline() !== false) {
      const questions = await store.receipts.nextQuestions({
        providers,
        except: [...asking.values()],
        now,
      })
      for (const question of questions) {
        if (asking.has(question.accountId) || stopped) continue
        const at = Math.max(question.at, laneOf(question.accountId).freeAt)
        if (at > now) waits.push(at)
        // A further one that is due waits for the end of one under way.
        else if (asking.size < CONCURRENCY) begin(question)
      }
    }
    if (isNewWanted) waits.push(newNotBefore)
    if (isMatchWanted) waits.push(matchNotBefore)
    sleepUntil(Math.min(...waits))
  }

  /** Plans questions about texts handed over since the last look. */
  async function planNew(): Promise<void> {
    const now = clock.now()
    // A clock that was set back gives new attempts times that were looked at before.
    if (since !== null && now < lookedAt) since = now - QUERY_MAX_AGE_MS
    else if (!isNewWanted || now < newNotBefore) return
    isNewWanted = false
    newNotBefore = now + LOOK_EVERY_MS
    lookedAt = now
    if (providers.length === 0) return
    if (since === null) await store.receipts.scheduleAll({ providers, now, firstAt: now + startWaitMs })
    since = (await store.receipts.scheduleNew({ providers, since: since ?? now - QUERY_MAX_AGE_MS, now })).since
  }

  async function matchParked(): Promise<void> {
    const now = clock.now()
    if (!isMatchWanted || (now < matchNotBefore && matchNotBefore - now <= MATCH_EVERY_MS)) return
    isMatchWanted = false
    matchNotBefore = now + MATCH_EVERY_MS
    const { conversationIds } = await store.receipts.matchParked({ now })
    announce(conversationIds)
  }

  function begin(question: NextQuestion): void {
    const { accountId, messageId } = question
    asking.set(accountId, messageId)
    void ask(question)
      .catch((error: unknown) => {
        laneOf(accountId).freeAt = clock.now() + FAULT_WAIT_MS
        log.error('receipts.question_failed', error, { message: messageId })
      })
      .finally(() => {
        asking.delete(accountId)
        wake()
      })
  }

  /** Asks about a text and writes down what was answered: about its whole call where that tells of others, too. */
  async function ask(question: NextQuestion): Promise<void> {
    const { accountId, refs, call } = question
    const lane = laneOf(accountId)
    const opened = await openAccount(accountId)
    if (!('code' in opened) && call !== null && (refs.length === 0 || !isResting(call.id))) {
      const isDone = await askCall(question, call, { opened, lane })
      if (isDone) return
    }
    await askEach(question, { opened, lane })
  }

  /**
   * Asks about a call.
   * @returns false where the text itself is still to be asked about
   */
  async function askCall(
    { messageId, reports, refs }: NextQuestion,
    call: AskableCall,
    { opened, lane }: { opened: OpenedAccount; lane: Lane },
  ): Promise<boolean> {
    await untilFree(lane)
    if (stopped) return true
    lane.freeAt = clock.now() + QUESTION_GAP_MS
    const answer = await askAboutCall(opened, call.ref, { adapterContext, log })
    const failure = answer.kind === 'failed' ? answer : null
    rest(lane, failure)
    if (stopped || failure?.code === 'offline') return true
    noteAsked(call.id)
    const texts = answer.kind === 'texts' ? answer.texts : []
    const { told, conversationIds } = await writeDown(store.receipts.answeredCall({ call, reports, texts, now: clock.now() }))
    announce(conversationIds)
    return refs.length === 0 || told.includes(messageId)
  }

  /** Asks about every open part of one text. */
  async function askEach(
    { accountId, reports, messageId, conversationId, refs }: NextQuestion,
    { opened, lane }: { opened: OpenedAccount | { code: string }; lane: Lane },
  ): Promise<void> {
    const readings: ReceiptReading[] = []
    let failure: { code: string } | null = null
    if ('code' in opened) failure = opened
    else {
      for (const ref of refs) {
        await untilFree(lane)
        if (stopped) return
        lane.freeAt = clock.now() + QUESTION_GAP_MS
        const answer = await askAbout(opened, ref, { adapterContext, log })
        if (answer.kind === 'receipt') readings.push(answer.receipt)
        // "Not known here" does not prove that an unconfirmed text was not sent: nothing follows from it.
        else if (answer.kind === 'failed') {
          failure = answer
          break
        }
      }
    }
    rest(lane, failure)
    if (stopped || (failure?.code === 'offline' && readings.length === 0)) return
    const { changed } = await writeDown(store.receipts.answered({ messageId, accountId, reports, readings, now: clock.now() }))
    if (changed) announce([conversationId])
  }

  async function writeDown<Result>(written: Promise<Result>): Promise<Result> {
    writing.add(written)
    try {
      return await written
    } finally {
      writing.delete(written)
    }
  }

  function noteAsked(callId: string): void {
    callsAskedAt.set(callId, clock.now())
    for (const id of callsAskedAt.keys()) if (!isResting(id)) callsAskedAt.delete(id)
  }

  /** Whether a call was asked about just now. One asked about in the future was before the clock was set back. */
  function isResting(callId: string): boolean {
    const at = callsAskedAt.get(callId)
    const now = clock.now()
    return at !== undefined && at <= now && now - at < CALL_REST_MS
  }

  async function openAccount(accountId: string): Promise<OpenedAccount | { code: string }> {
    try {
      return await accounts.open(accountId)
    } catch (error) {
      if (!(error instanceof Refused)) log.error('receipts.account_not_opened', error, { account: accountId })
      return { code: error instanceof Refused ? error.code : 'secrets_unreadable' }
    }
  }

  /** An account whose provider could not be asked rests: each question in a row that fails makes it longer, up to a minute. */
  function rest(lane: Lane, failure: { code: string } | null): void {
    if (failure === null || ANSWERED.has(failure.code)) {
      lane.failures = 0
      return
    }
    const delay = OFFLINE_PROBE_DELAYS_MS[Math.min(lane.failures, OFFLINE_PROBE_DELAYS_MS.length - 1)] ?? 0
    lane.failures += 1
    lane.freeAt = clock.now() + delay
  }

  function laneOf(accountId: string): Lane {
    const now = clock.now()
    const known = lanes.get(accountId)
    const longest = OFFLINE_PROBE_DELAYS_MS.at(-1) ?? 0
    if (known !== undefined) {
      // A wait that would be longer than any began before the clock was set back.
      if (known.freeAt - now > longest) known.freeAt = now
      return known
    }
    const lane = { freeAt: 0, failures: 0 }
    lanes.set(accountId, lane)
    return lane
  }

  /** Waits for the lane, or for the desk to stop. */
  function untilFree(lane: Lane): Promise<void> {
    const wait = lane.freeAt - clock.now()
    if (wait <= 0 || stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = clock.setTimer(wait, end)
      givingUp.add(end)
      function end(): void {
        timer.cancel()
        givingUp.delete(end)
        resolve()
      }
    })
  }

  function announce(conversationIds: readonly string[]): void {
    if (conversationIds.length === 0) return
    events.changed({ topic: 'desk' }, { topic: 'outbox' })
    for (const conversationId of conversationIds) {
      events.changed({ topic: 'messages', conversationId }, { topic: 'conversations', conversationId })
    }
  }

  function sleepUntil(at: number): void {
    timer?.cancel()
    timer = null
    timerAt = at
    if (stopped || at === Infinity) return
    timer = clock.setTimer(Math.max(at - clock.now(), 1), wake)
  }

  wake()

  return {
    async stop() {
      stopped = true
      timer?.cancel()
      unsubscribe()
      stopListening?.()
      for (const giveUp of givingUp) giveUp()
      await Promise.allSettled([looking, ...writing])
    },
  }
}

/** Failures of a provider that answered: it is there, and only this text is not understood. */
const ANSWERED: ReadonlySet<string> = new Set(['answer_unreadable'])
