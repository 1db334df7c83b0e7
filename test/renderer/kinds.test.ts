import { describe, expect, test } from 'vitest'
import { statusWords } from '../../src/renderer/inbox/thread/statusWords.ts'
import { threadItems } from '../../src/renderer/inbox/thread/threadItems.ts'
import { rowWords } from '../../src/renderer/outbox/message-words.ts'
import { isStaleCode, rowActions } from '../../src/renderer/outbox/views.ts'
import type { OutboxMessage } from '../../src/shared/contract/outbox.ts'
import { outboxSpeechIn, speechIn } from './speech.ts'

const { words, times } = await speechIn('en', 'en-GB')

const NOON = new Date(2026, 10, 21, 12).getTime()
const MINUTE = 60_000
const CONTEXT = { now: NOON, accountPaused: false }
const english = await outboxSpeechIn('en', 'en-GB')

function message(over: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: 'message',
    kind: 'text',
    providerKeepsUntil: null,
    conversationId: 'conversation',
    accountId: 'account',
    accountName: 'Garage',
    direction: 'outbound',
    automatic: null,
    consent: null,
    to: '+46701740605',
    from: 'Garage',
    text: 'Your car is ready.',
    status: 'sent',
    parts: 1,
    providerRefs: [],
    canBeAskedAbout: false,
    error: null,
    notBefore: null,
    hold: null,
    schedule: null,
    validUntil: null,
    priority: 'reply',
    failedOverFrom: null,
    createdAt: NOON,
    sentAt: null,
    statusAt: NOON,
    leftUnconfirmed: false,
    recipientName: null,
    ...over,
  }
}

describe('a text that its provider keeps', () => {
  const kept = message({ providerKeepsUntil: NOON + 60 * MINUTE })

  test('names who keeps it until when, and that it cannot be taken back', () => {
    expect(statusWords(words, times, kept, NOON, 'Karix').words).toBe('kept by Karix until 13:00, cannot be taken back')
    expect(statusWords(words, times, kept, NOON).words).toMatch(/^kept by the provider until 13:00/)
  })

  test('is simply sent once its time has come', () => {
    expect(statusWords(words, times, kept, NOON + 60 * MINUTE, 'Karix').words).toBe('sent')
  })
})

test('a missed call between texts of the other side stands by itself', () => {
  const inbound = { direction: 'inbound', status: 'received' } as const
  const items = threadItems([
    message({ ...inbound, id: '1' }),
    message({ ...inbound, id: '2', kind: 'missed_call', text: '' }),
    message({ ...inbound, id: '3' }),
  ])
  const messages = items.filter((item) => item.kind === 'message')
  expect(messages.map(({ startsGroup, endsGroup }) => [startsGroup, endsGroup])).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ])
})

describe('a voice code in the Outbox', () => {
  const code = { kind: 'voice_code', text: '482193', validUntil: NOON + 10 * MINUTE } as const
  const lapsed = message({ ...code, validUntil: NOON - MINUTE, status: 'expired', error: { code: 'lapsed', message: 'Too late.' } })

  test('is called, not sent', () => {
    expect(rowWords(english, 'waiting', message({ ...code, status: 'sending' }), CONTEXT).words).toBe('being called now')
    expect(rowWords(english, 'failed', message({ ...code, status: 'failed' }), CONTEXT).words).toBe('not called, 12:00')
    expect(rowWords(english, 'failed', lapsed, CONTEXT)).toMatchObject({
      words: 'not called, 12:00',
      detail: 'its time had passed: not to be made after 11:59',
    })
  })

  test('is tried again for as long as it may still be spoken, and no longer', () => {
    expect(rowActions('failed', message({ ...code, status: 'failed' }), NOON).main).toBe('retry')
    expect([rowActions('failed', lapsed, NOON).main, isStaleCode(lapsed, NOON)]).toEqual([null, true])
    expect(isStaleCode(message({ status: 'expired', validUntil: NOON - MINUTE }), NOON)).toBe(false)
  })
})
