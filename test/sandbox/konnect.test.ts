import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { konnectProtocol } from '../../src/main/sandbox/carrier/protocols/konnect/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { CarrierDesk } from './carrier-calls.ts'
import { call, openCarrier, TOKEN } from './carrier-calls.ts'

/** The document's examples with values of our own; no code of the adapter is used here. */
const SMS = {
  cmd: 'send_sms',
  api_token: TOKEN,
  to: '12025550143',
  from: '12025550100',
  body: 'Your table is ready.',
  sender_mask: 'BISTRO',
}
const OTP = { cmd: 'send_otp_by_obd', api_token: TOKEN, to: '12025550143', caller_id: '12025550100', otp: '4821' }

const ACCOUNT = { authorization: 'ACC-EXAMPLE-001' }

const open = (behaviour: Partial<SandboxBehaviour> = {}) => openCarrier(konnectProtocol, behaviour)

type Body = string | object

const sms = ({ carrier }: CarrierDesk, body: Body, headers: Record<string, string> = ACCOUNT) =>
  call(`${carrier.address}/konnect/admin/api/sms`, { headers, body })

const obd = ({ carrier }: CarrierDesk, body: Body, headers: Record<string, string> = ACCOUNT) =>
  call(`${carrier.address}/konnect/admin/api/obd`, { headers, body })

