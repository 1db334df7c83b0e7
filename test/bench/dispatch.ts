import { Agent, request } from 'undici'
import type { BenchDesk } from './desk.ts'
import { addBenchAccount, queueBulk } from './desk.ts'
import { inFlight, seconds } from './timing.ts'

/** Texts per second, and the same for a bare loop. */
export interface Rate {
  floor: number
  product: number
}

/** Texts per second of a bare undici loop with 32 in flight, the best of three: the first also warms both ends up. */
export async function measureDispatchFloor(port: number, count: number): Promise<number> {
  const agent = new Agent({ connections: 32 })
  const body = JSON.stringify({ authorization: 't', sender: 'Desk', recipient: '46701740605', message: 'Your car is ready.' })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const times: number[] = []
  for (let run = 0; run < 3; run += 1) {
    times.push(
      await seconds(() =>
        inFlight(32, count, async () => {
          const answer = await request(`http://127.0.0.1:${port}/api/v2/send/`, { method: 'POST', body, headers, dispatcher: agent })
          await answer.body.json()
        }),
      ),
    )
  }
  await agent.close()
  return count / Math.min(...times)
}

/**
 * Texts per second that the desk hands to a provider on loopback, every claim and every outcome durable.
 * @param alike the same text to all, so that they go in calls for many numbers; else each in a call of its own
 */
export async function measureDispatch({ desk, app }: BenchDesk, port: number, count: number, alike: boolean): Promise<number> {
  const accountId = await addBenchAccount(desk, port)
  await desk.accounts.pause({ id: accountId })
  await queueBulk(app, accountId, count, alike)
  const { store } = app.services()
  const done = async (): Promise<boolean> => {
    const { waiting, sending } = await store.outbox.counts()
    return waiting + sending === 0
  }
  const time = await seconds(async () => {
    await desk.accounts.resume({ id: accountId })
    const events = await desk.desk.events()
    while (!(await done())) await events.next()
    await events.return?.()
  })
  return count / time
}
