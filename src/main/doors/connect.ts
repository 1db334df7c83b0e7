import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { DeskClient } from '../../shared/contract/client.ts'
import { AUTHORIZATION_SCHEME, COMMAND_LINE_PATH, PROOF_HEADER } from './command-line.ts'
import { readDoorFile } from './door-file.ts'
import { newToken, proofOf, sameToken } from './token.ts'

/** Time a running desk has to let its command line in, in milliseconds. */
const CONNECT_MS = 5_000

/** A desk that runs on a data folder, reached from another process. */
export interface RunningDesk {
  client: DeskClient
  close(): void
}

/**
 * Reaches the desk that runs on a data folder. Both sides prove that they know the folder's token, so that a file left
 * behind by a crash, whose port now belongs to some other program, neither misleads nor betrays anything.
 * @returns null when no desk runs there
 */
export async function connectToRunningDesk(dataFolder: string): Promise<RunningDesk | null> {
  const found = await readDoorFile(dataFolder)
  if (found === null) return null
  const challenge = newToken()
  const socket = new WebSocket(`ws://127.0.0.1:${found.port}${COMMAND_LINE_PATH}`, {
    handshakeTimeout: CONNECT_MS,
    perMessageDeflate: false,
    headers: { authorization: `${AUTHORIZATION_SCHEME} ${challenge}.${proofOf(found.token, 'caller', challenge)}` },
  })
  let proven = false
  socket.once('upgrade', (response) => {
    const proof = response.headers[PROOF_HEADER]
    proven = sameToken(typeof proof === 'string' ? proof : undefined, proofOf(found.token, 'desk', challenge))
  })
  const open = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(proven))
    socket.once('close', () => resolve(false))
    // Refused, timed out, or no desk at all: the close event follows.
    socket.on('error', () => undefined)
  })
  if (!open) {
    socket.terminate()
    return null
  }
  // The link speaks the standard WebSocket of browsers, which ws implements but for its types.
  const websocket = socket as unknown as globalThis.WebSocket
  socket.binaryType = 'arraybuffer'
  return { client: createORPCClient<DeskClient>(new RPCLink({ websocket })), close: () => socket.close() }
}
