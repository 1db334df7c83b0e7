import { describe, expect, test } from 'vitest'
import { readHook } from './karix-desk.ts'

const DLR = {
  ackid: '70010020030040',
  mid: '7001002003004000001',
  cust_mid: '',
  dest: '919000000001',
  send: 'BISTRO',
  stime: '2026-03-02 14:30:01',
  dtime: '2026-03-02 14:30:09',
  status: '1',
  Statusflag: 'Success',
  reason: 'Delivered',
  split_msg_no: '1',
  split_msg_parts: '1',
  operator: 'OPX',
  circle: 'KA',
}
const DELIVERED = {
  ref: '70010020030040',
  status: 'delivered',
  rawStatus: 'Success, Delivered',
  detail: null,
  to: '+919000000001',
  shared: true,
}
const CLICK = {
  mobile_number: '919000000001',
  mid: '7001',
  clicked_date: '2026-03-02',
  clicked_time: '15:00:00',
  shorturl: 'https://s.example/1',
}
const TEXT_RECEIPT =
  'id:7001002003004000001 sub:001 dlvrd:001 submit date:2603021430 done date:2603021431 stat:DELIVRD err:000 text:Your table for two i'

function json(value: unknown): ReturnType<typeof readHook> {
  return readHook({ contentType: 'application/json', body: JSON.stringify(value) })
}

/** The one receipt of a report with these fields besides an id. */
function report(fields: object) {
  const reading = json({ ackid: 'A1', ...fields })
  return reading.kind === 'read' ? reading.receipts[0] : reading
}

test('a report as JSON, as a form and as a query says the same', () => {
  const expected = { kind: 'read', receipts: [DELIVERED], inbound: [] }
  expect(json(DLR)).toEqual(expected)
  const form = new URLSearchParams(DLR).toString()
  expect(readHook({ contentType: 'application/x-www-form-urlencoded', body: form })).toEqual(expected)
  expect(readHook({ method: 'GET', query: form })).toEqual(expected)
  expect(readHook({ contentType: 'text/plain', body: `\uFEFF${JSON.stringify(DLR)}` })).toEqual(expected)
})

test('a list holds several reports, and what can be read of it is read', () => {
  const failed = { ...DLR, dest: '919000000002', Statusflag: 'Failed', reason: 'Network Failed', status: '2' }
  expect(json([DLR, 7, failed, CLICK, { hello: 1 }])).toEqual({
    kind: 'read',
    receipts: [
      DELIVERED,
      { ...DELIVERED, to: '+919000000002', status: 'undelivered', rawStatus: 'Failed, Network Failed', detail: 'Network Failed' },
    ],
    inbound: [],
  })
  expect(json([7, { hello: 1 }, CLICK])).toMatchObject({ kind: 'unreadable' })
  expect(json([])).toMatchObject({ kind: 'nothing' })
})

test('names of fields may differ in case and underscores', () => {
  for (const names of [
    { ACKID: 'A1', DEST: '919000000001', StatusFlag: 'Failed', REASON: 'Network Failed', SplitMsgNo: 2, 'split-msg-parts': 3 },
    { AckId: 'A1', Dest: '919000000001', status_flag: 'FAILED', Reason: 'Network Failed', split_msg_no: '2', split_msg_parts: '3' },
  ]) {
    expect(json(names)).toMatchObject({
      receipts: [{ ref: 'A1', status: 'undelivered', to: '+919000000001', shared: true, part: { number: 2, of: 3 } }],
    })
  }
})

