import { expect, test } from 'vitest'
import { noteOperations } from '../../src/main/notes/operations.ts'
import { LIST_NOTES } from '../../src/main/notes/operations.ts'
import { withSteadyPlan } from '../../src/main/store/statement.ts'
import { numberedId, putConversations } from '../messages/rows.ts'
import { refusal, startWaitingDesk } from '../messages/waiting-desk.ts'
import { openTestDesk } from '../support/open-store.ts'

test('a note is added, changed, deleted and put back where it was, and each of it is told', async () => {
  const { desk, clock, sendOne, app } = await startWaitingDesk()
  const { conversationId } = await sendOne()
  const told: string[] = []
  app.events.subscribe((event) => {
    if (event.kind === 'changed')
      told.push(...event.changes.filter(({ topic }) => topic === 'notes').map((change) => change.conversationId ?? ''))
  })
  const note = await desk.notes.add({ conversationId, text: '  Prefers mornings  ' })
  expect(note).toMatchObject({ conversationId, text: 'Prefers mornings', createdAt: clock.now(), updatedAt: clock.now() })
  await clock.advance(60_000)
  const edited = await desk.notes.edit({ id: note.id, text: 'Prefers evenings' })
  expect(edited).toEqual({ ...note, text: 'Prefers evenings', updatedAt: clock.now() })
  expect(await desk.notes.remove({ id: note.id })).toEqual(edited)
  expect((await desk.notes.list({ conversationId })).notes).toEqual([])
  expect(await desk.notes.restore(edited)).toEqual(edited)
  expect(await desk.notes.restore({ ...edited, text: 'Something else' })).toEqual(edited)
  expect((await desk.notes.list({ conversationId })).notes).toEqual([edited])
  await clock.advance(1_000)
  expect(told).toContain(conversationId)
  // Never sent: the one text of this desk is the one that was sent.
  expect((await desk.messages.list({ conversationId, limit: 10 })).messages).toHaveLength(1)
})

test('what is not there is refused in words', async () => {
  const { desk } = await startWaitingDesk()
  const id = numberedId(1)
  await expect(desk.notes.add({ conversationId: id, text: 'Hello' })).rejects.toMatchObject(refusal('conversation_not_found'))
  await expect(desk.notes.edit({ id, text: 'Hello' })).rejects.toMatchObject(refusal('note_not_found'))
  await expect(desk.notes.remove({ id })).rejects.toMatchObject(refusal('note_not_found'))
  await expect(desk.notes.restore({ id, conversationId: id, text: 'Hello', createdAt: 1, updatedAt: 1 })).rejects.toMatchObject(
    refusal('conversation_not_found'),
  )
})

test('notes of a stretch of time are read from their index, oldest first', async () => {
  const { db } = await openTestDesk()
  const [one = '', other = ''] = putConversations(db, ['+46701740605', '+46701740606'])
  const at = (conversationId: string, now: number) => noteOperations.add(db, { conversationId, text: `At ${now}`, now })
  const notes = [5, 1, 3, 9].map((now) => at(one, now))
  at(other, 4)
  const list = (from: number, until: number) =>
    noteOperations.list(db, { conversationId: one, from, until }).map(({ createdAt }) => createdAt)
  expect(notes).toHaveLength(4)
  expect(list(0, 100)).toEqual([1, 3, 5, 9])
  expect(list(3, 5)).toEqual([3, 5])
  const plan = db
    .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${withSteadyPlan(LIST_NOTES)}`)
    .all({ conversationId: 'c', from: 0, until: 1 })
    .map(({ detail }) => detail)
  expect(plan).toEqual([
    'SEARCH conversation_notes USING INDEX conversation_notes_by_conversation (conversation_id=? AND created_at>? AND created_at<?)',
  ])
})
