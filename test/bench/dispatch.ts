import { Agent, request } from 'undici'
import type { BenchDesk } from './desk.ts'
import { inFlight, seconds } from './timing.ts'

/** Texts per second, and the same for a bare loop. */
export interface Rate {
  floor: number
  product: number
}

/**
 * Sends `count` texts to a provider on loopback, every claim and outcome durable, against a bare undici loop with 32
 * in flight on the same provider.
 */
export async function measureDispatch({ desk, app }: BenchDesk, port: number, count: number): Promise<Rate> {
  const agent = new Agent({ connections: 32 })
  const body = JSON.stringify({ authorization: 't', sender: 'Desk', recipient: '46701740605', message: 'Your car is ready.' })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const floorTime = await seconds(() =>
    inFlight(32, count, async () => {
      const answer = await request(`http://127.0.0.1:${port}/api/v2/send/`, { method: 'POST', body, headers, dispatcher: agent })
      await answer.body.json()
    }),
  )
  await agent.close()

  const account = await desk.accounts.add({
    provider: 'connectel',
    name: 'Bench',
    config: { baseUrl: `http://127.0.0.1:${port}/api/v2/`, sender: 'Desk' },
    secrets: { token: 't' },
  })
  await desk.accounts.pause({ id: account.id })
  for (let start = 0; start < count; start += 1_000) {
    const to = Array.from({ length: Math.min(1_000, count - start) }, (_, index) => `+4670${String(1_000_000 + start + index)}`)
    await desk.messages.send({ requestId: crypto.randomUUID(), accountId: account.id, to, text: 'Your car is ready.' })
  }
  const { store } = app.services()
  const done = async () => {
    const { waiting, sending } = await store.outbox.counts({ now: Date.now() })
    return waiting + sending === 0
  }
  const productTime = await seconds(async () => {
    await desk.accounts.resume({ id: account.id })
    const events = await desk.desk.events()
    while (!(await done())) await events.next()
    await events.return?.()
  })
  return { floor: count / floorTime, product: count / productTime }
}
