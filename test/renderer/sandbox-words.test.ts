import { describe, expect, test } from 'vitest'
import { capabilitiesOf } from '../../src/main/providers/capabilities.ts'
import { createProviders } from '../../src/main/providers/registry.ts'
import { CARRIER_NUMBER, GOOD_DAY } from '../../src/main/sandbox/carrier/carrier.ts'
import { CARRIER_PROTOCOLS } from '../../src/main/sandbox/carrier/protocols/index.ts'
import {
  accountsWithCustomers,
  ANSWERS,
  carrierName,
  errorGroups,
  isGoodDay,
  PRACTICE_NUMBER,
  practiceNumber,
  practices,
  sandboxAccounts,
  waysOf,
} from '../../src/renderer/settings/sandbox-words.ts'
import type { Account } from '../../src/shared/contract/accounts.ts'
import { sandboxBehaviour } from '../../src/shared/contract/desk.ts'

const registry = createProviders({ sandboxAddress: () => null })
const PROVIDERS = registry.list().map(({ descriptor }) => descriptor)
const PROTOCOLS = CARRIER_PROTOCOLS.map(({ id, errors }) => ({ provider: id, name: registry.get(id).descriptor.name, errors: [...errors] }))

/** An account as the host lists it. */
function account(id: string, provider: string, config: Record<string, string> = {}): Account {
  const adapter = registry.get(provider)
  return {
    id,
    name: id,
    provider,
    providerName: adapter.descriptor.name,
    config,
    secretsSet: {},
    status: 'active',
    pause: null,
    hookPath: `/hooks/${id}/k`,
    waiting: 0,
    rate: null,
    rateIsDefault: true,
    sender: '',
    capabilities: capabilitiesOf(adapter, config),
    createdAt: 1,
  }
}

const FIRST = account('First', 'sandbox')
const KONNECT = account('Konnect', 'sandbox', { protocol: 'konnect' })
const KARIX = account('Karix', 'sandbox', { protocol: 'karix', sender: 'CLINIC' })
const SECOND_KARIX = account('Karix again', 'sandbox', { protocol: 'karix' })
const REAL = account('Front desk', 'connectel', { sender: 'Clinic' })

describe('providers to practise with', () => {
  test('are those that the carrier speaks, with the accounts that practise each', () => {
    const list = practices(PROVIDERS, [FIRST, REAL, KARIX, SECOND_KARIX])
    expect(list.map(({ provider, name, accounts }) => [provider, name, accounts.map(({ id }) => id)])).toEqual([
      ['konnect', 'Kirusa Konnect', []],
      ['connectel', 'Connectel', ['First']],
      ['karix', 'Karix', ['Karix', 'Karix again']],
      ['kpn', 'KPN', []],
      ['okroute', 'OKRoute', []],
    ])
    for (const { summary } of list) expect(summary).toMatch(/\.$/)
  })

  test('are none where the host knows no sandbox', () => {
    const real = PROVIDERS.filter(({ id }) => id !== 'sandbox')
    expect(practices(real, [FIRST])).toEqual([])
  })

  test('real accounts are never among those that stay on this computer', () => {
    expect(sandboxAccounts([FIRST, REAL, KARIX])).toEqual([FIRST, KARIX])
  })
})

describe('the provider that sentences name', () => {
  test.each([
    [REAL, 'Connectel'],
    [FIRST, 'Connectel'],
    [KONNECT, 'Kirusa Konnect'],
    [KARIX, 'Karix'],
    [account('Newer', 'sandbox', { protocol: 'fax' }), 'Sandbox'],
  ])('of $id is %s', (of, name) => {
    expect(carrierName(of, PROVIDERS)).toBe(name)
  })

  test('is that of the account while the providers are not known', () => {
    expect(carrierName(KARIX, [])).toBe('Sandbox')
  })
})

describe('customers of the sandbox', () => {
  test('turn to accounts through which the desk hears of them', () => {
    expect(accountsWithCustomers([KARIX, REAL, FIRST, KONNECT]).map(({ id }) => id)).toEqual(['First', 'Konnect'])
    expect([waysOf(FIRST), waysOf(KONNECT), waysOf({ capabilities: null })]).toEqual([
      { texts: true, calls: false },
      { texts: false, calls: true },
      { texts: false, calls: false },
    ])
  })

  test('call the carrier’s own number where the sender is a name', () => {
    expect(PRACTICE_NUMBER).toBe(`+${CARRIER_NUMBER}`)
    expect([practiceNumber(KONNECT), practiceNumber(KARIX)]).toEqual([PRACTICE_NUMBER, PRACTICE_NUMBER])
  })

  test.each(['46701740605', '+46701740605', ' +46701740605 '])('call the sender where it is a number: “%s”', (sender) => {
    expect(practiceNumber({ config: { sender } })).toBe('+46701740605')
  })
})

describe('documented errors', () => {
  const list = practices(PROVIDERS, [FIRST, KARIX])

  test('are offered for the providers that are practised', () => {
    const groups = errorGroups(PROTOCOLS, list, null)
    expect(groups.map(({ group }) => group)).toContain('Karix')
    expect(groups.map(({ group }) => group)).not.toContain('KPN')
    const keys = groups.flatMap(({ items }) => items.map(({ value }) => value))
    expect(keys).not.toEqual([])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('the one in force is always among them', () => {
    const key = PROTOCOLS.find(({ provider }) => provider === 'okroute')?.errors[0]?.key ?? ''
    expect(key).toMatch(/^okroute\//)
    expect(errorGroups(PROTOCOLS, list, key).some(({ items }) => items.some(({ value }) => value === key))).toBe(true)
    expect(errorGroups(PROTOCOLS, list, null).some(({ items }) => items.some(({ value }) => value === key))).toBe(false)
  })
})

describe('a good day', () => {
  test('is what the carrier starts with', () => {
    expect(isGoodDay(GOOD_DAY)).toBe(true)
  })

  test.each([
    { answer: 'busy' },
    { error: 'karix/-106' },
    { receipt: 'none' },
    { receiptCopies: 2 },
    { receiptBeforeAnswer: true },
    { receiptOrder: 'swapped' },
  ] as const)('is over with %o', (change) => {
    expect(isGoodDay({ ...GOOD_DAY, ...change })).toBe(false)
  })

  test('every answer of the carrier has its words, once', () => {
    expect([...ANSWERS].toSorted()).toEqual(sandboxBehaviour.shape.answer.options.toSorted())
  })
})
