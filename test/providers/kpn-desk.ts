import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import type {
  AdapterContext,
  HookReading,
  HookRequest,
  ProviderAccount,
  ProviderAdapter,
  SendOutcome,
} from '../../src/main/providers/types.ts'
import type { ScriptedAnswer, SeenRequest } from '../support/scripted-server.ts'

/** Given data that must never turn up where it does not belong. */
export const CLIENT_ID = 'CID-8f7e6d"5c&4b'
export const CLIENT_SECRET = 'sécret/8+7=6 f0e1'
export const TOKEN = 'ACCESS-0a1b2c3d4e'
export const MAIL = 'dev.canary@kpn.example'
export const TEXT = 'Your table for “vijf” is ready & waiting.'
export const NUMBER = '+31612345678'
/** Of a list; the second is the one with trouble. */
export const NUMBERS = ['+31612345678', '+31612345679', '+46701740605']
export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

export const TOKEN_PATH = '/oauth/client_credential/accesstoken'
export const CLASSIC_PATH = '/messaging/sms-kpn/v1/send'
export const CURRENT_PATH = '/communication/kpn/sms/send'

export const DOCUMENT_ID = '0f8c1d2e-1111-4222-8333-444455556666'
export const ACCEPTED = { document_id: DOCUMENT_ID, status: 'OK' }

/** The documented answer to a request for a token. */
export function tokenAnswer(change: Record<string, unknown> = {}): ScriptedAnswer {
  const body = {
    refresh_token_expires_in: '0',
    api_product_list: '[sms-kpn]',
    api_product_list_json: ['  sms-kpn'],
    organization_name: 'kpn',
    'developer.email': MAIL,
    token_type: 'BearerToken',
    issued_at: '1735732800000',
    client_id: CLIENT_ID,
    access_token: TOKEN,
    application_name: '11111111-2222-3333-4444-555555555555',
    scope: '',
    expires_in: '3599',
    refresh_count: '0',
    status: 'approved',
    ...change,
  }
  return { body: JSON.stringify(body) }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: JSON.stringify(value) }
}

/** What a server does with the n-th request of a kind, counted from 0. */
type Script = (index: number, request: SeenRequest) => ScriptedAnswer | Promise<ScriptedAnswer>

export interface KpnDesk {
  adapter: ProviderAdapter
  /** `http://127.0.0.1:port`. */
  address: string
  account: ProviderAccount
  context: AdapterContext
  /** Requests for tokens, and the others. */
  readonly tokens: readonly SeenRequest[]
  readonly sends: readonly SeenRequest[]
  onToken(script: Script): void
  onSend(script: Script): void
  /** Moves the clock of the context on by so many ms. */
  pass(ms: number): void
  /** `TEXT` to `NUMBER`, or as changed. */
  send(change?: { account?: ProviderAccount; adapter?: ProviderAdapter; to?: string; text?: string }): Promise<SendOutcome>
  /** `TEXT` to `NUMBERS`, with the current product. */
  sendBatch(numbers?: readonly string[]): Promise<SendOutcome[]>
}

/** A KPN on a real loopback server that answers as told, and an adapter with an account there. */
export async function openKpnDesk(
  options: { product?: 'classic' | 'current'; timeoutMs?: number; secrets?: Record<string, string> } = {},
): Promise<KpnDesk> {
  let now = NOW
  let tokenScript: Script = () => tokenAnswer()
  let sendScript: Script = () => json(ACCEPTED)
  const tokens: SeenRequest[] = []
  const sends: SeenRequest[] = []

  const server = createServer((request, response) => void take(request, response))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks).toString('utf8'),
    }
    const isToken = seen.url.split('?')[0] === TOKEN_PATH
    const list = isToken ? tokens : sends
    list.push(seen)
    give(await (isToken ? tokenScript : sendScript)(list.length - 1, seen), response)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const http = createHttpClient({ exchangeTimeoutMs: options.timeoutMs ?? 10_000 })
  onTestFinished(() => http.close())

  const adapter = createKpnAdapter()
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const account = {
    id: 'account',
    config: { product: options.product ?? 'classic', sender: 'Bistro', baseUrl: address, tokenUrl: address },
    secrets: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, ...options.secrets },
  }
  const context = { http, now: () => now }
  return {
    adapter,
    address,
    account,
    context,
    tokens,
    sends,
    onToken(script) {
      tokenScript = script
    },
    onSend(script) {
      sendScript = script
    },
    pass(ms) {
      now += ms
    },
    send(change = {}) {
      const message = { id: 'message', to: change.to ?? NUMBER, text: change.text ?? TEXT }
      return (change.adapter ?? adapter).send(change.account ?? account, message, context)
    },
    sendBatch(numbers = NUMBERS) {
      const current = { ...account, config: { ...account.config, product: 'current' } }
      return sendBatchWith(adapter, current, { numbers, context })
    },
  }
}

/** What the desk calls for several numbers. */
export function sendBatchWith(
  adapter: ProviderAdapter,
  account: ProviderAccount,
  { numbers, context }: { numbers: readonly string[]; context: AdapterContext },
): Promise<SendOutcome[]> {
  if (adapter.sendBatch === null) throw new Error('KPN takes lists')
  return adapter.sendBatch(account, { recipients: numbers.map((to, index) => ({ id: `m${index}`, to })), text: TEXT }, context)
}

/** Everything of an outcome that is kept or shown. */
export function kept(outcome: SendOutcome): string {
  return [outcome.exchange.request, outcome.exchange.response, 'message' in outcome ? outcome.message : ''].join('\n')
}

/** Reads a hook request; what is not given is empty. */
export function readHook(change: Partial<HookRequest>): HookReading {
  return createKpnAdapter().readHook(
    { id: 'account', config: {} },
    { method: 'POST', headers: {}, contentType: '', query: '', body: '', ...change },
  )
}

/** HMAC-SHA256 in hexadecimal, as KPN makes it. */
export function sign(bytes: Uint8Array | string, key: string): string {
  return createHmac('sha256', key).update(bytes).digest('hex')
}

function give(answer: ScriptedAnswer, response: ServerResponse): void {
  if (answer === 'silence') return
  if (answer === 'hang_up') {
    response.destroy()
    return
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
  response.end(answer.body ?? '')
}
