import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { concernsThread, createThreadPages, type AskForPage, type ThreadPages } from '../../src/renderer/inbox/thread/thread-pages.ts'
import { MOST_LOADED } from '../../src/renderer/inbox/thread/thread-window.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import { comparePlaces, placeOf, type Placed } from '../../src/shared/messages/place.ts'
import { numberedId } from '../messages/rows.ts'
import { aMessage } from './a-message.ts'

class Missing extends Error {}

function read(place: string): Placed {
  const [createdAt = '', id = ''] = place.split(':')
  return { createdAt: Number(createdAt), id }
}

/** A conversation as the host keeps it, in the plainest way: test/messages/list.test.ts holds the host to the same. */
function givenHost(count: number) {
  const host = { all: Array.from({ length: count }, (_, index) => aMessage(index)), asked: [] as Parameters<AskForPage>[0][], fails: false }
  const ask: AskForPage = async (input) => {
    host.asked.push(input)
    await Promise.resolve()
    if (host.fails) throw new Error('away')
    const { all } = host
    const answer = (from: number, until: number, target: string | null = null) => {
      const stretch = all.slice(Math.max(0, from), Math.max(0, until))
      const [first, last] = [stretch[0], stretch.at(-1)]
      return {
        messages: structuredClone(stretch).toReversed(),
        next: from > 0 && first !== undefined ? placeOf(first) : null,
        previous: until < all.length && last !== undefined ? placeOf(last) : null,
        target,
      }
    }
    const at = (test: (message: Message) => boolean): number => {
      const index = all.findIndex((message) => test(message))
      return index === -1 ? all.length : index
    }
    const { around, limit } = input
    if (around !== undefined) {
      const index = 'id' in around ? all.findIndex(({ id }) => id === around.id) : at(({ createdAt }) => createdAt >= around.at)
      if (index === -1) throw new Missing()
      const from = Math.max(0, Math.min(index - Math.floor(limit / 2), all.length - limit))
      return answer(from, Math.min(all.length, from + limit), all[index]?.id ?? null)
    }
    const after = input.after === undefined ? null : read(input.after)
    const before = input.before === undefined ? null : read(input.before)
    const from = after === null ? 0 : at((message) => comparePlaces(message, after) > 0)
    const until = before === null ? all.length : at((message) => comparePlaces(message, before) >= 0)
    return after === null ? answer(Math.max(0, until - limit), until) : answer(from, Math.min(until, from + limit))
  }
  const pages = createThreadPages(ask, { pause: () => Promise.resolve(), isMissing: (error) => error instanceof Missing })
  return { host, pages }
}

const numbersOf = (pages: ThreadPages): string[] => pages.loaded().messages.map(({ text }) => text)

/** What is loaded lies in the conversation without a gap, is bounded, and knows whether there is more on either side. */
function expectSound(pages: ThreadPages, all: readonly Message[]): void {
  const { messages, hasEarlier, hasLater } = pages.loaded()
  const from = all.findIndex(({ id }) => id === messages[0]?.id)
  expect(messages).toEqual(all.slice(from, from + messages.length))
  expect(messages.length).toBeLessThanOrEqual(MOST_LOADED)
  expect({ hasEarlier, hasLater }).toEqual({ hasEarlier: from > 0, hasLater: from + messages.length < all.length })
}

/** Lets rounds of asking again come to their end. */
async function untilQuiet(host: { asked: unknown[] }): Promise<void> {
  for (let before = -1; before !== host.asked.length;) {
    before = host.asked.length
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
  }
}

test('a thread is concerned only by its own messages, or by so many that no conversation is named', () => {
  const [own, other] = [numberedId(9_000), numberedId(9_001)]
  const changed = (conversationId?: string, topic: 'messages' | 'conversations' | 'outbox' = 'messages') =>
    concernsThread(
      { kind: 'changed', changes: [{ topic: 'desk' }, { topic, ...(conversationId === undefined ? {} : { conversationId }) }] },
      own,
    )
  expect(changed(own)).toBe(true)
  expect(changed()).toBe(true)
  expect(changed(other)).toBe(false)
  expect(changed(own, 'conversations')).toBe(false)
  expect(changed(undefined, 'outbox')).toBe(false)
  expect(concernsThread({ kind: 'inbound', what: 'text', conversationId: other, messageId: own }, own)).toBe(false)
  expect(concernsThread({ kind: 'startup' }, own)).toBe(true)
})

