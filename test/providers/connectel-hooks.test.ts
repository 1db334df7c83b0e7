import { describe, expect, test } from 'vitest'
import { readHook } from './connectel-desk.ts'

const DLR = {
  action: 'dlr',
  requestid: 'RAAA0001.17000000000000001',
  tokenid: '42',
  statusInt: 1,
  statusStr: 1,
  sender: 'Bistro',
  recipient: '46701740605',
}
const INBOUND = { from: '46701740699', to: '46701740600', requestid: 'RBBB7.17000000000000009', message: 'YES' }
const DELIVERED = { ref: 'RAAA0001.17000000000000001', status: 'delivered', rawStatus: '1', detail: null, to: '46701740605' }

function json(value: unknown): ReturnType<typeof readHook> {
  return readHook({ contentType: 'application/json', body: JSON.stringify(value) })
}

test('the fact sheet’s report as JSON', () => {
  expect(json(DLR)).toEqual({ kind: 'read', receipts: [DELIVERED], inbound: [] })
})

test('the fact sheet’s report as a form', () => {
  const body =
    'action=dlr&requestid=RAAA0001.17000000000000001&tokenid=42&statusInt=8&statusStr=EXPIRED&sender=Bistro&recipient=46701740605'
  const receipt = { ref: 'RAAA0001.17000000000000001', status: 'expired', rawStatus: 'EXPIRED', detail: null, to: '46701740605' }
  const expected = { kind: 'read', receipts: [receipt], inbound: [] }
  expect(readHook({ contentType: 'application/x-www-form-urlencoded', body })).toEqual(expected)
  expect(readHook({ contentType: 'application/x-www-form-urlencoded; charset=utf-8', body })).toEqual(expected)
  expect(readHook({ method: 'GET', query: body })).toEqual(expected)
  expect(readHook({ method: 'POST', query: body })).toEqual(expected)
})

test('the fact sheet’s text from a customer', () => {
  const inbound = { key: 'RBBB7.17000000000000009', from: '46701740699', to: '46701740600', text: 'YES' }
  expect(json(INBOUND)).toEqual({ kind: 'read', receipts: [], inbound: [inbound] })
  expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(INBOUND).toString() })).toEqual({
    kind: 'read',
    receipts: [],
    inbound: [inbound],
  })
})

test('JSON is known by its looks, a form by its own, whatever the content type says', () => {
  expect(readHook({ contentType: 'text/plain', body: JSON.stringify(DLR) })).toMatchObject({ kind: 'read', receipts: [DELIVERED] })
  expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: ` \n${JSON.stringify(DLR)}` })).toMatchObject({
    receipts: [DELIVERED],
  })
  expect(readHook({ contentType: 'application/json', body: 'action=dlr&requestid=R1&statusInt=1' })).toMatchObject({
    receipts: [{ ref: 'R1', status: 'delivered' }],
  })
  expect(readHook({ contentType: '', body: `\uFEFF${JSON.stringify(DLR)}` })).toMatchObject({ receipts: [DELIVERED] })
})

test('a list holds several statements', () => {
  expect(json([DLR, { ...DLR, requestid: 'R2', statusInt: 5, statusStr: 'UNDELIV' }, INBOUND])).toEqual({
    kind: 'read',
    receipts: [DELIVERED, { ...DELIVERED, ref: 'R2', status: 'undelivered', rawStatus: 'UNDELIV' }],
    inbound: [{ key: INBOUND.requestid, from: INBOUND.from, to: INBOUND.to, text: INBOUND.message }],
  })
})

test('of a list, what can be read is read; one without anything readable is unreadable', () => {
  expect(json([DLR, { hello: 1 }, 7])).toEqual({ kind: 'read', receipts: [DELIVERED], inbound: [] })
  expect(json([{ hello: 1 }, 7])).toMatchObject({ kind: 'unreadable' })
  expect(json([])).toMatchObject({ kind: 'nothing' })
})

test('names of fields may differ in case, hyphens and underscores', () => {
  expect(json({ Action: 'DLR', request_id: 'R1', StatusInt: '2', 'status-str': 'REJECTD' })).toMatchObject({
    receipts: [{ ref: 'R1', status: 'rejected', rawStatus: 'REJECTD' }],
  })
})

test('a body’s field wins over the same field in the query', () => {
  expect(readHook({ query: 'requestid=Q&action=dlr', body: JSON.stringify({ requestid: 'B', statusInt: 1 }) })).toMatchObject({
    receipts: [{ ref: 'B', status: 'delivered' }],
  })
})

test('ids keep every digit', () => {
  expect(readHook({ body: '{"action":"dlr","requestid":17000000000000000001,"statusInt":1}' })).toMatchObject({
    receipts: [{ ref: '17000000000000000001' }],
  })
  expect(readHook({ body: '{"from":46701740699,"to":46701740600,"requestid":9007199254740993,"message":2450}' })).toMatchObject({
    inbound: [{ key: '9007199254740993', from: '46701740699', to: '46701740600', text: '2450' }],
  })
})

