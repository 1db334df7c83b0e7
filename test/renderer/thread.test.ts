import { describe, expect, test } from 'vitest'
import { statusWords, waitingSentence } from '../../src/renderer/inbox/thread/statusWords.ts'
import { threadItems } from '../../src/renderer/inbox/thread/threadItems.ts'
import type { Message } from '../../src/shared/contract/messages.ts'

const NOON = new Date(2026, 10, 21, 12, 0).getTime()
const MINUTE = 60_000
const DAY = 86_400_000

let made = 0
function message(over: Partial<Message>): Message {
  made += 1
  const createdAt = over.createdAt ?? NOON
  return {
    id: `message-${made}`,
    conversationId: 'conversation',
    accountId: 'account',
    accountName: 'Garage',
    direction: 'outbound',
    to: '+46701740605',
    from: 'Garage',
    text: 'Your car is ready.',
    status: 'delivered',
    parts: 1,
    providerRefs: [],
    error: null,
    notBefore: null,
    createdAt,
    sentAt: null,
    statusAt: createdAt,
    leftUnconfirmed: false,
    ...over,
  }
}

/** A thread in few words: "day", "new 2", or the text with "(" and ")" where a group starts and ends. */
function drawn(newestFirst: Message[], unread = 0): string[] {
  return threadItems(newestFirst, unread).map((item) => {
    if (item.kind === 'day') return 'day'
    if (item.kind === 'new') return `new ${item.count}`
    return `${item.startsGroup ? '(' : ''}${item.message.text}${item.endsGroup ? ')' : ''}`
  })
}

describe('a thread', () => {
  test('is drawn oldest first with a line before each day', () => {
    expect(
      drawn([
        message({ text: 'c', createdAt: NOON }),
        message({ text: 'b', createdAt: NOON - DAY }),
        message({ text: 'a', createdAt: NOON - DAY - MINUTE }),
      ]),
    ).toEqual(['day', '(a', 'b)', 'day', '(c)'])
  })

  test('keeps together what one side said within five minutes', () => {
    expect(
      drawn([
        message({ text: 'd', createdAt: NOON }),
        message({ text: 'c', createdAt: NOON - 6 * MINUTE }),
        message({ text: 'b', createdAt: NOON - 7 * MINUTE, direction: 'inbound' }),
        message({ text: 'a', createdAt: NOON - 8 * MINUTE, direction: 'inbound' }),
      ]),
    ).toEqual(['day', '(a', 'b)', '(c)', '(d)'])
  })

  test('keeps two accounts apart', () => {
    expect(drawn([message({ text: 'b', accountId: 'other' }), message({ text: 'a' })])).toEqual(['day', '(a)', '(b)'])
  })

  test('draws the line "new" above the texts that had not been seen, counting only the other side', () => {
    const messages = [
      message({ text: 'd', direction: 'inbound', createdAt: NOON }),
      message({ text: 'c', createdAt: NOON - MINUTE }),
      message({ text: 'b', direction: 'inbound', createdAt: NOON - 2 * MINUTE }),
      message({ text: 'a', direction: 'inbound', createdAt: NOON - 3 * MINUTE }),
    ]
    expect(drawn(messages, 2)).toEqual(['day', '(a)', 'new 2', '(b)', '(c)', '(d)'])
    expect(drawn(messages, 0)).not.toContain('new 0')
  })

  test('has no line "new" while the first unseen text is on an earlier page', () => {
    expect(drawn([message({ text: 'a', direction: 'inbound' })], 5)).toEqual(['day', '(a)'])
  })

  test('of nothing is nothing', () => {
    expect(drawn([], 3)).toEqual([])
  })
})

describe('the status of a text', () => {
  test('is a word, with a mark that only repeats it', () => {
    expect(statusWords(message({ status: 'delivered', statusAt: NOON + 5 * MINUTE }), NOON + 6 * MINUTE, 'en-GB')).toEqual({
      words: 'delivered 12:05',
      mark: '✓✓',
      tone: 'ok',
    })
    expect(statusWords(message({ status: 'sent' }), NOON).words).toBe('sent')
    expect(statusWords(message({ status: 'failed' }), NOON)).toMatchObject({ words: 'not sent', mark: '!' })
    expect(statusWords(message({ status: 'unconfirmed' }), NOON)).toMatchObject({ mark: '?', tone: 'ask' })
  })

  test('says the day when delivery came on another one', () => {
    const late = message({ createdAt: NOON - 2 * DAY, statusAt: NOON - DAY })
    expect(statusWords(late, NOON, 'en-GB').words).toBe('delivered yesterday 12:00')
  })

  test('says that a person left an unconfirmed text as it is', () => {
    expect(statusWords(message({ status: 'unconfirmed', leftUnconfirmed: true }), NOON)).toMatchObject({
      words: 'unconfirmed, left as it is',
      tone: 'plain',
    })
  })

  test('says when a scheduled text goes out', () => {
    expect(statusWords(message({ status: 'queued', notBefore: NOON + DAY }), NOON, 'en-GB').words).toBe('goes out tomorrow 12:00')
    expect(statusWords(message({ status: 'queued', notBefore: NOON + MINUTE }), NOON, 'en-GB').words).toBe('goes out at 12:01')
    expect(statusWords(message({ status: 'queued', notBefore: NOON - MINUTE }), NOON).words).toBe('waiting')
  })
})

describe('why a text waits', () => {
  const busy = { code: 'busy', message: 'KPN is too busy right now.' }

  test('is the reason, and when it is tried again', () => {
    expect(waitingSentence(message({ status: 'queued', error: busy, notBefore: NOON + 4 * MINUTE }), NOON, 'en-GB')).toBe(
      'KPN is too busy right now. It is tried again at 12:04.',
    )
    expect(waitingSentence(message({ status: 'queued', error: busy }), NOON)).toBe('KPN is too busy right now.')
  })

  test('is nothing when its turn comes at once, or it waits no more', () => {
    expect(waitingSentence(message({ status: 'queued' }), NOON)).toBeNull()
    expect(waitingSentence(message({ status: 'sent', error: busy }), NOON)).toBeNull()
  })
})
