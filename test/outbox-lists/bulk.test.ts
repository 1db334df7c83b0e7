import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { CHUNK } from '../../src/main/outbox/bulk-operations.ts'
import type { Given } from './desk.ts'
import { HOUR, NOW, numberOf, put, putMany, startListDesk } from './desk.ts'

type Desk = Awaited<ReturnType<typeof startListDesk>>

const named = (desk: Desk, ...ids: string[]) =>
  ids.flatMap((id) => [
    { topic: 'messages', conversationId: desk.conversationOf(id) },
    { topic: 'conversations', conversationId: desk.conversationOf(id) },
  ])
const both = [{ topic: 'outbox' }, { topic: 'desk' }]
const unnamed = [{ topic: 'messages' }, { topic: 'conversations' }]

/** What the dispatcher does, from another connection. */
function claim(desk: Desk, id: string | undefined): void {
  desk.db.prepare(`UPDATE messages SET status = 'sending', hold = NULL WHERE id = ?`).run(id)
}

const countOf = (desk: Desk, status: string) =>
  desk.db.prepare<[string], number>('SELECT count(*) FROM messages WHERE status = ?').pluck().get(status)

describe('taking back', () => {
  test('what waits is cancelled; what was handed over, or is over, is too late; what was taken back before is neither', async () => {
    const desk = await startListDesk()
    const give = (given: Partial<Given>, index: number) => put(desk.db, { accountId: desk.garage, to: numberOf(index), ...given })
    const retry = give({ code: 'busy', words: 'Busy.', notBefore: NOW + 1 }, 1)
    const missed = give({ hold: 'missed', scheduledAt: NOW - 1, cameDueAt: NOW }, 2)
    const sending = give({ status: 'sending' }, 3)
    const sent = give({ status: 'sent' }, 4)
    const before = give({ status: 'cancelled' }, 5)
    const done = await desk.service.cancel({ ids: [retry, missed, retry, sending, sent, before, uuidv7()] })
    expect(done).toEqual({ cancelled: 2, tooLate: 2 })
    expect(desk.row(retry)).toMatchObject({ status: 'cancelled', error_code: null, not_before: null })
    expect(desk.row(missed)).toMatchObject({ status: 'cancelled', hold: null })
    expect([desk.row(sending).status, desk.row(sent).status]).toEqual(['sending', 'sent'])
    expect([retry, missed, sending, before].map((id) => desk.kinds(id))).toEqual([['cancelled'], ['cancelled'], [], []])
    expect(await desk.told()).toEqual([...both, ...named(desk, retry, missed)])
    expect(desk.woken()).toBe(1)
  })

  test('nothing is told to anybody when nothing changed', async () => {
    const desk = await startListDesk()
    const sent = put(desk.db, { accountId: desk.garage, status: 'sent' })
    expect(await desk.service.cancel({ ids: [sent] })).toEqual({ cancelled: 0, tooLate: 1 })
    expect(await desk.told()).toEqual([])
    expect(desk.woken()).toBe(0)
  })

  test('all of one list, and of no other, and of one account where it is named', async () => {
    const desk = await startListDesk()
    const GIVEN: Record<string, Partial<Given>> = {
      waiting: {},
      undo: { hold: 'undo', notBefore: NOW + 1 },
      sending: { status: 'sending' },
      scheduled: { scheduledAt: NOW + HOUR, notBefore: NOW + HOUR },
      held: { hold: 'quiet_hours', notBefore: NOW + HOUR },
      blocked: { hold: 'blockout', notBefore: NOW + HOUR },
      missed: { hold: 'missed', scheduledAt: NOW - 1, cameDueAt: NOW },
      unconfirmed: { status: 'unconfirmed' },
    }
    const ids = new Map<string, string>()
    for (const [name, given] of Object.entries(GIVEN)) {
      for (const accountId of [desk.garage, desk.shop])
        ids.set(`${name} ${accountId === desk.shop ? 'shop' : 'garage'}`, put(desk.db, { accountId, ...given }))
    }
    const cancelled = () => [...ids].filter(([, id]) => desk.row(id).status === 'cancelled').map(([name]) => name)
    expect(await desk.service.cancelAll({ view: 'waiting', accountId: desk.shop })).toEqual({ cancelled: 2, tooLate: 1 })
    expect(cancelled()).toEqual(['waiting shop', 'undo shop'])
    expect(await desk.service.cancelAll({ view: 'waiting' })).toEqual({ cancelled: 2, tooLate: 2 })
    expect(await desk.service.cancelAll({ view: 'scheduled' })).toEqual({ cancelled: 2, tooLate: 0 })
    expect(await desk.service.cancelAll({ view: 'missed', accountId: desk.garage })).toEqual({ cancelled: 1, tooLate: 0 })
    expect(cancelled().filter((name) => name.startsWith('held') || name.startsWith('blocked'))).toEqual([])
    expect(await desk.service.cancelAll({ view: 'held' })).toEqual({ cancelled: 4, tooLate: 0 })
    expect([...ids].filter(([, id]) => desk.row(id).status !== 'cancelled').map(([name]) => name)).toEqual([
      'sending garage',
      'sending shop',
      'missed shop',
      'unconfirmed garage',
      'unconfirmed shop',
    ])
  })

  test('5,000, in chunks between which others get their turn: what is claimed meanwhile is too late, what comes meanwhile stays', async () => {
    const desk = await startListDesk()
    const ids = putMany(desk.db, 5_000, (index) => ({ accountId: desk.garage, to: numberOf(index) }))
    const progress: number[] = []
    let late = ''
    const done = await desk.store.outboxLists.cancelAll(
      { view: 'waiting', accountId: null, now: NOW },
      {
        onProgress: (rows, total) => {
          progress.push(rows)
          expect(total).toBe(5_000)
          // Nothing is locked here, and exactly the chunks before are done.
          expect(countOf(desk, 'cancelled')).toBe(rows)
          if (rows === CHUNK) late = put(desk.db, { accountId: desk.garage })
          for (const id of ids.slice(-progress.length * 10)) claim(desk, id)
        },
      },
    )
    expect(progress).toEqual([500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500])
    expect(done).toEqual({ cancelled: 4_910, tooLate: 90, touched: null })
    expect(desk.row(late).status).toBe('queued')
    expect(countOf(desk, 'sending')).toBe(90)
    expect(desk.db.prepare(`SELECT count(*) FROM message_events WHERE kind = 'cancelled'`).pluck().get()).toBe(4_910)
  }, 60_000)

  test('a long one lets others in between', async () => {
    const desk = await startListDesk()
    putMany(desk.db, 2 * CHUNK, (index) => ({ accountId: desk.garage, to: numberOf(index) }))
    const order: string[] = []
    const all = desk.service.cancelAll({ view: 'waiting' }).then(() => order.push('all'))
    const other = desk.store.outboxLists.overview({ since: 0, now: NOW }).then(({ counts }) => order.push(`${counts.waiting} left`))
    await Promise.all([all, other])
    expect(order).toEqual([`${CHUNK} left`, 'all'])
  })

  test('of many, screens are told without names, while it lasts and at its end', async () => {
    const desk = await startListDesk()
    putMany(desk.db, 1_500, (index) => ({ accountId: desk.garage, to: numberOf(index) }))
    expect(await desk.service.cancelAll({ view: 'waiting' })).toEqual({ cancelled: 1_500, tooLate: 0 })
    expect(await desk.told()).toEqual([...both, ...unnamed])
    expect(desk.woken()).toBe(3)
  })

  test('up to 200 conversations are named, however many messages they have', async () => {
    const desk = await startListDesk()
    putMany(desk.db, 400, (index) => ({ accountId: desk.garage, to: numberOf(index % 200) }))
    await desk.service.cancelAll({ view: 'waiting' })
    expect(await desk.told()).toHaveLength(2 + 400)
    putMany(desk.db, 201, (index) => ({ accountId: desk.garage, to: numberOf(index) }))
    await desk.service.cancelAll({ view: 'waiting' })
    expect(await desk.told()).toEqual([...both, ...unnamed])
  })
})

