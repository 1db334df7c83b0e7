import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, rowsOf, type ListPages } from '../../src/renderer/host/list-changes.ts'
import type { Conversation, ListedBy } from '../../src/shared/contract/conversations.ts'
import { byPlace, isListed } from '../../src/shared/conversations/lists.ts'

function conversation(id: string, lastAt: number, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    peer: '+46701740605',
    peerKind: 'number',
    name: null,
    contactId: null,
    unread: 0,
    lastAt,
    pinnedAt: null,
    archived: false,
    unanswered: false,
    failed: false,
    accountId: null,
    labelIds: [],
    draft: null,
    lastMessage: null,
    ...change,
  }
}

function pagesOf(rows: readonly Conversation[], size: number, hasMore: boolean): ListPages {
  const pages: ListPages['pages'] = []
  for (let from = 0; from < rows.length; from += size) pages.push({ conversations: rows.slice(from, from + size), next: 'next' })
  const last = pages.at(-1)
  if (last === undefined) return { pages: [{ conversations: [], next: null }], pageParams: [undefined] }
  last.next = hasMore ? 'next' : null
  return { pages, pageParams: pages.map(() => undefined) }
}

const ALL: ListedBy = { filter: 'all' }
const UNREAD: ListedBy = { filter: 'unread' }

const state = fc.record({
  lastAt: fc.nat(50),
  unread: fc.nat(1),
  archived: fc.boolean(),
  pinnedAt: fc.option(fc.nat(5), { freq: 5 }),
  labelIds: fc.constantFrom<string[][]>([], ['l']),
})
const ids = Array.from({ length: 12 }, (_, index) => `c${String(index).padStart(2, '0')}`)
const world = fc.tuple(...ids.map((id) => state.map((of) => conversation(id, of.lastAt, { ...of, unread: of.archived ? 0 : of.unread }))))
const lists = fc.record({
  filter: fc.constantFrom('all' as const, 'unread' as const, 'archived' as const),
  labelId: fc.constantFrom(undefined, 'l'),
})

describe('changes of a list that was read to its end', () => {
  test('leave it as if it had been read anew, whatever changed', () => {
    fc.assert(
      fc.property(world, world, fc.subarray(ids), lists, fc.integer({ min: 1, max: 5 }), (before, after, changedIds, by, size) => {
        const listed = before.filter((one) => isListed(one, by)).sort(byPlace)
        const changed = after.filter(({ id }) => changedIds.includes(id))
        const { data, waiting } = applyChanges(pagesOf(listed, size, false), changed, by, 'live')
        const now = before.map((one) => changed.find(({ id }) => id === one.id) ?? one)
        expect(rowsOf(data)).toEqual(now.filter((one) => isListed(one, by)).sort(byPlace))
        expect(waiting).toEqual([])
      }),
    )
  })

  test('wait while the rows are held, and then take the same places', () => {
    fc.assert(
      fc.property(world, world, fc.subarray(ids), lists, fc.integer({ min: 1, max: 5 }), (before, after, changedIds, by, size) => {
        const listed = before.filter((one) => isListed(one, by)).sort(byPlace)
        const changed = after.filter(({ id }) => changedIds.includes(id))
        const held = applyChanges(pagesOf(listed, size, false), changed, by, 'held')
        const kept = rowsOf(held.data).map(({ id }) => id)
        // No row has another above it than before.
        expect(kept).toEqual(listed.map(({ id }) => id).filter((id) => kept.includes(id)))
        const settled = applyChanges(held.data, held.waiting, by, 'settle')
        const now = before.map((one) => changed.find(({ id }) => id === one.id) ?? one)
        expect(rowsOf(settled.data)).toEqual(now.filter((one) => isListed(one, by)).sort(byPlace))
      }),
    )
  })
})

const ROWS = [conversation('e', 50), conversation('d', 40), conversation('c', 30), conversation('b', 20)]

test('where more pages follow, what is not read yet stays out, and what was read is never lost', () => {
  const data = pagesOf(ROWS, 2, true)
  const far = conversation('far', 5, { unread: 1 })
  expect(rowsOf(applyChanges(data, [far], ALL, 'live').data).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b'])
  const pinned = pagesOf([conversation('p', 5, { pinnedAt: 1 }), ...ROWS], 2, true)
  expect(rowsOf(applyChanges(pinned, [conversation('p', 5)], ALL, 'live').data).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'p'])
})

test('rows and pages that did not change are the same objects, so that nothing else is drawn anew', () => {
  const data = pagesOf(ROWS, 2, true)
  const after = applyChanges(data, [conversation('d', 40, { unread: 3 })], ALL, 'live').data
  expect(after.pages[1]).toBe(data.pages[1])
  expect(rowsOf(after)[0]).toBe(ROWS[0])
  expect(rowsOf(after)[1]).toMatchObject({ id: 'd', unread: 3 })
  expect(applyChanges(data, [conversation('far', 5)], ALL, 'live').data).toBe(data)
})

test('while held, what a person put away goes at once, and what was read meanwhile stays', () => {
  const data = pagesOf(
    ROWS.map((row) => ({ ...row, unread: 1 })),
    4,
    false,
  )
  const changed = [conversation('d', 40, { unread: 0 }), conversation('c', 30, { archived: true }), conversation('e', 60, { unread: 2 })]
  const { data: held, waiting } = applyChanges(data, changed, UNREAD, 'held')
  expect(rowsOf(held).map(({ id, unread }) => [id, unread])).toEqual([
    ['e', 2],
    ['d', 0],
    ['b', 1],
  ])
  expect(waiting.map(({ id }) => id)).toEqual(['e', 'd'])
})
