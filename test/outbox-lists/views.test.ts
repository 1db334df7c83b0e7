import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import type { OutboxView } from '../../src/shared/contract/outbox.ts'
import { OUTBOX_VIEWS } from '../../src/shared/contract/outbox.ts'
import { openPeopleTable } from '../../src/main/contacts/person.ts'
import type { Given } from './desk.ts'
import { HOUR, NOW, numberOf, put, putMany, startListDesk } from './desk.ts'

type Desk = Awaited<ReturnType<typeof startListDesk>>
type Filter = { accountId?: string; code?: string }

const idsOf = async (desk: Desk, view: OutboxView, filter: Filter = {}) =>
  (await desk.service.list({ view, limit: 500, ...filter })).messages.map(({ id }) => id)

/** The whole list, in pages of this many. */
async function paged(desk: Desk, view: OutboxView, limit: number, between: (ids: string[]) => void = () => undefined): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  for (;;) {
    const page = await desk.service.list({ view, limit, ...(after === undefined ? {} : { after }) })
    expect(page.messages.length).toBeLessThanOrEqual(limit)
    ids.push(...page.messages.map(({ id }) => id))
    if (page.next === null) return ids
    expect(page.messages).toHaveLength(limit)
    after = page.next
    between(ids)
  }
}

describe('every message is in one list at most', () => {
  const CASES: [what: string, given: Omit<Given, 'accountId'>, view: OutboxView | null][] = [
    ['queued', {}, 'waiting'],
    ['being sent', { status: 'sending' }, 'waiting'],
    ['waiting for its next try', { notBefore: NOW + HOUR, code: 'busy', tries: 1 }, 'waiting'],
    ['in its undo time', { hold: 'undo', notBefore: NOW + 5_000 }, 'waiting'],
    ['scheduled, its time come', { scheduledAt: NOW - 1, cameDueAt: NOW, notBefore: NOW - 1 }, 'waiting'],
    ['scheduled', { scheduledAt: NOW + HOUR, notBefore: NOW + HOUR }, 'scheduled'],
    ['scheduled, in its undo time', { scheduledAt: NOW + HOUR, notBefore: NOW + HOUR, hold: 'undo' }, 'scheduled'],
    ['kept back for quiet hours', { hold: 'quiet_hours', notBefore: NOW + HOUR }, 'held'],
    ['kept back for quiet hours, which are over', { hold: 'quiet_hours', notBefore: NOW - HOUR }, 'held'],
    ['scheduled and then kept back', { hold: 'quiet_hours', notBefore: NOW + HOUR, scheduledAt: NOW - 1, cameDueAt: NOW }, 'held'],
    ['kept back and still scheduled', { hold: 'blockout', notBefore: NOW + HOUR, scheduledAt: NOW + 1 }, 'held'],
    ['kept back by the provider', { hold: 'blockout', notBefore: NOW + HOUR }, 'held'],
    ['missed', { hold: 'missed', scheduledAt: NOW - HOUR, cameDueAt: NOW }, 'missed'],
    ['missed, not noted as come', { hold: 'missed', scheduledAt: NOW - HOUR }, 'missed'],
    ['unconfirmed', { status: 'unconfirmed' }, 'unconfirmed'],
    ['unconfirmed and left so', { status: 'unconfirmed', leftUnconfirmed: true }, null],
    ['failed', { status: 'failed' }, 'failed'],
    ['undelivered', { status: 'undelivered' }, 'failed'],
    ['expired', { status: 'expired' }, 'failed'],
    ['sent', { status: 'sent' }, null],
    ['delivered', { status: 'delivered' }, null],
    ['cancelled', { status: 'cancelled' }, null],
    ['cancelled while scheduled', { status: 'cancelled', scheduledAt: NOW + HOUR }, null],
  ]

  test.for(CASES)('%s', async ([, given, view]) => {
    const desk = await startListDesk()
    const id = put(desk.db, { accountId: desk.garage, ...given })
    const found = []
    for (const one of OUTBOX_VIEWS) if ((await idsOf(desk, one)).includes(id)) found.push(one)
    expect(found).toEqual(view === null ? [] : [view])
    const { counts } = await desk.service.overview()
    expect(OUTBOX_VIEWS.filter((one) => counts[one] > 0)).toEqual(found)
  })

  test('whatever there is, the counts are the lengths of the lists, and so are the lanes’', async () => {
    const desk = await startListDesk()
    const accounts = [desk.garage, desk.shop]
    const time = fc.option(fc.integer({ min: NOW - 9, max: NOW + 9 }))
    const queued = fc
      .record({
        hold: fc.constantFrom(null, 'undo' as const, 'quiet_hours' as const, 'blockout' as const, 'missed' as const),
        scheduledAt: time,
      })
      .chain(({ hold, scheduledAt }) =>
        fc.record({
          status: fc.constant('queued' as const),
          hold: fc.constant(hold),
          scheduledAt: fc.constant(hold === 'missed' ? (scheduledAt ?? NOW) : scheduledAt),
          cameDueAt: scheduledAt === null && hold !== 'missed' ? fc.constant(null) : time,
          notBefore: time,
          priority: fc.constantFrom('reply' as const, 'bulk' as const),
        }),
      )
    const other = fc.record({
      status: fc.constantFrom('sending' as const, 'sent' as const, 'unconfirmed' as const, 'failed' as const, 'expired' as const),
      leftUnconfirmed: fc.boolean(),
      code: fc.constantFrom(null, 'a', 'b'),
    })
    const outbox = fc.array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: NOW - 3, max: NOW }), fc.oneof(queued, other)), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(outbox, fc.integer({ min: 1, max: 7 }), async (messages, size) => {
        desk.db.exec('DELETE FROM messages')
        for (const [account, createdAt, given] of messages) put(desk.db, { accountId: accounts[account] ?? '', createdAt, ...given })
        const { counts, lanes } = await desk.service.overview()
        const seen: string[] = []
        for (const view of OUTBOX_VIEWS) {
          const whole = await idsOf(desk, view)
          expect(whole).toHaveLength(counts[view])
          expect(await paged(desk, view, size)).toEqual(whole)
          for (const accountId of accounts) {
            const { waiting, sending, scheduled, held } = lanes.find((lane) => lane.accountId === accountId) ?? {}
            const own = await desk.service.list({ view, accountId, limit: 500 })
            expect(own.messages.map(({ id }) => id)).toEqual(whole.filter((id) => desk.row(id).account_id === accountId))
            const shown = { waiting: (waiting ?? 0) + (sending ?? 0), scheduled, held }
            if (view in shown) expect(shown[view as 'held']).toBe(own.messages.length)
          }
          seen.push(...whole)
        }
        expect(new Set(seen).size).toBe(seen.length)
        const kept = messages.filter(([, , given]) => given.status !== 'sent' && !(given.status === 'unconfirmed' && given.leftUnconfirmed))
        expect(seen).toHaveLength(kept.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the order of a list', () => {
  test('waiting: what is being sent, replies, bulk; what is due first, then the oldest', async () => {
    const desk = await startListDesk()
    const give = (given: Partial<Given>) => put(desk.db, { accountId: desk.garage, ...given })
    const bulkLate = give({ priority: 'bulk', createdAt: NOW - 2 })
    const bulk = give({ priority: 'bulk', createdAt: NOW - 9, accountId: desk.shop })
    const retried = give({ notBefore: NOW - 5, createdAt: NOW - 100 })
    const young = give({ createdAt: NOW - 1 })
    const old = give({ createdAt: NOW - 7, accountId: desk.shop })
    const sendingLate = give({ status: 'sending', priority: 'bulk', createdAt: NOW })
    const sending = give({ status: 'sending', createdAt: NOW - 3 })
    expect(await idsOf(desk, 'waiting')).toEqual([sending, sendingLate, old, young, retried, bulk, bulkLate])
  })

  test('scheduled, held and missed are by their time, the rest newest first', async () => {
    const desk = await startListDesk()
    const give = (given: Partial<Given>) => put(desk.db, { accountId: desk.garage, ...given })
    const second = give({ scheduledAt: NOW + 2, notBefore: NOW + 2, createdAt: 1 })
    const first = give({ scheduledAt: NOW + 1, notBefore: NOW + 1, createdAt: 2 })
    expect(await idsOf(desk, 'scheduled')).toEqual([first, second])

    const blocked = give({ hold: 'blockout', notBefore: NOW + 2 })
    const quietLate = give({ hold: 'quiet_hours', notBefore: NOW + 3 })
    const quiet = give({ hold: 'quiet_hours', notBefore: NOW + 1 })
    expect(await idsOf(desk, 'held')).toEqual([quiet, blocked, quietLate])

    const missedLate = give({ hold: 'missed', scheduledAt: NOW - 1, cameDueAt: NOW })
    const missed = give({ hold: 'missed', scheduledAt: NOW - 2, cameDueAt: NOW })
    expect(await idsOf(desk, 'missed')).toEqual([missed, missedLate])

    const unsureOld = give({ status: 'unconfirmed', createdAt: 1 })
    const unsure = give({ status: 'unconfirmed', createdAt: 2 })
    expect(await idsOf(desk, 'unconfirmed')).toEqual([unsure, unsureOld])

    const failedNow = give({ status: 'failed', createdAt: 1, statusAt: NOW })
    const failedBefore = give({ status: 'undelivered', createdAt: 2, statusAt: NOW - 1 })
    expect(await idsOf(desk, 'failed')).toEqual([failedNow, failedBefore])
  })

  test('only the failures of a kind, those without a code among them', async () => {
    const desk = await startListDesk()
    const bad = put(desk.db, { accountId: desk.garage, status: 'failed', code: 'number_invalid' })
    const late = put(desk.db, { accountId: desk.shop, status: 'expired', code: 'lapsed' })
    const nameless = put(desk.db, { accountId: desk.shop, status: 'failed' })
    expect(await idsOf(desk, 'failed', { code: 'number_invalid' })).toEqual([bad])
    expect(await idsOf(desk, 'failed', { code: 'lapsed', accountId: desk.garage })).toEqual([])
    expect(await idsOf(desk, 'failed', { code: '' })).toEqual([nameless])
    expect(await idsOf(desk, 'failed', { accountId: desk.shop })).toEqual([nameless, late])
  })
})

describe('pages', () => {
  test('5,000 waiting of several accounts, page by page, each once and in order', async () => {
    const desk = await startListDesk()
    putMany(desk.db, 5_000, (index) => ({
      accountId: index % 3 === 0 ? desk.shop : desk.garage,
      status: index % 100 === 0 ? 'sending' : 'queued',
      priority: index % 2 === 0 ? 'bulk' : 'reply',
      createdAt: NOW - (index % 7),
      notBefore: index % 5 === 0 ? NOW - (index % 11) : null,
      to: numberOf(index),
    }))
    const ids = await paged(desk, 'waiting', 499)
    expect(new Set(ids).size).toBe(5_000)
    const rank = (id: string) => {
      const row = desk.row(id)
      const stage = row.status === 'sending' ? 0 : row.priority === 'reply' ? 1 : 2
      return [stage, stage === 0 ? 0 : (row.not_before ?? 0), row.created_at, id] as const
    }
    const sorted = ids.map(rank).toSorted((one, other) => {
      for (const [at, value] of one.entries()) {
        const against = other[at] as typeof value
        if (value !== against) return (value as number) < (against as number) ? -1 : 1
      }
      return 0
    })
    expect(ids).toEqual(sorted.map(([, , , id]) => id))
  }, 60_000)

  test.for(OUTBOX_VIEWS)('of %s neither repeat nor hide what stays while the rest goes and comes', async (view) => {
    const desk = await startListDesk()
    const GIVEN: Record<OutboxView, (index: number) => Partial<Given>> = {
      waiting: (index) => ({ priority: index % 2 === 0 ? 'bulk' : 'reply', createdAt: NOW - index }),
      scheduled: (index) => ({ scheduledAt: NOW + 1 + (index % 4), notBefore: NOW + 1 }),
      held: (index) => ({ hold: index % 2 === 0 ? 'quiet_hours' : 'blockout', notBefore: NOW + (index % 4) }),
      missed: (index) => ({ hold: 'missed', scheduledAt: NOW - (index % 4), cameDueAt: NOW }),
      unconfirmed: (index) => ({ status: 'unconfirmed', createdAt: NOW - (index % 4) }),
      failed: (index) => ({ status: 'failed', statusAt: NOW - (index % 4) }),
    }
    const fresh = (index: number) => put(desk.db, { accountId: desk.garage, ...GIVEN[view](index) })
    const ids = Array.from({ length: 40 }, (_, index) => fresh(index))
    const whole = await idsOf(desk, view)
    expect(whole.toSorted()).toEqual(ids.toSorted())
    const gone = new Set<string>()
    let round = 0
    const seen = await paged(desk, view, 7, (soFar) => {
      // The place itself, one that was shown and one still to come go; others come.
      round += 1
      for (const id of [soFar.at(-1), soFar[0], whole[whole.length - round]]) {
        if (id === undefined) continue
        gone.add(id)
        desk.db.prepare(`UPDATE messages SET status = 'cancelled', hold = NULL WHERE id = ?`).run(id)
      }
      fresh(round)
    })
    expect(new Set(seen).size).toBe(seen.length)
    expect(whole.filter((id) => !gone.has(id) && !seen.includes(id))).toEqual([])
  })

  test('a list that just fills its page has no further one', async () => {
    const desk = await startListDesk()
    for (const to of [numberOf(1), numberOf(2)]) put(desk.db, { accountId: desk.garage, to })
    for (const to of [numberOf(1), numberOf(2)]) put(desk.db, { accountId: desk.garage, to, status: 'failed' })
    for (const view of ['waiting', 'failed'] as const) {
      expect((await desk.service.list({ view, limit: 2 })).next).toBeNull()
      expect((await desk.service.list({ view, limit: 1 })).next).not.toBeNull()
    }
  })

  test.for(['', 'x', 'reply:1:1', "reply:1:1:' OR 1=1 --", '9:9', `99999999999999999:${uuidv7()}`, 'sending:-1:0:0', '\u0000'])(
    'a damaged place (%j) begins at the top, as in every list',
    async (after) => {
      const desk = await startListDesk()
      const id = put(desk.db, { accountId: desk.garage })
      const failed = put(desk.db, { accountId: desk.garage, status: 'failed' })
      expect((await desk.service.list({ view: 'waiting', after, limit: 5 })).messages.map((message) => message.id)).toEqual([id])
      expect((await desk.service.list({ view: 'failed', after, limit: 5 })).messages.map((message) => message.id)).toEqual([failed])
    },
  )
})

describe('whom it goes to', () => {
  test('the name of the contact; of several with one number, the one conversations show; none without a name', async () => {
    const desk = await startListDesk()
    const person = (id: string, name: string, ...numbers: string[]) => {
      const all = numbers.map((e164) => ({ e164, label: '', extension: '' }))
      openPeopleTable(desk.db).insert(id, { name, company: '', notes: '', fields: {}, numbers: all }, { createdAt: 1, updatedAt: 1 })
    }
    person('b', 'Bo', numberOf(2))
    person('a', 'Åsa', numberOf(1), numberOf(2))
    person('c', '', numberOf(3))
    const names = new Map<string, string | null>()
    for (const to of [numberOf(1), numberOf(2), numberOf(3), numberOf(4)]) put(desk.db, { accountId: desk.garage, to })
    for (const { to, recipientName } of (await desk.service.list({ view: 'waiting', limit: 9 })).messages) names.set(to, recipientName)
    expect(Object.fromEntries(names)).toEqual({ [numberOf(1)]: 'Åsa', [numberOf(2)]: 'Bo', [numberOf(3)]: null, [numberOf(4)]: null })
    const { conversations } = await desk.store.conversations.list({ filter: 'all', before: null, limit: 9 })
    for (const { peer, name } of conversations) expect(name).toBe(names.get(peer))
  })
})
