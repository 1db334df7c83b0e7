import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/shared/contract/accounts.ts'
import type { AccountField, ProviderDescriptor } from '../../src/shared/providers/descriptor.ts'
import {
  atStart,
  configToSave,
  draftFor,
  draftProblems,
  isSet,
  keptValue,
  LONGEST_VALUE,
  nameInSentence,
  providerLabel,
  secretsToSave,
  senderOf,
  shownValue,
  valueProblem,
} from '../../src/renderer/accounts/form.ts'
import { hookAddress, hookBrings, hookMisses, isOnThisComputerOnly } from '../../src/renderer/accounts/hook-words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { passphraseProblems } from '../../src/renderer/settings/keys.ts'
import { delayChoices, DELAYS } from '../../src/renderer/settings/sandbox-words.ts'

const catalog = await loadCatalog('en')
const words = createWords(catalog, 'accounts', 'en-GB')
const formWords = createWords(catalog, 'accountForm', 'en-GB')
const asItCame = (sentence: string) => sentence
const keyWords = createWords(catalog, 'keys', 'en-GB')
const sandboxWords = createWords(catalog, 'sandbox', 'en-GB')

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
    text: { maxUnits: 1600, maxParts: null, partsNote: null },
    recipients: null,
    missedCalls: false,
    voiceCode: null,
    providerSchedule: null,
    receiptsByHook: true,
    statusQuery: true,
    inbound: true,
    batchSize: 1,
    defaultRate: null,
    freeConnectionTest: true,
  },
  hookAddresses: [],
  presets: [],
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
  sender: '',
  capabilities: null,
  createdAt: 0,
}

describe('the account form', () => {
  it('asks for what is required and has no default', () => {
    const draft = draftFor(provider)
    expect(Object.keys(draftProblems(formWords, provider, draft))).toEqual(['config.sender', 'secret.token'])
  })

  it('never starts with a stored secret, and does not ask for it again', () => {
    const draft = draftFor(provider, account)
    expect(draft.secrets).toEqual({ token: '' })
    expect(draftProblems(formWords, provider, draft, account)).toEqual({})
    expect(secretsToSave(draft)).toEqual({})
  })

  it('sends what was typed without spaces at its ends, and leaves defaults to the host', () => {
    const draft = { ...draftFor(provider), config: { sender: ' Garage ', baseUrl: '', note: ' ' }, secrets: { token: ' s3cret ' } }
    expect(configToSave(draft)).toEqual({ sender: 'Garage' })
    expect(secretsToSave(draft)).toEqual({ token: ' s3cret ' })
  })

  it('knows a time of day from what is none', () => {
    for (const time of ['00:00', '09:30', '23:59']) expect(valueProblem(formWords, { kind: 'time' }, time)).toBeNull()
    for (const time of ['24:00', '9:30', '21.00', '21:60', 'evening'])
      expect(valueProblem(formWords, { kind: 'time' }, time)).not.toBeNull()
  })

  it('leaves the rules of each provider to the host', () => {
    expect(valueProblem(formWords, { kind: 'sender' }, 'A sender of fifteen or more')).toBeNull()
    expect(valueProblem(formWords, { kind: 'url' }, 'sms.example:8002/api')).toBeNull()
    expect(valueProblem(formWords, { kind: 'choice' }, 'what an older version stored')).toBeNull()
  })

  it('says how much too long a template is, before the host would refuse the call', () => {
    expect(valueProblem(formWords, { kind: 'lines' }, 'x'.repeat(LONGEST_VALUE))).toBeNull()
    expect(valueProblem(formWords, { kind: 'lines' }, 'x'.repeat(LONGEST_VALUE + 7))).toContain('too long by 7')
    const draft = { ...draftFor(provider, account), config: { sender: 'Garage', baseUrl: '', note: 'x'.repeat(LONGEST_VALUE + 1) } }
    expect(Object.keys(draftProblems(formWords, provider, draft, account))).toEqual(['config.note'])
  })

  it('shows a default as the value, and keeps it as nothing', () => {
    const field: AccountField = { key: 'until', label: '', help: '', required: false, kind: 'time', defaultValue: '21:00' }
    expect(shownValue(field, '')).toBe('21:00')
    expect(shownValue(field, '20:00')).toBe('20:00')
    expect(keptValue(field, '21:00')).toBe('')
    expect(keptValue(field, '20:00')).toBe('20:00')
    expect(isSet(field, '')).toBe(false)
    expect(isSet(field, ' 21:00 ')).toBe(false)
    expect(isSet(field, '20:00')).toBe(true)
    expect(isSet({ ...field, defaultValue: undefined }, '')).toBe(false)
  })

  it('puts the hook address together without doubling the slash', () => {
    expect(hookAddress('http://127.0.0.1:8181', '/hooks/a/b')).toBe('http://127.0.0.1:8181/hooks/a/b')
    expect(hookAddress('https://desk.example/', '/hooks/a/b')).toBe('https://desk.example/hooks/a/b')
    expect(hookAddress(null, '/hooks/a/b')).toBeNull()
  })

  const addresses = [
    ['http://127.0.0.1:8181/hooks/a', true],
    ['http://localhost/hooks/a', true],
    ['http://[::1]:8181/hooks/a', true],
    ['https://desk.localhost/hooks/a', true],
    ['https://desk.example/hooks/127.0.0.1', false],
    ['https://localhost.example/hooks/a', false],
    ['no address', false],
  ] as const
  it.each(addresses)('%s leads to this computer only: %s', (address, only) => {
    expect(isOnThisComputerOnly(address)).toBe(only)
  })
})

