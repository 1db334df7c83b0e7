import { expect, test } from 'vitest'
import { ACCEPTED, NUMBER, openConnectelDesk, TEXT, TOKEN } from './connectel-desk.ts'

function kept(outcome: { exchange: { request: string; response: string | null }; message?: string }): string {
  return [outcome.exchange.request, outcome.exchange.response, outcome.message].join('\n')
}

test('the kept call names address, sender, recipient and length of the text, and nothing confidential', async () => {
  const desk = await openConnectelDesk()
  const outcome = await desk.send({ body: JSON.stringify(ACCEPTED) })
  expect(outcome.exchange.request).toBe(
    `POST ${desk.server.address}/api/v2/send/\n{"authorization":"[secret]","sender":"Bistro","recipient":"${NUMBER.slice(1)}","message":"[text, ${TEXT.length} characters]"}`,
  )
  expect(outcome.exchange.response).toContain('HTTP 200')
  expect(outcome.exchange.response).toContain('RAAA0001.17000000000000001')
  expect(outcome.exchange.response).toContain('authorization=[secret]&message=RAAA0001')
})

const escapedEverywhere = [...TOKEN].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const percentEverywhere = [...new TextEncoder().encode(TOKEN)].map((byte) => `%${byte.toString(16)}`).join('')

test.each([
  ['in href', JSON.stringify(ACCEPTED)],
  ['in href, escaped needlessly', JSON.stringify({ ...ACCEPTED, href: `https://x.example/?authorization=${percentEverywhere}&message=1` })],
  ['as a field', JSON.stringify({ error: 'no', authorization: TOKEN, Token: TOKEN })],
  ['inside an error', JSON.stringify({ error: `token ${TOKEN} is not valid for “${TEXT}”` })],
  ['with escaped slashes', JSON.stringify({ error: TOKEN, detail: TEXT }).replaceAll('/', '\\/')],
  ['escaped letter by letter', `{"error": "bad ${escapedEverywhere}"}`],
  ['as a name', JSON.stringify({ [TOKEN]: TEXT })],
  ['deep inside', JSON.stringify({ error: { a: [{ b: { c: [TOKEN, TEXT] } }] } })],
  ['echoed whole', JSON.stringify({ request: JSON.stringify({ authorization: TOKEN, message: TEXT }) })],
  ['in a page', `<html><p>${TOKEN}</p><p>${TEXT}</p><a href="/?authorization=${encodeURIComponent(TOKEN)}">x</a></html>`],
  ['in a page, escaped', `<p>${TOKEN.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</p><p>${TEXT.replaceAll('&', '&amp;')}</p>`],
  ['in broken JSON', `{"error": ${JSON.stringify(TOKEN)}, "message": ${JSON.stringify(TEXT)}`],
  ['far into a long answer', JSON.stringify({ error: 'x'.repeat(1_990) + TOKEN + TEXT })],
])('token and text never stay in what is kept: %s', async (_where, body) => {
  const desk = await openConnectelDesk()
  for (const status of [200, 400, 401, 503, 500]) {
    const all = kept(await desk.send({ status, body }))
    for (const secret of [
      TOKEN,
      encodeURIComponent(TOKEN),
      JSON.stringify(TOKEN).slice(1, -1),
      percentEverywhere,
      escapedEverywhere,
      '9f8e7d',
    ]) {
      expect(all).not.toContain(secret)
    }
    for (const text of [TEXT, 'table for']) expect(all).not.toContain(text)
  }
})

test('call and answer are cut to 2,000 characters each', async () => {
  const desk = await openConnectelDesk()
  for (const body of ['x'.repeat(1_000_000), JSON.stringify({ error: '😀'.repeat(100_000) }), `[${'[1],'.repeat(200_000)}1]`]) {
    const { exchange } = await desk.send({ status: 400, body })
    expect(exchange.request.length).toBeLessThanOrEqual(2_000)
    expect(exchange.response?.length).toBeLessThanOrEqual(2_000)
    expect(exchange.response?.isWellFormed()).toBe(true)
  }
})

test('what is said to the person quotes at most 200 characters of the provider', async () => {
  const desk = await openConnectelDesk()
  const outcome = await desk.send({ status: 400, body: JSON.stringify({ error: 'long '.repeat(1_000) }) })
  expect('message' in outcome && outcome.message.length).toBeLessThan(300)
})
