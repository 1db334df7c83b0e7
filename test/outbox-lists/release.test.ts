import { expect, test } from 'vitest'
import { releaseMessage } from '../../src/main/messages/release.ts'
import type { Given } from './desk.ts'
import { HOUR, NOW, put, startListDesk } from './desk.ts'

async function release(given: Omit<Given, 'accountId'>, reason: string | null = null) {
  const desk = await startListDesk()
  const id = put(desk.db, { accountId: desk.garage, ...given })
  const done = desk.db.transaction(() => releaseMessage(desk.db, { id, reason, now: NOW }))()
  const events = desk.db.prepare('SELECT kind, status, data FROM message_events').all()
  return { done, row: desk.row(id), events, after: await desk.service.list({ view: 'waiting', limit: 9 }) }
}

const released = (reason: string | null) => [{ kind: 'released', status: 'queued', data: JSON.stringify({ reason }) }]

test.for<[string, Omit<Given, 'accountId'>]>([
  ['its undo time', { hold: 'undo', notBefore: NOW + 5_000 }],
  ['its wait for the next try', { notBefore: NOW + HOUR, code: 'busy', words: 'Busy.', tries: 2 }],
  ['its schedule', { scheduledAt: NOW + HOUR, notBefore: NOW + HOUR }],
  ['its having missed its time', { hold: 'missed', scheduledAt: NOW - HOUR, cameDueAt: NOW - 1 }],
])('a message let go at once ends %s', async ([, given]) => {
  const { done, row, events, after } = await release(given)
  expect(done).toBe('released')
  expect(row).toMatchObject({
    status: 'queued',
    hold: null,
    not_before: null,
    error_code: null,
    error_message: null,
    tries: given.tries ?? 0,
  })
  expect(row.quiet_override).toBeNull()
  expect(events).toEqual(released(null))
  expect(after.messages).toHaveLength(1)
})

test('its scheduled time stays with it and counts as come, so that a repeated call still finds it', async () => {
  const { row } = await release({ scheduledAt: NOW + HOUR, notBefore: NOW + HOUR })
  expect(row).toMatchObject({ scheduled_at: NOW + HOUR, came_due_at: NOW })
  const before = await release({ hold: 'missed', scheduledAt: NOW - HOUR, cameDueAt: NOW - 1 })
  expect(before.row.came_due_at).toBe(NOW - 1)
})

test.for(['quiet_hours', 'blockout'] as const)('one kept back (%s) needs a reason, which is kept', async (hold) => {
  const without = await release({ hold, notBefore: NOW + HOUR })
  expect(without).toMatchObject({ done: 'reason_needed', row: { hold, not_before: NOW + HOUR, quiet_override: null }, events: [] })
  const why = await release({ hold, notBefore: NOW + HOUR }, 'She asked for it')
  expect(why).toMatchObject({ done: 'released', row: { hold: null, not_before: null, quiet_override: 'She asked for it' } })
  expect(why.events).toEqual(released('She asked for it'))
})

test('a reason is kept as well with one that is not kept back yet, and an earlier one is not forgotten', async () => {
  const { row, events } = await release({}, 'Urgent')
  expect(row.quiet_override).toBe('Urgent')
  expect(events).toEqual(released('Urgent'))
  const desk = await startListDesk()
  const id = put(desk.db, { accountId: desk.garage, notBefore: NOW + 1 })
  desk.db.prepare(`UPDATE messages SET quiet_override = 'Urgent'`).run()
  releaseMessage(desk.db, { id, reason: null, now: NOW })
  expect(desk.row(id).quiet_override).toBe('Urgent')
})

test('one that only waits for its lane is let go without a word', async () => {
  expect(await release({})).toMatchObject({ done: 'released', events: [] })
})

test.for(['sending', 'sent', 'delivered', 'failed', 'cancelled', 'unconfirmed'] as const)(
  'one that is %s waits for nothing',
  async (status) => {
    expect(await release({ status }, 'Urgent')).toMatchObject({ done: 'not_waiting', row: { status, quiet_override: null }, events: [] })
  },
)

test('one whose time has passed is not let go any more', async () => {
  expect(await release({ notBefore: NOW + 1, validUntil: NOW })).toMatchObject({ done: 'lapsed', row: { not_before: NOW + 1 }, events: [] })
  expect(await release({ notBefore: NOW + 1, validUntil: NOW + 1 })).toMatchObject({ done: 'released' })
})

test('one that is not there waits for nothing', async () => {
  const desk = await startListDesk()
  expect(releaseMessage(desk.db, { id: 'none', reason: null, now: NOW })).toBe('not_waiting')
})
