import { describe, expect, test } from 'vitest'
import { readHook } from './okroute-desk.ts'

const REPORT = { id: 'alss-0a1b2c3d-4e5f6071', status: 'DELIVRD', to: '12025550143', from: 'Bistro', time: '250303140519', desc: '' }
const READ_REPORT = { ref: REPORT.id, status: 'delivered', rawStatus: 'DELIVRD', detail: null, to: '12025550143' }
const INBOUND = {
  ani: '12025550143',
  dnis: '12025550100',
  message: 'YES',
  message_id: 'alss-99',
  delivery_status: 'MO',
  delivery_time: '250303140600',
}
const READ_INBOUND = { key: 'alss-99', from: '12025550143', to: '12025550100', text: 'YES' }

function query(fields: Record<string, string>) {
  return readHook({ query: new URLSearchParams(fields).toString() })
}

function json(value: unknown) {
  return readHook({ method: 'POST', contentType: 'application/json', body: JSON.stringify(value) })
}

describe('a report and a text are read alike', () => {
  for (const [what, fields, reading] of [
    ['a report', REPORT, { kind: 'read', receipts: [READ_REPORT], inbound: [] }],
    ['a text', INBOUND, { kind: 'read', receipts: [], inbound: [READ_INBOUND] }],
  ] as const) {
    const form = new URLSearchParams(fields).toString()
    test.each([
      ['from a query', { query: form }],
      ['from the query of a POST', { method: 'POST' as const, query: form }],
      ['from a form', { method: 'POST' as const, contentType: 'application/x-www-form-urlencoded', body: form }],
      ['from a form without a type', { method: 'POST' as const, body: form }],
      ['from JSON', { method: 'POST' as const, contentType: 'application/json', body: JSON.stringify(fields) }],
      ['from JSON called text', { method: 'POST' as const, contentType: 'text/html', body: `\uFEFF ${JSON.stringify(fields)}` }],
    ])(`${what} %s`, (_how, request) => {
      expect(readHook(request)).toEqual(reading)
    })
  }

  test('several at once, and of a list what can be read', () => {
    expect(json([REPORT, { junk: 1 }, INBOUND, 7])).toEqual({ kind: 'read', receipts: [READ_REPORT], inbound: [READ_INBOUND] })
  })
})

