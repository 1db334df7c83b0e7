import { request } from 'undici'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import type { OkrouteTemplates } from '../../src/main/sandbox/carrier/protocols/okroute/hooks.ts'
import { createOkrouteProtocol } from '../../src/main/sandbox/carrier/protocols/okroute/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** The documents' examples with own values; no code of the adapter is used here. */
const OWNER = { id: 'a', token: 'sandbox-a', sender: 'Bistro' }
const OTHER = { id: 'b', token: 'sandbox-b', sender: 'Bistro' }
const SUBMIT = { command: 'submit', ani: 'Bistro', dnis: '12025550143', message: 'Your table is ready.', longMessageMode: 'split' }
const ID = /^(?:alss-[0-9a-f]{8}-[0-9a-f]{8}(?:-[0-9a-f]{4}-[0-9a-f]{12})?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

interface OkrouteDesk {
  carrier: Carrier
  clock: FakeClock
  credentials: { username: string; password: string }
  setHookUrl(url: string): void
}

async function openDesk(behaviour: Partial<SandboxBehaviour> = {}, templates?: OkrouteTemplates): Promise<OkrouteDesk> {
  const clock = createFakeClock()
  let hookUrl: string | null = null
  const carrier = await startCarrier({
    clock,
    protocols: [createOkrouteProtocol(templates)],
    behaviour: { answerDelayMs: 0, receiptDelayMs: 0, receipt: 'none', ...behaviour },
    magicNumbers: true,
    findToken: (token) => Promise.resolve([OWNER.token, OTHER.token].includes(token) ? { hookUrl } : null),
  })
  onTestFinished(() => carrier.stop())
  const { username = '', password = '' } = carrier.accountFor('okroute', OWNER)?.secrets ?? {}
  return {
    carrier,
    clock,
    credentials: { username, password },
    setHookUrl: (url) => {
      hookUrl = url
    },
  }
}

async function call(url: string, options: { method?: 'GET' | 'POST' | 'PUT' | 'HEAD'; type?: string; body?: string } = {}) {
  const headers = options.type === undefined ? {} : { 'content-type': options.type }
  const answer = await request(url, {
    method: options.method ?? 'GET',
    headers,
    ...(options.body === undefined ? {} : { body: options.body }),
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) as unknown }
}

function queryOf(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
}

function get({ carrier, credentials }: OkrouteDesk, fields: object) {
  return call(`${carrier.address}/okroute/api?${queryOf({ ...credentials, ...fields })}`)
}

function post({ carrier, credentials }: OkrouteDesk, fields: object) {
  const body = JSON.stringify({ ...credentials, ...fields })
  return call(`${carrier.address}/okroute/api`, { method: 'POST', type: 'application/json', body })
}

async function idOf(desk: OkrouteDesk, fields: object = SUBMIT): Promise<string> {
  return ((await post(desk, fields)).json() as { message_id: string }).message_id
}

describe('a submit', () => {
  const STYLES: ReadonlyArray<[string, (desk: OkrouteDesk) => ReturnType<typeof call>, string]> = [
    ['a query', (desk) => get(desk, SUBMIT), 'text/html'],
    ['JSON with everything in it', (desk) => post(desk, SUBMIT), 'application/json; charset=utf-8'],
    [
      'JSON with the credentials in the query',
      ({ carrier, credentials }) => {
        const { command, ...fields } = SUBMIT
        const url = `${carrier.address}/okroute/api?${queryOf({ command, ...credentials })}`
        return call(url, { method: 'POST', type: 'application/json; charset=utf-8', body: JSON.stringify(fields) })
      },
      'application/json; charset=utf-8',
    ],
    [
      'JSON to the address with a slash',
      ({ carrier, credentials }) =>
        call(`${carrier.address}/okroute/api/`, {
          method: 'POST',
          type: 'application/json',
          body: JSON.stringify({ ...credentials, ...SUBMIT }),
        }),
      'application/json; charset=utf-8',
    ],
  ]

  test.each(STYLES)('as %s is answered with one id', async (_what, submit, type) => {
    const desk = await openDesk()
    const answer = await submit(desk)
    expect([answer.status, answer.headers['content-type'], answer.json()]).toEqual([200, type, { message_id: expect.stringMatching(ID) }])
    expect(desk.carrier.accepted).toMatchObject([{ recipient: '12025550143', sender: 'Bistro', text: 'Your table is ready.' }])
  })

  test('as a form is answered in a list of one, as a page', async () => {
    const desk = await openDesk()
    const body = queryOf({ ...desk.credentials, ...SUBMIT })
    const answer = await call(`${desk.carrier.address}/okroute/api`, { method: 'POST', type: 'application/x-www-form-urlencoded', body })
    expect([answer.status, answer.headers['content-type'], answer.json()]).toEqual([
      200,
      'text/html',
      [{ message_id: expect.stringMatching(ID) }],
    ])
  })

  test('gives ids of every form that is met, each only once', async () => {
    const desk = await openDesk()
    const ids = [await idOf(desk), await idOf(desk), await idOf(desk), await idOf(desk)]
    expect(new Set(ids).size).toBe(4)
    expect(new Set(ids.map((id) => id.split('-').length))).toEqual(new Set([3, 5]))
    expect(ids.some((id) => !id.startsWith('alss-'))).toBe(true)
  })

  test('reads a query as UTF-8, with + for a blank', async () => {
    const desk = await openDesk()
    const query = queryOf({ ...desk.credentials, ...SUBMIT, dataCoding: 8 }).replace(
      /message=[^&]*/,
      'message=Gr%C3%BC%C3%9Fe+%26+1%2B1%25',
    )
    await call(`${desk.carrier.address}/okroute/api?${query}`)
    expect(desk.carrier.accepted[0]?.text).toBe('Grüße & 1+1%')
  })

  test.each([
    ['no password', { password: '' }],
    ['a wrong password', { password: 'wrong' }],
    ['a user nobody knows', { username: 'stranger', password: 'stranger-password' }],
    ['a password as a number', { password: 5 }],
  ])('with %s is not authorized, whatever else is wrong', async (_what, change) => {
    const desk = await openDesk()
    const answer = await post(desk, { ...SUBMIT, dnis: '', ...change })
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
      401,
      'text/html',
      'not authorized (check login and password)',
    ])
  })

  test.each([
    ['no number', { dnis: undefined }, /dnis/],
    ['a number as a number', { dnis: 12_025_550_143 }, /dnis/],
    ['a number with +', { dnis: '+12025550143' }, /dnis/],
    ['a blank in the list', { dnis: '12025550143, 12025550144' }, /dnis/],
    ['a comma at the end', { dnis: '12025550143,' }, /dnis/],
    ['a number of 16 digits', { dnis: '1202555014312345' }, /^Destination number is too long$/],
    [
      '101 numbers',
      { dnis: Array.from({ length: 101 }, (_, index) => 12_025_550_101 + index).join(',') },
      /^Destination number is too long$/,
    ],
    ['more than 2,048 characters', { dnis: Array.from({ length: 100 }, () => '120255501431234567890').join(',') }, /too long/],
    ['no text', { message: '' }, /message/],
    ['a sender of 33 characters', { ani: 'a'.repeat(33) }, /ani/],
    ['a service type of 7 bytes', { serviceType: 'service' }, /^Service type is invalid$/],
    ['an unknown mode', { longMessageMode: 'fold' }, /longMessageMode/],
    ['an unknown data coding', { dataCoding: 2 }, /dataCoding/],
    ['a data coding as a word', { dataCoding: 'ucs2' }, /dataCoding/],
    ['a flash that is neither', { flash: 2 }, /flash/],
    ['an esm class of 256', { esmClass: '256' }, /esmClass/],
    ['a type of number as a word', { srcTon: 'name' }, /srcTon/],
    ['an own id of 129 characters', { incMsgId: 'a'.repeat(129) }, /incMsgId/],
    ['a validity that is none', { validityPeriod: '2 days' }, /validityPeriod/],
    ['a list for split_or_payload', { longMessageMode: 'split_or_payload', dnis: '12025550143,12025550144' }, /one dnis/],
    ['an unknown command', { command: 'send' }, /command/],
    ['no command', { command: undefined }, /command/],
  ])('with %s is refused in words', async (_what, change, words) => {
    const desk = await openDesk()
    const answer = await post(desk, { ...SUBMIT, ...change })
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'text/html'])
    expect(answer.text).toMatch(words)
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['100 numbers', { dnis: Array.from({ length: 100 }, (_, index) => 12_025_550_101 + index).join(',') }],
    [
      'everything that is optional',
      { ani: 'a'.repeat(32), serviceType: 'abcdef', dataCoding: '0', esmClass: 255, flash: 0, srcTon: 5, incMsgId: 'x' },
    ],
    ['nothing that is optional', { ani: undefined, longMessageMode: undefined }],
    ['an absolute validity', { validityPeriod: '241222080910000-' }],
    ['a relative validity', { validityPeriod: '000002000000000R' }],
  ])('with %s is taken', async (_what, change) => {
    expect((await post(await openDesk(), { ...SUBMIT, ...change })).status).toBe(200)
  })

  test.each([
    ['application/json', '{'],
    ['application/json', '[]'],
    ['text/plain', 'command=submit'],
  ])('as %s with the body %s is refused', async (type, body) => {
    const desk = await openDesk()
    expect((await call(`${desk.carrier.address}/okroute/api`, { method: 'POST', type, body })).status).toBe(400)
  })

  test('by HEAD or to another address is not found, and sends nothing', async () => {
    const desk = await openDesk()
    const query = queryOf({ ...desk.credentials, ...SUBMIT })
    expect((await call(`${desk.carrier.address}/okroute/api?${query}`, { method: 'HEAD' })).status).toBe(404)
    expect((await call(`${desk.carrier.address}/okroute/submit?${query}`)).status).toBe(404)
    expect(desk.carrier.accepted).toEqual([])
  })
})

