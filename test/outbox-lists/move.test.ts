import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { createTestProvider } from '../support/test-provider.ts'
import type { Given } from './desk.ts'
import { HOUR, NOW, numberOf, put, putMany, startListDesk } from './desk.ts'

describe('moving what waits to another account', () => {
  test.for<[string, Partial<Given>, Record<string, unknown>]>([
    ['waiting', {}, { hold: null, not_before: null }],
    [
      'waiting for a try of the first account',
      { notBefore: NOW + HOUR, code: 'busy', words: 'Busy.', tries: 3 },
      { not_before: null, tries: 0 },
    ],
    ['in its undo time', { hold: 'undo', notBefore: NOW + 5 }, { hold: 'undo', not_before: NOW + 5 }],
    ['scheduled', { scheduledAt: NOW + 9, notBefore: NOW + 9 }, { scheduled_at: NOW + 9, came_due_at: null, not_before: NOW + 9 }],
    ['its time come', { scheduledAt: NOW - 9, notBefore: NOW - 9, cameDueAt: NOW }, { scheduled_at: NOW - 9, came_due_at: NOW }],
    ['in quiet hours', { hold: 'quiet_hours', notBefore: NOW + 7 }, { hold: 'quiet_hours', not_before: NOW + 7 }],
    ['in hours of the first provider', { hold: 'blockout', notBefore: NOW + 7 }, { hold: null, not_before: null }],
    [
      'scheduled, in hours of the first provider',
      { hold: 'blockout', notBefore: NOW + 9, scheduledAt: NOW - 1, cameDueAt: NOW },
      { hold: null, not_before: null },
    ],
    ['missed', { hold: 'missed', scheduledAt: NOW - 9, cameDueAt: NOW }, { hold: 'missed', scheduled_at: NOW - 9 }],
  ])('one %s', async ([, given, becomes]) => {
    const desk = await startListDesk()
    const id = put(desk.db, { accountId: desk.garage, ...given })
    expect(await desk.service.moveWaiting({ fromAccountId: desk.garage, toAccountId: desk.shop })).toEqual({ moved: 1, left: 0 })
    expect(desk.row(id)).toMatchObject({
      account_id: desk.shop,
      sender: 'Shop',
      failed_over_from: desk.garage,
      status: 'queued',
      error_code: null,
      error_message: null,
      ...becomes,
    })
    const { events, failedOverFrom, accountName } = await desk.store.messages.get({ id })
    expect({ failedOverFrom, accountName }).toEqual({ failedOverFrom: 'Garage', accountName: 'Shop' })
    expect(events).toMatchObject([{ kind: 'failed_over', status: 'queued', description: 'A person moved it from Garage to Shop.' }])
    expect(await desk.told()).toEqual([
      { topic: 'outbox' },
      { topic: 'desk' },
      { topic: 'messages', conversationId: desk.conversationOf(id) },
      { topic: 'conversations', conversationId: desk.conversationOf(id) },
    ])
    expect(desk.woken()).toBe(1)
  })

  test('moves nothing that is sent or under way, nor what is another account’s', async () => {
    const desk = await startListDesk()
    const third = await desk.add('Third')
    const stay = [
      ...(['sending', 'sent', 'failed', 'unconfirmed', 'cancelled'] as const).map((status) =>
        put(desk.db, { accountId: desk.garage, status }),
      ),
      put(desk.db, { accountId: third }),
    ]
    const before = stay.map((id) => desk.row(id))
    expect(await desk.service.moveWaiting({ fromAccountId: desk.garage, toAccountId: desk.shop })).toEqual({ moved: 0, left: 0 })
    expect(stay.map((id) => desk.row(id))).toEqual(before)
    expect(desk.woken()).toBe(0)
  })

  test('leaves what the other provider would not take', async () => {
    const picky = createTestProvider({
      checkMessage: ({ to, text }) => (text.length > 20 || to.endsWith('9') ? { code: 'no', message: 'No.' } : null),
    })
    picky.descriptor = { ...picky.descriptor, id: 'picky' }
    const desk = await startListDesk({ providers: [createTestProvider(), picky] })
    const pickyId = await desk.add('Picky', 'picky')
    const short = put(desk.db, { accountId: desk.garage, text: 'Short', to: numberOf(1) })
    const long = put(desk.db, { accountId: desk.garage, text: 'A text that is far too long for it', to: numberOf(1) })
    const abroad = put(desk.db, { accountId: desk.garage, text: 'Short', to: numberOf(9) })
    expect(await desk.service.moveWaiting({ fromAccountId: desk.garage, toAccountId: pickyId })).toEqual({ moved: 1, left: 2 })
    expect([short, long, abroad].map((id) => desk.row(id).account_id)).toEqual([pickyId, desk.garage, desk.garage])
    expect(desk.kinds(long)).toEqual([])
  })

  test('5,000 in chunks; what is claimed or taken back between the look and the move stays where it is', async () => {
    let looked = 0
    let meanwhile = (_to: string, _nth: number) => {}
    const racing = createTestProvider({
      checkMessage: ({ to }) => {
        looked += 1
        meanwhile(to, looked)
        return null
      },
    })
    racing.descriptor = { ...racing.descriptor, id: 'racing' }
    const desk = await startListDesk({ providers: [createTestProvider(), racing] })
    const racingId = await desk.add('Racing', 'racing')
    putMany(desk.db, 5_000, (index) => ({
      accountId: desk.garage,
      to: numberOf(index),
      ...(index % 2 === 0 ? {} : { hold: 'missed', scheduledAt: NOW }),
    }))
    // The other adapter is asked in the host, after the look and before the move.
    meanwhile = (to, nth) => {
      const status = nth % 500 === 0 ? 'sending' : nth % 700 === 0 ? 'cancelled' : null
      if (status !== null) desk.db.prepare(`UPDATE messages SET status = ?, hold = NULL WHERE recipient = ?`).run(status, to)
    }
    const done = await desk.service.moveWaiting({ fromAccountId: desk.garage, toAccountId: racingId })
    expect(looked).toBe(5_000)
    expect(done).toEqual({ moved: 5_000 - 10 - 6, left: 10 + 6 })
    const by = desk.db.prepare('SELECT account_id = ? AS moved, status, count(*) AS count FROM messages GROUP BY 1, 2 ORDER BY 2')
    expect(by.all(racingId)).toEqual([
      { moved: 0, status: 'cancelled', count: 6 },
      { moved: 1, status: 'queued', count: 4_984 },
      { moved: 0, status: 'sending', count: 10 },
    ])
    expect(desk.db.prepare(`SELECT count(*) FROM message_events WHERE kind = 'failed_over'`).pluck().get()).toBe(4_984)
    expect(await desk.told()).toEqual([{ topic: 'outbox' }, { topic: 'desk' }, { topic: 'messages' }, { topic: 'conversations' }])
  }, 60_000)

  test('away from an account whose provider this build lacks', async () => {
    const desk = await startListDesk()
    put(desk.db, { accountId: desk.garage })
    desk.db.prepare(`UPDATE accounts SET provider = 'gone' WHERE id = ?`).run(desk.garage)
    expect(await desk.service.moveWaiting({ fromAccountId: desk.garage, toAccountId: desk.shop })).toEqual({ moved: 1, left: 0 })
  })

  test('is refused to the same account, from or to one that is not there, and when the other goes away meanwhile', async () => {
    const desk = await startListDesk()
    const id = put(desk.db, { accountId: desk.garage })
    const move = (fromAccountId: string, toAccountId: string) => desk.service.moveWaiting({ fromAccountId, toAccountId })
    await expect(move(desk.garage, desk.garage)).rejects.toMatchObject({ code: 'same_account' })
    await expect(move(desk.garage, uuidv7())).rejects.toMatchObject({ code: 'account_not_found' })
    await expect(move(uuidv7(), desk.garage)).rejects.toMatchObject({ code: 'account_not_found' })
    await desk.accounts.remove(desk.shop)
    await expect(move(desk.garage, desk.shop)).rejects.toMatchObject({ code: 'account_not_found' })
    const late = { ids: [id], fromAccountId: desk.garage, toAccountId: desk.shop, sender: 'Shop', now: NOW }
    await expect(desk.store.outboxLists.move(late)).rejects.toMatchObject({ code: 'account_not_found' })
    expect(desk.row(id)).toMatchObject({ account_id: desk.garage, failed_over_from: null })
    expect(desk.kinds(id)).toEqual([])
  })
})
