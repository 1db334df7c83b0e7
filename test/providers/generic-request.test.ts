import { Buffer } from 'node:buffer'
import { beforeEach, describe, expect, test } from 'vitest'
import type { GenericDesk } from './generic-desk.ts'
import { MESSAGE, NUMBER, openGenericDesk, SECRETS, SIMPLE, TEXT } from './generic-desk.ts'

let desk: GenericDesk

beforeEach(async () => {
  desk = await openGenericDesk()
})

/** The one request that was made. */
function seen() {
  expect(desk.server.seen).toHaveLength(1)
  const [request] = desk.server.seen
  if (request === undefined) throw new Error('nothing was asked')
  return request
}

function parsedBody(): unknown {
  return JSON.parse(seen().body)
}

const FORM = { ...SIMPLE, method: 'post-form', body: 'to={{to}}\nfrom={{from}}\n\n  text = {{text}}  \nfixed=a b&c' }
const GET = {
  ...SIMPLE,
  method: 'get',
  body: '',
  url: 'https://gateway.example/send.php?u={{username}}&p={{password}}&to={{to}}&msg={{text}}',
}

describe('JSON', () => {
  test('a text goes out as one POST with exactly the template’s bytes around the escaped values', async () => {
    await desk.send(SIMPLE)
    const { method, url, headers, body } = seen()
    expect([method, url]).toEqual(['POST', '/api/send'])
    expect(headers).toEqual({
      host: desk.server.address.slice('http://'.length),
      connection: 'keep-alive',
      accept: 'application/json, */*;q=0.1',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    })
    expect(body).toBe(`{"to": "+46701740605", "from": "Bistro", "text": ${JSON.stringify(TEXT)}}`)
  })

  test('everything around the fields stays as it was typed, long numbers too', async () => {
    await desk.send({ ...SIMPLE, body: '{"template": 1234567890123456789, "rate": 1.0, "m": [{"to":"{{to}}","t":"a {{text}} b"}]}' })
    expect(seen().body).toBe(
      `{"template": 1234567890123456789, "rate": 1.0, "m": [{"to":"+46701740605","t":"a ${JSON.stringify(TEXT).slice(1, -1)} b"}]}`,
    )
  })

  test('fields without quotation marks are whole values: digits as a number, everything else as text', async () => {
    const body = '{"a": {{to}}, "b": [{{text}}, {{encoding:false|true}}], "c": {{encoding:0|8}}, "d": {{encoding:GSM|UCS2}}, "e":{{id}} }'
    await desk.send({ ...SIMPLE, body, numberFormat: 'digits' })
    expect(seen().body).toContain('{"a": 46701740605,')
    expect(parsedBody()).toEqual({ a: 46701740605, b: [TEXT, true], c: 8, d: 'UCS2', e: MESSAGE.id })
  })

  test('a text of digits without quotation marks stays text', async () => {
    await desk.send({ ...SIMPLE, body: '{"a": {{to}}, "b": {{text}}}' }, undefined, { text: '2450' })
    expect(seen().body).toBe('{"a": "+46701740605", "b": "2450"}')
  })

  test.each([
    ['Hello', { e: 'text', n: 0 }],
    ['Hello €', { e: 'text', n: 0 }],
    ['Hej 😀', { e: 'unicode', n: 1 }],
  ])('the encoding of “%s” is said in the gateway’s own words', async (text, expected) => {
    await desk.send({ ...SIMPLE, body: '{"t":"{{text}}","to":"{{to}}","e":"{{encoding:text|unicode}}","n":{{encoding:0|1}}}' }, undefined, {
      text,
    })
    expect(parsedBody()).toMatchObject(expected)
  })
})

