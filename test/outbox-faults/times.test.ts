import { describe, expect, it } from 'vitest'
import type { QuietHours } from '../../src/shared/contract/desk.ts'
import type { CarrierCall } from './carrier.ts'
import type { FaultDesk } from './desk.ts'
import { HOUR, KARL, MAJA, MINUTE, SECOND, send, sendOne, startFaultDesk, until, untilCalls, untilStatus, utc } from './desk.ts'

/** Monday, 22:30 in Stockholm. */
const EVENING = Date.UTC(2026, 2, 2, 21, 30, 0)
/** 8:00 in Stockholm of the next day. */
const MORNING = Date.UTC(2026, 2, 3, 7, 0, 0)

const NIGHT: QuietHours = { from: '21:00', until: '08:00', days: [], exemptReplies: false }

async function quietDesk(rules: QuietHours = NIGHT): Promise<FaultDesk> {
  const test = await startFaultDesk({}, EVENING)
  await test.desk.settings.set({ quietHours: rules })
  return test
}

function untilHeld(test: FaultDesk, id: string, end: number): Promise<void> {
  return until(async () => expect((await test.desk.messages.get({ id })).hold).toEqual({ reason: 'quiet_hours', until: end }))
}

describe('an end of validity', () => {
  it('that passed while the account was paused ends the text, which is never sent', async () => {
    const test = await startFaultDesk()
    await test.desk.accounts.pause({ id: test.accountId })
    const late = await sendOne(test, MAJA, 'Your table is free', { validUntil: test.clock.now() + 10 * MINUTE })
    const still = await sendOne(test, KARL, 'Still good', { validUntil: test.clock.now() + 2 * HOUR })
    await test.clock.advance(10 * MINUTE)
    await test.desk.accounts.resume({ id: test.accountId })
    await untilStatus(test, still, 'sent')
    const message = await untilStatus(test, late, 'expired')
    expect(message.error).toMatchObject({ code: 'lapsed' })
    expect(message.sentAt).toBeNull()
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'lapsed'])
    expect(test.carrier.arrivals()).toEqual([`${KARL} Still good`])
  })

  it('that passes between two tries ends the text', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(503, { error: 'Busy' })
    const id = await sendOne(test, MAJA, 'Soon', { validUntil: test.clock.now() + SECOND })
    await until(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
    await test.clock.advance(MINUTE)
    await untilStatus(test, id, 'expired')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('that passed while the desk was closed ends the text at the next start', async () => {
    const test = await startFaultDesk()
    test.carrier.onCall = (call) => call.answer(503, { error: 'Busy' }, { 'retry-after': '600' })
    const id = await sendOne(test, MAJA, 'Soon', { validUntil: test.clock.now() + 5 * MINUTE })
    await until(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
    await test.app.stop()
    await test.clock.advance(HOUR)
    const again = await test.restart()
    await untilStatus(again, id, 'expired')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('does not take back a text that a call has begun for', async () => {
    const test = await startFaultDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const id = await sendOne(test, MAJA, 'Just in time', { validUntil: test.clock.now() + SECOND })
    await untilCalls(test.carrier, 1)
    await test.clock.advance(MINUTE)
    for (const call of open) call.accept()
    expect((await untilStatus(test, id, 'sent')).events.map(({ kind }) => kind)).not.toContain('lapsed')
  })
})

describe('quiet hours', () => {
  it('keep a text back, and let it go at the minute they end and not before', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Good morning')
    await untilHeld(test, id, MORNING)
    expect((await test.desk.desk.status()).counts).toMatchObject({ held: 1, waiting: 0 })
    await test.clock.advance(MORNING - test.clock.now() - 1)
    expect(test.carrier.calls).toHaveLength(0)
    await test.clock.advance(1)
    await untilStatus(test, id, 'sent')
    expect(utc(test.clock)).toBe('07:00')
  })

  it('keep back what a person scheduled into them, and do not call it missed', async () => {
    const test = await startFaultDesk({}, EVENING - 3 * HOUR)
    await test.desk.settings.set({ quietHours: NIGHT })
    const id = await sendOne(test, MAJA, 'Late', { at: EVENING })
    await test.clock.advance(3 * HOUR)
    await untilHeld(test, id, MORNING)
    await test.clock.advance(MORNING - test.clock.now())
    expect((await untilStatus(test, id, 'sent')).events.map(({ kind }) => kind)).not.toContain('missed')
  })

  it('that a person overrides with a reason keep nothing back', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Water is rising', { quietOverride: 'An emergency' })
    const message = await untilStatus(test, id, 'sent')
    expect(message.events.map(({ description }) => description).join('\n')).toContain('An emergency')
  })

  it('end for one text when a person says why', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Good morning')
    const other = await sendOne(test, KARL, 'Good morning')
    await untilHeld(test, id, MORNING)
    await test.desk.messages.sendNow({ id, reason: 'He asked for it' })
    await untilStatus(test, id, 'sent')
    await untilHeld(test, other, MORNING)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('that are changed let go what need not wait any more, and hold the rest anew', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Good morning')
    await untilHeld(test, id, MORNING)
    await test.desk.settings.set({ quietHours: { ...NIGHT, until: '07:00' } })
    await test.clock.advance(SECOND)
    await untilHeld(test, id, MORNING - HOUR)
    await test.desk.settings.set({ quietHours: null })
    await test.clock.advance(SECOND)
    await untilStatus(test, id, 'sent')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('write down once that they hold a text, whatever else is changed in the settings', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Good morning')
    await untilHeld(test, id, MORNING)
    for (const theme of ['dark', 'light', 'system'] as const) {
      await test.desk.settings.set({ theme })
      await test.clock.advance(MINUTE)
      await untilHeld(test, id, MORNING)
    }
    expect((await test.desk.messages.get({ id })).events.map(({ kind }) => kind)).toEqual(['queued', 'held'])
  })

  it('outlast a restart', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Good morning')
    await untilHeld(test, id, MORNING)
    const again = await test.restart()
    await again.clock.advance(HOUR)
    await untilHeld(again, id, MORNING)
    expect(test.carrier.calls).toHaveLength(0)
    await again.clock.advance(MORNING - again.clock.now())
    await untilStatus(again, id, 'sent')
  })

  it('end for two texts of one conversation one after the other, in their order', async () => {
    const test = await quietDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const first = await sendOne(test, MAJA, 'First')
    const second = await sendOne(test, MAJA, 'Second')
    await untilHeld(test, first, MORNING)
    await untilHeld(test, second, MORNING)
    await test.clock.advance(MORNING - test.clock.now())
    await until(() => expect(test.carrier.calls.length).toBeGreaterThan(0))
    await test.clock.advance(MINUTE)
    expect(test.carrier.calls.map(({ text }) => text)).toEqual(['First'])
    test.carrier.onCall = (call) => call.accept()
    for (const call of open) call.accept()
    await untilStatus(test, second, 'sent')
    expect(test.carrier.calls.map(({ text }) => text)).toEqual(['First', 'Second'])
  })

  it('never end in a batch with the same number twice', async () => {
    const test = await quietDesk()
    const messages = [...(await send(test, [MAJA, KARL], 'Offer')), ...(await send(test, [MAJA, KARL], 'Offer'))]
    for (const { id } of messages) await untilHeld(test, id, MORNING)
    await test.clock.advance(MORNING - test.clock.now())
    for (const { id } of messages) await untilStatus(test, id, 'sent')
    for (const call of test.carrier.calls) expect(new Set(call.numbers).size).toBe(call.numbers.length)
  })

  it('do not hold up somebody else’s text', async () => {
    const test = await quietDesk({ ...NIGHT, exemptReplies: true })
    const NEW_YORK = '+12125550123'
    const held = await sendOne(test, MAJA, 'Good night')
    const awake = await sendOne(test, NEW_YORK, 'Good afternoon')
    await untilStatus(test, awake, 'sent')
    await untilHeld(test, held, MORNING)
    expect(test.carrier.arrivals()).toEqual([`${NEW_YORK} Good afternoon`])
  })

  it('that outlast the validity of a text end it, and it is not sent', async () => {
    const test = await quietDesk()
    const id = await sendOne(test, MAJA, 'Tonight only', { validUntil: EVENING + HOUR })
    await untilHeld(test, id, MORNING)
    await test.clock.advance(MORNING - test.clock.now())
    await untilStatus(test, id, 'expired')
    expect(test.carrier.calls).toHaveLength(0)
  })
})

describe('a scheduled text', () => {
  it('goes at its time', async () => {
    const test = await startFaultDesk()
    const at = test.clock.now() + HOUR
    const id = await sendOne(test, MAJA, 'At ten', { at })
    await test.clock.advance(HOUR - 1)
    expect(test.carrier.calls).toHaveLength(0)
    await test.clock.advance(1)
    await untilStatus(test, id, 'sent')
  })

  it('whose time came while the desk was closed waits for a person, who may send it', async () => {
    const test = await startFaultDesk()
    const at = test.clock.now() + HOUR
    const missed = await sendOne(test, MAJA, 'At ten', { at })
    const ahead = await sendOne(test, KARL, 'At noon', { at: at + 2 * HOUR })
    await test.app.stop()
    await test.clock.advance(2 * HOUR)
    const again = await test.restart()
    await until(async () => expect((await again.desk.messages.get({ id: missed })).hold).toEqual({ reason: 'missed', until: null }))
    expect((await again.desk.desk.status()).counts).toMatchObject({ missed: 1, scheduled: 1, waiting: 0 })
    await again.clock.advance(24 * HOUR)
    await untilStatus(again, ahead, 'sent')
    expect(test.carrier.arrivals()).toEqual([`${KARL} At noon`])
    await again.desk.messages.sendNow({ id: missed })
    await untilStatus(again, missed, 'sent')
  })

  it('that was missed waits as well after another restart, and holds up nobody', async () => {
    const test = await startFaultDesk()
    const missed = await sendOne(test, MAJA, 'At ten', { at: test.clock.now() + HOUR })
    await test.app.stop()
    await test.clock.advance(2 * HOUR)
    const again = await (await test.restart()).restart()
    await untilStatus(again, await sendOne(again, MAJA, 'Now'), 'sent')
    expect((await again.desk.messages.get({ id: missed })).hold?.reason).toBe('missed')
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('that was missed goes at another time a person chooses', async () => {
    const test = await startFaultDesk()
    const missed = await sendOne(test, MAJA, 'At ten', { at: test.clock.now() + HOUR })
    await test.app.stop()
    await test.clock.advance(2 * HOUR)
    const again = await test.restart()
    await until(async () => expect((await again.desk.messages.get({ id: missed })).hold?.reason).toBe('missed'))
    await again.desk.messages.reschedule({ id: missed, schedule: { local: '2026-03-02T14:00', zone: 'Europe/Stockholm' } })
    await again.clock.advance(Date.UTC(2026, 2, 2, 13) - again.clock.now() - 1)
    expect(test.carrier.calls).toHaveLength(0)
    await again.clock.advance(1)
    await untilStatus(again, missed, 'sent')
  })
})
