import { createKpnAdapter } from '../../../src/main/providers/kpn/index.ts'
import type { CarrierProtocol } from '../../../src/main/sandbox/carrier/protocol.ts'
import { kpnProtocol } from '../../../src/main/sandbox/carrier/protocols/kpn/index.ts'
import { carrierOf } from '../counterpart.ts'
import type { ConformanceRow, Expected, ExpectedReport } from '../row.ts'
import { GSM_ONE, GSM_TWO, gsmOf, UCS_ONE, UCS_TWO, ucsOf } from '../texts.ts'
import { isObject, isSuccess, later, open, parseBody, paused, refused, wordIn } from './shared.ts'

/** Codes of delivery errors: 001 to 030, of which 024 says that the time ran out. */
const REPORT_ERRORS: Readonly<Record<string, ExpectedReport>> = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => {
    const code = String(index + 1).padStart(3, '0')
    return [`kpn/report-${code}`, { report: code === '024' ? 'expired' : 'undelivered', says: new RegExp(`^\\S.{15,}\\. .*${code}\\.$`) }]
  }),
)

const SEND_ERRORS: Readonly<Record<string, Expected>> = {
  'kpn/302': paused('account_address'),
  'kpn/400': refused('request_refused'),
  'kpn/401': paused('account_credentials'),
  'kpn/403': paused('account_not_allowed'),
  'kpn/404': paused('account_address'),
  'kpn/405': paused('account_address'),
  'kpn/412': refused('request_refused'),
  'kpn/429': later('rate_limited', 1_000),
  'kpn/429-quota': later('rate_limited', 120_000),
  'kpn/500': open('provider_error'),
  'kpn/500-invalid_client': paused('account_credentials'),
  'kpn/502': open('provider_error'),
  'kpn/503': later('provider_busy'),
  'kpn/504': open('provider_error'),
  'kpn/token-401': paused('account_credentials'),
  'kpn/token-500': paused('account_credentials'),
  'kpn/token-503': later('provider_busy'),
}

