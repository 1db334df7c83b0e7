import { expect, test } from 'vitest'
import { ACCEPTED, NUMBER, NUMBERS, openOkRouteDesk, PASSWORD, TEXT, USERNAME } from './okroute-desk.ts'

interface Kept {
  exchange: { request: string; response: string | null }
  message?: string
}

function kept(outcome: Kept): string {
  return [outcome.exchange.request, outcome.exchange.response, outcome.message].join('\n')
}

const SHOWN = `"ani":"Bistro","dnis":"${NUMBER.slice(1)}","message":"[text, ${TEXT.length} characters]","longMessageMode":"split","dataCoding":"8"`

test.each([
  ['post-json', (base: string) => `POST ${base}\n{"username":"[secret]","password":"[secret]","command":"submit",${SHOWN}}`],
  ['post-query', (base: string) => `POST ${base}?command=submit\n{${SHOWN}}`],
  ['get', (base: string) => `GET ${base}\n{"command":"submit",${SHOWN}}`],
])('the kept call with “%s” names address, sender, number and length of the text, and nothing confidential', async (method, expected) => {
  const desk = await openOkRouteDesk()
  const outcome = await desk.send({ body: JSON.stringify(ACCEPTED) }, { config: { method } })
  expect(outcome.exchange).toEqual({
    request: expected(`${desk.server.address}/api`),
    response: `HTTP 200\n${JSON.stringify(ACCEPTED)}`,
  })
})

function everyByte(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16)}`).join('')
}

const small = (text: string): string => text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase())
const strict = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

/** How a server may write back what it was sent. */
const WRITTEN: ReadonlyArray<[string, (value: string) => string]> = [
  ['as it is', (value) => value],
  ['as in an address', encodeURIComponent],
  ['as in an address, with quotes escaped', (value) => encodeURIComponent(value).replaceAll("'", '%27')],
  ['as in an address, strictly', strict],
  ['as in an address, in small letters', (value) => small(encodeURIComponent(value))],
  ['as in an address, strictly, in small letters', (value) => small(strict(value))],
  ['as in a form', (value) => new URLSearchParams({ value }).toString().slice('value='.length)],
  ['as in JSON', (value) => JSON.stringify(value).slice(1, -1)],
  ['as in a page', markup],
]

test.each(WRITTEN)('user name, password and text never stay in what is kept: written %s', async (_how, write) => {
  const desk = await openOkRouteDesk()
  const bodies = [
    `Bad request: ${write(USERNAME)} ${write(PASSWORD)} ${write(TEXT)}`,
    `<html><p>/api?username=${write(USERNAME)}&password=${write(PASSWORD)}&message=${write(TEXT)}</p></html>`,
    JSON.stringify({ error: `login ${write(USERNAME)} with ${write(PASSWORD)} may not send ${write(TEXT)}` }),
    JSON.stringify([{ dnis: NUMBER.slice(1), [write(PASSWORD)]: [[write(USERNAME)]], message: write(TEXT) }]),
    JSON.stringify({ username: write(USERNAME), Password: write(PASSWORD), error: write(TEXT) }),
  ]
  for (const body of bodies) {
    for (const status of [200, 400]) {
      for (const method of ['post-json', 'get']) {
        const outcomes = [await desk.send({ status, body }, { config: { method } }), ...(await desk.sendList({ status, body }, { method }))]
        for (const all of outcomes.map(kept)) {
          for (const given of [USERNAME, PASSWORD, TEXT]) {
            for (const [, form] of WRITTEN) expect(all).not.toContain(form(given))
          }
          for (const piece of ['9f8e7d', 'bistro', 'ready', '@example']) expect(all).not.toContain(piece)
        }
      }
    }
  }
})

test('parameters of the secrets’ names are taken out however they are escaped, and cut off anywhere', async () => {
  const desk = await openOkRouteDesk()
  for (const body of [
    `GET /api?username=${everyByte(USERNAME)}&password=${everyByte(PASSWORD)}`,
    `GET /api?command=submit&password=${encodeURIComponent(PASSWORD).slice(0, 12)}`,
  ]) {
    const all = kept(await desk.send({ status: 400, body }))
    expect(all).toContain('password=[secret]')
    expect(all).not.toMatch(/%70|p%C3%B6/)
  }
})

test('call and answer are cut to 2,000 characters each, also for lists', async () => {
  const desk = await openOkRouteDesk()
  const long = [
    'x'.repeat(200_000),
    JSON.stringify({ error: '😀'.repeat(20_000) }),
    `[${'[1],'.repeat(20_000)}1]`,
    JSON.stringify(Array.from({ length: 3_000 }, (_, index) => ({ dnis: NUMBERS[index % 3]?.slice(1), message_id: `a${index}` }))),
  ]
  for (const body of long) {
    for (const status of [200, 400]) {
      for (const { exchange } of [await desk.send({ status, body }), ...(await desk.sendList({ status, body }))]) {
        expect(exchange.request.length).toBeLessThanOrEqual(2_000)
        expect(exchange.response?.length).toBeLessThanOrEqual(2_000)
        expect(exchange.response?.isWellFormed()).toBe(true)
      }
    }
  }
})

test('what is said to the person quotes at most 200 characters of the provider', async () => {
  const desk = await openOkRouteDesk()
  const outcome = await desk.send({ status: 400, body: 'long '.repeat(1_000) })
  expect('message' in outcome && outcome.message.length).toBeLessThan(300)
})
