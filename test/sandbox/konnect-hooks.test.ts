import { describe, expect, test, vi } from 'vitest'
import { konnectProtocol } from '../../src/main/sandbox/carrier/protocols/konnect/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { startScriptedServer } from '../support/scripted-server.ts'
import { call, hooksOf, openCarrier, TOKEN } from './carrier-calls.ts'

const MISSED = { protocol: 'konnect', token: TOKEN, from: '12025550143', to: '12025550100' }
const THANKS = { cmd: 'send_sms', sms_text: 'Thanks for calling.' }

/** A Monday, 14:05:09 in New York. */
const WINTER = Date.UTC(2025, 2, 3, 19, 5, 9)

const open = (behaviour: Partial<SandboxBehaviour> = {}, options: { start?: number; hooks?: boolean } = {}) =>
  openCarrier(konnectProtocol, { receipt: 'delivered', ...behaviour }, options)

describe('a missed call', () => {
  test('is told in the document’s shape, the time in milliseconds', async () => {
    const { carrier, clock, desk } = await open()
    desk.answer({ body: '{}' })
    expect(await carrier.missedCall(MISSED)).toBe(true)
    expect([desk.seen[0]?.method, desk.seen[0]?.url, desk.seen[0]?.headers['content-type']]).toEqual([
      'POST',
      '/hooks/a/b',
      'application/json',
    ])
    expect(hooksOf(desk)).toEqual([
      { event: 'snapcall', api_token: TOKEN, id: expect.any(Number), from: '12025550143', to: '12025550100', at: clock.now() },
    ])
    expect(hooksOf(desk)[0]?.['id']).toSatisfy(Number.isSafeInteger)
  })

  test('has an id of its own each time', async () => {
    const { carrier, desk } = await open()
    desk.answer({ body: '{}' })
    for (let round = 0; round < 3; round += 1) await carrier.missedCall(MISSED)
    expect(new Set(hooksOf(desk).map(({ id }) => id)).size).toBe(3)
  })

  test('that is answered with a text sends it to the caller and tells how that went', async () => {
    const { carrier, clock, desk } = await open({ receiptDelayMs: 5_000 })
    desk.answer({ body: JSON.stringify(THANKS) })
    expect(await carrier.missedCall(MISSED)).toBe(true)
    expect(carrier.accepted).toMatchObject([{ sender: '12025550100', recipient: '12025550143', text: 'Thanks for calling.' }])
    expect(carrier.countOf('+12025550143', 'Thanks for calling.')).toBe(1)
    await clock.advance(4_999)
    expect(desk.seen).toHaveLength(1)
    await clock.advance(1)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(2))
    const [snapcall, status] = hooksOf(desk)
    expect(status).toEqual({ event: 'send_sms_status', api_token: TOKEN, id: snapcall?.['id'], status: 'ok' })
  })

  test.each([
    ['undelivered', { status: 'error', error_reason: expect.any(String) }],
    ['rejected', { status: 'error', error_reason: expect.any(String) }],
    ['unknown', { status: 'deferred' }],
  ] as const)('answered with a text that is %s is told so', async (receipt, status) => {
    const { carrier, desk } = await open({ receipt, receiptBeforeAnswer: true, receiptCopies: 2 })
    desk.answer({ body: JSON.stringify(THANKS) })
    await carrier.missedCall(MISSED)
    const [snapcall, ...told] = hooksOf(desk)
    const expected = { event: 'send_sms_status', api_token: TOKEN, id: snapcall?.['id'], ...status }
    expect(told).toEqual([expected, expected])
  })

  test.each([
    ['an empty object', '{}'],
    ['an empty body', ''],
    ['an empty text', JSON.stringify({ ...THANKS, sms_text: '' })],
    ['the field of a send', JSON.stringify({ cmd: 'send_sms', body: 'Thanks.' })],
    ['a text and no command', JSON.stringify({ sms_text: 'Thanks.' })],
    ['a text that is no text', JSON.stringify({ ...THANKS, sms_text: 7 })],
    ['no JSON', 'OK'],
    ['null', 'null'],
  ])('that is answered with %s sends nothing', async (_what, body) => {
    const { carrier, clock, desk } = await open()
    desk.answer({ body })
    expect(await carrier.missedCall(MISSED)).toBe(true)
    expect([carrier.accepted.length, desk.seen.length, clock.pendingTimers]).toEqual([0, 1, 0])
  })

  test('that is answered with 161 characters sends nothing and says so', async () => {
    const { carrier, clock, desk } = await open()
    desk.answer({ body: JSON.stringify({ ...THANKS, sms_text: 'a'.repeat(161) }) })
    await carrier.missedCall(MISSED)
    await clock.advance(0)
    await vi.waitFor(() => expect(desk.seen).toHaveLength(2))
    expect(hooksOf(desk)[1]).toMatchObject({ event: 'send_sms_status', status: 'error' })
    expect(carrier.accepted).toEqual([])
  })

  test('that the hook refuses is nobody’s, and a text in the refusal is not sent', async () => {
    const { carrier, desk } = await open()
    desk.answer({ status: 403, body: JSON.stringify(THANKS) })
    expect(await carrier.missedCall(MISSED)).toBe(false)
    expect(carrier.accepted).toEqual([])
    const alone = await open({}, { hooks: false })
    expect(await alone.carrier.missedCall(MISSED)).toBe(false)
    expect(await carrier.missedCall({ ...MISSED, token: 'stranger' })).toBe(false)
  })
})

