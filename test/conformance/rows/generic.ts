import { createGenericAdapter } from '../../../src/main/providers/generic/index.ts'
import type { GatewayAnswer } from '../gateway.ts'
import { gatewayOf } from '../gateway.ts'
import type { ConformanceRow, Expected } from '../row.ts'
import { GSM_ONE, GSM_TWO, gsmOf, UCS_ONE, UCS_TWO, ucsOf } from '../texts.ts'
import { isObject, isSuccess, later, open, parseBody, paused, refused, wordIn } from './shared.ts'

/** The generic provider, with its ready-made settings against what those gateways document, and with settings of a simple one. */

const SID = 'AC00000000000000000000000000000001'

function presetOf(id: string): Record<string, string> {
  const found = createGenericAdapter().descriptor.presets.find((preset) => preset.id === id)
  if (found === undefined) throw new Error(`no preset ${id}`)
  return found.config
}

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): GatewayAnswer => ({
  status,
  headers,
  body: JSON.stringify(value),
})

/** An error as https://www.twilio.com/docs/usage/twilios-response has it. */
const twilioError = (status: number, code: number, message: string, headers: Record<string, string> = {}): GatewayAnswer =>
  json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status, headers)

const twilioCreated = (sid: string, to: string, body: string): GatewayAnswer =>
  json(
    {
      account_sid: SID,
      api_version: '2010-04-01',
      body,
      direction: 'outbound-api',
      error_code: null,
      error_message: null,
      num_segments: '1',
      sid,
      status: 'queued',
      to,
    },
    201,
  )

const PAGE_503: GatewayAnswer = { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '1' }, body: '<h1>Busy</h1>' }
const PAGE_500: GatewayAnswer = { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }

/** What HTTP alone says, whatever the gateway. */
const HTTP_ERRORS: Readonly<Record<string, readonly [GatewayAnswer, Expected]>> = Object.fromEntries(
  (
    [
      [301, paused('account_address')],
      [400, refused('request_refused')],
      [401, paused('account_credentials')],
      [402, paused('account_balance')],
      [404, paused('account_address')],
      [405, paused('account_address')],
      [408, later('provider_busy')],
      [429, later('rate_limited')],
      [500, open('provider_error')],
      [502, open('provider_error')],
      [503, later('provider_busy')],
      [504, open('provider_error')],
    ] as const
  ).map(([status, expected]) => [`http_${status}`, [{ status, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' }, expected]]),
)

const TWILIO_ERRORS: Readonly<Record<string, readonly [GatewayAnswer, Expected]>> = {
  ...HTTP_ERRORS,
  '21211': [twilioError(400, 21_211, "The 'To' number is not a valid phone number."), refused('recipient_invalid')],
  '21614': [twilioError(400, 21_614, "'To' number is not a valid mobile number"), refused('recipient_invalid')],
  '21610': [twilioError(400, 21_610, 'Attempt to send to unsubscribed recipient'), refused('recipient_invalid')],
  '21606': [twilioError(400, 21_606, "The 'From' phone number is not a valid"), refused('sender_refused')],
  '21602': [twilioError(400, 21_602, 'Message body is required.'), refused('request_refused')],
  '20003': [twilioError(401, 20_003, 'Authenticate'), paused('account_credentials')],
  '20429': [twilioError(429, 20_429, 'Too Many Requests', { 'retry-after': '1' }), later('rate_limited', 1_000)],
  '20500': [twilioError(500, 20_500, 'Internal Server Error'), open('provider_error')],
}

function answersOf(errors: Readonly<Record<string, readonly [GatewayAnswer, Expected]>>): Record<string, GatewayAnswer> {
  return Object.fromEntries(Object.entries(errors).map(([key, [answer]]) => [key, answer]))
}

function expectedOf(errors: Readonly<Record<string, readonly [GatewayAnswer, Expected]>>): Record<string, Expected> {
  return Object.fromEntries(Object.entries(errors).map(([key, [, expected]]) => [key, expected]))
}

const TWILIO_PASSWORD = 'a1b2/c3+d4&e5"f6'

const USUAL = {
  adapter: createGenericAdapter,
  protocol: null,
  number: (index: number) => `+4670174${String(600 + index).padStart(4, '0')}`,
  missedCalls: [],
  listSize: 1,
  keepsFor: null,
  voiceCode: null,
  queryAnswers: [],
} as const

export const genericTwilioRow: ConformanceRow = {
  ...USUAL,
  name: 'Another provider, set up as Twilio',
  open: gatewayOf({
    config: { ...presetOf('twilio'), sender: '+12025550143' },
    secrets: { username: SID, password: TWILIO_PASSWORD },
    read({ method, url, headers, body }) {
      const form = new URLSearchParams(body)
      const signed = headers['authorization'] === `Basic ${Buffer.from(`${SID}:${TWILIO_PASSWORD}`).toString('base64')}`
      const [to, from, text] = [form.get('To'), form.get('From'), form.get('Body')]
      const right = method === 'POST' && url === `/2010-04-01/Accounts/${SID}/Messages.json` && signed && from === '+12025550143'
      return right && to !== null && text !== null ? { to, text } : null
    },
    accept: ({ ids, to, text }) => twilioCreated(ids[0] ?? '', to, text),
    broken: twilioError(400, 21_602, 'Message body is required.'),
    errors: answersOf(TWILIO_ERRORS),
    faults: {
      refuse_number: twilioError(400, 21_211, 'The number is not valid.'),
      wrong_token: twilioError(401, 20_003, 'Authenticate'),
      no_credit: { ...PAGE_500, status: 402 },
      busy: PAGE_503,
      rate_limited: twilioError(429, 20_429, 'Too Many Requests', { 'retry-after': '1' }),
      server_error: PAGE_500,
    },
  }),
  wire: (number) => number,
  texts: {
    gsmOne: GSM_ONE,
    gsmTwo: GSM_TWO,
    ucsOne: UCS_ONE,
    ucsTwo: UCS_TWO,
    longest: gsmOf(1_600),
    tooLong: [gsmOf(1_601), ucsOf(1_601)],
  },
  refs: ({ ids }) => ids,
  errors: expectedOf(TWILIO_ERRORS),
  faults: {},
  reports: {
    encodings: ['form'],
    fields: (word, { ref, to }) => ({
      MessageSid: ref,
      MessageStatus: word,
      SmsSid: ref,
      SmsStatus: word,
      To: `+${to}`,
      From: '+12025550143',
      AccountSid: 'x',
      ApiVersion: '2010-04-01',
    }),
    words: [
      ['delivered', 'delivered'],
      ['accepted', 'queued'],
      ['queued', 'queued'],
      ['sending', 'sent'],
      ['sent', 'sent'],
      ['failed', 'undelivered'],
      ['undelivered', 'undelivered'],
      ['perhaps', 'unknown'],
    ],
    pushed: false,
    echoes: ['Body'],
  },
  inbound: [
    {
      what: 'as the documentation has it',
      shape: {
        form: {
          MessageSid: 'SM9',
          SmsStatus: 'received',
          From: '+46701740699',
          To: '+12025550143',
          Body: 'Ja, 1+1 & "fler" 😀',
          NumMedia: '0',
        },
      },
      from: '+46701740699',
      to: '+12025550143',
      text: 'Ja, 1+1 & "fler" 😀',
      key: 'SM9',
    },
  ],
  odd: [],
  successes: [{ status: 201, body: twilioCreated('SM00000000000000000000000000000001', '+46701740605', 'Hello').body }],
  names: ['sid', 'status', 'code', 'message', 'error_code', 'error_message', 'MessageSid', 'MessageStatus', 'From', 'To', 'Body'],
  words: ['SM00000000000000000000000000000001', 'queued', 'failed', 21_211, '20003', 'Authenticate', 'delivered', '+46701740605'],
  wasTaken(status, body) {
    const answer = parseBody(body)
    return isSuccess(status) && isObject(answer) && wordIn(answer, 'sid') !== ''
  },
}

const vonage = (messages: readonly object[]): GatewayAnswer => json({ 'message-count': String(messages.length), messages })

const vonageError = (code: string, words: string): GatewayAnswer => vonage([{ status: code, 'error-text': words }])

/** As https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms lists them. */
const VONAGE_ERRORS: Readonly<Record<string, readonly [GatewayAnswer, Expected]>> = {
  ...HTTP_ERRORS,
  '1': [vonageError('1', 'Throttled'), later('rate_limited')],
  '2': [vonageError('2', 'Missing to param'), refused('request_refused')],
  '3': [vonageError('3', 'Invalid from param'), refused('request_refused')],
  '4': [vonageError('4', 'Bad Credentials'), paused('account_credentials')],
  '5': [vonageError('5', 'Internal Error'), open('provider_error')],
  '6': [vonageError('6', 'Invalid Message'), refused('recipient_invalid')],
  '7': [vonageError('7', 'Number barred'), refused('recipient_invalid')],
  '8': [vonageError('8', 'Partner Account Barred'), paused('account_suspended')],
  '9': [vonageError('9', 'Partner Quota Violation'), paused('account_balance')],
  '10': [vonageError('10', 'Too Many Existing Binds'), later('provider_busy')],
  '11': [vonageError('11', 'Account Not Enabled For HTTP'), paused('account_not_allowed')],
  '12': [vonageError('12', 'Message Too Long'), refused('text_refused')],
  '14': [vonageError('14', 'Invalid Signature'), paused('account_credentials')],
  '15': [vonageError('15', 'Invalid Sender Address'), refused('sender_refused')],
}

const VONAGE_SECRETS = { username: 'key-4f/3+a"b', password: 'sécret&9e8d=7c' }

export const genericVonageRow: ConformanceRow = {
  ...USUAL,
  name: 'Another provider, set up as Vonage',
  open: gatewayOf({
    config: { ...presetOf('vonage'), sender: 'Bistro' },
    secrets: VONAGE_SECRETS,
    read({ method, url, body }) {
      const form = new URLSearchParams(body)
      const signed = form.get('api_key') === VONAGE_SECRETS.username && form.get('api_secret') === VONAGE_SECRETS.password
      const [to, text] = [form.get('to'), form.get('text')]
      if (method !== 'POST' || url !== '/sms/json' || !signed || form.get('from') !== 'Bistro' || to === null || text === null) return null
      // What is not of the alphabet arrives as it was written only with this type.
      return { to, text: form.get('type') === 'unicode' ? text : text.replaceAll(/[^\n -\u00FFΑ-Ω€]/gu, '?') }
    },
    accept: ({ ids, to }) =>
      vonage([{ to, 'message-id': ids[0], status: '0', 'remaining-balance': '3.14', 'message-price': '0.03', network: '12345' }]),
    broken: vonageError('2', 'Missing param'),
    errors: answersOf(VONAGE_ERRORS),
    faults: {
      refuse_number: vonageError('7', 'Number barred'),
      wrong_token: vonageError('4', 'Bad Credentials'),
      no_credit: vonageError('9', 'Partner Quota Violation'),
      busy: vonageError('10', 'Too Many Existing Binds'),
      rate_limited: vonageError('1', 'Throttled'),
      server_error: PAGE_500,
    },
  }),
  wire: (number) => number.slice(1),
  texts: { gsmOne: GSM_ONE, gsmTwo: GSM_TWO, ucsOne: UCS_ONE, ucsTwo: UCS_TWO, longest: gsmOf(3_000), tooLong: [] },
  refs: ({ ids }) => ids,
  errors: expectedOf(VONAGE_ERRORS),
  // These come with HTTP 200, and without a time to come back.
  faults: { busy: later('provider_busy'), rate_limited: later('rate_limited') },
  reports: {
    encodings: ['json', 'form', 'query'],
    fields: (word, { ref, to }) => ({
      msisdn: to,
      to: 'Bistro',
      'network-code': '12345',
      messageId: ref,
      price: '0.03',
      status: word,
      scts: '2603021405',
      'err-code': '0',
      'message-timestamp': '2026-03-02 14:05:19',
    }),
    words: [
      ['delivered', 'delivered'],
      ['accepted', 'sent'],
      ['buffered', 'queued'],
      ['expired', 'expired'],
      ['failed', 'undelivered'],
      ['rejected', 'rejected'],
      ['unknown', 'unknown'],
      ['perhaps', 'unknown'],
    ],
    pushed: false,
    echoes: [],
  },
  inbound: (['json', 'form', 'query'] as const).map((encoding) => ({
    what: `as ${encoding}`,
    shape: {
      [encoding]: { msisdn: '46701740699', to: '46701740600', messageId: 'V-9', text: 'Ja, 1+1 & 😀', type: 'unicode', keyword: 'JA,' },
    },
    from: '46701740699',
    to: '46701740600',
    text: 'Ja, 1+1 & 😀',
    key: 'V-9',
  })),
  odd: [],
  successes: [
    { status: 200, body: vonage([{ to: '46701740605', 'message-id': '0A0000000123ABCD1', status: '0' }]).body },
    {
      status: 200,
      body: vonage([
        { to: '46701740605', 'message-id': '0A0000000123ABCD1', status: '0' },
        { to: '46701740605', 'message-id': '0A0000000123ABCD2', status: '0' },
      ]).body,
    },
  ],
  names: ['messages', 'message-id', 'status', 'error-text', 'message-count', 'to', 'msisdn', 'messageId', 'text', 'err-code'],
  words: [
    '0',
    '1',
    '4',
    '9',
    0,
    9,
    'Throttled',
    '0A0000000123ABCD1',
    'delivered',
    '46701740605',
    [{ status: '0', 'message-id': 'A1' }],
    { status: '0', 'message-id': 'A1' },
  ],
  wasTaken(status, body) {
    const answer = parseBody(body)
    const parts = isObject(answer) && Object.hasOwn(answer, 'messages') ? answer['messages'] : undefined
    if (!isSuccess(status) || !Array.isArray(parts) || parts.length === 0) return false
    return (parts as unknown[]).every((part) => isObject(part) && wordIn(part, 'status') === '0' && wordIn(part, 'message-id') !== '')
  },
}

const SIMPLE_TOKEN = 'tok/Kéy+&"=9f8e'

export const genericSimpleRow: ConformanceRow = {
  ...USUAL,
  name: 'Another provider, a simple gateway with JSON',
  open: gatewayOf({
    config: {
      gateway: 'Example',
      sender: 'Bistro',
      url: 'https://gateway.example/api/send',
      method: 'post-json',
      body: '{"to": "{{to}}", "from": "{{from}}", "text": "{{text}}", "id": "{{id}}", "kind": {"key": "{{token}}"}}',
      numberFormat: '00',
      idPath: 'result.id',
      successRule: 'result.state = OK',
      refusalCode: 'result.code',
      refusalWords: '7 = number\n8 = credit\n9 = slower',
      receiptId: 'report.id',
      receiptStatus: 'report.state',
      receiptDetail: 'report.reason',
      receiptTo: 'report.to',
      statusWords: 'ARRIVED = delivered\nLOST = undelivered',
      hookList: 'reports',
    },
    secrets: { token: SIMPLE_TOKEN },
    read({ method, url, headers, body }) {
      const fields = parseBody(body)
      if (method !== 'POST' || url !== '/api/send' || !isObject(fields) || !(headers['content-type'] ?? '').startsWith('application/json'))
        return null
      const { to, from, text, kind } = fields
      const signed = isObject(kind) && kind['key'] === SIMPLE_TOKEN && from === 'Bistro'
      return signed && typeof to === 'string' && typeof text === 'string' ? { to, text } : null
    },
    accept: ({ ids, to, text }) => json({ result: { state: 'OK', id: ids[0] }, echo: { to, text, key: SIMPLE_TOKEN } }),
    broken: json({ result: { state: 'NO', code: 1 } }, 400),
    errors: {
      ...answersOf(HTTP_ERRORS),
      '7': json({ result: { state: 'NO', code: 7, reason: 'bad number' } }),
      '8': json({ result: { state: 'NO', code: '8' } }),
      '9': json({ result: { state: 'NO', code: 9 } }),
      '77': json({ result: { state: 'NO', code: 77 }, error: 'something' }),
    },
    faults: {
      refuse_number: json({ result: { state: 'NO', code: 7 } }),
      wrong_token: json({}, 401),
      no_credit: json({ result: { state: 'NO', code: 8 } }),
      busy: PAGE_503,
      rate_limited: json({}, 429, { 'retry-after': '1' }),
      server_error: PAGE_500,
    },
  }),
  wire: (number) => `00${number.slice(1)}`,
  texts: { gsmOne: GSM_ONE, gsmTwo: GSM_TWO, ucsOne: UCS_ONE, ucsTwo: UCS_TWO, longest: ucsOf(3_000), tooLong: [] },
  refs: ({ ids }) => ids,
  errors: {
    ...expectedOf(HTTP_ERRORS),
    '7': refused('recipient_invalid'),
    '8': paused('account_balance'),
    '9': later('rate_limited'),
    '77': refused('request_refused'),
  },
  faults: {},
  reports: {
    encodings: ['json', 'list'],
    fields: (word, { ref, to }) => ({ report: { id: ref, state: word, to: `+${to}` } }),
    words: [
      ['ARRIVED', 'delivered'],
      ['arrived', 'delivered'],
      ['LOST', 'undelivered'],
      ['DELIVRD', 'delivered'],
      ['QUEUED', 'queued'],
      ['ENROUTE', 'sent'],
      ['EXPIRED', 'expired'],
      ['REJECTD', 'rejected'],
      ['PERHAPS', 'unknown'],
    ],
    pushed: false,
    echoes: [],
  },
  inbound: [],
  odd: [],
  successes: [{ status: 200, body: '{"result":{"state":"OK","id":"S1"}}' }],
  names: ['result', 'state', 'id', 'code', 'reason', 'error', 'report', 'reports', 'to'],
  words: ['OK', 'NO', 'S1', 7, '8', 'ARRIVED', { state: 'OK', id: 'S1' }, { state: 'NO', code: 7 }],
  wasTaken(status, body) {
    const answer = parseBody(body)
    const result = isObject(answer) && Object.hasOwn(answer, 'result') ? answer['result'] : undefined
    return isSuccess(status) && isObject(result) && wordIn(result, 'state').toUpperCase() === 'OK' && wordIn(result, 'id') !== ''
  },
}
