import { describe, expect, test } from 'vitest'
import type { HookReading } from '../../src/main/providers/types.ts'
import { adapter, readHook, SIMPLE } from './generic-desk.ts'

const CONFIG = {
  ...SIMPLE,
  receiptId: 'messageId',
  receiptStatus: 'status',
  receiptDetail: 'reason',
  receiptTo: 'to',
  inboundFrom: 'from',
  inboundText: 'text',
  inboundTo: 'to',
  inboundId: 'messageId',
}

const REPORT = { messageId: 'R1', status: 'DELIVRD', to: '46701740605', reason: '0' }
const REPLY = { messageId: 'I1', from: '46701740699', to: '46701740600', text: 'YES\nplease 😀' }

function json(value: unknown, config: Record<string, string> = CONFIG): HookReading {
  return readHook(config, { contentType: 'application/json', body: JSON.stringify(value) })
}

function form(value: Record<string, string>): string {
  return new URLSearchParams(value).toString()
}

describe('a report and a reply are read from', () => {
  test.each<[string, (value: Record<string, string>) => HookReading]>([
    ['JSON', (value) => json(value)],
    ['JSON of another content type', (value) => readHook(CONFIG, { contentType: 'text/plain', body: JSON.stringify(value) })],
    ['a form', (value) => readHook(CONFIG, { contentType: 'application/x-www-form-urlencoded', body: form(value) })],
    ['a query', (value) => readHook(CONFIG, { method: 'GET', query: form(value) })],
    ['the query of a POST', (value) => readHook(CONFIG, { query: form(value) })],
  ])('%s', (_what, read) => {
    expect(read(REPORT)).toEqual({
      kind: 'read',
      receipts: [{ ref: 'R1', status: 'delivered', rawStatus: 'DELIVRD', detail: null, to: '46701740605' }],
      inbound: [],
    })
    expect(read(REPLY)).toEqual({
      kind: 'read',
      receipts: [],
      inbound: [{ key: 'I1', from: '46701740699', to: '46701740600', text: 'YES\nplease 😀' }],
    })
  })
})

test('fields are found in other fields, in lists, and under a form’s own names that look like paths', () => {
  const config = {
    ...SIMPLE,
    receiptId: 'data.message.id',
    receiptStatus: 'data.events[0].status',
    inboundFrom: 'sms.from',
    inboundText: 'sms.text',
  }
  expect(readHook(config, { body: '{"data":{"message":{"id":9007199254740993},"events":[{"status":"SENT"}]}}' })).toMatchObject({
    receipts: [{ ref: '9007199254740993' }],
  })
  expect(readHook(config, { body: 'sms.from=46701740699&sms.text=Hi' })).toMatchObject({ inbound: [{ from: '46701740699', text: 'Hi' }] })
  expect(readHook({ ...SIMPLE, receiptId: 'm[0].id', receiptStatus: 's' }, { body: 'm%5B0%5D.id=R1&s=SENT' })).toMatchObject({
    receipts: [{ ref: 'R1' }],
  })
})

test('names are found whatever their case, hyphens and underscores; the exact one wins', () => {
  expect(json({ message_id: 'R1', STATUS: 'SENT' })).toMatchObject({ receipts: [{ ref: 'R1', status: 'sent' }] })
  expect(json({ message_id: 'R1', messageId: 'R2', Status: 'SENT' })).toMatchObject({ receipts: [{ ref: 'R2' }] })
})

describe('several statements', () => {
  test('come as a list, or inside the field the account names', () => {
    expect(json([REPORT, REPLY, { ...REPORT, messageId: 'R2' }])).toMatchObject({
      receipts: [{ ref: 'R1' }, { ref: 'R2' }],
      inbound: [{ key: 'I1' }],
    })
    const config = { ...CONFIG, hookList: 'data.results' }
    expect(json({ data: { results: [REPORT, { message_id: 'R2', Status: 'SENT' }, 'x', null] } }, config)).toMatchObject({
      receipts: [{ ref: 'R1' }, { ref: 'R2' }],
      inbound: [],
    })
    expect(json(REPORT, config)).toMatchObject({ receipts: [{ ref: 'R1' }] })
    expect(json({ data: { results: [] } }, config)).toMatchObject({ kind: 'nothing' })
    expect(json({ data: { results: Array.from({ length: 1_001 }, () => REPORT) } }, config)).toMatchObject({ kind: 'unreadable' })
  })
})

