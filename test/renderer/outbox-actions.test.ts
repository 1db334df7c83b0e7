import { describe, expect, test } from 'vitest'
import { everyId, runAction, type Order } from '../../src/renderer/outbox/run-action.ts'
import type { OutboxFilter } from '../../src/renderer/outbox/useOutboxList.ts'
import type { OutboxView } from '../../src/shared/contract/outbox.ts'
import { HOUR, refusal, startWaitingDesk, type WaitingDesk } from '../messages/waiting-desk.ts'

const TOMORROW = 24 * HOUR

const filterOf = (view: OutboxView): OutboxFilter => ({ view, accountId: undefined, code: undefined })

/** Queues texts to so many people, all for tomorrow. */
async function schedule(desk: WaitingDesk, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < count; from += 1_000) {
    const to = Array.from({ length: Math.min(1_000, count - from) }, (_, index) => `+4670174${String(1_000 + from + index)}`)
    for (const { id } of await desk.send({ to, at: desk.clock.now() + TOMORROW })) ids.push(id)
  }
  return ids
}

/** Runs an action, and answers what came of it with how far it said it was. */
async function carryOut(desk: WaitingDesk, order: Order) {
  const steps: [number, number][] = []
  const result = await runAction(desk.desk, order, (done, total) => steps.push([done, total]))
  return { ...result, steps }
}

describe('what a person does to many texts', () => {
  test('is done to every one of them, however many pages and calls it takes', async () => {
    const desk = await startWaitingDesk()
    const ids = await schedule(desk, 1_100)
    expect(await everyId(desk.desk, filterOf('scheduled'))).toHaveLength(1_100)
    const { done, left, steps } = await carryOut(desk, {
      action: 'send_now',
      filter: filterOf('scheduled'),
      target: { kind: 'everything' },
    })
    expect({ done, left }).toEqual({ done: 1_100, left: 0 })
    expect(steps).toEqual([
      [500, 1_100],
      [1_000, 1_100],
      [1_100, 1_100],
    ])
    expect((await desk.desk.outbox.overview()).counts).toMatchObject({ scheduled: 0, waiting: 1_100 })
    const cancelled = await carryOut(desk, { action: 'cancel', filter: filterOf('waiting'), target: { kind: 'some', ids } })
    expect(cancelled.done).toBe(1_100)
  })

  test('a whole list is cancelled in one call, also what is not shown', async () => {
    const desk = await startWaitingDesk()
    await schedule(desk, 3)
    const { done, steps } = await carryOut(desk, { action: 'cancel', filter: filterOf('scheduled'), target: { kind: 'everything' } })
    expect(done).toBe(3)
    expect(steps).toEqual([])
  })

  test('those that have changed meanwhile are left and counted, and the others are done', async () => {
    const desk = await startWaitingDesk()
    const ids = await schedule(desk, 3)
    await desk.desk.outbox.cancel({ ids: ids.slice(0, 1) })
    const at = new Date(desk.clock.now() + 2 * TOMORROW).toISOString().slice(0, 16)
    const order = {
      action: 'reschedule',
      filter: filterOf('scheduled'),
      target: { kind: 'some', ids },
      schedule: { local: at, zone: 'UTC' },
    } satisfies Order
    expect(await carryOut(desk, order)).toMatchObject({
      done: 2,
      left: 1,
      steps: [
        [1, 3],
        [2, 3],
        [3, 3],
      ],
    })
  })

  test('a time that has passed is refused once, with the host’s words, and nothing is moved', async () => {
    const desk = await startWaitingDesk()
    const ids = await schedule(desk, 3)
    const order = {
      action: 'reschedule',
      filter: filterOf('scheduled'),
      target: { kind: 'some', ids },
      schedule: { local: '2001-01-01T09:00', zone: 'UTC' },
    } satisfies Order
    const steps: number[] = []
    await expect(runAction(desk.desk, order, (done) => steps.push(done))).rejects.toMatchObject(refusal('schedule_in_past'))
    expect(steps).toEqual([])
    expect((await desk.desk.outbox.overview()).counts.scheduled).toBe(3)
  })

  test('when nothing could be done, the host says why', async () => {
    const desk = await startWaitingDesk()
    const ids = await schedule(desk, 2)
    await desk.desk.outbox.cancel({ ids })
    const order = { action: 'retry', filter: filterOf('failed'), target: { kind: 'some', ids } } satisfies Order
    await expect(runAction(desk.desk, order)).rejects.toMatchObject(refusal('not_retryable'))
  })

  test('an empty list is no trouble', async () => {
    const desk = await startWaitingDesk()
    for (const action of ['cancel', 'send_now'] as const) {
      expect(await carryOut(desk, { action, filter: filterOf('missed'), target: { kind: 'everything' } })).toMatchObject({
        done: 0,
        left: 0,
      })
    }
  })
})