describe('a form', () => {
  test('has one parameter per line, percent-encoded, in order', async () => {
    await desk.send(FORM)
    const { method, headers, body } = seen()
    expect([method, headers['content-type']]).toEqual(['POST', 'application/x-www-form-urlencoded'])
    expect([...new URLSearchParams(body)]).toEqual([
      ['to', NUMBER],
      ['from', 'Bistro'],
      ['text', TEXT],
      ['fixed', 'a b&c'],
    ])
    expect(body).toMatch(/^to=%2B46701740605&from=Bistro&text=Your\+table\+for\+%E2%80%9C/)
  })

  test('keeps parameters of the same name, and leaves out one that is nothing but an empty field', async () => {
    const body = 'to[]={{to}}\nto[]=x\ntext={{text}}\nempty=\ncallback={{callback}}\nmixed=a{{callback}}\nunicode={{encoding:|1}}'
    await desk.send({ ...FORM, body }, undefined, { text: 'Hi', secrets: {} })
    expect(seen().body).toBe('to%5B%5D=%2B46701740605&to%5B%5D=x&text=Hi&empty=&mixed=a')
    await desk.send({ ...FORM, body })
    expect(new URLSearchParams(desk.server.seen[1]?.body).get('callback')).toBe(SECRETS.callback)
    expect(new URLSearchParams(desk.server.seen[1]?.body).get('unicode')).toBe('1')
  })
})

describe('the address', () => {
  test('takes everything with GET, percent-encoded, and there is no body', async () => {
    await desk.send(GET)
    const { method, url, headers, body } = seen()
    expect([method, body, headers['content-type']]).toEqual(['GET', '', undefined])
    expect(url).toMatch(/^\/send\.php\?u=shop-%C3%B6%26%227&p=/)
    expect([...new URL(url, desk.server.address).searchParams]).toEqual([
      ['u', SECRETS.username],
      ['p', SECRETS.password],
      ['to', NUMBER],
      ['msg', TEXT],
    ])
  })

  test('takes everything with POST without a body, too', async () => {
    await desk.send({ ...GET, method: 'post' })
    expect(seen()).toMatchObject({ method: 'POST', body: '' })
    expect(new URL(seen().url, desk.server.address).searchParams.get('msg')).toBe(TEXT)
  })

  test('keeps what was typed into it, and leaves out a parameter whose field is empty', async () => {
    const url = 'https://gateway.example?a=%41+b&flag&x=&to={{to}}&text=re:%20{{text}}&dlr={{callback}}'
    await desk.send({ ...GET, url }, undefined, { text: 'Hi', secrets: {} })
    expect(seen().url).toBe('/?a=%41+b&flag&x=&to=%2B46701740605&text=re:%20Hi')
  })

  test('has a field in its path as one step of it', async () => {
    await desk.send({ ...SIMPLE, url: 'https://gateway.example/v1/{{username}}/send' }, undefined, { secrets: { username: 'a/../b?c#d' } })
    expect(seen().url).toBe('/v1/a%2F..%2Fb%3Fc%23d/send')
  })

  test.each(['..', '.'])('that a user name “%s” would lead elsewhere is not called', async (username) => {
    const outcome = await desk.send({ ...SIMPLE, url: 'https://gateway.example/v1/{{username}}/send' }, undefined, {
      secrets: { username },
    })
    expect(outcome).toMatchObject({ class: 'account_problem', code: 'account_address' })
    expect(desk.server.seen).toHaveLength(0)
  })
})

test.each([
  ['plus', '+46701740605', '+46701740600'],
  ['digits', '46701740605', '46701740600'],
  ['00', '0046701740605', '0046701740600'],
])('numbers “%s” go out as %s, and so does a sender that begins with +', async (numberFormat, to, from) => {
  await desk.send({ ...SIMPLE, numberFormat, sender: '+46701740600' })
  expect(parsedBody()).toMatchObject({ to, from })
  await desk.send({ ...SIMPLE, numberFormat, sender: '72345' })
  expect(JSON.parse(desk.server.seen[1]?.body ?? '')).toMatchObject({ from: '72345' })
})

