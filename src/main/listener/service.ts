import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withDefaults } from '../accounts/form.ts'
import type { HookAccount } from '../accounts/operations.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { HookReading, HookRequest, ProviderAdapter, SignedRequest } from '../providers/types.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { createSenderList } from '../replies/senders.ts'
import { createAdmission } from './admission.ts'
import { createApplier } from './applier.ts'
import type { ApplyResult } from './apply.ts'
import { createBatcher } from './batch.ts'
import { createHookNews } from './hook-news.ts'
import { type NewHook, packHooks } from './operations.ts'
import type { Probes } from './probe.ts'
import { createProofCheck } from './proof.ts'
import { createRareReport } from './rare-report.ts'
import { cleanRequest, readRequest, toHookRequest } from './read-request.ts'
import type { Redact } from './redact.ts'
import { createRedactor } from './redact.ts'
import type { Replays } from './replay.ts'
import { createReplays, storedReading } from './replay.ts'
import type { HookVerdict, ListenerLimits, Refusal } from './server.ts'
import { createHookServer, DEFAULT_LIMITS } from './server.ts'
import { createCallTaker } from './take-calls.ts'
import { createSourceLimit } from './source-limit.ts'
import { createStrangerLimit } from './strangers.ts'
import { newId } from '../store/new-id.ts'

/** The hook server. Nothing but hooks is on it. */
export interface Listener {
  /** `http://127.0.0.1:port`, or null when it does not run. */
  readonly address: string | null
  /** Why it does not run, as a sentence. */
  readonly problem: string | null
  /**
   * Applies hooks that were stored but not applied when the process last ended, and parked receipts whose message
   * became known meanwhile.
   */
  applyPending(): Promise<void>
  /** Applies what is stored again. */
  readonly replays: Replays
  /**
   * Listens on another port from now on.
   * @throws Refused `port_not_available`, and nothing is changed
   */
  move(port: number): Promise<void>
  /** Takes nothing more, and waits until what was taken is applied. */
  stop(): Promise<void>
}

export interface ListenerOptions {
  /** 0 takes any free port; null runs no server, but still applies what is stored. */
  port: number | null
  store: Pick<Store, 'accounts' | 'hooks' | 'hookJournal'>
  accounts: Pick<AccountService, 'adapter' | 'hookSecrets'>
  settings: Pick<SettingsService, 'get'>
  events: Pick<EventHub, 'changed' | 'publish' | 'subscribe'>
  log: Log
  now: () => number
  setTimer: Clock['setTimer']
  /** Tells the dispatcher that a conversation is free again. */
  wakeOutbox?: () => void
  limits?: Partial<ListenerLimits>
  /** The self-test's own requests. */
  probes?: Probes
}

/** Hooks in one commit: a few milliseconds of the data thread. */
const HOOKS_PER_RUN = 200
/** With more conversations than this in one run, screens are told that some changed, not which. */
const NAMED_CONVERSATIONS = 20
/** What is kept of a content type. */
const CONTENT_TYPE_CHARS = 200
/** What is kept of the query and of the body of a request that did not prove itself. */
const REJECTED_CHARS = 2_000
/** Most often one kind of fault goes into the log, in milliseconds. */
const FAULT_EVERY_MS = 10_000

