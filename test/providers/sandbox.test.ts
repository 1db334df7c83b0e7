import { createHmac } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { HttpClient } from '../../src/main/http/client.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import { createKarixAdapter } from '../../src/main/providers/karix/index.ts'
import { createKonnectAdapter } from '../../src/main/providers/konnect/index.ts'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import { createOkRouteAdapter } from '../../src/main/providers/okroute/index.ts'
import { createSandboxAdapter } from '../../src/main/providers/sandbox/index.ts'
import { accountOfToken, sandboxToken } from '../../src/main/providers/sandbox/token.ts'
import type { HookRequest, ProviderAdapter } from '../../src/main/providers/types.ts'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { createOkrouteProtocol } from '../../src/main/sandbox/carrier/protocols/okroute/index.ts'
import { CARRIER_PROTOCOLS } from '../../src/main/sandbox/carrier/protocols/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { SeenRequest } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

const ID = '0190a000-0000-7000-8000-00000000abcd'
const NOW = Date.UTC(2026, 2, 2, 9)
const REAL: readonly ProviderAdapter[] = [
  connectelAdapter,
  createKonnectAdapter(),
  createKarixAdapter(),
  createKpnAdapter(),
  createOkRouteAdapter(),
]
const PROTOCOLS = ['connectel', 'konnect', 'karix', 'kpn', 'okroute'] as const

function accountAs(protocol: string, sender = '') {
  return { id: ID, config: { protocol, ...(sender === '' ? {} : { sender }) }, secrets: {} }
}

function adapterAt(address: string | null): ProviderAdapter {
  return createSandboxAdapter({ adapters: REAL, protocols: CARRIER_PROTOCOLS, carrierAddress: () => address })
}

async function openSandbox(behaviour: Partial<SandboxBehaviour> = {}, protocols = CARRIER_PROTOCOLS) {
  const hook = await startScriptedServer()
  const carrier: Carrier = await startCarrier({
    clock: createFakeClock(NOW),
    protocols,
    behaviour: { answerDelayMs: 0, receipt: 'none', ...behaviour },
    findToken: (token) => Promise.resolve(accountOfToken(token) === ID ? { hookUrl: hook.address } : null),
  })
  onTestFinished(() => carrier.stop())
  const http = createHttpClient()
  onTestFinished(() => http.close())
  const context = { http, now: () => NOW }
  return { carrier, hook, context, sandbox: adapterAt(carrier.address) }
}

/** A client that must not be used. */
const NO_HTTP: HttpClient = { request: () => Promise.reject(new Error('something was sent')), close: () => Promise.resolve() }

/** What a hook got, as the listener gives it to an adapter. */
function requestOf({ method, url, headers, body }: SeenRequest): HookRequest & { bytes: Uint8Array } {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : ''
  return {
    method: method === 'GET' ? 'GET' : 'POST',
    headers,
    contentType: headers['content-type'] ?? '',
    query,
    body,
    bytes: Buffer.from(body),
  }
}

