import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import { textProblem } from '../../../shared/providers/text-rules.ts'
import type { ProviderAdapter, SendOutcome } from '../types.ts'
import { blockoutEnd, blockoutHours } from './blockout.ts'
import { BATCH_SIZE, MAX_TEXT_UNITS, PROVIDER, SCHEDULE, SECRET_NAMES } from './facts.ts'
import { CONFIG_FIELDS } from './form.ts'
import { readKarixHook } from './hook.ts'
import { sendList, sendText } from './protocol.ts'
import { configProblems, configWarnings, isPromotional, senderOf, settingsOf, tracksLinks } from './settings.ts'

const CAPABILITIES: ProviderCapabilities = {
  text: { maxUnits: MAX_TEXT_UNITS, maxParts: null, partsNote: null },
  recipients: null,
  receiptsByHook: true,
  statusQuery: false,
  inbound: false,
  missedCalls: false,
  voiceCode: null,
  providerSchedule: { minAheadMinutes: SCHEDULE.offeredAheadMinutes, maxAheadDays: SCHEDULE.maxAheadDays },
  batchSize: BATCH_SIZE,
  defaultRate: null,
  freeConnectionTest: false,
}

/** §9: with tracked links the text that goes out is not the one written here. */
const WITH_SHORT_LINKS: ProviderCapabilities = {
  ...CAPABILITIES,
  text: {
    ...CAPABILITIES.text,
    partsNote: 'Karix puts short links in the place of yours, so a text with a link may be charged as more or fewer parts.',
  },
}

const NOT_SENT: SendOutcome = {
  class: 'account_problem',
  code: 'account_address',
  message: 'The address of this account cannot be used. Check it in Settings › Accounts.',
  exchange: { request: '', response: null },
}

/** Karix JSON SMS API. Facts: docs/providers/karix.md. */
export function createKarixAdapter(): ProviderAdapter {
  return {
    descriptor: {
      id: 'karix',
      name: PROVIDER,
      summary: 'Indian provider, formerly mGage: bulk texts with DLT registration, delivery reports, texts kept until their time.',
      configFields: CONFIG_FIELDS,
      secretFields: [
        {
          key: 'key',
          label: 'Access key',
          help: 'Karix’s provisioning team issues it together with the account.',
          required: true,
          kind: 'text',
        },
      ],
      capabilities: CAPABILITIES,
      hookAddresses: [
        {
          label: 'Delivery reports',
          suffix: '',
          instructions:
            'Send this address to Karix’s provisioning team and ask them to set it as the callback URL of your account for delivery reports, as JSON and without encryption. It cannot be set on a website.',
        },
      ],
      presets: [],
    },

    capabilitiesOf: (config) => (tracksLinks(config) ? WITH_SHORT_LINKS : CAPABILITIES),
    checkConfig: configProblems,
    warnConfig: configWarnings,
    senderOf,
    checkMessage: ({ text }) => textProblem(text, CAPABILITIES.text, PROVIDER),

    async send(account, message, context) {
      const settings = settingsOf(account)
      return settings === null ? NOT_SENT : sendText(settings, message, context)
    },

    async sendBatch(account, batch, context) {
      const settings = settingsOf(account)
      return settings === null ? batch.recipients.map(() => NOT_SENT) : sendList(settings, batch, context)
    },

    blockedUntil: (config, _priority, now) => (isPromotional(config) ? blockoutEnd(blockoutHours(config), now) : null),

    readHook: (_account, request) => readKarixHook(request),

    secretFieldNames: SECRET_NAMES,

    queryStatus: null,

    testConnection: () =>
      Promise.resolve({
        ok: false,
        code: 'no_free_test',
        message: 'Karix has no way to check the settings without sending. Send a text to yourself.',
      }),
  }
}
