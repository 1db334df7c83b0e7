import fastify from 'fastify'
import { Agent, request } from 'undici'
import type { BenchDesk } from './desk.ts'
import type { Rate } from './dispatch.ts'
import { inFlight, seconds } from './timing.ts'

/** Connections that hooks come in on. */
const CONNECTIONS = 50

/** Takes `count` delivery reports, each durable before its answer, against a bare fastify that parses and answers. */
export async function measureHooks({ desk }: BenchDesk, count: number): Promise<Rate> {
  const bare = fastify()
  bare.post('/hook', (_request, reply) => reply.send())
  const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })

  const account = await desk.accounts.add({ provider: 'connectel', name: 'Hooks', config: { sender: 'Desk' }, secrets: { token: 't' } })
  const { address } = (await desk.desk.status()).listener
  if (address === null) throw new Error('the listener does not run')

  const floor = await rateOf(`${bareAddress}/hook`, count)
  const product = await rateOf(`${address}${account.hookPath}`, count)
  await bare.close()
  return { floor, product }
}

async function rateOf(url: string, count: number): Promise<number> {
  const agent = new Agent({ connections: CONNECTIONS })
  let next = 0
  const time = await seconds(() =>
    inFlight(CONNECTIONS, count, async () => {
      next += 1
      const body = JSON.stringify({ action: 'dlr', requestid: `R.${next}`, statusInt: 1, statusStr: 'DELIVRD', recipient: '46701740605' })
      const answer = await request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' }, dispatcher: agent })
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`a hook was answered with ${answer.statusCode}`)
    }),
  )
  await agent.close()
  return count / time
}