describe('several numbers', () => {
  test('are answered in a list, by number, without parts', async () => {
    const desk = await openDesk()
    const answer = await post(desk, { ...SUBMIT, dnis: '12025550143,12025550144' })
    expect(answer.json()).toEqual(
      ['12025550143', '12025550144'].map((dnis, index) => ({ dnis, message_id: desk.carrier.accepted[index]?.requestid })),
    )
  })

  test('of which one is there twice are texted once each, yet have an id each time', async () => {
    const desk = await openDesk()
    const items = (await post(desk, { ...SUBMIT, dnis: '12025550143,12025550144,12025550143' })).json() as { message_id: string }[]
    expect([items.length, new Set(items.map((item) => item.message_id)).size, desk.carrier.accepted.length]).toEqual([3, 3, 2])
  })

  test('of which one is refused lack its item; of nothing but refused ones there is no way', async () => {
    const desk = await openDesk()
    const answer = await post(desk, { ...SUBMIT, dnis: '12025550143,12025550000' })
    expect(answer.json()).toEqual([{ dnis: '12025550143', message_id: expect.stringMatching(ID) }])
    const none = await post(desk, { ...SUBMIT, dnis: '12025550000' })
    expect([none.status, none.text, desk.carrier.accepted.length]).toEqual([400, 'NO ROUTES', 1])
  })
})

