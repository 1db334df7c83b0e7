import type { WebSocket } from 'ws'
import type { Door } from './connection.ts'
import { MAX_UNREAD_BYTES } from './limits.ts'

/** Close codes of RFC 6455 §7.4.1. */
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008

/**
 * Answers the contract on a WebSocket until it closes. The server that made the socket sets `maxPayload`.
 * @returns closes the socket from this side, saying that the desk stops
 */
export function serveWebSocket(door: Door, socket: WebSocket): () => void {
  const connection = door.connect({
    send(message) {
      // A caller that asks and never reads would otherwise fill the host's memory.
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
      else socket.send(message)
    },
    hangUp: () => socket.close(POLICY_VIOLATION),
  })
  socket.on('message', (data, isBinary) => void connection.receive(isBinary ? joined(data) : joined(data).toString('utf8')))
  socket.on('close', () => connection.close())
  // The close event follows every error, and says all there is to do.
  socket.on('error', () => undefined)
  return () => {
    connection.close()
    socket.close(GOING_AWAY)
  }
}

function joined(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}