/** Starts the listener. A port that cannot be had is a `problem`, not an error: sending works without. */
export async function createListener(options: ListenerOptions): Promise<Listener> {
  const { store, accounts, settings, events, log, now, setTimer } = options
  const admission = createAdmission(() => store.accounts.listForHooks(), createSourceLimit(now))
  const proofs = createProofCheck({ secrets: (id, keys) => accounts.hookSecrets(id, keys), now })
  const senders = createSenderList({ load: () => store.accounts.listForHooks(), adapter: (provider) => accounts.adapter(provider) })
  const unsubscribe = events.subscribe((event) => {
    if (event.kind !== 'changed' || !event.changes.some((change) => change.topic === 'accounts')) return
    admission.forget()
    proofs.forget()
    senders.forget()
  })
  const strangers = createStrangerLimit({ log, now })
  const reportFault = createRareReport({ now, everyMs: FAULT_EVERY_MS })
  const reportNotStored = createRareReport({ now, everyMs: FAULT_EVERY_MS })
  const calls = createCallTaker({
    store,
    defaultCountry: async () => (await settings.get()).defaultCountry,
    senders: () => senders.get(),
    announce,
    log,
    now,
    setTimer,
    wakeOutbox: () => options.wakeOutbox?.(),
  })
  const news = createHookNews({ events, setTimer })
  const redactors = new WeakMap<ProviderAdapter, Redact>()
  let stopping = false
  let notes: Promise<void> = Promise.resolve()

  const storing = createBatcher<NewHook, void>(
    async (hooks) => {
      await store.hooks.take({ packed: packHooks(hooks) })
      news.tell()
      const pending = hooks.filter(({ verdict }) => verdict === 'pending')
      applier.add(
        pending.map(({ id }) => id),
        pending.some(({ reading }) => reading !== null && reading.inbound.length > 0),
      )
      return hooks.map(() => undefined)
    },
    { maxItems: HOOKS_PER_RUN, maxRuns: 2 },
  )
  const applier = createApplier({ applyRun, applyPending, log, setTimer })

  async function applyRun(ids: string[]): Promise<void> {
    const { defaultCountry } = await settings.get()
    const applied = await store.hooks.apply({ ids, defaultCountry, senders: await senders.get(), at: now() })
    for (const { id, error } of applied.failed) log.error('hook.not_applied', new Error(error), { hook: id })
    announce(applied)
  }

  /** Tells the screens; the texts themselves are asked for by id. */
  function announce({ conversationIds, inbound, consent, outbox }: ApplyResult): void {
    news.tell()
    const ids = [...new Set(conversationIds)]
    if (ids.length === 0) return
    if (ids.length > NAMED_CONVERSATIONS) events.changed({ topic: 'messages' }, { topic: 'conversations' })
    else {
      for (const conversationId of ids) {
        events.changed({ topic: 'messages', conversationId }, { topic: 'conversations', conversationId })
      }
    }
    events.changed({ topic: 'desk' })
    if (consent) events.changed({ topic: 'optOuts' })
    if (outbox) {
      events.changed({ topic: 'outbox' })
      options.wakeOutbox?.()
    }
    for (const one of inbound) events.publish({ kind: 'inbound', ...one })
  }

  /** What a request says, once it is known to be its provider's own. Rejects when that cannot be told just now. */
  async function readProven(account: HookAccount, adapter: ProviderAdapter, request: SignedRequest): Promise<HookReading> {
    const config = withDefaults(adapter.descriptor, account.config)
    // What is read is what was proven.
    const clean = cleanRequest(request)
    const problem = clean === null ? null : await proofs.problem(account, adapter, config, clean)
    return problem === null ? read(account, adapter, clean) : { kind: 'rejected', detail: problem }
  }

  function read(account: HookAccount, adapter: ProviderAdapter, request: HookRequest | null): HookReading {
    const config = withDefaults(adapter.descriptor, account.config)
    return readRequest(adapter, { id: account.id, config }, request, (error) =>
      log.error('hook.adapter_failed', error, { account: account.id, provider: account.provider }),
    )
  }

  function redactorOf(adapter: ProviderAdapter): Redact {
    const redact = redactors.get(adapter) ?? createRedactor(adapter.secretFieldNames)
    redactors.set(adapter, redact)
    return redact
  }

  /** Reads, stores, and says what to answer. */
  async function take(account: HookAccount, raw: FastifyRequest): Promise<HookVerdict> {
    if (stopping) return { status: 503 }
    const request = toHookRequest(raw)
    const adapter = accounts.adapter(account.provider)
    let reading: HookReading
    try {
      reading = await readProven(account, adapter, request)
    } catch (error) {
      reportFault((faults) => log.error('hook.not_proven', error, { account: account.id, faults }))
      return { status: 503 }
    }
    const redact = redactorOf(adapter)
    const hook: NewHook = {
      id: newId(),
      accountId: account.id,
      receivedAt: now(),
      method: request.method,
      contentType: request.contentType.slice(0, CONTENT_TYPE_CHARS),
      query: keptOf(redact(request.query), reading),
      body: keptOf(redact(request.body), reading),
      ...judge(reading),
    }
    try {
      // The answer to a HEAD has no room for a text.
      if (hasMissedCalls(hook) && request.method !== 'HEAD') return await calls.take(hook, adapter)
      await storing.add(hook)
    } catch (error) {
      reportNotStored((hooks) => log.error('hook.not_stored', error, { account: account.id, hooks }))
      return { status: 503 }
    }
    const status = { pending: 200, applied: 200, unreadable: 400, rejected: 403 }[hook.verdict]
    const answer = status === 200 ? adapter.answerHook?.(reading, null) : undefined
    return { status, ...(answer === undefined ? {} : { answer }) }
  }

  function onRefused(refusal: Refusal): void {
    if (stopping || !strangers.admit()) return
    const note = {
      id: newId(),
      accountId: refusal.account?.id ?? null,
      receivedAt: now(),
      method: refusal.method,
      contentType: refusal.contentType.slice(0, CONTENT_TYPE_CHARS),
      detail: refusal.detail,
    }
    notes = notes
      .then(() => store.hooks.noteRefused(note))
      .then(news.tell)
      .catch((error: unknown) => reportFault((faults) => log.error('listener.fault', error, { faults })))
  }

  async function applyPending(): Promise<void> {
    let after: string | null = null
    for (;;) {
      const ids: string[] = await store.hooks.pending({ after, limit: HOOKS_PER_RUN })
      const last = ids.at(-1)
      if (last === undefined) break
      await applier.apply(ids)
      after = last
    }
    announce(await store.hooks.applyKnownParked({ at: now() }))
  }

  const replays = createReplays({
    store,
    read: (account, request) => read(account, accounts.adapter(account.provider), request),
    apply: (ids) => applier.apply(ids),
    announce,
    defaultCountry: async () => (await settings.get()).defaultCountry,
    senders: () => senders.get(),
    now,
    isStopping: () => stopping,
  })

  function createServer(): FastifyInstance {
    return createHookServer({
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      admit: (accountId, key, source) => admission.admit(accountId, key, source),
      take,
      onRefused,
      onFault: (error) => reportFault((faults) => log.error('listener.fault', error, { faults })),
      ...(options.probes === undefined ? {} : { probes: options.probes }),
    })
  }

  let server = options.port === null ? null : createServer()
  let place: Place = server === null ? { address: null, problem: null } : await listen(server, options.port ?? 0, log)

  return {
    get address() {
      return place.address
    },
    get problem() {
      return place.problem
    },
    async move(port) {
      if (stopping || place.address?.endsWith(`:${port}`) === true) return
      const next = createServer()
      const tried = await listen(next, port, log)
      if (tried.address === null) throw new Refused('port_not_available', tried.problem ?? listenProblem(null, port))
      const old = server
      server = next
      place = tried
      await old?.close()
    },
    applyPending,
    replays,
    async stop() {
      stopping = true
      news.stop()
      unsubscribe()
      await server?.close()
      await storing.idle()
      await calls.stop()
      await applier.stop()
      await notes
    },
  }
}

