import fastify from 'fastify'
import { Agent, request } from 'undici'
import type { BenchDesk } from './desk.ts'
import type { Rate } from './dispatch.ts'
import { inFlight, seconds } from './timing.ts'

/** Connections that hooks come in on. */
const CONNECTIONS = 50
/** Measured so often; the one in the middle counts. */
const ROUNDS = 3
/** Hooks that warm up what is measured. */
const WARM_UP = 1_000

/** How hooks were taken. */
export interface HookFigures extends Rate {
  /** From the first byte to the answer, in milliseconds. */
  p50Ms: number
  p99Ms: number
  /** Most memory of the process, its clients included, in MiB. */
  peakMemoryMiB: number
}

/** Takes `count` delivery reports, each durable before its answer, against a bare fastify that parses and answers. */
export async function measureHooks({ desk }: BenchDesk, count: number): Promise<HookFigures> {
  const bare = fastify()
  bare.post('/hook', (_request, reply) => reply.send())
  const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })

  const account = await desk.accounts.add({ provider: 'connectel', name: 'Hooks', config: { sender: 'Desk' }, secrets: { token: 't' } })
  const { address } = (await desk.desk.status()).listener
  if (address === null) throw new Error('the listener does not run')

  const [bareUrl, url] = [`${bareAddress}/hook`, `${address}${account.hookPath}`]
  for (const each of [bareUrl, url]) await bringHooks(each, WARM_UP)
  // By turns, since a computer is faster at one moment than at another.
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ floor: await bringHooks(bareUrl, count), product: await bringHooks(url, count, `${round}.`) })
  }
  await bare.close()
  const { floor, product } = rounds.toSorted((one, other) => ratioOf(one) - ratioOf(other))[
    Math.floor(ROUNDS / 2)
  ] as (typeof rounds)[number]
  const times = product.times.toSorted((one, other) => one - other)
  return {
    floor: floor.rate,
    product: product.rate,
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    peakMemoryMiB: product.peakMemoryMiB,
  }
}

function ratioOf({ floor, product }: { floor: Brought; product: Brought }): number {
  return product.rate / floor.rate
}

interface Brought {
  rate: number
  /** Milliseconds, in no order. */
  times: number[]
  peakMemoryMiB: number
}

async function bringHooks(url: string, count: number, prefix = ''): Promise<Brought> {
  const agent = new Agent({ connections: CONNECTIONS })
  const times: number[] = []
  let memory = 0
  let next = 0
  const time = await seconds(() =>
    inFlight(CONNECTIONS, count, async () => {
      next += 1
      const body = JSON.stringify({
        action: 'dlr',
        requestid: `R.${prefix}${next}`,
        statusInt: 1,
        statusStr: 'DELIVRD',
        recipient: '46701740605',
      })
      const start = performance.now()
      const answer = await request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' }, dispatcher: agent })
      await answer.body.dump()
      times.push(performance.now() - start)
      if (times.length % 500 === 0) memory = Math.max(memory, process.memoryUsage().rss)
      if (answer.statusCode !== 200) throw new Error(`a hook was answered with ${answer.statusCode}`)
    }),
  )
  await agent.close()
  return { rate: count / time, times, peakMemoryMiB: memory / 1_048_576 }
}
