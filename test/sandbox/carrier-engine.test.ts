import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { GOOD_DAY } from '../../src/main/sandbox/carrier/carrier.ts'
import { createHookSender, jsonPost } from '../../src/main/sandbox/carrier/hook-sender.ts'
import { createLedger } from '../../src/main/sandbox/carrier/ledger.ts'
import type { MessageDraft } from '../../src/main/sandbox/carrier/ledger.ts'
import { connectelProtocol } from '../../src/main/sandbox/carrier/protocols/connectel/index.ts'
import { CARRIER_PROTOCOLS } from '../../src/main/sandbox/carrier/protocols/index.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import { sandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startScriptedServer } from '../support/scripted-server.ts'
import { call, hooksOf, openCarrier, TOKEN } from './carrier-calls.ts'

const SEND = { authorization: TOKEN, sender: 'Bistro', recipient: '46701740605', message: 'Your table is ready.' }

const DRAFT: MessageDraft = {
  kind: 'text',
  token: TOKEN,
  sender: 'Bistro',
  recipient: '46701740605',
  text: 'Hi',
  state: 'sent',
  requestid: 'id-1',
  bulkid: null,
}

test('a good day is a behaviour the contract takes', () => {
  expect(sandboxBehaviour.parse(GOOD_DAY)).toEqual(GOOD_DAY)
  expect(sandboxBehaviour.safeParse({ ...GOOD_DAY, error: '' }).success).toBe(false)
  expect(sandboxBehaviour.safeParse({ ...GOOD_DAY, receiptOrder: 'backwards' }).success).toBe(false)
})

describe('protocols', () => {
  test('have ids, prefixes and error keys of their own', () => {
    expect(CARRIER_PROTOCOLS.map(({ id }) => id)).toEqual(['konnect', 'connectel', 'karix', 'kpn', 'okroute'])
    expect(new Set(CARRIER_PROTOCOLS.map(({ prefix }) => prefix)).size).toBe(CARRIER_PROTOCOLS.length)
    const keys = CARRIER_PROTOCOLS.flatMap(({ errors }) => errors.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    for (const { id, errors } of CARRIER_PROTOCOLS) {
      for (const { key, label } of errors)
        expect([key.startsWith(`${id}/`), key.length <= 100, label.length > 0], key).toEqual([true, true, true])
    }
  })

  test('are all on one server, and each is told its own account', async () => {
    const { carrier } = await openCarrier(connectelProtocol, {}, { protocols: CARRIER_PROTOCOLS })
    for (const { id, prefix } of CARRIER_PROTOCOLS) {
      const account = carrier.accountFor(id, { id: 'one', token: TOKEN, sender: 'Bistro' })
      const urls = Object.values(account?.config ?? {}).filter((value) => value.startsWith('http://'))
      expect(urls.length, id).toBeGreaterThan(0)
      for (const url of urls) expect(url.startsWith(`${carrier.address}${prefix}`), url).toBe(true)
      expect(Object.values(account?.secrets ?? {}), id).toContain(TOKEN)
    }
  })

  test.each(CARRIER_PROTOCOLS.flatMap((protocol) => ['Bistro', '46701740600'].map((sender) => ({ id: protocol.id, sender, protocol }))))(
    'tell an account what the form of $id asks for, with sender $sender',
    ({ protocol, sender }) => {
      const adapter = createProviders({ sandboxAddress: () => null }).get(protocol.id)
      const { configFields, secretFields } = adapter.descriptor
      const { config, secrets } = protocol.accountFor('http://127.0.0.1:4321', { id: 'one', token: 'sandbox-one', sender })
      const defaults = Object.fromEntries(
        configFields.flatMap(({ key, defaultValue }) => (defaultValue === undefined ? [] : [[key, defaultValue]])),
      )
      expect(configFields.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(config)))
      expect(secretFields.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(secrets)))
      for (const { key } of secretFields.filter(({ required }) => required)) expect(secrets[key], key).toMatch(/./)
      expect(adapter.checkConfig({ ...defaults, ...config })).toEqual({})
    },
  )

  test('that the carrier does not speak have no account, no errors and no customers', async () => {
    const { carrier } = await openCarrier(connectelProtocol)
    expect([carrier.accountFor('konnect', { id: 'one', token: TOKEN, sender: '' }), carrier.errorsOf('konnect')]).toEqual([null, []])
    const from = { protocol: 'konnect', token: TOKEN, from: '12025550143', to: '12025550100' }
    expect(await carrier.reply({ ...from, text: 'Hi' })).toBe(false)
    expect(await carrier.missedCall(from)).toBe(false)
    expect(await carrier.campaignReport({ ...from, kind: 'sms', campaign: 'a', schedule: 'b', state: 'delivered' })).toBe(false)
  })
})

