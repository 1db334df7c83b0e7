import { expect, onTestFinished, test } from 'vitest'
import { Refused } from '../../src/main/app/refused.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import { startTestCarrier } from '../support/carrier.ts'

const account = { id: '0190a000-0000-7000-8000-00000000abcd', config: {}, secrets: {} }
const message = { id: 'm', to: '+46701740605', text: 'Hello' }

function newContext() {
  const http = createHttpClient()
  onTestFinished(() => http.close())
  return { http, now: () => Date.UTC(2026, 2, 2) }
}

test('offers Connectel and the sandbox', () => {
  const providers = createProviders({ sandboxAddress: () => null })
  expect(providers.list().map((adapter) => adapter.descriptor.id)).toEqual(['connectel', 'sandbox'])
  expect(providers.get('connectel').descriptor.name).toBe('Connectel')
})

test('an unknown provider is refused by name', () => {
  const providers = createProviders({ sandboxAddress: () => null })
  expect(() => providers.get('pigeon')).toThrow(Refused)
  expect(() => providers.get('pigeon')).toThrow(/pigeon.*connectel, sandbox/)
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

test('while the carrier does not run, a sandbox text is certainly not accepted and may be tried again', async () => {
  const sandbox = createProviders({ sandboxAddress: () => null }).get('sandbox')
  expect(await sandbox.send(account, message, newContext())).toMatchObject({ class: 'not_accepted_transient', code: 'sandbox_not_running' })
  expect(await sandbox.queryStatus?.(account, 'R1', newContext())).toMatchObject({ kind: 'failed' })
  expect(await sandbox.testConnection(account, newContext())).toMatchObject({ ok: false })
})
