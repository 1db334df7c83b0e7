import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import { senderProblem } from '../sender.ts'
import type { ProviderAccount, ProviderAdapter, SendOutcome } from '../types.ts'
import { readBaseUrl } from './address.ts'
import { askCall } from './call-status.ts'
import type { Connection } from './connection.ts'
import { BULK_SIZE, DEFAULT_BASE_URL, MAX_SENDER_DIGITS, MAX_TEXT_UNITS, SECRET_NAMES } from './facts.ts'
import { readConnectelHook } from './hook.ts'
import { askStatus, sendBulk, sendText, testSettings } from './protocol.ts'

const PROVIDER = 'Connectel'

const CAPABILITIES: ProviderCapabilities = {
  text: {
    maxUnits: MAX_TEXT_UNITS,
    maxParts: null,
    partsNote: null,
    // §9: the document counts 67 for a single part, too, where the standard has 70.
    singleUcs2Units: 67,
  },
  recipients: null,
  receiptsByHook: true,
  statusQuery: true,
  inbound: true,
  missedCalls: false,
  voiceCode: null,
  providerSchedule: null,
  batchSize: BULK_SIZE,
  defaultRate: null,
  freeConnectionTest: true,
}

/** Connectel SMS Gateway API v2. Facts: docs/providers/connectel.md. */
export const connectelAdapter: ProviderAdapter = {
  descriptor: {
    id: 'connectel',
    name: PROVIDER,
    summary: 'Swedish provider; reports what became of each text and can receive replies.',
    configFields: [
      {
        key: 'sender',
        label: 'Sender',
        help: `What recipients see: a name of at most 11 characters, or a number of at most ${MAX_SENDER_DIGITS} digits.`,
        placeholder: 'Bistro',
        required: true,
        kind: 'sender',
      },
      {
        key: 'baseUrl',
        label: 'Address',
        help: 'Leave this as it is unless Connectel gave you another address.',
        placeholder: DEFAULT_BASE_URL,
        required: false,
        defaultValue: DEFAULT_BASE_URL,
        kind: 'url',
        advanced: true,
      },
    ],
    secretFields: [
      {
        key: 'token',
        label: 'Access token',
        help: 'Make one in Connectel’s web interface under tokens.',
        required: true,
        kind: 'text',
      },
    ],
    capabilities: CAPABILITIES,
    hookAddresses: [
      {
        label: 'Delivery reports and replies',
        suffix: '',
        instructions:
          'In Connectel’s web interface, open the settings of the token and enter this address as its callback. For replies, ask Connectel to send the texts of your number to the same address.',
      },
    ],
    presets: [],
  },

  checkConfig(config) {
    const problems: Record<string, string> = {}
    const sender = senderProblem(config['sender'] ?? '', MAX_SENDER_DIGITS)
    if (sender !== null) problems['sender'] = sender
    const address = readBaseUrl(config['baseUrl'] ?? '')
    if ('problem' in address) problems['baseUrl'] = address.problem
    return problems
  },

  senderOf: (config) => (config['sender'] ?? '').trim(),

  checkMessage: ({ text }) => textProblem(text, CAPABILITIES.text, PROVIDER),

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
    return connection === null ? { kind: 'failed', ...ADDRESS_PROBLEM } : askStatus(connection, ref, context)
  },

  async queryCall(account, callRef, context) {
    const connection = connectionOf(account)
    return connection === null ? { kind: 'failed', ...ADDRESS_PROBLEM } : askCall(connection, callRef, context)
  },

  async testConnection(account, context) {
    const connection = connectionOf(account)
    return connection === null ? { ok: false, ...ADDRESS_PROBLEM } : testSettings(connection, context)
  },
}

const ADDRESS_PROBLEM = {
  code: 'account_address',
  message: 'The address of this account cannot be used. Check it in Settings › Accounts.',
} as const

const NOT_SENT: SendOutcome = { class: 'account_problem', ...ADDRESS_PROBLEM, exchange: { request: '', response: null } }

function connectionOf({ config, secrets }: ProviderAccount): Connection | null {
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('problem' in address) return null
  return { provider: PROVIDER, baseUrl: address.url, sender: config['sender'] ?? '', token: secrets['token'] ?? '' }
}