describe.each(PROTOCOLS)('as %s', (protocol) => {
  const account = accountAs(protocol)
  const real = REAL.find(({ descriptor }) => descriptor.id === protocol)

  test('the defaults are accepted by the real adapter’s own rules', () => {
    expect(adapterAt(null).checkConfig(account.config)).toEqual({})
  })

  test('a text goes to the carrier by the provider’s own protocol', async () => {
    const { carrier, context, sandbox } = await openSandbox()
    expect(await sandbox.send(account, { id: 'm', to: '+31612345678', text: 'Hello' }, context)).toMatchObject({ class: 'accepted' })
    expect(carrier.accepted).toMatchObject([{ protocol, recipient: '31612345678', text: 'Hello', token: sandboxToken(ID) }])
  })

  test('several numbers go in one call, or the desk is told to send one by one', async () => {
    const { carrier, context, sandbox } = await openSandbox()
    const recipients = ['+31612345678', '+31612345679'].map((to) => ({ id: to, to }))
    const outcomes = await sandbox.sendBatch?.(account, { recipients, text: 'Hello' }, context)
    const single = sandbox.capabilitiesOf?.(account.config).batchSize === 1
    expect(outcomes?.map((outcome) => ('code' in outcome ? outcome.code : outcome.class))).toEqual(
      recipients.map(() => (single ? 'batch_unsupported' : 'accepted')),
    )
    expect(carrier.accepted).toHaveLength(single ? 0 : 2)
  })

  test('a test never sends, and a good one says that nothing leaves the computer', async () => {
    const { carrier, context, sandbox } = await openSandbox()
    const result = await sandbox.testConnection(account, context)
    expect(result.ok).toBe(real?.descriptor.capabilities.freeConnectionTest)
    if (result.ok) expect(result.message).toMatch(/Nothing you send with it leaves this computer/)
    expect([carrier.accepted, carrier.calls]).toEqual([[], []])
  })

  test('nothing is sent while the carrier does not run', async () => {
    const sandbox = adapterAt(null)
    const context = { http: NO_HTTP, now: () => NOW }
    const notSent = { class: 'not_accepted_transient', code: 'sandbox_not_running' }
    const recipients = [{ id: 'm', to: '+31612345678' }]
    expect(await sandbox.send(account, { id: 'm', to: '+31612345678', text: 'Hello' }, context)).toMatchObject(notSent)
    expect(await sandbox.sendBatch?.(account, { recipients, text: 'Hello' }, context)).toMatchObject([notSent])
    expect(await sandbox.callWithCode?.(account, { id: 'm', to: '+31612345678', digits: '1234' }, context)).toMatchObject(notSent)
    expect(await sandbox.queryStatus?.(account, 'R1', context)).toMatchObject({ kind: 'failed', code: 'sandbox_not_running' })
    expect(await sandbox.testConnection(account, context)).toMatchObject({ ok: false, code: 'sandbox_not_running' })
  })

  test('the limits, the check of a text and the sender are the provider’s', () => {
    const sandbox = adapterAt(null)
    const text = 'a'.repeat(1_700)
    const rules = sandbox.capabilitiesOf?.(account.config).text
    const problem = sandbox.checkMessage({ to: '+46701740605', text }, account.config)
    expect(problem?.code ?? null).toBe(rules?.maxUnits === null ? null : 'text_too_long')
    expect(problem?.message ?? real?.descriptor.name).toContain(real?.descriptor.name)
    expect(sandbox.senderOf(accountAs(protocol, 'Bistro').config)).toBe('Bistro')
  })

  test('a status can be asked for, or is not known here', async () => {
    const { context, sandbox } = await openSandbox()
    const answer = await sandbox.queryStatus?.(account, 'nobody-has-this', context)
    expect(answer?.kind).not.toBe('failed')
    if (real?.queryStatus === null)
      expect(answer).toMatchObject({ kind: 'not_found', message: expect.stringContaining(real.descriptor.name) })
  })

  test('no hook and no nonsense makes it throw', () => {
    const sandbox = adapterAt(null)
    for (const body of ['', '{', '[]', '{"__proto__":1}', 'a=b', 'null']) {
      const request: HookRequest = { method: 'POST', headers: {}, contentType: 'application/json', query: '', body }
      expect(sandbox.readHook(account, request).kind).not.toBe('read')
      expect(() => sandbox.hookProof?.problem(account, { ...request, bytes: Buffer.from(body) }, NOW)).not.toThrow()
    }
  })
})

test('offers every provider the carrier speaks by its name, Connectel first unless said otherwise', () => {
  const { configFields, capabilities, id } = adapterAt(null).descriptor
  const [choice] = configFields
  expect([id, choice?.key, choice?.label, choice?.kind, choice?.defaultValue]).toEqual([
    'sandbox',
    'protocol',
    'Practise as',
    'choice',
    'connectel',
  ])
  expect(choice?.options).toEqual(REAL.map(({ descriptor }) => ({ value: descriptor.id, label: descriptor.name })))
  expect(capabilities).toEqual(connectelAdapter.descriptor.capabilities)
})

test('offers nothing that lacks an adapter or a protocol, and cannot be made of nothing', () => {
  const some = createSandboxAdapter({ adapters: REAL.slice(1, 3), protocols: CARRIER_PROTOCOLS, carrierAddress: () => null })
  expect(some.descriptor.configFields[0]).toMatchObject({ defaultValue: 'konnect', options: [{ value: 'konnect' }, { value: 'karix' }] })
  expect(() => createSandboxAdapter({ adapters: REAL, protocols: [], carrierAddress: () => null })).toThrow(TypeError)
})

test('refuses a provider it does not know, and a sender that the provider would not take', () => {
  const sandbox = adapterAt(null)
  expect(sandbox.checkConfig({ protocol: 'pigeon' })).toEqual({ protocol: expect.stringContaining('okroute') })
  expect(sandbox.checkConfig({ protocol: 'constructor' })).toHaveProperty('protocol')
  for (const protocol of PROTOCOLS) {
    expect(sandbox.checkConfig({ protocol, sender: 'This name is much too long for any phone' })).toHaveProperty('sender')
  }
})

test('keeps every secret of every provider out of what is stored', () => {
  const names = adapterAt(null).secretFieldNames
  for (const { secretFieldNames } of REAL) expect(names).toEqual(expect.arrayContaining([...secretFieldNames]))
  expect(new Set(names).size).toBe(names.length)
})

