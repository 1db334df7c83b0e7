import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** A bare TCP server on a free loopback port that does whatever the test wants with each connection. */
export interface TcpServer {
  port: number
  /** Everything each connection has sent so far, in order of connecting. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

/** Starts one; it is closed, with its connections, after the test. */
export async function startTcpServer(onConnection: (socket: Socket, heard: () => string) => void): Promise<TcpServer> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    const index = heard.push('') - 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      heard[index] += chunk.toString('latin1')
    })
    onConnection(socket, () => heard[index] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  onTestFinished(close)
  return { port: (server.address() as AddressInfo).port, heard, close }
}

/** Calls `task` once a whole request with this body has come in. */
export function whenHeard(socket: Socket, heard: () => string, end: string, task: () => void): void {
  let done = false
  socket.on('data', () => {
    if (done || !heard().endsWith(end)) return
    done = true
    task()
  })
}

/** An HTTP/1.1 answer as bytes. */
export function httpAnswer(status: number, body: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({ 'content-length': String(Buffer.byteLength(body)), ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n${body}`
}
