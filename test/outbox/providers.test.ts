import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../src/main/providers/types.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { accepted, createAbleProvider, exchange, HOUR, KARL, MAJA, MINUTE, startAbleDesk } from './able-desk.ts'

describe('hours that a provider tells of in its answer', () => {
  it('keep the text back until they are over, use no try, and pause nobody', async () => {
    const clockStart = createFakeClock().now()
    const opens = clockStart + 9 * HOUR
    let answers: SendOutcome[] = []
    const blocked: SendOutcome = {
      class: 'not_accepted_transient',
      code: 'blockout',
      message: 'Karix sends no offers at night.',
      retryAfterMs: null,
      blockedUntil: opens,
      exchange,
    }
    const { adapter } = createAbleProvider({ send: () => Promise.resolve(answers.shift() ?? accepted) })
    const desk = await startAbleDesk(adapter)
    answers = [blocked]
    const [held = ''] = await desk.queue([{ to: MAJA, text: 'Offer' }])
    const [other = ''] = await desk.queue([{ to: KARL, text: 'Your car is ready' }])
    expect((await desk.look(other)).status).toBe('sent')
    const message = await desk.look(held)
    expect(message).toMatchObject({ status: 'queued', hold: { reason: 'blockout', until: opens }, error: null })
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'claimed', 'held'])
    expect(message.attempts).toMatchObject([{ outcome: 'not_accepted_transient', code: 'blockout' }])
    await desk.clock.advance(9 * HOUR)
    await desk.settle()
    expect(await desk.look(held)).toMatchObject({ status: 'sent', hold: null })
  })
})

describe('a text that the provider keeps until its time', () => {
  it('is handed over at once, with the time', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    const at = desk.clock.now() + 2 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Tomorrow' }], { providerAt: at })
    expect(handed.texts).toEqual([{ id, to: MAJA, text: 'Tomorrow', sendAt: at }])
    expect(await desk.look(id)).toMatchObject({ status: 'sent', providerKeepsUntil: at, schedule: null })
  })

  it('goes with others of the same time, and not with those of another', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    const at = desk.clock.now() + 2 * HOUR
    const both = [MAJA, KARL].map((to) => ({ to, text: 'Offer' }))
    await desk.queue(both, { providerAt: at, priority: 'bulk' })
    expect(handed.batches).toMatchObject([{ text: 'Offer', sendAt: at, recipients: [{ to: MAJA }, { to: KARL }] }])
    await desk.queue([{ to: MAJA, text: 'Now' }], { priority: 'bulk' })
    expect(handed.texts.at(-1)).not.toHaveProperty('sendAt')
  })

  it.each([
    ['too near by the time it could be handed over', 10 * MINUTE, {}],
    ['the account cannot keep any', 2 * HOUR, { providerSchedule: null }],
  ])('is kept by the desk where it is %s', async (_why, ahead, able) => {
    const { adapter, handed } = createAbleProvider({}, able)
    const desk = await startAbleDesk(adapter)
    const at = desk.clock.now() + ahead
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Soon' }], { providerAt: at })
    expect(handed.texts).toEqual([])
    const message = await desk.look(id)
    expect(message).toMatchObject({ status: 'queued', providerKeepsUntil: null, schedule: { at } })
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'kept_here'])
    await desk.clock.advance(ahead)
    await desk.settle()
    expect(handed.texts).toEqual([{ id, to: MAJA, text: 'Soon' }])
  })

  it('is kept by the desk where its time falls into quiet hours, and held back then', async () => {
    const { adapter, handed } = createAbleProvider({})
    // The clock of the tests begins on a Monday at 9:00 UTC, 10:00 in Sweden.
    const desk = await startAbleDesk(adapter, { from: '21:00', until: '08:00', days: [], exemptReplies: false })
    const at = desk.clock.now() + 12 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Late' }], { providerAt: at })
    expect((await desk.look(id)).schedule).toMatchObject({ at })
    await desk.clock.advance(12 * HOUR)
    await desk.settle()
    expect(handed.texts).toEqual([])
    expect((await desk.look(id)).hold).toMatchObject({ reason: 'quiet_hours' })
  })
})

describe('a voice code', () => {
  it('is a call of its own, at any hour, and its digits are spoken', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter, { from: '00:00', until: '23:59', days: [], exemptReplies: false })
    const codes = [MAJA, KARL].map((to) => ({ to, text: '4821' }))
    const ids = await desk.queue(codes, { kind: 'voice_code', priority: 'bulk', quietOverride: 'asked for' })
    expect(handed.codes).toEqual([
      { id: ids[0], to: MAJA, digits: '4821' },
      { id: ids[1], to: KARL, digits: '4821' },
    ])
    expect([handed.texts, handed.batches]).toEqual([[], []])
    expect(await desk.look(ids[0] ?? '')).toMatchObject({ kind: 'voice_code', status: 'sent' })
  })

  it('that nobody can tell about is unconfirmed, like a text', async () => {
    const unknown: SendOutcome = { class: 'unknown', code: 'timeout', message: 'No answer.', exchange }
    const { adapter } = createAbleProvider({ callWithCode: () => Promise.resolve(unknown) })
    const desk = await startAbleDesk(adapter)
    const [id = ''] = await desk.queue([{ to: MAJA, text: '4821' }], { kind: 'voice_code' })
    expect((await desk.look(id)).status).toBe('unconfirmed')
  })

  it('never goes out as a text where the adapter turns out to make no calls', async () => {
    const { adapter, handed } = createAbleProvider({})
    const { callWithCode: _none, ...silent } = adapter
    const desk = await startAbleDesk(silent)
    const [id = ''] = await desk.queue([{ to: MAJA, text: '4821' }], { kind: 'voice_code' })
    expect(handed.texts).toEqual([])
    expect((await desk.look(id)).status).not.toBe('sent')
  })
})

