import { expect, test } from 'vitest'
import { conversationOperations } from '../../src/main/conversations/operations.ts'
import { receiveMissedCall } from '../../src/main/listener/missed-calls.ts'
import { receiveInbound } from '../../src/main/messages/transitions.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { listDatabase } from './list-desk.ts'

const MAJA = '+46701740605'

function text(db: Db, key: string, at: number) {
  return receiveInbound(db, { accountId: 'a', reading: { key, from: MAJA, to: '1', text: key }, defaultCountry: 'SE', at })
}

test.for(['text', 'missed call'])('a %s brings an archived conversation back, unread', (what) => {
  const db = listDatabase(['a'])
  const { conversationId: id } = text(db, 'first', 1)
  conversationOperations.archive(db, { id })
  if (what === 'text') text(db, 'second', 2)
  else receiveMissedCall(db, { accountId: 'a', reading: { key: 'call', from: MAJA, to: '1', at: null }, defaultCountry: 'SE', at: 2 })
  expect(conversationOperations.get(db, { id })).toMatchObject({ archived: false, unread: 1, unanswered: true, lastAt: 2 })
  expect(conversationOperations.countUnread(db)).toBe(1)
})

test('what came in before the archiving is undone counts besides', () => {
  const db = listDatabase(['a'])
  const { conversationId: id } = text(db, 'first', 1)
  text(db, 'second', 2)
  const was = conversationOperations.archive(db, { id })
  text(db, 'third', 3)
  expect(conversationOperations.unarchive(db, { id, was })).toEqual({ unread: 3, changed: true })
})

test('a text that is told of again does not bring back what was archived since', () => {
  const db = listDatabase(['a'])
  const { conversationId: id } = text(db, 'first', 1)
  conversationOperations.archive(db, { id })
  expect(text(db, 'first', 2).verdict).toBe('duplicate')
  expect(conversationOperations.get(db, { id })).toMatchObject({ archived: true, unread: 0 })
})
