import { describe, expect, it } from 'vitest'
import { beginWith, configToSave, draftFor, hasOwnSettings, isFolded, isOwnValue, presetOf } from '../../src/renderer/accounts/form.ts'
import type { AccountField, ProviderDescriptor, ProviderPreset } from '../../src/shared/providers/descriptor.ts'

function field(key: string, more: Partial<AccountField> = {}): AccountField {
  return { key, label: key, help: '', required: false, kind: 'text', ...more }
}

const twilio: ProviderPreset = { id: 'twilio', name: 'Twilio', summary: '', config: { url: 'https://twilio.example', method: 'POST' } }
const vonage: ProviderPreset = {
  id: 'vonage',
  name: 'Vonage',
  summary: '',
  config: { url: 'https://vonage.example', body: '{}', gone: 'x' },
}

const provider: ProviderDescriptor = {
  id: 'generic',
  name: 'Another provider',
  summary: '',
  configFields: [field('url'), field('method', { kind: 'choice', defaultValue: 'POST' }), field('body', { kind: 'lines' })],
  secretFields: [field('password')],
  capabilities: {
    text: { maxUnits: null, maxParts: null, partsNote: null },
    recipients: null,
    receiptsByHook: false,
    statusQuery: false,
    inbound: false,
    missedCalls: false,
    voiceCode: null,
    providerSchedule: null,
    batchSize: 1,
    defaultRate: null,
    freeConnectionTest: false,
  },
  hookAddresses: [],
  presets: [twilio, vonage],
}

const empty = draftFor(provider)

describe('starting from a preset', () => {
  it('fills the form, with what is the default kept as the default', () => {
    expect(beginWith(provider, empty, twilio).config).toEqual({ url: 'https://twilio.example', method: '', body: '' })
  })

  it('keeps secrets that were typed', () => {
    const typed = { ...empty, secrets: { password: 's3cret' } }
    expect(beginWith(provider, typed, vonage).secrets).toEqual({ password: 's3cret' })
    expect(beginWith(provider, beginWith(provider, typed, vonage), null).secrets).toEqual({ password: 's3cret' })
  })

  it('leaves nothing of another preset, and takes no field that the form does not have', () => {
    const second = beginWith(provider, beginWith(provider, empty, vonage), twilio)
    expect(second.config).toEqual({ url: 'https://twilio.example', method: '', body: '' })
    expect(beginWith(provider, empty, vonage).config).not.toHaveProperty('gone')
  })

  it('names the account after it, unless the person has', () => {
    expect(beginWith(provider, empty, twilio).name).toBe('Twilio')
    expect(beginWith(provider, beginWith(provider, empty, twilio), vonage).name).toBe('Vonage')
    expect(beginWith(provider, beginWith(provider, empty, twilio), null).name).toBe('Another provider')
    expect(beginWith(provider, { ...empty, name: 'Shop' }, twilio).name).toBe('Shop')
  })
})

describe('settings of one’s own', () => {
  it('are none in an empty form, nor in one as a preset filled it', () => {
    expect(hasOwnSettings(provider, empty)).toBe(false)
    expect(hasOwnSettings(provider, beginWith(provider, empty, twilio))).toBe(false)
    expect(hasOwnSettings(provider, { ...empty, config: { ...empty.config, url: '  ' } })).toBe(false)
  })

  it('are whatever was typed, on its own or into a preset', () => {
    const filled = beginWith(provider, empty, twilio)
    expect(hasOwnSettings(provider, { ...empty, config: { ...empty.config, url: 'https://own.example' } })).toBe(true)
    expect(hasOwnSettings(provider, { ...filled, config: { ...filled.config, body: 'x' } })).toBe(true)
  })
})

describe('a value that a person is to see again', () => {
  const [url = field('url'), method = field('method')] = provider.configFields

  it('is none of a preset’s, nor the default', () => {
    expect(isOwnValue(provider, url, 'https://own.example')).toBe(true)
    expect(isOwnValue(provider, url, ' https://vonage.example ')).toBe(false)
    expect(isOwnValue(provider, url, '')).toBe(false)
    expect(isOwnValue(provider, method, 'POST')).toBe(false)
    expect(isOwnValue(provider, method, 'GET')).toBe(true)
  })
})

describe('the preset that an account was begun with', () => {
  it('is known by what is left of it', () => {
    const saved = configToSave(beginWith(provider, empty, vonage))
    expect(presetOf(provider, { ...saved, gone: 'x' })?.id).toBe('vonage')
    expect(presetOf(provider, { ...saved, gone: 'x', body: 'of my own' })?.id).toBe('vonage')
  })

  it('is none where no more than half is left of it, nor in an empty form', () => {
    expect(presetOf(provider, { url: 'https://twilio.example', method: 'GET' })).toBeNull()
    expect(presetOf(provider, {})).toBeNull()
    expect(presetOf({ presets: [] }, { url: 'https://twilio.example' })).toBeNull()
  })

  it('leaves to be seen only what is needed and it cannot know', () => {
    const sender = field('sender', { required: true })
    const url = field('url', { required: true })
    expect([sender, url, field('body'), field('idPath')].map((each) => isFolded(each, twilio))).toEqual([false, true, true, true])
    expect([sender, url, field('body')].map((each) => isFolded(each, null))).toEqual([false, false, false])
    expect(isFolded(field('headers', { advanced: true }), null)).toBe(true)
  })
})
