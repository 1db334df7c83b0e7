import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createOkRouteAdapter } from '../../src/main/providers/okroute/index.ts'
import type {
  AdapterContext,
  HookReading,
  HookRequest,
  OutgoingBatch,
  ProviderAccount,
  SendOutcome,
} from '../../src/main/providers/types.ts'
import type { ScriptedAnswer, ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

export const okRoute = createOkRouteAdapter()

/** Given data that must never turn up where it does not belong. */
export const USERNAME = "bistro'user+1@example"
export const PASSWORD = 'pö/ss*w&rd?#%7e"9f8e7d'
export const TEXT = "It's “åtta”: ready & waiting, 100%+"
export const NUMBER = '+46701740605'
/** Of a list; the second is the one with trouble. */
export const NUMBERS = ['+46701740605', '+12025550143', '+31612345678']
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

export const ACCEPTED = { message_id: 'alss-0a1b2c3d-4e5f6071' }

export interface OkRouteDesk {
  server: ScriptedServer
  account: ProviderAccount
  context: AdapterContext
  send(answer: ScriptedAnswer, options?: { config?: Record<string, string>; text?: string }): Promise<SendOutcome>
  /** `TEXT` to `NUMBERS`, answered as told. */
  sendList(answer: ScriptedAnswer, config?: Record<string, string>): Promise<SendOutcome[]>
}

/** The adapter with an account at a server that answers as told. */
export async function openOkRouteDesk(options: { timeoutMs?: number } = {}): Promise<OkRouteDesk> {
  const server = await startScriptedServer()
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())
  const account = {
    id: 'account',
    config: { baseUrl: `${server.address}/api`, ani: 'Bistro' },
    secrets: { username: USERNAME, password: PASSWORD },
  }
  const context = { http, now: () => NOW }
  return {
    server,
    account,
    context,
    send(answer, { config = {}, text = TEXT } = {}) {
      server.answer(answer)
      return okRoute.send({ ...account, config: { ...account.config, ...config } }, { id: 'message', to: NUMBER, text }, context)
    },
    sendList(answer, config = {}) {
      server.answer(answer)
      const batch = { recipients: NUMBERS.map((to, index) => ({ id: `m${index}`, to })), text: TEXT }
      return sendBatch({ ...account, config: { ...account.config, ...config } }, batch, context)
    },
  }
}

/** What the desk calls for several numbers. */
export function sendBatch(account: ProviderAccount, batch: OutgoingBatch, context: AdapterContext): Promise<SendOutcome[]> {
  if (okRoute.sendBatch === null) throw new Error('OKRoute takes lists')
  return okRoute.sendBatch(account, batch, context)
}

/** Reads a hook request; what is not given is empty. */
export function readHook(change: Partial<HookRequest>): HookReading {
  return okRoute.readHook({ id: 'account', config: {} }, { method: 'GET', headers: {}, contentType: '', query: '', body: '', ...change })
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

/** A plain text, as the document has refusals. */
export function html(body: string, status = 200): ScriptedAnswer {
  return { status, headers: { 'content-type': 'text/html' }, body }
}

/** The outcomes in a few words: class, code where there is one, ids. */
export function inWords(outcomes: readonly SendOutcome[]): string[] {
  return outcomes.map((outcome) =>
    [outcome.class, 'code' in outcome ? outcome.code : '', ...('refs' in outcome ? (outcome.refs ?? []) : [])].filter(Boolean).join(' '),
  )
}