describe('told apart when both sets of fields are there:', () => {
  const both = { ...REPORT, ...REPLY, messageId: 'X1' }
  test.each([
    ['a known status makes it a report', { status: 'UNDELIV' }, 'receipts'],
    ['a status such as “received” makes it a reply', { status: 'received' }, 'inbound'],
    ['our own sender makes it a report', { status: 'WEIRD', from: 'bistro' }, 'receipts'],
  ])('%s', (_what, change, kind) => {
    const reading = json({ ...both, ...change })
    if (reading.kind !== 'read') throw new Error(reading.kind)
    expect([reading.receipts.length, reading.inbound.length]).toEqual(kind === 'receipts' ? [1, 0] : [0, 1])
  })

  test('a text to our own number is a reply, whatever its status', () => {
    expect(json({ ...both, status: 'delivered', to: '0046701740600' }, { ...CONFIG, sender: '+46701740600' })).toMatchObject({
      receipts: [],
      inbound: [{ key: 'X1' }],
    })
  })

  test('our own number does, too, with or without +', () => {
    expect(json({ ...both, status: 'WEIRD', from: '46701740600' }, { ...CONFIG, sender: '+46701740600' })).toMatchObject({
      receipts: [{ status: 'unknown', rawStatus: 'WEIRD' }],
    })
  })
})

describe('with a sign of replies,', () => {
  const config = { ...CONFIG, inboundSign: 'data.direction = IN* or received' }
  const both = { ...REPORT, ...REPLY, messageId: 'X1', status: 'delivered' }
  test.each([
    ['what has it is a reply, whatever its status', { ...both, data: { direction: 'inbound' } }, [0, 1]],
    ['what has another is a report', { ...both, data: { direction: 'out' } }, [1, 0]],
    ['what says nothing is told by its fields', both, [1, 0]],
    ['a reply without it is one by its fields', REPLY, [0, 1]],
  ])('%s', (_what, value, counts) => {
    const reading = json(value, config)
    if (reading.kind !== 'read') throw new Error(reading.kind)
    expect([reading.receipts.length, reading.inbound.length]).toEqual(counts)
  })

  test('what says that it is none, and is no report either, is not shown as a text from a customer', () => {
    expect(json({ ...REPLY, data: { direction: 'out' } }, config)).toMatchObject({ kind: 'unreadable' })
  })
})

describe('the status of a report', () => {
  test.each([
    ['SCHEDULED', 'queued'],
    ['ENROUTE', 'sent'],
    ['DELIVRD', 'delivered'],
    ['delivered', 'delivered'],
    ['EXPIRED', 'expired'],
    ['DELETED', 'undelivered'],
    ['UNDELIV', 'undelivered'],
    ['ACCEPTD', 'sent'],
    ['UNKNOWN', 'unknown'],
    ['REJECTD', 'rejected'],
    ['SKIPPED', 'undelivered'],
    ['Queued', 'queued'],
    ['BUFFRED', 'queued'],
    ['buffered', 'queued'],
    ['sent', 'sent'],
    ['submitted', 'sent'],
    ['failed', 'undelivered'],
    ['undeliverable', 'undelivered'],
    ['no  routes', 'rejected'],
    ['IM_EXPD', 'expired'],
    // Nothing is guessed: numbers mean something else at every gateway.
    ['1', 'unknown'],
    ['2', 'unknown'],
    ['8', 'unknown'],
    ['DELIVERED_TO_HANDSET', 'unknown'],
    ['accepted', 'unknown'],
    ['constructor', 'unknown'],
  ])('“%s” is %s', (word, status) => {
    expect(json({ messageId: 'R1', status: word })).toMatchObject({ receipts: [{ status, rawStatus: word.replaceAll(/\s+/g, ' ') }] })
  })

  test('is what the account says first', () => {
    const config = { ...CONFIG, statusWords: '1 = delivered\n\n NOT = SENT = undelivered\nDelivrd = sent\ntrue = delivered' }
    expect(
      json(
        [
          { messageId: 'R1', status: 1 },
          { messageId: 'R2', status: 'not = sent' },
          { messageId: 'R3', status: 'DELIVRD' },
          { messageId: 'R4', status: true },
        ],
        config,
      ),
    ).toMatchObject({
      receipts: [{ status: 'delivered', rawStatus: '1' }, { status: 'undelivered' }, { status: 'sent' }, { status: 'delivered' }],
    })
  })
})

