import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { ACCEPTED, CLIENT_ID, CLIENT_SECRET, json, kept, MAIL, NOW, openKpnDesk, TEXT, TOKEN, tokenAnswer, TOKEN_PATH } from './kpn-desk.ts'
import type { KpnDesk } from './kpn-desk.ts'

let desk: KpnDesk

beforeEach(async () => {
  desk = await openKpnDesk()
})

/** Tokens T0, T1 and so on, in the order they were asked for. */
function numberedTokens(change: Record<string, unknown> = {}): void {
  desk.onToken((index) => tokenAnswer({ access_token: `T${index}`, ...change }))
}

function bearers(): (string | undefined)[] {
  return desk.sends.map(({ headers }) => headers['authorization'])
}

test('a token is asked for by POST: grant in the query, keys in a form, nothing secret in the address', async () => {
  await desk.send()
  expect(desk.tokens).toHaveLength(1)
  const [request] = desk.tokens
  expect([request?.method, request?.url]).toEqual(['POST', `${TOKEN_PATH}?grant_type=client_credentials`])
  const body = 'client_id=CID-8f7e6d%225c%264b&client_secret=s%C3%A9cret%2F8%2B7%3D6+f0e1'
  expect(request?.body).toBe(body)
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET })
  expect(request?.headers).toEqual({
    host: desk.address.slice('http://'.length),
    connection: 'keep-alive',
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  })
})

test.each([
  ['', `${TOKEN_PATH}?grant_type=client_credentials`],
  ['/', `${TOKEN_PATH}?grant_type=client_credentials`],
  [`${TOKEN_PATH}/`, `${TOKEN_PATH}?grant_type=client_credentials`],
  [`${TOKEN_PATH}?grant_type=client_credentials`, `${TOKEN_PATH}?grant_type=client_credentials`],
  [`${TOKEN_PATH}?realm=b%20c`, `${TOKEN_PATH}?realm=b%20c&grant_type=client_credentials`],
])('an address for access that ends in “%s” is asked at %s', async (path, askedAt) => {
  await desk.send({ account: { ...desk.account, config: { ...desk.account.config, tokenUrl: ` ${desk.address}${path} ` } } })
  expect(desk.tokens.map(({ url }) => url)).toEqual([askedAt])
})

test('always “Bearer”, whatever the answer calls its type', async () => {
  await desk.send()
  expect(bearers()).toEqual([`Bearer ${TOKEN}`])
})

describe('one token for many', () => {
  test('fifty texts at the same time share one request', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => desk.send()))
    expect(desk.tokens).toHaveLength(1)
    expect(desk.sends).toHaveLength(50)
    expect(outcomes.every(({ class: kind }) => kind === 'accepted')).toBe(true)
  })

  test('and so do those after its end', async () => {
    numberedTokens()
    await desk.send()
    desk.pass(3_600_000)
    await Promise.all(Array.from({ length: 50 }, () => desk.send()))
    expect(desk.tokens).toHaveLength(2)
    expect(bearers()).toEqual(['Bearer T0', ...Array.from({ length: 50 }, () => 'Bearer T1')])
  })

  test('a failure is shared, and not remembered', async () => {
    desk.onToken((index) => (index === 0 ? { status: 503 } : tokenAnswer()))
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => desk.send()))
    expect(outcomes.every(({ class: kind }) => kind === 'not_accepted_transient')).toBe(true)
    expect([desk.tokens.length, desk.sends.length]).toEqual([1, 0])
    expect(await desk.send()).toMatchObject({ class: 'accepted' })
    expect(desk.tokens).toHaveLength(2)
  })

  test('two adapters do not share', async () => {
    const other = createKpnAdapter()
    await desk.send()
    await desk.send({ adapter: other })
    await desk.send()
    await desk.send({ adapter: other })
    expect(desk.tokens).toHaveLength(2)
  })

  test.each([
    ['client secret', { secrets: { clientId: CLIENT_ID, clientSecret: 'another' } }],
    ['client ID', { secrets: { clientId: 'another', clientSecret: CLIENT_SECRET } }],
  ])('a changed %s fetches anew, and the old one still has its own', async (_what, change) => {
    numberedTokens()
    const changed = { ...desk.account, ...change }
    await desk.send()
    await desk.send({ account: changed })
    await desk.send()
    await desk.send({ account: changed })
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T1', 'Bearer T0', 'Bearer T1'])
    expect(desk.tokens).toHaveLength(2)
  })

  test('a changed address for access fetches anew', async () => {
    numberedTokens()
    const tokenUrl = `${desk.address}${TOKEN_PATH}?realm=b`
    await desk.send()
    await desk.send({ account: { ...desk.account, config: { ...desk.account.config, tokenUrl } } })
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T1'])
  })

  test('two accounts with the same keys share, whatever their sender', async () => {
    await desk.send()
    await desk.send({ account: { ...desk.account, id: 'other', config: { ...desk.account.config, sender: 'Salon' } } })
    expect(desk.tokens).toHaveLength(1)
  })
})

