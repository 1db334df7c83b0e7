import { request } from 'undici'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import type { TestCarrier } from '../support/carrier.ts'
import { startTestCarrier } from '../support/carrier.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** The fact sheet's own examples; no code of the adapter is used here. */
const SEND = { authorization: 'tok-example', sender: 'Bistro', recipient: '46701740605', message: 'Your table is ready.' }

async function newCarrier(behaviour: Partial<SandboxBehaviour> = {}, hookUrl?: string): Promise<TestCarrier> {
  const carrier = await startTestCarrier({ behaviour: { receipt: 'none', ...behaviour }, ...(hookUrl === undefined ? {} : { hookUrl }) })
  onTestFinished(() => carrier.stop())
  return carrier
}

/** As the app runs it: some numbers are refused, and only one token is known. */
async function newMagicCarrier(): Promise<Carrier> {
  const carrier = await startCarrier({
    clock: createFakeClock(),
    behaviour: { answerDelayMs: 0, receipt: 'none' },
    magicNumbers: true,
    findToken: (token) => Promise.resolve(token === 'tok-example' ? { hookUrl: null } : null),
  })
  onTestFinished(() => carrier.stop())
  return carrier
}

async function call(url: string, options: { method?: 'GET' | 'POST'; type?: string; body?: string } = {}) {
  const headers = options.type === undefined ? {} : { 'content-type': options.type }
  const answer = await request(url, {
    method: options.method ?? 'GET',
    headers,
    ...(options.body === undefined ? {} : { body: options.body }),
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) as Record<string, unknown> }
}

function post(carrier: Carrier, fields: object) {
  return call(`${carrier.address}/api/v2/send/`, { method: 'POST', type: 'application/json', body: JSON.stringify(fields) })
}