describe('Connectel', () => {
  const post = (address: string, fields: object) => call(`${address}/api/v2/send/`, { body: fields })

  test('asks for fewer texts with 429', async () => {
    const { carrier } = await openCarrier(connectelProtocol, { answer: 'rate_limited' })
    const answer = await post(carrier.address, SEND)
    expect([answer.status, answer.headers['retry-after'], carrier.accepted]).toEqual([429, '1', []])
  })

  test('does not notice errors of others', async () => {
    const { carrier } = await openCarrier(connectelProtocol, { error: 'konnect/3010' })
    expect((await post(carrier.address, SEND)).json()).toMatchObject({ statusStr: 'ENROUTE' })
  })

  test('reports in the wrong order: what became of the text, then that it is on its way', async () => {
    const { carrier, desk } = await openCarrier(connectelProtocol, {
      receipt: 'delivered',
      receiptOrder: 'swapped',
      receiptBeforeAnswer: true,
    })
    await post(carrier.address, SEND)
    expect(hooksOf(desk).map(({ statusInt }) => statusInt)).toEqual([1, 0])
    expect(carrier.accepted).toMatchObject([{ state: 'delivered' }])
  })

  test('is answered as busy while the accounts cannot be read', async () => {
    const { carrier } = await openCarrier(
      connectelProtocol,
      {},
      {
        findToken: () => Promise.reject(Object.assign(new Error('the account could not be read'), { statusCode: 503 })),
      },
    )
    expect((await post(carrier.address, SEND)).status).toBe(503)
    expect(carrier.accepted).toEqual([])
  })
})

describe('the ledger', () => {
  test('forgets the oldest beyond its capacity, counts and ids with them', () => {
    const ledger = createLedger(10)
    for (let number = 1; number <= 11; number += 1) ledger.take('kpn', { ...DRAFT, requestid: `id-${number}`, text: `text ${number}` }, 0)
    expect(ledger.messages).toHaveLength(10)
    expect([ledger.find('kpn', 'id-1'), ledger.countOf('46701740605', 'text 1')]).toEqual([undefined, 0])
    expect([ledger.find('kpn', 'id-11')?.text, ledger.countOf('+46701740605', 'text 11')]).toEqual(['text 11', 1])
  })

  test('finds a text by any of its parts, and only for its own protocol', () => {
    const ledger = createLedger(10)
    const taken = ledger.take('okroute', { ...DRAFT, partIds: ['id-1', 'id-2'], bulkid: 'bulk' }, 7)
    expect(ledger.find('okroute', 'id-2')).toBe(taken)
    expect(ledger.find('karix', 'id-2')).toBeUndefined()
    expect([ledger.findBulk('okroute', 'bulk'), ledger.findBulk('karix', 'bulk')]).toEqual([[taken], []])
  })

  test('gives digits above 2^53, never twice', () => {
    const ledger = createLedger(10)
    const digits = Array.from({ length: 1_000 }, () => ledger.newDigits(Date.UTC(2026, 2, 2)))
    expect(new Set(digits).size).toBe(1_000)
    for (const one of digits) expect(BigInt(one) > 2n ** 53n).toBe(true)
  })
})

describe('hooks', () => {
  function openSender() {
    const clock = createFakeClock()
    const sender = createHookSender(clock)
    onTestFinished(() => sender.stop())
    return { clock, sender }
  }

  test('are called as the protocol says: method, query, headers, and the body byte for byte', async () => {
    const desk = await startScriptedServer({ body: 'thanks' })
    const { sender } = openSender()
    const hookUrl = `${desk.address}/hooks/a/b?k=1`
    const query = { text: 'a+b & c=d', to: '46701740605' }
    expect(await sender.post(hookUrl, { method: 'GET', query })).toEqual({ status: 200, body: 'thanks' })
    await sender.post(hookUrl, { headers: { 'x-signature': 'abc' }, body: '{"ö": 1 }\n' })
    expect(desk.seen).toMatchObject([
      { method: 'GET', url: '/hooks/a/b?k=1&text=a%2Bb%20%26%20c%3Dd&to=46701740605', body: '' },
      { method: 'POST', headers: { 'x-signature': 'abc' }, body: '{"ö": 1 }\n' },
    ])
  })

  test('are called again on a plan of the protocol’s own, with headers that know the attempt', async () => {
    const desk = await startScriptedServer({ status: 404 })
    const { clock, sender } = openSender()
    const pending = sender.post(desk.address, {
      headers: (attempt) => ({ 'x-attempt': String(attempt) }),
      repeat: { waitsMs: [60_000, 120_000], unlessTaken: true },
    })
    await vi.waitFor(() => expect([desk.seen.length, clock.pendingTimers]).toEqual([1, 1]))
    await clock.advance(60_000)
    await vi.waitFor(() => expect([desk.seen.length, clock.pendingTimers]).toEqual([2, 1]))
    desk.answer({ status: 202 })
    await clock.advance(120_000)
    expect(await pending).toEqual({ status: 202, body: '' })
    expect(desk.seen.map(({ headers }) => headers['x-attempt'])).toEqual(['1', '2', '3'])
  })

  test('are not called again after a refusal, where there is no such plan', async () => {
    const desk = await startScriptedServer({ status: 404, body: 'no' })
    const { clock, sender } = openSender()
    expect(await sender.post(desk.address, jsonPost({}))).toEqual({ status: 404, body: 'no' })
    expect([desk.seen.length, clock.pendingTimers]).toEqual([1, 0])
  })

  test('have an answer of at most 64 KiB', async () => {
    const desk = await startScriptedServer({ body: 'a'.repeat(65_537) })
    const { sender } = openSender()
    expect(await sender.post(desk.address, { ...jsonPost({}), repeat: { waitsMs: [] } })).toBeNull()
    desk.answer({ body: 'a'.repeat(65_536) })
    expect((await sender.post(desk.address, jsonPost({})))?.body).toHaveLength(65_536)
  })

  test('that nobody answers are given up on when the carrier stops', async () => {
    const { clock, sender } = openSender()
    const pending = sender.post('http://127.0.0.1:9/', jsonPost({}))
    await vi.waitFor(() => expect(clock.pendingTimers).toBe(1))
    await sender.stop()
    expect([await pending, clock.pendingTimers]).toEqual([null, 0])
  })
})
