import { expect, test } from 'vitest'
import { ACCEPTED, DAY, json, karixAdapter, KEY, NOW, NUMBER, openKarixDesk, PATH, refusal, TEXT } from './karix-desk.ts'

test('the kept call names address, recipient, sender, time and length of the text, and nothing confidential', async () => {
  const desk = await openKarixDesk({ config: { dltEntityId: '1101000000000012345' } })
  const outcome = await desk.send(json(ACCEPTED), { sendAt: NOW + DAY })
  expect(outcome.exchange.request).toBe(
    `POST ${desk.server.address}${PATH}\n{"ver":"1.0","key":"[secret]","encrpt":"0","sch_at":"2026-03-03 14:30:00","messages":[{"dest":["919000000001"],"text":"[text, ${TEXT.length} characters]","send":"BISTRO","type":"PLAIN","dlr_req":"1","urltrack":"0","dlt_entity_id":"1101000000000012345"}]}`,
  )
  expect(outcome.exchange.response).toBe(`HTTP 200\n${JSON.stringify(ACCEPTED)}`)
})

test('what follows the path of the address is not kept', async () => {
  const desk = await openKarixDesk()
  const account = { ...desk.account, config: { ...desk.account.config, baseUrl: `${desk.server.address}${PATH}?code=canary` } }
  desk.server.answer(json(ACCEPTED))
  const outcome = await karixAdapter.send(account, { id: 'm', to: NUMBER, text: TEXT }, desk.context)
  expect(desk.server.seen[0]?.url).toContain('canary')
  expect(JSON.stringify(outcome)).not.toContain('canary')
})

const letterByLetter = (value: string) => [...value].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

test.each([
  ['inside a description', JSON.stringify(refusal('-106', `Invalid credentials ${KEY} for ${TEXT}`))],
  ['inside an accepting description', JSON.stringify({ ...ACCEPTED, status: { code: '200', desc: `${KEY} ${TEXT}` } })],
  ['inside a description nobody knows', JSON.stringify(refusal('-140', `${KEY} ${TEXT}`))],
  ['as fields', JSON.stringify({ key: KEY, Key: KEY, text: TEXT })],
  ['escaped letter by letter', `{"status":{"code":"-106","desc":"${letterByLetter(KEY)} ${letterByLetter(TEXT)}"}}`],
  ['as a name', JSON.stringify({ [KEY]: TEXT })],
  ['echoed whole', JSON.stringify({ request: JSON.stringify({ key: KEY, messages: [{ text: TEXT }] }) })],
  ['in the ampersand form', `ackid=N/A&status=-106&key=${encodeURIComponent(KEY)}&text=${encodeURIComponent(TEXT)}`],
  ['in a page', `<p>${KEY}</p><p>${TEXT}</p>`],
  ['in a page, escaped', `<p>${KEY.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</p><p>${TEXT.replaceAll('&', '&amp;')}</p>`],
  ['far into a long answer', JSON.stringify(refusal('-140', 'x'.repeat(1_990) + KEY + TEXT))],
])('key and text never stay in what is kept or said: %s', async (_where, body) => {
  const desk = await openKarixDesk()
  for (const status of [200, 400, 401, 503, 500]) {
    for (const outcome of [await desk.send({ status, body }), ...(await desk.sendBatch({ status, body }))]) {
      const kept = JSON.stringify(outcome) + JSON.stringify(Object.values(outcome))
      for (const secret of [
        KEY,
        JSON.stringify(KEY).slice(1, -1),
        encodeURIComponent(KEY),
        '9f8e7d',
        'table for',
        letterByLetter('9f8e7d'),
      ]) {
        expect(kept).not.toContain(secret)
      }
    }
  }
})

test('call and answer are cut to 2,000 characters each, and a sentence quotes at most 200', async () => {
  const desk = await openKarixDesk()
  for (const body of ['x'.repeat(1_000_000), JSON.stringify(refusal('-140', '😀 '.repeat(100_000))), `[${'[1],'.repeat(200_000)}1]`]) {
    const outcome = await desk.send({ body })
    expect(outcome.exchange.request.length).toBeLessThanOrEqual(2_000)
    expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
    expect(outcome.exchange.response?.isWellFormed()).toBe(true)
    expect('message' in outcome && outcome.message.length).toBeLessThan(400)
  }
})
