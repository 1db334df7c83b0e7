import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { BenchDesk } from './desk.ts'
import { addBenchAccount, queueBulk } from './desk.ts'
import type { BenchProvider } from './start-provider.ts'

/** How long single replies take to the provider's socket while bulk goes out, and what that costs the host. */
export interface PickUp {
  /** Of the replies, in milliseconds from the call to the socket. */
  p50Ms: number
  p95Ms: number
  maxMs: number
  /** Longest delay of the host's event loop but for the worst of a hundred, in milliseconds. */
  hostLoopP99Ms: number
  /** Most memory of the process, in MiB. */
  peakMemoryMiB: number
}

/** Sends `replies` one after the other while `bulk` texts of an account wait and 32 calls are in flight. */
export async function measurePickUp({ desk, app }: BenchDesk, provider: BenchProvider, bulk: number, replies: number): Promise<PickUp> {
  const accountId = await addBenchAccount(desk, provider.port)
  await desk.accounts.pause({ id: accountId })
  await queueBulk(app, accountId, bulk, false)
  await desk.accounts.resume({ id: accountId })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let peak = 0
  const times: number[] = []
  for (let index = 0; index < replies; index += 1) {
    const text = `reply ${index}`
    const arrived = once(provider.process, 'message') as Promise<[{ message: string; at: number }]>
    const before = performance.timeOrigin + performance.now()
    await desk.messages.send({ requestId: crypto.randomUUID(), accountId, to: [`+4673${String(1_000_000 + index)}`], text, again: true })
    const [{ message, at }] = await arrived
    if (message !== text) throw new Error('another reply arrived first')
    times.push(at - before)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  delay.disable()
  const { waiting } = await app.services().store.outbox.counts()
  if (waiting === 0) throw new Error('the bulk was gone before the last reply: nothing was measured')
  times.sort((one, other) => one - other)
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return {
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    maxMs: times.at(-1) ?? 0,
    hostLoopP99Ms: delay.percentile(99) / 1e6,
    peakMemoryMiB: peak / 1_048_576,
  }
}
