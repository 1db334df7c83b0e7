import { ORPCError, type Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/websocket'
import type { Contract } from '../../shared/contract/index.ts'
import type { App } from '../app/createApp.ts'
import type { RequestContext } from '../app/implement.ts'
import { busy, tooLarge, unknownOperation, unreadable } from './door-errors.ts'
import { MAX_CALLS_IN_FLIGHT, MAX_MESSAGE, MAX_MESSAGE_BEFORE_CLOSE, MAX_STREAMS } from './limits.ts'

/** Every operation of the contract, implemented. */
export type DeskRouter = Router<Contract, RequestContext>

/** One caller on the other side of a port or a socket. Knows nothing of how the bytes travel. */
export interface Connection {
  /** Takes one message from the caller. Never throws and never rejects. */
  receive(message: unknown): Promise<void>
  /** Aborts what the caller has under way and sends nothing more. Doing it twice changes nothing. */
  close(): void
}

/** How a connection reaches its caller. */
export interface Wire {
  send(message: string | ArrayBufferLike | Uint8Array): void
  /** Called when the caller breaks the limits so badly that nothing more is taken from it. */
  hangUp(): void
}

/** Where callers come in: answers the contract's operations and bounds what one caller can ask for at a time. */
export interface Door {
  connect(wire: Wire): Connection
}

interface ConnectionContext extends RequestContext {
  /** What this connection has under way. */
  calls: { running: number; streams: number }
  /** The call itself: whether its answer became a stream that still counts. */
  call: { streams: boolean }
}

type Incoming = string | ArrayBuffer

/**
 * Makes the door that all transports share, so that a call gets the same answer, and the same error, whichever way
 * it comes in. Errors always carry the contract's error data.
 */
export function createDoor({ app, router }: { app: App; router: DeskRouter }): Door {
  const handler = new RPCHandler<ConnectionContext>(router, {
    interceptors: [
      async ({ context, next }) => {
        const { calls, call } = context
        if (calls.running >= MAX_CALLS_IN_FLIGHT) throw busy()
        calls.running += 1
        try {
          const result = await next()
          if (!result.matched) throw unknownOperation()
          const { body } = result.response
          if (isStream(body)) {
            if (calls.streams >= MAX_STREAMS) {
              await body.return?.()
              throw busy()
            }
            calls.streams += 1
            call.streams = true
          }
          return result
        } catch (error) {
          // Everything a handler throws is one of the contract's errors by now; the rest could not be decoded.
          throw error instanceof ORPCError || isAbort(error) ? error : unreadable()
        } finally {
          calls.running -= 1
        }
      },
    ],
  })

  return {
    connect(wire) {
      let closed = false
      const calls = { running: 0, streams: 0 }
      const peer = {
        addEventListener() {
          // Messages are handed in through `receive`.
        },
        send(message: string | ArrayBufferLike | Blob | ArrayBufferView) {
          if (closed || message instanceof Blob) return
          wire.send(message as string | ArrayBufferLike | Uint8Array)
        },
      }

      function close(): void {
        if (closed) return
        closed = true
        handler.close(peer)
      }

      async function receive(raw: unknown): Promise<void> {
        const message = asIncoming(raw)
        const size = message === null ? 0 : sizeOf(message)
        if (message === null || size > MAX_MESSAGE_BEFORE_CLOSE) {
          close()
          wire.hangUp()
          return
        }
        if (size > MAX_MESSAGE) {
          const callId = callIdOf(message)
          if (callId !== null) peer.send(errorAnswer(callId, tooLarge()))
          return
        }
        const call = { streams: false }
        try {
          await handler.message(peer, message, { context: { app, calls, call } })
        } catch (error) {
          if (closed) return
          // The message was no message of the protocol: nothing to answer to.
          app.log.warn('door.unreadable_message', { error: error instanceof Error ? error.name : 'unknown' })
          close()
          wire.hangUp()
        } finally {
          if (call.streams) calls.streams -= 1
        }
      }

      return {
        close,
        async receive(raw) {
          if (!closed) await receive(raw)
        },
      }
    },
  }
}

function isStream(body: unknown): body is AsyncIterator<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** Text or bytes as the handler takes them, or null for anything else that came through a port. */
function asIncoming(raw: unknown): Incoming | null {
  if (typeof raw === 'string' || raw instanceof ArrayBuffer) return raw
  if (raw instanceof Uint8Array) return raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer
  return null
}

function sizeOf(message: Incoming): number {
  return typeof message === 'string' ? message.length : message.byteLength
}

/** The id of a call from the first bytes of its message, without reading the rest. Null when it is not there. */
function callIdOf(message: Incoming): string | null {
  const start = typeof message === 'string' ? message.slice(0, 64) : new TextDecoder().decode(message.slice(0, 64))
  return /^\{"i":"([^"\\]{1,40})"/.exec(start)?.[1] ?? null
}

/** An error as oRPC's peer protocol writes it: `i` is the call, `s` the status, `b` the body. */
function errorAnswer(callId: string, error: ORPCError<string, unknown>): string {
  return JSON.stringify({ i: callId, p: { s: error.status, b: { json: error.toJSON() } } })
}
