import { describe, expect, test } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHookNews } from '../../src/main/listener/hook-news.ts'
import { PARKED_DAYS, pruneHooks, UNREADABLE_DAYS } from '../../src/main/listener/prune.ts'
import { startHookRetention } from '../../src/main/listener/retention.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import type { HookVerdict } from '../../src/shared/contract/hooks.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { startJournalDesk } from './journal-desk.ts'

const DAY = 24 * 3_600_000
const NOW = Date.UTC(2026, 5, 1)

describe('old hooks', () => {
  test('go once they are older than the days set, but for those that are still needed', async () => {
    const desk = await startJournalDesk()
    const ages = [1, 6, 8, 29, 31, 89, 91]
    const verdicts: HookVerdict[] = ['pending', 'applied', 'duplicate', 'unknown_message', 'rejected', 'unreadable']
    const given = verdicts.flatMap((verdict) => ages.map((age) => ({ verdict, receivedAt: NOW - age * DAY, age })))
    const ids = desk.putHooks(given)
    given.forEach(({ verdict }, index) => {
      if (verdict !== 'unknown_message') return
      desk.db
        .prepare(`INSERT INTO parked_receipts (hook_id, account_id, ref, reading) VALUES (?, ?, ?, '[]')`)
        .run(ids[index], desk.accountId, `R${index}`)
    })
    const kept = () => {
      const there = new Set(desk.hooks().map(({ id }) => id))
      return Object.fromEntries(
        verdicts.map((verdict) => [
          verdict,
          given.flatMap((hook, index) => (hook.verdict === verdict && there.has(ids[index] ?? '') ? [hook.age] : [])),
        ]),
      )
    }

    expect(await desk.store.hookJournal.prune({ days: 0, now: NOW })).toEqual({ removed: 0 })
    expect(await desk.store.hookJournal.prune({ days: 30, now: NOW })).toEqual({ removed: 13 })
    expect(kept()).toEqual({
      pending: ages,
      applied: [1, 6, 8, 29],
      duplicate: [1, 6, 8, 29],
      unknown_message: [1, 6, 8, 29],
      rejected: [1, 6, 8, 29],
      unreadable: [1, 6, 8, 29, 31, 89],
    })
    expect(UNREADABLE_DAYS).toBe(90)

    await desk.store.hookJournal.prune({ days: 1, now: NOW + 1 })
    expect(PARKED_DAYS).toBe(7)
    expect(kept()).toEqual({
      pending: ages,
      applied: [],
      duplicate: [],
      unknown_message: [1, 6],
      rejected: [],
      unreadable: [1, 6, 8, 29, 31, 89],
    })
    expect(desk.parked()).toBe(2)
  })

  test('go in turns, and what they led to stays', async () => {
    const desk = await startJournalDesk()
    const messageId = desk.putMessage('R1')
    desk.putHooks(Array.from({ length: 450 }, (_, index) => ({ verdict: 'applied' as const, receivedAt: index })))
    desk.db.prepare('UPDATE hooks SET message_id = ?').run(messageId)
    expect(await desk.store.hookJournal.prune({ days: 30, now: NOW })).toEqual({ removed: 450 })
    expect([desk.hooks(), desk.statusOf(messageId)]).toEqual([[], 'sent'])
  })

  test('stay when the desk stops in the middle, and others get their turn before', async () => {
    const desk = await startJournalDesk()
    desk.putHooks(Array.from({ length: 450 }, (_, index) => ({ verdict: 'applied' as const, receivedAt: index })))
    let turns = 0
    const context = {
      progress: () => undefined,
      get cancelled() {
        return turns === 2
      },
      yield: () => Promise.resolve(void (turns += 1)),
    }
    expect(await pruneHooks(desk.db, { days: 30, now: NOW }, context)).toEqual({ removed: 400 })
    expect(desk.hooks()).toHaveLength(50)
  })
})

describe('forgetting', () => {
  async function startRetention() {
    const desk = await startJournalDesk()
    const clock = createFakeClock(NOW)
    const events = createEventHub(clock)
    const settings = { ...TEST_SETTINGS, hookRetentionDays: 30 }
    const log = memoryLog()
    const retention = startHookRetention({ store: desk.store, settings: { get: () => Promise.resolve(settings) }, events, clock, log })
    return { ...desk, clock, hub: events, settings, log, retention }
  }

  test('happens after the start, every day, and when the setting changes; the screens are told', async () => {
    const desk = await startRetention()
    const told: DeskEvent[] = []
    desk.hub.subscribe((event) => void told.push(event))
    desk.putHooks([10, 29.5, 40].map((age) => ({ verdict: 'applied' as const, receivedAt: NOW - age * DAY })))
    await desk.clock.advance(59_000)
    expect(desk.hooks()).toHaveLength(3)
    await desk.clock.advance(1_000)
    await expect.poll(() => desk.hooks()).toHaveLength(2)
    await desk.clock.advance(DAY)
    await expect.poll(() => desk.hooks()).toHaveLength(1)
    expect(told).toContainEqual({ kind: 'changed', changes: [{ topic: 'hooks' }] })

    desk.settings.hookRetentionDays = 7
    desk.hub.changed({ topic: 'settings' })
    await desk.clock.advance(100)
    await expect.poll(() => desk.hooks()).toHaveLength(0)
    expect(desk.log.lines.map(({ event, fields }) => [event, fields])).toEqual([
      ['hooks.pruned', { removed: 1, days: 30 }],
      ['hooks.pruned', { removed: 1, days: 30 }],
      ['hooks.pruned', { removed: 1, days: 7 }],
    ])
    await desk.retention.stop()
  })

  test('ends with the desk, and a run that fails is logged', async () => {
    const desk = await startRetention()
    await desk.store.close()
    await desk.clock.advance(60_000)
    await expect.poll(() => desk.log.events()).toEqual(['hooks.not_pruned'])
    await desk.retention.stop()
    expect(desk.clock.pendingTimers).toBe(0)
  })
})

test('screens hear of any number of hooks once in a while, and of none after the listener has stopped', async () => {
  const clock = createFakeClock(NOW)
  const heard: string[] = []
  const news = createHookNews({
    events: { changed: (...changes) => void heard.push(...changes.map(({ topic }) => topic)) },
    setTimer: clock.setTimer,
  })
  for (let hook = 0; hook < 1_000; hook += 1) news.tell()
  expect([heard, clock.pendingTimers]).toEqual([[], 1])
  await clock.advance(500)
  expect([heard, clock.pendingTimers]).toEqual([['hooks'], 0])
  news.tell()
  news.stop()
  news.tell()
  await clock.advance(1_000)
  expect(heard).toEqual(['hooks'])
})