describe('signing in', () => {
  test('with user name and password goes by RFC 7617, in UTF-8', async () => {
    await desk.send({ ...SIMPLE, authorization: 'basic' })
    const sent = seen().headers['authorization'] ?? ''
    expect(sent.slice(0, 6)).toBe('Basic ')
    expect(Buffer.from(sent.slice(6), 'base64').toString('utf8')).toBe(`${SECRETS.username}:${SECRETS.password}`)
  })

  test('with user name alone leaves the password empty', async () => {
    await desk.send({ ...SIMPLE, authorization: 'basic' }, undefined, { secrets: { username: 'key' } })
    expect(seen().headers['authorization']).toBe(`Basic ${Buffer.from('key:').toString('base64')}`)
  })

  test('with a token, and with headers of the gateway’s own', async () => {
    await desk.send({ ...SIMPLE, authorization: 'bearer', headers: 'X-API-Key: {{token}}\n\nAccept: text/plain\nX-Ref: m-{{id}}' })
    expect(seen().headers).toMatchObject({
      authorization: `Bearer ${SECRETS.token}`,
      'x-api-key': SECRETS.token,
      accept: 'text/plain',
      'x-ref': `m-${MESSAGE.id}`,
    })
  })

  test.each([
    ['a line break', { authorization: 'bearer' }, { token: 'abc\r\nX-Evil: 1' }],
    ['a letter no header takes', { headers: 'X-Key: {{token}}' }, { token: 'tökén' }],
    ['a line break in a header of its own', { headers: 'X-Key: {{password}}' }, { password: 'a\nb' }],
    ['a colon in the user name', { authorization: 'basic' }, { username: 'a:b', password: 'c' }],
  ])('with %s is refused before anything leaves', async (_what, config, secrets) => {
    expect(await desk.send({ ...SIMPLE, ...config }, undefined, { secrets })).toMatchObject({
      class: 'account_problem',
      code: 'account_credentials',
      message: expect.stringMatching(/cannot be sent\. Enter it again in Settings › Accounts/),
    })
    expect(desk.server.seen).toHaveLength(0)
  })

  test.each([
    [{ authorization: 'basic' }, 'user name'],
    [{ authorization: 'bearer' }, 'token'],
    [{ headers: 'X-Key: {{password}}' }, 'password'],
    [{ url: 'https://gateway.example/{{username}}' }, 'user name'],
    [{ body: '{"k":"{{token}}","to":"{{to}}","t":"{{text}}"}' }, 'token'],
  ])('with %o needs a %s, and says so when it is missing', async (config, label) => {
    expect(await desk.send({ ...SIMPLE, ...config }, undefined, { secrets: {} })).toMatchObject({
      class: 'account_problem',
      code: 'account_credentials',
      message: `The ${label} of this account is missing. Enter it in Settings › Accounts.`,
    })
    expect(desk.server.seen).toHaveLength(0)
  })
})

test('settings that cannot be used send nothing', async () => {
  const outcome = await desk.send({ ...SIMPLE, body: '{"to": {{to}}' })
  expect(outcome).toMatchObject({ class: 'account_problem', code: 'account_address', exchange: { request: '', response: null } })
  expect(desk.server.seen).toHaveLength(0)
})

describe('what is kept of a call', () => {
  const everywhere = 'k={{username}}{{password}}{{token}}{{callback}}'
  test.each([
    [
      'JSON',
      {
        ...SIMPLE,
        authorization: 'basic',
        body: '{"to":"{{to}}","text":"{{text}}","from":"{{from}}","k":"{{token}} {{password}}","api_key":"typed-in-9"}',
      },
    ],
    ['a form', { ...FORM, authorization: 'bearer', body: `${FORM.body}\n${everywhere}\napi_key=typed-in-9` }],
    ['an address', { ...GET, url: `${GET.url}&${everywhere}&api_key=typed-in-9` }],
  ])('as %s has neither secrets nor text, however they come back', async (_what, config) => {
    const forms = [...Object.values(SECRETS), TEXT].flatMap((value) => [
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
    ])
    const echo = { id: 'R1', forms, basic: Buffer.from(`${SECRETS.username}:${SECRETS.password}`).toString('base64'), token: 'other' }
    const outcome = await desk.send(config, { body: JSON.stringify(echo) })
    expect(outcome).toMatchObject({ class: 'accepted', refs: ['R1'] })
    const kept = JSON.stringify(outcome)
    for (const form of [...forms, echo.basic, 'typed-in-9']) {
      expect(kept).not.toContain(form)
      expect(kept).not.toContain(JSON.stringify(form).slice(1, -1))
    }
    expect(outcome.exchange.request).toMatch(/46701740605/)
    expect(outcome.exchange.request).toContain(`[text, ${TEXT.length} characters]`)
    expect(outcome.exchange.response).toMatch(/^HTTP 200\n/)
  })
})
