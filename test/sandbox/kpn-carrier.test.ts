import { createHmac } from 'node:crypto'
import { request } from 'undici'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { ERROR_CODES } from '../../src/main/sandbox/carrier/protocols/kpn/facts.ts'
import { createKpnProtocol } from '../../src/main/sandbox/carrier/protocols/kpn/index.ts'
import type { KpnTokens } from '../../src/main/sandbox/carrier/protocols/kpn/tokens.ts'
import { createTokens } from '../../src/main/sandbox/carrier/protocols/kpn/tokens.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** The documents' examples with own values; no code of the adapter is used here. */
const OWNER = { id: 'a', token: 'sandbox-a', sender: 'Bistro' }
const SEND = { messages: [{ content: 'Your table is ready.', mobile_number: '+31612345678' }], sender: 'Bistro' }
const TOKEN_PATH = '/kpn/oauth/client_credential/accesstoken'
const CLASSIC = '/kpn/messaging/sms-kpn/v1/send'
const CURRENT = '/kpn/communication/kpn/sms/send'

interface KpnDesk {
  carrier: Carrier
  clock: FakeClock
  tokens: KpnTokens
  setHookUrl(url: string): void
}

async function openDesk(behaviour: Partial<SandboxBehaviour> = {}): Promise<KpnDesk> {
  const clock = createFakeClock()
  const books: KpnTokens[] = []
  const protocol = createKpnProtocol((now) => {
    const tokens = createTokens(now)
    books.push(tokens)
    return tokens
  })
  let hookUrl: string | null = null
  const carrier = await startCarrier({
    clock,
    protocols: [protocol],
    behaviour: { answerDelayMs: 0, receiptDelayMs: 0, receipt: 'none', ...behaviour },
    magicNumbers: true,
    findToken: (token) => Promise.resolve(token === OWNER.token ? { hookUrl } : null),
  })
  onTestFinished(() => carrier.stop())
  const [tokens] = books
  if (tokens === undefined) throw new Error('the protocol was not mounted')
  return {
    carrier,
    clock,
    tokens,
    setHookUrl: (url) => {
      hookUrl = url
    },
  }
}

async function call(url: string, options: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string } = {}) {
  const { method = 'POST', headers = {}, body } = options
  const answer = await request(url, { method, headers, ...(body === undefined ? {} : { body }) })
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) as Record<string, unknown> }
}

