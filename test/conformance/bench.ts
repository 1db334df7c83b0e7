import { expect, onTestFinished } from 'vitest'
import type { HttpClient, HttpRequest } from '../../src/main/http/client.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type {
  AdapterContext,
  HookReading,
  CallStatusAnswer,
  ProviderAccount,
  ProviderAdapter,
  SendOutcome,
  SignedRequest,
  StatusAnswer,
} from '../../src/main/providers/types.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { SeenRequest } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'
import type { Counterpart } from './counterpart.ts'
import { answerProblems, callAnswerProblems, expectSound, leaksIn, piecesOf, readingProblems } from './kept.ts'
import type { ConformanceRow, HookShape } from './row.ts'

/** How long a carrier that says nothing is waited for, in ms. */
const PATIENCE_MS = 400

/** An adapter, the other side, and a line between them that writes down what goes over it. Every outcome is looked at for secrets and texts. */
export interface Bench {
  adapter: ProviderAdapter
  other: Counterpart
  clock: FakeClock
  /** Requests that handed over texts or calls so far. */
  sends(): readonly HttpRequest[]
  /** Values that nothing that is kept may have in it, besides the texts. */
  secrets(): readonly string[]
  send(to: string, text: string, sendAt?: number): Promise<SendOutcome>
  sendBatch(to: readonly string[], text: string): Promise<SendOutcome[]>
  call(to: string, digits: string): Promise<SendOutcome>
  ask(ref: string): Promise<StatusAnswer>
  askCall(callRef: string): Promise<CallStatusAnswer>
  testConnection(): Promise<{ ok: boolean; code: string; message: string }>
  /** A request to the account's hook, over real HTTP, as the listener would hand it on. */
  deliver(shape: HookShape): Promise<HookReading>
  /** What the other side sent to the hook so far, read. */
  readings(): HookReading[]
  /** Why an account would not believe each of them; null where it does. */
  proofs(account: ProviderAccount): (string | null)[]
}

/** @param options.impatient waits a short while for answers only */
export async function openBench(row: ConformanceRow, options: { impatient?: boolean } = {}): Promise<Bench> {
  const adapter = row.adapter()
  const clock = createFakeClock()
  const other = await row.open(adapter, clock)
  const { account } = other
  const line = recordingLine(createHttpClient({ exchangeTimeoutMs: options.impatient === true ? PATIENCE_MS : 15_000 }))
  onTestFinished(() => line.close())
  const context: AdapterContext = { http: line, now: () => clock.now() }
  const secrets = (): string[] => [...Object.values(account.secrets), ...line.requests.flatMap(credentialsIn)]
  const texts = new Set<string>()
  let count = 0

  function checked(outcomes: SendOutcome[]): SendOutcome[] {
    for (const outcome of outcomes) expectSound(outcome, [...secrets(), ...texts, ...[...texts].flatMap(piecesOf)])
    return outcomes
  }

  function read(seen: SeenRequest): HookReading {
    const request = hookRequestOf(seen)
    expect(adapter.hookProof?.problem(account, request, clock.now()) ?? null).toBeNull()
    const reading = adapter.readHook(account, request)
    expect(readingProblems(reading, [...secrets(), ...texts])).toEqual([])
    return reading
  }

  const nextId = (): string => `m${(count += 1)}`
  return {
    adapter,
    other,
    clock,
    sends: () => line.requests.filter((request) => row.isSend?.(request) ?? true),
    secrets,
    async send(to, text, sendAt) {
      texts.add(text)
      const message = { id: nextId(), to, text, ...(sendAt === undefined ? {} : { sendAt }) }
      const [outcome] = checked([await adapter.send(account, message, context)])
      if (outcome === undefined) throw new Error('no outcome')
      return outcome
    },
    async sendBatch(to, text) {
      if (adapter.sendBatch === null) throw new Error('no lists')
      texts.add(text)
      const recipients = to.map((number) => ({ id: nextId(), to: number }))
      const outcomes = checked(await adapter.sendBatch(account, { recipients, text }, context))
      expect(outcomes).toHaveLength(to.length)
      return outcomes
    },
    async call(to, digits) {
      if (adapter.callWithCode === undefined) throw new Error('no calls')
      texts.add(digits)
      const [outcome] = checked([await adapter.callWithCode(account, { id: nextId(), to, digits }, context)])
      if (outcome === undefined) throw new Error('no outcome')
      return outcome
    },
    async ask(ref) {
      if (adapter.queryStatus === null) throw new Error('nothing to ask')
      const answer = await adapter.queryStatus(account, ref, context)
      expect(answerProblems(answer, secrets())).toEqual([])
      return answer
    },
    async askCall(callRef) {
      if (adapter.queryCall === undefined) throw new Error('no calls to ask about')
      const answer = await adapter.queryCall(account, callRef, context)
      expect(callAnswerProblems(answer, secrets())).toEqual([])
      return answer
    },
    async testConnection() {
      const answer = await adapter.testConnection(account, context)
      expect(leaksIn(answer.message, secrets())).toEqual([])
      return answer
    },
    async deliver(shape) {
      const listener = await startScriptedServer()
      await post(`${listener.address}/hooks/a/b`, shape)
      const [seen] = listener.seen
      if (seen === undefined) throw new Error('no request')
      const reading = adapter.readHook(account, hookRequestOf(seen))
      expect(readingProblems(reading, [...secrets(), ...texts])).toEqual([])
      return reading
    },
    readings: () => other.hooks().map(read),
    proofs: (of) => other.hooks().map((seen) => adapter.hookProof?.problem(of, hookRequestOf(seen), clock.now()) ?? null),
  }
}

/** A request as the listener hands it on. */
export function hookRequestOf({ method, url, headers, body }: SeenRequest): SignedRequest {
  const mark = url.indexOf('?')
  return {
    method: method === 'GET' || method === 'HEAD' ? method : 'POST',
    headers,
    contentType: headers['content-type'] ?? '',
    query: mark === -1 ? '' : url.slice(mark + 1),
    body,
    bytes: Buffer.from(body),
  }
}

/** Sends a request to a hook. */
export async function post(url: string, { method, query, json, form, raw }: HookShape): Promise<number> {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const address = pairs.length === 0 ? url : `${url}?${pairs.join('&')}`
  const sent =
    json !== undefined
      ? { body: JSON.stringify(json), contentType: 'application/json' }
      : form !== undefined
        ? { body: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' }
        : raw
  const answer = await fetch(address, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    ...(sent === undefined ? {} : { body: sent.body, headers: { 'content-type': sent.contentType } }),
  })
  await answer.arrayBuffer()
  return answer.status
}

function recordingLine(inner: HttpClient): HttpClient & { requests: HttpRequest[] } {
  const requests: HttpRequest[] = []
  return {
    requests,
    request(request) {
      requests.push(request)
      return inner.request(request)
    },
    close: () => inner.close(),
  }
}

/** Tokens and passwords that a request carries in its header, such as one that was fetched. */
function credentialsIn({ headers }: HttpRequest): string[] {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
  return header === '' ? [] : [header.replace(/^(?:Bearer|Basic) /, '')]
}
