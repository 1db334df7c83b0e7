import type { Connection } from './connectel/connection.ts'
import { BULK_SIZE, MAX_SENDER_DIGITS, MAX_TEXT_UNITS, SECRET_NAMES } from './connectel/facts.ts'
import { readConnectelHook } from './connectel/hook.ts'
import { textProblem } from './connectel/index.ts'
import { askStatus, sendBulk, sendText, testSettings } from './connectel/protocol.ts'
import { senderProblem } from './sender.ts'
import type { ProviderAccount, ProviderAdapter, SendOutcome } from './types.ts'

const PROVIDER = 'Sandbox'

export const SANDBOX_PROVIDER_ID = 'sandbox'

/** What recipients would see, where the account says nothing else. */
const DEFAULT_SENDER = 'Sandbox'

const TOKEN_PREFIX = 'sandbox-'

/** The token of a sandbox account: no secret, since the carrier is this app. Names the account whose hook is called. */
export function sandboxToken(accountId: string): string {
  return `${TOKEN_PREFIX}${accountId}`
}

/** The account a token names; null for any other token. */
export function accountOfToken(token: string): string | null {
  return token.startsWith(TOKEN_PREFIX) ? token.slice(TOKEN_PREFIX.length) : null
}

const NOT_RUNNING = { code: 'sandbox_not_running', message: 'The sandbox carrier is not running yet. Try again in a moment.' } as const

const NOT_SENT: SendOutcome = {
  class: 'not_accepted_transient',
  ...NOT_RUNNING,
  retryAfterMs: null,
  exchange: { request: '', response: null },
}

/**
 * The built-in carrier as a provider: the Connectel protocol, spoken to this app's own server. Nothing leaves the
 * computer.
 * @param carrierAddress where the carrier answers (`http://127.0.0.1:port`), or null while it does not run
 */
export function createSandboxAdapter(carrierAddress: () => string | null): ProviderAdapter {
  function connectionOf({ id, config }: ProviderAccount): Connection | null {
    const address = carrierAddress()
    if (address === null) return null
    return { provider: PROVIDER, baseUrl: `${address}/api/v2/`, sender: senderOf(config), token: sandboxToken(id) }
  }

  return {
    descriptor: {
      id: SANDBOX_PROVIDER_ID,
      name: 'Sandbox',
      summary: 'A pretend provider inside this app: try everything, nothing is really sent and nothing costs.',
      configFields: [
        {
          key: 'sender',
          label: 'Sender',
          help: `What recipients would see: a name of at most 11 characters, or a number of at most ${MAX_SENDER_DIGITS} digits.`,
          placeholder: DEFAULT_SENDER,
          required: false,
          defaultValue: DEFAULT_SENDER,
          kind: 'sender',
        },
      ],
      secretFields: [],
      capabilities: {
        maxTextUnits: MAX_TEXT_UNITS,
        receiptsByHook: true,
        statusQuery: true,
        inbound: true,
        batchSize: BULK_SIZE,
        defaultRate: null,
        freeConnectionTest: true,
      },
      hookInstructions: 'Nothing to do: the sandbox knows where to report.',
    },

    checkConfig(config): Record<string, string> {
      const problem = senderProblem(senderOf(config), MAX_SENDER_DIGITS)
      return problem === null ? {} : { sender: problem }
    },

    senderOf,

    checkMessage: ({ text }) => textProblem(PROVIDER, text),

    async send(account, message, context) {
      const connection = connectionOf(account)
      return connection === null ? NOT_SENT : sendText(connection, message, context)
    },

    async sendBatch(account, batch, context) {
      const connection = connectionOf(account)
      return connection === null ? batch.recipients.map(() => NOT_SENT) : sendBulk(connection, batch, context)
    },

    readHook: (_account, request) => readConnectelHook(request),

    secretFieldNames: [...SECRET_NAMES, 'href'],

    async queryStatus(account, ref, context) {
      const connection = connectionOf(account)
      return connection === null ? { kind: 'failed', ...NOT_RUNNING } : askStatus(connection, ref, context)
    },

    async testConnection(account, context) {
      const connection = connectionOf(account)
      if (connection === null) return { ok: false, ...NOT_RUNNING }
      const result = await testSettings(connection, context)
      return result.ok
        ? { ok: true, code: 'ok', message: 'The sandbox is running. Nothing you send with it leaves this computer.' }
        : result
    },
  }
}

function senderOf(config: Readonly<Record<string, string>>): string {
  const sender = (config['sender'] ?? '').trim()
  return sender === '' ? DEFAULT_SENDER : sender
}
