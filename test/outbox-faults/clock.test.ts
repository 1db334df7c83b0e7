import { describe, expect, it } from 'vitest'
import type { CarrierCall } from './carrier.ts'
import type { FaultDesk } from './desk.ts'
import {
  ANNA,
  createProbeStore,
  DAY,
  HOUR,
  KARL,
  MAJA,
  MINUTE,
  SECOND,
  sendOne,
  startFaultDesk,
  until,
  untilCalls,
  untilStatus,
} from './desk.ts'

const busy = (call: CarrierCall): void => call.answer(503, { error: 'Busy' })

/** By then the dispatcher has looked at its clock again. */
const LOOK = 31 * SECOND

async function waiting(test: FaultDesk, id: string): Promise<number> {
  return until(async () => {
    const { notBefore } = await test.desk.messages.get({ id })
    expect(notBefore).not.toBeNull()
    return notBefore ?? 0
  })
}

describe('a clock that is set back by an hour', () => {
  it('ends the waits between two tries, and uses up no further try for it', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = busy
    const id = await sendOne(test, MAJA, 'Busy')
    await waiting(test, id)
    test.carrier.onCall = (call) => call.accept()
    test.clock.set(-HOUR)
    await test.clock.advance(LOOK)
    expect((await untilStatus(test, id, 'sent')).attempts).toHaveLength(2)
    expect(test.carrier.times(MAJA, 'Busy')).toBe(2)
  })

  it('ends the rest a provider asked for', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(429, {}, { 'retry-after': '600' })
    const id = await sendOne(test, MAJA, 'Too many')
    await waiting(test, id)
    test.carrier.onCall = (call) => call.accept()
    test.clock.set(-HOUR)
    await test.clock.advance(LOOK)
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(2)
  })

  it('keeps a scheduled text to its time on the clock', async () => {
    const test = await startFaultDesk()
    const at = test.clock.now() + 2 * HOUR
    const id = await sendOne(test, MAJA, 'At eleven', { at })
    await test.clock.advance(HOUR)
    test.clock.set(-HOUR)
    await test.clock.advance(2 * HOUR - MINUTE)
    expect(test.carrier.calls).toHaveLength(0)
    await test.clock.advance(MINUTE + LOOK)
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('right after a scheduled text has gone does not send it again', async () => {
    const test = await startFaultDesk()
    const id = await sendOne(test, MAJA, 'At ten', { at: test.clock.now() + HOUR })
    await test.clock.advance(HOUR + SECOND)
    await untilStatus(test, id, 'sent')
    test.clock.set(-2 * HOUR)
    await test.clock.advance(4 * HOUR)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('keeps the order of a conversation', async () => {
    const test = await startFaultDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const first = await sendOne(test, MAJA, 'First')
    await untilCalls(test.carrier, 1)
    test.clock.set(-HOUR)
    await test.clock.advance(LOOK)
    const second = await sendOne(test, MAJA, 'Second')
    await test.clock.advance(LOOK)
    expect(test.carrier.calls).toHaveLength(1)
    test.carrier.onCall = (call) => call.accept()
    for (const call of open) call.accept()
    await untilStatus(test, first, 'sent')
    await untilStatus(test, second, 'sent')
    expect(test.carrier.calls.map(({ text }) => text)).toEqual(['First', 'Second'])
  })

  it('is noticed although the database could not be written just then', async () => {
    const probe = createProbeStore()
    let refuses = false
    const test = await startFaultDesk({
      openStore: async (options) => {
        const store = await probe.openStore(options)
        const refused = () => Promise.reject(new Error('database or disk is full'))
        const wrapped: Partial<typeof store.outbox> = {
          endFutureWaits: (input) => (refuses ? refused() : store.outbox.endFutureWaits(input)),
          turn: (input) => (refuses ? refused() : store.outbox.turn(input)),
        }
        return { ...store, outbox: { ...store.outbox, ...wrapped } }
      },
    })
    test.carrier.onCall = (call) => call.answer(503, {}, { 'retry-after': '3000' })
    const id = await sendOne(test, MAJA, 'Busy')
    await waiting(test, id)
    test.carrier.onCall = (call) => call.accept()
    refuses = true
    test.clock.set(-2 * HOUR)
    await test.clock.advance(LOOK)
    refuses = false
    await test.clock.advance(2 * LOOK)
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(2)
  })

  it('while the desk was closed ends the waits of before at the next start', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(503, {}, { 'retry-after': '3000' })
    const id = await sendOne(test, MAJA, 'Busy')
    await waiting(test, id)
    await test.app.stop()
    test.clock.set(-HOUR)
    test.carrier.onCall = (call) => call.accept()
    await untilStatus(await test.restart(), id, 'sent')
    expect(test.carrier.calls).toHaveLength(2)
  })

  it('does not make a text missed that is scheduled for later', async () => {
    const test = await startFaultDesk()
    await test.clock.advance(HOUR)
    test.clock.set(-HOUR)
    await test.clock.advance(LOOK)
    const id = await sendOne(test, MAJA, 'Soon', { at: test.clock.now() + 10 * MINUTE })
    await test.clock.advance(10 * MINUTE)
    expect((await untilStatus(test, id, 'sent')).events.map(({ kind }) => kind)).not.toContain('missed')
  })

  it('holds texts anew where it is quiet again', async () => {
    const NIGHT_ENDS = Date.UTC(2026, 2, 3, 7, 0, 0)
    const test = await startFaultDesk({}, NIGHT_ENDS - 30 * MINUTE)
    await test.desk.settings.set({ quietHours: { from: '21:00', until: '08:00', days: [], exemptReplies: false } })
    const held = await sendOne(test, MAJA, 'Good morning')
    await until(async () => expect((await test.desk.messages.get({ id: held })).hold?.until).toBe(NIGHT_ENDS))
    test.clock.set(-HOUR)
    await test.clock.advance(HOUR)
    expect((await test.desk.messages.get({ id: held })).hold?.until).toBe(NIGHT_ENDS)
    expect(test.carrier.calls).toHaveLength(0)
    await test.clock.advance(30 * MINUTE)
    await untilStatus(test, held, 'sent')
  })
})

describe('a clock that is set forward by a day', () => {
  it('makes the scheduled texts of that day missed, and sends none of them', async () => {
    const test = await startFaultDesk()
    const missed = await sendOne(test, MAJA, 'At ten', { at: test.clock.now() + HOUR })
    const ahead = await sendOne(test, KARL, 'The day after tomorrow', { at: test.clock.now() + 2 * DAY })
    test.clock.set(DAY)
    await test.clock.advance(LOOK)
    await until(async () => expect((await test.desk.messages.get({ id: missed })).hold).toEqual({ reason: 'missed', until: null }))
    expect((await test.desk.messages.get({ id: missed })).events.map(({ kind }) => kind)).toEqual(['queued', 'missed'])
    await test.clock.advance(DAY)
    await untilStatus(test, ahead, 'sent')
    expect(test.carrier.arrivals()).toEqual([`${KARL} The day after tomorrow`])
  })

  it('makes them missed too when something else is sent before the desk looks at its clock', async () => {
    const test = await startFaultDesk()
    const missed = await sendOne(test, MAJA, 'At ten', { at: test.clock.now() + HOUR })
    test.clock.set(DAY)
    await untilStatus(test, await sendOne(test, KARL, 'Now'), 'sent')
    expect((await test.desk.messages.get({ id: missed })).hold?.reason).toBe('missed')
  })

  it('ends waits between tries', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(503, {}, { 'retry-after': '3000' })
    const id = await sendOne(test, MAJA, 'Busy')
    await waiting(test, id)
    test.carrier.onCall = (call) => call.accept()
    test.clock.set(DAY)
    await test.clock.advance(LOOK)
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(2)
  })

  it('asks anew whether it is quiet, and ends what is not valid any more', async () => {
    const NIGHT_ENDS = Date.UTC(2026, 2, 3, 7, 0, 0)
    const test = await startFaultDesk({}, NIGHT_ENDS - 30 * MINUTE)
    await test.desk.settings.set({ quietHours: { from: '21:00', until: '08:00', days: [], exemptReplies: false } })
    const held = await sendOne(test, MAJA, 'Good morning')
    const short = await sendOne(test, ANNA, 'Today only', { validUntil: NIGHT_ENDS + HOUR })
    await until(async () => expect((await test.desk.messages.get({ id: short })).hold?.until).toBe(NIGHT_ENDS))
    test.clock.set(DAY)
    await test.clock.advance(LOOK)
    await until(async () => expect((await test.desk.messages.get({ id: held })).hold?.until).toBe(NIGHT_ENDS + DAY))
    await untilStatus(test, short, 'expired')
    expect(test.carrier.calls).toHaveLength(0)
    await test.clock.advance(30 * MINUTE)
    await untilStatus(test, held, 'sent')
  })

  it('and back again sends nothing twice and loses nothing', async () => {
    const test = await startFaultDesk()
    const sent = await sendOne(test, MAJA, 'Sent')
    await untilStatus(test, sent, 'sent')
    const scheduled = await sendOne(test, KARL, 'At ten', { at: test.clock.now() + HOUR })
    test.clock.set(DAY)
    await test.clock.advance(LOOK)
    await until(async () => expect((await test.desk.messages.get({ id: scheduled })).hold?.reason).toBe('missed'))
    test.clock.set(-DAY)
    await test.clock.advance(2 * HOUR)
    expect((await test.desk.messages.get({ id: scheduled })).hold?.reason).toBe('missed')
    expect(test.carrier.arrivals()).toEqual([`${MAJA} Sent`])
    await test.desk.messages.sendNow({ id: scheduled })
    await untilStatus(test, scheduled, 'sent')
  })

  it('does not make an unanswered call go again', async () => {
    const test = await startFaultDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const id = await sendOne(test, MAJA, 'In flight')
    await untilCalls(test.carrier, 1)
    test.clock.set(DAY)
    await test.clock.advance(LOOK)
    for (const call of open) call.accept()
    await untilStatus(test, id, 'sent')
    await test.clock.advance(HOUR)
    expect(test.carrier.calls).toHaveLength(1)
  })
})