describe('what is said of an account', () => {
  it('names what comes by its hook, and nothing where nothing does', () => {
    const can = { ...provider.capabilities, receiptsByHook: false, inbound: false, missedCalls: false }
    expect(hookBrings(words, 'en', can)).toBeNull()
    expect(hookBrings(words, 'en', { ...can, missedCalls: true })).toBe('missed calls')
    expect(hookBrings(words, 'en', { ...can, receiptsByHook: true, inbound: true })).toBe('delivery reports and customers’ replies')
    expect(hookBrings(words, 'en', { ...can, receiptsByHook: true, inbound: true, missedCalls: true })).toBe(
      'delivery reports, customers’ replies, and missed calls',
    )
  })

  it('says what goes without while its hook is not called, and of nothing that would not come by it', () => {
    const can = { receiptsByHook: false, statusQuery: false, inbound: false, missedCalls: false }
    expect(hookMisses(words, can)).toBeNull()
    expect(hookMisses(words, { ...can, statusQuery: true })).toBeNull()
    expect(hookMisses(words, { ...can, receiptsByHook: true })).toBe('you do not learn whether they arrived')
    expect(hookMisses(words, { ...can, receiptsByHook: true, statusQuery: true, inbound: true })).toBe(
      'you learn later whether they arrived, and replies do not reach you',
    )
    expect(hookMisses(words, { ...can, missedCalls: true })).toBe('missed calls are neither shown nor answered')
  })

  const names = [
    ['connectel', 'Connectel', {}, 'Connectel'],
    ['generic', 'Another provider (HTTP)', { gateway: ' Twilio ' }, 'Twilio'],
    ['generic', 'Another provider (HTTP)', {}, 'the provider'],
  ] as const
  it.each(names)('%s is called by a name of its own, if it has one', (id, providerName, config, name) => {
    expect(nameInSentence(words, { provider: id, providerName, config })).toBe(name)
    expect(atStart(name)).toMatch(/^[A-Z]/u)
  })

  it('goes by the gateway behind the generic provider, where it has a name', () => {
    expect(providerLabel(asItCame, { provider: 'generic', providerName: 'Another provider (HTTP)', config: { gateway: ' Twilio ' } })).toBe(
      'Twilio',
    )
    expect(providerLabel(asItCame, { provider: 'generic', providerName: 'Another provider (HTTP)', config: {} })).toBe(
      'Another provider (HTTP)',
    )
    expect(providerLabel(asItCame, { provider: 'kpn', providerName: 'KPN', config: { gateway: 'Twilio' } })).toBe('KPN')
  })

  const senders = [
    ['Connectel, Karix and KPN', { sender: 'Garage' }, 'Garage'],
    ['Konnect with a name', { from: '12025550100', senderMask: 'Bistro' }, 'Bistro'],
    ['Konnect without one', { from: '12025550100', senderMask: ' ' }, '12025550100'],
    ['OKRoute', { ani: 'Bistro', baseUrl: 'https://sms.example:8002/api' }, 'Bistro'],
    ['one that leaves it to its provider', { product: 'current' }, null],
  ] as const
  it.each(senders)('the sender of an account with %s', (_name, config, sender) => {
    expect(senderOf(config)).toBe(sender)
  })
})

describe('a new passphrase', () => {
  it('is long enough and typed twice the same', () => {
    expect(passphraseProblems(keyWords, 'short', 'short')).toHaveProperty('passphrase')
    expect(passphraseProblems(keyWords, 'two keys', 'two key')).toHaveProperty('again')
    expect(passphraseProblems(keyWords, 'two keys', 'two keys')).toEqual({})
  })
})

describe('waits of the sandbox carrier', () => {
  it('offers the one in force even when it is none of the usual ones', () => {
    expect(delayChoices(sandboxWords, 0)).toHaveLength(DELAYS.length)
    expect(delayChoices(sandboxWords, 3_000).map((choice) => choice.label)).toContain('After 3 seconds')
  })
})
