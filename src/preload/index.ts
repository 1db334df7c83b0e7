import { ipcRenderer } from 'electron'

/** What the window says once it listens, what it is answered with, and what main is asked. */
const READY_MESSAGE = 'sms-desk:ready'
const PORT_MESSAGE = 'sms-desk:port'
const ASK_CHANNEL = 'sms-desk:ask-for-port'

// Hands the window its port to the host and knows nothing else. Main decides whether this frame may have one.
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === READY_MESSAGE) ipcRenderer.send(ASK_CHANNEL)
})
ipcRenderer.on(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, location.origin, [...event.ports])
})
