import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { keyOf } from './plan.ts'

/** A provider that does nothing but take texts and count, so that its count can be believed. It speaks Connectel's protocol. */
export interface CountingCarrier {
  /** Base URL for a Connectel account. */
  readonly baseUrl: string
  /** How often each text was taken, by {@link keyOf}: number and text, each number of a list by itself. */
  readonly taken: ReadonlyMap<string, number>
  /** The id given for each text that was taken. */
  readonly refs: ReadonlyMap<string, string>
  /** What was taken, in that order. */
  readonly arrivals: readonly string[]
  /** Numbers in each call, in the order they came. */
  readonly calls: readonly number[]
  /** Calls taken and not answered at this moment. */
  readonly inFlight: number
  /** A connection was accepted, and no byte of it read. Answer false to never read any: it is closed. */
  onConnection: (() => boolean) | null
  /** A request has been read whole and counted, and is not answered yet. */
  onTaken: (() => void) | null
  /** An answer has been handed to the operating system. */
  onAnswered: (() => void) | null
  /** Waits until everything that was on its way has been read: what a dead process had written arrives all the same. */
  quiet(): Promise<void>
  close(): Promise<void>
}

interface SendRequest {
  message: string
  sender: string
  recipient: string | Array<Record<string, string>>
}

/**
 * @param random uniform in [0, 1): answers take between nothing and `longestAnswerMs`
 * @param longestAnswerMs in milliseconds
 */
export async function startCountingCarrier(random: () => number, longestAnswerMs = 8): Promise<CountingCarrier> {
  const taken = new Map<string, number>()
  const refs = new Map<string, string>()
  const arrivals: string[] = []
  const calls: number[] = []
  const sockets = new Set<Socket>()
  let inFlight = 0
  let lastReference = 0
  let whenQuiet: (() => void) | null = null

  function take(number: string, text: string): string {
    const key = keyOf(`+${number}`, text)
    lastReference += 1
    const ref = `RAAA${lastReference}.17000000000000${String(lastReference).padStart(5, '0')}`
    taken.set(key, (taken.get(key) ?? 0) + 1)
    refs.set(key, ref)
    arrivals.push(key)
    return ref
  }

  function answerTo({ message, sender, recipient }: SendRequest): object {
    calls.push(typeof recipient === 'string' ? 1 : recipient.length)
    if (typeof recipient === 'string') {
      return { requestid: take(recipient, message), recipient, sender, statusInt: 0, statusStr: 'ENROUTE' }
    }
    const entries = recipient.flatMap((entry) => Object.entries(entry))
    const listed = entries.map(([key, number]) => ({ key, recipient: number, requestid: take(number, message) }))
    return { bulkid: `BAAA.${listed[0]?.requestid ?? 'none'}`, recipient: listed, sender, statusInt: 0, statusStr: 'QUEUED' }
  }

  const http = createHttpServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      // A question what became of a text: known to nobody.
      if (request.method === 'GET') {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
        return
      }
      const answer = answerTo(JSON.parse(Buffer.concat(chunks).toString('utf8')) as SendRequest)
      inFlight += 1
      carrier.onTaken?.()
      setTimeout(() => {
        inFlight -= 1
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer), () => carrier.onAnswered?.())
      }, random() * longestAnswerMs)
    })
  })

  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      if (sockets.size === 0) whenQuiet?.()
    })
    if (carrier.onConnection?.() === false) {
      socket.destroy()
      return
    }
    http.emit('connection', socket)
    socket.resume()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const carrier: CountingCarrier = {
    baseUrl: `http://127.0.0.1:${port}/api/v2/`,
    taken,
    refs,
    arrivals,
    calls,
    get inFlight() {
      return inFlight
    },
    onConnection: null,
    onTaken: null,
    onAnswered: null,
    async quiet() {
      // Connections that wait to be accepted are, one turn of the event loop after the other.
      for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
      if (sockets.size === 0) return
      await new Promise<void>((resolve) => {
        whenQuiet = resolve
      })
      whenQuiet = null
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        http.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return carrier
}
