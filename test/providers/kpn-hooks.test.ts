import { describe, expect, test } from 'vitest'
import { DOCUMENT_ID, readHook } from './kpn-desk.ts'

const REPORT = {
  DLRID: 'd-1',
  document_id: DOCUMENT_ID,
  CustomerId: 'c-9',
  MessageType: 'sms',
  RecipientPhonenumber: '31612345678',
  StatusDateTime: 1_735_732_805,
  Status: 1,
  ErrorCode: '000',
}
const INBOUND = {
  sender: '31600000001',
  recipient: '3197000000001',
  message_id: 'in-001',
  content: 'YES',
  timestamp_utc: '2025-03-03T13:02:11.123456',
  type: 'text',
}
const DELIVERED = { ref: DOCUMENT_ID, status: 'delivered', rawStatus: '1', detail: null, to: '+31612345678', shared: true }
const TEXT = { key: 'in-001', from: '31600000001', to: '3197000000001', text: 'YES' }

function json(value: unknown): ReturnType<typeof readHook> {
  return readHook({ contentType: 'application/json', body: JSON.stringify(value) })
}

test('the illustrated report', () => {
  expect(json(REPORT)).toEqual({ kind: 'read', receipts: [DELIVERED], inbound: [] })
})

test('the documented text from a customer', () => {
  expect(json(INBOUND)).toEqual({ kind: 'read', receipts: [], inbound: [TEXT] })
})

test('both as a form and as a query, too', () => {
  const form = new URLSearchParams(Object.entries(REPORT).map(([name, value]) => [name, String(value)])).toString()
  expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: form })).toMatchObject({ receipts: [DELIVERED] })
  expect(readHook({ method: 'GET', query: form })).toMatchObject({ receipts: [DELIVERED] })
  expect(readHook({ method: 'GET', query: new URLSearchParams(INBOUND).toString() })).toMatchObject({ inbound: [TEXT] })
})

test('a list holds several statements, and what can be read of it is read', () => {
  expect(json([REPORT, { hello: 1 }, INBOUND, { ...REPORT, document_id: 'doc-2', Status: 'Failed', ErrorCode: 6 }, 7])).toEqual({
    kind: 'read',
    receipts: [
      DELIVERED,
      {
        ...DELIVERED,
        ref: 'doc-2',
        status: 'undelivered',
        rawStatus: 'Failed',
        detail: 'The phone was switched off or busy. You can send the text again later. KPN code 006.',
      },
    ],
    inbound: [TEXT],
  })
  expect(json([])).toMatchObject({ kind: 'nothing' })
  expect(json([{ hello: 1 }])).toMatchObject({ kind: 'unreadable' })
})

test('names of fields may differ in case, hyphens and underscores', () => {
  expect(json({ documentId: 'doc-1', 'recipient-phone-number': '31612345678', STATUS: '3' })).toMatchObject({
    receipts: [{ ref: 'doc-1', status: 'sent', to: '+31612345678', shared: true }],
  })
  expect(json({ Sender: '31600000001', Content: 'YES', MessageId: 'in-1' })).toMatchObject({ inbound: [{ key: 'in-1', to: '' }] })
})

describe('the reference', () => {
  test.each([
    [
      { document_id: 'a', message_id: 'b', DLRID: 'c' },
      { ref: 'a', shared: true, to: '+31612345678' },
    ],
    [
      { document_id: ' ', message_id: 'b', DLRID: 'c' },
      { ref: 'b', to: '+31612345678' },
    ],
    [
      { message_id: 'b', DLRID: 'c' },
      { ref: 'b', to: '+31612345678' },
    ],
    [{ DLRID: 'c' }, { ref: 'c', to: '+31612345678' }],
    [
      { document_id: null, DLRID: 'c' },
      { ref: 'c', to: '+31612345678' },
    ],
    [
      { document_id: { a: 1 }, message_id: 0, DLRID: 'c' },
      { ref: 'c', to: '+31612345678' },
    ],
  ])('of %o is %o', (ids, expected) => {
    expect(json({ ...ids, Status: 1, RecipientPhonenumber: '31612345678' })).toEqual({
      kind: 'read',
      receipts: [{ status: 'delivered', rawStatus: '1', detail: null, ...expected }],
      inbound: [],
    })
  })

  test('keeps every digit', () => {
    expect(readHook({ body: '{"document_id":9007199254740993,"Status":1}' })).toMatchObject({ receipts: [{ ref: '9007199254740993' }] })
  })
})