describe('what is loaded of a thread', () => {
  test('opens at its end, at a message, or on a day, with one question for the part and one for the latest', async () => {
    const { host, pages } = givenHost(5_000)
    await pages.open({ kind: 'latest' })
    expectSound(pages, host.all)
    expect(pages.loaded()).toMatchObject({ hasLater: false, jump: { target: null } })
    await pages.open({ kind: 'unread', id: numberedId(2_500) })
    expectSound(pages, host.all)
    expect(pages.loaded().jump.target).toBe(numberedId(2_500))
    expect(pages.loaded().latest[0]?.id).toBe(numberedId(4_999))
    await pages.open({ kind: 'instant', at: 1_000 })
    expect(pages.loaded().jump.target).toBe(numberedId(0))
    expect(host.asked).toHaveLength(5)
  })

  test('takes the latest page that was prepared, and asks again for what changed since', async () => {
    const { host, pages } = givenHost(200)
    pages.prepare()
    await pages.open({ kind: 'latest' })
    expectSound(pages, host.all)
    expect(host.asked).toHaveLength(1)

    const other = givenHost(200)
    other.pages.prepare()
    await untilQuiet(other.host)
    other.host.all.push(aMessage(200))
    other.pages.changed()
    await other.pages.open({ kind: 'latest' })
    await untilQuiet(other.host)
    expectSound(other.pages, other.host.all)
    expect(other.pages.loaded().hasLater).toBe(false)
  })

  test('asks again for what changed while it opened', async () => {
    const { host, pages } = givenHost(200)
    const opened = pages.open({ kind: 'latest' })
    // The host has read its answer, which has not come yet.
    await Promise.resolve()
    host.all.push(aMessage(200))
    pages.changed()
    await opened
    await untilQuiet(host)
    expectSound(pages, host.all)
    expect(pages.loaded().latest[0]?.id).toBe(numberedId(200))
  })

  test('is its end, and says so, where the message is not there any more', async () => {
    const { host, pages } = givenHost(200)
    await pages.open({ kind: 'message', id: numberedId(7_777) })
    expectSound(pages, host.all)
    expect(pages.loaded()).toMatchObject({ phase: 'open', hasLater: false, jump: { missing: true } })
  })

  test('stays bounded and without a gap, however far one goes in either direction', async () => {
    const step = fc.oneof(
      fc.constantFrom('earlier' as const, 'later' as const, 'arrives' as const, 'changes' as const, 'latest' as const),
      fc.nat(1_999),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { host, pages } = givenHost(2_000)
        await pages.open({ kind: 'latest' })
        for (const each of steps) {
          if (each === 'earlier') await pages.loadEarlier()
          else if (each === 'later') await pages.loadLater()
          else if (each === 'latest') await pages.open({ kind: 'latest' })
          else if (each === 'arrives') {
            host.all = [...host.all, aMessage(host.all.length)]
            pages.changed()
          } else if (each === 'changes') {
            const { messages } = pages.loaded()
            const one = messages[Math.floor(messages.length / 2)]
            host.all = host.all.map((message) => (message.id === one?.id ? { ...message, status: 'sent' } : message))
            pages.inView(one?.id ?? '', messages.at(-1)?.id ?? '')
            pages.changed()
          } else await pages.open({ kind: 'message', id: numberedId(each) })
          await untilQuiet(host)
          expectSound(pages, host.all)
        }
        expect(pages.loaded().phase).toBe('open')
      }),
      { numRuns: 60 },
    )
  })

  test('lets go of what is furthest, and finds it again on the way back', async () => {
    const { host, pages } = givenHost(2_000)
    await pages.open({ kind: 'latest' })
    for (let page = 0; page < 10; page += 1) {
      await pages.loadEarlier()
      expectSound(pages, host.all)
    }
    expect(pages.loaded()).toMatchObject({ hasEarlier: true, hasLater: true })
    for (let page = 0; page < 12; page += 1) {
      await pages.loadLater()
      expectSound(pages, host.all)
    }
    expect(pages.loaded()).toMatchObject({ hasEarlier: true, hasLater: false })
  })

  test('asks again only for what is drawn, and keeps every message that did not change', async () => {
    const { host, pages } = givenHost(1_000)
    await pages.open({ kind: 'latest' })
    for (let page = 0; page < 4; page += 1) await pages.loadEarlier()
    const before = pages.loaded().messages
    const [drawnFirst, drawnLast] = [before[100], before[119]]
    pages.inView(drawnFirst?.id ?? '', drawnLast?.id ?? '')
    host.all = host.all.map((message) => (message.id === before[110]?.id ? { ...message, status: 'undelivered' } : message))
    host.asked = []
    pages.changed()
    await untilQuiet(host)
    const after = pages.loaded().messages
    expect(after[110]?.status).toBe('undelivered')
    expect(after.filter((message, index) => message !== before[index])).toEqual([after[110]])
    expect(host.asked).toEqual([
      { after: placeOf(before[99] as Message), before: placeOf(before[120] as Message), limit: 120 },
      { limit: 20 },
    ])
  })

  test('asks for the rest once it is drawn', async () => {
    const { host, pages } = givenHost(300)
    await pages.open({ kind: 'latest' })
    await pages.loadEarlier()
    const { messages } = pages.loaded()
    pages.inView(messages[140]?.id ?? '', messages[150]?.id ?? '')
    host.all = host.all.map((message) => ({ ...message, status: 'sent' }))
    pages.changed()
    await untilQuiet(host)
    expect(pages.loaded().messages[10]?.status).toBe('delivered')
    pages.inView(messages[5]?.id ?? '', messages[20]?.id ?? '')
    await untilQuiet(host)
    expect(pages.loaded().messages[10]?.status).toBe('sent')
    host.asked = []
    pages.inView(messages[5]?.id ?? '', messages[20]?.id ?? '')
    await untilQuiet(host)
    expect(host.asked).toEqual([])
  })

  test('never asks twice at the same time, however much changes', async () => {
    const { host, pages } = givenHost(100)
    await pages.open({ kind: 'latest' })
    host.asked = []
    for (let burst = 0; burst < 500; burst += 1) pages.changed()
    await untilQuiet(host)
    expect(host.asked).toHaveLength(2)
  })

  test('joins what came at the end, also when it is more than a page', async () => {
    const { host, pages } = givenHost(100)
    await pages.open({ kind: 'latest' })
    host.all = Array.from({ length: 101 }, (_, index) => aMessage(index))
    pages.changed()
    await untilQuiet(host)
    expect(numbersOf(pages).at(-1)).toBe('Text 100')
    host.all = Array.from({ length: 900 }, (_, index) => aMessage(index))
    pages.changed()
    await untilQuiet(host)
    expectSound(pages, host.all)
    expect(pages.loaded().hasLater).toBe(true)
  })

  test('lets go of what was erased', async () => {
    const { host, pages } = givenHost(50)
    await pages.open({ kind: 'latest' })
    host.all = host.all.filter((_, index) => index < 40 || index > 44)
    pages.changed()
    await untilQuiet(host)
    expectSound(pages, host.all)
    expect(numbersOf(pages)).not.toContain('Text 42')
  })

  test('says what could not be loaded, and loads it when asked once more', async () => {
    const { host, pages } = givenHost(200)
    const heard = vi.fn<() => void>()
    pages.subscribe(heard)
    host.fails = true
    await pages.open({ kind: 'latest' })
    expect(pages.loaded()).toMatchObject({ phase: 'failed' })
    host.fails = false
    await pages.open({ kind: 'latest' })
    host.fails = true
    await pages.loadEarlier()
    expect(pages.loaded()).toMatchObject({ phase: 'open', trouble: 'earlier', loading: null })
    host.fails = false
    await pages.loadEarlier()
    expect(pages.loaded()).toMatchObject({ trouble: null })
    expectSound(pages, host.all)
    expect(heard).toHaveBeenCalled()
  })

  test('is not overtaken by an answer that was asked for before a jump', async () => {
    const { host, pages } = givenHost(3_000)
    await pages.open({ kind: 'latest' })
    const late = pages.loadEarlier()
    await pages.open({ kind: 'message', id: numberedId(10) })
    await late
    expectSound(pages, host.all)
    expect(pages.loaded().jump.target).toBe(numberedId(10))
  })
})
