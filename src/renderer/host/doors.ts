import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { DoorShut, type Door } from './connection.ts'

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
      let open = true
      const closed = new Promise<void>((resolveClosed) => {
        port.addEventListener('close', () => {
          open = false
          resolveClosed()
        })
      })
      port.start()
      resolve({ link: new PortLink({ port }), isOpen: () => open, closed })
    }
    window.addEventListener('message', take)
    window.postMessage(READY_MESSAGE, location.origin)
  })

/**
 * Browser: a WebSocket on the page's own origin; the session cookie travels with it. A browser does not say why a
 * socket did not open, so the host is asked over HTTP whether it still knows this window: after a restart it does
 * not, until its new address has been opened.
 */
export const socketDoor: Door = async () => {
  try {
    return await openSocket()
  } catch (error) {
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    if (answer?.status === 401 || answer?.status === 403) throw new DoorShut()
    throw error
  }
}

function openSocket(): ReturnType<Door> {
  return new Promise((resolve, reject) => {
    const address = new URL('/rpc', location.href)
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
    const websocket = new WebSocket(address)
    const closed = new Promise<void>((resolveClosed) => {
      websocket.addEventListener('close', () => {
        reject(new Error('The host does not answer.'))
        resolveClosed()
      })
    })
    websocket.addEventListener('open', () =>
      resolve({ link: new SocketLink({ websocket }), isOpen: () => websocket.readyState === WebSocket.OPEN, closed }),
    )
  })
}

/** The door of this page: the desktop shell serves it under `app:`, the browser shell under `http:`. */
export function doorFor(protocol: string): Door {
  return protocol === 'app:' ? portDoor : socketDoor
}
