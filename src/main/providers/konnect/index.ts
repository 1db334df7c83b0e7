import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import type { TextRules } from '../../../shared/providers/text-rules.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import type { AdapterContext, MessageProblem, ProviderAccount, ProviderAdapter, SendOutcome } from '../types.ts'
import { readBaseUrl } from './address.ts'
import { readAnswer, readNoAnswer } from './answer.ts'
import type { Handed } from './errors.ts'
import { DEFAULT_BASE_URL, MAX_PARTS, MAX_TEXT_UNITS, PROVIDER, SECRET_NAMES, VOICE_CODE_DIGITS } from './facts.ts'
import { answerKonnectHook, readKonnectHook } from './hook.ts'
import { konnectHookProof } from './hook-proof.ts'
import type { Call, Connection } from './request.ts'
import { exchangeOf, textCall, voiceCall } from './request.ts'
import { callbackUrlOf, callerIdOf, callingCodeOf, checkSettings, fromOf, homeCallingCode, senderMaskOf, warnSettings } from './settings.ts'

const TEXT_RULES: TextRules = { maxUnits: MAX_TEXT_UNITS, maxParts: MAX_PARTS, partsNote: null }

const CAPABILITIES: ProviderCapabilities = {
  text: TEXT_RULES,
  recipients: `Only numbers with the same country code as the account’s own: ${PROVIDER} sends nothing abroad.`,
  // §5 rule 5: an accepted text gets no id, so no report can be about it.
  receiptsByHook: false,
  statusQuery: false,
  inbound: false,
  missedCalls: true,
  voiceCode: null,
  providerSchedule: null,
  batchSize: 1,
  defaultRate: null,
  freeConnectionTest: false,
}

/** Kirusa Konnect, the `/admin/api` interface. Facts: docs/providers/konnect.md. */
export function createKonnectAdapter(): ProviderAdapter {
  return {
    descriptor: {
      id: 'konnect',
      name: PROVIDER,
      summary: 'Texts within one country, missed calls that are answered with a text, and calls that speak a one-time code.',
      configFields: [
        {
          key: 'from',
          label: 'SnapCall number or short code',
          help: 'Your number at Konnect, digits only, with the country code in front.',
          placeholder: '12025550100',
          required: true,
          kind: 'text',
        },
        {
          key: 'senderMask',
          label: 'Sender name',
          help: 'What recipients see in place of the number: at most 11 characters, as agreed with Kirusa. Empty: they see the number.',
          placeholder: 'Bistro',
          required: false,
          kind: 'sender',
        },
        {
          key: 'callerId',
          label: 'Caller ID for spoken codes',
          help: 'A voice number bought at Konnect (OBD or 2-way), with the country code in front. Empty: this account makes no calls.',
          placeholder: '12025550101',
          required: false,
          kind: 'text',
        },
        {
          key: 'callbackUrl',
          label: 'Callback URL for calls',
          help: 'Where Konnect tells what became of a call that speaks a code. Usually left empty.',
          required: false,
          kind: 'url',
          advanced: true,
          holdsHookAddress: true,
        },
        {
          key: 'baseUrl',
          label: 'Address',
          help: 'Leave this as it is unless Kirusa gave you another address.',
          placeholder: DEFAULT_BASE_URL,
          required: false,
          defaultValue: DEFAULT_BASE_URL,
          kind: 'url',
          advanced: true,
        },
      ],
      secretFields: [
        { key: 'accountId', label: 'Account ID', help: 'From your account in the Konnect dashboard.', required: true, kind: 'text' },
        { key: 'apiToken', label: 'API token', help: 'From your account in the Konnect dashboard.', required: true, kind: 'text' },
      ],
      capabilities: CAPABILITIES,
      hookAddresses: [
        {
          label: 'Missed calls and reports',
          suffix: '',
          instructions:
            'In the Konnect dashboard, enter this address as the callback URL of your SnapCall number. To get the reports of a campaign too, enter it as the callback URL of the campaign.',
        },
      ],
      presets: [],
    },

    capabilitiesOf: (config) => (callerIdOf(config) === null ? CAPABILITIES : { ...CAPABILITIES, voiceCode: VOICE_CODE_DIGITS }),

    checkConfig: checkSettings,

    warnConfig: warnSettings,

    senderOf: (config) => senderMaskOf(config) ?? fromOf(config) ?? '',

    checkMessage: ({ to, text }, config) => abroadProblem(to, config) ?? textProblem(text, TEXT_RULES, PROVIDER),

    async send(account, message, context) {
      const connection = connectionOf(account)
      if ('class' in connection) return connection
      const from = fromOf(account.config)
      if (from === null) return notSent('sender_refused', 'The number of this account cannot be used. Check it in Settings › Accounts.')
      return handOver(textCall(connection, { from, senderMask: senderMaskOf(account.config) }, message), 'text', context)
    },

    sendBatch: null,

    async callWithCode(account, call, context) {
      const problem = voiceCodeProblem(call.digits, account.config)
      if (problem !== null) return { class: 'not_accepted_permanent', ...problem, exchange: NOTHING_SENT }
      const connection = connectionOf(account)
      if ('class' in connection) return connection
      const caller = { callerId: callerIdOf(account.config) ?? '', callbackUrl: callbackUrlOf(account.config) }
      return handOver(voiceCall(connection, caller, call), 'call', context)
    },

    checkVoiceCode: ({ to, digits }, config) => voiceCodeProblem(digits, config) ?? abroadProblem(to, config),

    callerOf: (config) => callerIdOf(config) ?? '',

    hookProof: konnectHookProof,

    answerHook: answerKonnectHook,

    readHook: (_account, request) => readKonnectHook(request),

    secretFieldNames: SECRET_NAMES,

    queryStatus: null,

    async testConnection(account) {
      const connection = connectionOf(account)
      if ('class' in connection) return { ok: false, code: connection.code, message: connection.message }
      return {
        ok: false,
        code: 'no_free_test',
        message: `${PROVIDER} has no way to check the settings without sending. Send a text to yourself.`,
      }
    },
  }
}