describe('a long text', () => {
  const LONG = 'a'.repeat(161)
  const WIDE = '中'.repeat(71)

  test.each([
    ['split', LONG, 0, 2, 2],
    ['split', 'a'.repeat(160), 0, 1, 1],
    ['split', 'a'.repeat(306), 0, 2, 2],
    ['split', 'a'.repeat(307), 0, 3, 3],
    ['split', `${'a'.repeat(159)}€`, 0, 2, 2],
    ['split', '€'.repeat(153), 0, 3, 3],
    ['split_sar', LONG, 0, 2, 2],
    ['split', '中'.repeat(70), 8, 1, 1],
    ['split', WIDE, 8, 2, 2],
    ['split', '中'.repeat(135), 8, 3, 3],
    ['split', '😀'.repeat(67), 8, 3, 3],
    ['split', 'a'.repeat(141), 6, 2, 2],
    ['single_id_split', LONG, 0, 2, 1],
    ['payload', LONG, 0, 2, 1],
    ['split_or_payload', LONG, 0, 2, 1],
  ])('in the mode %s arrives whole (%#)', async (longMessageMode, message, dataCoding, parts, ids) => {
    const desk = await openDesk()
    const answer = (await post(desk, { ...SUBMIT, longMessageMode, message, dataCoding })).json()
    expect(desk.carrier.accepted).toMatchObject([{ text: message, details: { parts: String(parts) } }])
    const given = desk.carrier.accepted[0]?.partIds ?? []
    expect(given).toHaveLength(ids)
    expect(answer).toEqual(
      ids === 1
        ? { message_id: given[0] }
        : given.map((id, index) => ({ dnis: '12025550143', message_id: id, segment_num: String(index + 1) })),
    )
  })

  test.each([
    ['cut', LONG, 0, 'a'.repeat(160)],
    [undefined, LONG, 0, 'a'.repeat(160)],
    ['cut', `${'a'.repeat(159)}€`, 0, 'a'.repeat(159)],
    ['cut', WIDE, 8, '中'.repeat(70)],
    ['cut', `${'中'.repeat(69)}😀`, 8, '中'.repeat(69)],
    ['cut', 'a'.repeat(141), 6, 'a'.repeat(140)],
  ])('in the mode %s loses what does not fit (%#)', async (longMessageMode, message, dataCoding, arrives) => {
    const desk = await openDesk()
    const answer = await post(desk, { ...SUBMIT, longMessageMode, message, dataCoding })
    expect(answer.json()).toEqual({ message_id: expect.stringMatching(ID) })
    expect(desk.carrier.accepted).toMatchObject([{ text: arrives, details: { parts: '1' } }])
  })

  test('without a data coding arrives with “?” for what the default alphabet lacks', async () => {
    const desk = await openDesk()
    await post(desk, { ...SUBMIT, message: 'Zoë, 中 😀' })
    expect(desk.carrier.accepted[0]?.text).toBe('Zo?, ? ?')
  })

  test('to several numbers has parts for each', async () => {
    const desk = await openDesk()
    const items = (await post(desk, { ...SUBMIT, dnis: '12025550143,12025550144', message: LONG })).json() as Record<string, string>[]
    expect(items.map(({ dnis, segment_num }) => [dnis, segment_num])).toEqual([
      ['12025550143', '1'],
      ['12025550143', '2'],
      ['12025550144', '1'],
      ['12025550144', '2'],
    ])
  })
})

