import { MessageChannelMain, type BrowserWindow, type IpcMain } from 'electron'
import type { Door } from '../doors/connection.ts'
import { serveMessagePort } from '../doors/message-port.ts'
import type { Log } from '../log/log.ts'
import { ASK_CHANNEL, mayHaveThePort, PORT_CHANNEL } from './rules.ts'

/**
 * Gives the desk's own page its one port to the host when it asks, and nobody else. A page that asks again, after a
 * reload, gets a new one and the old one is closed: there are never two.
 */
export function handOverPort(ipc: IpcMain, window: BrowserWindow, door: Door, log: Log): void {
  let closeCurrent: (() => void) | null = null
  ipc.on(ASK_CHANNEL, (event) => {
    const frame = event.senderFrame
    const isDeskWindow = !window.isDestroyed() && event.sender === window.webContents
    if (frame === null || !mayHaveThePort({ origin: frame.origin, url: frame.url, parent: frame.parent }, isDeskWindow)) {
      log.warn('door.port_refused')
      return
    }
    closeCurrent?.()
    const { port1, port2 } = new MessageChannelMain()
    closeCurrent = serveMessagePort(door, port1)
    frame.postMessage(PORT_CHANNEL, null, [port2])
  })
}
