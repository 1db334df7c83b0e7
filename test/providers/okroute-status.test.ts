import { describe, expect, test } from 'vitest'
import { ACCEPTED, okRoute, openOkRouteDesk, PASSWORD, USERNAME } from './okroute-desk.ts'

const REF = ACCEPTED.message_id

/** The document’s own answer. */
const DELIVERED = {
  status: 'DELIVRD',
  delivery_time: '20250303140519',
  mccmnc: '310260',
  error_code: '000',
  system_delivery_time: '250303140520',
}

describe('a status query', () => {
  async function ask(body: unknown, status = 200, config: Record<string, string> = {}) {
    const desk = await openOkRouteDesk()
    desk.server.answer({ status, body: typeof body === 'string' ? body : JSON.stringify(body) })
    const answer = await okRoute.queryStatus?.({ ...desk.account, config: { ...desk.account.config, ...config } }, REF, desk.context)
    return { answer, seen: desk.server.seen }
  }

  test.each(['post-json', 'post-query', 'get'])('with “%s” is a GET with credentials, id and command', async (method) => {
    const { answer, seen } = await ask(DELIVERED, 200, { method })
    expect(answer).toEqual({ kind: 'receipt', receipt: { ref: REF, status: 'delivered', rawStatus: 'DELIVRD', detail: null } })
    expect(seen).toHaveLength(1)
    const url = new URL(seen[0]?.url ?? '', 'http://x')
    expect([seen[0]?.method, url.pathname, Object.fromEntries(url.searchParams), seen[0]?.body]).toEqual([
      'GET',
      '/api',
      { username: USERNAME, password: PASSWORD, messageId: REF, command: 'query' },
      '',
    ])
    expect(seen[0]?.url).not.toContain('+')
  })

  test.each([
    ['ENROUTE', 'sent'],
    ['SENT', 'sent'],
    ['ACCEPTD', 'sent'],
    ['DELIVRD', 'delivered'],
    [' delivrd ', 'delivered'],
    ['ACTIVATED', 'delivered'],
    ['EXPIRED', 'expired'],
    ['IM_EXPD', 'expired'],
    ['DELETED', 'undelivered'],
    ['UNDELIV', 'undelivered'],
    ['REJECTD', 'rejected'],
    ['NO ROUTES', 'rejected'],
    // Not final, and never a failure: the platform forgets after a day.
    ['UNKNOWN', 'unknown'],
    // Nothing is guessed.
    ['DELIVERED', 'unknown'],
    ['FAILED', 'unknown'],
    ['toString', 'unknown'],
  ])('“%s” is %s, with the word kept', async (word, status) => {
    for (const body of [{ ...DELIVERED, status: word }, [{ ...DELIVERED, status: word, delivery_time: '' }], [[{ status: word }]]]) {
      expect((await ask(body)).answer).toMatchObject({ kind: 'receipt', receipt: { ref: REF, status, rawStatus: word.trim() } })
    }
  })

  test.each([
    ['011', 'Code 011 of the network.'],
    ['000', null],
    ['0', null],
    ['', null],
    [undefined, null],
  ])('the error code %o is the detail %o', async (errorCode, detail) => {
    expect((await ask({ status: 'UNDELIV', error_code: errorCode })).answer).toMatchObject({ receipt: { detail } })
  })

  test.each<[string, unknown]>([
    ['another text', { ...DELIVERED, messageId: 'alss-other' }],
    ['two different words', [{ status: 'DELIVRD' }, { status: 'UNDELIV' }]],
    ['no status', { error_code: '000' }],
    ['a blank status', { status: ' ' }],
    ['a page', '<html></html>'],
    ['a word', 'DELIVRD'],
    ['nothing', ''],
    ['a list of something else', [1, 2, 3]],
    ['a status in the prototype', '{"__proto__":{"status":"DELIVRD"}}'],
  ])('answered with %s decides nothing', async (_what, body) => {
    expect((await ask(body)).answer).toMatchObject({ kind: 'failed', code: 'answer_unreadable' })
  })

  test('finds its own text among others', async () => {
    const body = [
      { status: 'UNDELIV', message_id: 'other' },
      { status: 'DELIVRD', message_id: REF },
    ]
    expect((await ask(body)).answer).toMatchObject({ kind: 'receipt', receipt: { status: 'delivered' } })
  })

  test.each<[number, string, string]>([
    [401, 'not authorized (check login and password)', 'account_credentials'],
    [200, 'not authorized (check login and password)', 'account_credentials'],
    [403, '', 'account_not_allowed'],
    [404, '<html></html>', 'account_address'],
    [302, '', 'account_address'],
    [429, '', 'rate_limited'],
    [503, '', 'provider_busy'],
    [500, '', 'provider_error'],
    [400, `bad id for ${PASSWORD}`, 'request_refused'],
  ])('answered with %i “%s” fails with %s, and says nothing of secrets', async (status, body, code) => {
    const { answer } = await ask(body, status)
    expect(answer).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(/^(?=.*OKRoute)[A-Z].*\.$/) })
    expect(JSON.stringify(answer)).not.toContain('9f8e7d')
  })

  test('from a server that is not there, or at an address that cannot be used, fails', async () => {
    const desk = await openOkRouteDesk()
    for (const [baseUrl, code] of [
      ['http://127.0.0.1:1/', 'refused'],
      ['nonsense', 'account_address'],
    ]) {
      const account = { ...desk.account, config: { ...desk.account.config, baseUrl: baseUrl ?? '' } }
      expect(await okRoute.queryStatus?.(account, REF, desk.context)).toMatchObject({ kind: 'failed', code })
    }
  })
})

