import type { Page } from '@playwright/test'

/**
 * Puts a gate on the way from the desk to this window: what arrives while it is shut is let through, in order, when it opens.
 * @returns what shuts it, which returns what opens it again
 */
export async function delayableConnection(page: Page): Promise<() => () => void> {
  let shut = false
  const waiting: (() => void)[] = []
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (shut) waiting.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return () => {
    shut = true
    return () => {
      shut = false
      for (const send of waiting.splice(0)) send()
    }
  }
}
