import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify from 'fastify'
import { METHODS } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HookAccount } from '../accounts/operations.ts'
import type { HookAnswer } from '../providers/types.ts'
import type { Probes } from './probe.ts'
import { isReadable } from './read-request.ts'

/** What a request may take of the computer. Times are in milliseconds. */
export interface ListenerLimits {
  bodyBytes: number
  /** From the first byte to the end of the headers. */
  headersTimeoutMs: number
  /** From the first byte to the last one. */
  requestTimeoutMs: number
  /** How often slow requests are looked for. */
  checkEveryMs: number
  /** A connection on which nothing moves. */
  idleTimeoutMs: number
  connections: number
}

export const DEFAULT_LIMITS: ListenerLimits = {
  bodyBytes: 256 * 1_024,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 15_000,
  checkEveryMs: 1_000,
  idleTimeoutMs: 30_000,
  connections: 256,
}

/** Why a request was turned away before it was read. */
export interface Refusal {
  /** The account whose key the request had; null for strangers. */
  account: HookAccount | null
  /** The account the request named, known or not. */
  accountId: string
  method: string
  contentType: string
  /** A sentence. */
  detail: string
}

/** How a request is answered. */
export interface HookVerdict {
  /** HTTP status. */
  status: number
  /** Left out: an empty body. */
  answer?: HookAnswer
  /** Told once whether the answer left this computer whole. */
  onAnswered?: (whole: boolean) => void
}

export interface HookServerOptions {
  limits: ListenerLimits
  /** The account a request may reach. */
  admit(accountId: string, key: string, source: string): Promise<HookAccount | null>
  /** Takes one request and says what to answer. */
  take(account: HookAccount, request: FastifyRequest): Promise<HookVerdict>
  onRefused(refusal: Refusal): void
  onFault(error: unknown): void
  /** The self-test's own requests. */
  probes?: Probes
}

/** The server has one address, and nobody who lacks a key learns even that. */
const PATH = '/hooks/:accountId/:key'
const TAKEN_METHODS: readonly string[] = ['GET', 'HEAD', 'POST']

interface HookParams {
  accountId: string
  key: string
}

/**
 * Makes the hook server; it does not listen yet. Every answer is a status and nothing else. A request is checked
 * before any of its body is read: account and key (404), method (405), content type (415), length (413).
 */
export function createHookServer({ limits, admit, take, onRefused, onFault, probes }: HookServerOptions): FastifyInstance {
  const admitted = new WeakMap<FastifyRequest, HookAccount>()

  const server = Fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    connectionTimeout: limits.idleTimeoutMs,
    keepAliveTimeout: limits.idleTimeoutMs,
    http: { headersTimeout: limits.headersTimeoutMs, connectionsCheckingInterval: limits.checkEveryMs },
    // A hook in flight at the end is stored or not; its sender repeats it, and a repeated hook changes nothing.
    forceCloseConnections: true,
    return503OnClosing: false,
    exposeHeadRoutes: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 404),
  })
  server.server.maxConnections = limits.connections

  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  for (const method of METHODS) {
    if (method !== 'CONNECT' && !server.supportedMethods.includes(method)) server.addHttpMethod(method)
  }

  server.addHook<{ Params: HookParams }>('onRequest', async (request, reply) => {
    probes?.notice(request)
    if (request.is404) return refuse(reply, 404)
    if (probes?.admit(request)) return
    const { accountId, key } = request.params
    const account = await admit(accountId, key, request.ip)
    const about = { accountId, method: request.method, contentType: request.headers['content-type'] ?? '' }
    if (account === null) {
      onRefused({ account, ...about, detail: 'The address of the request belongs to no account, or its key is wrong.' })
      return refuse(reply, 404)
    }
    if (!TAKEN_METHODS.includes(request.method)) {
      onRefused({ account, ...about, detail: 'The request had a method that hooks do not use.' })
      return refuse(reply.header('allow', TAKEN_METHODS.join(', ')), 405)
    }
    if (request.method === 'POST' && !isReadable(request)) {
      onRefused({ account, ...about, detail: 'The request had a content type that SMS Desk cannot read.' })
      return refuse(reply, 415)
    }
    admitted.set(request, account)
  })

  server.route<{ Params: HookParams }>({
    method: server.supportedMethods,
    url: PATH,
    async handler(request, reply) {
      const account = admitted.get(request)
      if (account === undefined) {
        const answer = probes?.answer(request) ?? null
        return answer === null ? refuse(reply, 404) : reply.code(200).type('text/plain').send(answer)
      }
      const { status, answer, onAnswered } = await take(account, request)
      if (onAnswered !== undefined) whenAnswered(reply.raw, onAnswered)
      return answer === undefined ? reply.code(status).send() : reply.code(status).type(answer.contentType).send(answer.body)
    },
  })

  server.setNotFoundHandler((_request, reply) => refuse(reply, 404))
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    const account = admitted.get(request)
    if (status >= 500) onFault(error)
    else if (status === 413 && account !== undefined) {
      const contentType = request.headers['content-type'] ?? ''
      const detail = 'The request was larger than SMS Desk takes.'
      onRefused({ account, accountId: account.id, method: request.method, contentType, detail })
    }
    return refuse(reply, status)
  })
  return server
}

/** The answer is whole once all of it was handed to the network; a connection that ends before took less. */
function whenAnswered(response: ServerResponse, onAnswered: (whole: boolean) => void): void {
  if (response.destroyed) {
    onAnswered(false)
    return
  }
  let whole = false
  response.once('finish', () => {
    whole = true
  })
  response.once('close', () => onAnswered(whole))
}

/** A status, no body, and the end of the connection: what the client still sends is not read. */
function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).header('connection', 'close').send()
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 503
}

/** Requests that never became requests: broken, too long in the headers, or too slow. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const line =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, () => socket.destroy())
}
