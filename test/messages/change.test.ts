import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/shared/contract/messages.ts'
import { instantOf } from '../../src/shared/time/wall-time.ts'
import { HOUR, KARL, refusal, startWaitingDesk } from './waiting-desk.ts'

const SCHEDULE = { local: '2026-05-01T09:00', zone: 'Europe/Stockholm' }
const NOBODY = '0190a000-0000-7000-8000-000000000001'
const AFTER_QUEUED = ['sending', 'sent', 'delivered', 'undelivered', 'expired', 'failed', 'cancelled', 'unconfirmed'] as const

describe('sending at once', () => {
  it('ends a schedule', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    expect(await test.desk.messages.sendNow({ id })).toMatchObject({ status: 'queued', hold: null, notBefore: null })
    // it counts as come: it is in no list of scheduled texts, and was not missed
    expect(test.row(id)).toMatchObject({ came_due_at: test.clock.now(), not_before: null })
    expect(await test.kinds(id)).toEqual(['queued', 'released'])
  })

  it('ends the time to take it back', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ undo: true })
    expect(await test.desk.messages.sendNow({ id })).toMatchObject({ hold: null, notBefore: null })
  })

  it('ends the wait for another try, with its reason', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { tries: 2, not_before: test.clock.now() + HOUR, error_code: 'busy', error_message: 'Busy.' })
    expect(await test.desk.messages.sendNow({ id })).toMatchObject({ notBefore: null, error: null })
    expect(test.row(id)).toMatchObject({ tries: 2 })
  })

  it('ends a missed time', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    test.put(id, { hold: 'missed', not_before: null, came_due_at: 5 })
    expect(await test.desk.messages.sendNow({ id })).toMatchObject({ hold: null })
    expect(test.row(id)).toMatchObject({ came_due_at: 5 })
  })

  it.each(['quiet_hours', 'blockout'] as const)('ends a hold for %s only with a reason, which is kept', async (hold) => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    const held = { hold, not_before: test.clock.now() + HOUR }
    test.put(id, held)
    await expect(test.desk.messages.sendNow({ id })).rejects.toMatchObject(refusal('reason_needed'))
    expect(test.row(id)).toMatchObject(held)
    expect(await test.desk.messages.sendNow({ id, reason: 'The water is off' })).toMatchObject({ hold: null, notBefore: null })
    expect(test.row(id)).toMatchObject({ quiet_override: 'The water is off' })
    expect((await test.desk.messages.get({ id })).events.at(-1)?.description).toBe('A person sent it all the same: “The water is off”.')
  })

  it('of a text that nothing keeps back changes nothing, and writes nothing', async () => {
    const test = await startWaitingDesk()
    const message = await test.sendOne()
    expect(await test.desk.messages.sendNow({ id: message.id })).toEqual(message)
    expect(await test.kinds(message.id)).toEqual(['queued'])
  })

  it('twice at once is as once', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    await Promise.all([test.desk.messages.sendNow({ id }), test.desk.messages.sendNow({ id })])
    expect(await test.kinds(id)).toEqual(['queued', 'released'])
  })

  it('and cancelling at once have one winner, and the other is told', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ undo: true })
    const [cancelled, sentNow] = await Promise.allSettled([test.desk.messages.cancel({ id }), test.desk.messages.sendNow({ id })])
    expect([cancelled?.status, sentNow?.status]).toEqual(['fulfilled', 'rejected'])
    expect((await test.desk.messages.get({ id })).status).toBe('cancelled')
  })
})