/** KPN SMS, the current product (docs/providers/kpn.md). */
export const kpnRow: ConformanceRow = {
  name: 'KPN',
  adapter: createKpnAdapter,
  open: carrierOf(kpnProtocol),
  protocol: kpnProtocol,
  number: (index) => `+3161234${String(5_678 + index)}`,
  // The carrier's book has digits, whatever form came.
  wire: (number) => number.slice(1),
  texts: {
    gsmOne: GSM_ONE,
    gsmTwo: GSM_TWO,
    ucsOne: UCS_ONE,
    ucsTwo: UCS_TWO,
    longest: gsmOf(1_000),
    tooLong: [gsmOf(1_001), ucsOf(1_001)],
  },
  refs: ({ callId }) => (callId === null ? [] : [callId]),
  errors: { ...SEND_ERRORS, ...REPORT_ERRORS },
  // KPN has no word for an empty purse.
  faults: { refuse_number: refused('request_refused'), no_credit: paused('account_not_allowed') },
  // A token that is refused is fetched anew; the carrier that knows no key gives none, so the text does not go again.
  calls: { wrong_token: 1 },
  isSend: ({ url }) => !url.includes('/oauth/'),
  otherAnswer: '{"token_type":"Bearer","issued_at":"1772442000000","access_token":"ACCESS-EXAMPLE-1","expires_in":"3599"}',
  reports: {
    encodings: ['json', 'list'],
    fields: (word, { ref, to }) => ({
      DLRID: 'd-1',
      document_id: ref,
      CustomerId: 'c-9',
      MessageType: 'sms',
      RecipientPhonenumber: to,
      StatusDateTime: 1_772_442_005,
      Status: /^\d+$/.test(word) ? Number(word) : word,
      ErrorCode: '000',
    }),
    words: [
      ['1', 'delivered'],
      ['2', 'queued'],
      ['3', 'sent'],
      ['4', 'undelivered'],
      ['5', 'rejected'],
      ['6', 'expired'],
      ['Delivered', 'delivered'],
      ['Queued', 'queued'],
      ['Accepted', 'sent'],
      ['Failed', 'undelivered'],
      ['Rejected', 'rejected'],
      ['Expired', 'expired'],
      ['0', 'unknown'],
      ['7', 'unknown'],
      ['Perhaps', 'unknown'],
    ],
    pushed: true,
    echoes: ['Message'],
  },
  inbound: [
    {
      what: 'as the document has it',
      shape: {
        json: {
          sender: '31600000001',
          recipient: '3197000000001',
          message_id: 'in-001',
          content: 'YES',
          timestamp_utc: '2026-03-02T13:02:11.123456',
          type: 'text',
        },
      },
      from: '31600000001',
      to: '3197000000001',
      text: 'YES',
      key: 'in-001',
    },
    {
      what: 'of another alphabet, without a time',
      shape: { json: { sender: '31600000001', recipient: '3197000000001', message_id: 'in-002', content: 'Ja 😀 "1+1"', type: 'unicode' } },
      from: '31600000001',
      to: '3197000000001',
      text: 'Ja 😀 "1+1"',
      key: 'in-002',
    },
  ],
  missedCalls: [],
  odd: [
    { what: 'a report without any id', shape: { json: { RecipientPhonenumber: '31612345678', Status: 1 } }, kind: 'unreadable' },
    { what: 'a text without a sender', shape: { json: { content: 'YES', message_id: 'in-3' } }, kind: 'unreadable' },
  ],
  listSize: 200,
  keepsFor: null,
  voiceCode: null,
  successes: [
    { status: 200, body: '{"document_id":"0f8c1d2e-1111-4222-8333-444455556666","status":"OK"}' },
    { status: 201, body: '{"document_id":"0f8c1d2e-1111-4222-8333-444455556667","status":"ok"}' },
  ],
  queryAnswers: [],
  names: [
    'document_id',
    'status',
    'errorResponse',
    'code',
    'message',
    'name',
    'fault',
    'faultstring',
    'error',
    'DLRID',
    'message_id',
    'Status',
    'StatusCode',
    'ErrorCode',
    'RecipientPhonenumber',
    'sender',
    'content',
    'recipient',
  ],
  words: [
    'OK',
    'ok',
    'FAILED',
    'invalid_client',
    'Delivered',
    1,
    4,
    6,
    '006',
    'doc-1',
    '31612345678',
    '0612345678',
    '40001',
    'Invalid mobile number',
    'a@b.example',
  ],
  // §5 rule 1.
  wasTaken(status, body) {
    const answer = parseBody(body)
    if (!isSuccess(status) || !isObject(answer) || wordIn(answer, 'document_id') === '') return false
    const said = Object.hasOwn(answer, 'status') ? answer['status'] : undefined
    return said === undefined || said === null || said === '' || wordIn(answer, 'status').toUpperCase() === 'OK'
  },
}

/** The older product: Dutch mobiles, one at a time, and nothing is ever reported. */
export const kpnClassicRow: ConformanceRow = {
  ...kpnRow,
  name: 'KPN’s classic product',
  open: async (adapter, clock) => {
    const classic = (address: string): Record<string, string> => ({
      product: 'classic',
      baseUrl: `${address}/kpn/messaging/sms-kpn/v1/send`,
    })
    const protocol: CarrierProtocol = {
      ...kpnProtocol,
      errors: kpnProtocol.errors.filter(({ key }) => !key.includes('report-')),
      accountFor(address, owner) {
        const made = kpnProtocol.accountFor(address, owner)
        return { ...made, config: { ...made.config, ...classic(address) } }
      },
    }
    return carrierOf(protocol)(adapter, clock)
  },
  errors: SEND_ERRORS,
  reports: null,
  inbound: [],
  listSize: 1,
}
