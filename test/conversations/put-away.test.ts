import { expect, test } from 'vitest'
import { KARL, MAJA, refusal, startWaitingDesk, type WaitingDesk } from '../messages/waiting-desk.ts'

/** A desk with a conversation with Maja and one with Karl, the latest. */
async function twoConversations() {
  const test = await startWaitingDesk()
  const maja = (await test.sendOne({ to: [MAJA] })).conversationId
  await test.clock.advance(1_000)
  const karl = (await test.sendOne({ to: [KARL], text: 'Your table is free.' })).conversationId
  return { ...test, maja, karl }
}

async function idsOf(test: WaitingDesk, filter: 'all' | 'archived' | 'unread' = 'all'): Promise<string[]> {
  return (await test.desk.conversations.list({ filter, limit: 10 })).conversations.map(({ id }) => id)
}

test('a pinned conversation stands on top below those pinned before, and back in its place without the pin', async () => {
  const test = await twoConversations()
  const { desk, maja, karl } = test
  expect(await idsOf(test)).toEqual([karl, maja])
  await desk.conversations.pin({ id: maja })
  expect(await idsOf(test)).toEqual([maja, karl])
  await desk.conversations.pin({ id: karl })
  expect(await idsOf(test), 'in the order they were pinned').toEqual([maja, karl])
  await test.sendOne({ to: [KARL], text: 'Are you coming?' })
  expect(await idsOf(test), 'whatever happens in them').toEqual([maja, karl])
  await desk.conversations.unpin({ id: maja })
  expect(await idsOf(test)).toEqual([karl, maja])
})

test('50 conversations are pinned at most, and one that is stays so', async () => {
  const test = await startWaitingDesk()
  const numbers = Array.from({ length: 51 }, (_, index) => `+467017${String(40_000 + index)}`)
  const sent = await test.send({ to: numbers })
  const ids = sent.map(({ conversationId }) => conversationId)
  for (const id of ids.slice(0, 50)) await test.desk.conversations.pin({ id })
  await expect(test.desk.conversations.pin({ id: ids[50] ?? '' })).rejects.toMatchObject(refusal('pinned_too_many', /^50 conversations/))
  const { pinnedAt } = await test.desk.conversations.get({ id: ids[0] ?? '' })
  expect(await test.desk.conversations.pin({ id: ids[0] ?? '' })).toEqual({ pinnedAt })
  const { conversations } = await test.desk.conversations.list({ filter: 'all', limit: 1 })
  expect(conversations.map(({ id }) => id)).toEqual(ids)
})

test('an archived conversation is in Archived only, read and off the top, and undoing brings all of it back', async () => {
  const test = await twoConversations()
  const { desk, maja, karl } = test
  await desk.conversations.pin({ id: maja })
  await desk.conversations.markUnread({ id: maja })
  expect((await desk.desk.status()).counts.unread).toBe(1)
  const was = await desk.conversations.archive({ id: maja })
  expect(was).toEqual({ unread: 1, pinnedAt: expect.any(Number) })
  expect(await idsOf(test)).toEqual([karl])
  expect(await idsOf(test, 'unread')).toEqual([])
  expect(await idsOf(test, 'archived')).toEqual([maja])
  expect((await desk.desk.status()).counts.unread).toBe(0)
  expect(await desk.conversations.archive({ id: maja }), 'once more says nothing new').toEqual({ unread: 0, pinnedAt: null })
  expect(await desk.conversations.unarchive({ id: maja, was })).toEqual({ unread: 1 })
  expect(await idsOf(test)).toEqual([maja, karl])
  expect(await desk.conversations.get({ id: maja })).toMatchObject({ archived: false, unread: 1, pinnedAt: was.pinnedAt })
})

const BACK: readonly [what: string, does: (test: Awaited<ReturnType<typeof twoConversations>>) => Promise<unknown>][] = [
  ['a clerk writes in it', (test) => test.sendOne({ to: [MAJA], text: 'One more thing.' })],
  ['it is marked unread', (test) => test.desk.conversations.markUnread({ id: test.maja })],
  ['it is pinned', (test) => test.desk.conversations.pin({ id: test.maja })],
]

test.for(BACK)('an archived conversation comes back when %s', async ([, does]) => {
  const test = await twoConversations()
  await test.desk.conversations.archive({ id: test.maja })
  await does(test)
  expect(await idsOf(test)).toContain(test.maja)
  expect(await idsOf(test, 'archived')).toEqual([])
})

test('a text to many at once leaves what is archived in the archive', async () => {
  const test = await twoConversations()
  await test.desk.conversations.archive({ id: test.maja })
  await test.send({ to: [MAJA, KARL], text: 'We are closed on Monday.' })
  expect(await idsOf(test, 'archived')).toEqual([test.maja])
  expect(await idsOf(test)).toEqual([test.karl])
})

test('windows are told of the conversation that was put away', async () => {
  const test = await twoConversations()
  const stop = new AbortController()
  await test.clock.advance(1_000)
  const events = await test.desk.desk.events(undefined, { signal: stop.signal })
  await test.desk.conversations.archive({ id: test.maja })
  await test.clock.advance(1_000)
  const first = await events.next()
  stop.abort()
  expect(first.value).toEqual({
    kind: 'changed',
    changes: expect.arrayContaining([{ topic: 'conversations', conversationId: test.maja }, { topic: 'desk' }]),
  })
})

test('a conversation that is not there is refused in words', async () => {
  const { desk } = await startWaitingDesk()
  const nobody = { id: '0190a000-0000-7000-8000-000000000009' }
  for (const call of [desk.conversations.pin, desk.conversations.unpin, desk.conversations.archive, desk.conversations.unarchive]) {
    await expect(call(nobody)).rejects.toMatchObject(refusal('conversation_not_found'))
  }
})