describe('a campaign', () => {
  const CAMPAIGN = { protocol: 'konnect', token: TOKEN, to: '12025550143', campaign: 'Spring offer', schedule: 'Wave 2' }

  test('of texts is reported with American times, a description and no token', async () => {
    const { carrier, desk } = await open({}, { start: WINTER })
    expect(await carrier.campaignReport({ ...CAMPAIGN, kind: 'sms', state: 'delivered' })).toBe(true)
    expect(hooksOf(desk)).toEqual([
      {
        to_number: '12025550143',
        campaign: 'Spring offer',
        schedule: 'Wave 2',
        schedule_time: 'Mar 3, 2025 2:05:09 PM EST',
        status: 'DELIVERED',
        description: 'Handset confirmed receipt',
        event_timestamp: 'Mar 3, 2025 2:05:09 PM EST',
      },
    ])
  })

  test.each([
    ['just before noon in summer', Date.UTC(2025, 6, 14, 15, 59, 59), 'Jul 14, 2025 11:59:59 AM EDT'],
    ['at noon in summer', Date.UTC(2025, 6, 14, 16, 0, 0), 'Jul 14, 2025 12:00:00 PM EDT'],
    ['after midnight', Date.UTC(2025, 11, 1, 5, 4, 3), 'Dec 1, 2025 12:04:03 AM EST'],
  ])('of calls is reported %s without a description', async (_when, start, time) => {
    const { carrier, desk } = await open({}, { start })
    await carrier.campaignReport({ ...CAMPAIGN, kind: 'voice', state: 'delivered' })
    expect(hooksOf(desk)).toEqual([
      {
        to_number: '12025550143',
        campaign: 'Spring offer',
        schedule: 'Wave 2',
        schedule_time: time,
        status: 'Answered',
        event_timestamp: time,
      },
    ])
  })

  test.each([
    ['sms', 'undelivered', 'UNDELIVERED'],
    ['sms', 'expired', 'EXPIRED'],
    ['sms', 'rejected', 'REJECTED'],
    ['voice', 'undelivered', 'No Answer'],
    ['voice', 'rejected', 'Rejected'],
  ] as const)('of %s that is %s says %s', async (kind, state, status) => {
    const { carrier, desk } = await open()
    await carrier.campaignReport({ ...CAMPAIGN, kind, state })
    expect(hooksOf(desk)).toMatchObject([{ status }])
  })
})

describe('a call with a code', () => {
  const OTP = { cmd: 'send_otp_by_obd', api_token: TOKEN, to: '12025550143', caller_id: '12025550100', otp: '4821' }
  const headers = { authorization: 'ACC-EXAMPLE-001' }

  test('is reported to the address it names', async () => {
    const { carrier, clock, desk } = await open({}, { start: WINTER })
    const elsewhere = await startScriptedServer()
    await call(`${carrier.address}/konnect/admin/api/obd`, { headers, body: { ...OTP, callback_url: `${elsewhere.address}/obd?x=1` } })
    await clock.advance(0)
    await vi.waitFor(() => expect(elsewhere.seen).toHaveLength(1))
    expect(elsewhere.seen[0]?.url).toBe('/obd?x=1')
    expect(hooksOf(elsewhere)).toMatchObject([
      { to_number: '12025550143', status: 'Answered', event_timestamp: 'Mar 3, 2025 2:05:09 PM EST' },
    ])
    expect(desk.seen).toEqual([])
  })

  test.each(['https://client.example/konnect/obd', 'http://192.0.2.7/obd', 'http://127.0.0.1.client.example/obd', 'not an address'])(
    'is reported to the account’s own hook where it names %s: nothing leaves this computer',
    async (callback_url) => {
      const { carrier, desk } = await open({ receiptBeforeAnswer: true })
      await call(`${carrier.address}/konnect/admin/api/obd`, { headers, body: { ...OTP, callback_url } })
      expect(desk.seen.map(({ url }) => url)).toEqual(['/hooks/a/b'])
    },
  )

  test('is not reported on where it names none', async () => {
    const { carrier, clock, desk } = await open()
    await call(`${carrier.address}/konnect/admin/api/obd`, { headers, body: OTP })
    expect([carrier.calls.length, desk.seen.length, clock.pendingTimers]).toEqual([1, 0, 0])
  })
})