describe('a single send', () => {
  test('is answered in the document’s shape', async () => {
    const carrier = await newCarrier()
    const answer = await post(carrier, SEND)
    expect(answer.status).toBe(200)
    const body = answer.json()
    expect(Object.keys(body).sort()).toEqual(['href', 'method', 'recipient', 'requestid', 'sender', 'setusInt', 'statusInt', 'statusStr'])
    expect(body).toMatchObject({
      method: 'GET',
      recipient: '46701740605',
      sender: 'Bistro',
      setusInt: 0,
      statusInt: 0,
      statusStr: 'ENROUTE',
    })
    expect(body['requestid']).toMatch(/^R[A-Z0-9]+\.\d{17,}$/)
    expect(body['href']).toBe(`https://smsapi.connectel.se/api/status/?authorization=tok-example&message=${String(body['requestid'])}`)
    expect(carrier.received).toMatchObject([{ to: '+46701740605', from: 'Bistro', text: 'Your table is ready.' }])
  })

  test('may come as a form', async () => {
    const carrier = await newCarrier()
    const body = new URLSearchParams(SEND).toString()
    expect(
      (await call(`${carrier.address}/api/v2/send/`, { method: 'POST', type: 'application/x-www-form-urlencoded', body })).status,
    ).toBe(200)
    expect(carrier.countOf('+46701740605', 'Your table is ready.')).toBe(1)
  })

  test('gives every text an id of its own, and counts repeats', async () => {
    const carrier = await newCarrier()
    for (let round = 0; round < 3; round += 1) await post(carrier, SEND)
    await post(carrier, { ...SEND, message: 'Another.' })
    expect(new Set(carrier.received.map((text) => text.requestid)).size).toBe(4)
    expect(carrier.countOf('46701740605', SEND.message)).toBe(3)
    expect(carrier.countOf('46701740606', SEND.message)).toBe(0)
  })

  test.each([
    ['no token', { authorization: undefined }, 401],
    ['an empty token', { authorization: '' }, 401],
    ['no sender', { sender: undefined }, 400],
    ['a name of 12 characters', { sender: 'Twelve chars' }, 400],
    ['a number of 21 digits', { sender: '1'.repeat(21) }, 400],
    ['no recipient', { recipient: undefined }, 400],
    ['a recipient with +', { recipient: '+46701740605' }, 400],
    ['a recipient with 00', { recipient: '0046701740605' }, 400],
    ['a national recipient', { recipient: '0701740605' }, 400],
    ['a recipient as a number', { recipient: 46701740605 }, 400],
    ['no text', { message: '' }, 400],
    ['1,601 characters', { message: 'a'.repeat(1_601) }, 400],
    ['bulk without a list', { bulk: true }, 400],
    ['bulk as a word', { bulk: 'true' }, 400],
  ])('with %s is refused and not taken', async (_what, change, status) => {
    const carrier = await newCarrier()
    const answer = await post(carrier, { ...SEND, ...change })
    expect([answer.status, typeof answer.json()['error']]).toEqual([status, 'string'])
    expect(carrier.received).toEqual([])
  })

  test.each([{ sender: '1'.repeat(20) }, { sender: 'Elevenchars' }, { message: 'a'.repeat(1_600) }])(
    'at the limit is taken',
    async (change) => {
      expect((await post(await newCarrier(), { ...SEND, ...change })).status).toBe(200)
    },
  )

  test.each([
    ['/api/v2/send', 'POST', 'application/json', 404],
    ['/api/send/', 'POST', 'application/json', 404],
    ['/api/v2/send/', 'POST', 'text/plain', 415],
    ['/api/v2/send/', 'POST', undefined, 415],
    ['/api/v2/send/', 'GET', undefined, 405],
    ['/api/v2/delivery/', 'POST', 'application/json', 405],
  ] as const)('to %s by %s as %s is answered %i', async (path, method, type, status) => {
    const carrier = await newCarrier()
    const body = method === 'POST' ? { body: JSON.stringify(SEND) } : {}
    expect((await call(carrier.address + path, { method, ...(type === undefined ? {} : { type }), ...body })).status).toBe(status)
    expect(carrier.received).toEqual([])
  })

  test('that is not JSON is refused', async () => {
    const carrier = await newCarrier()
    expect((await call(`${carrier.address}/api/v2/send/`, { method: 'POST', type: 'application/json', body: '{' })).status).toBe(400)
  })
})

