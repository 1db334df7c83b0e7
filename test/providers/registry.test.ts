import { expect, onTestFinished, test } from 'vitest'
import { Refused } from '../../src/main/app/refused.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startTestCarrier } from '../support/carrier.ts'
import { createFakeClock } from '../support/fake-clock.ts'

const account = { id: '0190a000-0000-7000-8000-00000000abcd', config: {}, secrets: {} }
const message = { id: 'm', to: '+46701740605', text: 'Hello' }

function newContext() {
  const http = createHttpClient()
  onTestFinished(() => http.close())
  return { http, now: () => Date.UTC(2026, 2, 2) }
}

test('offers five providers, any other, and the sandbox', () => {
  const providers = createProviders({ sandboxAddress: () => null })
  expect(providers.list().map((adapter) => adapter.descriptor.id)).toEqual([
    'konnect',
    'connectel',
    'karix',
    'kpn',
    'okroute',
    'generic',
    'sandbox',
  ])
  expect(providers.get('connectel').descriptor.name).toBe('Connectel')
})

test('an unknown provider is refused by name', () => {
  const providers = createProviders({ sandboxAddress: () => null })
  expect(() => providers.get('pigeon')).toThrow(Refused)
  expect(() => providers.get('pigeon')).toThrow(/pigeon.*konnect, connectel, karix, kpn, okroute, generic, sandbox/)
})

test('every provider’s own example and default values are accepted by its form', () => {
  for (const { descriptor, checkConfig } of createProviders({ sandboxAddress: () => null }).list()) {
    const example = Object.fromEntries(descriptor.configFields.map((field) => [field.key, field.defaultValue ?? field.placeholder ?? '']))
    expect(checkConfig(example)).toEqual({})
  }
})

test('a sandbox account needs no settings: it sends to the carrier of this app', async () => {
  const carrier = await startTestCarrier()
  onTestFinished(() => carrier.stop())
  const sandbox = createProviders({ sandboxAddress: () => carrier.address }).get('sandbox')
  const outcome = await sandbox.send(account, message, newContext())
  expect(outcome).toMatchObject({ class: 'accepted', refs: [carrier.received[0]?.requestid] })
  expect(carrier.received).toMatchObject([{ to: '+46701740605', from: 'Sandbox', text: 'Hello' }])
  expect(await sandbox.queryStatus?.(account, carrier.received[0]?.requestid ?? '', newContext())).toMatchObject({ kind: 'receipt' })
  expect(await sandbox.queryStatus?.(account, 'R0', newContext())).toMatchObject({ kind: 'not_found' })
  expect(await sandbox.testConnection(account, newContext())).toMatchObject({ ok: true })
})

test('a sandbox account sends a text to several numbers in one call, and each keeps its own outcome and id', async () => {
  const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
  onTestFinished(() => carrier.stop())
  const sandbox = createProviders({ sandboxAddress: () => carrier.address }).get('sandbox')
  const recipients = Array.from({ length: sandbox.descriptor.capabilities.batchSize }, (_, index) => ({
    id: `m${index}`,
    to: `+467017${10_000 + index}`,
  }))
  const outcomes = await sandbox.sendBatch?.(account, { recipients, text: 'Closed on Monday.' }, newContext())
  expect(carrier.received.map(({ to }) => to)).toEqual(recipients.map(({ to }) => to))
  expect(outcomes?.map((outcome) => (outcome.class === 'accepted' ? outcome.refs : outcome))).toEqual(
    carrier.received.map(({ requestid }) => [requestid]),
  )
  const last = carrier.received.at(-1)?.requestid ?? ''
  expect(await sandbox.queryStatus?.(account, last, newContext())).toMatchObject({ receipt: { ref: last, status: 'queued' } })
})

test('of a list with a number the carrier refuses, the others go out; a carrier that refuses all says so of each', async () => {
  const carrier = await startCarrier({
    clock: createFakeClock(),
    behaviour: { answerDelayMs: 0, receipt: 'none' },
    magicNumbers: true,
    findToken: () => Promise.resolve({ hookUrl: null }),
  })
  onTestFinished(() => carrier.stop())
  const sandbox = createProviders({ sandboxAddress: () => carrier.address }).get('sandbox')
  const send = async (...numbers: string[]) => {
    const recipients = numbers.map((to) => ({ id: to, to }))
    const outcomes = (await sandbox.sendBatch?.(account, { recipients, text: 'Hi' }, newContext())) ?? []
    return outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.class))
  }
  expect(await send('+46701740605', '+46701740000', '+46701740607')).toEqual(['accepted', 'recipient_not_taken', 'accepted'])
  expect(carrier.accepted.map(({ recipient }) => recipient)).toEqual(['46701740605', '46701740607'])
  expect(await send('+46701740000', '+46701750000')).toEqual(['recipient_unreachable', 'recipient_unreachable'])
  // A number the carrier’s rules do not allow at all spoils the list: it is worth trying one by one.
  expect(await send('+46701740605', '+12')).toEqual(['batch_unsupported', 'batch_unsupported'])
  carrier.setBehaviour({ answer: 'drop_after' })
  expect(await send('+46701740605', '+46701740606')).toEqual(['reset', 'reset'])
  carrier.setBehaviour({ answer: 'unreadable' })
  expect(await send('+46701740605', '+46701740606')).toEqual(['answer_unreadable', 'answer_unreadable'])
})

test('while the carrier does not run, a sandbox text is certainly not accepted and may be tried again', async () => {
  const sandbox = createProviders({ sandboxAddress: () => null }).get('sandbox')
  expect(await sandbox.send(account, message, newContext())).toMatchObject({ class: 'not_accepted_transient', code: 'sandbox_not_running' })
  const batch = { recipients: [message, { ...message, id: 'n' }], text: 'Hello' }
  expect(await sandbox.sendBatch?.(account, batch, newContext())).toMatchObject(
    batch.recipients.map(() => ({ class: 'not_accepted_transient', code: 'sandbox_not_running' })),
  )
  expect(await sandbox.queryStatus?.(account, 'R1', newContext())).toMatchObject({ kind: 'failed' })
  expect(await sandbox.testConnection(account, newContext())).toMatchObject({ ok: false })
})
