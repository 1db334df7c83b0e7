import { describe, expect, it } from 'vitest'
import { replyLength } from '../../src/renderer/accounts/reply-length.ts'
import { testProgress } from '../../src/renderer/accounts/test-text.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import type { TextRules } from '../../src/shared/providers/text-rules.ts'
import { speechIn } from '../renderer/speech.ts'

const { words: messageWords, times } = await speechIn('en', 'en-GB')
const words = createWords(await loadCatalog('en'), 'accountTexts', 'en-GB')

const AT = Date.UTC(2026, 10, 19, 9, 41)

function message(status: MessageStatus, more: Partial<Message> = {}): Message {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    kind: 'text',
    conversationId: '0198c0de-0000-7000-8000-000000000002',
    accountId: '0198c0de-0000-7000-8000-000000000003',
    accountName: 'Front desk',
    direction: 'outbound',
    automatic: null,
    consent: null,
    to: '+12025550143',
    from: '12025550100',
    text: 'Test from SMS Desk',
    status,
    parts: 1,
    providerRefs: [],
    canBeAskedAbout: false,
    error: null,
    notBefore: null,
    hold: null,
    schedule: null,
    providerKeepsUntil: null,
    validUntil: null,
    priority: 'reply',
    failedOverFrom: null,
    createdAt: AT,
    sentAt: null,
    statusAt: AT,
    leftUnconfirmed: false,
    ...more,
  }
}

const active = { status: 'active', pause: null } as const
const silent = { receiptsByHook: false, statusQuery: false }
const telling = { receiptsByHook: true, statusQuery: false }

function progress(sent: Message, account: Parameters<typeof testProgress>[5] = active, can = telling) {
  return testProgress(words, messageWords, times, 'Konnect', sent, account, can, AT)
}

describe('a test text', () => {
  it('is over once it arrived', () => {
    expect(progress(message('delivered'))).toMatchObject({ tone: 'ok', isFinal: true, canBeTakenBack: false })
  })

  it('is waited for while the provider will tell more, and no longer where it tells nothing', () => {
    expect(progress(message('sent'))).toMatchObject({ status: 'sent', isFinal: false })
    expect(progress(message('sent'), active, { receiptsByHook: false, statusQuery: true })).toMatchObject({ isFinal: false })
    const told = progress(message('sent'), active, silent)
    expect(told).toMatchObject({ tone: 'ok', isFinal: true })
    expect(told.detail).toContain('your phone shows whether it arrived')
  })

  const failures = ['failed', 'undelivered', 'expired', 'unconfirmed'] as const
  it.each(failures)('%s is over, with the reason in words', (status) => {
    const told = progress(message(status, { error: { code: 'sender_refused', message: 'Konnect does not know this sender.' } }))
    expect(told).toMatchObject({
      detail: expect.stringMatching(/^Konnect does not know this sender\./u),
      isFinal: true,
      canBeTakenBack: false,
    })
  })

  it('says what to do where it is not known whether it went out, even without a reason', () => {
    expect(progress(message('unconfirmed'))).toMatchObject({ tone: 'ask', detail: expect.stringContaining('Your phone shows it.') })
    const reason = { code: 'connection_ended', message: 'It may have been sent or not.' }
    expect(progress(message('unconfirmed', { error: reason })).detail).toBe('It may have been sent or not. Your phone shows it.')
  })

  it('that waits can be taken back, and says why it waits', () => {
    expect(progress(message('queued'))).toMatchObject({ status: 'waiting', detail: '', canBeTakenBack: true, isFinal: false })
    const pause = { code: 'account_credentials', message: 'The token is wrong.', at: AT }
    expect(progress(message('queued'), { ...active, status: 'paused', pause })).toMatchObject({
      tone: 'warn',
      detail: 'The token is wrong.',
    })
    const refused = message('queued', { error: { code: 'rate_limited', message: 'Konnect asks to wait.' } })
    expect(progress(refused, { ...active, status: 'paused', pause }).detail).toBe('Konnect asks to wait.')
  })

  it('that is on its way says so and no more', () => {
    expect(progress(message('sending'))).toMatchObject({ status: 'sending…', detail: '', isFinal: false, canBeTakenBack: false })
  })

  it('that was taken back was not sent', () => {
    expect(progress(message('cancelled'))).toMatchObject({
      status: 'cancelled',
      detail: 'It was not sent and costs nothing.',
      isFinal: true,
      canBeTakenBack: false,
    })
  })
})

describe('the text that answers a missed call', () => {
  const one: TextRules = { maxUnits: 160, maxParts: 1, partsNote: null }
  const many: TextRules = { maxUnits: 800, maxParts: null, partsNote: null }
  const count = (text: string, rules: TextRules = one) => replyLength(words, text, rules, 'Konnect')

  it('is counted against the one part there is, in whichever alphabet it needs', () => {
    expect(count('a'.repeat(57))).toEqual({ count: '57 of 160', problem: null })
    expect(count('€'.repeat(10)).count).toBe('20 of 160')
    expect(count('“Soon”')).toEqual({ count: '6 of 70', problem: null })
    expect(count('')).toEqual({ count: '0 of 160', problem: null })
  })

  it('says why it is too long, and by how much', () => {
    expect(count('a'.repeat(160)).problem).toBeNull()
    expect(count('€'.repeat(81)).problem).toContain('Shorten it by 2')
    expect(count(`“${'a'.repeat(70)}`).problem).toContain('“')
  })

  it('is counted in characters and parts where there may be several', () => {
    expect(count('a'.repeat(161), many)).toEqual({ count: '161 characters · 2 parts', problem: null })
    expect(count('a'.repeat(801), many).problem).toContain('Shorten it by 1')
  })
})
