import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { App } from '../app/createApp.ts'
import { createDoor, type DeskRouter } from './connection.ts'
import { removeDoorFile, writeDoorFile } from './door-file.ts'
import { MAX_MESSAGE_BEFORE_CLOSE } from './limits.ts'
import { newToken, proofOf, sameToken } from './token.ts'
import { serveWebSocket } from './websocket.ts'

/** Scheme of the `authorization` header: `SMS-Desk <challenge>.<proof>`. */
export const AUTHORIZATION_SCHEME = 'SMS-Desk'
/** Header in which the desk shows that it knows the token too. */
export const PROOF_HEADER = 'x-sms-desk-proof'
/** The one path the door answers on. */
export const COMMAND_LINE_PATH = '/command-line'

/** A desk's own command line can reach it while this is open. */
export interface CommandLineDoor {
  readonly port: number
  close(): Promise<void>
}

/**
 * Lets the command line of the same data folder talk to this desk: a WebSocket on 127.0.0.1 and a free port, with a
 * random token that only the folder's owner can read. The file that leads there is written once the desk's data is
 * open, and not before: a second desk on the folder must not hide the first.
 */
export async function openCommandLineDoor(options: { app: App; router: DeskRouter; dataFolder: string }): Promise<CommandLineDoor> {
  const { app, router, dataFolder } = options
  const token = newToken()
  const door = createDoor({ app, router })
  const http = createServer({ requestTimeout: 10_000 }, (_request, response) => {
    response.writeHead(404, { connection: 'close' }).end()
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BEFORE_CLOSE, perMessageDeflate: false })
  const closers = new Set<() => void>()

  sockets.on('headers', (headers, request) => {
    const challenge = challengeOf(request, token)
    if (challenge !== null) headers.push(`${PROOF_HEADER}: ${proofOf(token, 'desk', challenge)}`)
  })
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (request.url !== COMMAND_LINE_PATH || isFromAPage(request) || challengeOf(request, token) === null) {
      app.log.warn('door.command_line_refused')
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy())
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const close = serveWebSocket(door, webSocket)
      closers.add(close)
      webSocket.on('close', () => closers.delete(close))
    })
  })

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  const { port } = http.address() as AddressInfo

  let publishing = Promise.resolve()
  let closed = false
  async function publishAfter(earlier: Promise<void>): Promise<void> {
    await earlier
    if (closed || app.startupProblem() !== null) return
    try {
      await writeDoorFile(dataFolder, { version: 1, pid: process.pid, port, token })
    } catch (error) {
      // The desk works without it; the command line then says that the folder is in use.
      app.log.error('door.file_not_written', error)
    }
  }
  function publishWhenOpen(): void {
    publishing = publishAfter(publishing)
  }
  const unsubscribe = app.events.subscribe((event) => {
    if (event.kind === 'startup') publishWhenOpen()
  })
  publishWhenOpen()
  await publishing

  return {
    port,
    async close() {
      closed = true
      unsubscribe()
      await publishing
      await removeDoorFile(dataFolder, token)
      for (const close of closers) close()
      await new Promise<void>((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
        for (const socket of sockets.clients) socket.terminate()
      })
    },
  }
}

/** The caller's challenge when its proof is right, else null. */
function challengeOf(request: IncomingMessage, token: string): string | null {
  const [scheme, credentials = ''] = (request.headers.authorization ?? '').split(' ')
  const [challenge = '', proof] = credentials.split('.')
  if (scheme !== AUTHORIZATION_SCHEME || challenge.length < 20) return null
  return sameToken(proof, proofOf(token, 'caller', challenge)) ? challenge : null
}

/** Pages of a browser always send an origin with a WebSocket; the command line never does. */
function isFromAPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined
}
