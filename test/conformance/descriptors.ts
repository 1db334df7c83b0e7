import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedConfig, withDefaults } from '../../src/main/accounts/form.ts'
import { capabilitiesOf } from '../../src/main/providers/capabilities.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import type { AccountField } from '../../src/shared/providers/descriptor.ts'
import { providerCapabilities, providerDescriptor } from '../../src/shared/providers/descriptor.ts'

const NO_LINE = { request: () => Promise.reject(new Error('nothing is to be sent')), close: () => Promise.resolve() }

/** What the account form, the composer and the desk rely on, for any adapter. */
export function describeDescriptor(adapter: ProviderAdapter): void {
  const { descriptor } = adapter
  const { configFields, secretFields, hookAddresses, presets } = descriptor
  const fields = [...configFields, ...secretFields]

  describe(`the descriptor of ${descriptor.id}`, () => {
    test('has the shape of one', () => {
      expect(providerDescriptor.parse(structuredClone(descriptor))).toEqual(descriptor)
      expect(descriptor.id).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(descriptor.name.trim()).not.toBe('')
      expect(descriptor.summary).toMatch(/^\S.*\.$/)
    })

    test('names each field once', () => {
      const keys = fields.map(({ key }) => key)
      expect(keys).toEqual([...new Set(keys)])
      for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z0-9]{0,63}$/)
    })

    test.each(fields.map((field) => [field.key, field] as const))('“%s” has a label, help and a default that fits', (_key, field) => {
      expect(field.label.trim()).not.toBe('')
      expect(field.help).toMatch(/^\S/)
      expectFieldFits(field)
    })

    test('keeps secrets out of the configuration', () => {
      expect(configFields.filter(({ key }) => /secret|password|token$|apikey/i.test(key))).toEqual([])
    })

    test('says where to put each hook address', () => {
      for (const { label, instructions, suffix } of hookAddresses) {
        expect([label.trim(), instructions.trim()]).not.toContain('')
        expect(instructions).toMatch(/\.$/)
        expect(suffix).toMatch(/^(?:\?.+)?$/)
      }
    })

    test('has addresses to hand over exactly where something comes back', () => {
      const { receiptsByHook, inbound, missedCalls } = descriptor.capabilities
      const presetsBring = presets.some(({ config }) => {
        const can = capabilitiesOf(adapter, withDefaults(descriptor, config))
        return can.receiptsByHook || can.inbound
      })
      // The sandbox's carrier knows the address by itself.
      if (descriptor.id === 'sandbox') expect(hookAddresses).toEqual([])
      else if (hookAddresses.length === 0)
        expect([receiptsByHook, inbound, missedCalls, presetsBring]).toEqual([false, false, false, false])
      else expect(hookAddresses.length).toBeGreaterThan(0)
    })

    test('defaults are no problem of the form', () => {
      const problems = adapter.checkConfig(withDefaults(descriptor, {}))
      const withDefault = new Set(configFields.filter(({ defaultValue }) => defaultValue !== undefined).map(({ key }) => key))
      expect(Object.keys(problems).filter((key) => withDefault.has(key))).toEqual([])
    })

    test('problems and warnings are about fields of the form, as sentences', () => {
      const keys = configFields.map(({ key }) => key)
      const awful = Object.fromEntries(keys.map((key) => [key, '\u0000 “’ not this one '.repeat(20)]))
      for (const config of [{}, awful, withDefaults(descriptor, {})]) {
        for (const found of [adapter.checkConfig(config), adapter.warnConfig?.(config) ?? {}]) {
          expect(Object.keys(found).filter((key) => !keys.includes(key))).toEqual([])
          for (const sentence of Object.values(found)) expect(sentence).toMatch(/^\S[\s\S]*\S$/)
        }
      }
    })

    test.each(presets.map((preset) => [preset.id, preset] as const))(
      'the preset “%s” fills a form that needs no more than a sender',
      (_id, { config, name, summary }) => {
        expect([name.trim(), summary.trim()]).not.toContain('')
        expect(() => checkedConfig(adapter, { ...config, sender: 'Bistro' })).not.toThrow()
      },
    )

    test('any configuration has capabilities that agree with what the adapter can', () => {
      fc.assert(
        fc.property(configsOf(configFields), (config) => {
          expect(capabilityProblems(adapter, config)).toEqual([])
          expect(capabilityProblems(adapter, withDefaults(descriptor, config))).toEqual([])
        }),
        { numRuns: 300 },
      )
      for (const { config } of [...presets, { config: {} }])
        expect(capabilityProblems(adapter, withDefaults(descriptor, config))).toEqual([])
    })

    test('what the adapter can is offered to some account', () => {
      const choices = configFields.flatMap(({ key, options = [] }) => options.map(({ value }) => ({ [key]: value })))
      const all = [{}, sampleConfig(configFields), { callerId: '12025550100' }, ...choices].map((config) =>
        capabilitiesOf(adapter, withDefaults(descriptor, config)),
      )
      expect(all.some(({ batchSize }) => batchSize > 1)).toBe(adapter.sendBatch !== null)
      expect(all.some(({ statusQuery }) => statusQuery)).toBe(adapter.queryStatus !== null)
      expect(all.some(({ voiceCode }) => voiceCode !== null)).toBe(adapter.callWithCode !== undefined)
      expect(descriptor.capabilities).toEqual(capabilitiesOf(adapter, withDefaults(descriptor, {})))
    })

    test('any configuration and text are looked at without a fault', () => {
      fc.assert(
        fc.property(configsOf(configFields), fc.string({ unit: 'binary' }), fc.string(), (config, text, to) => {
          adapter.warnConfig?.(config)
          const problems = [
            adapter.checkMessage({ to: '+46701740605', text }, config),
            adapter.checkMessage({ to, text }, config),
            adapter.checkVoiceCode?.({ to, digits: text }, config) ?? null,
          ]
          for (const problem of problems) if (problem !== null) expect(problem.message).toMatch(/\S/)
          expect(typeof adapter.senderOf(config)).toBe('string')
          for (const sentence of Object.values(adapter.checkConfig(config))) expect(typeof sentence).toBe('string')
          const blocked = adapter.blockedUntil?.(config, 'bulk', 1_772_000_000_000) ?? null
          if (blocked !== null) expect(blocked).toBeGreaterThan(1_772_000_000_000)
        }),
        { numRuns: 300 },
      )
    })

    test('the test button sends nothing where it says that it cannot test for free', async () => {
      if (descriptor.capabilities.freeConnectionTest) return
      const secrets = Object.fromEntries(secretFields.map(({ key }) => [key, 'something']))
      const config = withDefaults(descriptor, { ...presets[0]?.config, ...sampleConfig(configFields) })
      const answer = await adapter.testConnection({ id: 'account', config, secrets }, { http: NO_LINE, now: () => 0 })
      expect(answer).toMatchObject({ ok: false, code: 'no_free_test', message: expect.stringMatching(/\.$/) })
    })
  })
}