describe('a report', () => {
  test.each<[Record<string, string>]>([
    [{ app_msg_id: REPORT.id, delivery_status: 'DELIVRD', dnis: '12025550143' }],
    [{ message_id: REPORT.id, delivery_status: 'DELIVRD', dnis: '12025550143' }],
    [{ messageId: REPORT.id, status: 'DELIVRD', dnis: '12025550143', ani: 'Bistro' }],
    [{ dlvrMsgId: REPORT.id, dlvrMsgStat: 'DELIVRD', dnis: '12025550143' }],
    [{ msgid: REPORT.id, state: 'DELIVRD', reasoncode: '0', to: '12025550143', time: 'x', mcc: '310', mnc: '260' }],
    [{ id: REPORT.id, stat: 'DELIVRD', to: '12025550143', message: 'id:1 stat:DELIVRD text:canary' }],
    [{ APP_MSG_ID: REPORT.id, Delivery_Status: 'DELIVRD', DNIS: '12025550143' }],
    // The id of the text comes before the one that may be common to its parts.
    [{ message_id: 'common', app_msg_id: REPORT.id, delivery_status: 'DELIVRD', dnis: '12025550143' }],
    [{ id: '$app_msg_id$', message_id: REPORT.id, status: 'DELIVRD', to: '$dnis$', dnis: '12025550143' }],
  ])('is read from %o', (fields) => {
    expect(query(fields)).toEqual({ kind: 'read', receipts: [READ_REPORT], inbound: [] })
  })

  test.each([
    ['ENROUTE', 'sent'],
    ['SENT', 'sent'],
    ['ACCEPTD', 'sent'],
    ['DELIVRD', 'delivered'],
    ['ACTIVATED', 'delivered'],
    ['EXPIRED', 'expired'],
    ['IM_EXPD', 'expired'],
    ['DELETED', 'undelivered'],
    ['UNDELIV', 'undelivered'],
    ['REJECTD', 'rejected'],
    ['NO ROUTES', 'rejected'],
    ['UNKNOWN', 'unknown'],
    ['DELIVERED', 'unknown'],
    ['Zugestellt', 'unknown'],
    ['2', 'unknown'],
    ['constructor', 'unknown'],
  ])('with the word “%s” is %s, and keeps it', (word, status) => {
    expect(query({ ...REPORT, status: word })).toMatchObject({ receipts: [{ ref: REPORT.id, status, rawStatus: word }] })
    expect(query({ ...REPORT, status: ` ${word.toLowerCase()} ` })).toMatchObject({ receipts: [{ status, rawStatus: word.toLowerCase() }] })
  })

  test.each([
    [{ desc: ' absent\u0007 subscriber ' }, 'absent subscriber'],
    [{ dlvrResultCodeDescr: 'Absent subscriber', desc: '' }, 'Absent subscriber'],
    [{ desc: '$dlvrResultCodeDescr$' }, null],
    [{ desc: '', reasoncode: '27' }, 'Code 27 of the network.'],
    [{ desc: '', reasoncode: '000' }, null],
    [{ desc: 'x'.repeat(5_000) }, `${'x'.repeat(299)}…`],
  ])('%o is the detail %o', (fields, detail) => {
    expect(query({ ...REPORT, ...fields })).toMatchObject({ receipts: [{ detail }] })
  })

  test.each<Record<string, string>>([
    { id: 'a', status: 'DELIVRD' },
    { id: 'a', status: 'DELIVRD', to: '$dnis$' },
    { id: 'a', status: 'DELIVRD', to: ' ' },
  ])('needs no number, and does not make one of an unfilled mark: %o', (fields) => {
    expect(query(fields)).toEqual({
      kind: 'read',
      receipts: [{ ref: 'a', status: 'delivered', rawStatus: 'DELIVRD', detail: null }],
      inbound: [],
    })
  })

  test('keeps every digit of an id that is a number', () => {
    expect(readHook({ method: 'POST', body: '{"id":17000000000000000001,"status":"DELIVRD"}' })).toMatchObject({
      receipts: [{ ref: '17000000000000000001' }],
    })
  })
})

