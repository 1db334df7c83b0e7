import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createTimes } from '../../src/renderer/language/times.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { callWords, earlierCodes, lengthWords, typingProblem } from '../../src/renderer/voice-code/codes.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { ProviderCapabilities } from '../../src/shared/providers/descriptor.ts'

const catalog = await loadCatalog('en')
const codeWords = createWords(catalog, 'voiceCode', 'en-GB')
const messageWords = createWords(catalog, 'messages', 'en-GB')
const times = createTimes(createWords(catalog, 'times', 'en-GB'), 'en-GB')

const NOW = new Date(2026, 10, 22, 14, 5).getTime()

const CALL: Message = {
  id: 'call',
  kind: 'voice_code',
  conversationId: 'c',
  accountId: 'a',
  accountName: 'Front desk',
  direction: 'outbound',
  automatic: null,
  consent: null,
  to: '+46701740605',
  from: '46701740600',
  text: '482193',
  status: 'queued',
  parts: 0,
  providerRefs: [],
  canBeAskedAbout: false,
  error: null,
  notBefore: null,
  hold: null,
  schedule: null,
  providerKeepsUntil: null,
  validUntil: NOW + 600_000,
  priority: 'reply',
  failedOverFrom: null,
  createdAt: NOW,
  sentAt: null,
  statusAt: NOW,
  leftUnconfirmed: false,
}

const CAPABILITIES: ProviderCapabilities = {
  text: { maxUnits: 160, maxParts: 1, partsNote: null },
  recipients: null,
  receiptsByHook: true,
  statusQuery: false,
  inbound: false,
  missedCalls: true,
  voiceCode: null,
  providerSchedule: null,
  batchSize: 1,
  defaultRate: null,
  freeConnectionTest: false,
}

const able = (minDigits: number, maxDigits: number) => ({
  providerName: 'Kirusa Konnect',
  capabilities: { ...CAPABILITIES, voiceCode: { minDigits, maxDigits } },
})

describe('what became of a call', () => {
  test.each([
    ['queued', 'waiting'],
    ['sending', 'calling…'],
    ['sent', 'called'],
    ['delivered', 'answered 14:05'],
    ['undelivered', 'not answered'],
    ['failed', 'not called'],
    ['expired', 'not answered'],
    ['cancelled', 'cancelled'],
    ['unconfirmed', 'unconfirmed'],
  ] as const)('%s: “%s”', (status, words) => {
    expect(callWords(codeWords, messageWords, times, { ...CALL, status }, NOW).words).toBe(words)
  })

  test('one that came too late was never made', () => {
    const error = { code: 'lapsed', message: 'Its time had passed.' }
    expect(callWords(codeWords, messageWords, times, { ...CALL, status: 'expired', error }, NOW).words).toBe(
      'not called, its time had passed',
    )
  })
})

describe('a code while it is typed', () => {
  test.each([
    ['', null],
    ['48', null],
    ['4 8-2', null],
    ['4821', null],
    ['48a', 'A code is made of digits only.'],
    ['48219348219', 'Kirusa Konnect speaks codes of 4 to 10 digits.'],
  ])('“%s”: %s', (digits, problem) => {
    expect(typingProblem(codeWords, digits, able(4, 10))).toBe(problem)
  })

  test('says how long it may be', () => {
    expect([
      lengthWords(codeWords, able(4, 10)),
      lengthWords(codeWords, able(6, 6)),
      lengthWords(codeWords, { capabilities: null }),
    ]).toEqual(['4 to 10 digits', '6 digits', null])
  })
})

test('codes called before are the calls alone, without the one that is shown, and not too many', () => {
  const messages: Message[] = [
    { ...CALL, id: '5' },
    { ...CALL, id: '4', kind: 'text', text: 'Hello' },
    { ...CALL, id: '3', kind: 'missed_call', direction: 'inbound' },
    { ...CALL, id: '2' },
    { ...CALL, id: '1' },
    { ...CALL, id: '0' },
  ]
  expect(earlierCodes(messages, '5', 2).map(({ id }) => id)).toEqual(['2', '1'])
  expect(earlierCodes(messages, null, 9).map(({ id }) => id)).toEqual(['5', '2', '1', '0'])
})