describe('a status query', () => {
  const ask = (desk: OkrouteDesk, messageId: string) => get(desk, { command: 'query', messageId })

  test('about a text on its way is answered in a list of one, without a time', async () => {
    const desk = await openDesk()
    const answer = await ask(desk, await idOf(desk))
    expect([answer.status, answer.headers['content-type'], answer.json()]).toEqual([
      200,
      'text/html',
      [{ status: 'ENROUTE', delivery_time: '', mccmnc: '310260', error_code: '000', system_delivery_time: '' }],
    ])
  })

  test.each([
    ['delivered', 'DELIVRD'],
    ['undelivered', 'UNDELIV'],
    ['rejected', 'REJECTD'],
    ['expired', 'EXPIRED'],
  ] as const)('about a text that was %s is answered %s, with two forms of its time', async (receipt, status) => {
    const desk = await openDesk({ receipt })
    const id = await idOf(desk)
    await desk.clock.advance(0)
    expect((await ask(desk, id)).json()).toEqual({
      status,
      delivery_time: '20260302090000',
      mccmnc: '310260',
      error_code: '000',
      system_delivery_time: '260302090000',
    })
  })

  test('about any part of a text tells of it', async () => {
    const desk = await openDesk({ receipt: 'delivered' })
    const items = (await post(desk, { ...SUBMIT, message: 'a'.repeat(161) })).json() as { message_id: string }[]
    await desk.clock.advance(0)
    for (const { message_id: id } of items) expect((await ask(desk, id)).json()).toMatchObject({ status: 'DELIVRD' })
  })

  test('about an unknown text, and about one of a day ago, is answered UNKNOWN', async () => {
    const desk = await openDesk({ receipt: 'delivered' })
    const id = await idOf(desk)
    expect((await ask(desk, 'alss-0-0')).json()).toMatchObject({ status: 'UNKNOWN' })
    await desk.clock.advance(86_399_999)
    expect((await ask(desk, id)).json()).toMatchObject({ status: 'DELIVRD' })
    await desk.clock.advance(1)
    expect((await ask(desk, id)).json()).toMatchObject({ status: 'UNKNOWN', delivery_time: '' })
  })

  test('about a text of somebody else is answered UNKNOWN', async () => {
    const desk = await openDesk({ receipt: 'delivered' })
    const messageId = await idOf(desk)
    await desk.clock.advance(0)
    const other = desk.carrier.accountFor('okroute', OTHER)?.secrets
    expect((await get(desk, { command: 'query', messageId, ...other })).json()).toMatchObject({ status: 'UNKNOWN' })
    expect((await ask(desk, messageId)).json()).toMatchObject({ status: 'DELIVRD' })
  })

  test('needs credentials and an id, under the name that a query has', async () => {
    const desk = await openDesk()
    const id = await idOf(desk)
    expect((await get(desk, { command: 'query', message_id: id })).status).toBe(400)
    expect((await get(desk, { command: 'query', messageId: id, password: 'wrong' })).status).toBe(401)
    desk.carrier.setBehaviour({ answer: 'wrong_token' })
    expect((await ask(desk, id)).status).toBe(401)
  })
})

