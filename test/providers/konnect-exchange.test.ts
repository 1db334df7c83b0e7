import { expect, test } from 'vitest'
import { ACCEPTED, ACCOUNT_ID, API_TOKEN, DIGITS, json, openKonnectDesk, TEXT } from './konnect-desk.ts'

function kept(outcome: { exchange: { request: string; response: string | null }; message?: string }): string {
  return [outcome.exchange.request, outcome.exchange.response, outcome.message].join('\n')
}

test('the kept call names address, numbers, sender and length of the text, and nothing confidential', async () => {
  const desk = await openKonnectDesk()
  const outcome = await desk.send(json(ACCEPTED), { senderMask: 'Bistro' })
  expect(outcome.exchange).toEqual({
    request: `POST ${desk.server.address}/admin/api/sms\n{"cmd":"send_sms","api_token":"[secret]","to":"12025550143","from":"12025550100","body":"[text, ${TEXT.length} characters]","sender_mask":"Bistro"}`,
    response: 'HTTP 200\n{"cmd":"send_sms","status":"ok"}',
  })
})

test('the kept call of a spoken code has neither the code nor the key in a callback URL', async () => {
  const desk = await openKonnectDesk()
  const outcome = await desk.call(json({ status: 'ok' }), { callbackUrl: 'https://desk.example/hooks/1/s3cret-k3y' })
  expect(outcome.exchange.request).toBe(
    `POST ${desk.server.address}/admin/api/obd\n{"cmd":"send_otp_by_obd","api_token":"[secret]","to":"12025550143","caller_id":"12025550101","otp":"[5 digits]","callback_url":"[address]"}`,
  )
})

const escapedEverywhere = [...API_TOKEN].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

test.each([
  ['as fields', JSON.stringify({ status: 'error', api_token: API_TOKEN, Authorization: ACCOUNT_ID, apiToken: API_TOKEN })],
  [
    'inside a reason',
    JSON.stringify({ status: 'error', error_reason: `${API_TOKEN} of ${ACCOUNT_ID} not valid for ${TEXT} and ${DIGITS}` }),
  ],
  ['as the reason', JSON.stringify({ status: 'error', error_reason: TEXT, error_code: DIGITS })],
  ['escaped letter by letter', `{"status":"error","error_reason":"bad ${escapedEverywhere}"}`],
  ['as a name', JSON.stringify({ [API_TOKEN]: TEXT, [ACCOUNT_ID]: DIGITS })],
  ['echoed whole', JSON.stringify({ request: JSON.stringify({ api_token: API_TOKEN, body: TEXT, otp: DIGITS }) })],
  ['in a page', `<p>${API_TOKEN}</p><p>${TEXT}</p><p>${DIGITS}</p><p>${ACCOUNT_ID}</p>`],
  ['in broken JSON', `{"error_reason": ${JSON.stringify(API_TOKEN)}, "body": ${JSON.stringify(TEXT)}, "otp": "${DIGITS}"`],
  ['far into a long answer', JSON.stringify({ status: 'error', error_reason: 'x'.repeat(190) + API_TOKEN + TEXT })],
])('account id, token, text and code never stay in what is kept: %s', async (_where, body) => {
  const desk = await openKonnectDesk()
  for (const status of [200, 400, 401, 503, 500]) {
    const text = kept(await desk.send({ status, body }))
    const call = kept(await desk.call({ status, body }))
    for (const secret of [API_TOKEN, JSON.stringify(API_TOKEN).slice(1, -1), escapedEverywhere, '9f8e7d', ACCOUNT_ID, '7c6b5a']) {
      expect(text + call).not.toContain(secret)
    }
    expect(text).not.toContain('table for')
    expect(call).not.toContain(DIGITS)
  }
})

test('call and answer are cut to 2,000 characters each, and a sentence quotes at most 200', async () => {
  const desk = await openKonnectDesk()
  for (const body of ['x'.repeat(1_000_000), JSON.stringify({ status: 'error', error_reason: '😀 long '.repeat(50_000) })]) {
    const outcome = await desk.send({ body })
    expect(outcome.exchange.request.length).toBeLessThanOrEqual(2_000)
    expect(outcome.exchange.response?.length).toBeLessThanOrEqual(2_000)
    expect(outcome.exchange.response?.isWellFormed()).toBe(true)
    expect('message' in outcome && outcome.message.length).toBeLessThan(300)
  }
})
