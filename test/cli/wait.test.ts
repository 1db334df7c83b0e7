import { describe, expect, test, vi } from 'vitest'
import { waitForSending } from '../../src/main/cli/wait.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { HOUR, KARL, startWaitingDesk } from '../messages/waiting-desk.ts'

/** Long enough that only a message that cannot move ends the wait in time for the test. */
const until = () => Date.now() + HOUR
const never = new AbortController().signal

describe('waiting for texts to be sent', () => {
  test.each([
    ['missed its time', { hold: 'missed', scheduled_at: 5, came_due_at: 6, not_before: null }],
    ['is kept back for quiet hours beyond the wait', { hold: 'quiet_hours', not_before: until() + HOUR }],
    ['is kept back by the provider beyond the wait', { hold: 'blockout', not_before: until() + HOUR }],
    ['is tried again beyond the wait', { not_before: until() + HOUR }],
    ['was sent', { status: 'sent' }],
    ['is unconfirmed', { status: 'unconfirmed' }],
  ])('ends when each %s', async (_case, columns) => {
    const test = await startWaitingDesk()
    const messages = await test.send({ to: ['+46701740605', KARL] })
    for (const { id } of messages) test.put(id, columns)
    const latest = await waitForSending(test.desk, messages, until(), never)
    expect(latest.map(({ id, status }) => [id, status])).toEqual(
      messages.map(({ id }) => [id, 'status' in columns ? columns.status : 'queued']),
    )
  })

  test.each([
    ['is kept back for quiet hours that end in time', (now: number) => ({ hold: 'quiet_hours', not_before: now + HOUR / 2 })],
    ['is tried again in time', (now: number) => ({ not_before: now + HOUR / 2 })],
    ['waits for its turn', () => ({ not_before: null })],
    ['is being sent', () => ({ status: 'sending' })],
  ])('goes on while one %s, and ends with the next change that settles it', async (_case, columns) => {
    const test = await startWaitingDesk()
    const messages = await test.send()
    const id = messages[0]?.id ?? ''
    test.put(id, columns(Date.now()))
    let looks = 0
    const { desk } = test
    const counting = {
      desk: desk.desk,
      accounts: desk.accounts,
      messages: {
        get: (input: { id: string }) => {
          looks += 1
          return desk.messages.get(input)
        },
      },
    } as unknown as DeskClient
    const waiting = waitForSending(counting, messages, until(), never)
    await vi.waitFor(() => expect(looks).toBe(1))
    // it looks again only if it went on
    await vi.waitFor(() => {
      test.app.events.publish({ kind: 'changed', changes: [{ topic: 'outbox' }] })
      expect(looks).toBeGreaterThan(1)
    })
    test.put(id, { hold: null, status: 'sent' })
    test.app.events.publish({ kind: 'changed', changes: [{ topic: 'outbox' }] })
    expect((await waiting).map(({ status }) => status)).toEqual(['sent'])
  })
})
