import { createKarixAdapter } from '../../../src/main/providers/karix/index.ts'
import { karixProtocol } from '../../../src/main/sandbox/carrier/protocols/karix/index.ts'
import { carrierOf } from '../counterpart.ts'
import type { ConformanceRow } from '../row.ts'
import { GSM_ONE, GSM_TWO, gsmOf, UCS_ONE, UCS_TWO, ucsOf } from '../texts.ts'
import { isObject, isSuccess, later, open, parseBody, paused, refused, wordIn } from './shared.ts'

const ACCEPTED = '{"status":{"code":"200","desc":"Request Accepted"},"ackid":"70010020030040","time":"2026-03-02 14:32:11"}'

const ENCRYPTED = { aes_mode: 'GCM', key: 'x', iv_key: 'y', payload: 'bm90IHJlYWRhYmxl' }

const CLICK = {
  mobile_number: '919000000001',
  mid: '7001',
  clicked_date: '2026-03-02',
  clicked_time: '14:32:11',
  shorturl: 'https://s.example/a',
}

/** Karix JSON SMS API (docs/providers/karix.md). Where its two lists give a number two meanings, the words decide. */
export const karixRow: ConformanceRow = {
  name: 'Karix',
  adapter: createKarixAdapter,
  open: carrierOf(karixProtocol),
  protocol: karixProtocol,
  number: (index) => `+91900000${String(1 + index).padStart(4, '0')}`,
  wire: (number) => number.slice(1),
  texts: { gsmOne: GSM_ONE, gsmTwo: GSM_TWO, ucsOne: UCS_ONE, ucsTwo: UCS_TWO, longest: gsmOf(800), tooLong: [gsmOf(801), ucsOf(801)] },
  // One id for the whole request; those of the parts only come with reports.
  refs: ({ callId }) => (callId === null ? [] : [callId]),
  errors: {
    'karix/guide/-999': open('provider_error'),
    'karix/guide/-101': paused('account_address'),
    'karix/guide/-102': refused('request_refused'),
    'karix/guide/-103': paused('account_not_allowed'),
    'karix/guide/-104': paused('account_suspended'),
    'karix/guide/-105': paused('account_suspended'),
    'karix/guide/-106': paused('account_credentials'),
    'karix/guide/-108': paused('account_not_allowed'),
    'karix/guide/-109': refused('provider_schedule_time'),
    'karix/guide/-110': refused('provider_schedule_time'),
    'karix/guide/-111': refused('recipient_invalid'),
    'karix/guide/-112': refused('recipient_invalid'),
    'karix/guide/-113': refused('text_refused'),
    'karix/guide/-114': paused('account_type_codes'),
    'karix/guide/-116': paused('account_not_allowed'),
    'karix/guide/-120': paused('account_not_allowed'),
    'karix/guide/-123': { ...later('blockout'), keptBack: true },
    'karix/guide/-124': { ...later('blockout'), keptBack: true },
    'karix/newer/-999': open('provider_error'),
    'karix/newer/-101': paused('account_address'),
    'karix/newer/-102': refused('request_refused'),
    'karix/newer/-105': paused('account_not_allowed'),
    'karix/newer/-106': paused('account_suspended'),
    'karix/newer/-107': paused('account_suspended'),
    'karix/newer/-108': paused('account_credentials'),
    'karix/newer/-109': paused('account_not_allowed'),
    'karix/newer/-110': paused('account_not_allowed'),
    'karix/newer/-111': refused('provider_schedule_time'),
    'karix/newer/-112': refused('provider_schedule_time'),
    'karix/newer/-113': refused('recipient_invalid'),
    'karix/newer/-114': refused('recipient_invalid'),
    'karix/newer/-115': refused('text_refused'),
    'karix/newer/-116': paused('account_type_codes'),
    'karix/newer/-117': refused('request_refused'),
    'karix/newer/-118': paused('account_not_allowed'),
    'karix/newer/-119': refused('request_refused'),
    'karix/newer/-120': refused('request_refused'),
    'karix/newer/-121': paused('account_not_allowed'),
    'karix/newer/-122': paused('account_not_allowed'),
    'karix/newer/-123': refused('request_refused'),
    'karix/newer/-124': refused('request_refused'),
    'karix/newer/-125': { ...later('blockout'), keptBack: true },
    'karix/newer/-126': { ...later('blockout'), keptBack: true },
    'karix/newer/-127': refused('request_refused'),
    'karix/newer/-128': refused('request_refused'),
    'karix/newer/-129': refused('sender_refused'),
    'karix/newer/-130': paused('sender_refused'),
    'karix/newer/-131': paused('template_refused'),
    'karix/newer/-132': refused('template_refused'),
    'karix/newer/-142': paused('account_not_allowed'),
    'karix/newer/-143': paused('account_credentials'),
    'karix/newer/-144': refused('request_refused'),
    'karix/http_401': paused('account_credentials'),
    'karix/http_403': paused('account_not_allowed'),
    'karix/http_404': paused('account_address'),
    'karix/http_405': paused('account_address'),
    'karix/http_408': later('provider_busy'),
    'karix/http_429': later('rate_limited', 1_000),
    'karix/http_500': open('provider_error'),
    'karix/http_502': open('provider_error'),
    'karix/http_503': later('provider_busy', 1_000),
    'karix/http_504': open('provider_error'),
  },
  // The guide has no code for an empty purse: the carrier says that the account is deactivated.
  faults: { no_credit: paused('account_suspended') },
  reports: {
    encodings: ['json', 'list', 'form', 'query'],
    fields(word, { ref, to }) {
      const [flag = '', reason] = word.split(', ')
      return {
        ackid: ref,
        mid: `${ref}01`,
        cust_mid: 'job-7',
        dest: to,
        send: 'BISTRO',
        stime: '2026-03-02 14:32:11',
        dtime: '2026-03-02 14:32:19',
        status: '1',
        Statusflag: flag,
        ...(reason === undefined ? {} : { reason }),
        split_msg_no: '1',
        split_msg_parts: '1',
        operator: 'OPX',
        circle: 'KA',
      }
    },
    words: [
      ['Success, Delivered', 'delivered'],
      ['Success', 'delivered'],
      ['Failed, Network Failed', 'undelivered'],
      ['Failed', 'undelivered'],
      ['Failed, Message Expired', 'expired'],
      ['Rejected, DLT Failed', 'rejected'],
      ['Rejected', 'rejected'],
      ['DELIVRD', 'delivered'],
      ['UNDELIV', 'undelivered'],
      ['REJECTD', 'rejected'],
      ['EXPIRED', 'expired'],
      ['SUBMITTED', 'sent'],
      ['ACCEPTD', 'sent'],
      ['ENROUTE', 'sent'],
      ['Parked, With The Operator', 'unknown'],
      ['Perhaps', 'unknown'],
    ],
    pushed: true,
    perLongText: 2,
    echoes: ['msg', 'tag', 'tag1'],
  },
  inbound: [],
  missedCalls: [],
  odd: [
    { what: 'a report that is encrypted', shape: { json: ENCRYPTED }, kind: 'unreadable' },
    { what: 'a click on a link', shape: { json: CLICK }, kind: 'nothing' },
    {
      what: 'a report without any id',
      shape: { json: { Statusflag: 'Success', reason: 'Delivered', dest: '919000000001' } },
      kind: 'unreadable',
    },
  ],
  listSize: 100,
  keepsFor: 3_600_000,
  voiceCode: null,
  successes: [
    { status: 200, body: ACCEPTED },
    { status: 200, body: '{"status":{"code":200,"desc":"Request Accepted"},"ackid":70010020030040,"time":"2026-03-02 14:32:11"}' },
  ],
  queryAnswers: [],
  names: [
    'status',
    'code',
    'desc',
    'ackid',
    'time',
    'mid',
    'dest',
    'Statusflag',
    'reason',
    'msg',
    'split_msg_no',
    'split_msg_parts',
    'payload',
    'aes_mode',
  ],
  words: [
    '200',
    200,
    '-112',
    '-999',
    'Request Accepted',
    'Invalid mobile number',
    'N/A',
    '70010020030040',
    'Success',
    'Failed',
    'Delivered',
    '919000000001',
    '1',
    '2',
    'id:7 sub:001 dlvrd:001 stat:DELIVRD err:000 text:x',
    { code: '200', desc: 'Request Accepted' },
  ],
  // §5: code 200 and an id, as JSON or as the line of the older interface.
  wasTaken(status, body) {
    if (!isSuccess(status)) return false
    const hasId = (id: string): boolean => id !== '' && id.toUpperCase() !== 'N/A'
    const answer = parseBody(body)
    if (isObject(answer)) {
      const inner = Object.hasOwn(answer, 'status') ? answer['status'] : undefined
      return isObject(inner) && wordIn(inner, 'code') === '200' && hasId(wordIn(answer, 'ackid'))
    }
    const line = new URLSearchParams(body.trim())
    return [line.get('code'), line.get('status')].some((code) => code?.trim() === '200') && hasId((line.get('ackid') ?? '').trim())
  },
}

/** The other names for the alphabets, which some accounts want. */
export const karixShortTypesRow: ConformanceRow = {
  ...karixRow,
  name: 'Karix with the short type codes',
  open: carrierOf(karixProtocol, { typeCodes: 'pm-uc', dltEntityId: '1101223344556677889', dltTemplateId: '1107223344556677889' }),
}