describe('a text from a customer', () => {
  test.each<[string, Record<string, string>]>([
    ['with the word of its kind', INBOUND],
    ['with the word in small', { ...INBOUND, delivery_status: 'mo' }],
    ['without a word', { ani: '12025550143', dnis: '12025550100', message: 'YES', message_id: 'alss-99' }],
    ['with an unfilled word', { ...INBOUND, delivery_status: '$delivery_status$' }],
    ['under other names', { from: '12025550143', to: '12025550100', message: 'YES', msgid: 'alss-99' }],
    ['with its own number under another name', { ani: '12025550143', localAddress: '12025550100', message: 'YES', message_id: 'alss-99' }],
    [
      'with all that is documented',
      {
        ...INBOUND,
        keyword: 'YES',
        messageWithoutKeyword: '',
        localAddress: '12025550100',
        mt_message_id: 'alss-1',
        network: 'x',
        result_code: '000',
        serviceType: 'MO',
        udh: '',
        clientChannelId: '7',
      },
    ],
    ['of one part', { ...INBOUND, sarId: '0', sarPartNumber: '1', SarParts: '1' }],
  ])('is read %s', (_how, fields) => {
    expect(query(fields)).toEqual({ kind: 'read', receipts: [], inbound: [READ_INBOUND] })
  })

  test('keeps blanks, lines, emptiness and dollar signs, and needs neither id nor number texted', () => {
    for (const text of [' a\nb ', '', '$dnis$', '$5 for $10', '+46 & co']) {
      expect(query({ ani: '12025550143', message: text })).toEqual({
        kind: 'read',
        receipts: [],
        inbound: [{ key: null, from: '12025550143', to: '', text }],
      })
    }
  })

  test('that is digits in JSON comes as they were typed', () => {
    expect(json({ ani: 12025550143, message: 2450 })).toMatchObject({ inbound: [{ from: '12025550143', text: '2450' }] })
  })

  test.each<[string, Record<string, string>, { key: string; part?: object }]>([
    [
      'a group and a part',
      { sarId: '77', sarPartNumber: '2', SarParts: '3' },
      { key: 'alss-99:77:2', part: { ref: '77', number: 2, of: 3 } },
    ],
    [
      'a group and a part, without an id',
      { message_id: '', sarId: '77', sarPartNumber: '2', SarParts: '3' },
      { key: '77:2', part: { ref: '77', number: 2, of: 3 } },
    ],
    ['a header with a small reference', { udh: '0500037A0302' }, { key: 'alss-99:udh 7a:2', part: { ref: 'udh 7a', number: 2, of: 3 } }],
    ['a header with a large reference', { udh: '0608041234030b' }, { key: 'alss-99' }],
    ['the same with sense', { udh: '06080412340b03' }, { key: 'alss-99:udh 1234:3', part: { ref: 'udh 1234', number: 3, of: 11 } }],
    [
      'a header with something else before',
      { udh: '090402010200037A0302' },
      { key: 'alss-99:udh 7a:2', part: { ref: 'udh 7a', number: 2, of: 3 } },
    ],
    ['a header whose first element runs over all', { udh: '090409010200037A0302' }, { key: 'alss-99' }],
    ['a header of something else', { udh: '06050415811581' }, { key: 'alss-99' }],
    ['half a header', { udh: '050003' }, { key: 'alss-99' }],
    ['no header', { udh: 'none' }, { key: 'alss-99' }],
    ['a part beyond the last', { sarId: '77', sarPartNumber: '4', SarParts: '3' }, { key: 'alss-99' }],
    ['a part that says not of how many', { sarId: '77', sarPartNumber: '2' }, { key: 'alss-99' }],
  ])('with %s is known as what it is', (_what, fields, known) => {
    expect(query({ ...INBOUND, ...fields })).toEqual({ kind: 'read', receipts: [], inbound: [{ ...READ_INBOUND, ...known }] })
  })

  test('in parts is one text for each part, whatever id they share', () => {
    const parts = ['1', '2', '3'].map((sarPartNumber) => ({
      ...INBOUND,
      message: `part ${sarPartNumber}`,
      sarId: '77',
      sarPartNumber,
      SarParts: '3',
    }))
    const reading = json(parts)
    const keys = reading.kind === 'read' ? reading.inbound.map(({ key }) => key) : []
    expect(new Set(keys).size).toBe(3)
  })
})

test.each([
  [{ method: 'HEAD' as const }],
  [{ method: 'HEAD' as const, query: new URLSearchParams(REPORT).toString() }],
  [{ method: 'GET' as const }],
  [{ method: 'POST' as const, body: '[]' }],
])('%o says nothing', (request) => {
  expect(readHook(request)).toMatchObject({ kind: 'nothing' })
})

test.each<[string, string]>([
  ['an empty body', ''],
  ['an empty object', '{}'],
  ['a number', '7'],
  ['a word', 'hello'],
  ['half an object', '{"id":"a"'],
  ['null', 'null'],
  ['a page', '<html><a href="?a=b">x</a></html>'],
  ['a report without an id', '{"status":"DELIVRD"}'],
  ['a report with a blank id', '{"id":" ","status":"DELIVRD"}'],
  ['a report with an unfilled id', '{"id":"$app_msg_id$","status":"DELIVRD"}'],
  ['a report with a list for an id', '{"id":["a"],"status":"DELIVRD"}'],
  ['a text without a sender', '{"message":"hello","message_id":"a"}'],
  ['a text with an unfilled sender', '{"message":"hello","ani":"$ani$"}'],
  ['a text without a text', '{"ani":"12025550143","delivery_status":"MO","message":null}'],
  ['a text with an unfilled text', '{"ani":"12025550143","delivery_status":"MO","message":"$message$"}'],
  ['an id alone', '{"id":"a"}'],
  ['fields in the prototype', '{"__proto__":{"id":"a","status":"DELIVRD"}}'],
])('%s is unreadable', (_what, body) => {
  expect(readHook({ method: 'POST', contentType: 'application/json', body })).toMatchObject({
    kind: 'unreadable',
    detail: expect.stringMatching(/\.$/),
  })
})
