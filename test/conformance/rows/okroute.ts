import { createOkRouteAdapter } from '../../../src/main/providers/okroute/index.ts'
import { okrouteProtocol } from '../../../src/main/sandbox/carrier/protocols/okroute/index.ts'
import { carrierOf } from '../counterpart.ts'
import type { ConformanceRow } from '../row.ts'
import { GSM_ONE, GSM_TWO, UCS_ONE, UCS_TWO, ucsOf } from '../texts.ts'
import { isObject, isSuccess, later, open, parseBody, paused, refused, wordIn } from './shared.ts'

/** OKRoute's SMS HTTP API (docs/providers/okroute.md). */
export const okrouteRow: ConformanceRow = {
  name: 'OKRoute',
  adapter: createOkRouteAdapter,
  open: carrierOf(okrouteProtocol),
  protocol: okrouteProtocol,
  number: (index) => `+1202555${String(2_143 + index)}`,
  wire: (number) => number.slice(1),
  // No longest text is named: 30 parts.
  texts: { gsmOne: GSM_ONE, gsmTwo: GSM_TWO, ucsOne: UCS_ONE, ucsTwo: UCS_TWO, longest: ucsOf(2_000), tooLong: [] },
  // Each part has an id of its own.
  refs: ({ ids }) => ids,
  errors: {
    'okroute/400-no-routes': refused('no_route'),
    'okroute/400-service-type': paused('account_not_allowed'),
    'okroute/400-too-long': refused('recipient_invalid'),
    'okroute/400': refused('request_refused'),
    'okroute/401': paused('account_credentials'),
    'okroute/402': paused('account_balance'),
    'okroute/403': paused('account_not_allowed'),
    'okroute/404': paused('account_address'),
    'okroute/405': paused('account_address'),
    'okroute/429': later('rate_limited', 1_000),
    'okroute/500': open('provider_error'),
    'okroute/502': open('provider_error'),
    'okroute/503': later('provider_busy', 1_000),
    'okroute/504': open('provider_error'),
    'okroute/508': paused('no_route'),
    'okroute/200-no-routes': refused('no_route'),
    'okroute/200-balance': paused('account_balance'),
    'okroute/200-queue': later('provider_busy'),
    // A success that is no JSON and no refusal that is known to the letter: nobody can tell.
    'okroute/200-text': open('answer_unreadable'),
  },
  faults: { refuse_number: refused('no_route') },
  reports: {
    encodings: ['query', 'form'],
    fields: (word, { ref, to }, encoding) =>
      encoding === 'query'
        ? { id: ref, status: word, to, from: 'Bistro', time: '260302140519', desc: '' }
        : { msgid: ref, state: word, reasoncode: '000', to, time: '260302140519', mcc: '310', mnc: '260' },
    words: [
      ['DELIVRD', 'delivered'],
      ['ENROUTE', 'sent'],
      ['SENT', 'sent'],
      ['ACCEPTD', 'sent'],
      ['EXPIRED', 'expired'],
      ['IM_EXPD', 'expired'],
      ['UNDELIV', 'undelivered'],
      ['DELETED', 'undelivered'],
      ['REJECTD', 'rejected'],
      ['NO ROUTES', 'rejected'],
      ['ACTIVATED', 'delivered'],
      ['delivrd', 'delivered'],
      ['UNKNOWN', 'unknown'],
      ['DELIVERED', 'unknown'],
      ['Perhaps', 'unknown'],
    ],
    pushed: true,
    perLongText: 2,
    echoes: ['message'],
  },
  inbound: [
    {
      what: 'as the document has it',
      shape: {
        query: {
          ani: '12025550143',
          dnis: '12025550100',
          message: 'YES & 1+1',
          message_id: 'alss-99',
          delivery_status: 'MO',
          delivery_time: '260302140600',
        },
      },
      from: '12025550143',
      to: '12025550100',
      text: 'YES & 1+1',
      key: 'alss-99',
    },
    {
      what: 'as a form',
      shape: { form: { message: 'Ja 😀', to: '12025550100', from: '12025550143', msgid: 'alss-100' } },
      from: '12025550143',
      to: '12025550100',
      text: 'Ja 😀',
      key: 'alss-100',
    },
    {
      what: 'that is the second part of one, as a form',
      shape: {
        form: {
          message: 'and more',
          to: '12025550100',
          from: '12025550143',
          msgid: 'alss-101',
          sarId: '00ab',
          sarPartNumber: '2',
          SarParts: '2',
        },
      },
      from: '12025550143',
      to: '12025550100',
      text: 'and more',
      key: 'alss-101:00ab:2',
    },
  ],
  missedCalls: [],
  odd: [
    {
      what: 'a template that nothing was put into',
      shape: { query: { id: '$app_msg_id$', status: '$delivery_status$', to: '$dnis$' } },
      kind: 'unreadable',
    },
    { what: 'a report without an id', shape: { query: { status: 'DELIVRD', to: '12025550143' } }, kind: 'unreadable' },
  ],
  listSize: 100,
  keepsFor: null,
  voiceCode: null,
  successes: [
    { status: 200, body: '{"message_id":"alss-0a1b2c3d-4e5f6071"}' },
    { status: 200, body: '[{"message_id":"alss-0a1b2c3d-4e5f6071"}]' },
    {
      status: 200,
      body: '[{"dnis":"12025552143","message_id":"alss-1","segment_num":"1"},{"dnis":"12025552143","message_id":"alss-2","segment_num":"2"}]',
    },
  ],
  queryAnswers: [
    '{"status":"DELIVRD","delivery_time":"20260302140519","mccmnc":"310260","error_code":"000","system_delivery_time":"260302140520"}',
    '[{"status":"ENROUTE","delivery_time":"","mccmnc":"310260","error_code":"000","system_delivery_time":""}]',
  ],
  names: [
    'message_id',
    'dnis',
    'segment_num',
    'status',
    'error',
    'message',
    'id',
    'to',
    'ani',
    'delivery_status',
    'app_msg_id',
    'msgid',
    'state',
    'udh',
    'sarId',
    'reasoncode',
  ],
  words: [
    'NO ROUTES',
    'not authorized (check login and password)',
    'alss-1',
    'alss-2',
    '12025552143',
    '12025552144',
    '12025552145',
    'DELIVRD',
    'MO',
    '$dnis$',
    '1',
    '2',
    0,
    'queue',
    'password=x',
    '0500030C0201',
  ],
  // §4.1: an id that is not empty, in an object or in one of a list.
  wasTaken: (status, body) => isSuccess(status) && hasId(parseBody(body)),
}

/** The two other ways of sending; with GET, the address bounds the length. */
export const okrouteGetRow: ConformanceRow = {
  ...okrouteRow,
  name: 'OKRoute by GET',
  open: carrierOf(okrouteProtocol, { method: 'get' }),
  texts: { ...okrouteRow.texts, longest: ucsOf(1_100), tooLong: [ucsOf(1_400)] },
}

export const okroutePostQueryRow: ConformanceRow = {
  ...okrouteRow,
  name: 'OKRoute with the keys in the address',
  open: carrierOf(okrouteProtocol, { method: 'post-query' }),
}

function hasId(answer: unknown): boolean {
  if (Array.isArray(answer)) return (answer as unknown[]).some(hasId)
  return isObject(answer) && !['', '0', 'null', 'undefined'].includes(wordIn(answer, 'message_id').toLowerCase())
}