const NOTHING_SENT = { request: '', response: null } as const

type AccountProblem = Extract<SendOutcome, { class: 'account_problem' }>

function notSent(code: string, message: string): AccountProblem {
  return { class: 'account_problem', code, message, exchange: NOTHING_SENT }
}

/** What it takes to speak to the service, or why that is not possible. */
function connectionOf({ config, secrets }: ProviderAccount): Connection | AccountProblem {
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('problem' in address) {
    return notSent('account_address', 'The address of this account cannot be used. Check it in Settings › Accounts.')
  }
  const accountId = (secrets['accountId'] ?? '').trim()
  const apiToken = (secrets['apiToken'] ?? '').trim()
  // The id is a header, which takes no other characters.
  if (!/^[\x20-\x7E]+$/.test(accountId)) {
    return notSent('account_credentials', 'The account ID cannot be right. Enter it again in Settings › Accounts.')
  }
  if (apiToken === '') return notSent('account_credentials', 'The API token is missing. Enter it in Settings › Accounts.')
  return { baseUrl: address.url, accountId, apiToken }
}

async function handOver(call: Call, handed: Handed, context: AdapterContext): Promise<SendOutcome> {
  const result = await context.http.request(call.request)
  const exchange = exchangeOf(call, result)
  if (result.kind === 'failure') return readNoAnswer(result, { handed, exchange })
  return readAnswer(result, { handed, redact: call.redact, exchange, now: context.now() })
}

/** §3.2: nothing is delivered abroad. What the account's number does not tell is left to the provider. */
function abroadProblem(to: string, config: Readonly<Record<string, string>>): MessageProblem | null {
  const home = homeCallingCode(config)
  const there = home === null ? null : callingCodeOf(to)
  if (there === null || there === home) return null
  return {
    code: 'no_route',
    message: `This number begins with +${there}, but the account’s own begins with +${home}, and ${PROVIDER} sends nothing abroad. Choose another account.`,
  }
}

/** §3.3. A code must never be empty: the service would call all the same, and say nothing. */
function voiceCodeProblem(digits: string, config: Readonly<Record<string, string>>): MessageProblem | null {
  if (callerIdOf(config) === null) {
    return {
      code: 'voice_code_unsupported',
      message: `This account has no caller ID, which ${PROVIDER} needs for calls. Enter one in Settings › Accounts, or choose another account.`,
    }
  }
  const { minDigits, maxDigits } = VOICE_CODE_DIGITS
  if (/^[0-9]+$/.test(digits) && digits.length >= minDigits && digits.length <= maxDigits) return null
  return { code: 'voice_code_digits', message: `A spoken code has ${minDigits} to ${maxDigits} digits and nothing else.` }
}
