import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createKarixAdapter } from '../../src/main/providers/karix/index.ts'
import type {
  AdapterContext,
  HookReading,
  HookRequest,
  OutgoingBatch,
  OutgoingMessage,
  ProviderAccount,
  SendOutcome,
} from '../../src/main/providers/types.ts'
import type { ScriptedAnswer, ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

export const karixAdapter = createKarixAdapter()

/** Given data that must never turn up where it does not belong. */
export const KEY = 'kéy/en+example&"9f8e7d=='
export const TEXT = 'Your table for two is ready & waiting.'
export const NUMBER = '+919000000001'
export const NUMBERS = ['+919000000001', '+919000000002', '+919000000003']
/** 14:30 on Indian clocks. */
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
export const PATH = '/httpapi/JsonReceiver'
export const ACKID = '70010020030040'

export const MINUTE = 60_000
export const DAY = 86_400_000

/** The fact sheet's answers with its own values. */
export const ACCEPTED = { status: { code: '200', desc: 'Request Accepted' }, ackid: ACKID, time: '2026-03-02 14:30:01' }

/** A refusal as documented. */
export function refusal(code: unknown, desc: unknown): object {
  return { status: { code, desc }, ackid: 'N/A', time: '2026-03-02 14:30:01' }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

export interface KarixDesk {
  server: ScriptedServer
  account: ProviderAccount
  context: AdapterContext
  /** `TEXT` to `NUMBER`, with changes, answered as told. */
  send(answer: ScriptedAnswer, change?: Partial<OutgoingMessage>): Promise<SendOutcome>
  /** `TEXT` to `NUMBERS`, answered as told. */
  sendBatch(answer: ScriptedAnswer): Promise<SendOutcome[]>
}

/** The adapter with an account at a server that answers as told. */
export async function openKarixDesk(
  options: { timeoutMs?: number; config?: Record<string, string>; now?: number } = {},
): Promise<KarixDesk> {
  const server = await startScriptedServer()
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())
  const account = {
    id: 'account',
    config: { baseUrl: `${server.address}${PATH}`, sender: 'BISTRO', ...options.config },
    secrets: { key: KEY },
  }
  const context = { http, now: () => options.now ?? NOW }
  return {
    server,
    account,
    context,
    send(answer, change = {}) {
      server.answer(answer)
      return karixAdapter.send(account, { id: 'message', to: NUMBER, text: TEXT, ...change }, context)
    },
    sendBatch(answer) {
      server.answer(answer)
      return sendBatch(account, { recipients: NUMBERS.map((to, index) => ({ id: `m${index}`, to })), text: TEXT }, context)
    },
  }
}

/** What the desk calls for several numbers. */
export function sendBatch(account: ProviderAccount, batch: OutgoingBatch, context: AdapterContext): Promise<SendOutcome[]> {
  if (karixAdapter.sendBatch === null) throw new Error('Karix takes lists')
  return karixAdapter.sendBatch(account, batch, context)
}

/** What the server last saw, parsed. */
export function lastBody(desk: KarixDesk): { sch_at?: string; messages: Record<string, unknown>[] } & Record<string, unknown> {
  return JSON.parse(desk.server.seen.at(-1)?.body ?? 'null') as ReturnType<typeof lastBody>
}

/** Reads a hook request; what is not given is empty. */
export function readHook(change: Partial<HookRequest>): HookReading {
  return karixAdapter.readHook(
    { id: 'account', config: {} },
    { method: 'POST', headers: {}, contentType: '', query: '', body: '', ...change },
  )
}
