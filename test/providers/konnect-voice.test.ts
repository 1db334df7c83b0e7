import { beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT_ID, API_TOKEN, callWithCode, DIGITS, json, konnect, NUMBER, openKonnectDesk } from './konnect-desk.ts'
import type { KonnectDesk } from './konnect-desk.ts'

const TAKEN = { cmd: 'send_otp_by_obd', status: 'ok' }

let desk: KonnectDesk

beforeEach(async () => {
  desk = await openKonnectDesk()
})

test('a call goes out as one POST with the bare account id and exactly the documented fields', async () => {
  expect(await desk.call(json(TAKEN))).toMatchObject({ class: 'accepted', refs: [], receipt: null })
  expect(desk.server.seen).toHaveLength(1)
  const [request] = desk.server.seen
  expect([request?.method, request?.url]).toEqual(['POST', '/admin/api/obd'])
  expect(request?.headers).toMatchObject({ authorization: ACCOUNT_ID, 'content-type': 'application/json' })
  expect(request?.body).toBe(
    JSON.stringify({ cmd: 'send_otp_by_obd', api_token: API_TOKEN, to: '12025550143', caller_id: '12025550101', otp: DIGITS }),
  )
})

test('a callback URL goes along exactly as it was entered', async () => {
  const callbackUrl = 'HTTPS://Client.Example:443/konnect/../obd?a=1&b=%20#x'
  await desk.call(json(TAKEN), { callbackUrl })
  expect(desk.server.seen[0]?.body).toBe(
    JSON.stringify({
      cmd: 'send_otp_by_obd',
      api_token: API_TOKEN,
      to: '12025550143',
      caller_id: '12025550101',
      otp: DIGITS,
      callback_url: callbackUrl,
    }),
  )
})

test('a code that begins with zeros goes out with them, as text', async () => {
  desk.server.answer(json(TAKEN))
  await callWithCode(desk.account, '0042', desk.context)
  expect(desk.server.seen[0]?.body).toContain('"otp":"0042"')
})

describe('the digits', () => {
  test.each(['0000', '4821', '48213', '1234567890'])('“%s” are taken', (digits) => {
    expect(konnect.checkVoiceCode?.({ to: NUMBER, digits }, desk.account.config)).toBeNull()
  })

  test.each(['', ' ', '1', '123', '12345678901', '12a4', '12 34', '+1234', '٤٨٢١', '４８２１', '4821\n', '48.21', '-4821', '1e10'])(
    '“%s” are refused, and no call is made',
    async (digits) => {
      const problem = { code: 'voice_code_digits', message: 'A spoken code has 4 to 10 digits and nothing else.' }
      expect(konnect.checkVoiceCode?.({ to: NUMBER, digits }, desk.account.config)).toEqual(problem)
      expect(await callWithCode(desk.account, digits, desk.context)).toMatchObject({ class: 'not_accepted_permanent', ...problem })
      expect(desk.server.seen).toEqual([])
    },
  )
})

describe('an account without a caller ID', () => {
  test.each([undefined, '', '  ', 'Bistro'])('(%o) makes no calls and says why', async (callerId) => {
    const config = { from: '12025550100', baseUrl: desk.server.address, ...(callerId === undefined ? {} : { callerId }) }
    const problem = {
      code: 'voice_code_unsupported',
      message:
        'This account has no caller ID, which Kirusa Konnect needs for calls. Enter one in Settings › Accounts, or choose another account.',
    }
    expect(konnect.capabilitiesOf?.(config).voiceCode).toBeNull()
    expect(konnect.checkVoiceCode?.({ to: NUMBER, digits: DIGITS }, config)).toEqual(problem)
    expect(await callWithCode({ ...desk.account, config }, DIGITS, desk.context)).toMatchObject({
      class: 'not_accepted_permanent',
      ...problem,
    })
    expect(desk.server.seen).toEqual([])
  })

  test('differs in nothing else from one with it', () => {
    const without = konnect.capabilitiesOf?.({ from: '12025550100' })
    expect(without).toEqual(konnect.descriptor.capabilities)
    expect(konnect.capabilitiesOf?.({ from: '12025550100', callerId: '12025550101' })).toEqual({
      ...without,
      voiceCode: { minDigits: 4, maxDigits: 10 },
    })
  })
})

describe('what became of a call', () => {
  test.each([
    ['to.number.not.valid', 'not_accepted_permanent', 'recipient_invalid', 'Check the number.'],
    ['from.number.not.valid', 'account_problem', 'sender_refused', 'caller ID'],
    ['3007', 'account_problem', 'sender_refused', 'caller ID'],
    ['3017', 'account_problem', 'sender_refused', 'caller ID'],
    ['3010', 'not_accepted_permanent', 'request_refused', 'refused this call'],
    ['3001', 'not_accepted_transient', 'rate_limited', 'did not take the call'],
    ['anything', 'not_accepted_permanent', 'request_refused', 'refused this call'],
  ])('with error_code %s: %s (%s)', async (error_code, outcome, code, words) => {
    const result = await desk.call(json({ cmd: 'send_otp_by_obd', status: 'error', error_code }))
    expect(result).toMatchObject({ class: outcome, code, message: expect.stringContaining(words) })
    expect(result).toMatchObject({ message: expect.not.stringContaining('text') })
  })

  test.each([
    [{ status: 500 }, 'provider_error'],
    [{ body: '' }, 'answer_unreadable'],
    [json(TAKEN, 401), 'answer_contradictory'],
    ['hang_up' as const, 'reset'],
  ])('stays open after %o, in the words of a call', async (answer, code) => {
    expect(await desk.call(answer)).toMatchObject({
      class: 'unknown',
      code,
      message: expect.stringMatching(/^Kirusa Konnect .* The phone may have rung or not\.$/),
    })
  })

  test('a call that reached nobody is not made', async () => {
    expect(await desk.call({}, { baseUrl: 'http://127.0.0.1:1/' })).toMatchObject({ class: 'not_accepted_transient', code: 'refused' })
    const failure = { kind: 'failure', written: false, offline: true, code: 'offline', message: 'No network.' } as const
    const http = { request: () => Promise.resolve(failure), close: () => Promise.resolve() }
    expect(await callWithCode(desk.account, DIGITS, { ...desk.context, http })).toMatchObject({
      class: 'offline',
      message: 'This computer has no connection to the internet. The call waits in the outbox.',
    })
  })
})