describe('the connection test', () => {
  async function check(body: string, status = 200) {
    const desk = await openOkRouteDesk()
    desk.server.answer({ status, body })
    const result = await okRoute.testConnection(desk.account, desk.context)
    // A question about a text that does not exist: it sends nothing.
    const [request] = desk.server.seen
    expect(desk.server.seen).toHaveLength(1)
    expect([request?.method, new URLSearchParams(request?.url.split('?')[1]).get('command')]).toEqual(['GET', 'query'])
    expect(result.message).not.toContain('9f8e7d')
    return result
  }

  test.each(['{"status":"UNKNOWN"}', '[{"status":"UNKNOWN","delivery_time":""}]', JSON.stringify(DELIVERED)])(
    'passes with %s',
    async (body) => {
      expect(await check(body)).toEqual({ ok: true, code: 'ok', message: 'OKRoute answered and accepted user name and password.' })
    },
  )

  test.each<[number, string, string]>([
    [401, 'not authorized (check login and password)', 'account_credentials'],
    [200, 'not authorized (check login and password)', 'account_credentials'],
    [403, '', 'account_not_allowed'],
    [402, '', 'account_balance'],
    [404, '<html></html>', 'account_address'],
    [302, '', 'account_address'],
    [200, '<html>Login: Password:</html>', 'account_address'],
    [200, '', 'account_address'],
    [200, '{}', 'account_address'],
    [200, '{"status":"up"}', 'account_address'],
    [400, PASSWORD, 'request_refused'],
    [500, '{"status":"UNKNOWN"}', 'provider_error'],
    [503, '', 'provider_busy'],
  ])('%i with “%s” does not pass: %s', async (status, body, code) => {
    expect(await check(body, status)).toMatchObject({ ok: false, code, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test('does not pass without a server', async () => {
    const desk = await openOkRouteDesk()
    const account = { ...desk.account, config: { ...desk.account.config, baseUrl: 'http://127.0.0.1:1/' } }
    expect(await okRoute.testConnection(account, desk.context)).toMatchObject({ ok: false, code: 'refused' })
  })
})
