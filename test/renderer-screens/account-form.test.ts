import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../src/shared/providers/descriptor.ts'
import { configToSave, draftFor, draftProblems, hookAddress, secretsToSave, valueProblem } from '../../src/renderer/accounts/form.ts'
import { passphraseProblems } from '../../src/renderer/settings/keys.ts'
import { delayChoices, DELAYS } from '../../src/renderer/settings/sandbox-words.ts'

const provider: ProviderDescriptor = {
  id: 'connectel',
  name: 'Connectel',
  summary: 'A Swedish provider.',
  configFields: [
    { key: 'sender', label: 'Sender', help: '', required: true, kind: 'sender' },
    { key: 'baseUrl', label: 'Address', help: '', required: true, defaultValue: 'https://smsapi.example', kind: 'url' },
    { key: 'note', label: 'Note', help: '', required: false, kind: 'text' },
  ],
  secretFields: [{ key: 'token', label: 'Token', help: '', required: true, kind: 'text' }],
  capabilities: {
    maxTextUnits: 1600,
    receiptsByHook: true,
    statusQuery: true,
    inbound: true,
    batchSize: 1,
    defaultRate: null,
    freeConnectionTest: true,
  },
  hookInstructions: '',
}

const account: Account = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Garage',
  provider: 'connectel',
  providerName: 'Connectel',
  config: { sender: 'Garage' },
  secretsSet: { token: true },
  status: 'active',
  pause: null,
  hookPath: '/hooks/a/b',
  waiting: 0,
  rate: null,
  rateIsDefault: true,
  createdAt: 0,
}

describe('the account form', () => {
  it('asks for what is required and has no default', () => {
    const draft = draftFor(provider)
    expect(Object.keys(draftProblems(provider, draft))).toEqual(['config.sender', 'secret.token'])
  })

  it('never starts with a stored secret, and does not ask for it again', () => {
    const draft = draftFor(provider, account)
    expect(draft.secrets).toEqual({ token: '' })
    expect(draftProblems(provider, draft, account)).toEqual({})
    expect(secretsToSave(draft)).toEqual({})
  })

  it('sends what was typed without spaces at its ends, and leaves defaults to the host', () => {
    const draft = { ...draftFor(provider), config: { sender: ' Garage ', baseUrl: '', note: ' ' }, secrets: { token: ' s3cret ' } }
    expect(configToSave(draft)).toEqual({ sender: 'Garage' })
    expect(secretsToSave(draft)).toEqual({ token: ' s3cret ' })
  })

  it('sees a web address that is none while it is typed', () => {
    expect(valueProblem({ kind: 'url' }, 'smsapi.example')).not.toBeNull()
    expect(valueProblem({ kind: 'url' }, 'javascript:alert(1)')).not.toBeNull()
    expect(valueProblem({ kind: 'url' }, 'https://smsapi.example/api')).toBeNull()
  })

  it('puts the hook address together without doubling the slash', () => {
    expect(hookAddress('http://127.0.0.1:8181', '/hooks/a/b')).toBe('http://127.0.0.1:8181/hooks/a/b')
    expect(hookAddress('https://desk.example/', '/hooks/a/b')).toBe('https://desk.example/hooks/a/b')
    expect(hookAddress(null, '/hooks/a/b')).toBeNull()
  })
})

describe('a new passphrase', () => {
  it('is long enough and typed twice the same', () => {
    expect(passphraseProblems('short', 'short')).toHaveProperty('passphrase')
    expect(passphraseProblems('two keys', 'two key')).toHaveProperty('again')
    expect(passphraseProblems('two keys', 'two keys')).toEqual({})
  })
})

describe('waits of the sandbox carrier', () => {
  it('offers the one in force even when it is none of the usual ones', () => {
    expect(delayChoices(0)).toHaveLength(DELAYS.length)
    expect(delayChoices(3_000).map((choice) => choice.label)).toContain('After 3 seconds')
  })
})
