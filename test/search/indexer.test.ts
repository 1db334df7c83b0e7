import { expect, test } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { startSearchIndexer } from '../../src/main/search/indexer.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { givenTexts } from './desk.ts'

test('texts go into the index when the desk opens, and once none came for a while', async () => {
  const desk = await givenTexts()
  const clock = createFakeClock(0)
  const events = createEventHub(clock)
  desk.put('there before')
  const indexer = startSearchIndexer({ store: desk.store, events, clock, log: memoryLog() })
  const indexed = () => desk.db.prepare('SELECT through FROM search_progress').pluck().get()
  await expect.poll(indexed).toBe(1)

  desk.put('came later')
  events.changed({ topic: 'messages' })
  await clock.advance(1_000)
  expect(indexed()).toBe(1)
  await clock.advance(2_100)
  await expect.poll(indexed).toBe(2)
  await indexer.stop()
  desk.put('after it was stopped')
  events.changed({ topic: 'messages' })
  await clock.advance(20_000)
  expect(indexed()).toBe(2)
})
