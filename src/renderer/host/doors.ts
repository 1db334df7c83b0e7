import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { Door } from './connection.ts'

/** What the preload posts, together with the port. */
const PORT_MESSAGE = 'sms-desk:port'
/** What the window posts once it listens. */
const READY_MESSAGE = 'sms-desk:ready'

/**
 * Electron: asks the preload for the message port and takes it from the first answer of this very window. The
 * port lives as long as the host.
 */
export const portDoor: Door = () =>
  new Promise((resolve) => {
    function take(event: MessageEvent): void {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return
      window.removeEventListener('message', take)
      const closed = new Promise<void>((resolveClosed) => {
        port.addEventListener('close', () => resolveClosed())
      })
      port.start()
      resolve({ link: new PortLink({ port }), closed })
    }
    window.addEventListener('message', take)
    window.postMessage(READY_MESSAGE, location.origin)
  })

/** Browser: a WebSocket on the page's own origin; the session cookie travels with it. */
export const socketDoor: Door = () =>
  new Promise((resolve, reject) => {
    const address = new URL('/rpc', location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    const websocket = new WebSocket(address)
    const closed = new Promise<void>((resolveClosed) => {
      websocket.addEventListener('close', () => {
        reject(new Error('The host does not answer.'))
        resolveClosed()
      })
    })
    websocket.addEventListener('open', () => resolve({ link: new SocketLink({ websocket }), closed }))
  })

/** The door of this page: the desktop shell serves it under `app:`, the browser shell under `http:`. */
export function doorFor(protocol: string): Door {
  return protocol === 'app:' ? portDoor : socketDoor
}