/** The same request without one field. */
function without(fields: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

describe('a text', () => {
  test('is answered with a command and ok, and no id', async () => {
    const desk = await open()
    const answer = await sms(desk, SMS)
    expect([answer.status, answer.json()]).toEqual([200, { cmd: 'send_sms', status: 'ok' }])
    expect(desk.carrier.accepted).toMatchObject([
      { protocol: 'konnect', recipient: '12025550143', sender: 'BISTRO', text: 'Your table is ready.', state: 'sent' },
    ])
  })

  test('shows the number where there is no brand', async () => {
    const desk = await open()
    await sms(desk, without(SMS, 'sender_mask'))
    expect(desk.carrier.accepted).toMatchObject([{ sender: '12025550100' }])
  })

  test('is counted however often it comes', async () => {
    const desk = await open()
    for (let round = 0; round < 3; round += 1) await sms(desk, SMS)
    expect(desk.carrier.countOf('+12025550143', SMS.body)).toBe(3)
    expect(desk.carrier.countOf('+12025550144', SMS.body)).toBe(0)
  })

  test.each([
    ['160 characters', { body: 'a'.repeat(160) }],
    ['a short code as sender', { from: '12025' }],
    ['a brand of 11 characters', { sender_mask: 'Elevenchars' }],
    ['a field nobody knows', { colour: 7 }],
  ])('of %s is taken', async (_what, change) => {
    const desk = await open()
    expect((await sms(desk, { ...SMS, ...change })).json()['status']).toBe('ok')
    expect(desk.carrier.accepted).toHaveLength(1)
  })

  test.each([
    ['an unknown command', { ...SMS, cmd: 'send_fax' }, '1000', 'Unknown command'],
    ['an empty command', { ...SMS, cmd: '' }, '1000', 'Unknown command'],
    ['the command for calls', { ...SMS, cmd: 'send_otp_by_obd' }, '1000', 'Unknown command'],
    ['no command', without(SMS, 'cmd'), 'invalid_json', /line: 1, column: \d+/],
    ['broken JSON', '{"cmd":"send_sms",\n}', 'invalid_json', /line: 2, column: 2/],
    ['a list', '[]', 'invalid_json', /line: 1/],
    ['nothing', '', 'invalid_json', /line: 1/],
    ['no token', without(SMS, 'api_token'), '3010', /<api_token>/],
    ['no recipient', without(SMS, 'to'), '3010', /<to>/],
    ['no sender', without(SMS, 'from'), '3010', /<from>/],
    ['no text', without(SMS, 'body'), '3010', /<body>/],
    ['a recipient as a number', { ...SMS, to: 12025550143 }, 'invalid_json', /field to/],
    ['a text as a number', { ...SMS, body: 7 }, 'invalid_json', /field body/],
    ['a brand as null', { ...SMS, sender_mask: null }, 'invalid_json', /field sender_mask/],
    ['nothing but empty fields', { cmd: 'send_sms', api_token: '', to: '', from: '', body: '' }, 'invalid_api_token', 'Invalid API Token'],
    ['a stranger’s token', { ...SMS, api_token: 'stranger' }, 'invalid_api_token', 'Invalid API Token'],
    ['a recipient with +', { ...SMS, to: '+12025550143' }, 'to.number.not.valid', 'To number is not valid'],
    ['a recipient with blanks', { ...SMS, to: '1202 5550143' }, 'to.number.not.valid', 'To number is not valid'],
    ['a recipient with 00', { ...SMS, to: '0012025550143' }, 'to.number.not.valid', 'To number is not valid'],
    ['two recipients', { ...SMS, to: '12025550143,12025550144' }, 'to.number.not.valid', 'To number is not valid'],
    ['an empty recipient', { ...SMS, to: '' }, 'to.number.not.valid', 'To number is not valid'],
    ['a name as sender', { ...SMS, from: 'BISTRO' }, '3005', 'Sender number invalid'],
    ['an empty text', { ...SMS, body: '' }, '3004', 'Message length is zero or too long'],
    ['161 characters', { ...SMS, body: 'a'.repeat(161) }, '3004', 'Message length is zero or too long'],
    ['a brand of 12 characters', { ...SMS, sender_mask: 'Twelve chars' }, '3006', 'Sender mask invalid'],
  ])('with %s is refused with HTTP 200 and not taken', async (_what, body, code, reason) => {
    const desk = await open()
    const answer = await sms(desk, body)
    expect(answer.status).toBe(200)
    expect(answer.json()).toEqual({
      cmd: 'send_sms',
      status: 'error',
      error_code: code,
      error_reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    })
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['a scheme before it', { authorization: 'Bearer ACC-EXAMPLE-001' }],
    ['the brace of the PHP sample', { authorization: '{ACC-EXAMPLE-001' }],
  ])('with an Account ID of %s is refused', async (_what, headers) => {
    const desk = await open()
    expect((await sms(desk, SMS, headers)).json()).toEqual({
      cmd: 'send_sms',
      status: 'error',
      error_code: 'invalid_app_token',
      error_reason: 'Invalid Account ID',
    })
    expect(desk.carrier.accepted).toEqual([])
  })

  test('is never reported on, on the best of days', async () => {
    const desk = await open({ receipt: 'delivered', autoReply: true })
    await sms(desk, SMS)
    expect([desk.clock.pendingTimers, desk.desk.seen]).toEqual([0, []])
    expect(await desk.carrier.reply({ protocol: 'konnect', token: TOKEN, from: '12025550143', to: '12025550100', text: 'YES' })).toBe(false)
  })
})

describe('a call with a code', () => {
  test('is answered alike and kept apart from texts, with its digits', async () => {
    const desk = await open()
    expect((await obd(desk, OTP)).json()).toEqual({ cmd: 'send_otp_by_obd', status: 'ok' })
    expect(desk.carrier.calls).toMatchObject([{ kind: 'call', recipient: '12025550143', sender: '12025550100', text: '4821' }])
    expect(desk.carrier.accepted).toEqual([])
    expect(desk.carrier.countOf('12025550143', '4821')).toBe(0)
  })

  test('with an empty code is taken, as the live service does', async () => {
    const desk = await open()
    expect((await obd(desk, { ...OTP, otp: '' })).json()).toEqual({ cmd: 'send_otp_by_obd', status: 'ok' })
    expect(desk.carrier.calls).toMatchObject([{ text: '' }])
  })

  test.each([
    ['no code', without(OTP, 'otp'), { error_code: '3010', error_reason: 'Required field <otp> is missing' }],
    ['no caller', without(OTP, 'caller_id'), { error_code: '3010', error_reason: 'Required field <caller_id> is missing' }],
    ['a code of letters', { ...OTP, otp: 'abcd' }, { error_reason: 'OTP must be digits' }],
    ['a code as a number', { ...OTP, otp: 4821 }, { error_code: 'invalid_json', error_reason: expect.stringMatching(/field otp/) }],
    [
      'a name as caller',
      { ...OTP, caller_id: 'BISTRO' },
      { error_code: 'from.number.not.valid', error_reason: expect.stringMatching(/OBD\/2-way/) },
    ],
    ['a recipient with +', { ...OTP, to: '+12025550143' }, { error_code: 'to.number.not.valid', error_reason: 'To number is not valid' }],
    ['the command for texts', { ...OTP, cmd: 'send_sms' }, { error_code: '1000', error_reason: 'Unknown command' }],
  ])('with %s is refused', async (_what, body, refusal) => {
    const desk = await open()
    expect((await obd(desk, body)).json()).toEqual({ cmd: 'send_otp_by_obd', status: 'error', ...refusal })
    expect(desk.carrier.calls).toEqual([])
  })
})

test.each([
  ['/konnect/admin/api/sms', 'GET', undefined, 405],
  ['/konnect/admin/api/obd', 'PUT', 'application/json', 405],
  ['/konnect/admin/api/sms', 'POST', 'application/x-www-form-urlencoded', 415],
  ['/konnect/admin/api/sms/', 'POST', 'application/json', 404],
  ['/konnect/api/v1/Accounts/ACC/Messages', 'POST', 'application/json', 404],
  ['/admin/api/sms', 'POST', 'application/json', 404],
] as const)('%s by %s as %s is answered %i', async (path, method, type, status) => {
  const { carrier } = await open()
  const answer = await call(carrier.address + path, {
    method,
    headers: { ...ACCOUNT, ...(type === undefined ? {} : { 'content-type': type }) },
    ...(method === 'GET' ? {} : { body: SMS }),
  })
  expect(answer.status).toBe(status)
  expect(carrier.accepted).toEqual([])
})

describe('behaviour', () => {
  test.each([
    ['refuse_number', { error_code: 'to.number.not.valid', error_reason: 'To number is not valid' }],
    ['wrong_token', { error_code: 'invalid_api_token', error_reason: 'Invalid API Token' }],
    ['no_credit', { error_code: '3003', error_reason: 'Balance too low' }],
    ['rate_limited', { error_code: '3001', error_reason: 'Message overflow. Please send again after a pause' }],
  ] as const)('%s is answered with a code of its own under HTTP 200, for texts and calls', async (answer, refusal) => {
    const desk = await open({ answer })
    for (const [post, body] of [
      [sms, SMS],
      [obd, OTP],
    ] as const) {
      const got = await post(desk, body)
      expect([got.status, got.json()]).toEqual([200, { cmd: body.cmd, status: 'error', ...refusal }])
    }
    expect([...desk.carrier.accepted, ...desk.carrier.calls]).toEqual([])
  })

  test.each([
    ['busy', 503, '1'],
    ['server_error', 500, undefined],
  ] as const)('%s is answered by HTTP: %i', async (answer, status, retryAfter) => {
    const desk = await open({ answer })
    const got = await sms(desk, SMS)
    expect([got.status, got.headers['retry-after']]).toEqual([status, retryAfter])
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each([
    ['drop_before', 0],
    ['drop_after', 1],
  ] as const)('%s closes the connection: %i taken', async (answer, taken) => {
    const desk = await open({ answer })
    await expect(sms(desk, SMS)).rejects.toThrow(/closed|socket|reset/i)
    await expect(obd(desk, OTP)).rejects.toThrow(/closed|socket|reset/i)
    expect([desk.carrier.accepted.length, desk.carrier.calls.length]).toEqual([taken, taken])
  })

  test('silent takes and never answers', async () => {
    const desk = await open({ answer: 'silent' })
    const pending = sms(desk, SMS)
    await vi.waitFor(() => expect(desk.carrier.accepted).toHaveLength(1))
    await Promise.all([desk.carrier.stop(), expect(pending).rejects.toThrow(/closed|socket|reset/i)])
  })

  test('unreadable takes and answers a page', async () => {
    const desk = await open({ answer: 'unreadable' })
    const answer = await sms(desk, SMS)
    expect([answer.status, answer.text.startsWith('<!doctype html>'), desk.carrier.accepted.length]).toEqual([200, true, 1])
  })

  test('the answer comes after its delay', async () => {
    const desk = await open({ answerDelayMs: 60_000 })
    const pending = sms(desk, SMS)
    await vi.waitFor(() => expect([desk.clock.pendingTimers, desk.carrier.accepted.length]).toEqual([1, 1]))
    await desk.clock.advance(60_000)
    expect((await pending).status).toBe(200)
  })

  test('numbers ending in 0000 are refused where that is on', async () => {
    const desk = await openCarrier(konnectProtocol, {}, { magicNumbers: true })
    expect((await sms(desk, { ...SMS, to: '12025550000' })).json()).toMatchObject({ error_code: 'to.number.not.valid' })
    expect(desk.carrier.accepted).toEqual([])
  })
})

describe('errors by their key', () => {
  const WORDS = ['invalid_api_token', 'invalid_app_token', '1000', 'invalid_json', '3010', 'to.number.not.valid', 'from.number.not.valid']
  const NUMBERS = Array.from({ length: 17 }, (_, index) => String(3_001 + index))

  test.each([...new Set([...WORDS, ...NUMBERS])])('%s is answered with its code as text, for texts and calls', async (code) => {
    const desk = await open({ error: `konnect/${code}` })
    const got = await sms(desk, SMS)
    expect([got.status, got.json()]).toEqual([
      200,
      { cmd: 'send_sms', status: 'error', error_code: code, error_reason: expect.stringMatching(/./) },
    ])
    expect((await obd(desk, OTP)).json()).toMatchObject({ cmd: 'send_otp_by_obd', error_code: code })
    expect([...desk.carrier.accepted, ...desk.carrier.calls]).toEqual([])
  })

  test('an error without a code has only a reason', async () => {
    const desk = await open({ error: 'konnect/without_code' })
    expect((await sms(desk, SMS)).json()).toEqual({ cmd: 'send_sms', status: 'error', error_reason: expect.stringMatching(/./) })
  })

  test.each([400, 401, 404, 405, 408, 429, 500, 502, 503, 504])('HTTP %i is answered as a page', async (status) => {
    const desk = await open({ error: `konnect/http_${status}` })
    const got = await sms(desk, SMS)
    expect([got.status, got.headers['content-type'], got.headers['retry-after']]).toEqual([
      status,
      'text/html; charset=utf-8',
      status === 429 || status === 503 ? '1' : undefined,
    ])
    expect(desk.carrier.accepted).toEqual([])
  })

  test('each offered key is answered with something other than ok', async () => {
    const desk = await open()
    const errors = desk.carrier.errorsOf('konnect')
    expect(errors.length).toBe(new Set([...WORDS, ...NUMBERS]).size + 1 + 10)
    for (const { key, label } of errors) {
      desk.carrier.setBehaviour({ error: key })
      expect([label === '', (await sms(desk, SMS)).text.includes('"ok"')], key).toEqual([false, false])
    }
    expect(desk.carrier.accepted).toEqual([])
  })

  test.each(['karix/guide/-112', 'konnect/9999', 'konnect/toString', '3010'])(
    '%s is no key of this protocol: texts are taken',
    async (error) => {
      const desk = await open({ error })
      expect((await sms(desk, SMS)).json()['status']).toBe('ok')
    },
  )
})

describe('an account of this carrier', () => {
  test('reaches it with what it is told to enter, and with no other account’s ID', async () => {
    const carrier = await startCarrier({
      clock: createFakeClock(),
      protocols: [konnectProtocol],
      behaviour: { answerDelayMs: 0 },
      findToken: (token) => Promise.resolve(token.startsWith('sandbox-') ? { hookUrl: null } : null),
    })
    onTestFinished(() => carrier.stop())
    const account = carrier.accountFor('konnect', { id: 'one', token: 'sandbox-one', sender: 'Bistro' })
    const other = carrier.accountFor('konnect', { id: 'two', token: 'sandbox-two', sender: '+46701740600' })
    const send = (accountId: string) =>
      call(`${account?.config['baseUrl'] ?? ''}/admin/api/sms`, {
        headers: { authorization: accountId },
        body: {
          ...SMS,
          api_token: account?.secrets['apiToken'],
          from: account?.config['from'],
          sender_mask: account?.config['senderMask'],
        },
      })
    expect((await send(account?.secrets['accountId'] ?? '')).json()).toEqual({ cmd: 'send_sms', status: 'ok' })
    expect((await send(other?.secrets['accountId'] ?? '')).json()).toMatchObject({ error_code: 'invalid_app_token' })
    expect(carrier.accepted).toMatchObject([{ sender: 'Bistro', token: 'sandbox-one' }])
    expect(other?.config).toMatchObject({ from: '46701740600', callerId: '46701740600' })
    expect(other?.config).not.toHaveProperty('senderMask')
  })
})