describe('a report is about', () => {
  test.each([
    ['+919000000001', '+919000000001'],
    ['00919000000001', '+919000000001'],
    [919_000_000_001, '+919000000001'],
    ['46701740605', '+46701740605'],
    ['12025550143', '+12025550143'],
  ])('the recipient %s as %s', (dest, to) => {
    expect(report({ ...DLR, dest })).toMatchObject({ to, shared: true })
  })

  test.each(['', 'N/A', 'BISTRO', '0919000000001', '1'.repeat(16), '12', null, ['919000000001'], {}])(
    'no recipient it does not name: %o',
    (dest) => {
      const reading = report({ ...DLR, dest })
      expect(reading).toMatchObject({ ref: '70010020030040', shared: true })
      expect(reading).not.toHaveProperty('to')
    },
  )

  test('one text by its own id, where the id of the call is missing', () => {
    for (const ackid of [undefined, '', 'N/A', null, 0]) {
      const reading = report({ ...DLR, ackid })
      expect(reading).toMatchObject({ ref: '7001002003004000001', to: '+919000000001', status: 'delivered' })
      expect(reading).not.toHaveProperty('shared')
    }
  })

  test('an id of which every digit counts', () => {
    expect(readHook({ body: '{"ackid":70010020030040050067,"Statusflag":"Success"}' })).toMatchObject({
      receipts: [{ ref: '70010020030040050067' }],
    })
  })

  test.each([
    ['2', '3', { number: 2, of: 3 }],
    [1, 2, { number: 1, of: 2 }],
    ['255', '255', { number: 255, of: 255 }],
  ])('part %s of %s', (split_msg_no, split_msg_parts, part) => {
    expect(report({ ...DLR, split_msg_no, split_msg_parts })).toMatchObject({ status: 'delivered', part })
  })

  test.each([
    ['1', '1'],
    ['0', '0'],
    ['5', '1'],
    ['1', '256'],
    ['1', '99999999999'],
    ['1', '-2'],
    ['NaN', 'NaN'],
    ['x', 'y'],
    ['1', '2.5'],
    ['1', null],
    [undefined, undefined],
    [{}, []],
  ])('the whole text with part %o of %o', (split_msg_no, split_msg_parts) => {
    const reading = report({ ...DLR, split_msg_no, split_msg_parts })
    expect(reading).toMatchObject({ status: 'delivered' })
    expect(reading).not.toHaveProperty('part')
  })

  test.each(['0', '4', 'NaN', '', null, undefined, '-1', '1.5'])(
    'nobody knows which of three parts with number %o: that it arrived says nothing of the others, that it is lost does',
    (split_msg_no) => {
      const arrived = report({ ...DLR, split_msg_no, split_msg_parts: '3' })
      expect(arrived).toMatchObject({ status: 'unknown', rawStatus: 'Success, Delivered' })
      expect(arrived).not.toHaveProperty('part')
      expect(report({ ...DLR, Statusflag: 'Failed', reason: 'Network Failed', split_msg_no, split_msg_parts: '3' })).toMatchObject({
        status: 'undelivered',
      })
    },
  )
})