describe('behaviour', () => {
  test.each([
    ['refuse_number', 400, 'NO ROUTES'],
    ['wrong_token', 401, 'not authorized (check login and password)'],
    ['no_credit', 402, 'not enough balance'],
    ['rate_limited', 429, 'too many requests'],
    ['busy', 503, 'Service Unavailable'],
    ['server_error', 500, 'Internal Server Error'],
  ] as const)('%s answers %i “%s” and takes nothing', async (behaviour, status, text) => {
    const desk = await openDesk({ answer: behaviour })
    const answer = await post(desk, SUBMIT)
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([status, 'text/html', text])
    expect(answer.headers['retry-after']).toBe(status === 429 || status === 503 ? '1' : undefined)
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['400-no-routes', 400, /^NO ROUTES$/],
    ['400-service-type', 400, /^Service type is invalid$/],
    ['400-too-long', 400, /^Destination number is too long$/],
    ['400', 400, /./],
    ['401', 401, /^not authorized/],
    ['402', 402, /balance/],
    ['403', 403, /./],
    ['404', 404, /./],
    ['405', 405, /./],
    ['429', 429, /too many/],
    ['500', 500, /./],
    ['502', 502, /<html>/],
    ['503', 503, /./],
    ['504', 504, /<html>/],
    ['508', 508, /^loop detected$/],
    ['200-no-routes', 200, /^NO ROUTES$/],
    ['200-balance', 200, /balance/],
    ['200-queue', 200, /queue/],
    ['200-text', 200, /./],
  ])('the error okroute/%s is answered %i as text, and nothing is taken', async (code, status, text) => {
    const desk = await openDesk({ error: `okroute/${code}` })
    const answer = await post(desk, SUBMIT)
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html'])
    expect(answer.text).toMatch(text)
    expect(desk.carrier.accepted).toEqual([])
    expect(desk.carrier.errorsOf('okroute').map(({ key }) => key)).toContain(`okroute/${code}`)
  })

  test('every key is named once, and another provider’s is not noticed', async () => {
    const desk = await openDesk({ error: 'kpn/400' })
    expect((await post(desk, SUBMIT)).status).toBe(200)
    const keys = desk.carrier.errorsOf('okroute').map(({ key }) => key)
    expect([new Set(keys).size, keys.length]).toEqual([19, 19])
  })

  test('drop_before closes without taking, drop_after takes and closes, unreadable takes and answers with a page', async () => {
    const desk = await openDesk({ answer: 'drop_before' })
    await expect(post(desk, SUBMIT)).rejects.toThrow(/closed|socket|reset/i)
    expect(desk.carrier.accepted).toEqual([])
    desk.carrier.setBehaviour({ answer: 'drop_after' })
    await expect(get(desk, SUBMIT)).rejects.toThrow(/closed|socket|reset/i)
    expect(desk.carrier.accepted).toHaveLength(1)
    desk.carrier.setBehaviour({ answer: 'unreadable' })
    const answer = await post(desk, SUBMIT)
    expect([answer.status, answer.text.startsWith('<!doctype html>'), desk.carrier.accepted.length]).toEqual([200, true, 2])
  })

  test('silent takes and never answers', async () => {
    const desk = await openDesk({ answer: 'silent' })
    const pending = post(desk, SUBMIT)
    await vi.waitFor(() => expect(desk.carrier.accepted).toHaveLength(1))
    await Promise.all([desk.carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })
})

describe('a report', () => {
  test.each([
    ['delivered', 'DELIVRD'],
    ['undelivered', 'UNDELIV'],
    ['rejected', 'REJECTD'],
    ['expired', 'EXPIRED'],
    ['unknown', 'UNKNOWN'],
  ] as const)('of %s comes by GET as %s, or as the form of another installation', async (receipt, state) => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt, receiptBeforeAnswer: true })
    desk.setHookUrl(`${hook.address}/hooks/a/key`)
    const id = await idOf(desk, { ...SUBMIT, ani: 'Bar & Grill' })
    expect(hook.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', `/hooks/a/key?id=${id}&status=${state}&to=12025550143&from=Bar%20%26%20Grill&time=260302090000&desc=`, ''],
    ])
    desk.carrier.setBehaviour({ receiptEncoding: 'form' })
    const second = await idOf(desk)
    expect([hook.seen[1]?.method, hook.seen[1]?.headers['content-type']]).toEqual(['POST', 'application/x-www-form-urlencoded'])
    expect(Object.fromEntries(new URLSearchParams(hook.seen[1]?.body))).toEqual({
      msgid: second,
      state,
      reasoncode: '000',
      to: '12025550143',
      time: '260302090000',
      mcc: '310',
      mnc: '260',
    })
  })

  test('comes by every placeholder of the client’s own address; one that nobody knows stays as it is', async () => {
    const hook = await startScriptedServer()
    const report =
      'ref=$app_msg_id$&all=$mcc$-$mnc$-$mccmnc$&net=$net_name$&parts=$part_amount$&done=$done_date$&doneT=$done_date_t$&price=$rate$$currency$&x=$nobody$&fixed=1'
    const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true }, { report, inbound: 'm=$message$' })
    desk.setHookUrl(`${hook.address}/hooks/a/key?k=1`)
    const items = (await post(desk, { ...SUBMIT, message: 'a'.repeat(161) })).json() as { message_id: string }[]
    expect(hook.seen.map(({ url }) => Object.fromEntries(new URL(url, hook.address).searchParams))).toEqual(
      items.map(({ message_id: ref }) => ({
        k: '1',
        ref,
        all: '310-260-310260',
        net: 'Undefined',
        parts: '2',
        done: '2026-03-02Z09:00:00',
        doneT: '2026-03-02T09:00:00',
        price: '0.00500EUR',
        x: '$nobody$',
        fixed: '1',
      })),
    )
  })

  test('of a text with one id for all parts comes once; out of order, the last part comes first and ACCEPTD last', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true })
    desk.setHookUrl(hook.address)
    const message = 'a'.repeat(161)
    await post(desk, { ...SUBMIT, message, longMessageMode: 'single_id_split' })
    expect(hook.seen).toHaveLength(1)
    desk.carrier.setBehaviour({ receiptOrder: 'swapped' })
    const items = (await post(desk, { ...SUBMIT, message })).json() as { message_id: string }[]
    const said = hook.seen.slice(1).map(({ url }) => new URL(url, hook.address).searchParams)
    const ids = items.map((item) => item.message_id)
    expect(said.map((one) => [one.get('id'), one.get('status')])).toEqual([
      [ids[1], 'DELIVRD'],
      [ids[0], 'DELIVRD'],
      [ids[0], 'ACCEPTD'],
      [ids[1], 'ACCEPTD'],
    ])
  })
})

