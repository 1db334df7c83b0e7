import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { requestKey } from '../../src/main/messages/enqueue.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import type { Store } from '../../src/main/store/store.ts'
import { createAbleProvider, HOUR, KARL, MAJA, startAbleDesk } from '../outbox/able-desk.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { openTestDesk } from '../support/open-store.ts'

const optOut = (store: Store, numbers: string[], now: number) => store.optOuts.add({ numbers, reason: 'Asked by phone', now })

describe('a text the provider is to keep', () => {
  const inAnHour = (now: number) => ({ providerAt: now + HOUR })

  it('is handed over at once where nobody is opted out', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    await desk.queue([{ to: MAJA, text: 'Tomorrow at nine' }], inAnHour(desk.clock.now()))
    expect(handed.texts.map(({ to }) => to)).toEqual([MAJA])
  })

  it('is not handed over to a number that was opted out while it waited for its lane', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    await desk.store.accounts.pause({ id: 'garage', code: 'test', message: 'Paused.', at: desk.clock.now() })
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Tomorrow at nine' }], inAnHour(desk.clock.now()))
    await optOut(desk.store, [MAJA], desk.clock.now())
    await desk.store.accounts.resume({ id: 'garage', exceptCodes: [], at: desk.clock.now() })
    await desk.settle()
    await desk.clock.advance(2 * HOUR)
    expect(handed.texts).toEqual([])
    expect(await desk.look(id)).toMatchObject({ status: 'cancelled', error: { code: 'opted_out' } })
  })
})

describe('many numbers in one call', () => {
  it('leave out who is opted out, and only those', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    const all = Array.from({ length: 8 }, (_, index) => `+4670174061${index}`)
    await desk.store.accounts.pause({ id: 'garage', code: 'test', message: 'Paused.', at: desk.clock.now() })
    await desk.queue(
      all.map((to) => ({ to, text: 'Closed on Monday' })),
      { priority: 'bulk' },
    )
    await optOut(desk.store, all.slice(3, 5), desk.clock.now())
    await desk.store.accounts.resume({ id: 'garage', exceptCodes: [], at: desk.clock.now() })
    await desk.settle()
    const reached = [...handed.batches.flatMap(({ recipients }) => recipients), ...handed.texts].map(({ to }) => to)
    expect(reached.sort()).toEqual(all.filter((_, index) => index < 3 || index > 4))
  })
})

describe('a call with a one-time code', () => {
  const code = (now: number) => ({ kind: 'voice_code' as const, validUntil: now + HOUR })

  it('is no text: it is made to an opted-out number, also where it was queued before', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    await desk.store.accounts.pause({ id: 'garage', code: 'test', message: 'Paused.', at: desk.clock.now() })
    await desk.queue([{ to: MAJA, text: '4711' }], code(desk.clock.now()))
    await optOut(desk.store, [MAJA], desk.clock.now())
    await desk.store.accounts.resume({ id: 'garage', exceptCodes: [], at: desk.clock.now() })
    await desk.settle()
    await desk.queue([{ to: MAJA, text: '4712' }], code(desk.clock.now()))
    expect(handed.codes.map(({ digits }) => digits)).toEqual(['4711', '4712'])
  })
})

describe('a missed call', () => {
  const OWN = '46701740600'
  const answerHook: NonNullable<ProviderAdapter['answerHook']> = (_reading, reply) => ({
    contentType: 'application/json',
    body: JSON.stringify(reply === null ? {} : { say: reply }),
  })

  it('from an opted-out number is shown, and not answered by text until the opt-out is lifted', async () => {
    const desk = await startListenerDesk({}, { answerHook })
    await desk.store.callReplies.set({ accountId: desk.accountId, number: `+${OWN}`, text: 'We call back.', at: 1 })
    const call = async (key: string, from: string) => (await postJson(desk.url, { call: key, from, to: OWN })).json()
    await optOut(desk.store, [MAJA], 5)
    expect(await call('1', MAJA.slice(1))).toEqual({})
    expect(await call('2', KARL.slice(1))).toEqual({ say: 'We call back.' })
    expect(desk.db.prepare('SELECT kind, sender FROM messages ORDER BY id').all()).toMatchObject([
      { kind: 'missed_call', sender: MAJA },
      { kind: 'missed_call', sender: KARL },
      { kind: 'text' },
    ])
    await desk.store.optOuts.lift({ e164: MAJA, reason: 'Asked for an answer', now: 6 })
    expect(await call('3', MAJA.slice(1))).toEqual({ say: 'We call back.' })
  })
})

