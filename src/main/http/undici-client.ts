import { networkInterfaces } from 'node:os'
import type { Dispatcher } from 'undici'
import { Agent } from 'undici'
import type { HttpClient, HttpFailure, HttpRequest, HttpResponse } from './client.ts'
import { describeFailure, plainFailure } from './failures.ts'

/** Time to resolve the name, connect and shake hands, in ms. */
const CONNECT_TIMEOUT_MS = 10_000

/** Time from the first byte of the request to the last of the answer, in ms, where a request gives none. */
const EXCHANGE_TIMEOUT_MS = 30_000

/** Most bytes of an answer that are kept: 1 MiB. */
export const MAX_BODY_BYTES = 1_048_576

/**
 * How long an idle connection may be used again, in ms. A request written to a connection that the server is just
 * closing ends in "nobody knows"; a new handshake costs a tenth of a second. Servers close after 5 s (Node, Apache)
 * or more, and a shorter wish of theirs (`Keep-Alive: timeout=`) is honoured.
 */
const IDLE_MS = 2_000

export interface HttpClientOptions {
  /** In ms; default 10 s. */
  connectTimeoutMs?: number
  /** In ms; default 30 s. */
  exchangeTimeoutMs?: number
}

/**
 * Calls to providers over HTTP/1.1 with keep-alive. Nothing is ever repeated by the client: one request is at most
 * one write. HTTP/2 stays off since its library layer may move a request to another connection after GOAWAY.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const connectTimeoutMs = options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS
  const exchangeTimeoutMs = options.exchangeTimeoutMs ?? EXCHANGE_TIMEOUT_MS
  const agent = new Agent({
    allowH2: false,
    pipelining: 1,
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: IDLE_MS,
    // One timer of our own covers the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
  })

  return {
    async request(request) {
      const url = parseUrl(request.url)
      if (url === null) return plainFailure('bad_url', false)
      return exchange(agent, url, request, { connectTimeoutMs, exchangeTimeoutMs: request.timeoutMs ?? exchangeTimeoutMs })
    },
    async close() {
      await agent.destroy()
    },
  }
}

function exchange(
  agent: Dispatcher,
  url: URL,
  request: HttpRequest,
  limits: { connectTimeoutMs: number; exchangeTimeoutMs: number },
): Promise<HttpResponse | HttpFailure> {
  const secure = url.protocol === 'https:'
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | null = null
    let settled = false
    let status = 0
    let headers: Record<string, string> = {}
    const chunks: Buffer[] = []
    let bytes = 0

    function settle(result: HttpResponse | HttpFailure): void {
      if (settled) return
      settled = true
      clearTimeout(timer)
      resolve(result)
    }

    function answer(): void {
      settle({ kind: 'response', status, headers, body: decode(chunks) })
    }

    let timer = setTimeout(() => settle(plainFailure('connect_timeout', false)), limits.connectTimeoutMs)

    const handler: Dispatcher.DispatchHandler = {
      // Called once, synchronously, directly before the first byte goes to a connected socket: before it nothing was
      // written, after it everything may have been.
      onRequestStart(start) {
        if (settled || controller !== null) {
          // Given up while still connecting, or (never seen) a second write: this one must not happen.
          start.abort(new Error('not to be written'))
          return
        }
        controller = start
        clearTimeout(timer)
        timer = setTimeout(() => {
          settle(plainFailure('timeout', true))
          start.abort(new Error('exchange timed out'))
        }, limits.exchangeTimeoutMs)
      },
      onResponseStart(_controller, statusCode, incoming) {
        // 1xx announce the answer; they are not it.
        if (statusCode < 200) return
        status = statusCode
        headers = flatHeaders(incoming)
      },
      onResponseData(control, chunk) {
        const room = MAX_BODY_BYTES - bytes
        chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk)
        bytes += chunk.length
        if (bytes > MAX_BODY_BYTES) {
          answer()
          control.abort(new Error('the answer is longer than anyone needs'))
        }
      },
      onResponseEnd: answer,
      onResponseError(_controller, error) {
        settle(describeFailure(error, { written: controller !== null, secure, isolated: isIsolated() }))
      },
    }

    try {
      agent.dispatch(
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method: request.method,
          headers: { ...request.headers },
          body: request.body ?? null,
          idempotent: false,
        },
        handler,
      )
    } catch (error) {
      settle(describeFailure(error, { written: controller !== null, secure }))
    }
  })
}

/** Whether no interface but loopback has an address. */
function isIsolated(): boolean {
  return Object.values(networkInterfaces()).every((addresses) => addresses?.every(({ internal }) => internal) ?? true)
}

function parseUrl(raw: string): URL | null {
  const url = URL.parse(raw)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null
}

function flatHeaders(incoming: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** UTF-8 with a replacement character for whatever is not; a character cut in half at the end is left out. */
function decode(chunks: readonly Buffer[]): string {
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks), { stream: true })
}