describe('sending again what failed', () => {
  test('all of a kind since then; not what lapsed for good, nor what a removed account had', async () => {
    const desk = await startListDesk()
    const fail = (given: Partial<Given>) =>
      put(desk.db, { accountId: desk.garage, status: 'failed', code: 'busy', words: 'Busy.', tries: 5, statusAt: NOW - HOUR, ...given })
    const failed = fail({ to: numberOf(1) })
    const undelivered = fail({ status: 'undelivered', to: numberOf(2), validUntil: NOW + 1 })
    const left = [
      fail({ statusAt: NOW - HOUR - 1 }),
      fail({ code: 'number_invalid' }),
      fail({ code: null }),
      fail({ status: 'expired', validUntil: NOW }),
      fail({ accountId: desk.shop }),
      fail({ status: 'unconfirmed' }),
    ]
    await desk.accounts.remove(desk.shop)
    expect(await desk.service.retryFailed({ code: 'busy', since: NOW - HOUR })).toEqual({ queued: 2 })
    for (const id of [failed, undelivered]) {
      expect(desk.row(id)).toMatchObject({ status: 'queued', tries: 0, error_code: null })
      expect(desk.kinds(id)).toEqual(['retried'])
    }
    expect(left.flatMap((id) => desk.kinds(id))).toEqual([])
    expect((await desk.told()).toSorted(byName)).toEqual([...both, ...named(desk, failed, undelivered)].toSorted(byName))
    expect(desk.woken()).toBe(1)
    expect(await desk.service.retryFailed({ code: '', since: 0 })).toEqual({ queued: 1 })
  })

  test('each once, though it fails again while the rest is queued', async () => {
    const desk = await startListDesk()
    putMany(desk.db, 2_500, (index) => ({ accountId: desk.garage, status: 'failed', code: 'busy', to: numberOf(index) }))
    const done = await desk.store.outboxLists.retryFailed(
      { code: 'busy', since: 0, now: NOW },
      {
        onProgress: () =>
          void desk.db
            .prepare(`UPDATE messages SET status = 'failed', error_code = 'busy', status_at = ? WHERE status = 'queued'`)
            .run(NOW + 1),
      },
    )
    expect(done.queued).toBe(2_500)
    expect(desk.db.prepare(`SELECT count(*) FROM message_events WHERE kind = 'retried'`).pluck().get()).toBe(2_500)
    expect(countOf(desk, 'failed')).toBe(2_000)
  })

  test('what got through in between is not sent a second time', async () => {
    const desk = await startListDesk()
    const ids = putMany(desk.db, CHUNK + 1, (index) => ({
      accountId: desk.garage,
      status: 'undelivered',
      code: 'busy',
      to: numberOf(index),
    }))
    const done = await desk.store.outboxLists.retryFailed(
      { code: 'busy', since: 0, now: NOW },
      { onProgress: () => void desk.db.prepare(`UPDATE messages SET status = 'delivered' WHERE status = 'undelivered'`).run() },
    )
    expect(done.queued).toBe(CHUNK)
    expect(ids.filter((id) => desk.row(id).status === 'delivered')).toHaveLength(1)
  })
})

