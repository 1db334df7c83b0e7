import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A provider that does nothing but take texts and count, so that its count can be believed. */
export interface CountingCarrier {
  /** Base URL for a Connectel account. */
  readonly baseUrl: string
  /** How often each text was taken, by text. */
  readonly taken: ReadonlyMap<string, number>
  /** Requests being answered at this moment. */
  readonly inFlight: number
  /** Called when a request has been read whole and counted, before it is answered. */
  onTaken: (() => void) | null
  /** Called when the answer has been handed to the operating system. */
  onAnswered: (() => void) | null
  close(): Promise<void>
}

/** @param answerDelayMs time between taking a text and answering, in milliseconds */
export async function startCountingCarrier(answerDelayMs = 5): Promise<CountingCarrier> {
  const taken = new Map<string, number>()
  let inFlight = 0
  let reference = 0

  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { message: string; recipient: string; sender: string }
      taken.set(body.message, (taken.get(body.message) ?? 0) + 1)
      inFlight += 1
      carrier.onTaken?.()
      setTimeout(() => {
        inFlight -= 1
        reference += 1
        const answer = {
          requestid: `RAAA${reference}.17000000000000${reference}`,
          recipient: body.recipient,
          sender: body.sender,
          statusInt: 0,
          statusStr: 'ENROUTE',
        }
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer), () => carrier.onAnswered?.())
      }, answerDelayMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const carrier: CountingCarrier = {
    baseUrl: `http://127.0.0.1:${port}/api/v2/`,
    taken,
    get inFlight() {
      return inFlight
    },
    onTaken: null,
    onAnswered: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return carrier
}