test('the message field of a report is not used', () => {
  expect(JSON.stringify(json({ ...DLR, message: 'canary', from: '46701740699' }))).not.toContain('canary')
})

test('a reason the provider gives is kept as detail', () => {
  expect(json({ ...DLR, statusDesc: ' absent\u0007 subscriber ' })).toMatchObject({ receipts: [{ detail: 'absent subscriber' }] })
})

test('a text keeps its spaces, lines and emptiness, and needs neither id nor recipient', () => {
  expect(json({ from: '46701740699', message: ' a\nb ' })).toMatchObject({
    inbound: [{ key: null, from: '46701740699', to: '', text: ' a\nb ' }],
  })
  expect(json({ ...INBOUND, message: '' })).toMatchObject({ inbound: [{ text: '' }] })
})

test.each([
  [{ method: 'HEAD' as const }],
  [{ method: 'HEAD' as const, query: 'action=dlr&requestid=R1&statusInt=1' }],
  [{ method: 'GET' as const }],
])('%o says nothing', (request) => {
  expect(readHook(request)).toMatchObject({ kind: 'nothing' })
})

test.each([
  ['an empty body', ''],
  ['an empty object', '{}'],
  ['a number', '7'],
  ['a word', 'hello'],
  ['half an object', '{"action":"dlr"'],
  ['null', 'null'],
  ['a page', '<html><a href="?a=b">x</a></html>'],
  ['a report without an id', '{"action":"dlr","statusInt":1}'],
  ['a report with a blank id', '{"action":"dlr","requestid":" ","statusInt":1}'],
  ['a text without a sender', '{"message":"hello","requestid":"R1"}'],
  ['a text without a text', '{"from":"46701740699","requestid":"R1","message":null}'],
  ['an id alone', '{"requestid":"R1"}'],
  ['another action', '{"action":"send","requestid":"R1","statusInt":1}'],
  ['fields in the prototype', '{"__proto__":{"action":"dlr","requestid":"R1","statusInt":1}}'],
])('%s is unreadable', (_what, body) => {
  expect(readHook({ contentType: 'application/json', body })).toMatchObject({ kind: 'unreadable', detail: expect.stringMatching(/\.$/) })
})

describe('the status of a report', () => {
  test.each([
    [0, 'QUEUE', 'queued', 'QUEUE'],
    [0, 'QUEUED', 'queued', 'QUEUED'],
    [0, 'ENROUTE', 'sent', 'ENROUTE'],
    [0, '', 'sent', '0'],
    [0, undefined, 'sent', '0'],
    [undefined, 0, 'sent', '0'],
    [1, 'DELIVRD', 'delivered', 'DELIVRD'],
    [1, 1, 'delivered', '1'],
    [1, '1', 'delivered', '1'],
    ['1', undefined, 'delivered', '1'],
    [undefined, 1, 'delivered', '1'],
    [undefined, 'delivrd', 'delivered', 'DELIVRD'],
    [2, 'REJECTD', 'rejected', 'REJECTD'],
    [2, 2, 'rejected', '2'],
    [3, 'N/A', 'unknown', 'N/A 3'],
    [4, 'N/A', 'unknown', 'N/A 4'],
    [6, 'N/A', 'unknown', 'N/A 6'],
    [7, 7, 'unknown', '7'],
    [5, 'UNDELIV', 'undelivered', 'UNDELIV'],
    [8, 'EXPIRED', 'expired', 'EXPIRED'],
    [9, 'UNKNOWN', 'unknown', 'UNKNOWN'],
    // A word the table has goes before the number; a number in place of the word comes last.
    [1, 'REJECTD', 'rejected', 'REJECTD'],
    [5, 1, 'undelivered', '5'],
    [3, 1, 'unknown', '3'],
    // Nothing is guessed.
    [undefined, 'DELIVERED', 'unknown', 'DELIVERED'],
    [undefined, 'OK', 'unknown', 'OK'],
    [10, undefined, 'unknown', '10'],
    [-1, undefined, 'unknown', '-1'],
    [1.5, undefined, 'unknown', '1.5'],
    [true, undefined, 'unknown', ''],
    [[1], undefined, 'unknown', ''],
    [undefined, undefined, 'unknown', ''],
  ])('number %o with word %o is “%s”, kept as “%s”', (statusInt, statusStr, status, rawStatus) => {
    expect(json({ action: 'dlr', requestid: 'R1', statusInt, statusStr })).toEqual({
      kind: 'read',
      receipts: [{ ref: 'R1', status, rawStatus, detail: null }],
      inbound: [],
    })
  })

  test('falls back on the misspelt number', () => {
    expect(json({ action: 'dlr', requestid: 'R1', setusInt: 5 })).toMatchObject({ receipts: [{ status: 'undelivered' }] })
    expect(json({ action: 'dlr', requestid: 'R1', statusInt: 1, setusInt: 5 })).toMatchObject({ receipts: [{ status: 'delivered' }] })
  })
})