describe('sending at once', () => {
  test('those that may; the others are left and counted', async () => {
    const desk = await startListDesk()
    const scheduled = put(desk.db, { accountId: desk.garage, to: numberOf(1), scheduledAt: NOW + HOUR, notBefore: NOW + HOUR })
    const held = put(desk.db, { accountId: desk.garage, to: numberOf(2), hold: 'quiet_hours', notBefore: NOW + HOUR })
    const sending = put(desk.db, { accountId: desk.garage, status: 'sending' })
    const ids = [scheduled, held, sending, uuidv7(), scheduled]
    expect(await desk.service.sendNow({ ids })).toEqual({ queued: 1, left: 3 })
    expect(desk.row(held).hold).toBe('quiet_hours')
    expect(await desk.told()).toEqual([...both, ...named(desk, scheduled)])
    expect(await desk.service.sendNow({ ids: [held], reason: 'They wait at the door' })).toEqual({ queued: 1, left: 0 })
    expect(desk.row(held)).toMatchObject({ hold: null, quiet_override: 'They wait at the door' })
    expect(desk.woken()).toBe(2)
  })
})

describe('settling', () => {
  test.for([
    ['send_again', { status: 'queued', tries: 0, error_code: null, left_unconfirmed: 0 }],
    ['was_sent', { status: 'sent', error_code: null }],
    ['leave', { status: 'unconfirmed', left_unconfirmed: 1, error_code: 'timeout' }],
  ] as const)('several alike: %s', async ([decision, becomes]) => {
    const desk = await startListDesk()
    const unsure = (to: string) =>
      put(desk.db, { accountId: desk.garage, to, status: 'unconfirmed', code: 'timeout', words: 'No answer.', tries: 3 })
    const ids = [unsure(numberOf(1)), unsure(numberOf(2))]
    const settled = put(desk.db, { accountId: desk.garage, status: 'delivered' })
    expect(await desk.service.settle({ ids: [...ids, settled, uuidv7()], decision })).toEqual({ settled: 2, left: 2 })
    for (const id of ids) {
      expect(desk.row(id)).toMatchObject(becomes)
      expect(desk.kinds(id)).toEqual(['settled'])
    }
    expect(desk.row(settled).status).toBe('delivered')
    expect(await desk.told()).toEqual([...both, ...named(desk, ...ids)])
  })

  test('sending again is left where the account was removed, and the others go all the same', async () => {
    const desk = await startListDesk()
    const gone = put(desk.db, { accountId: desk.shop, status: 'unconfirmed' })
    const there = put(desk.db, { accountId: desk.garage, status: 'unconfirmed' })
    await desk.accounts.remove(desk.shop)
    expect(await desk.service.settle({ ids: [gone, there], decision: 'send_again' })).toEqual({ settled: 1, left: 1 })
    expect([desk.row(gone).status, desk.row(there).status]).toEqual(['unconfirmed', 'queued'])
    expect(desk.kinds(gone)).toEqual([])
  })
})

function byName(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}
