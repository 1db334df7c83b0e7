import type { Door } from './connection.ts'

/** A message port as the host sees it: Node's and Electron's both have this shape. */
export interface HostPort {
  /** Electron hands over an event with `data`, Node the data itself. */
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/**
 * Answers the contract on a message port until it closes.
 * @returns closes the port from this side
 */
export function serveMessagePort(door: Door, port: HostPort): () => void {
  const connection = door.connect({
    send: (message) => port.postMessage(message),
    hangUp: () => port.close(),
  })
  port.on('message', (message) => void connection.receive(dataOf(message)))
  port.on('close', () => connection.close())
  port.start()
  return () => {
    connection.close()
    port.close()
  }
}

function dataOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'data' in message ? message.data : message
}
