import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import { countSegments } from '../../../shared/segments/index.ts'
import type { MessageProblem, ProviderAdapter, SendOutcome } from '../types.ts'
import { EXAMPLE_ADDRESS, MAX_SENDER_LENGTH, MAX_SERVICE_TYPE_BYTES, PROVIDER, SECRET_NAMES } from './facts.ts'
import { readOkRouteHook } from './hook.ts'
import { askStatus, sendList, sendText, testSettings, TOO_LONG_FOR_GET } from './protocol.ts'
import { connectionOf, mayBecomeTooLong } from './request.ts'
import { configProblems, configWarnings, LONG_MESSAGE_MODES, longMessageModeOf, METHODS } from './settings.ts'

/** §7.1: our names on the left, the operator's marks between dollar signs. */
const REPORT_TEMPLATE = '?id=$app_msg_id$&status=$delivery_status$&to=$dnis$&from=$ani$&time=$delivery_time$&desc=$dlvrResultCodeDescr$'

/** §7.2. */
const INBOUND_TEMPLATE =
  '?ani=$ani$&dnis=$dnis$&message=$message$&message_id=$message_id$&delivery_status=$delivery_status$&delivery_time=$delivery_time$&udh=$udh$'

const ADDRESS_PROBLEM = {
  code: 'account_address',
  message: 'The address of this account cannot be used. Check it in Settings › Accounts.',
} as const

const NOT_SENT: SendOutcome = { class: 'account_problem', ...ADDRESS_PROBLEM, exchange: { request: '', response: null } }

/** OKRoute's SMS HTTP API, which is that of the Alaris SMS platform. Facts: docs/providers/okroute.md. */
export function createOkRouteAdapter(): ProviderAdapter {
  return {
    descriptor: {
      id: 'okroute',
      name: PROVIDER,
      summary: 'Sends over a connection that OKRoute sets up for you; reports what became of each text and can receive replies.',
      configFields: [
        {
          key: 'baseUrl',
          label: 'Address',
          help: 'As OKRoute gave it to you for your connection, with its port, up to “/api”.',
          placeholder: EXAMPLE_ADDRESS,
          required: true,
          kind: 'url',
        },
        {
          key: 'ani',
          label: 'Sender',
          help: `What recipients see: a name of at most 11 characters, or a number of at most 15 digits. ${PROVIDER} takes up to ${MAX_SENDER_LENGTH}, networks do not.`,
          placeholder: 'Bistro',
          required: true,
          kind: 'sender',
        },
        {
          key: 'longMessageMode',
          label: 'Long texts',
          help: 'What is done with a text that does not fit into one part. Leave this as it is unless OKRoute asks for something else.',
          required: false,
          defaultValue: 'split',
          kind: 'choice',
          options: LONG_MESSAGE_MODES.map(({ value, label }) => ({ value, label })),
          advanced: true,
        },
        {
          key: 'serviceType',
          label: 'Service type',
          help: `Only if OKRoute gave you one: at most ${MAX_SERVICE_TYPE_BYTES} characters.`,
          required: false,
          kind: 'text',
          advanced: true,
        },
        {
          key: 'method',
          label: 'Way of sending',
          help: 'Leave this as it is unless OKRoute asks for something else: the other ways put user name and password into web addresses.',
          required: false,
          defaultValue: 'post-json',
          kind: 'choice',
          options: METHODS.map(({ value, label }) => ({ value, label })),
          advanced: true,
        },
      ],
      secretFields: [
        { key: 'username', label: 'User name', help: 'As OKRoute gave it to you for sending over HTTP.', required: true, kind: 'text' },
        { key: 'password', label: 'Password', help: 'As OKRoute gave it to you for sending over HTTP.', required: true, kind: 'text' },
      ],
      capabilities: capabilitiesOf({}),
      hookAddresses: [
        {
          label: 'Delivery reports',
          suffix: REPORT_TEMPLATE,
          instructions:
            'Send this address to OKRoute and ask them to enter it as the URL template for delivery reports of your connection, requested with GET. Their system puts values in place of the names between dollar signs; if it uses other marks, they may exchange them.',
        },
        {
          label: 'Texts from customers',
          suffix: INBOUND_TEMPLATE,
          instructions:
            'If you rent a number for replies, send this address to OKRoute, too, and ask them to enter it as the URL template for incoming texts (MO), requested with GET and with the text URL-encoded.',
        },
      ],
      presets: [],
    },

    capabilitiesOf,

    checkConfig: configProblems,

    warnConfig: configWarnings,

    senderOf: (config) => (config['ani'] ?? '').trim(),

    checkMessage: messageProblem,

    async send(account, message, context) {
      const connection = connectionOf(account)
      return connection === null ? NOT_SENT : sendText(connection, message, context)
    },

    async sendBatch(account, batch, context) {
      const connection = connectionOf(account)
      if (connection === null) return batch.recipients.map(() => NOT_SENT)
      return sendList(connection, batch, { batchSize: longMessageModeOf(account.config).batchSize, context })
    },

    readHook: (_account, request) => readOkRouteHook(request),

    secretFieldNames: SECRET_NAMES,

    async queryStatus(account, ref, context) {
      const connection = connectionOf(account)
      return connection === null ? { kind: 'failed', ...ADDRESS_PROBLEM } : askStatus(connection, ref, context)
    },

    async testConnection(account, context) {
      const connection = connectionOf(account)
      return connection === null ? { ok: false, ...ADDRESS_PROBLEM } : testSettings(connection, context)
    },
  }
}

function capabilitiesOf(config: Readonly<Record<string, string>>): ProviderCapabilities {
  const { text, batchSize } = longMessageModeOf(config)
  return {
    text,
    recipients: null,
    receiptsByHook: true,
    statusQuery: true,
    inbound: true,
    missedCalls: false,
    voiceCode: null,
    providerSchedule: null,
    batchSize,
    defaultRate: null,
    freeConnectionTest: true,
  }
}

function messageProblem(message: { to: string; text: string }, config: Readonly<Record<string, string>>): MessageProblem | null {
  const { text } = message
  const mode = longMessageModeOf(config)
  const problem = textProblem(text, { ...mode.text, maxParts: null }, PROVIDER)
  if (problem !== null) return problem
  const { encoding, segments, units } = countSegments(text)
  if (mode.text.maxParts !== null && segments > mode.text.maxParts) {
    const room = encoding === 'GSM-7' ? 160 : 70
    return {
      code: 'text_too_long',
      message: `This text takes ${units} of ${room} characters, and ${PROVIDER} would cut off the rest, as this account asks for one part only. Shorten it by ${units - room}, or have long texts divided in Settings › Accounts.`,
    }
  }
  const connection = connectionOf({ config, secrets: {} })
  return connection !== null && connection.method === 'get' && mayBecomeTooLong(connection, message)
    ? { code: 'text_too_long', message: TOO_LONG_FOR_GET }
    : null
}
