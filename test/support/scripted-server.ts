import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as the server got it. */
export interface SeenRequest {
  method: string
  url: string
  /** Lower-case names. */
  headers: Record<string, string>
  body: string
}

/** An answer to give, or what to do instead of one. */
export type ScriptedAnswer = { status?: number; headers?: Record<string, string>; body?: string | Buffer } | 'hang_up' | 'silence'

export interface ScriptedServer {
  /** `http://127.0.0.1:port`. */
  address: string
  readonly seen: readonly SeenRequest[]
  /** What the next requests are answered with. */
  answer(answer: ScriptedAnswer): void
}

/** A real HTTP server on a free loopback port that answers as told and remembers what it was asked. Closed after the test. */
export async function startScriptedServer(first: ScriptedAnswer = {}): Promise<ScriptedServer> {
  let answer = first
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    void take(request, response)
  })
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers, body })
    give(answer, response)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer(next) {
      answer = next
    },
  }
}

function give(answer: ScriptedAnswer, response: ServerResponse): void {
  if (answer === 'silence') return
  if (answer === 'hang_up') {
    response.destroy()
    return
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
  response.end(answer.body ?? '')
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
