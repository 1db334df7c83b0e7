import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A text as it arrived. */
export interface ReceivedText {
  recipient: string
  message: string
}

/** Answers one request, or leaves it hanging. */
export type Answer = (response: ServerResponse, text: ReceivedText, requestid: string) => void

/** A provider whose every answer the test writes: for the outcomes that matter to the outbox. */
export interface ScriptedProvider {
  readonly baseUrl: string
  /** Everything that arrived whole, in order. */
  readonly received: ReceivedText[]
  /** The answer from now on. */
  answer: Answer
  close(): Promise<void>
}

/** The answers a provider can give, by what they mean. */
export const answers = {
  accept: (response, text, requestid) =>
    json(response, 200, { requestid, recipient: text.recipient, sender: 'Desk', statusInt: 0, statusStr: 'ENROUTE' }),
  refuse: (response) => json(response, 400, { error: 'Invalid recipient' }),
  wrongToken: (response) => json(response, 401, { error: 'Unauthorized' }),
  busy: (response) => json(response, 503, { error: 'Busy' }, { 'retry-after': '1' }),
  tooMany: (response) => json(response, 429, { error: 'Slow down' }, { 'retry-after': '30' }),
  serverError: (response) => json(response, 500, { error: 'Oops' }),
  hangUp: (response) => void response.socket?.destroy(),
  gibberish: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
  nothing: () => undefined,
} satisfies Record<string, Answer>

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Starts it on a free loopback port, accepting everything. */
export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const received: ReceivedText[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      // A status query, as the connection test asks one: known to nobody.
      if (request.method === 'GET') {
        json(response, 200, { statusInt: 9, statusStr: 'UNKNOWN' })
        return
      }
      const text = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedText
      received.push(text)
      provider.answer(response, text, `RAAA${received.length}.1700000000000000${received.length}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const provider: ScriptedProvider = {
    baseUrl: `http://127.0.0.1:${port}/api/v2/`,
    received,
    answer: answers.accept,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return provider
}
