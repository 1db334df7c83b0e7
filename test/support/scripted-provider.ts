import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A text as it arrived. */
export interface ReceivedText {
  recipient: string
  message: string
}

/** A call with several numbers (docs/providers/connectel.md). */
interface ReceivedBulk {
  bulk: true
  message: string
  recipient: Record<string, string>[]
}

/** Answers one request, or leaves it hanging. */
export type Answer = (response: ServerResponse, text: ReceivedText, requestid: string) => void

/** A provider whose every answer the test writes: for the outcomes that matter to the outbox. */
export interface ScriptedProvider {
  readonly baseUrl: string
  /** Everything that arrived whole, in order: of a call with several numbers, one for each. */
  readonly received: ReceivedText[]
  /** Numbers of each call that arrived whole. */
  readonly calls: string[][]
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
  const calls: string[][] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      // A status query, as the connection test asks one: known to nobody.
      if (request.method === 'GET') {
        json(response, 200, { statusInt: 9, statusStr: 'UNKNOWN' })
        return
      }
      const sent = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedText | ReceivedBulk
      if ('bulk' in sent) {
        takeBulk(response, sent)
        return
      }
      const text = sent
      received.push(text)
      calls.push([text.recipient])
      provider.answer(response, text, `RAAA${received.length}.1700000000000000${received.length}`)
    })
  })

  /** Each number of an accepted call gets an id of its own; any other answer is that of the whole call. */
  function takeBulk(response: ServerResponse, { message, recipient }: ReceivedBulk): void {
    const entries = recipient.flatMap((one) => Object.entries(one))
    const before = received.length
    received.push(...entries.map(([, number]) => ({ recipient: number, message })))
    calls.push(entries.map(([, number]) => number))
    const [first] = entries
    if (provider.answer !== answers.accept || first === undefined) {
      provider.answer(response, { recipient: first?.[1] ?? '', message }, `RAAA${received.length}.1700000000000000${received.length}`)
      return
    }
    const taken = entries.map(([key, number], index) => ({
      key,
      recipient: number,
      requestid: `RAAA${before + index + 1}.1700000000000000${before + index + 1}`,
    }))
    json(response, 200, {
      bulkid: `BAAA${calls.length}.1700000000000000`,
      recipient: taken,
      sender: 'Desk',
      statusInt: 0,
      statusStr: 'QUEUED',
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const provider: ScriptedProvider = {
    baseUrl: `http://127.0.0.1:${port}/api/v2/`,
    received,
    calls,
    answer: answers.accept,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return provider
}
