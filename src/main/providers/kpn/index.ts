import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import type { Exchange, ProviderAccount, ProviderAdapter, SendOutcome } from '../types.ts'
import { readSendUrl, readTokenUrl } from './address.ts'
import { unsupported } from './answer.ts'
import type { Connection } from './call.ts'
import { deliver } from './delivery.ts'
import type { Product } from './facts.ts'
import { BATCH_SIZE, DEFAULT_SENDER, MAX_TEXT_UNITS, PRODUCTS, PROVIDER, SECRET_NAMES, SEND_URLS, SENDER_FORM, TOKEN_URL } from './facts.ts'
import { readKpnHook } from './hook.ts'
import { classicRecipientProblem } from './recipient.ts'
import { kpnHookProof } from './signature.ts'
import { requestToken } from './token-request.ts'
import { createTokenSource } from './token-source.ts'

const CLASSIC: ProviderCapabilities = {
  text: {
    maxUnits: MAX_TEXT_UNITS,
    maxParts: null,
    partsNote: 'KPN does not say how it charges long texts on the classic product, so the bill may show other parts.',
  },
  recipients: 'Dutch mobile numbers only: 06 and 097.',
  receiptsByHook: false,
  statusQuery: false,
  inbound: false,
  missedCalls: false,
  voiceCode: null,
  providerSchedule: null,
  batchSize: 1,
  defaultRate: null,
  freeConnectionTest: true,
}

const CURRENT: ProviderCapabilities = {
  ...CLASSIC,
  text: {
    ...CLASSIC.text,
    partsNote: 'KPN sends texts above 160 characters in parts, but does not say how it counts those with letters outside the SMS alphabet.',
  },
  recipients: null,
  receiptsByHook: true,
  inbound: true,
  batchSize: BATCH_SIZE,
}

/** KPN SMS from the API Store, both products. Each adapter keeps tokens of its own. Facts: docs/providers/kpn.md. */
export function createKpnAdapter(): ProviderAdapter {
  const tokens = createTokenSource()

  return {
    descriptor: {
      id: 'kpn',
      name: PROVIDER,
      summary: 'Dutch operator. Its classic product texts Dutch mobiles; its current one texts everybody and brings reports and replies.',
      configFields: [
        {
          key: 'product',
          label: 'Product',
          help: 'Which SMS product your app has in KPN’s developer portal.',
          required: false,
          defaultValue: 'classic',
          kind: 'choice',
          options: [
            { value: 'classic', label: 'Classic: Dutch mobiles, no reports' },
            { value: 'current', label: 'Current: all countries, reports and replies' },
          ],
        },
        {
          key: 'sender',
          label: 'Sender',
          help: 'What recipients see: at most 11 letters, digits and spaces. Without one they see KPN.',
          placeholder: 'Bistro',
          required: false,
          defaultValue: DEFAULT_SENDER,
          kind: 'sender',
        },
        {
          key: 'baseUrl',
          label: 'Address for texts',
          help: 'Leave this empty unless KPN gave you another address. Empty, it goes with the product.',
          placeholder: SEND_URLS.classic,
          required: false,
          kind: 'url',
          advanced: true,
        },
        {
          key: 'tokenUrl',
          label: 'Address for access',
          help: 'Leave this as it is unless KPN gave you another address.',
          placeholder: TOKEN_URL,
          required: false,
          defaultValue: TOKEN_URL,
          kind: 'url',
          advanced: true,
        },
      ],
      secretFields: [
        {
          key: 'clientId',
          label: 'Client ID',
          help: 'In KPN’s developer portal, with your app. It is also called consumer key.',
          required: true,
          kind: 'text',
        },
        {
          key: 'clientSecret',
          label: 'Client secret',
          help: 'Beside the client ID. It is also called consumer secret.',
          required: true,
          kind: 'text',
        },
        {
          key: 'webhookSecret',
          label: 'Webhook secret',
          help: 'The key with which KPN signs its reports. Without it nothing is checked: whoever knows the secret address can send reports. While KPN replaces the key, enter the old and the new one with a comma between them.',
          required: false,
          kind: 'text',
        },
      ],
      capabilities: CLASSIC,
      hookAddresses: [
        {
          label: 'Delivery reports and replies',
          suffix: '',
          instructions:
            'With the current product only: in KPN’s developer portal, open the webhooks of your app and enter this address for delivery reports (sms_dlr). For replies, enter the same address with the product SMS Inbound.',
        },
      ],
      presets: [],
    },

    capabilitiesOf: (config) => capabilitiesOf(productOf(config)),

    checkConfig(config) {
      const problems: Record<string, string> = {}
      const product = (config['product'] ?? '').trim()
      if (product !== '' && !isProduct(product)) problems['product'] = 'Choose the classic or the current product.'
      const sender = (config['sender'] ?? '').trim()
      if (sender !== '' && !SENDER_FORM.test(sender)) {
        problems['sender'] = 'A sender has at most 11 characters: letters from A to Z, digits and spaces.'
      }
      const send = readSendUrl(config['baseUrl'] ?? '', productOf(config))
      if ('problem' in send) problems['baseUrl'] = send.problem
      const access = readTokenUrl(config['tokenUrl'] ?? '')
      if ('problem' in access) problems['tokenUrl'] = access.problem
      return problems
    },

    senderOf,

    checkMessage({ to, text }, config) {
      const product = productOf(config)
      const problem = textProblem(text, capabilitiesOf(product).text, PROVIDER)
      return problem ?? (product === 'classic' ? classicRecipientProblem(to) : null)
    },

    async send(account, message, context) {
      const connection = connectionOf(account)
      if ('code' in connection) return notSent(connection)
      const [outcome] = await deliver(connection, { numbers: [message.to], text: message.text }, { tokens, context })
      return outcome ?? notSent(ADDRESS_PROBLEM)
    },

    async sendBatch(account, { recipients, text }, context) {
      const { batchSize } = capabilitiesOf(productOf(account.config))
      if (recipients.length > batchSize) return recipients.map(() => unsupported(recipients.length, '', NOTHING_KEPT))
      const connection = connectionOf(account)
      if ('code' in connection) return recipients.map(() => notSent(connection))
      if (recipients.length === 0) return []
      return deliver(connection, { numbers: recipients.map(({ to }) => to), text }, { tokens, context })
    },

    hookProof: kpnHookProof,

    readHook: (_account, request) => readKpnHook(request),

    secretFieldNames: SECRET_NAMES,

    queryStatus: null,

    async testConnection(account, context) {
      const connection = connectionOf(account)
      if ('code' in connection) return { ok: false, ...connection }
      // Not from those that are kept: what is to be tested is what the form says now.
      const answer = await requestToken(connection.access, context)
      if (answer.kind === 'problem') return { ok: false, code: answer.code, message: answer.message }
      return {
        ok: true,
        code: 'ok',
        message:
          'KPN accepted client ID and client secret. That does not prove that the SMS product is switched on for your app, so send a text to yourself to be sure.',
      }
    },
  }
}

