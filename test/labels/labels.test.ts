import { expect, test } from 'vitest'
import { conversationOperations } from '../../src/main/conversations/operations.ts'
import { labelOperations } from '../../src/main/labels/operations.ts'
import { newId } from '../../src/main/store/new-id.ts'
import { listDatabase } from '../conversations/list-desk.ts'
import { KARL, MAJA, refusal, startWaitingDesk } from '../messages/waiting-desk.ts'

test('labels are made, renamed, moved and deleted; conversations keep their order', async () => {
  const { desk, sendOne } = await startWaitingDesk()
  const { conversationId } = await sendOne({ to: [MAJA] })
  const tyres = await desk.labels.create({ name: ' Winter  tyres ', colour: 'blue' })
  const invoice = await desk.labels.create({ name: 'Invoice', colour: 'red' })
  expect(tyres).toMatchObject({ name: 'Winter tyres', colour: 'blue', conversations: 0 })
  await desk.labels.set({ labelId: invoice.id, conversationId, on: true })
  expect(await desk.labels.set({ labelId: tyres.id, conversationId, on: true })).toEqual({ labelIds: [tyres.id, invoice.id] })
  await desk.labels.move({ id: tyres.id, by: 5 })
  expect((await desk.labels.list()).map(({ name, conversations }) => [name, conversations])).toEqual([
    ['Invoice', 1],
    ['Winter tyres', 1],
  ])
  expect(await desk.conversations.get({ id: conversationId })).toMatchObject({ labelIds: [invoice.id, tyres.id] })
  expect(await desk.labels.update({ id: invoice.id, name: 'INVOICE', colour: 'green' })).toMatchObject({ name: 'INVOICE', colour: 'green' })
  expect(await desk.labels.remove({ id: invoice.id })).toEqual({ removed: true })
  expect(await desk.labels.remove({ id: invoice.id })).toEqual({ removed: false })
  expect(await desk.conversations.get({ id: conversationId })).toMatchObject({ labelIds: [tyres.id] })
  expect(await desk.labels.create({ name: 'Invoice', colour: 'grey' }), 'its name is free').toMatchObject({ name: 'Invoice' })
})

test('what cannot be is refused in words', async () => {
  const { desk, sendOne } = await startWaitingDesk()
  const { conversationId } = await sendOne({ to: [KARL] })
  const nothing = newId()
  const label = await desk.labels.create({ name: 'Call back', colour: 'teal' })
  const other = await desk.labels.create({ name: 'Other', colour: 'teal' })
  await expect(desk.labels.create({ name: 'CALL BACK', colour: 'red' })).rejects.toMatchObject(refusal('label_name_taken', /“Call back”/))
  await expect(desk.labels.update({ id: other.id, name: 'call back', colour: 'red' })).rejects.toMatchObject(
    refusal('label_name_taken', /./),
  )
  await expect(desk.labels.create({ name: '\u0007', colour: 'red' })).rejects.toMatchObject(refusal('label_name_empty'))
  await expect(desk.labels.update({ id: nothing, name: 'X', colour: 'red' })).rejects.toMatchObject(refusal('label_not_found'))
  await expect(desk.labels.move({ id: nothing, by: 1 })).rejects.toMatchObject(refusal('label_not_found'))
  await expect(desk.labels.set({ labelId: nothing, conversationId, on: true })).rejects.toMatchObject(refusal('label_not_found'))
  await expect(desk.labels.set({ labelId: label.id, conversationId: nothing, on: true })).rejects.toMatchObject(
    refusal('conversation_not_found'),
  )
})

test('a conversation has 20 labels at most, a desk 100', async () => {
  const { desk, sendOne } = await startWaitingDesk()
  const { conversationId } = await sendOne({ to: [KARL] })
  const ids: string[] = []
  for (let at = 0; at < 100; at += 1) ids.push((await desk.labels.create({ name: `Label ${at}`, colour: 'grey' })).id)
  await expect(desk.labels.create({ name: 'One more', colour: 'grey' })).rejects.toMatchObject(refusal('labels_too_many', /^There are 100/))
  for (const labelId of ids.slice(0, 20)) await desk.labels.set({ labelId, conversationId, on: true })
  await expect(desk.labels.set({ labelId: ids[20] ?? '', conversationId, on: true })).rejects.toMatchObject(
    refusal('conversation_labels_too_many', /20 labels/),
  )
})

test('the removal of a label from many conversations goes on where it was cut off', async () => {
  const db = listDatabase(['a'])
  const id = newId()
  labelOperations.create(db, { id, name: 'Everybody', colour: 'grey', now: 1 })
  const add = db.prepare(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', ?, 1)`)
  const label = db.prepare('INSERT INTO conversation_labels (conversation_id, label_id) VALUES (?, ?)')
  db.transaction(() => {
    for (let at = 0; at < 2_500; at += 1) {
      const conversation = newId()
      add.run(conversation, `+4670${1_000_000 + at}`, at)
      label.run(conversation, id)
    }
  })()
  expect(labelOperations.list(db)).toMatchObject([{ conversations: 2_500 }])
  labelOperations.remove(db, { id })
  expect(labelOperations.list(db)).toEqual([])

  let turns = 0
  const cutOff = labelOperations.finish(
    db,
    {},
    {
      yield() {
        turns += 1
        return turns === 2 ? Promise.reject(new Error('cut off')) : Promise.resolve()
      },
    },
  )
  await expect(cutOff).rejects.toThrow('cut off')
  const left = () => db.prepare('SELECT count(*) FROM conversation_labels').pluck().get()
  expect(left()).toBe(500)
  expect(await labelOperations.finish(db, {}, { yield: () => Promise.resolve() })).toBe(1)
  expect([
    left(),
    db.prepare('SELECT count(*) FROM label_lists').pluck().get(),
    db.prepare('SELECT count(*) FROM labels').pluck().get(),
  ]).toEqual([0, 0, 0])
  expect(db.prepare('SELECT sum(labelled) FROM conversations').pluck().get()).toBe(0)
  expect(conversationOperations.list(db, { filter: 'all', before: null, limit: 5 }).conversations).toHaveLength(5)
})