describe('the status of a report', () => {
  test.each([
    ['Success', 'Delivered', 'delivered'],
    ['success', '', 'delivered'],
    [' SUCCESS ', undefined, 'delivered'],
    ['DELIVRD', undefined, 'delivered'],
    [undefined, 'Delivered', 'delivered'],
    [undefined, 'DELIVRD', 'delivered'],
    ['Success', 'Handed to the phone', 'delivered'],
    ['Success', 'No Error', 'delivered'],
    ['Success', 'NO_ERROR', 'delivered'],
    ['Failed', 'Network Failed', 'undelivered'],
    ['Failed', 'Absent Subscriber', 'undelivered'],
    ['FAILED', undefined, 'undelivered'],
    ['UNDELIV', undefined, 'undelivered'],
    [undefined, 'Network Failed', 'undelivered'],
    [undefined, 'Network failure', 'undelivered'],
    ['Rejected', 'DLT Failed', 'rejected'],
    ['REJECTD', undefined, 'rejected'],
    [undefined, 'DLT Failed', 'rejected'],
    [undefined, 'DLT template match failed', 'rejected'],
    ['EXPIRED', undefined, 'expired'],
    [undefined, 'Message Expired', 'expired'],
    ['Submitted', undefined, 'sent'],
    ['ACCEPTD', undefined, 'sent'],
    ['ENROUTE', undefined, 'sent'],
    // "Failed" with a reason that says how.
    ['Failed', 'DLT Failed', 'rejected'],
    ['Failed', 'Validity expired', 'expired'],
    ['Rejected', 'Template expired', 'rejected'],
    ['Rejected', 'Network Failed', 'rejected'],
    // Contradictions decide nothing.
    ['Success', 'DLT Failed', 'unknown'],
    ['Success', 'Network Failed', 'unknown'],
    ['Success', 'Message expired', 'unknown'],
    ['Success', 'Number blocked', 'unknown'],
    ['Success', 'Absent subscriber', 'unknown'],
    ['Success', 'Undelivered', 'unknown'],
    ['Success', 'System error', 'unknown'],
    ['Failed', 'Delivered', 'unknown'],
    ['Rejected', 'Delivered', 'unknown'],
    ['Submitted', 'Delivered', 'unknown'],
    ['Submitted', 'Network Failed', 'unknown'],
    // Nothing is guessed.
    ['Pending', undefined, 'unknown'],
    ['Pending', 'Delivered', 'unknown'],
    ['Successful', undefined, 'unknown'],
    ['UNKNOWN', undefined, 'unknown'],
    [undefined, 'not delivered', 'unknown'],
    [undefined, 'Delivered to operator', 'unknown'],
    [undefined, 'Whatever', 'unknown'],
    ['1', undefined, 'unknown'],
  ])('with flag %o and reason %o is “%s”, and the words are kept', (Statusflag, reason, status) => {
    const raw = [Statusflag, reason].map((words) => words?.trim() ?? '').filter((words) => words !== '')
    expect(report({ Statusflag, reason, status: '1' })).toEqual({
      ref: 'A1',
      status,
      rawStatus: Statusflag === undefined ? `1, ${reason}` : raw.join(', '),
      detail: status === 'delivered' || reason === undefined || reason === '' ? null : reason,
      shared: true,
    })
  })

  test.each([
    ['1', 'unknown', '1'],
    [1, 'unknown', '1'],
    ['-7', 'unknown', '-7'],
    ['DELIVRD', 'delivered', 'DELIVRD'],
    ['Rejected', 'rejected', 'Rejected'],
    ['odd', 'unknown', 'odd'],
  ])('with nothing but status %o is “%s”: no list explains the numbers', (given, status, rawStatus) => {
    expect(report({ status: given })).toMatchObject({ status, rawStatus })
  })

  test('is open where flag and status say opposite things', () => {
    expect(report({ Statusflag: 'Success', status: 'UNDELIV' })).toMatchObject({ status: 'unknown', rawStatus: 'Success, UNDELIV' })
    expect(report({ Statusflag: 'Success', status: 'DLT Failed' })).toMatchObject({ status: 'unknown' })
    expect(report({ Statusflag: 'Success', status: 'Number blocked' })).toMatchObject({ status: 'unknown' })
    expect(report({ Statusflag: 'Success', status: 'DELIVRD' })).toMatchObject({ status: 'delivered' })
  })

  test('keeps words in one line, without control characters, and not too many of them', () => {
    const reading = report({ Statusflag: 'Failed', reason: `a\n\u0007b ${'x'.repeat(1_000)}` })
    expect(reading).toMatchObject({ rawStatus: expect.stringMatching(/^Failed, a b x+…$/), detail: expect.stringMatching(/^a b x+…$/) })
    expect('rawStatus' in (reading ?? {}) && JSON.stringify(reading).length).toBeLessThan(600)
  })
})

