import { request } from 'undici'
import { onTestFinished } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { Carrier, CarrierOptions } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import type { CarrierProtocol } from '../../src/main/sandbox/carrier/protocol.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** The only token the carriers of these tests know. */
export const TOKEN = 'tok-example'

/** A carrier that speaks one more protocol, a desk that takes its hooks, and the clock of both. */
export interface CarrierDesk {
  carrier: Carrier
  clock: FakeClock
  desk: ScriptedServer
}

/** Answers at once and reports nothing, unless told otherwise. Stopped after the test. */
export async function openCarrier(
  protocol: CarrierProtocol,
  behaviour: Partial<SandboxBehaviour> = {},
  options: Partial<CarrierOptions> & { start?: number; hooks?: boolean } = {},
): Promise<CarrierDesk> {
  const { start, hooks = true, ...rest } = options
  const desk = await startScriptedServer()
  const clock = createFakeClock(start)
  const hookUrl = hooks ? `${desk.address}/hooks/a/b` : null
  const carrier = await startCarrier({
    clock,
    protocols: [protocol],
    behaviour: { answerDelayMs: 0, receiptDelayMs: 0, receipt: 'none', ...behaviour },
    findToken: (token) => Promise.resolve(token === TOKEN ? { hookUrl } : null),
    ...rest,
  })
  onTestFinished(() => carrier.stop())
  return { carrier, clock, desk }
}

/** What a call was answered with. */
export interface Answer {
  status: number
  headers: Record<string, unknown>
  text: string
  json(): Record<string, unknown>
}

/** One HTTP call. A body that is no text goes out as JSON. */
export async function call(
  url: string,
  options: { method?: 'GET' | 'POST' | 'PUT'; headers?: Record<string, string>; body?: string | Buffer | object } = {},
): Promise<Answer> {
  const { body } = options
  const sent = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  const answer = await request(url, {
    method: options.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...options.headers },
    ...(sent === undefined ? {} : { body: sent }),
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) as Record<string, unknown> }
}

/** The bodies of the hooks that came, read as JSON. */
export function hooksOf(desk: ScriptedServer): Record<string, unknown>[] {
  return desk.seen.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
}