test('as Konnect, a code is spoken; as any other, nothing is called and the person is told', async () => {
  const { carrier, context, sandbox } = await openSandbox()
  const call = { id: 'c', to: '+46701740605', digits: '1234' }
  expect(await sandbox.callWithCode?.(accountAs('konnect'), call, context)).toMatchObject({ class: 'accepted' })
  expect(carrier.calls).toMatchObject([{ recipient: '46701740605', text: '1234' }])
  expect(sandbox.checkVoiceCode?.(call, accountAs('konnect').config)).toBeNull()
  for (const protocol of ['connectel', 'karix', 'kpn', 'okroute']) {
    const refused = { code: 'voice_code_unsupported' }
    expect(await sandbox.callWithCode?.(accountAs(protocol), call, context)).toMatchObject({ class: 'not_accepted_permanent', ...refused })
    expect(sandbox.checkVoiceCode?.(call, accountAs(protocol).config)).toMatchObject(refused)
  }
  expect(carrier.calls).toHaveLength(1)
})

test('as Konnect, a missed call is answered as the provider wants it; anything else with nothing', () => {
  const sandbox = adapterAt(null)
  const missedCalls = [{ key: '1', from: '12025550143', to: '46701740600', at: null }]
  const answer = sandbox.answerHook?.({ kind: 'read', receipts: [], inbound: [], missedCalls }, 'We call you back.')
  expect(answer).toEqual(REAL[1]?.answerHook?.({ kind: 'read', receipts: [], inbound: [], missedCalls }, 'We call you back.'))
  expect(answer?.body).toContain('We call you back.')
  expect(sandbox.answerHook?.({ kind: 'read', receipts: [], inbound: [] }, null)).toEqual({ contentType: 'text/plain', body: '' })
})

test('hours without texts are those of the provider that has them', () => {
  const asked: unknown[] = []
  const karix: ProviderAdapter = {
    ...createKarixAdapter(),
    blockedUntil(config, priority, now) {
      asked.push([config['baseUrl'], config['blockoutFrom'], priority, now])
      return now + 1
    },
  }
  const sandbox = createSandboxAdapter({ adapters: [connectelAdapter, karix], protocols: CARRIER_PROTOCOLS, carrierAddress: () => null })
  expect(sandbox.blockedUntil?.(accountAs('karix').config, 'bulk', NOW)).toBe(NOW + 1)
  expect(asked).toEqual([[expect.stringContaining('/karix/'), '21:00', 'bulk', NOW]])
  expect(sandbox.blockedUntil?.(accountAs('connectel').config, 'bulk', NOW)).toBeNull()
})

test('as KPN, a report is believed only with the carrier’s own signature, and by that account alone', async () => {
  const { hook, context, sandbox } = await openSandbox({ receipt: 'delivered', receiptBeforeAnswer: true })
  const account = accountAs('kpn')
  await sandbox.send(account, { id: 'm', to: '+31612345678', text: 'Hello' }, context)
  const [seen] = hook.seen
  if (seen === undefined) throw new Error('no report came')
  const request = requestOf(seen)
  expect(sandbox.hookProof?.problem(account, request, NOW)).toBeNull()
  const forged = createHmac('sha256', 'guessed').update(request.body).digest('hex')
  const headers = { ...request.headers, 'x-kpn-webhook-signature': forged }
  expect(sandbox.hookProof?.problem(account, { ...request, headers }, NOW)).toEqual(expect.any(String))
  expect(sandbox.hookProof?.problem({ ...account, id: '0190a000-0000-7000-8000-00000000ffff' }, request, NOW)).toEqual(expect.any(String))
  expect(sandbox.hookProof?.problem(accountAs('connectel'), { ...request, headers }, NOW)).toBeNull()
})

test('as OKRoute, the addresses that the desk prints bring reports and texts that it reads', async () => {
  const [report = '', inbound = ''] = (REAL[4]?.descriptor.hookAddresses ?? []).map(({ suffix }) => suffix.replace(/^\?/, ''))
  const { carrier, hook, context, sandbox } = await openSandbox({ receipt: 'undelivered', receiptBeforeAnswer: true }, [
    createOkrouteProtocol({ report, inbound }),
  ])
  const account = accountAs('okroute')
  const outcome = await sandbox.send(account, { id: 'm', to: '+12025550143', text: 'a'.repeat(200) }, context)
  const readings = hook.seen.map((seen) => sandbox.readHook(account, requestOf(seen)))
  const refs: readonly string[] = outcome.class === 'accepted' ? outcome.refs : []
  expect(refs).toHaveLength(2)
  expect(readings).toMatchObject(refs.map((ref) => ({ kind: 'read', receipts: [{ ref, status: 'undelivered', rawStatus: 'UNDELIV' }] })))
  const customer = { protocol: 'okroute', token: sandboxToken(ID), from: '12025550143', to: '12025550100', text: 'Ja, 1+1 & mehr €' }
  expect(await carrier.reply(customer)).toBe(true)
  const last = hook.seen.at(-1)
  expect(last === undefined ? null : sandbox.readHook(account, requestOf(last))).toMatchObject({
    kind: 'read',
    receipts: [],
    inbound: [{ from: '12025550143', to: '12025550100', text: 'Ja, 1+1 & mehr €' }],
  })
})