const ADDRESS_PROBLEM = {
  code: 'account_address',
  message: 'An address of this account cannot be used. Check both in Settings › Accounts.',
} as const

const KEYS_MISSING = {
  code: 'account_credentials',
  message: 'Client ID or client secret of this account is missing. Enter both in Settings › Accounts.',
} as const

const NOTHING_KEPT: Exchange = { request: '', response: null }

function notSent(problem: typeof ADDRESS_PROBLEM | typeof KEYS_MISSING): SendOutcome {
  return { class: 'account_problem', ...problem, exchange: NOTHING_KEPT }
}

function capabilitiesOf(product: Product): ProviderCapabilities {
  return product === 'current' ? CURRENT : CLASSIC
}

function productOf(config: Readonly<Record<string, string>>): Product {
  const product = (config['product'] ?? '').trim()
  return isProduct(product) ? product : 'classic'
}

function isProduct(text: string): text is Product {
  return PRODUCTS.some((product) => product === text)
}

function senderOf(config: Readonly<Record<string, string>>): string {
  const sender = (config['sender'] ?? '').trim()
  return sender === '' ? DEFAULT_SENDER : sender
}

function connectionOf({ config, secrets }: ProviderAccount): Connection | typeof ADDRESS_PROBLEM | typeof KEYS_MISSING {
  const send = readSendUrl(config['baseUrl'] ?? '', productOf(config))
  const access = readTokenUrl(config['tokenUrl'] ?? '')
  if ('problem' in send || 'problem' in access) return ADDRESS_PROBLEM
  const clientId = secrets['clientId'] ?? ''
  const clientSecret = secrets['clientSecret'] ?? ''
  if (clientId === '' || clientSecret === '') return KEYS_MISSING
  return {
    access: { tokenUrl: access.url, shownTokenUrl: access.shown, clientId, clientSecret },
    sendUrl: send.url,
    sender: senderOf(config),
  }
}
