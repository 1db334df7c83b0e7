import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createKonnectAdapter } from '../../src/main/providers/konnect/index.ts'
import type {
  AdapterContext,
  HookReading,
  HookRequest,
  ProviderAccount,
  SendOutcome,
  SignedRequest,
} from '../../src/main/providers/types.ts'
import type { ScriptedAnswer, ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** Given data that must never turn up where it does not belong. */
export const API_TOKEN = 'tök/en+example&"9f8e7d'
export const ACCOUNT_ID = 'ACC-EXAMPLE-7c6b5a'
export const TEXT = 'Your table for 8 is ready & waiting.'
export const NUMBER = '+12025550143'
export const DIGITS = '48213'
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

/** The fact sheet's own answer. */
export const ACCEPTED = { cmd: 'send_sms', status: 'ok' }

export const CONFIG = { from: '12025550100', callerId: '12025550101' }

export const konnect = createKonnectAdapter()

export interface KonnectDesk {
  server: ScriptedServer
  account: ProviderAccount
  context: AdapterContext
  /** `TEXT` to `NUMBER`. */
  send(answer: ScriptedAnswer, config?: Record<string, string>): Promise<SendOutcome>
  /** `DIGITS` to `NUMBER`. */
  call(answer: ScriptedAnswer, config?: Record<string, string>): Promise<SendOutcome>
}

/** The adapter with an account at a server that answers as told. */
export async function openKonnectDesk(options: { timeoutMs?: number } = {}): Promise<KonnectDesk> {
  const server = await startScriptedServer()
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())
  const account: ProviderAccount = {
    id: 'account',
    config: { ...CONFIG, baseUrl: server.address },
    secrets: { accountId: ACCOUNT_ID, apiToken: API_TOKEN },
  }
  const context = { http, now: () => NOW }
  return {
    server,
    account,
    context,
    send(answer, config = {}) {
      server.answer(answer)
      return konnect.send({ ...account, config: { ...account.config, ...config } }, { id: 'message', to: NUMBER, text: TEXT }, context)
    },
    call(answer, config = {}) {
      server.answer(answer)
      return callWithCode({ ...account, config: { ...account.config, ...config } }, DIGITS, context)
    },
  }
}

export function callWithCode(account: ProviderAccount, digits: string, context: AdapterContext): Promise<SendOutcome> {
  if (konnect.callWithCode === undefined) throw new Error('Konnect makes calls')
  return konnect.callWithCode(account, { id: 'call', to: NUMBER, digits }, context)
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

/** A hook request; what is not given is empty. */
export function hookRequest(change: Partial<HookRequest>): SignedRequest {
  const request = { method: 'POST' as const, headers: {}, contentType: '', query: '', body: '', ...change }
  return { ...request, bytes: new TextEncoder().encode(request.body) }
}

export function readHook(change: Partial<HookRequest>): HookReading {
  return konnect.readHook({ id: 'account', config: {} }, hookRequest(change))
}

export function readJson(value: unknown): HookReading {
  return readHook({ contentType: 'application/json', body: JSON.stringify(value) })
}

/** What speaks against a request being Konnect's own. */
export function proofProblem(change: Partial<HookRequest>, secrets: Record<string, string> = { apiToken: API_TOKEN }): string | null {
  if (konnect.hookProof === undefined) throw new Error('Konnect proves its events')
  return konnect.hookProof.problem({ id: 'account', config: {}, secrets }, hookRequest(change), NOW)
}