describe('another time', () => {
  it('takes the place of a schedule', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    const schedule = { local: '2026-10-25T02:30', zone: 'Europe/Stockholm' }
    const at = Date.UTC(2026, 9, 25, 0, 30)
    expect(await test.desk.messages.reschedule({ id, schedule })).toMatchObject({ schedule: { at, ...schedule }, notBefore: at })
    expect((await test.desk.messages.get({ id })).events.at(-1)).toMatchObject({
      kind: 'rescheduled',
      description: 'A person chose another time: 2026-10-25 02:30 (Europe/Stockholm).',
    })
  })

  it.each([
    ['a missed time', { hold: 'missed', scheduled_at: 5, came_due_at: 6, not_before: null }],
    ['quiet hours', { hold: 'quiet_hours', not_before: Date.UTC(2026, 2, 3) }],
    ['the time to take it back', { hold: 'undo', not_before: Date.UTC(2026, 2, 3) }],
    ['the wait for another try', { not_before: Date.UTC(2026, 2, 3), error_code: 'busy', error_message: 'Busy.' }],
  ])('takes the place of %s', async (_case, columns) => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, columns)
    const at = instantOf(SCHEDULE)
    expect(await test.desk.messages.reschedule({ id, schedule: SCHEDULE })).toMatchObject({ hold: null, error: null, notBefore: at })
    expect(test.row(id)).toMatchObject({ scheduled_at: at, came_due_at: null })
  })

  it('that is past, does not exist, or comes after the end of validity is refused, and the text waits as it did', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE, validUntil: instantOf(SCHEDULE) + HOUR })
    const before = test.row(id)
    const to = (local: string, zone = SCHEDULE.zone) => test.desk.messages.reschedule({ id, schedule: { local, zone } })
    await expect(to('2026-03-01T09:00')).rejects.toMatchObject(refusal('schedule_in_past'))
    await expect(to('2026-06-31T09:00')).rejects.toMatchObject(refusal('schedule_invalid'))
    await expect(to('2026-06-30T09:00', 'Mars/Base')).rejects.toMatchObject(refusal('schedule_invalid'))
    await expect(to('2026-05-01T10:00')).rejects.toMatchObject(refusal('valid_until_too_early'))
    expect(test.row(id)).toEqual(before)
    expect(await test.kinds(id)).toEqual(['queued'])
    expect(await to('2026-05-01T09:59')).toMatchObject({ status: 'queued' })
  })

  it('that has just come lets it go', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    const now = test.clock.now()
    await test.desk.messages.reschedule({ id, schedule: { local: '2026-03-02T09:00', zone: 'UTC' } })
    expect(test.row(id)).toMatchObject({ scheduled_at: now, came_due_at: now, hold: null })
  })
})

describe('a text that waits no more', () => {
  const refusals: Record<(typeof AFTER_QUEUED)[number], { change: string; cancel: string }> = {
    sending: { change: 'too_late', cancel: 'too_late_to_cancel' },
    sent: { change: 'not_waiting', cancel: 'too_late_to_cancel' },
    delivered: { change: 'not_waiting', cancel: 'too_late_to_cancel' },
    unconfirmed: { change: 'not_waiting', cancel: 'too_late_to_cancel' },
    undelivered: { change: 'not_waiting', cancel: 'not_waiting' },
    expired: { change: 'not_waiting', cancel: 'not_waiting' },
    failed: { change: 'not_waiting', cancel: 'not_waiting' },
    cancelled: { change: 'not_waiting', cancel: 'not_waiting' },
  }

  it.each(AFTER_QUEUED)('because it is %s is not sent now, put off or cancelled, with a sentence', async (status) => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { status })
    const before = test.row(id)
    const { change, cancel } = refusals[status]
    await expect(test.desk.messages.sendNow({ id })).rejects.toMatchObject(refusal(change))
    await expect(test.desk.messages.reschedule({ id, schedule: SCHEDULE })).rejects.toMatchObject(refusal(change))
    await expect(test.desk.messages.cancel({ id })).rejects.toMatchObject(refusal(cancel))
    expect(test.row(id)).toEqual(before)
    expect(await test.kinds(id)).toEqual(['queued'])
  })

  it('because it is not there is refused', async () => {
    const test = await startWaitingDesk()
    const gone = refusal('message_not_found')
    await expect(test.desk.messages.sendNow({ id: NOBODY })).rejects.toMatchObject(gone)
    await expect(test.desk.messages.reschedule({ id: NOBODY, schedule: SCHEDULE })).rejects.toMatchObject(gone)
    await expect(test.desk.messages.cancel({ id: NOBODY })).rejects.toMatchObject(gone)
    await expect(test.desk.messages.retry({ id: NOBODY })).rejects.toMatchObject(gone)
    await expect(test.desk.messages.settle({ id: NOBODY, decision: 'leave' })).rejects.toMatchObject(gone)
  })
})

