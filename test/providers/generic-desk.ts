import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createGenericAdapter } from '../../src/main/providers/generic/index.ts'
import type {
  AdapterContext,
  HookReading,
  HookRequest,
  OutgoingMessage,
  ProviderAccount,
  SendOutcome,
} from '../../src/main/providers/types.ts'
import type { ProviderPreset } from '../../src/shared/providers/descriptor.ts'
import type { ScriptedAnswer, ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

export const adapter = createGenericAdapter()

/** Given data that must never turn up where it does not belong. */
export const SECRETS = {
  username: 'shop-ö&"7',
  password: 'pässword/+&"=9f8e',
  token: 'token/+=&"9f8e7d6c',
  callback: 'https://hooks.example/hooks/acc/5ecre7?x=1',
}
export const TEXT = 'Your table for “åtta” is\nready & "waiting" = {{to}} 😀'
export const NUMBER = '+46701740605'
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
export const MESSAGE: OutgoingMessage = { id: '0190a000-0000-7000-8000-00000000abcd', to: NUMBER, text: TEXT }

/** A simple gateway: JSON there, JSON back. */
export const SIMPLE = {
  gateway: 'Example',
  sender: 'Bistro',
  url: 'https://gateway.example/api/send',
  method: 'post-json',
  body: '{"to": "{{to}}", "from": "{{from}}", "text": "{{text}}"}',
  idPath: 'id',
}

export interface GenericDesk {
  server: ScriptedServer
  context: AdapterContext
  /** An account of this configuration, `{server}` in its address standing for the server's. */
  account(config: Record<string, string>, secrets?: Record<string, string>): ProviderAccount
  /** One text through an account of this configuration, answered as told. */
  send(config: Record<string, string>, answer?: ScriptedAnswer, change?: SendChange): Promise<SendOutcome>
}

interface SendChange {
  text?: string
  to?: string
  secrets?: Record<string, string>
}

/** The adapter with a server that answers as told. */
export async function openGenericDesk(options: { timeoutMs?: number } = {}): Promise<GenericDesk> {
  const server = await startScriptedServer()
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())
  const context = { http, now: () => NOW }
  const account = (config: Record<string, string>, secrets: Record<string, string> = SECRETS): ProviderAccount => ({
    id: 'account',
    config: { ...config, url: (config['url'] ?? '').replace(/^https:\/\/[^/?]+/, server.address) },
    secrets,
  })
  return {
    server,
    context,
    account,
    send(config, answer = json({ id: 'R1' }), { secrets, ...message } = {}) {
      server.answer(answer)
      return adapter.send(account(config, secrets), { ...MESSAGE, ...message }, context)
    },
  }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

/** Reads a hook request; what is not given is empty. */
export function readHook(config: Record<string, string>, change: Partial<HookRequest>): HookReading {
  return adapter.readHook({ id: 'account', config }, { method: 'POST', headers: {}, contentType: '', query: '', body: '', ...change })
}

export function preset(id: string): ProviderPreset {
  const found = adapter.descriptor.presets.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no preset ${id}`)
  return found
}
