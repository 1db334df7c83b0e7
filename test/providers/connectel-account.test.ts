import { describe, expect, test } from 'vitest'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import { ACCEPTED, NUMBER, openConnectelDesk, TEXT, TOKEN } from './connectel-desk.ts'

const DOCUMENTED = 'https://smsapi.connectel.se/api/v2/'

describe('the account form', () => {
  test('asks for sender, address with the documented default, and the token as a secret', () => {
    const { configFields, secretFields } = connectelAdapter.descriptor
    expect(configFields.map(({ key, required, defaultValue }) => ({ key, required, defaultValue }))).toEqual([
      { key: 'sender', required: true, defaultValue: undefined },
      { key: 'baseUrl', required: false, defaultValue: DOCUMENTED },
    ])
    expect(secretFields.map(({ key, required }) => ({ key, required }))).toEqual([{ key: 'token', required: true }])
  })

  test.each(['Bistro', 'A', 'Elevenchars', 'Åsa & Co', 'Salong 7', '7Eleven', '1', '46701740600', '+46701740600', '12345678901234567890'])(
    'takes the sender “%s”',
    (sender) => {
      expect(connectelAdapter.checkConfig({ sender, baseUrl: DOCUMENTED })).toEqual({})
    },
  )

  test.each([
    '',
    '   ',
    'Twelve chars',
    '123456789012345678901',
    '12-34',
    '&&&',
    'Café†',
    'Bistro😀',
    'Tab\there',
    'Line\nfeed',
    'Zażółć',
    '€€€€€AB',
  ])('refuses the sender “%s” with a sentence', (sender) => {
    expect(connectelAdapter.checkConfig({ sender, baseUrl: DOCUMENTED })).toEqual({ sender: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test.each([
    '',
    'https://smsapi.connectel.se',
    'https://smsapi.connectel.se/api/v2',
    'http://127.0.0.1:8080',
    'http://localhost/api/v2/',
    'http://[::1]:9/x/',
    'https://proxy.example.com:8443/connectel/',
  ])('takes the address “%s”', (baseUrl) => {
    expect(connectelAdapter.checkConfig({ sender: 'Bistro', baseUrl })).toEqual({})
  })

  test.each([
    'smsapi.connectel.se',
    'http://smsapi.connectel.se/api/v2/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'ftp://127.0.0.1/',
    'https://user:pass@smsapi.connectel.se/',
    'https://smsapi.connectel.se/api/v2/?authorization=x',
    'https://smsapi.connectel.se/#x',
    'javascript:alert(1)',
    'https://',
  ])('refuses the address “%s” with a sentence', (baseUrl) => {
    expect(connectelAdapter.checkConfig({ sender: 'Bistro', baseUrl })).toEqual({ baseUrl: expect.stringMatching(/^[A-Z].{20,}/) })
  })

  test.each([
    ['', '/api/v2/send/'],
    ['/', '/api/v2/send/'],
    ['/api/v2', '/api/v2/send/'],
    ['/api/v2/', '/api/v2/send/'],
    ['/api/v2/send', '/api/v2/send/'],
    ['/api/v2/send/', '/api/v2/send/'],
    ['/api/v2/delivery/', '/api/v2/send/'],
    ['/other', '/other/send/'],
  ])('an address that ends in “%s” is sent to at %s', async (path, sentTo) => {
    const desk = await openConnectelDesk()
    desk.server.answer({ body: JSON.stringify(ACCEPTED) })
    const account = { ...desk.account, config: { sender: 'Bistro', baseUrl: ` ${desk.server.address}${path} ` } }
    await connectelAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)
    expect(desk.server.seen.map((request) => request.url)).toEqual([sentTo])
  })

  test('the sender that recipients see is the one in the form', () => {
    expect(connectelAdapter.senderOf({ sender: ' Bistro ' })).toBe('Bistro')
  })
})

describe('a text, before it is queued', () => {
  test.each([['a'.repeat(1_600)], ['😀'.repeat(800)], ['x'], ['.\n']])('of up to 1,600 UTF-16 units is taken', (text) => {
    expect(connectelAdapter.checkMessage({ to: NUMBER, text }, {})).toBeNull()
  })

  test.each([
    ['a'.repeat(1_601), 1_601],
    ['😀'.repeat(801), 1_602],
  ])('that is longer is refused, with its length and the limit', (text, length) => {
    const problem = connectelAdapter.checkMessage({ to: NUMBER, text }, {})
    expect(problem?.code).toBe('text_too_long')
    expect(problem?.message).toContain(String(length))
    expect(problem?.message).toContain('1600')
  })

  test.each(['', ' ', '\n\n', '\u00A0'])('that is blank is refused', (text) => {
    expect(connectelAdapter.checkMessage({ to: NUMBER, text }, {})).toMatchObject({ code: 'text_empty' })
  })
})

describe('a status query', () => {
  const REF = 'RAAA0001.17000000000000001'
  const DELIVERY = {
    action: 'send',
    date: '2025-03-03 14:05:00',
    message: '',
    recipient: '46701740605',
    requestid: REF,
    sender: 'Bistro',
    statusDesc: '',
    statusInt: 1,
    statusStr: 'DELIVRD',
    url: `https://smsapi.connectel.se/status/${REF}`,
  }

  async function ask(body: unknown, status = 200) {
    const desk = await openConnectelDesk()
    desk.server.answer({ status, body: typeof body === 'string' ? body : JSON.stringify(body) })
    const answer = await connectelAdapter.queryStatus?.(desk.account, REF, desk.context)
    return { answer, seen: desk.server.seen }
  }

  test('is a GET with token and id, and reads the fact sheet’s answer', async () => {
    const { answer, seen } = await ask(DELIVERY)
    expect(answer).toEqual({ kind: 'receipt', receipt: { ref: REF, status: 'delivered', rawStatus: 'DELIVRD', detail: null } })
    expect(seen).toHaveLength(1)
    const url = new URL(seen[0]?.url ?? '', 'http://x')
    expect([seen[0]?.method, url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
      'GET',
      '/api/v2/delivery/',
      { authorization: TOKEN, requestid: REF },
    ])
    expect(seen[0]?.body).toBe('')
  })

  test('finds its text in a bulk answer', async () => {
    const bulk = {
      action: 'send',
      bulkid: 'B1',
      message: '',
      sender: 'Bistro',
      recipient: [
        { ...DELIVERY, requestid: 'other' },
        { ...DELIVERY, statusInt: 5, statusStr: 'UNDELIV', statusDesc: 'no such number' },
      ],
    }
    expect((await ask(bulk)).answer).toEqual({
      kind: 'receipt',
      receipt: { ref: REF, status: 'undelivered', rawStatus: 'UNDELIV', detail: 'no such number' },
    })
  })

  test.each([
    ['another text', { ...DELIVERY, requestid: 'RAAA0001.17000000000000002' }],
    ['no text', { ...DELIVERY, requestid: undefined }],
    ['no status', { requestid: REF }],
    ['a page', '<html></html>'],
    ['nothing', ''],
    ['a list of something else', [1, 2, 3]],
  ])('answered with %s decides nothing', async (_what, body) => {
    expect((await ask(body)).answer).toMatchObject({ kind: 'failed', code: 'answer_unreadable' })
  })

  test('knows "not found" from a wrong address', async () => {
    expect((await ask({ error: 'not found' }, 404)).answer).toMatchObject({ kind: 'not_found' })
    expect((await ask('<html></html>', 404)).answer).toMatchObject({ kind: 'failed', code: 'account_address' })
  })

  test.each([
    [401, 'account_credentials'],
    [402, 'account_balance'],
    [429, 'rate_limited'],
    [500, 'provider_error'],
    [302, 'account_address'],
  ])('answered with %i fails with %s, without a word about sending', async (status, code) => {
    const { answer } = await ask(DELIVERY, status)
    expect(answer).toMatchObject({ kind: 'failed', code, message: expect.not.stringContaining(TOKEN) })
  })
})

describe('the connection test', () => {
  async function check(body: string, status = 200) {
    const desk = await openConnectelDesk()
    desk.server.answer({ status, body })
    const result = await connectelAdapter.testConnection(desk.account, desk.context)
    expect(desk.server.seen.map(({ method, url }) => [method, url.split('?')[0]])).toEqual([['GET', '/api/v2/delivery/']])
    expect(result.message).not.toContain(TOKEN)
    return result
  }

  test('is honest about what a good answer proves', async () => {
    const expected =
      'Connectel answered and did not refuse the token. It has no way to check the token without sending a text, so send one to yourself to be sure.'
    for (const [body, status] of [
      ['{}', 200],
      ['[]', 200],
      ['{"error":"no such id"}', 200],
      ['{"error":"no such id"}', 404],
      ['{"error":"no such id"}', 400],
    ] as const) {
      expect(await check(body, status)).toEqual({ ok: true, code: 'ok', message: expected })
    }
  })

  test.each([
    [401, '{}', 'account_credentials'],
    [403, '{"error":"x"}', 'account_credentials'],
    [402, '{}', 'account_balance'],
    [404, '<html></html>', 'account_address'],
    [302, '', 'account_address'],
    [200, '<html></html>', 'account_address'],
    [200, '', 'account_address'],
    [200, '{"error":"Invalid authorization"}', 'account_credentials'],
    [500, '{}', 'provider_error'],
    [503, '', 'provider_busy'],
  ])('%i with %s does not pass: %s', async (status, body, code) => {
    expect(await check(body, status)).toMatchObject({ ok: false, code })
  })

  test('a server that is not there does not pass', async () => {
    const desk = await openConnectelDesk()
    const account = { ...desk.account, config: { sender: 'Bistro', baseUrl: 'http://127.0.0.1:1/' } }
    expect(await connectelAdapter.testConnection(account, desk.context)).toMatchObject({ ok: false, code: 'refused' })
  })
})
