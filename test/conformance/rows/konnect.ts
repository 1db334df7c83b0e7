import { describe, expect, test } from 'vitest'
import { createKonnectAdapter } from '../../../src/main/providers/konnect/index.ts'
import { konnectProtocol } from '../../../src/main/sandbox/carrier/protocols/konnect/index.ts'
import { openBench } from '../bench.ts'
import { carrierOf, TOKEN } from '../counterpart.ts'
import type { ConformanceRow } from '../row.ts'
import { GSM_FULL_PART, GSM_ONE, gsmOf, UCS_ONE, ucsOf } from '../texts.ts'
import { isObject, isSuccess, later, open, parseBody, paused, refused, wordIn } from './shared.ts'

/** Numbers of the account in the country of those it texts. */
const HOME = { from: '12025550100', callerId: '12025550100' }

const CALL = { event: 'snapcall', api_token: TOKEN, from: '12025550143', to: '12025550100' }

/** Kirusa Konnect, the `/admin/api` interface (docs/providers/konnect.md). */
export const konnectRow: ConformanceRow = {
  name: 'Konnect',
  adapter: createKonnectAdapter,
  // Nothing goes abroad: the account's number is of the same country as those it texts.
  open: carrierOf(konnectProtocol, HOME),
  config: HOME,
  protocol: konnectProtocol,
  number: (index) => `+1202555${String(2_143 + index)}`,
  wire: (number) => number.slice(1),
  texts: {
    gsmOne: GSM_ONE,
    gsmTwo: null,
    ucsOne: UCS_ONE,
    ucsTwo: null,
    longest: GSM_FULL_PART,
    tooLong: [gsmOf(161), `${gsmOf(159)}€`, ucsOf(71), GSM_ONE.padEnd(70, '.').concat('ж')],
  },
  // No answer has an id.
  refs: () => [],
  errors: {
    'konnect/invalid_api_token': paused('account_credentials'),
    'konnect/invalid_app_token': paused('account_credentials'),
    'konnect/1000': refused('request_refused'),
    'konnect/invalid_json': refused('request_refused'),
    'konnect/to.number.not.valid': refused('recipient_invalid'),
    'konnect/from.number.not.valid': paused('sender_refused'),
    'konnect/3001': later('rate_limited'),
    'konnect/3002': paused('account_suspended'),
    'konnect/3003': paused('account_balance'),
    'konnect/3004': refused('text_refused'),
    'konnect/3005': paused('sender_refused'),
    'konnect/3006': paused('sender_refused'),
    'konnect/3007': paused('sender_refused'),
    'konnect/3008': paused('sender_refused'),
    'konnect/3009': refused('request_refused'),
    'konnect/3010': refused('request_refused'),
    'konnect/3011': refused('recipient_invalid'),
    'konnect/3012': refused('request_refused'),
    'konnect/3013': refused('request_refused'),
    'konnect/3014': refused('recipient_invalid'),
    'konnect/3015': refused('request_refused'),
    'konnect/3016': refused('request_refused'),
    'konnect/3017': paused('sender_refused'),
    'konnect/without_code': refused('request_refused'),
    'konnect/http_400': refused('request_refused'),
    'konnect/http_401': paused('account_credentials'),
    'konnect/http_404': paused('account_address'),
    'konnect/http_405': paused('account_address'),
    'konnect/http_408': later('provider_busy'),
    'konnect/http_429': later('rate_limited', 1_000),
    'konnect/http_500': open('provider_error'),
    'konnect/http_502': open('provider_error'),
    'konnect/http_503': later('provider_busy', 1_000),
    'konnect/http_504': open('provider_error'),
  },
  // Too fast has a code of its own, which says nothing about how long to wait.
  faults: { rate_limited: later('rate_limited') },
  reports: {
    encodings: ['json', 'list', 'form', 'query'],
    fields: (word, { ref }) => ({ event: 'send_sms_status', api_token: TOKEN, id: ref, status: word }),
    words: [
      ['ok', 'sent'],
      ['error', 'rejected'],
      ['DELIVERED', 'delivered'],
      ['Answered', 'delivered'],
      ['No Answer', 'undelivered'],
      ['no_answer', 'undelivered'],
      ['Busy', 'undelivered'],
      ['Unreachable', 'undelivered'],
      ['Failed', 'undelivered'],
      ['Not Delivered', 'undelivered'],
      ['UNDELIVERED', 'undelivered'],
      ['Rejected', 'rejected'],
      ['Blocked', 'rejected'],
      ['Expired', 'expired'],
      ['Queued', 'queued'],
      ['Scheduled', 'queued'],
      ['Submitted', 'sent'],
      ['Sent', 'sent'],
      ['Line sang', 'unknown'],
    ],
    pushed: false,
    echoes: [],
  },
  inbound: [],
  missedCalls: [
    {
      what: 'as the document has it',
      shape: { json: { ...CALL, id: 90_211, at: 1_735_732_800_123 } },
      call: { key: '90211', from: '12025550143', to: '12025550100', at: 1_735_732_800_123 },
    },
    {
      what: 'with an id beyond 2^53 and its time in seconds',
      shape: {
        raw: {
          body: JSON.stringify({ ...CALL, at: 1_735_732_800 }).replace('{', '{"id":90071992547409931234,'),
          contentType: 'application/json',
        },
      },
      call: { key: '90071992547409931234', from: '12025550143', to: '12025550100', at: 1_735_732_800_000 },
    },
    {
      what: 'as a form, without a time',
      shape: { form: { ...CALL, id: '90212' } },
      call: { key: '90212', from: '12025550143', to: '12025550100', at: null },
    },
    {
      what: 'as a query',
      shape: { query: { ...CALL, id: '90213', at: '1735732800123' } },
      call: { key: '90213', from: '12025550143', to: '12025550100', at: 1_735_732_800_123 },
    },
  ],
  odd: [
    { what: 'an event nobody knows', shape: { json: { ...CALL, event: 'party', id: 1 } }, kind: 'unreadable' },
    { what: 'a call without an id', shape: { json: CALL }, kind: 'unreadable' },
  ],
  listSize: 1,
  keepsFor: null,
  voiceCode: '804217',
  successes: [{ status: 200, body: '{"cmd":"send_sms","status":"ok"}' }],
  queryAnswers: [],
  names: [
    'cmd',
    'status',
    'error_code',
    'error_reason',
    'event',
    'id',
    'from',
    'to',
    'at',
    'api_token',
    'to_number',
    'campaign',
    'schedule',
    'description',
    'transaction_id',
  ],
  words: [
    'ok',
    'OK ',
    'error',
    'success',
    'queued',
    '3001',
    3_003,
    'invalid_api_token',
    'To number is not valid',
    'snapcall',
    'send_sms_status',
    'DELIVERED',
    90_211,
    '12025550143',
    'try again',
  ],
  // §5 rule 1.
  wasTaken(status, body) {
    const answer = parseBody(body)
    return isSuccess(status) && isObject(answer) && wordIn(answer, 'status').toLowerCase() === 'ok'
  },
  more: describeCampaigns,
}

