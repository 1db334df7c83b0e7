import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
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

/** Given data that must never turn up where it does not belong. */
export const TOKEN = 'tök/en+example&"9f8e7d'
export const TEXT = 'Your table for “åtta” is ready & waiting.'
export const NUMBER = '+46701740605'
/** Of a batch; the second is the one with trouble. */
export const NUMBERS = ['+46701740605', '+46701740606', '+46701740607']
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

/** The fact sheet's own answer to a single send. */
export const ACCEPTED = {
  href: `https://smsapi.connectel.se/api/status/?authorization=${encodeURIComponent(TOKEN)}&message=RAAA0001.17000000000000001`,
  method: 'GET',
  recipient: '46701740605',
  requestid: 'RAAA0001.17000000000000001',
  sender: 'Bistro',
  setusInt: 0,
  statusInt: 0,
  statusStr: 'ENROUTE',
}

export interface ConnectelDesk {
  server: ScriptedServer
  account: ProviderAccount
  context: AdapterContext
  send(answer: ScriptedAnswer): Promise<SendOutcome>
  /** `TEXT` to `NUMBERS`, answered as told. */
  sendBatch(answer: ScriptedAnswer): Promise<SendOutcome[]>
}

/** The adapter with an account at a server that answers as told. */
export async function openConnectelDesk(options: { timeoutMs?: number } = {}): Promise<ConnectelDesk> {
  const server = await startScriptedServer()
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())
  const account = { id: 'account', config: { baseUrl: server.address, sender: 'Bistro' }, secrets: { token: TOKEN } }
  const context = { http, now: () => NOW }
  return {
    server,
    account,
    context,
    send(answer) {
      server.answer(answer)
      return connectelAdapter.send(account, { id: 'message', to: NUMBER, text: TEXT }, context)
    },
    sendBatch(answer) {
      server.answer(answer)
      return sendBatch(account, { recipients: NUMBERS.map((to, index) => ({ id: `m${index}`, to })), text: TEXT }, context)
    },
  }
}

/** What the desk calls for several numbers. */
export function sendBatch(account: ProviderAccount, batch: OutgoingBatch, context: AdapterContext): Promise<SendOutcome[]> {
  if (connectelAdapter.sendBatch === null) throw new Error('Connectel takes lists')
  return connectelAdapter.sendBatch(account, batch, context)
}

/** Reads a hook request; what is not given is empty. */
export function readHook(change: Partial<HookRequest>): HookReading {
  return connectelAdapter.readHook(
    { id: 'account', config: {} },
    { method: 'POST', headers: {}, contentType: '', query: '', body: '', ...change },
  )
}