describe('a text from a customer', () => {
  const FROM_CUSTOMER = { protocol: 'okroute', token: OWNER.token, from: '12025550143', to: '12025550100' }

  test('comes by GET, with the word MO for a state', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk()
    desk.setHookUrl(hook.address)
    expect(await desk.carrier.reply({ ...FROM_CUSTOMER, text: 'Ja, 1+1 & mehr %' })).toBe(true)
    expect(hook.seen[0]?.method).toBe('GET')
    expect(hook.seen[0]?.url).toMatch(
      /^\/\?ani=12025550143&dnis=12025550100&message=Ja%2C%201%2B1%20%26%20mehr%20%25&message_id=alss-\d+&delivery_status=MO&delivery_time=260302090000&udh=$/,
    )
    hook.answer({ status: 400 })
    expect(await desk.carrier.reply({ ...FROM_CUSTOMER, text: 'YES' })).toBe(false)
  })

  test('knows its keyword where the address asks for it', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk(
      {},
      { report: '', inbound: 'k=$keyword$&rest=$messageWithoutKeyword$&code=$result_code$&type=$serviceType$' },
    )
    desk.setHookUrl(hook.address)
    await desk.carrier.reply({ ...FROM_CUSTOMER, text: 'STOP it now' })
    expect(hook.seen[0]?.url).toBe('/?k=STOP&rest=it%20now&code=000&type=MO')
  })

  test('comes as a form where that is on, a long one in parts that only its number holds together', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receiptEncoding: 'form' })
    desk.setHookUrl(hook.address)
    await desk.carrier.reply({ ...FROM_CUSTOMER, text: 'YES' })
    expect(Object.fromEntries(new URLSearchParams(hook.seen[0]?.body))).toEqual({
      message: 'YES',
      to: '12025550100',
      from: '12025550143',
      msgid: expect.stringMatching(/^alss-\d+$/),
    })
    const text = `${'a'.repeat(66)}😀${'b'.repeat(70)}`
    expect(await desk.carrier.reply({ ...FROM_CUSTOMER, text })).toBe(true)
    const parts = hook.seen.slice(1).map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
    expect(parts.map((part) => [part['sarPartNumber'], part['SarParts']])).toEqual([
      ['1', '3'],
      ['2', '3'],
      ['3', '3'],
    ])
    expect(parts.map((part) => part['message']).join('')).toBe(text)
    expect([new Set(parts.map((part) => part['sarId'])).size, new Set(parts.map((part) => part['msgid'])).size]).toEqual([1, 3])
  })

  test('without a hook goes nowhere', async () => {
    expect(await (await openDesk()).carrier.reply({ ...FROM_CUSTOMER, text: 'YES' })).toBe(false)
  })
})
