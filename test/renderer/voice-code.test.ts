import { describe, expect, test } from 'vitest'
import { keeperOf, keeperProblem } from '../../src/renderer/components/keeper.ts'
import { messageWords, spaced } from '../../src/renderer/components/message-text.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { accountsThatCall, codeProblem, newCode } from '../../src/renderer/voice-code/codes.ts'
import type { Account } from '../../src/shared/contract/accounts.ts'
import type { ProviderCapabilities } from '../../src/shared/providers/descriptor.ts'

const textWords = createWords(await loadCatalog('en'), 'messages', 'en-GB')
const timeWords = createWords(await loadCatalog('en'), 'chooseTime', 'en-GB')
const words = createWords(await loadCatalog('en'), 'voiceCode', 'en-GB')

const CAPABILITIES: ProviderCapabilities = {
  text: { maxUnits: 160, maxParts: 1, partsNote: null },
  recipients: null,
  receiptsByHook: true,
  statusQuery: false,
  inbound: false,
  missedCalls: true,
  voiceCode: { minDigits: 4, maxDigits: 8 },
  providerSchedule: null,
  batchSize: 1,
  defaultRate: null,
  freeConnectionTest: false,
}

const ACCOUNT: Account = {
  id: 'a',
  name: 'Front desk',
  provider: 'konnect',
  providerName: 'Kirusa Konnect',
  config: {},
  secretsSet: {},
  status: 'active',
  pause: null,
  hookPath: '/hooks/a/k',
  waiting: 0,
  rate: null,
  rateIsDefault: true,
  sender: '',
  capabilities: CAPABILITIES,
  createdAt: 1,
}

describe('a code to be spoken', () => {
  test.each([
    ['4821', null],
    ['482 193', null],
    ['48-21', null],
    ['', 'Enter the digits to be spoken.'],
    ['48a1', 'A code is made of digits only.'],
    ['٤٨٢١', 'A code is made of digits only.'],
    ['482', 'Kirusa Konnect speaks codes of 4 to 8 digits.'],
    ['482193482', 'Kirusa Konnect speaks codes of 4 to 8 digits.'],
  ])('“%s”: %s', (digits, problem) => {
    expect(codeProblem(words, digits, ACCOUNT)).toBe(problem)
  })

  test('made here is one the provider speaks, and no two are alike', () => {
    const codes = Array.from({ length: 200 }, () => newCode(ACCOUNT))
    for (const code of codes) expect([code.length, codeProblem(words, code, ACCOUNT)]).toEqual([6, null])
    expect(new Set(codes).size).toBeGreaterThan(190)
    const long = { capabilities: { ...CAPABILITIES, voiceCode: { minDigits: 8, maxDigits: 8 } } }
    expect(newCode(long)).toHaveLength(8)
  })

  test('is offered by accounts that can call, and by no others', () => {
    const silent = { ...ACCOUNT, id: 'b', capabilities: { ...CAPABILITIES, voiceCode: null } }
    expect(accountsThatCall([ACCOUNT, silent, { ...ACCOUNT, id: 'c', capabilities: null }])).toEqual([ACCOUNT])
  })

  test('is shown as it is spoken', () => {
    expect([spaced('4821'), spaced('482193'), spaced('48219301')]).toEqual(['4821', '482 193', '482 193 01'])
  })
})

test('a message without a text says what it is', () => {
  expect(messageWords(textWords, { kind: 'missed_call', direction: 'inbound', text: '' })).toBe('Missed call')
  expect(messageWords(textWords, { kind: 'voice_code', direction: 'outbound', text: '482193' })).toBe('Call with the code 482 193')
  expect(messageWords(textWords, { kind: 'text', direction: 'inbound', text: 'Hello' })).toBe('Hello')
  expect(messageWords(textWords, { kind: 'text', direction: 'inbound', text: '' })).toBeNull()
})

describe('a provider that keeps texts until their time', () => {
  const MINUTE = 60_000
  const DAY = 24 * 60 * MINUTE
  const keeper = keeperOf({
    providerName: 'Karix',
    capabilities: { ...CAPABILITIES, providerSchedule: { minAheadMinutes: 16, maxAheadDays: 89 } },
  })

  test('is known by its capabilities', () => {
    expect(keeper).toEqual({ name: 'Karix', least: 16 * MINUTE, most: 89 * DAY })
    expect([keeperOf(ACCOUNT), keeperOf(undefined), keeperOf({ providerName: 'Old', capabilities: null })]).toEqual([null, null, null])
  })

  test.each([
    [15 * MINUTE, 'Karix keeps texts that go out in 16 minutes or later.'],
    [16 * MINUTE, null],
    [89 * DAY, null],
    [90 * DAY, 'Karix keeps texts for 89 days at most.'],
  ])('%i ms ahead: %s', (ahead, problem) => {
    if (keeper === null) throw new Error('no keeper')
    expect(keeperProblem(timeWords, keeper, 1_000_000 + ahead, 1_000_000)).toBe(problem)
  })
})
