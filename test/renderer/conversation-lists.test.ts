import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createConversationLists, LIST_PAGE } from '../../src/renderer/host/conversation-lists.ts'
import type { ListPages } from '../../src/renderer/host/list-changes.ts'
import { rowsOf } from '../../src/renderer/host/list-changes.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { startWaitingDesk } from '../messages/waiting-desk.ts'

const EVERYTHING = { filter: 'all' } as const

/** A window's list over a real desk with 300 conversations, read to its end, with the calls it makes counted. */
async function startList() {
  const test = await startWaitingDesk()
  const numbers = Array.from({ length: 300 }, (_, index) => `+4670174${String(1_000 + index)}`)
  for (const number of numbers) {
    await test.sendOne({ to: [number] })
    await test.clock.advance(1_000)
  }
  const calls = { list: 0, some: 0 }
  const conversations = {
    ...test.desk.conversations,
    list: (...input: Parameters<DeskClient['conversations']['list']>) => {
      calls.list += 1
      return test.desk.conversations.list(...input)
    },
    some: (...input: Parameters<DeskClient['conversations']['some']>) => {
      calls.some += 1
      return test.desk.conversations.some(...input)
    },
  }
  const client = { ...test.desk, conversations } as DeskClient
  const queries = createTanstackQueryUtils(client)
  const answers = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  const lists = createConversationLists(answers, queries, client)
  const options = queries.conversations.list.infiniteOptions({
    input: (before: string | undefined) => ({ ...EVERYTHING, before, limit: LIST_PAGE }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const observer = new InfiniteQueryObserver(answers, options)
  onTestFinished(observer.subscribe(() => undefined))
  await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true))
  while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage()
  calls.list = 0
  const rows = () => rowsOf(answers.getQueryData<ListPages>(options.queryKey) ?? { pages: [], pageParams: [] })
  const changed = (ids: readonly string[]) =>
    lists.take({ kind: 'changed', changes: ids.map((conversationId) => ({ topic: 'conversations', conversationId }) as const) })
  return { ...test, calls, lists, rows, changed }
}

test('a rush of texts asks once for the conversations that changed, and for no page, however many are loaded', async () => {
  const { sendOne, clock, calls, lists, rows, changed } = await startList()
  const last = rows().slice(-50)
  const sent: string[] = []
  for (const { peer } of last) {
    await clock.advance(1_000)
    sent.push((await sendOne({ to: [peer], text: 'Again.' })).conversationId)
  }
  for (const id of sent) changed([id])
  const wanted = last.map(({ id }) => id).toReversed()
  await vi.waitFor(
    () =>
      expect(
        rows()
          .slice(0, 50)
          .map(({ id }) => id),
      ).toEqual(wanted),
    { timeout: 10_000 },
  )
  expect(rows()).toHaveLength(300)
  expect(calls.list).toBe(0)
  expect(calls.some).toBeLessThanOrEqual(4)
  expect(lists.waiting(EVERYTHING)).toBe(0)
})

test('while the rows are held they show what is new where they are, and move when they are let go', async () => {
  const { sendOne, lists, rows, changed, clock, db } = await startList()
  lists.hold(EVERYTHING, true)
  const before = rows().map(({ id }) => id)
  const [third, fourth] = [rows()[2], rows()[3]]
  if (third === undefined || fourth === undefined) throw new Error('the list is empty')
  await clock.advance(1_000)
  await sendOne({ to: [third.peer], text: 'Again.' })
  db.prepare('UPDATE conversations SET unread = 4, last_at = last_at + 500000 WHERE id = ?').run(fourth.id)
  changed([third.id, fourth.id])
  await vi.waitFor(() => expect(rows()[3]).toMatchObject({ unread: 4 }), { timeout: 10_000 })
  expect(rows()[2]).toMatchObject({ lastMessage: { text: 'Again.' } })
  expect(rows().map(({ id }) => id)).toEqual(before)
  // Told of once more, they wait all the same.
  changed([third.id])
  lists.put({ ...fourth, unread: 5, lastAt: fourth.lastAt + 500_000 })
  expect(rows().map(({ id }) => id)).toEqual(before)
  lists.hold(EVERYTHING, false)
  expect(new Set([rows()[0]?.id, rows()[1]?.id])).toEqual(new Set([third.id, fourth.id]))
  expect(
    rows().find(({ id }) => id === fourth.id),
    'as it was told of last',
  ).toMatchObject({ unread: 5 })
  expect(rows()).toHaveLength(300)
})
