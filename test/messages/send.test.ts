import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../src/shared/time/wall-time.ts'
import { HOUR, KARL, MAJA, MINUTE, refusal, startWaitingDesk } from './waiting-desk.ts'

describe('a text for later', () => {
  it('keeps the wall time a person chose beside its instant', async () => {
    const test = await startWaitingDesk()
    const schedule = { local: '2026-03-29T09:00', zone: 'Europe/Stockholm' }
    const message = await test.sendOne({ schedule })
    // the clocks went forward that night
    const at = Date.UTC(2026, 2, 29, 7)
    expect(message).toMatchObject({ status: 'queued', schedule: { at, ...schedule }, notBefore: at, hold: null })
    expect(test.row(message.id)).toMatchObject({ scheduled_at: at, not_before: at, came_due_at: null })
  })

  it.each([
    // skipped in spring: as much later as the clocks skip
    ['2026-03-29T02:30', Date.UTC(2026, 2, 29, 1, 30)],
    // twice in autumn: the first
    ['2026-10-25T02:30', Date.UTC(2026, 9, 25, 0, 30)],
    ['2026-12-24T15:00', Date.UTC(2026, 11, 24, 14)],
  ])('at %s in Stockholm goes at its instant', async (local, at) => {
    const test = await startWaitingDesk()
    expect((await test.sendOne({ schedule: { local, zone: 'Europe/Stockholm' } })).schedule).toEqual({
      at,
      local,
      zone: 'Europe/Stockholm',
    })
  })

  it('may be given as an instant, which has no wall time', async () => {
    const test = await startWaitingDesk()
    const at = test.clock.now() + HOUR
    expect(await test.sendOne({ at })).toMatchObject({ schedule: { at, local: null, zone: null }, notBefore: at })
  })

  it('whose time has just come goes at once, and was not missed', async () => {
    const test = await startWaitingDesk()
    const now = test.clock.now()
    for (const at of [now, now - 59_000]) {
      const { id } = await test.sendOne({ at, text: `at ${at}` })
      expect(test.row(id)).toMatchObject({ scheduled_at: at, came_due_at: now, hold: null })
    }
  })

  it.each([
    ['an unknown zone', { local: '2026-05-01T09:00', zone: 'Europe/Atlantis' }],
    ['an offset for a zone', { local: '2026-05-01T09:00', zone: '+02:00' }],
    ['a day that does not exist', { local: '2026-02-30T09:00', zone: 'Europe/Stockholm' }],
    ['an hour that does not exist', { local: '2026-05-01T25:00', zone: 'Europe/Stockholm' }],
    ['a zone that is code', { local: '2026-05-01T09:00', zone: "'; DROP TABLE messages; --" }],
  ])('with %s is refused', async (_case, schedule) => {
    const test = await startWaitingDesk()
    await expect(test.send({ schedule })).rejects.toMatchObject(refusal('schedule_invalid'))
    expect(test.count()).toBe(0)
  })

  it('with two times, or one in the past, is refused', async () => {
    const test = await startWaitingDesk()
    const now = test.clock.now()
    const schedule = { local: '2026-05-01T09:00', zone: 'Europe/Stockholm' }
    await expect(test.send({ schedule, at: instantOf(schedule) })).rejects.toMatchObject(refusal('schedule_twice'))
    await expect(test.send({ at: now - 61_000 })).rejects.toMatchObject(refusal('schedule_in_past'))
    await expect(test.send({ schedule: { local: '2026-03-02T09:58', zone: 'Europe/Stockholm' } })).rejects.toMatchObject(
      refusal('schedule_in_past'),
    )
    await expect(test.send({ schedule: { local: '0001-01-01T00:00', zone: 'UTC' } })).rejects.toMatchObject(refusal('schedule_in_past'))
    expect(test.count()).toBe(0)
  })

  it('is the instant of its wall time, whatever the zone and the day', async () => {
    const test = await startWaitingDesk()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('Europe/Stockholm', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'),
        fc.date({ min: new Date('2026-04-01T00:00Z'), max: new Date('2099-01-01T00:00Z'), noInvalidDate: true }),
        async (zone, date) => {
          const schedule = { local: date.toISOString().slice(0, 16), zone }
          const { id } = await test.sendOne({ schedule, again: true })
          expect(test.row(id)).toMatchObject({
            scheduled_at: instantOf(schedule),
            not_before: instantOf(schedule),
            schedule_local: schedule.local,
            schedule_zone: zone,
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('an end of validity', () => {
  it('is kept with the text', async () => {
    const test = await startWaitingDesk()
    const validUntil = test.clock.now() + 1
    expect(await test.sendOne({ validUntil })).toMatchObject({ validUntil })
  })

  it('must come after the time to send', async () => {
    const test = await startWaitingDesk()
    const now = test.clock.now()
    const at = now + HOUR
    const refused = [{ validUntil: now }, { validUntil: now - 1 }, { at, validUntil: at }, { undo: true, validUntil: now + 5_000 }]
    for (const change of refused) await expect(test.send(change)).rejects.toMatchObject(refusal('valid_until_too_early'))
    expect(test.count()).toBe(0)
    expect(await test.sendOne({ at, validUntil: at + 1 })).toMatchObject({ validUntil: at + 1 })
    expect(await test.sendOne({ undo: true, validUntil: now + 5_001, to: [KARL] })).toMatchObject({ validUntil: now + 5_001 })
  })
})

describe('the time to take a text back', () => {
  it('keeps it back for the seconds that are set', async () => {
    const test = await startWaitingDesk()
    const until = test.clock.now() + 5_000
    expect(await test.sendOne({ undo: true })).toMatchObject({ hold: { reason: 'undo', until }, notBefore: until, schedule: null })
    await test.desk.settings.set({ undoSeconds: 30 })
    expect((await test.sendOne({ undo: true, to: [KARL] })).notBefore).toBe(test.clock.now() + 30_000)
  })

  it('is there only where it is asked for, set, and the text would go at once', async () => {
    const test = await startWaitingDesk()
    expect(await test.sendOne({ text: 'one' })).toMatchObject({ hold: null, notBefore: null })
    const at = test.clock.now() + HOUR
    expect(await test.sendOne({ text: 'two', at, undo: true })).toMatchObject({ hold: null, notBefore: at })
    await test.desk.settings.set({ undoSeconds: 0 })
    expect(await test.sendOne({ text: 'three', undo: true })).toMatchObject({ hold: null, notBefore: null })
  })

  it('taken, leaves a cancelled text that may be written again at once', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ undo: true })
    expect(await test.desk.messages.cancel({ id })).toMatchObject({ status: 'cancelled', hold: null, notBefore: null })
    expect(await test.sendOne({ undo: true })).toMatchObject({ status: 'queued' })
  })
})

describe('a text', () => {
  it('to one person is a reply, to several bulk, however often each is named', async () => {
    const test = await startWaitingDesk()
    expect((await test.send({ to: [MAJA, '070-174 06 05'] })).map(({ priority }) => priority)).toEqual(['reply'])
    expect((await test.send({ to: [MAJA, KARL], text: 'Both' })).map(({ priority }) => priority)).toEqual(['bulk', 'bulk'])
  })

  it('that is to go in quiet hours keeps the reason, also in its story', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ quietOverride: '  The water is off  ' })
    expect(test.row(id)).toMatchObject({ quiet_override: 'The water is off' })
    const { events } = await test.desk.messages.get({ id })
    expect(events.map(({ kind, description }) => [kind, description])).toEqual([
      ['queued', 'Put into the outbox.'],
      ['released', 'A person sent it all the same: “The water is off”.'],
    ])
  })
})

describe('the same wish, asked again', () => {
  const schedule = { local: '2026-05-01T09:00', zone: 'Europe/Stockholm' }

  it.each([
    ['for now', {}],
    ['with time to take it back', { undo: true }],
    ['for a wall time', { schedule }],
    ['with an end', { validUntil: Date.UTC(2027, 0, 1) }],
  ])('%s finds its text, and is no duplicate', async (_case, change) => {
    const test = await startWaitingDesk()
    const wish = { requestId: crypto.randomUUID(), ...change }
    const first = await test.send(wish)
    await test.clock.advance(10 * MINUTE)
    expect((await test.send(wish)).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(test.count()).toBe(1)
  })

  it('finds a text that was sent at once, put to another time, or taken over by another account meanwhile', async () => {
    const test = await startWaitingDesk()
    const wishes = [1, 2, 3].map((number) => ({ requestId: crypto.randomUUID(), schedule, text: `text ${number}` }))
    const [now, later, moved] = await Promise.all(wishes.map((wish) => test.sendOne(wish)))
    await test.desk.messages.sendNow({ id: now?.id ?? '' })
    await test.desk.messages.reschedule({ id: later?.id ?? '', schedule: { ...schedule, local: '2026-05-02T09:00' } })
    const other = await test.desk.accounts.add({
      provider: 'connectel',
      name: 'Other',
      config: { baseUrl: test.provider.baseUrl, sender: 'Other' },
      secrets: { token: 'tok-example' },
    })
    test.put(moved?.id ?? '', { account_id: other.id, failed_over_from: test.accountId })
    for (const [index, message] of [now, later, moved].entries()) {
      expect((await test.sendOne(wishes[index])).id).toBe(message?.id)
    }
  })

  it('with another wall time, zone or end is refused', async () => {
    const test = await startWaitingDesk()
    const wish = { requestId: crypto.randomUUID(), schedule }
    await test.send(wish)
    const changes = [
      { schedule: { ...schedule, local: '2026-05-01T09:01' } },
      { schedule: { ...schedule, zone: 'Europe/Oslo' } },
      { schedule: undefined, at: instantOf(schedule) },
      { schedule: undefined },
      { validUntil: Date.UTC(2027, 0, 1) },
    ]
    for (const change of changes) await expect(test.send({ ...wish, ...change })).rejects.toMatchObject(refusal('request_id_reused'))
    expect(test.count()).toBe(1)
  })

  it('after its time still finds its text', async () => {
    const test = await startWaitingDesk()
    const wish = { requestId: crypto.randomUUID(), schedule, validUntil: instantOf(schedule) + HOUR }
    const { id } = await test.sendOne(wish)
    await test.clock.advance(instantOf(schedule) + 2 * HOUR - test.clock.now())
    expect((await test.sendOne(wish)).id).toBe(id)
  })
})