describe('a bulk send', () => {
  const BULK = { ...SEND, message: 'Closed on Monday.', bulk: true, recipient: [{ 'c-17': '46701740605' }, { 'c-18': '46701740606' }] }

  test('is answered with a bulk id and each key with its request id', async () => {
    const carrier = await newCarrier()
    const body = (await post(carrier, BULK)).json()
    expect(body).toMatchObject({ method: 'GET', sender: 'Bistro', statusInt: 0, statusStr: 'QUEUED' })
    expect(body['bulkid']).toMatch(/^B/)
    expect(body['recipient']).toEqual(
      carrier.received.map(({ to, requestid }, index) => ({ key: `c-${17 + index}`, recipient: to.slice(1), requestid })),
    )
    expect(carrier.received).toHaveLength(2)
  })

  test.each([
    ['a key twice', [{ a: '46701740605' }, { a: '46701740606' }]],
    ['two properties', [{ a: '46701740605', b: '46701740606' }]],
    ['no property', [{}]],
    ['a bare number', ['46701740605']],
    ['a bad number', [{ a: '+46701740605' }]],
    ['one bad number among good ones', [{ a: '46701740605' }, { b: '0701740606' }, { c: '46701740607' }]],
    ['a number as a number', [{ a: 46701740605 }]],
    ['an object for a number', [{ a: { number: '46701740605' } }]],
    ['a list for a number', [{ a: ['46701740605'] }]],
    ['a list inside the list', [['a', '46701740605']]],
    ['an empty key', [{ '': '46701740605' }]],
    ['null', [null]],
    ['nobody', []],
    ['an object for the list', { a: '46701740605' }],
    ['one number', '46701740605'],
  ])('with %s is refused whole', async (_what, recipient) => {
    const carrier = await newCarrier()
    expect((await post(carrier, { ...BULK, recipient })).status).toBe(400)
    expect(carrier.received).toEqual([])
  })

  test('takes no more than one request does: a token, a sender and a text that keep the rules', async () => {
    const carrier = await newCarrier()
    for (const [change, status] of [
      [{ authorization: '' }, 401],
      [{ sender: 'Twelve chars' }, 400],
      [{ message: 'a'.repeat(1_601) }, 400],
      [{ bulk: 'true' }, 400],
      [{ bulk: 1 }, 400],
      [{ bulk: false }, 400],
    ] as const) {
      expect((await post(carrier, { ...BULK, ...change })).status).toBe(status)
    }
    expect(carrier.received).toEqual([])
  })

  test('can be asked about by its bulk id, and each text by its own', async () => {
    const carrier = await newCarrier()
    const bulkid = String((await post(carrier, BULK)).json()['bulkid'])
    const ask = async (id: string, token = 'tok-example') =>
      call(`${carrier.address}/api/v2/delivery/?authorization=${token}&requestid=${id}`)
    const body = (await ask(bulkid)).json()
    expect(Object.keys(body).sort()).toEqual(['action', 'bulkid', 'message', 'recipient', 'sender'])
    expect(body).toMatchObject({ action: 'send', bulkid, message: '', sender: 'Bistro' })
    const entries = body['recipient'] as Record<string, unknown>[]
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['date', 'recipient', 'requestid', 'statusDesc', 'statusInt', 'statusStr', 'url'])
    expect(entries).toMatchObject(
      carrier.received.map(({ to, requestid }) => ({ recipient: to.slice(1), requestid, statusInt: 0, statusStr: 'QUEUED' })),
    )
    const one = carrier.received[1]?.requestid ?? ''
    expect((await ask(one)).json()).toMatchObject({ requestid: one, recipient: '46701740606', statusStr: 'QUEUED' })
    expect((await ask(bulkid, 'other')).status).toBe(404)
  })

  test('is reported on text by text', async () => {
    const desk = await startScriptedServer()
    const carrier = await newCarrier({ receipt: 'expired', receiptBeforeAnswer: true }, desk.address)
    const body = (await post(carrier, BULK)).json()
    expect(body).toMatchObject({ statusInt: 0, statusStr: 'QUEUED' })
    expect(desk.seen.map((seen) => JSON.parse(seen.body) as unknown)).toEqual(
      (body['recipient'] as { recipient: string; requestid: string }[]).map(({ recipient, requestid }) => ({
        action: 'dlr',
        requestid,
        tokenid: expect.any(String),
        statusInt: 8,
        statusStr: 8,
        sender: 'Bistro',
        recipient,
      })),
    )
    const bulkid = String(body['bulkid'])
    const asked = (await call(`${carrier.address}/api/v2/delivery/?authorization=tok-example&requestid=${bulkid}`)).json()
    expect(asked['recipient']).toMatchObject([{ statusStr: 'EXPIRED' }, { statusStr: 'EXPIRED' }])
  })

  test('leaves out of its answer the numbers it refuses, and takes the others', async () => {
    const carrier = await newMagicCarrier()
    const recipient = [{ a: '46701740605' }, { b: '46701740000' }, { c: '46701740607' }]
    const body = (await post(carrier, { ...BULK, recipient })).json()
    expect(body).toMatchObject({ bulkid: expect.stringMatching(/^B/), statusInt: 0, statusStr: 'QUEUED' })
    expect(body['recipient']).toMatchObject([
      { key: 'a', recipient: '46701740605' },
      { key: 'c', recipient: '46701740607' },
    ])
    expect(carrier.accepted.map((text) => text.recipient)).toEqual(['46701740605', '46701740607'])
  })

  test('that is muddled is taken whole and answered for every second number; its bulk id leads to all', async () => {
    const carrier = await newCarrier({ answer: 'muddled' })
    const body = (await post(carrier, BULK)).json()
    const [first, second] = carrier.received.map(({ requestid }) => requestid)
    expect((body['recipient'] as { requestid?: string }[]).map(({ requestid }) => requestid)).toEqual([first, undefined])
    const asked = (await call(`${carrier.address}/api/v2/delivery/?authorization=tok-example&requestid=${String(body['bulkid'])}`)).json()
    expect(asked).toMatchObject({ bulkid: body['bulkid'], recipient: [{ requestid: first }, { requestid: second }] })
  })

  test('of nothing but refused numbers is refused whole, without a bulk id', async () => {
    const refusing = await newCarrier({ answer: 'refuse_number' })
    const magic = await newMagicCarrier()
    const body = (await post(refusing, BULK)).json()
    expect(body).toMatchObject({ recipient: [], statusInt: 5, statusStr: 'UNDELIV' })
    expect(body).not.toHaveProperty('bulkid')
    expect((await post(magic, { ...BULK, recipient: [{ a: '46701740000' }] })).json()).toMatchObject({ recipient: [], statusInt: 5 })
    expect([...refusing.accepted, ...magic.accepted]).toEqual([])
  })

  test.each([
    ['wrong_token', 401, 0],
    ['no_credit', 402, 0],
    ['busy', 503, 0],
    ['server_error', 500, 0],
    ['unreadable', 200, 2],
  ] as const)('meets %s as a whole: %i, %i texts taken', async (answer, status, taken) => {
    const carrier = await newCarrier({ answer })
    const got = await post(carrier, BULK)
    expect([got.status, got.text.includes('bulkid'), carrier.received.length]).toEqual([status, false, taken])
  })

  test.each([
    ['drop_before', 0],
    ['drop_after', 2],
  ] as const)('meets %s as a whole: %i texts taken', async (answer, taken) => {
    const carrier = await newCarrier({ answer })
    await expect(post(carrier, BULK)).rejects.toThrow(/closed|socket|reset/i)
    expect(carrier.received).toHaveLength(taken)
  })

  test('meets silence as a whole: all are taken, no answer comes', async () => {
    const carrier = await startTestCarrier({ behaviour: { answer: 'silent', receipt: 'none' } })
    const pending = post(carrier, BULK)
    await vi.waitFor(() => expect(carrier.received).toHaveLength(2))
    await Promise.all([carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })
})

test('delivery by request id is answered in the document’s shape', async () => {
  const carrier = await newCarrier()
  const requestid = String((await post(carrier, SEND)).json()['requestid'])
  const answer = await call(`${carrier.address}/api/v2/delivery/?authorization=tok-example&requestid=${requestid}`)
  expect(answer.json()).toEqual({
    action: 'send',
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    message: '',
    recipient: '46701740605',
    requestid,
    sender: 'Bistro',
    statusDesc: '',
    statusInt: 0,
    statusStr: 'ENROUTE',
    url: `https://smsapi.connectel.se/status/${requestid}`,
  })
  const delivery = `${carrier.address}/api/v2/delivery/`
  expect((await call(`${delivery}?authorization=tok-example&requestid=R0`)).status).toBe(404)
  expect((await call(`${delivery}?authorization=tok-example`)).status).toBe(400)
  expect((await call(`${delivery}?requestid=${requestid}`)).status).toBe(401)
  // A text is only told of to the token that sent it.
  expect((await call(`${delivery}?authorization=other&requestid=${requestid}`)).status).toBe(404)
})

test('numbers ending in 0000 are refused where that is on, and a token nobody has is not let in', async () => {
  const carrier = await newMagicCarrier()
  const send = (change: object) => post(carrier, { ...SEND, ...change })
  expect((await send({ recipient: '46701740000' })).json()).toMatchObject({ statusInt: 5, statusStr: 'UNDELIV' })
  expect((await send({ authorization: 'stranger' })).status).toBe(401)
  expect(carrier.accepted).toEqual([])
})

describe('behaviour', () => {
  test.each([
    ['wrong_token', 401, undefined],
    ['no_credit', 402, undefined],
    ['busy', 503, '1'],
    ['server_error', 500, undefined],
  ] as const)('%s answers %i and takes nothing', async (answer, status, retryAfter) => {
    const carrier = await newCarrier({ answer })
    const got = await post(carrier, SEND)
    expect([got.status, got.headers['retry-after']]).toEqual([status, retryAfter])
    expect(carrier.received).toEqual([])
  })

  test('refuse_number answers with status 5 and takes nothing', async () => {
    const carrier = await newCarrier({ answer: 'refuse_number' })
    expect((await post(carrier, SEND)).json()).toMatchObject({ statusInt: 5, setusInt: 5, statusStr: 'UNDELIV' })
    expect(carrier.received).toEqual([])
  })

  test('drop_before closes without taking, drop_after takes and closes', async () => {
    const before = await newCarrier({ answer: 'drop_before' })
    await expect(post(before, SEND)).rejects.toThrow(/closed|socket|reset/i)
    expect(before.received).toEqual([])
    const after = await newCarrier({ answer: 'drop_after' })
    await expect(post(after, SEND)).rejects.toThrow(/closed|socket|reset/i)
    expect(after.countOf('+46701740605', SEND.message)).toBe(1)
  })

  test('silent takes and never answers, and stopping does not wait for it', async () => {
    const carrier = await startTestCarrier({ behaviour: { answer: 'silent', receipt: 'none' } })
    const pending = post(carrier, SEND)
    await vi.waitFor(() => expect(carrier.received).toHaveLength(1))
    await Promise.all([carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })

  test('unreadable takes and answers 200 with a page', async () => {
    const carrier = await newCarrier({ answer: 'unreadable' })
    const answer = await post(carrier, SEND)
    expect([answer.status, answer.text.startsWith('<!doctype html>'), carrier.received.length]).toEqual([200, true, 1])
  })

  test('the text is taken before the answer’s delay has passed, and stopping drops the answer', async () => {
    const clock = createFakeClock()
    const carrier = await startTestCarrier({ clock, behaviour: { answerDelayMs: 60_000, receipt: 'none' } })
    const first = post(carrier, SEND)
    await vi.waitFor(() => expect(clock.pendingTimers).toBe(1))
    expect(carrier.received).toHaveLength(1)
    await clock.advance(60_000)
    expect((await first).status).toBe(200)
    const second = post(carrier, SEND)
    await vi.waitFor(() => expect(clock.pendingTimers).toBe(1))
    await Promise.all([carrier.stop(), expect(second).rejects.toThrow(/closed|socket|reset/i)])
    expect(clock.pendingTimers).toBe(0)
  })
})

describe('reports', () => {
  test.each([
    ['delivered', 1, 'DELIVRD'],
    ['rejected', 2, 'REJECTD'],
    ['undelivered', 5, 'UNDELIV'],
    ['expired', 8, 'EXPIRED'],
    ['unknown', 9, 'UNKNOWN'],
  ] as const)('of %s come as JSON like the sample’s, or as a form', async (receipt, number, word) => {
    const desk = await startScriptedServer()
    const carrier = await newCarrier({ receipt, receiptCopies: 2 }, `${desk.address}/hooks/a/b`)
    const requestid = String((await post(carrier, SEND)).json()['requestid'])
    await vi.waitFor(() => expect(desk.seen).toHaveLength(2))
    for (const seen of desk.seen) {
      expect([seen.method, seen.url, seen.headers['content-type']]).toEqual(['POST', '/hooks/a/b', 'application/json'])
      expect(JSON.parse(seen.body)).toEqual({
        action: 'dlr',
        requestid,
        tokenid: expect.any(String),
        statusInt: number,
        statusStr: number,
        sender: 'Bistro',
        recipient: '46701740605',
      })
    }
    carrier.setBehaviour({ receiptEncoding: 'form', receiptCopies: 1 })
    await post(carrier, SEND)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(3))
    expect(desk.seen[2]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(desk.seen[2]?.body))).toMatchObject({
      action: 'dlr',
      statusInt: String(number),
      statusStr: word,
    })
    const asked = await call(`${carrier.address}/api/v2/delivery/?authorization=tok-example&requestid=${requestid}`)
    expect(asked.json()).toMatchObject({ statusInt: number, statusStr: word })
  })

  test('come after their delay', async () => {
    const desk = await startScriptedServer()
    const clock = createFakeClock()
    const carrier = await startTestCarrier({ clock, hookUrl: desk.address, behaviour: { receiptDelayMs: 5_000 } })
    onTestFinished(() => carrier.stop())
    await post(carrier, SEND)
    await clock.advance(4_999)
    expect(desk.seen).toEqual([])
    await clock.advance(1)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(1))
  })

  test('may leave before the answer', async () => {
    const desk = await startScriptedServer()
    const carrier = await newCarrier({ receipt: 'delivered', receiptBeforeAnswer: true, receiptDelayMs: 60_000 }, desk.address)
    const answer = await post(carrier, SEND)
    expect(desk.seen).toHaveLength(1)
    expect(answer.json()).toMatchObject({ statusInt: 0, statusStr: 'ENROUTE' })
  })

  test('are repeated a few times where nobody answers or the answer is 503, and not otherwise', async () => {
    const clock = createFakeClock()
    const desk = await startScriptedServer({ status: 503 })
    const carrier = await startTestCarrier({ clock, hookUrl: desk.address })
    onTestFinished(() => carrier.stop())
    await post(carrier, SEND)
    await clock.advance(0)
    for (const [index, wait] of [250, 1_000, 4_000].entries()) {
      await vi.waitFor(() => expect([desk.seen.length, clock.pendingTimers]).toEqual([index + 1, 1]))
      await clock.advance(wait)
    }
    await vi.waitFor(() => expect(desk.seen).toHaveLength(4))
    await clock.advance(60_000)
    expect([desk.seen.length, clock.pendingTimers]).toEqual([4, 0])
    desk.answer({ status: 404 })
    await post(carrier, SEND)
    await clock.advance(0)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(5))
    await clock.advance(60_000)
    expect(desk.seen).toHaveLength(5)
  })
})