/** What is not its provider's own is kept only as far as a person needs to see what it was: a stranger must not fill the disk. */
function keptOf(text: string, reading: HookReading): string {
  return reading.kind === 'rejected' ? text.slice(0, REJECTED_CHARS) : text
}

function hasMissedCalls(hook: NewHook): hook is NewHook & { verdict: 'pending' } {
  return hook.verdict === 'pending' && (hook.reading?.missedCalls?.length ?? 0) > 0
}

/** What is stored of a reading besides the request itself. */
function judge(reading: HookReading): Pick<NewHook, 'verdict' | 'reading' | 'detail'> {
  switch (reading.kind) {
    case 'read':
      return { verdict: 'pending', reading: storedReading(reading), detail: null }
    case 'nothing':
      return { verdict: 'applied', reading: null, detail: reading.detail }
    case 'unreadable':
    case 'rejected':
      return { verdict: reading.kind, reading: null, detail: reading.detail }
  }
}

/** Where a server listens, or why it does not. */
interface Place {
  address: string | null
  problem: string | null
}

async function listen(server: FastifyInstance, port: number, log: Log): Promise<Place> {
  try {
    const address = await server.listen({ host: '127.0.0.1', port })
    return { address, problem: null }
  } catch (error) {
    log.warn('listener.not_started', { port, code: error instanceof Error && 'code' in error ? String(error.code) : null })
    await server.close()
    return { address: null, problem: listenProblem(error, port) }
  }
}

function listenProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const effect = 'Delivery reports and replies cannot come in; sending works.'
  if (code === 'EADDRINUSE') {
    return `Another program already uses port ${port}. ${effect} Close that program or choose another port in Settings › Listener.`
  }
  if (code === 'EACCES') {
    return `This computer does not let SMS Desk use port ${port}. ${effect} Choose a port above 1024 in Settings › Listener.`
  }
  return `The listener could not be started on port ${port}. ${effect} Choose another port in Settings › Listener.`
}