describe('what an account can do with its own settings', () => {
  it('counts before what its provider can do in general: how many numbers a call takes', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk({ ...adapter, capabilitiesOf: () => ({ ...adapter.descriptor.capabilities, batchSize: 1 }) })
    await desk.queue(
      [MAJA, KARL].map((to) => ({ to, text: 'Offer' })),
      { priority: 'bulk' },
    )
    expect([handed.texts.length, handed.batches.length]).toEqual([2, 0])
  })
})

describe('a text that waits to be handed over for the provider to keep', () => {
  it('can be given another time, which the desk then sees to', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    await desk.store.accounts.pause({ id: 'garage', code: 'test', message: 'Paused.', at: 1 })
    const at = desk.clock.now() + 5 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Tomorrow' }], { providerAt: at })
    const schedule = { local: '2026-03-02T16:00', zone: 'UTC' }
    const moved = await desk.store.messages.reschedule({ id, at: at + HOUR, schedule, now: desk.clock.now() })
    expect(moved).toMatchObject({ providerKeepsUntil: null, schedule: { at: at + HOUR } })
    expect(handed.texts).toEqual([])
  })

  it('goes out now where a person says so', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    await desk.store.accounts.pause({ id: 'garage', code: 'test', message: 'Paused.', at: 1 })
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Tomorrow' }], { providerAt: desk.clock.now() + 5 * HOUR })
    await desk.store.messages.sendNow({ id, reason: null, now: desk.clock.now() })
    await desk.store.accounts.resume({ id: 'garage', exceptCodes: [], at: 2 })
    await desk.settle()
    expect(handed.texts).toEqual([{ id, to: MAJA, text: 'Tomorrow' }])
  })

  it('is not handed over where it makes no sense any more by then', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    const at = desk.clock.now() + 5 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Offer until noon' }], { providerAt: at, validUntil: at - HOUR })
    expect([handed.texts, (await desk.look(id)).error?.code]).toEqual([[], 'lapsed'])
  })

  it('can be taken back no longer once the desk keeps it after the undo time', async () => {
    const { adapter } = createAbleProvider({})
    const desk = await startAbleDesk(adapter)
    const now = desk.clock.now()
    const at = now + 15 * MINUTE + 2_000
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Soon' }], { providerAt: at, undoUntil: now + 5_000 })
    await desk.clock.advance(6_000)
    await desk.settle()
    expect(await desk.look(id)).toMatchObject({ schedule: { at }, hold: null })
  })
})

describe('hours a provider tells of, over and over', () => {
  const blocked = (until: number): SendOutcome => ({
    class: 'not_accepted_transient',
    code: 'blockout',
    message: 'Nothing goes out at this hour.',
    retryAfterMs: null,
    blockedUntil: until,
    exchange,
  })

  it('are not asked for again at once, though they are said to be over', async () => {
    let calls = 0
    const { adapter } = createAbleProvider({
      send: () => {
        calls += 1
        return Promise.resolve(calls > 100 ? accepted : blocked(1))
      },
    })
    const desk = await startAbleDesk(adapter)
    await desk.queue([{ to: MAJA, text: 'Offer' }])
    expect(calls).toBe(1)
    await desk.clock.advance(MINUTE)
    await desk.settle()
    expect(calls).toBe(2)
  })

  it('hold over a restart of the desk, which asks for none of it', async () => {
    let calls = 0
    const until = createFakeClock().now() + 9 * HOUR
    const { adapter } = createAbleProvider({
      send: () => {
        calls += 1
        return Promise.resolve(blocked(until))
      },
    })
    const desk = await startAbleDesk(adapter)
    for (const number of [10, 11, 12]) await desk.queue([{ to: `+467017406${number}`, text: 'Offer' }])
    await desk.restart()
    expect(calls).toBe(3)
  })
})

it('a voice code that a person asks for once more goes at any hour, too', async () => {
  let outcome: SendOutcome = { class: 'unknown', code: 'timeout', message: 'No answer.', exchange }
  const { adapter } = createAbleProvider({ callWithCode: () => Promise.resolve(outcome) })
  const desk = await startAbleDesk(adapter, { from: '00:00', until: '23:59', days: [], exemptReplies: false })
  const wish = { kind: 'voice_code', validUntil: desk.clock.now() + 10 * MINUTE, quietOverride: 'asked for' } as const
  const [id = ''] = await desk.queue([{ to: MAJA, text: '4821' }], wish)
  outcome = accepted
  await desk.store.messages.settle({ id, decision: 'send_again', now: desk.clock.now() })
  await desk.settle()
  expect(await desk.look(id)).toMatchObject({ status: 'sent', hold: null })
})

it('a text with the digits and the request id of a voice code is another wish', async () => {
  const { adapter } = createAbleProvider({})
  const desk = await startAbleDesk(adapter)
  const items = [{ to: MAJA, text: '4821', parts: 0, requestKey: `wish:${MAJA}` }]
  const request = { requestId: 'wish', accountId: 'garage', items, scheduledAt: null }
  await desk.store.messages.enqueue({ ...request, sender: 'Garage', kind: 'voice_code', now: desk.clock.now() })
  await expect(desk.store.messages.findRequest(request)).rejects.toMatchObject({ code: 'request_id_reused' })
  expect(await desk.store.messages.findRequest({ ...request, kind: 'voice_code' })).toHaveLength(1)
})