describe('whatever happens in whatever order', () => {
  const PEOPLE = [MAJA, KARL]
  const person = fc.constantFrom(...PEOPLE)
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('opt_out' as const), e164: person, behindItsBack: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('lift' as const), e164: person }) },
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('queue' as const), to: fc.uniqueArray(person, { minLength: 1 }), later: fc.boolean() }),
    },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('turn' as const), outcome: fc.constantFrom('accepted', 'retry', 'refused') }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('retry' as const) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3 * HOUR }) }) },
  )

  it('nothing is claimed for a number that is opted out then, and nothing is lost for one that is not', async () => {
    const { store, db } = await openTestDesk()
    const accountId = uuidv7()
    await store.accounts.insert({ id: accountId, name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: 1 })
    let now = 1_000_000
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const optedOut = new Set((await store.optOuts.ofNumbers({ numbers: PEOPLE })).optOuts.map(({ e164 }) => e164))
        const failed: string[] = []
        for (const one of steps) {
          now += 1
          switch (one.what) {
            case 'opt_out':
              // As if nothing saw to what waits: then the claim alone is left.
              if (one.behindItsBack)
                db.prepare(`INSERT INTO opt_outs VALUES (?, 'reply', 'STOP', NULL, ?) ON CONFLICT DO NOTHING`).run(one.e164, now)
              else await optOut(store, [one.e164], now)
              optedOut.add(one.e164)
              break
            case 'lift':
              expect(await store.optOuts.lift({ e164: one.e164, reason: 'Asked', now })).toEqual({ lifted: optedOut.delete(one.e164) })
              break
            case 'queue': {
              const id = uuidv7()
              const items = one.to.map((to) => ({ to, text: id, parts: 1, requestKey: requestKey(id, to) }))
              const asked = store.messages.enqueue({ accountId, sender: 'Desk', items, scheduledAt: one.later ? now + HOUR : null, now })
              if (one.to.some((to) => optedOut.has(to))) await expect(asked).rejects.toMatchObject({ code: 'opted_out' })
              else expect(await asked).toHaveLength(one.to.length)
              break
            }
            case 'turn':
              for (const { messageId, to, ...claim } of await turn(one.outcome)) {
                expect(optedOut, 'numbers that are opted out').not.toContain(to)
                if (claim.outcome === 'refused') failed.push(messageId)
              }
              break
            case 'retry': {
              const id = failed.pop()
              if (id === undefined) break
              const { to } = await store.messages.get({ id })
              const asked = store.messages.retry({ id, now })
              if (optedOut.has(to)) await expect(asked).rejects.toMatchObject({ code: 'opted_out' })
              else expect((await asked).status).toBe('queued')
              break
            }
            case 'wait':
              now += one.ms
          }
        }
        // Whatever still waits goes out now, unless its number is opted out: then nothing waits.
        now += 4 * HOUR
        while ((await turn('accepted')).length > 0) now += 1
        const { waiting, scheduled } = await store.outbox.counts()
        expect({ waiting, scheduled }).toEqual({ waiting: 0, scheduled: 0 })
        const { messages } = await store.messages.list({ conversationId: null, to: null, status: 'cancelled', before: null, limit: 500 })
        expect(messages.every(({ error }) => error?.code === 'opted_out')).toBe(true)
      }),
      { numRuns: 60 },
    )

    /** Claims what may go, and has all of it end one way in the next turn. */
    async function turn(outcome: 'accepted' | 'retry' | 'refused') {
      const rules = { now, quietHours: null, ownZone: 'Europe/Stockholm', awakeSince: 0 }
      const lanes = [
        { accountId, calls: 50, bulkCalls: 50, texts: null, batchSize: 1, scheduleAhead: null, blockedUntil: { reply: null, bulk: null } },
      ]
      const { calls } = await store.outbox.turn({ ...rules, lanes, records: [] })
      const claims = calls.flatMap((call) => call.claims)
      const records = claims.map(({ attempt, messageId, conversationId }) => ({
        attempt,
        messageId,
        conversationId,
        accountId,
        at: now,
        code: outcome,
        detail: '',
        request: '',
        response: null,
        refs: [],
        standIns: [],
        call: null,

        ...(outcome === 'accepted'
          ? { outcome: 'accepted' as const, disposition: { kind: 'accepted' as const, receipt: null } }
          : outcome === 'retry'
            ? { outcome: 'not_accepted_transient' as const, disposition: { kind: 'retry' as const, notBefore: now + 1_000 } }
            : { outcome: 'not_accepted_permanent' as const, disposition: { kind: 'refused' as const } }),
      }))
      await store.outbox.turn({ ...rules, lanes: [], records })
      return claims.map((claim) => ({ ...claim, outcome }))
    }
  })
})
