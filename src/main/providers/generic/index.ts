import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import type { TextRules } from '../../../shared/providers/text-rules.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import { readFailure } from '../failure.ts'
import type { AdapterContext, OutgoingMessage, ProviderAccount, ProviderAdapter, SendOutcome } from '../types.ts'
import { readSendAnswer } from './answer.ts'
import type { Config } from './config.ts'
import { asSentence, gatewayOf, maxUnitsOf, read } from './config.ts'
import { SECRET_NAMES } from './facts.ts'
import { CONFIG_FIELDS, SECRET_FIELDS } from './form.ts'
import { readHookSettings } from './hook-settings.ts'
import { readGenericHook } from './hook.ts'
import { PRESETS } from './presets.ts'
import type { Call, CallProblem } from './request.ts'
import { buildCall, exchangeOf, secretsOf } from './request.ts'
import type { Settings } from './settings.ts'
import { readSettings } from './settings.ts'
import { warningsOf } from './warnings.ts'

const UNUSABLE: CallProblem = {
  code: 'account_address',
  problem: 'The settings of this account cannot be used as they are. Open it in Settings › Accounts, correct what is marked and save.',
}

/** Any gateway with an HTTP interface, set up by its documentation (docs/providers/generic.md). Has no state. */
export function createGenericAdapter(): ProviderAdapter {
  return {
    descriptor: {
      id: 'generic',
      name: 'Another provider (HTTP)',
      summary: 'Any SMS gateway with an HTTP interface: you set it up with its documentation at hand, or begin with a ready-made one.',
      configFields: CONFIG_FIELDS,
      secretFields: SECRET_FIELDS,
      capabilities: capabilitiesOf({}),
      hookAddresses: [
        {
          label: 'Delivery reports and replies',
          suffix: '',
          instructions:
            'In the gateway’s settings, look for the address of delivery reports and of incoming texts (also called callback, webhook, DLR or status URL) and enter this one for both. Where the gateway wants it with every text instead, enter it as “Address for reports” in the form of this account and write {{callback}} where the documentation puts it.',
        },
      ],
      presets: PRESETS,
    },

    capabilitiesOf,

    checkConfig: (config) => Object.fromEntries(readSettings(config).problems),

    warnConfig: warningsOf,

    senderOf: (config) => read(config, 'sender'),

    checkMessage: ({ text }, config) => textProblem(text, textRulesOf(config), gatewayOf(config)),

    async send(account, message, context) {
      const prepared = prepare(account, message)
      if ('problem' in prepared) {
        return { class: 'account_problem', code: prepared.code, message: prepared.problem, exchange: { request: '', response: null } }
      }
      return sendText(prepared, message, context)
    },

    sendBatch: null,

    readHook: ({ config }, request) => readGenericHook(readHookSettings(config), request),

    secretFieldNames: SECRET_NAMES,

    queryStatus: null,

    testConnection(account) {
      const prepared = prepare(account, { id: '', to: '+46701740605', text: 'Test' })
      if ('problem' in prepared) return Promise.resolve({ ok: false, code: prepared.code, message: prepared.problem })
      return Promise.resolve({
        ok: false,
        code: 'no_free_test',
        message: asSentence(`${gatewayOf(account.config)} has no way to check the settings without sending. Send a text to yourself.`),
      })
    },
  }
}

function capabilitiesOf(config: Config): ProviderCapabilities {
  const { receipt, inbound } = readHookSettings(config)
  return {
    text: textRulesOf(config),
    recipients: null,
    receiptsByHook: receipt !== null,
    statusQuery: false,
    inbound: inbound !== null,
    missedCalls: false,
    voiceCode: null,
    providerSchedule: null,
    batchSize: 1,
    defaultRate: null,
    freeConnectionTest: false,
  }
}

function textRulesOf(config: Config): TextRules {
  return {
    maxUnits: maxUnitsOf(config),
    maxParts: null,
    partsNote: 'How this provider counts and charges parts is not known to SMS Desk.',
  }
}

/** An account's settings and the call that hands over one text. */
interface Prepared {
  settings: Settings
  call: Call
}

function prepare({ config, secrets }: ProviderAccount, message: OutgoingMessage): Prepared | CallProblem {
  const { settings } = readSettings(config)
  if (settings === null) return UNUSABLE
  const call = buildCall(settings.request, secretsOf(secrets), message)
  return 'problem' in call ? call : { settings, call }
}

async function sendText({ settings, call }: Prepared, message: OutgoingMessage, context: AdapterContext): Promise<SendOutcome> {
  const { gateway, request, answer } = settings
  const ownRef = request.fields.has('id') ? message.id : null
  const result = await context.http.request(call.request)
  const exchange = exchangeOf(call, result)
  if (result.kind === 'response') {
    const { redact } = call
    return readSendAnswer(result, { gateway, settings: answer, ownRef, text: message.text, redact, exchange, now: context.now() })
  }
  const failure = readFailure(result, { provider: gateway, exchange })
  if (failure.class === 'accepted') return failure
  const outcome = { ...failure, message: asSentence(failure.message) }
  // Where our own id is the reference, a report can settle the matter although no answer came.
  return outcome.class === 'unknown' && answer.id === null && ownRef !== null ? { ...outcome, refs: [ownRef] } : outcome
}
