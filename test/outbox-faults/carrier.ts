import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A call as it arrived whole, with the ways to answer it. */
export interface CarrierCall {
  /** E.164 with `+`. */
  numbers: string[]
  text: string
  /** In the form for several numbers. */
  isList: boolean
  sender: string
  /** Takes all numbers, but for those in `except`. */
  accept(except?: readonly string[]): void
  /** Any other answer. */
  answer(status: number, body?: unknown, headers?: Record<string, string>): void
  /** Closes the connection without an answer. */
  hangUp(): void
}

/** A provider of Connectel's protocol whose every answer the test gives. */
export interface Carrier {
  baseUrl: string
  /** Everything that arrived, in order. */
  readonly calls: CarrierCall[]
  /** Called with each call; takes it unless the test says otherwise. Doing nothing leaves it open. */
  onCall: (call: CarrierCall) => void
  /** All texts that arrived, one for each number: `+46… text`. */
  arrivals(): string[]
  /** How often a text arrived for a number. */
  times(to: string, text: string): number
  /** Closes every connection: no call hangs any more. */
  hangUp(): void
}

interface SendRequest {
  message: string
  sender: string
  recipient: string | Array<Record<string, string>>
}

/** Starts one on a free loopback port. Closed after the test. */
export async function startCarrier(): Promise<Carrier> {
  const calls: CarrierCall[] = []
  let lastReference = 0
  const newRef = (): string => {
    lastReference += 1
    return `RAAA${lastReference}.1700000000${lastReference}`
  }

  function readCall({ message, sender, recipient }: SendRequest, response: ServerResponse): CarrierCall {
    const listed = typeof recipient === 'string' ? [['', recipient] as const] : recipient.flatMap((entry) => Object.entries(entry))
    const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): void => {
      // An answer that comes late, or a second time, finds nobody.
      if (response.headersSent) return
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    }
    return {
      numbers: listed.map(([, number]) => `+${number}`),
      text: message,
      isList: typeof recipient !== 'string',
      sender,
      accept(except = []) {
        const taken = listed.filter(([, number]) => !except.includes(`+${number}`))
        const entries = taken.map(([key, number]) => ({ key, recipient: number, requestid: newRef() }))
        if (typeof recipient === 'string') {
          answer(200, { requestid: newRef(), recipient, sender, statusInt: 0, statusStr: 'ENROUTE' })
        } else answer(200, { bulkid: `B${newRef()}`, recipient: entries, sender, statusInt: 0, statusStr: 'QUEUED' })
      },
      answer,
      hangUp: () => void response.socket?.destroy(),
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      // A question what became of a text: known to nobody.
      if (request.method === 'GET') {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
        return
      }
      const call = readCall(JSON.parse(Buffer.concat(chunks).toString('utf8')) as SendRequest, response)
      calls.push(call)
      carrier.onCall(call)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const arrivals = (): string[] => calls.flatMap(({ numbers, text }) => numbers.map((number) => `${number} ${text}`))
  const carrier: Carrier = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/`,
    calls,
    onCall: (call) => call.accept(),
    arrivals,
    hangUp: () => server.closeAllConnections(),
    times: (to, text) => arrivals().filter((arrival) => arrival === `${to} ${text}`).length,
  }
  return carrier
}
