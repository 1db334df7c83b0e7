import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { withDefaults } from '../../src/main/accounts/form.ts'
import type { SeenRequest } from '../support/scripted-server.ts'
import type { OpenCounterpart, Taken } from './counterpart.ts'

export interface GatewayAnswer {
  status: number
  headers?: Readonly<Record<string, string>>
  body: string
}

/** A gateway as its public documentation describes it. */
export interface Gateway {
  config: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
  /** Number and text of a request that keeps the rules; null for one that breaks them. */
  read(request: SeenRequest): { to: string; text: string } | null
  /** The answer to a text that was taken. */
  accept(taken: Taken): GatewayAnswer
  /** The answer to a request that breaks a rule. */
  broken: GatewayAnswer
  /** Documented errors by key. */
  errors: Readonly<Record<string, GatewayAnswer>>
  faults: Readonly<Record<'refuse_number' | 'wrong_token' | 'no_credit' | 'busy' | 'rate_limited' | 'server_error', GatewayAnswer>>
}

const PAGE: GatewayAnswer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><h1>It works!</h1>' }

/** The other side for a provider that the sandbox has no carrier of. */
export function gatewayOf(gateway: Gateway): OpenCounterpart {
  return async (adapter) => {
    const taken: Taken[] = []
    let behaviour: { answer: SandboxBehaviour['answer']; error: string | null } = { answer: 'accept', error: null }

    function answerTo(request: SeenRequest): GatewayAnswer | 'hang_up' | 'silence' {
      const { answer, error } = behaviour
      if (answer === 'drop_before') return 'hang_up'
      const told = error === null ? undefined : gateway.errors[error]
      if (told !== undefined) return told
      if (answer in gateway.faults) return gateway.faults[answer as keyof Gateway['faults']]
      const read = gateway.read(request)
      if (read === null) return gateway.broken
      const one: Taken = { ...read, ids: [`GW${String(taken.length + 1).padStart(30, '0')}`], callId: null }
      taken.push(one)
      if (answer === 'drop_after') return 'hang_up'
      if (answer === 'silent') return 'silence'
      return answer === 'unreadable' || answer === 'muddled' ? PAGE : gateway.accept(one)
    }

    const server = createServer((request, response) => void respond(request, response))
    async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const answer = answerTo(await seenOf(request))
      if (answer === 'hang_up') request.socket.destroy()
      if (typeof answer === 'string') return
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(answer.body)
    }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const stop = async (): Promise<void> => {
      if (!server.listening) return
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    onTestFinished(stop)
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const url = (gateway.config['url'] ?? '').replace(/^https:\/\/[^/?]+/, address)
    return {
      account: { id: 'account', config: withDefaults(adapter.descriptor, { ...gateway.config, url }), secrets: gateway.secrets },
      taken: () => taken,
      spoken: () => [],
      behave({ answer, error }) {
        behaviour = { answer: answer ?? behaviour.answer, error: error === undefined ? behaviour.error : error }
      },
      errorKeys: Object.keys(gateway.errors),
      refused: (number) => number,
      hooks: () => [],
      carrier: null,
      stop,
    }
  }
}

async function seenOf(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return { method: request.method ?? '', url: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') }
}