describe('the life of a token', () => {
  test.each([
    ['3599', 3_539_000],
    [3599, 3_539_000],
    ['120', 60_000],
    [' 120.5 ', 60_500],
    ['soon', 2_940_000],
    ['', 2_940_000],
    ['NaN', 2_940_000],
    ['Infinity', 2_940_000],
    ['0', 2_940_000],
    ['-5', 2_940_000],
    [null, 2_940_000],
    [true, 2_940_000],
    [{ seconds: 5 }, 2_940_000],
    [undefined, 2_940_000],
  ])('with expires_in %o it serves for %i ms by the clock given, and not one more', async (expiresIn, ms) => {
    numberedTokens({ expires_in: expiresIn })
    await desk.send()
    desk.pass(ms - 1)
    await desk.send()
    expect(desk.tokens).toHaveLength(1)
    desk.pass(1)
    await desk.send()
    expect(desk.tokens).toHaveLength(2)
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T0', 'Bearer T1'])
  })

  test('one shorter than the margin serves those that asked, and nobody after', async () => {
    numberedTokens({ expires_in: '30' })
    await Promise.all([desk.send(), desk.send()])
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T0'])
    await desk.send()
    expect(desk.tokens).toHaveLength(2)
  })

  test('what the request takes is part of it', async () => {
    desk.onToken((index) => {
      if (index === 0) desk.pass(1_000)
      return tokenAnswer({ access_token: `T${index}`, expires_in: '120' })
    })
    await desk.send()
    desk.pass(59_000)
    await desk.send()
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T1'])
  })
})

describe('a 401 to a text', () => {
  test('forgets the token, fetches one, and sends the same text once more', async () => {
    numberedTokens()
    desk.onSend((index) => (index === 1 ? { status: 401 } : json(ACCEPTED)))
    await desk.send()
    expect(await desk.send()).toMatchObject({ class: 'accepted' })
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T0', 'Bearer T1'])
    expect(desk.sends[2]?.body).toBe(desk.sends[1]?.body)
    await desk.send()
    expect(bearers()[3]).toBe('Bearer T1')
    expect(desk.tokens).toHaveLength(2)
  })

  test('twice is an account problem, after exactly one repetition', async () => {
    numberedTokens()
    desk.onSend(() => json({ fault: { faultstring: 'Invalid access token' } }, 401))
    expect(await desk.send()).toMatchObject({
      class: 'account_problem',
      code: 'account_credentials',
      message: expect.stringMatching(/Check client ID and client secret.*It says: “Invalid access token”\.$/),
    })
    expect([desk.tokens.length, desk.sends.length]).toEqual([2, 2])
  })

  test('that many texts meet at the same time fetches one token', async () => {
    numberedTokens()
    desk.onSend((_index, { headers }) => (headers['authorization'] === 'Bearer T0' ? { status: 401 } : json(ACCEPTED)))
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => desk.send()))
    expect(outcomes.every(({ class: kind }) => kind === 'accepted')).toBe(true)
    expect(desk.tokens).toHaveLength(2)
  })

  test('that comes late does not throw away the newer token', async () => {
    numberedTokens()
    await desk.send()
    const late = Promise.withResolvers<ScriptedAnswer>()
    desk.onSend((index) => (index === 1 ? late.promise : index === 2 ? { status: 401 } : json(ACCEPTED)))
    const slow = desk.send()
    while (desk.sends.length < 2) await new Promise((resolve) => setImmediate(resolve))
    await desk.send()
    late.resolve({ status: 401 })
    expect(await slow).toMatchObject({ class: 'accepted' })
    expect(bearers()).toEqual(['Bearer T0', 'Bearer T0', 'Bearer T0', 'Bearer T1', 'Bearer T1'])
    expect(desk.tokens).toHaveLength(2)
  })

  test('for all, with no end, fetches no storm of tokens', async () => {
    numberedTokens()
    desk.onSend(() => ({ status: 401 }))
    await Promise.all(Array.from({ length: 40 }, () => desk.send()))
    expect(desk.tokens.length).toBeLessThanOrEqual(3)
  })

  test('is what the failure of the new token says, when there is none', async () => {
    desk.onToken((index) => (index === 0 ? tokenAnswer() : { status: 503 }))
    desk.onSend(() => ({ status: 401 }))
    expect(await desk.send()).toMatchObject({ class: 'not_accepted_transient', code: 'provider_busy' })
    expect(desk.sends).toHaveLength(1)
  })

  test.each([JSON.stringify(ACCEPTED), '{"result":{"document_id":"d-1"}}', '{"document_id":"d-1'])(
    'with a document id in it (%s) is not repeated: something may have been taken',
    async (body) => {
      desk.onSend(() => ({ status: 401, body }))
      expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'answer_contradictory' })
      expect([desk.tokens.length, desk.sends.length]).toEqual([1, 1])
    },
  )

  test('the repetition that gets no answer leaves the fate open', async () => {
    desk.onSend((index) => (index === 0 ? { status: 401 } : 'hang_up'))
    expect(await desk.send()).toMatchObject({ class: 'unknown', code: 'reset' })
    expect(desk.sends).toHaveLength(2)
  })
})