function expectFieldFits({ kind, options, defaultValue, required }: AccountField): void {
  if (kind === 'choice') expect((options ?? []).length).toBeGreaterThan(1)
  else expect(options).toBeUndefined()
  const values = (options ?? []).map(({ value }) => value)
  expect(values).toEqual([...new Set(values)])
  if (kind === 'choice') expect(values).toContain(defaultValue)
  // What has a default need not be entered.
  if (required) expect(defaultValue).toBeUndefined()
}

/** What does not agree; empty where all does. */
function capabilityProblems(adapter: ProviderAdapter, config: Readonly<Record<string, string>>): string[] {
  const can = capabilitiesOf(adapter, config)
  const digits = can.voiceCode ?? { minDigits: 1, maxDigits: 1 }
  const found: ReadonlyArray<readonly [wrong: boolean, problem: string]> = [
    [!providerCapabilities.safeParse(can).success, 'these are no capabilities'],
    [can.batchSize > 1 && adapter.sendBatch === null, 'it takes lists and cannot send one'],
    [can.statusQuery && adapter.queryStatus === null, 'it can be asked and cannot ask'],
    [can.voiceCode !== null && adapter.callWithCode === undefined, 'it speaks codes and cannot call'],
    [can.voiceCode !== null && adapter.checkVoiceCode === undefined, 'it speaks codes and does not look at them'],
    [digits.minDigits > digits.maxDigits, 'no code has so many digits'],
  ]
  return found.flatMap(([wrong, problem]) => (wrong ? [problem] : []))
}

/** Some value for each field that must be filled in. */
function sampleConfig(fields: readonly AccountField[]): Record<string, string> {
  const samples = { text: '12025550100', url: 'https://gateway.example/api', sender: 'Bistro', choice: '', time: '09:00', lines: '' }
  return Object.fromEntries(fields.filter(({ required }) => required).map(({ key, kind }) => [key, samples[kind]]))
}

function configsOf(fields: readonly AccountField[]): fc.Arbitrary<Record<string, string>> {
  const value = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'https://a.example/',
      'http://127.0.0.1:9/api?x=1',
      'Bistro',
      '+46701740600',
      'yes',
      '21:00',
      '0',
      '[',
      '{{text}}',
      '="',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      ...fields.flatMap(({ options, defaultValue }) => [defaultValue ?? '', ...(options ?? []).map((option) => option.value)]),
    ),
  )
  return fc.dictionary(fc.constantFrom(...fields.map(({ key }) => key), '__proto__', 'other'), value, { maxKeys: fields.length })
}
