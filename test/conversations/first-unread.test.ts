import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_UNREAD, firstUnread } from '../../src/main/conversations/first-unread.ts'
import { withSteadyPlan } from '../../src/main/store/statement.ts'
import { numberedId, putConversations, putMessages, type GivenMessage } from '../messages/rows.ts'
import { openTestDesk } from '../support/open-store.ts'

test('the first unread message is found past whatever was written here in between', async () => {
  const { db, store } = await openTestDesk()
  const [one = ''] = putConversations(db, ['+46701740605'])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('inbound' as const, 'outbound' as const), { maxLength: 12 }),
      fc.nat(14),
      async (directions, unread) => {
        db.exec('DELETE FROM messages')
        const messages = directions.map((direction, at): GivenMessage => ({ id: numberedId(at), conversationId: one, direction, at }))
        putMessages(db, messages)
        db.prepare('UPDATE conversations SET unread = ? WHERE id = ?').run(unread, one)
        const inbound = messages.filter(({ direction }) => direction === 'inbound')
        const expected = unread === 0 ? null : (inbound[inbound.length - unread]?.id ?? null)
        expect((await store.conversations.get({ id: one })).firstUnreadId).toBe(expected)
      },
    ),
    { numRuns: 150 },
  )
})

test('it is found by the index of the conversation', async () => {
  const { db } = await openTestDesk()
  const plan = db
    .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${withSteadyPlan(FIRST_UNREAD)}`)
    .all({ id: 'c', unread: 1 })
    .map(({ detail }) => detail)
  expect(plan).toEqual(['SEARCH messages USING INDEX messages_by_conversation (conversation_id=?)'])
  expect(firstUnread(db, { id: 'c', unread: 3 })).toBeNull()
})