test.each([
  ['0', null],
  ['000', null],
  ['', null],
  ['30003', 'Error code 30003.'],
  ['EC-5', 'Error code EC-5.'],
  ['absent\u0007 subscriber ', 'absent subscriber'],
  [null, null],
  [{ a: 1 }, null],
])('the reason %o is kept as %o', (reason, detail) => {
  expect(json({ ...REPORT, status: 'FAILED', reason })).toMatchObject({ receipts: [{ detail }] })
})

test('a reply keeps its spaces, and needs neither id nor our number; digits are a text, too', () => {
  expect(json({ from: '46701740699', text: ' a\nb ' })).toMatchObject({ inbound: [{ key: null, to: '', text: ' a\nb ' }] })
  expect(json({ from: 46701740699, text: 2450 })).toMatchObject({ inbound: [{ from: '46701740699', text: '2450' }] })
  expect(json({ from: '46701740699', text: '' })).toMatchObject({ inbound: [{ text: '' }] })
})

test.each([{ method: 'HEAD' as const }, { method: 'HEAD' as const, query: 'messageId=R1&status=SENT' }, { method: 'GET' as const }])(
  '%o says nothing',
  (request) => {
    expect(readHook(CONFIG, request)).toMatchObject({ kind: 'nothing' })
  },
)

test.each([
  ['an empty body', ''],
  ['an empty object', '{}'],
  ['a number', '7'],
  ['a word', 'hello'],
  ['half an object', '{"messageId":"R1"'],
  ['null', 'null'],
  ['a report without an id', '{"status":"DELIVRD"}'],
  ['a report with a blank id', '{"messageId":" ","status":"DELIVRD"}'],
  ['a report with an endless id', `{"messageId":"${'R'.repeat(201)}","status":"DELIVRD"}`],
  ['a report with an object for an id', '{"messageId":{"messageId":"R1"},"status":"DELIVRD"}'],
  ['a report without a status', '{"messageId":"R1"}'],
  ['a reply without a number', '{"text":"hello"}'],
  ['a reply without a text', '{"from":"46701740699","text":null}'],
  ['fields in the prototype', '{"__proto__":{"messageId":"R1","status":"DELIVRD"}}'],
])('%s is unreadable', (_what, body) => {
  expect(readHook(CONFIG, { contentType: 'application/json', body })).toMatchObject({
    kind: 'unreadable',
    detail: expect.stringMatching(/\.$/),
  })
})

test('an account that expects nothing says where to set it up; one that expects something, what it looked for', () => {
  expect(json(REPORT, SIMPLE)).toMatchObject({ kind: 'unreadable', detail: expect.stringMatching(/Settings › Accounts/) })
  expect(json({ id: 'R1' }, CONFIG)).toMatchObject({
    kind: 'unreadable',
    detail: expect.stringMatching(/a report has “messageId” and “status”, a text has “from” and “text”\.$/),
  })
  expect(json({ id: 'R1' }, { ...SIMPLE, receiptId: 'a[0].b', receiptStatus: 's' })).toMatchObject({
    detail: expect.stringMatching(/a report has “a\[0\]\.b” and “s”\.$/),
  })
})

test('reports are read although the account could not send, and words that cannot be read decide nothing', () => {
  expect(json(REPORT, { receiptId: 'messageId', receiptStatus: 'status', statusWords: 'nonsense', url: 'nonsense' })).toMatchObject({
    receipts: [{ ref: 'R1', status: 'delivered' }],
  })
})

test('secrets that gateways repeat are named for whoever keeps a request', () => {
  expect(adapter.secretFieldNames).toEqual(
    expect.arrayContaining(['api-key', 'api_key', 'api_secret', 'password', 'token', 'authorization']),
  )
})