describe('no token', () => {
  test.each<[string, ScriptedAnswer, string, string]>([
    ['401', { status: 401 }, 'account_problem', 'account_credentials'],
    ['401 in Apigee’s words', json({ ErrorCode: 'invalid_client', Error: 'x' }, 401), 'account_problem', 'account_credentials'],
    ['400 invalid_client', json({ error: 'invalid_client' }, 400), 'account_problem', 'account_credentials'],
    ['400', json({ error: 'invalid_request' }, 400), 'account_problem', 'account_credentials'],
    ['500 invalid_client', json({ error: 'invalid_client' }, 500), 'account_problem', 'account_credentials'],
    [
      '503 with an invalid client in text',
      { status: 503, body: 'oauth.v2.InvalidClientIdentifier' },
      'account_problem',
      'account_credentials',
    ],
    ['200 invalid_client', json({ error: 'invalid_client' }), 'account_problem', 'account_credentials'],
    ['403', { status: 403 }, 'account_problem', 'account_not_allowed'],
    ['402', { status: 402 }, 'account_problem', 'account_not_allowed'],
    ['301', { status: 301, headers: { location: '/elsewhere' } }, 'account_problem', 'account_address'],
    ['302', { status: 302, headers: { location: '/elsewhere' } }, 'account_problem', 'account_address'],
    ['404', { status: 404 }, 'account_problem', 'account_address'],
    ['405', { status: 405 }, 'account_problem', 'account_address'],
    ['408', { status: 408 }, 'not_accepted_transient', 'provider_busy'],
    ['429', { status: 429 }, 'not_accepted_transient', 'rate_limited'],
    ['429 with invalid_client', json({ error: 'invalid_client' }, 429), 'not_accepted_transient', 'rate_limited'],
    ['500', json({ error: 'server_error' }, 500), 'not_accepted_transient', 'provider_error'],
    ['502', { status: 502 }, 'not_accepted_transient', 'provider_error'],
    ['503', { status: 503 }, 'not_accepted_transient', 'provider_busy'],
    ['504', { status: 504 }, 'not_accepted_transient', 'provider_error'],
    ['a page', { body: '<html>It works!</html>' }, 'not_accepted_transient', 'answer_unreadable'],
    ['nothing', { body: '' }, 'not_accepted_transient', 'answer_unreadable'],
    ['an empty token', tokenAnswer({ access_token: '  ' }), 'not_accepted_transient', 'answer_unreadable'],
    ['a token with a line break', tokenAnswer({ access_token: 'a\r\nX-Evil: 1' }), 'not_accepted_transient', 'answer_unreadable'],
    ['a token in a list', json([{ access_token: TOKEN }]), 'not_accepted_transient', 'answer_unreadable'],
    ['a token in the prototype', { body: `{"__proto__":{"access_token":"${TOKEN}"}}` }, 'not_accepted_transient', 'answer_unreadable'],
    ['a hang-up', 'hang_up', 'not_accepted_transient', 'reset'],
  ])('for %s: nothing was sent, and that is certain', async (_what, answer, kind, code) => {
    desk.onToken(() => answer)
    const outcome = await desk.send()
    expect(outcome).toMatchObject({ class: kind, code, message: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(outcome.class === 'not_accepted_transient' && !outcome.message.endsWith('The text was not sent.')).toBe(false)
    expect([desk.tokens.length, desk.sends.length]).toEqual([1, 0])
  })

  test('silence was asked and not answered: not sent all the same', async () => {
    const impatient = await openKpnDesk({ timeoutMs: 60 })
    impatient.onToken(() => 'silence')
    expect(await impatient.send()).toMatchObject({ class: 'not_accepted_transient', code: 'timeout' })
    expect([impatient.tokens.length, impatient.sends.length]).toEqual([1, 0])
  })

  test('nobody there', async () => {
    const account = { ...desk.account, config: { ...desk.account.config, tokenUrl: 'http://127.0.0.1:1/' } }
    expect(await desk.send({ account })).toMatchObject({ class: 'not_accepted_transient', code: 'refused', retryAfterMs: null })
  })

  test('a computer without network stays offline', async () => {
    const http = createHttpClient()
    onTestFinished(() => http.close())
    const failure = { kind: 'failure', written: false, offline: true, code: 'offline', message: 'No network.' } as const
    const context = { ...desk.context, http: { ...http, request: () => Promise.resolve(failure) } }
    expect(await desk.adapter.send(desk.account, { id: 'm', to: '+31612345678', text: TEXT }, context)).toMatchObject({ class: 'offline' })
  })

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'quota-reset-UTC': String((NOW + 90_000) / 1_000) }, 90_000],
    [{}, null],
  ])('429 with %o waits %o ms', async (headers, retryAfterMs) => {
    desk.onToken(() => ({ status: 429, headers }))
    expect(await desk.send()).toMatchObject({ retryAfterMs })
  })

  test('missing keys are an account problem, and nobody is called', async () => {
    const incomplete: Record<string, string>[] = [{}, { clientId: CLIENT_ID }, { clientSecret: CLIENT_SECRET }]
    for (const secrets of incomplete) {
      expect(await desk.send({ account: { ...desk.account, secrets } })).toMatchObject({
        class: 'account_problem',
        code: 'account_credentials',
      })
    }
    expect(desk.tokens).toEqual([])
  })

  test('for several numbers is the same for each', async () => {
    desk.onToken(() => ({ status: 401 }))
    expect((await desk.sendBatch()).map((outcome) => 'code' in outcome && outcome.code)).toEqual(Array(3).fill('account_credentials'))
  })
})

