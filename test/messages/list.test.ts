import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listMessages, listSql } from '../../src/main/messages/list-messages.ts'
import { withSteadyPlan } from '../../src/main/store/statement.ts'
import { comparePlaces, placeOf } from '../../src/shared/messages/place.ts'
import { openTestDesk } from '../support/open-store.ts'
import { numberedId, putConversations, putMessages, type GivenMessage } from './rows.ts'

const PEERS = ['+46701740605', '+46701740606']
const ALL = { to: null, status: null, before: null }

/** Two conversations whose messages share few instants, so that many have the same. */
async function givenHistory(count = 60) {
  const { db } = await openTestDesk()
  const [one = '', other = ''] = putConversations(db, PEERS)
  const messages = Array.from({ length: count }, (_, index): GivenMessage => {
    const scattered = (index * 7_919) % count
    return {
      id: numberedId(index),
      conversationId: index % 3 === 0 ? other : one,
      direction: index % 2 === 0 ? 'inbound' : 'outbound',
      at: 1_000 + Math.floor(scattered / 4),
    }
  })
  putMessages(db, messages)
  const inOrder = messages
    .filter(({ conversationId }) => conversationId === one)
    .map(({ id, at }) => ({ id, createdAt: at }))
    .toSorted(comparePlaces)
  return { db, one, other, inOrder, ids: inOrder.map(({ id }) => id) }
}

const idsOf = (messages: readonly { id: string }[]): string[] => messages.map(({ id }) => id).toReversed()

describe('a page of messages', () => {
  test('before, after and between two places is what a list of all of them has there', async () => {
    const { db, one, inOrder, ids } = await givenHistory()
    const index = fc.integer({ min: 0, max: inOrder.length - 1 })
    fc.assert(
      fc.property(fc.option(index), fc.option(index), fc.integer({ min: 1, max: 70 }), (after, before, limit) => {
        const [a, b] = [after === null ? -1 : after, before === null ? inOrder.length : before]
        const place = (at: number) => {
          const message = inOrder[at]
          return message === undefined ? null : placeOf(message)
        }
        const page = listMessages(db, { ...ALL, conversationId: one, after: place(a), before: place(b), limit })
        const between = ids.slice(a + 1, Math.max(a + 1, b))
        const expected = after === null ? between.slice(Math.max(0, between.length - limit)) : between.slice(0, limit)
        expect(idsOf(page.messages)).toEqual(expected)
        const [first, last] = [ids.indexOf(expected[0] ?? ''), ids.indexOf(expected.at(-1) ?? '')]
        if (expected.length === 0) return
        expect(page.next !== null).toBe(first > 0)
        expect(page.previous !== null).toBe(last < ids.length - 1)
      }),
      { numRuns: 300 },
    )
  })

  test('around a message or an instant holds it, with as many on either side as fit', async () => {
    const { db, one, inOrder, ids } = await givenHistory()
    const wanted = fc.oneof(
      fc.integer({ min: 0, max: inOrder.length - 1 }).map((at) => ({ around: { id: ids[at] ?? '' }, at })),
      fc.integer({ min: 995, max: 1_020 }).map((instant) => {
        const at = inOrder.findIndex(({ createdAt }) => createdAt >= instant)
        return { around: { at: instant }, at: at === -1 ? ids.length : at }
      }),
    )
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 60 }), ({ around, at }, limit) => {
        const page = listMessages(db, { ...ALL, conversationId: one, around, limit })
        const found = idsOf(page.messages)
        expect(page.target).toBe(ids[at] ?? null)
        expect(found.length).toBe(Math.min(limit, ids.length))
        const start = ids.indexOf(found[0] ?? '')
        expect(found).toEqual(ids.slice(start, start + found.length))
        if (page.target !== null) expect(found).toContain(page.target)
        const [earlier, later] = [at - start, start + found.length - at]
        const atAnEnd = start === 0 || start + found.length === ids.length
        if (!atAnEnd) expect(Math.abs(later - earlier)).toBeLessThanOrEqual(1)
        expect(page.next !== null).toBe(start > 0)
        expect(page.previous !== null).toBe(start + found.length < ids.length)
      }),
      { numRuns: 300 },
    )
  })

  test('leads through all of them, page by page, in both directions from anywhere', async () => {
    const { db, one, ids } = await givenHistory()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: ids.length - 1 }), fc.integer({ min: 1, max: 17 }), (at, limit) => {
        const first = listMessages(db, { ...ALL, conversationId: one, around: { id: ids[at] ?? '' }, limit })
        let walked = idsOf(first.messages)
        for (let next = first.next; next !== null && walked.length <= ids.length;) {
          const page = listMessages(db, { ...ALL, conversationId: one, before: next, limit })
          walked = [...idsOf(page.messages), ...walked]
          next = page.next
        }
        for (let previous = first.previous; previous !== null && walked.length <= ids.length;) {
          const page = listMessages(db, { ...ALL, conversationId: one, after: previous, limit })
          walked = [...walked, ...idsOf(page.messages)]
          previous = page.previous
        }
        expect(walked).toEqual(ids)
      }),
      { numRuns: 60 },
    )
  })

  test('around what is not there, or is said elsewhere, is refused', async () => {
    const { db, one, other, ids } = await givenHistory()
    const refused = expect.objectContaining({ code: 'message_not_found' })
    const at = (conversationId: string, id: string) => () => listMessages(db, { ...ALL, conversationId, around: { id }, limit: 5 })
    expect(at(one, numberedId(777))).toThrow(refused)
    expect(at(other, ids[0] ?? '')).toThrow(refused)
  })

  test('of a conversation without messages is empty', async () => {
    const { db } = await openTestDesk()
    const [empty = ''] = putConversations(db, PEERS)
    const nothing = { messages: [], next: null, previous: null, target: null }
    expect(listMessages(db, { ...ALL, conversationId: empty, limit: 5 })).toEqual(nothing)
    expect(listMessages(db, { ...ALL, conversationId: empty, around: { at: 5 }, limit: 5 })).toEqual(nothing)
  })
})

describe('every stretch of a conversation', () => {
  const stretches = [true, false].flatMap((newestFirst) => [
    { before: false, after: false, from: false, newestFirst },
    { before: true, after: false, from: false, newestFirst },
    { before: false, after: true, from: false, newestFirst },
    { before: true, after: true, from: false, newestFirst },
    { before: false, after: false, from: true, newestFirst },
  ])
  test.for(stretches)('is read from the index, without sorting: %o', async (stretch) => {
    const { db } = await openTestDesk()
    const { sql } = listSql({ conversationId: 'c', to: null, status: null, ...stretch })
    // Steps of subqueries belong to a step of their own.
    const plan = db
      .prepare<object, { detail: string; parent: number }>(`EXPLAIN QUERY PLAN ${withSteadyPlan(sql)}`)
      .all({ conversationId: 'c', to: null, status: null, beforeAt: 1, beforeId: '', afterAt: 1, afterId: '', limit: 1 })
      .filter(({ parent }) => parent === 0)
      .map(({ detail }) => detail)
    expect(plan[0]).toMatch(/^SEARCH m USING INDEX messages_by_conversation \(conversation_id=\?/)
    if (stretch.before) expect(plan[0]).toContain('(created_at,id)<(?,?)')
    if (stretch.after || stretch.from) expect(plan[0]).toContain('(created_at,id)>(?,?)')
    expect(plan.filter((detail) => /B-TREE|SCAN/.test(detail))).toEqual([])
  })
})
