import { expect, test } from 'vitest'
import { createTestProvider } from '../support/test-provider.ts'
import { HOUR, NOW, put, startListDesk } from './desk.ts'

const DAY = 24 * HOUR

test('a desk without messages shows its lanes with nothing in them', async () => {
  const desk = await startListDesk()
  expect(await desk.service.overview()).toEqual({
    lanes: ['Garage', 'Shop'].map((accountName) => ({
      accountId: accountName === 'Garage' ? desk.garage : desk.shop,
      accountName,
      providerName: 'Test Provider',
      status: 'active',
      pause: null,
      rate: null,
      waiting: 0,
      sending: 0,
      scheduled: 0,
      held: 0,
      rest: null,
    })),
    counts: { waiting: 0, scheduled: 0, held: 0, missed: 0, unconfirmed: 0, failed: 0 },
    network: 'online',
    failures: [],
    failuresSince: NOW - 7 * DAY,
  })
})

test('a lane says how much it sends, why it is paused, and why it rests; a paused one does not rest', async () => {
  const usual = { count: 5, per: 'second' as const }
  const provider = createTestProvider()
  const descriptor = { ...provider.descriptor, capabilities: { ...provider.descriptor.capabilities, defaultRate: usual } }
  const rests = new Map<string, { reason: 'rate' | 'provider_limit'; until: number | null }>()
  const desk = await startListDesk({ providers: [{ ...provider, descriptor }], rests: () => rests, network: () => 'offline' })
  rests.set(desk.garage, { reason: 'rate', until: NOW + 199.5 }).set(desk.shop, { reason: 'provider_limit', until: null })
  await desk.accounts.setRate({ id: desk.shop, rate: { count: 100, per: 'day' } })
  await desk.store.accounts.pause({ id: desk.shop, code: 'no_credit', message: 'There is no credit left. Top it up.', at: NOW })

  const overview = await desk.service.overview()
  expect(overview.network).toBe('offline')
  expect(overview.lanes).toMatchObject([
    { accountName: 'Garage', rate: usual, status: 'active', pause: null, rest: { reason: 'rate', until: NOW + 200 } },
    {
      accountName: 'Shop',
      rate: { count: 100, per: 'day' },
      status: 'paused',
      pause: { code: 'no_credit', message: 'There is no credit left. Top it up.', at: NOW },
      rest: null,
    },
  ])
})

test('an account that was removed has no lane; one of a provider this build lacks has', async () => {
  const desk = await startListDesk()
  await desk.accounts.remove(desk.shop)
  desk.db.prepare(`UPDATE accounts SET provider = 'gone' WHERE id = ?`).run(desk.garage)
  const { lanes } = await desk.service.overview()
  expect(lanes).toMatchObject([{ accountName: 'Garage', providerName: 'gone', rate: null }])
})

test('failures are grouped by kind since a week ago, the most frequent first, in the words of the latest', async () => {
  const desk = await startListDesk()
  const fail = (code: string | null, words: string, daysAgo: number, more: object = {}) =>
    put(desk.db, {
      accountId: desk.garage,
      status: 'failed',
      code,
      words,
      statusAt: NOW - daysAgo * DAY,
      createdAt: NOW - daysAgo * DAY,
      ...more,
    })
  fail('number_invalid', 'Older words.', 3)
  fail('number_invalid', 'The latest words.', 1)
  fail('number_invalid', 'Words from before.', 8)
  // Written long ago, failed today.
  fail('lapsed', 'It lapsed.', 0, { status: 'expired', createdAt: NOW - 30 * DAY, validUntil: NOW - 1 })
  fail('lapsed', 'It lapsed.', 1, { status: 'expired', validUntil: NOW + 1 })
  fail('lapsed', 'It lapsed.', 2, { status: 'expired' })
  fail(null, '', 2, { status: 'undelivered', accountId: desk.shop })
  await desk.accounts.remove(desk.shop)

  const { failures, counts, failuresSince } = await desk.service.overview()
  expect(failuresSince).toBe(NOW - 7 * DAY)
  expect(failures).toEqual([
    { code: 'lapsed', message: 'It lapsed.', count: 3, retryable: 2 },
    { code: 'number_invalid', message: 'The latest words.', count: 2, retryable: 2 },
    { code: '', message: '', count: 1, retryable: 0 },
  ])
  expect(counts.failed).toBe(7)
})