function askToken({ carrier }: KpnDesk, change: { query?: string; type?: string; form?: Record<string, string> } = {}) {
  const secrets = carrier.accountFor('kpn', OWNER)?.secrets ?? {}
  const form = { client_id: secrets['clientId'] ?? '', client_secret: secrets['clientSecret'] ?? '', ...change.form }
  return call(`${carrier.address}${TOKEN_PATH}${change.query ?? '?grant_type=client_credentials'}`, {
    headers: { 'content-type': change.type ?? 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
}

async function tokenOf(desk: KpnDesk): Promise<string> {
  return String((await askToken(desk)).json()['access_token'])
}

async function post(desk: KpnDesk, body: unknown, options: { path?: string; token?: string; headers?: Record<string, string> } = {}) {
  const token = options.token ?? (await tokenOf(desk))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...options.headers }
  return call(desk.carrier.address + (options.path ?? CURRENT), {
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('the token address', () => {
  test('answers in the document’s shape, with every number as a string', async () => {
    const desk = await openDesk()
    const answer = await askToken(desk)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(answer.json()).toMatchObject({
      refresh_token_expires_in: '0',
      api_product_list: '[sms-kpn]',
      organization_name: 'kpn',
      token_type: 'Bearer',
      issued_at: String(desk.clock.now()),
      client_id: OWNER.token,
      access_token: expect.stringMatching(/^\S{20,}$/),
      scope: '',
      expires_in: '3599',
      refresh_count: '0',
      status: 'approved',
    })
  })

  test.each([
    ['no grant type', { query: '' }, 400],
    ['another grant type', { query: '?grant_type=password' }, 400],
    ['the client in the query', { query: '?grant_type=client_credentials&client_id=a' }, 400],
    ['the secret in the query', { query: '?grant_type=client_credentials&client_secret=b' }, 400],
    ['JSON for a form', { type: 'application/json' }, 400],
    ['a wrong secret', { form: { client_secret: 'wrong' } }, 401],
    ['a client nobody knows', { form: { client_id: 'stranger', client_secret: 'stranger-secret' } }, 401],
    ['no client', { form: { client_id: '', client_secret: '' } }, 401],
  ])('refuses %s', async (_what, change, status) => {
    const answer = await askToken(await openDesk(), change)
    expect([answer.status, typeof answer.json()['error']]).toEqual([status, 'string'])
    expect(answer.json()).not.toHaveProperty('access_token')
  })

  test.each([
    ['kpn/token-401', 401],
    ['kpn/token-500', 500],
  ])('told %s, answers %i and names the client, while a send says that its token is bad', async (error, status) => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    desk.carrier.setBehaviour({ error })
    const answer = await askToken(desk)
    expect([answer.status, answer.json()['error']]).toEqual([status, 'invalid_client'])
    expect((await post(desk, SEND, { token })).status).toBe(401)
  })

  test('where every key is wrong gives no token, and takes only POST', async () => {
    const desk = await openDesk({ answer: 'wrong_token' })
    expect((await askToken(desk)).status).toBe(401)
    expect((await call(`${desk.carrier.address}${TOKEN_PATH}?grant_type=client_credentials`, { method: 'GET' })).status).toBe(405)
  })
})

describe('a token', () => {
  test('is good for many sends, until its hour has passed', async () => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    expect((await post(desk, SEND, { token })).status).toBe(200)
    await desk.clock.advance(3_599_999)
    expect((await post(desk, SEND, { token })).status).toBe(200)
    await desk.clock.advance(1)
    expect((await post(desk, SEND, { token })).status).toBe(401)
    expect((await post(desk, SEND)).status).toBe(200)
    expect([desk.tokens.issued, desk.carrier.accepted.length]).toEqual([2, 3])
  })

  test('that was taken back is refused, and a new one is taken', async () => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    desk.tokens.revoke('sandbox-other')
    expect((await post(desk, SEND, { token })).status).toBe(200)
    desk.tokens.revoke(OWNER.token)
    expect((await post(desk, SEND, { token })).status).toBe(401)
    expect((await post(desk, SEND)).status).toBe(200)
    desk.tokens.revoke()
    expect(desk.carrier.accepted).toHaveLength(2)
  })

  test.each([
    ['no header', { authorization: '' }],
    ['another word', { authorization: 'BearerToken abc' }],
    ['a token nobody made', { authorization: 'Bearer abc' }],
  ])('with %s is refused before anything else is looked at', async (_what, headers) => {
    const desk = await openDesk()
    const answer = await post(desk, '{', { headers })
    expect([answer.status, answer.json()]).toEqual([401, { fault: { faultstring: expect.any(String), detail: expect.anything() } }])
  })
})

describe('a send', () => {
  test.each([CLASSIC, CURRENT])('to %s is answered in the document’s shape, with the quota in headers', async (path) => {
    const desk = await openDesk()
    const answer = await post(desk, SEND, { path })
    expect([answer.status, answer.json()]).toEqual([200, { document_id: expect.stringMatching(/^[0-9a-f-]{36}$/), status: 'OK' }])
    expect(answer.headers).toMatchObject({
      'quota-limit': '1000',
      'quota-interval': '1',
      'quota-time-unit': 'minute',
      'quota-used': '1',
      'quota-reset-utc': String(desk.clock.now() + 60_000),
      sunset: 'n/a',
    })
    expect(desk.carrier.accepted).toMatchObject([
      { recipient: '31612345678', sender: 'Bistro', text: 'Your table is ready.', requestid: answer.json()['document_id'] },
    ])
  })

  test.each(['0612345678', '+31612345678', '0031612345678', '0681234567', '097000000001', '+3197000000001'])(
    'to the Dutch number %s is taken by both products',
    async (mobile_number) => {
      const desk = await openDesk()
      for (const path of [CLASSIC, CURRENT]) {
        expect((await post(desk, { messages: [{ content: 'Hi', mobile_number }] }, { path })).status).toBe(200)
      }
      expect(desk.carrier.accepted[0]).toMatchObject({ recipient: expect.stringMatching(/^31(?:6\d{8}|97\d{9})$/), sender: 'KPN' })
    },
  )

  test.each([
    ['a body that is no JSON', '{'],
    ['a list for a body', []],
    ['no messages', { sender: 'Bistro' }],
    ['an empty list', { messages: [] }],
    ['an object for the list', { messages: { content: 'Hi', mobile_number: '0612345678' } }],
    ['two messages', { messages: [...SEND.messages, ...SEND.messages] }],
    ['a list inside the list', { messages: [['Hi', '0612345678']] }],
    ['no content', { messages: [{ mobile_number: '0612345678' }] }],
    ['empty content', { messages: [{ content: '', mobile_number: '0612345678' }] }],
    ['content as a number', { messages: [{ content: 5, mobile_number: '0612345678' }] }],
    ['no number', { messages: [{ content: 'Hi' }] }],
    ['a number as a number', { messages: [{ content: 'Hi', mobile_number: 31_612_345_678 }] }],
    ['a number without +', { messages: [{ content: 'Hi', mobile_number: '31612345678' }] }],
    ['two numbers', { messages: [{ content: 'Hi', mobile_number: '0612345678,0612345679' }] }],
    ['a number abroad', { messages: [{ content: 'Hi', mobile_number: '+46701740605' }] }],
    ['060', { messages: [{ content: 'Hi', mobile_number: '0602345678' }] }],
    ['067', { messages: [{ content: 'Hi', mobile_number: '0672345678' }] }],
    ['069', { messages: [{ content: 'Hi', mobile_number: '+31692345678' }] }],
    ['a number that is too short', { messages: [{ content: 'Hi', mobile_number: '061234567' }] }],
    ['a sender of 12 characters', { ...SEND, sender: 'Twelve chars' }],
    ['a sender as a number', { ...SEND, sender: 31 }],
  ])('of the classic product with %s is refused', async (_what, body) => {
    const desk = await openDesk()
    const answer = await post(desk, body, { path: CLASSIC })
    expect([answer.status, answer.json()]).toEqual([
      400,
      { errorResponse: { code: '40001', message: expect.any(String), info: expect.any(String) } },
    ])
    expect(desk.carrier.accepted).toEqual([])
  })

  const numbers = (count: number): string => Array.from({ length: count }, (_, index) => `+3161${2_000_001 + index}`).join(',')

  test.each([
    ['one list of 200 numbers', { messages: [{ content: 'Hi', mobile_number: numbers(200) }] }, 200],
    ['200 messages', { messages: Array.from({ length: 200 }, () => SEND.messages[0]) }, 200],
    ['a number abroad', { messages: [{ content: 'Hi', mobile_number: '+46701740605' }], expirein: '21' }, 1],
    ['1,000 characters', { messages: [{ content: 'a'.repeat(1_000), mobile_number: '0612345678' }] }, 1],
    ['a short validity at home', { ...SEND, expirein: '20' }, 1],
    ['an address for reports', { ...SEND, webhook_url: 'https://desk.example/hook' }, 1],
  ])('of the current product with %s is taken', async (_what, body, taken) => {
    const desk = await openDesk()
    expect((await post(desk, body)).status).toBe(200)
    expect(desk.carrier.accepted).toHaveLength(taken)
    expect(new Set(desk.carrier.accepted.map(({ requestid }) => requestid)).size).toBe(1)
  })

  test.each([
    ['201 numbers', { messages: [{ content: 'Hi', mobile_number: numbers(201) }] }],
    ['201 numbers in two messages', { messages: [...SEND.messages, { content: 'Hi', mobile_number: numbers(200) }] }],
    ['1,001 characters', { messages: [{ content: 'a'.repeat(1_001), mobile_number: '0612345678' }] }],
    ['one bad number among good ones', { messages: [{ content: 'Hi', mobile_number: '0612345678,12,0612345679' }] }],
    ['a blank in the list', { messages: [{ content: 'Hi', mobile_number: '0612345678, 0612345679' }] }],
    ['a validity that is too short abroad', { messages: [{ content: 'Hi', mobile_number: '+46701740605' }], expirein: '20' }],
    ['a validity as a number', { ...SEND, expirein: 3_600 }],
    ['no address where one should be', { ...SEND, webhook_url: 'desk' }],
  ])('of the current product with %s is refused', async (_what, body) => {
    const desk = await openDesk()
    expect((await post(desk, body)).status).toBe(400)
    expect(desk.carrier.accepted).toEqual([])
  })

  test('to a number that is always refused is refused whole', async () => {
    const desk = await openDesk()
    const answer = await post(desk, { messages: [{ content: 'Hi', mobile_number: '0612345678,0612340000' }] })
    expect([answer.status, answer.json()]).toMatchObject([400, { errorResponse: { message: 'Invalid mobile number' } }])
    expect(desk.carrier.accepted).toEqual([])
  })

  test('as a form, by GET or to an unknown address is refused', async () => {
    const desk = await openDesk()
    expect((await post(desk, SEND, { headers: { 'content-type': 'text/plain' } })).status).toBe(400)
    expect((await call(desk.carrier.address + CURRENT, { method: 'GET' })).status).toBe(405)
    const unknown = await post(desk, SEND, { path: '/kpn/messaging/sms-kpn/v2/send' })
    expect([unknown.status, unknown.json()]).toEqual([
      404,
      { fault: { faultstring: 'application not found', detail: { errorcode: expect.any(String) } } },
    ])
    expect(desk.carrier.accepted).toEqual([])
  })
})

describe('behaviour', () => {
  test.each([
    ['refuse_number', 400, undefined],
    ['wrong_token', 401, undefined],
    ['no_credit', 403, undefined],
    ['rate_limited', 429, '1'],
    ['busy', 503, '1'],
    ['server_error', 500, undefined],
  ] as const)('%s answers %i and takes nothing', async (answer, status, retryAfter) => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    desk.carrier.setBehaviour({ answer })
    const got = await post(desk, SEND, { token })
    expect([got.status, got.headers['retry-after']]).toEqual([status, retryAfter])
    expect(desk.carrier.accepted).toEqual([])
  })

  test('drop_before closes without taking, drop_after takes and closes, unreadable takes and answers with a page', async () => {
    const desk = await openDesk({ answer: 'drop_before' })
    const token = await tokenOf(desk)
    await expect(post(desk, SEND, { token })).rejects.toThrow(/closed|socket|reset/i)
    expect(desk.carrier.accepted).toEqual([])
    desk.carrier.setBehaviour({ answer: 'drop_after' })
    await expect(post(desk, SEND, { token })).rejects.toThrow(/closed|socket|reset/i)
    expect(desk.carrier.accepted).toHaveLength(1)
    desk.carrier.setBehaviour({ answer: 'unreadable' })
    const answer = await post(desk, SEND, { token })
    expect([answer.status, answer.text.startsWith('<!doctype html>'), desk.carrier.accepted.length]).toEqual([200, true, 2])
  })

  test('silent takes and never answers', async () => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    desk.carrier.setBehaviour({ answer: 'silent' })
    const pending = post(desk, SEND, { token })
    await vi.waitFor(() => expect(desk.carrier.accepted).toHaveLength(1))
    await Promise.all([desk.carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })

  const GATEWAY = { transactionId: expect.any(String), name: expect.any(String), message: expect.any(String), info: expect.any(String) }
  const ERROR = { errorResponse: { code: expect.any(String), message: expect.any(String), info: expect.any(String) } }
  const FAULT = { fault: { faultstring: expect.any(String), detail: { errorcode: expect.any(String) } } }

  test.each([
    ['302', 302, { ...GATEWAY, status: '302' }],
    ['400', 400, ERROR],
    ['401', 401, FAULT],
    ['403', 403, { ...GATEWAY, status: '403' }],
    ['404', 404, FAULT],
    ['405', 405, { ...GATEWAY, status: '405' }],
    ['412', 412, ERROR],
    ['429', 429, FAULT],
    ['429-quota', 429, FAULT],
    ['500', 500, { ...GATEWAY, status: '500' }],
    ['500-invalid_client', 500, { error: 'invalid_client', error_description: expect.any(String) }],
    ['502', 502, { ...GATEWAY, status: '502' }],
    ['503', 503, { ...GATEWAY, status: '503' }],
    ['504', 504, { ...GATEWAY, status: '504' }],
    ['token-401', 401, FAULT],
    ['token-500', 401, FAULT],
    ['token-503', 401, FAULT],
  ])('the error kpn/%s is answered %i in its envelope, and nothing is taken', async (code, status, body) => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    desk.carrier.setBehaviour({ error: `kpn/${code}` })
    const answer = await post(desk, SEND, { token })
    expect([answer.status, answer.json()]).toEqual([status, body])
    expect(desk.carrier.accepted).toEqual([])
    expect(desk.carrier.errorsOf('kpn').map(({ key }) => key)).toContain(`kpn/${code}`)
  })

  test('a redirect has a place to go, and a quota says when it is there again', async () => {
    const desk = await openDesk({ error: 'kpn/302' })
    expect((await post(desk, SEND)).headers['location']).toMatch(/^https:/)
    desk.carrier.setBehaviour({ error: 'kpn/429' })
    expect((await post(desk, SEND)).headers['retry-after']).toBe('1')
    desk.carrier.setBehaviour({ error: 'kpn/429-quota' })
    const { headers } = await post(desk, SEND)
    expect([headers['retry-after'], headers['quota-reset-utc']]).toEqual([undefined, String(desk.clock.now() + 120_000)])
  })

  test('every key is named once, and another provider’s is not noticed', async () => {
    const desk = await openDesk({ error: 'karix/no-such' })
    expect((await post(desk, SEND)).status).toBe(200)
    const keys = desk.carrier.errorsOf('kpn').map(({ key }) => key)
    expect([new Set(keys).size, keys.length]).toEqual([47, 47])
    for (const { key, label } of desk.carrier.errorsOf('kpn')) {
      expect(key).toMatch(/^kpn\//)
      expect(label.length).toBeGreaterThan(8)
    }
  })
})

describe('a report', () => {
  test.each([
    ['delivered', 1, '000'],
    ['undelivered', 4, '005'],
    ['rejected', 5, '003'],
    ['expired', 6, '024'],
    ['unknown', 0, '001'],
  ] as const)('of %s has the number %i and the code %s, and is signed over its very bytes', async (receipt, status, code) => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt, receiptBeforeAnswer: true })
    desk.setHookUrl(`${hook.address}/hooks/a/key`)
    const documentId = (await post(desk, SEND)).json()['document_id']
    expect(hook.seen).toHaveLength(1)
    const [seen] = hook.seen
    expect([seen?.method, seen?.url, seen?.headers['content-type']]).toEqual(['POST', '/hooks/a/key', 'application/json'])
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      DLRID: expect.stringMatching(/^d-/),
      document_id: documentId,
      CustomerId: expect.any(String),
      MessageType: 'sms',
      RecipientPhonenumber: '31612345678',
      StatusDateTime: Math.floor(desk.clock.now() / 1_000),
      Status: status,
      ErrorCode: code,
    })
    const key = desk.carrier.accountFor('kpn', OWNER)?.secrets['webhookSecret'] ?? ''
    expect(seen?.headers).toMatchObject({
      'x-kpn-webhook-signature': createHmac('sha256', key)
        .update(seen?.body ?? '')
        .digest('hex'),
      'x-kpn-webhook-timestamp': String(Math.floor(desk.clock.now() / 1_000)),
      'x-kpn-webhook-key-id': expect.stringMatching(/./),
      'x-kpn-webhook-attempt': '1',
    })
  })

  test('that comes out of order is preceded by nothing and followed by “accepted”', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt: 'delivered', receiptOrder: 'swapped', receiptBeforeAnswer: true })
    desk.setHookUrl(hook.address)
    await post(desk, SEND)
    expect(hook.seen.map(({ body }) => (JSON.parse(body) as { Status: number }).Status)).toEqual([1, 3])
  })

  test('comes for each number of a list, with the id of the whole and an id of its own', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true })
    desk.setHookUrl(hook.address)
    await post(desk, { messages: [{ content: 'Hi', mobile_number: '0612345678,0612345679' }] })
    const reports = hook.seen.map(({ body }) => JSON.parse(body) as Record<string, string>)
    expect(reports.map((report) => report['RecipientPhonenumber'])).toEqual(['31612345678', '31612345679'])
    expect([new Set(reports.map((report) => report['document_id'])).size, new Set(reports.map((report) => report['DLRID'])).size]).toEqual([
      1, 2,
    ])
  })

  test.each(Object.keys(ERROR_CODES).filter((code) => code !== '000'))(
    'can be told to have the code %s, with its zeros, while the text is taken',
    async (code) => {
      const hook = await startScriptedServer()
      const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true, error: `kpn/report-${code}` })
      desk.setHookUrl(hook.address)
      expect((await post(desk, SEND)).status).toBe(200)
      expect(JSON.parse(hook.seen[0]?.body ?? '')).toMatchObject({ Status: code === '024' ? 6 : 4, ErrorCode: code })
      expect(desk.carrier.errorsOf('kpn').map(({ key }) => key)).toContain(`kpn/report-${code}`)
    },
  )

  test('that is not taken comes again after 60, 120 and 240 seconds, counted, and then no more', async () => {
    const hook = await startScriptedServer({ status: 400 })
    const desk = await openDesk({ receipt: 'delivered' })
    desk.setHookUrl(hook.address)
    await post(desk, SEND)
    await desk.clock.advance(0)
    for (const [index, wait] of [60_000, 60_000, 120_000].entries()) {
      await vi.waitFor(() => expect([hook.seen.length, desk.clock.pendingTimers]).toEqual([index + 1, 1]))
      await desk.clock.advance(wait - 1)
      expect(hook.seen).toHaveLength(index + 1)
      await desk.clock.advance(1)
    }
    await vi.waitFor(() => expect(hook.seen).toHaveLength(4))
    await desk.clock.advance(3_600_000)
    expect(hook.seen.map(({ headers }) => headers['x-kpn-webhook-attempt'])).toEqual(['1', '2', '3', '4'])
    expect(new Set(hook.seen.map(({ headers }) => headers['x-kpn-webhook-timestamp'])).size).toBe(4)
    expect(new Set(hook.seen.map(({ body }) => body)).size).toBe(1)
  })

  test('goes to the address of the request where that is on this computer, and never to one elsewhere', async () => {
    const [usual, own] = [await startScriptedServer(), await startScriptedServer()]
    const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true })
    desk.setHookUrl(usual.address)
    await post(desk, { ...SEND, webhook_url: `${own.address}/reports` })
    expect([usual.seen.length, own.seen[0]?.url]).toEqual([0, '/reports'])
    await post(desk, { ...SEND, webhook_url: 'https://desk.invalid/reports' })
    expect([usual.seen.length, own.seen.length]).toEqual([1, 1])
  })

  test('never comes from the classic product', async () => {
    const hook = await startScriptedServer()
    const desk = await openDesk({ receipt: 'delivered', receiptBeforeAnswer: true })
    desk.setHookUrl(hook.address)
    await post(desk, SEND, { path: CLASSIC })
    expect([hook.seen.length, desk.clock.pendingTimers]).toEqual([0, 0])
  })
})

describe('a text from a customer', () => {
  test.each([
    ['YES', 'text'],
    ['Ja, graag €', 'unicode'],
  ])('“%s” comes in the document’s shape, signed', async (text, type) => {
    const hook = await startScriptedServer()
    const desk = await openDesk()
    desk.setHookUrl(hook.address)
    const input = { protocol: 'kpn', token: OWNER.token, from: '31612345678', to: '3197000000001', text }
    expect(await desk.carrier.reply(input)).toBe(true)
    expect(JSON.parse(hook.seen[0]?.body ?? '')).toEqual({
      sender: '31612345678',
      recipient: '3197000000001',
      message_id: expect.stringMatching(/^in-\d{17,}$/),
      content: text,
      timestamp_utc: new Date(desk.clock.now()).toISOString().replace(/Z$/, '000'),
      type,
    })
    expect(hook.seen[0]?.headers['x-kpn-webhook-signature']).toMatch(/^[0-9a-f]{64}$/)
  })
})
