import { connectelAdapter } from '../../../src/main/providers/connectel/index.ts'
import { connectelProtocol } from '../../../src/main/sandbox/carrier/protocols/connectel/index.ts'
import { carrierOf } from '../counterpart.ts'
import type { ConformanceRow } from '../row.ts'
import { GSM_ONE, GSM_TWO, gsmOf, UCS_ONE, UCS_TWO, ucsOf } from '../texts.ts'
import { isObject, isSuccess, parseBody, refused, wordIn } from './shared.ts'

const SINGLE =
  '{"href":"https://smsapi.connectel.se/api/status/?authorization=TOKEN&message=RAAA0001.17000000000000001","method":"GET","recipient":"46701740605","requestid":"RAAA0001.17000000000000001","sender":"Bistro","setusInt":0,"statusInt":0,"statusStr":"ENROUTE"}'

const KNOWN_WORDS = ['QUEUE', 'QUEUED', 'ENROUTE', 'DELIVRD', 'REJECTD', 'UNDELIV', 'EXPIRED', 'UNKNOWN']

/** Connectel SMS Gateway API v2 (docs/providers/connectel.md). */
export const connectelRow: ConformanceRow = {
  name: 'Connectel',
  adapter: () => connectelAdapter,
  open: carrierOf(connectelProtocol),
  protocol: connectelProtocol,
  number: (index) => `+4670174${String(600 + index).padStart(4, '0')}`,
  wire: (number) => number.slice(1),
  texts: {
    gsmOne: GSM_ONE,
    gsmTwo: GSM_TWO,
    ucsOne: UCS_ONE,
    ucsTwo: UCS_TWO,
    longest: gsmOf(1_600),
    tooLong: [gsmOf(1_601), ucsOf(1_601)],
  },
  refs: ({ ids }) => ids,
  // The document has no errors.
  errors: {},
  faults: { refuse_number: refused('recipient_unreachable') },
  reports: {
    encodings: ['json', 'form'],
    // In the JSON sample both fields have the number.
    fields: (word, { ref, to }) => ({
      action: 'dlr',
      requestid: ref,
      tokenid: '42',
      ...(/^\d+$/.test(word) ? { statusInt: Number(word), statusStr: Number(word) } : { statusStr: word }),
      sender: 'Bistro',
      recipient: to,
    }),
    words: [
      ['1', 'delivered'],
      ['0', 'sent'],
      ['2', 'rejected'],
      ['3', 'unknown'],
      ['4', 'unknown'],
      ['5', 'undelivered'],
      ['6', 'unknown'],
      ['7', 'unknown'],
      ['8', 'expired'],
      ['9', 'unknown'],
      ['17', 'unknown'],
      ['QUEUE', 'queued'],
      ['QUEUED', 'queued'],
      ['ENROUTE', 'sent'],
      ['DELIVRD', 'delivered'],
      ['delivrd', 'delivered'],
      ['REJECTD', 'rejected'],
      ['UNDELIV', 'undelivered'],
      ['EXPIRED', 'expired'],
      ['UNKNOWN', 'unknown'],
      ['DELIVERED PERHAPS', 'unknown'],
    ],
    pushed: true,
    echoes: ['message'],
  },
  inbound: [
    {
      what: 'as JSON',
      shape: { json: { from: '46701740699', to: '46701740600', requestid: 'RBBB7.17000000000000009', message: 'YES' } },
      from: '46701740699',
      to: '46701740600',
      text: 'YES',
      key: 'RBBB7.17000000000000009',
    },
    {
      what: 'as a form',
      shape: { form: { from: '46701740699', to: '46701740600', requestid: 'RBBB7.17000000000000010', message: 'Ja, 1+1 & "fler" €' } },
      from: '46701740699',
      to: '46701740600',
      text: 'Ja, 1+1 & "fler" €',
      key: 'RBBB7.17000000000000010',
    },
  ],
  missedCalls: [],
  odd: [
    { what: 'a report without an id', shape: { json: { action: 'dlr', statusInt: 1 } }, kind: 'unreadable' },
    { what: 'a text without a number', shape: { json: { message: 'YES', requestid: 'R1' } }, kind: 'unreadable' },
  ],
  listSize: 100,
  keepsFor: null,
  voiceCode: null,
  successes: [{ status: 200, body: SINGLE }],
  queryAnswers: [
    '{"action":"send","date":"2026-03-02 14:05:00","message":"","recipient":"46701740605","requestid":"R-asked","sender":"Bistro","statusDesc":"","statusInt":1,"statusStr":"DELIVRD","url":"https://smsapi.connectel.se/status/R-asked"}',
  ],
  callAnswers: [
    '{"action":"send","bulkid":"B-asked","message":"","sender":"Bistro","recipient":[{"date":"2026-03-02 14:05:00","recipient":"46701740605","requestid":"R1.17000000000000001","statusDesc":"","statusInt":1,"statusStr":"DELIVRD","url":"https://smsapi.connectel.se/status/R1.17000000000000001"},{"date":"2026-03-02 14:05:00","recipient":"46701740606","requestid":"R2.17000000000000002","statusDesc":"","statusInt":0,"statusStr":"ENROUTE","url":"https://smsapi.connectel.se/status/R2.17000000000000002"}]}',
  ],
  names: [
    'requestid',
    'statusInt',
    'setusInt',
    'statusStr',
    'statusDesc',
    'recipient',
    'bulkid',
    'key',
    'message',
    'error',
    'action',
    'from',
    'to',
    'href',
  ],
  words: [...KNOWN_WORDS, 0, 1, 2, 5, 8, 9, 17, 'R1.17000000000000001', 'B1.2', 'c1', 'c2', 'c3', '46701740600', 'dlr', 'no credit left'],
  // §5 rule 1, with §8 for which status wins.
  wasTaken(status, body) {
    const answer = parseBody(body)
    if (!isSuccess(status) || !isObject(answer) || wordIn(answer, 'requestid') === '') return false
    const word = wordIn(answer, 'statusStr').toUpperCase()
    if (KNOWN_WORDS.includes(word)) return !['REJECTD', 'UNDELIV', 'EXPIRED', 'UNKNOWN'].includes(word)
    const number = [wordIn(answer, 'statusInt'), wordIn(answer, 'setusInt'), word].find((one) => /^\d+$/.test(one))
    return !['2', '5', '8', '9'].includes(number ?? '')
  },
}