describe('what is kept', () => {
  test('of a failed request for a token: address, status, words of the error', async () => {
    desk.onToken(() => json({ errorResponse: { message: 'Unknown client' } }, 401))
    expect((await desk.send()).exchange).toEqual({
      request: `POST ${desk.address}${TOKEN_PATH}?grant_type=client_credentials\nclient_id=[secret]&client_secret=[secret]`,
      response: 'HTTP 401\nUnknown client',
    })
  })

  test.each<[string, ScriptedAnswer]>([
    ['a whole answer with a bad status', { ...(tokenAnswer() as object), status: 401 }],
    ['one that cannot be read', { body: `${JSON.stringify({ access_token: TOKEN, client_id: CLIENT_ID })} ${MAIL}` }],
    ['one with a token that cannot be used', tokenAnswer({ access_token: `${TOKEN}\n` + TOKEN })],
    [
      'an error that says it all',
      json({ error: `client ${CLIENT_ID} of <${MAIL}> has ${CLIENT_SECRET} and ${TOKEN}`, access_token: TOKEN }, 401),
    ],
    ['an error within an error', json({ errorResponse: { message: `${MAIL}: ${CLIENT_ID}` } }, 500)],
    ['a page', { status: 502, body: `<p>${CLIENT_ID} ${CLIENT_SECRET} ${TOKEN} ${MAIL}</p>` }],
  ])('never keys, tokens or mail addresses: %s', async (_what, answer) => {
    desk.onToken(() => answer)
    const all = kept(await desk.send())
    for (const secret of [TOKEN, CLIENT_ID, CLIENT_SECRET, MAIL, 'canary', encodeURIComponent(CLIENT_SECRET), TEXT]) {
      expect(all).not.toContain(secret)
    }
  })

  test('an address for access is kept without what else stands in it', async () => {
    desk.onToken(() => ({ status: 401 }))
    const tokenUrl = `${desk.address}${TOKEN_PATH}?apikey=hush`
    const outcome = await desk.send({ account: { ...desk.account, config: { ...desk.account.config, tokenUrl } } })
    expect(desk.tokens[0]?.url).toContain('apikey=hush')
    expect(kept(outcome)).not.toContain('hush')
  })
})
