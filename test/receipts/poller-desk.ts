import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createAccountService } from '../../src/main/accounts/service.ts'
import { createEventHub } from '../../src/main/app/events.ts'
import type { NetworkSignal } from '../../src/main/app/ports.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import type { AdapterContext, ProviderAdapter } from '../../src/main/providers/types.ts'
import { createReceiptPoller } from '../../src/main/receipts/poller.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { createTestSecrets } from '../support/memory-secrets.ts'
import { openTestDesk } from '../support/open-store.ts'
import { registryOf } from '../support/test-provider.ts'
import { textsOf } from './desk.ts'

/** Status words a provider answers with. */
export type Word = 'ENROUTE' | 'DELIVRD' | 'UNDELIV' | 'EXPIRED'

/** What a provider says of one text of a call. */
export type CallEntry = readonly [to: string, ref: string, word: Word]

/** A question as the provider got it. */
export interface Question {
  ref: string
  token: string
  /** ms UTC, by the test's clock. */
  at: number
}

/** A provider that is asked over HTTP what became of texts. */
export async function startAskedProvider(now: () => number) {
  const asked: Question[] = []
  const known = new Map<string, Word>()
  const calls = new Map<string, readonly CallEntry[]>()
  let answer: ((response: ServerResponse, ref: string) => void) | null = null
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://provider.invalid')
    const ref = searchParams.get('requestid') ?? ''
    asked.push({ ref, token: searchParams.get('authorization') ?? '', at: now() })
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
    })
    if (answer === null) tell(response, ref)
    else answer(response, ref)
  })
  function tell(response: ServerResponse, ref: string): void {
    const entries = calls.get(ref)
    if (entries !== undefined) {
      const recipient = entries.map(([to, requestid, word]) => ({ recipient: to.replace('+', ''), requestid, statusStr: word }))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ action: 'send', bulkid: ref, recipient }))
      return
    }
    const statusStr = known.get(ref)
    response.writeHead(statusStr === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(statusStr === undefined ? { error: 'not found' } : { requestid: ref, statusStr, recipient: '46701740605' }))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/`,
    asked,
    refs: () => asked.map(({ ref }) => ref),
    /** What it says of a text from now on; nothing is known of any other. */
    says: (ref: string, word: Word) => void known.set(ref, word),
    /** What it says of the texts of a call from now on. */
    saysOfCall: (callRef: string, ...entries: CallEntry[]) => void calls.set(callRef, entries),
    /** Answers in another way from now on; null as usual. */
    answerWith(next: typeof answer) {
      answer = next
    },
    tell,
    /** Most questions at one time so far. */
    most: () => most,
  }
}

export interface PollerOptions {
  /** The provider reports by itself. */
  reports?: boolean
  network?: NetworkSignal
  adapter?: Partial<ProviderAdapter>
}

/** A poller on a real store, with accounts at a provider that answers over HTTP, and a clock the test turns. */
export async function startPollerDesk({ reports = false, network, adapter = {} }: PollerOptions = {}) {
  const clock = createFakeClock()
  const { store, db, dataFolder } = await openTestDesk({ now: clock.now })
  const log = memoryLog()
  const hub = createEventHub(clock)
  const events: DeskEvent[] = []
  hub.subscribe((event) => void events.push(event))
  const http = createHttpClient()
  onTestFinished(() => http.close())
  let calls = 0
  const adapterContext: AdapterContext = {
    now: clock.now,
    http: {
      ...http,
      request: (request) => {
        calls += 1
        return http.request(request).finally(() => {
          calls -= 1
        })
      },
    },
  }
  const { descriptor } = connectelAdapter
  const asked = { ...descriptor, capabilities: { ...descriptor.capabilities, receiptsByHook: reports } }
  const providers = registryOf({ ...connectelAdapter, descriptor: asked, ...adapter })
  const accounts = createAccountService({
    store,
    secrets: createTestSecrets(),
    providers,
    events: hub,
    now: clock.now,
    wakeOutbox: () => undefined,
    defaultCountry: () => Promise.resolve('SE'),
    adapterContext,
  })
  const provider = await startAskedProvider(clock.now)

  async function addAccount(name: string): Promise<string> {
    const config = { baseUrl: provider.baseUrl, sender: 'Garage' }
    return (await accounts.add({ provider: descriptor.id, name, config, secrets: { token: `tok-${name}` } })).id
  }

  function start(change: Partial<Parameters<typeof createReceiptPoller>[0]> = {}) {
    const poller = createReceiptPoller({ store, accounts, adapterContext, events: hub, clock, log, network, startWaitMs: 0, ...change })
    onTestFinished(() => poller.stop())
    return poller
  }

  /** Waits until nothing goes on: no call to the provider, and nothing that follows from one. */
  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 12; idle += 1) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      if (calls > 0) idle = 0
    }
  }

  /** Turns the clock, in steps where timers follow from answers. */
  async function pass(ms: number, step: number = ms): Promise<void> {
    for (let left = ms; left > 0; left -= step) {
      await clock.advance(Math.min(step, left))
      await quiet()
    }
  }

  const accountId = await addAccount('Garage')
  await clock.advance(1_000)
  events.length = 0
  const texts = textsOf(db)
  return {
    store,
    db,
    dataFolder,
    clock,
    log,
    hub,
    events,
    accounts,
    provider,
    accountId,
    addAccount,
    start,
    quiet,
    pass,
    texts,
    /** A text that the provider took, and the desk's word that something happened. */
    send(to: string, refs: string[], account: string = accountId): string {
      const id = texts.handOver(account, to, { accepted: refs }, clock.now())
      hub.changed({ topic: 'messages' })
      return id
    },
    /** Topics of what changed, each once. */
    topics: () => new Set(events.flatMap((event) => (event.kind === 'changed' ? event.changes.map(({ topic }) => topic) : []))),
  }
}