describe('receipt text', () => {
  const RECEIPT = { ref: '7001002003004000001', status: 'delivered', rawStatus: 'DELIVRD', detail: null }

  test('is read as a body, whatever its type, and as the field msg', () => {
    for (const contentType of ['', 'text/plain', 'application/json', 'application/x-www-form-urlencoded']) {
      expect(readHook({ contentType, body: ` ${TEXT_RECEIPT}\n` })).toEqual({ kind: 'read', receipts: [RECEIPT], inbound: [] })
    }
    expect(json({ msg: TEXT_RECEIPT })).toMatchObject({ receipts: [RECEIPT] })
    expect(readHook({ method: 'GET', query: new URLSearchParams({ msg: TEXT_RECEIPT }).toString() })).toMatchObject({ receipts: [RECEIPT] })
  })

  test('takes call and recipient from the fields beside it', () => {
    const expected = { receipts: [{ ref: 'A1', shared: true, to: '+919000000001', status: 'delivered' }] }
    expect(json({ msg: TEXT_RECEIPT, ackid: 'A1', dest: '919000000001' })).toMatchObject(expected)
    expect(readHook({ body: TEXT_RECEIPT, query: 'ackid=A1&dest=919000000001' })).toMatchObject(expected)
  })

  test.each([
    ['id:7 stat:UNDELIV err:027', 'undelivered', 'UNDELIV, err 027'],
    ['ID:7 STAT:EXPIRED ERR:0', 'expired', 'EXPIRED'],
    ['id:7 stat:REJECTD', 'rejected', 'REJECTD'],
    ['id:7 stat:ACCEPTD', 'sent', 'ACCEPTD'],
    ['id:7 stat:WHATEVER', 'unknown', 'WHATEVER'],
    ['id:7 stat:ENROUTE text:x stat:DELIVRD', 'sent', 'ENROUTE'],
  ])('“%s” is “%s”', (body, status, rawStatus) => {
    expect(readHook({ body })).toMatchObject({ receipts: [{ ref: '7', status, rawStatus }] })
  })

  test('in a message’s own text counts for nothing where the report says something itself', () => {
    expect(json({ ...DLR, Statusflag: 'Failed', reason: 'Network Failed', msg: TEXT_RECEIPT })).toMatchObject({
      receipts: [{ ref: '70010020030040', status: 'undelivered' }],
    })
  })

  test.each([
    'id:7',
    'stat:DELIVRD',
    'id: stat:DELIVRD',
    'id:7 stat: err:000',
    'id:7 text:stat:DELIVRD',
    'id:7 sub:001 text:was it stat:DELIVRD',
    `id:7 ${'x'.repeat(2_000)} stat:DELIVRD`,
  ])('is not what “%s” is', (body) => {
    expect(readHook({ contentType: 'text/plain', body })).toMatchObject({ kind: 'unreadable' })
  })
})

test('text and time of a message are not used', () => {
  expect(JSON.stringify(json({ ...DLR, msg: 'canary' }))).not.toMatch(/canary|2026/)
})

test('a report that somebody opened a link says nothing to apply', () => {
  expect(json(CLICK)).toEqual({ kind: 'nothing', detail: 'Somebody opened a link of a text. Clicks are not counted here.' })
  expect(json([CLICK, CLICK])).toMatchObject({ kind: 'nothing' })
})

test.each([
  [{ method: 'HEAD' as const }],
  [{ method: 'HEAD' as const, query: 'ackid=1&Statusflag=Success' }],
  [{ method: 'GET' as const }],
])('%o says nothing', (request) => {
  expect(readHook(request)).toMatchObject({ kind: 'nothing' })
})

test('an encrypted report is unreadable, and the sentence says what to ask for', () => {
  const envelope = { aes_mode: 'GCM', key: 'a2V5', iv_key: 'aXY=', payload: 'cGF5bG9hZA==' }
  const expected = { kind: 'unreadable', detail: expect.stringContaining('without encryption') }
  expect(json(envelope)).toEqual(expected)
  expect(json([envelope])).toEqual(expected)
  expect(readHook({ body: new URLSearchParams(envelope).toString() })).toEqual(expected)
})

test.each([
  ['an empty body', ''],
  ['an empty object', '{}'],
  ['a number', '7'],
  ['a word', 'hello'],
  ['half an object', '{"ackid":"A1"'],
  ['null', 'null'],
  ['a page', '<html><a href="?a=b">x</a></html>'],
  ['a report without an id', '{"Statusflag":"Success","reason":"Delivered"}'],
  ['a report whose id says that there is none', '{"ackid":"N/A","Statusflag":"Success"}'],
  ['an id alone', '{"ackid":"A1","mid":"M1","dest":"919000000001"}'],
  ['a text from a customer', '{"from":"919000000001","to":"56767","message":"YES"}'],
  ['fields in the prototype', '{"__proto__":{"ackid":"A1","Statusflag":"Success"}}'],
  ['brackets without end', '['.repeat(100_000)],
])('%s is unreadable', (_what, body) => {
  expect(readHook({ contentType: 'application/json', body })).toMatchObject({ kind: 'unreadable', detail: expect.stringMatching(/\.$/) })
})