describe('the recipient', () => {
  test.each([
    ['31612345678', '+31612345678'],
    [31_612_345_678, '+31612345678'],
    ['+31612345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['0612345678', '+31612345678'],
    ['06-12 34 56 78', '+31612345678'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['00310612345678', '+31612345678'],
    ['097000000001', '+3197000000001'],
    ['46701740605', '+46701740605'],
    ['+12025550143', '+12025550143'],
  ])('%o is %s, with the document id shared', (raw, to) => {
    expect(json({ ...REPORT, RecipientPhonenumber: raw })).toMatchObject({ receipts: [{ to, shared: true }] })
  })

  test.each(['', 'Bistro', '+', '12', '31612345678,31612345679', '00', '000000000', '+0612345678', '3'.repeat(40), null, [], { a: 1 }])(
    '%o cannot be read: the report is for the one recipient of its call, if there was only one',
    (raw) => {
      const reading = json({ ...REPORT, RecipientPhonenumber: raw })
      expect(reading).toEqual({
        kind: 'read',
        receipts: [{ ref: DOCUMENT_ID, status: 'delivered', rawStatus: '1', detail: null, shared: true }],
        inbound: [],
      })
    },
  )

  test('goes by other names, too', () => {
    for (const name of ['recipient', 'mobile_number', 'recipientPhoneNumber']) {
      expect(json({ document_id: 'd', Status: 1, [name]: '0612345678' })).toMatchObject({
        receipts: [{ to: '+31612345678', shared: true }],
      })
    }
  })

  test('beside another id is kept as it came where it cannot be read', () => {
    expect(json({ DLRID: 'd', Status: 1, RecipientPhonenumber: 'x12' })).toEqual({
      kind: 'read',
      receipts: [{ ref: 'd', status: 'delivered', rawStatus: '1', detail: null, to: 'x12' }],
      inbound: [],
    })
  })
})

describe('the status', () => {
  test.each([
    [1, undefined, 'delivered', '1'],
    ['1', undefined, 'delivered', '1'],
    [2, undefined, 'queued', '2'],
    [3, undefined, 'sent', '3'],
    [4, undefined, 'undelivered', '4'],
    [5, undefined, 'rejected', '5'],
    [6, undefined, 'expired', '6'],
    ['Delivered', undefined, 'delivered', 'Delivered'],
    ['QUEUED', undefined, 'queued', 'QUEUED'],
    ['accepted', undefined, 'sent', 'accepted'],
    ['Failed', undefined, 'undelivered', 'Failed'],
    [' Rejected ', undefined, 'rejected', 'Rejected'],
    ['Expired', undefined, 'expired', 'Expired'],
    [undefined, 6, 'expired', '6'],
    ['Delivered', 1, 'delivered', 'Delivered 1'],
    ['DELIVRD', 1, 'delivered', 'DELIVRD 1'],
    // Nothing is guessed.
    ['Delivered', 4, 'unknown', 'Delivered 4'],
    ['DELIVRD', undefined, 'unknown', 'DELIVRD'],
    ['Sent', undefined, 'unknown', 'Sent'],
    ['OK', undefined, 'unknown', 'OK'],
    [0, undefined, 'unknown', '0'],
    [7, undefined, 'unknown', '7'],
    [-1, undefined, 'unknown', '-1'],
    [1.5, undefined, 'unknown', '1.5'],
    [true, undefined, 'unknown', ''],
    [[1], undefined, 'unknown', ''],
    [{ code: 1 }, undefined, 'unknown', ''],
    ['constructor', undefined, 'unknown', 'constructor'],
    [undefined, undefined, 'unknown', ''],
  ])('%o with code %o is “%s”, kept as “%s”', (Status, StatusCode, status, rawStatus) => {
    expect(json({ document_id: 'doc-1', Status, StatusCode })).toEqual({
      kind: 'read',
      receipts: [{ ref: 'doc-1', status, rawStatus, detail: null, shared: true }],
      inbound: [],
    })
  })
})

describe('the reason', () => {
  test.each([
    ['000', null],
    [0, null],
    ['', null],
    [null, null],
    [{ code: '006' }, null],
    ['002', 'The number is not in use or not valid. Check it. KPN code 002.'],
    ['2', 'The number is not in use or not valid. Check it. KPN code 002.'],
    [2, 'The number is not in use or not valid. Check it. KPN code 002.'],
    ['020', 'There is not enough credit or quota at KPN. Ask KPN. KPN code 020.'],
    [30, 'The rules of that country do not permit the text. KPN code 030.'],
    ['031', 'KPN gives a reason that it does not explain. KPN code 031.'],
    [999, 'KPN gives a reason that it does not explain. KPN code 999.'],
    [' absent\u0007 subscriber ', 'absent subscriber'],
  ])('of code %o is %o, and changes no status', (ErrorCode, detail) => {
    for (const [Status, status] of [
      [4, 'undelivered'],
      [5, 'rejected'],
      [undefined, 'unknown'],
    ] as const) {
      expect(json({ document_id: 'doc-1', Status, ErrorCode })).toMatchObject({ receipts: [{ status, detail }] })
    }
  })

  test('of every code of the table is a sentence', () => {
    for (let code = 1; code <= 30; code += 1) {
      const reading = json({ document_id: 'd', Status: 4, ErrorCode: code })
      const detail = reading.kind === 'read' ? reading.receipts[0]?.detail : null
      expect(detail).toMatch(/^[A-Z].*\. KPN code \d{3}\.$/)
      expect(detail).not.toContain('does not explain')
    }
  })

  test('stands in “Error” where there is no “ErrorCode”, and is none of a text that arrived', () => {
    expect(json({ document_id: 'd', Status: 4, Error: '7' })).toMatchObject({ receipts: [{ detail: expect.stringContaining('007') }] })
    expect(json({ document_id: 'd', Status: 4, ErrorCode: '000', Error: 'no route' })).toMatchObject({ receipts: [{ detail: 'no route' }] })
    expect(json({ document_id: 'd', Status: 1, ErrorCode: '006' })).toMatchObject({ receipts: [{ status: 'delivered', detail: null }] })
  })
})

test('the text in a report is not used', () => {
  expect(JSON.stringify(json({ ...REPORT, Message: 'canary', sender: '31600000001', content: 'canary' }))).not.toContain('canary')
})

test('a text from a customer keeps its spaces, lines and emptiness, whatever its type', () => {
  for (const type of ['text', 'unicode', 'flash', undefined]) {
    expect(json({ ...INBOUND, type, content: ' a\nb😀 ' })).toMatchObject({ inbound: [{ text: ' a\nb😀 ' }] })
  }
  expect(json({ ...INBOUND, content: '' })).toMatchObject({ inbound: [{ text: '' }] })
  expect(readHook({ body: '{"sender":31600000001,"content":2450}' })).toMatchObject({
    inbound: [{ key: null, from: '31600000001', to: '', text: '2450' }],
  })
})

test.each([{ method: 'HEAD' as const }, { method: 'HEAD' as const, body: JSON.stringify(REPORT) }, { method: 'GET' as const }])(
  '%o says nothing',
  (request) => {
    expect(readHook(request)).toMatchObject({ kind: 'nothing' })
  },
)

test.each([
  ['an empty body', ''],
  ['an empty object', '{}'],
  ['a number', '7'],
  ['a word', 'hello'],
  ['null', 'null'],
  ['half an object', '{"DLRID":"d-1"'],
  ['a page', '<html><a href="?a=b">x</a></html>'],
  ['a report without an id', '{"Status":1,"RecipientPhonenumber":"31612345678"}'],
  ['a text without a sender', '{"content":"hello","message_id":"m"}'],
  ['a text without its words', '{"sender":"31600000001","recipient":"3197000000001","message_id":"m"}'],
  ['a message id alone', '{"message_id":"m"}'],
  ['fields in the prototype', '{"__proto__":{"DLRID":"d-1","Status":1}}'],
])('%s is unreadable', (_what, body) => {
  expect(readHook({ contentType: 'application/json', body })).toMatchObject({ kind: 'unreadable', detail: expect.stringMatching(/\.$/) })
})