describe('texts from customers', () => {
  test('come in the document’s shape, and the caller learns whether they were taken', async () => {
    const desk = await startScriptedServer()
    const carrier = await newCarrier({}, desk.address)
    const text = { token: 'tok-example', from: '46701740699', to: '46701740600', text: 'YES' }
    expect(await carrier.reply(text)).toBe(true)
    expect(JSON.parse(desk.seen[0]?.body ?? '')).toEqual({
      from: '46701740699',
      to: '46701740600',
      requestid: expect.stringMatching(/^R/),
      message: 'YES',
    })
    desk.answer({ status: 400 })
    expect(await carrier.reply(text)).toBe(false)
    carrier.setHookUrl(null)
    expect(await carrier.reply(text)).toBe(false)
  })

  test('come by themselves where that is on', async () => {
    const desk = await startScriptedServer()
    const clock = createFakeClock()
    const carrier = await startTestCarrier({ clock, hookUrl: desk.address, behaviour: { receipt: 'none', autoReply: true } })
    onTestFinished(() => carrier.stop())
    await post(carrier, SEND)
    await clock.advance(10_000)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(1))
    expect(JSON.parse(desk.seen[0]?.body ?? '')).toMatchObject({ from: '46701740605', message: expect.stringMatching(/./) })
  })
})