/** Reports of what was started at Konnect's own desk, which must never pass for one of a text of ours. */
function describeCampaigns(row: ConformanceRow): void {
  const STATES = ['queued', 'sent', 'delivered', 'undelivered', 'expired', 'rejected', 'unknown'] as const

  describe('a report of a campaign', () => {
    test.each(STATES.flatMap((state) => (['sms', 'voice'] as const).map((kind) => [kind, state] as const)))(
      'by %s that says “%s” is read as that, names the campaign and nobody as recipient',
      async (kind, state) => {
        const bench = await openBench(row)
        const report = { token: TOKEN, to: row.wire(row.number(0)), kind, campaign: 'Spring “offer”', schedule: 'Wave 2', state }
        await bench.other.carrier?.campaignReport({ protocol: 'konnect', ...report })
        const [reading] = bench.readings()
        expect(reading).toMatchObject({ kind: 'read', receipts: [{ status: state, detail: expect.stringContaining('Spring “offer”') }] })
        expect(reading?.kind === 'read' ? reading.receipts.map(({ to }) => to) : null).toEqual([undefined])
      },
    )

    test('has a reference that stays the same for one text and differs from any other', async () => {
      const bench = await openBench(row)
      const report = { token: TOKEN, to: '12025550143', kind: 'sms', campaign: 'A', schedule: 'B', state: 'sent' } as const
      const changes = [
        {},
        { state: 'delivered' },
        { to: '12025550144' },
        { campaign: 'C' },
        { schedule: 'C' },
        { campaign: 'A","B' },
      ] as const
      for (const change of changes) await bench.other.carrier?.campaignReport({ protocol: 'konnect', ...report, ...change })
      const refs = bench.readings().flatMap((reading) => (reading.kind === 'read' ? reading.receipts.map(({ ref }) => ref) : []))
      expect(refs).toHaveLength(changes.length)
      expect(refs[0]).toBe(refs[1])
      expect(new Set(refs).size).toBe(changes.length - 1)
    })

    test('of a spoken code comes to the account’s own hook', async () => {
      const bench = await openBench(row)
      bench.other.behave({ receipt: 'delivered', receiptBeforeAnswer: true })
      await bench.call(row.number(0), '804217')
      expect(bench.readings()).toMatchObject([{ kind: 'read', receipts: [{ status: 'delivered' }] }])
    })
  })
}