describe('sending again', () => {
  const again = {
    retry: { from: 'failed', ask: (test, id) => test.desk.messages.retry({ id }) },
    'settling as “send again”': { from: 'unconfirmed', ask: (test, id) => test.desk.messages.settle({ id, decision: 'send_again' }) },
  } satisfies Record<string, { from: string; ask: (test: Awaited<ReturnType<typeof startWaitingDesk>>, id: string) => Promise<Message> }>

  describe.each(Object.entries(again))('by %s', (_name, { from, ask }) => {
    it('starts afresh: no old wait, question, tries or reason to go in quiet hours', async () => {
      const test = await startWaitingDesk()
      const { id } = await test.sendOne({ schedule: SCHEDULE })
      const now = test.clock.now()
      const old = { tries: 5, not_before: now + HOUR, error_code: 'x', error_message: 'X.', next_query_at: now + 1, queries: 3 }
      test.put(id, { status: from, ...old, quiet_override: 'Yesterday', left_unconfirmed: 1 })
      expect(await ask(test, id)).toMatchObject({ status: 'queued', notBefore: null, error: null, hold: null, leftUnconfirmed: false })
      expect(test.row(id)).toMatchObject({
        tries: 0,
        next_query_at: null,
        queries: 0,
        quiet_override: null,
        // its time came, so it neither waits for it nor has missed it
        scheduled_at: instantOf(SCHEDULE),
        came_due_at: now,
      })
    })

    it('is refused once its time has passed', async () => {
      const test = await startWaitingDesk()
      const { id } = await test.sendOne({ validUntil: test.clock.now() + HOUR })
      test.put(id, { status: from })
      await test.clock.advance(HOUR)
      await expect(ask(test, id)).rejects.toMatchObject(refusal('valid_until_passed'))
      expect(test.row(id)).toMatchObject({ status: from })
      expect(await test.kinds(id)).toEqual(['queued'])
    })

    it('is refused on an account that was removed', async () => {
      const test = await startWaitingDesk()
      const { id } = await test.sendOne()
      test.put(id, { status: from })
      await test.desk.accounts.remove({ id: test.accountId })
      await expect(ask(test, id)).rejects.toMatchObject(refusal('account_removed'))
    })
  })

  it('of a text that lapsed is refused, and sending at once too', async () => {
    const test = await startWaitingDesk()
    const validUntil = test.clock.now() + HOUR
    const lapsed = await test.sendOne({ validUntil })
    const waits = await test.sendOne({ validUntil, to: [KARL] })
    test.put(lapsed.id, { status: 'expired', error_code: 'lapsed', error_message: 'It was not sent.' })
    await test.clock.advance(HOUR)
    await expect(test.desk.messages.retry({ id: lapsed.id })).rejects.toMatchObject(refusal('valid_until_passed'))
    await expect(test.desk.messages.sendNow({ id: waits.id })).rejects.toMatchObject(refusal('valid_until_passed'))
  })
})

describe('settling', () => {
  it.each([
    ['was_sent', 'sent', 0, null],
    ['leave', 'unconfirmed', 1, 'timeout'],
  ] as const)('as %s is written down, and the provider is asked no more', async (decision, status, left, error) => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { status: 'unconfirmed', next_query_at: test.clock.now() + 1, error_code: 'timeout', error_message: 'No answer.' })
    await test.desk.messages.settle({ id, decision })
    expect(test.row(id)).toMatchObject({ status, left_unconfirmed: left, next_query_at: null, error_code: error })
    expect((await test.desk.messages.get({ id })).events.at(-1)).toMatchObject({
      kind: 'settled',
      description: expect.stringMatching(/^A person /),
    })
  })

  it('happens once', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { status: 'unconfirmed' })
    const settle = (decision: 'send_again' | 'was_sent') => test.desk.messages.settle({ id, decision })
    const results = await Promise.allSettled([settle('send_again'), settle('was_sent')])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await test.kinds(id)).toEqual(['queued', 'settled'])
  })
})

describe('what changed', () => {
  it('is told to the screens of the outbox', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne({ schedule: SCHEDULE })
    await test.clock.advance(1_000)
    const topics: string[] = []
    test.app.events.subscribe((event) => {
      if (event.kind === 'changed') topics.push(...event.changes.map(({ topic }) => topic))
    })
    for (const act of [() => test.desk.messages.sendNow({ id }), () => test.desk.messages.cancel({ id })]) {
      topics.length = 0
      await act()
      await test.clock.advance(1_000)
      expect(topics.toSorted()).toEqual(['conversations', 'desk', 'messages', 'outbox'])
    }
  })
})
