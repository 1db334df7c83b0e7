import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import fastifyWebsocket from '@fastify/websocket'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { contentSecurityPolicy, SECURITY_HEADERS, withNonce } from '../doors/content-security-policy.ts'
import type { Door } from '../doors/connection.ts'
import { MAX_MESSAGE_BEFORE_CLOSE } from '../doors/limits.ts'
import { serveWebSocket } from '../doors/websocket.ts'
import type { Log } from '../log/log.ts'
import { createAdmission, type Admission } from './admission.ts'
import { GO_ON_PAGE, HOW_TO_OPEN_PAGE, NOT_BUILT_PAGE, PLAIN_STYLE, WRONG_KEY_PAGE } from './pages.ts'
import { requestVerdict } from './request-rules.ts'

/** Policy of the plain pages: they load nothing at all, and have the one style that is written in them. */
const NOTHING_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PLAIN_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Time that open connections have to close when the desk stops, in milliseconds. */
const CLOSE_MS = 1_000

/** The server of the browser shell, listening. */
export interface BrowserServer {
  readonly port: number
  /** The address people are shown; it opens the desk as often as they like while the program runs. */
  readonly url: string
  /** An address for one opening within a minute, for handing to a browser on a command line. */
  ticketUrl(): string
  close(): Promise<void>
}

export interface BrowserServerOptions {
  door: Door
  /** Folder of the built window. */
  rendererFolder: string
  /** 0 takes any free port. */
  port: number
  log: Log
  now: () => number
}

/**
 * Serves the window and the contract to browsers of this computer: bound to 127.0.0.1, for those who have the address.
 * @throws when the port is taken (`EADDRINUSE`) or not allowed
 */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const server = fastify({
    logger: false,
    bodyLimit: 1_024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  })
  // The port, and with it the only right Host and Origin, is known once the server listens.
  const late: { port: number; admission: Admission } = { port: 0, admission: createAdmission(0, options.now) }
  const closers = new Set<() => void>()

  // Before our own hooks: it closes the connection of an upgrade that one of them refuses.
  await server.register(fastifyWebsocket, {
    options: { maxPayload: MAX_MESSAGE_BEFORE_CLOSE, perMessageDeflate: false },
    preClose(done) {
      for (const close of closers) close()
      done()
    },
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS)
    reply.header('cache-control', 'no-store')
    const verdict = requestVerdict(request.headers, late.port, request.headers.upgrade !== undefined)
    if (verdict === 'allowed') return
    options.log.warn('browser.request_refused', { reason: verdict })
    await sendPage(reply, 403, HOW_TO_OPEN_PAGE)
  })
  addOpening(server, late)
  await server.register(async (inside) => {
    inside.addHook('onRequest', async (request, reply) => {
      if (!late.admission.admitsCookies(request.headers.cookie)) await sendPage(reply, 401, HOW_TO_OPEN_PAGE)
    })
    inside.get('/rpc', { websocket: true }, (socket) => {
      const close = serveWebSocket(options.door, socket)
      closers.add(close)
      socket.on('close', () => closers.delete(close))
    })
    await addWindow(inside, options)
  })
  server.setErrorHandler<Error & { statusCode?: number }>(async (error, _request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) return sendPage(reply, error.statusCode, HOW_TO_OPEN_PAGE)
    options.log.error('browser.request_failed', error)
    return sendPage(reply, 500, NOT_BUILT_PAGE)
  })

  await server.listen({ host: '127.0.0.1', port: options.port })
  late.port = (server.server.address() as AddressInfo).port
  late.admission = createAdmission(late.port, options.now)
  const origin = `http://127.0.0.1:${late.port}`
  return {
    port: late.port,
    url: `${origin}/open?token=${late.admission.token}`,
    ticketUrl: () => `${origin}/open?ticket=${late.admission.newTicket()}`,
    close: () => closeWithin(server, CLOSE_MS),
  }
}

/** Says goodbye on every connection, and cuts those that do not answer in time. */
async function closeWithin(server: FastifyInstance, ms: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const socket of server.websocketServer.clients) socket.terminate()
    server.server.closeAllConnections()
  }, ms)
  await server.close()
  clearTimeout(timer)
}

/** The way in: exchanges the address's key for a cookie, and leaves the key out of what the browser shows and remembers. */
function addOpening(server: FastifyInstance, late: { readonly admission: Admission }): void {
  const text = { type: 'string', maxLength: 100 }
  server.get<{ Querystring: { token?: string; ticket?: string } }>(
    '/open',
    { schema: { querystring: { type: 'object', properties: { token: text, ticket: text } } } },
    async (request, reply) => {
      const { token, ticket } = request.query
      if (!late.admission.admitsToken(token) && !late.admission.admitsTicket(ticket)) {
        return sendPage(reply, 401, WRONG_KEY_PAGE)
      }
      reply.header('set-cookie', late.admission.setCookie())
      const cameFromElsewhere = ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site']))
      return cameFromElsewhere ? sendPage(reply, 200, GO_ON_PAGE) : reply.redirect('/', 303)
    },
  )
}

async function addWindow(server: FastifyInstance, { rendererFolder }: BrowserServerOptions): Promise<void> {
  async function sendWindow(_request: unknown, reply: FastifyReply): Promise<FastifyReply> {
    let html: string
    try {
      html = await readFile(join(rendererFolder, 'index.html'), 'utf8')
    } catch {
      return sendPage(reply, 500, NOT_BUILT_PAGE)
    }
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(withNonce(html, nonce))
  }
  server.get('/', sendWindow)
  // The page without its nonce would be a page without its styles.
  server.get('/index.html', sendWindow)
  await server.register(fastifyStatic, {
    root: rendererFolder,
    wildcard: true,
    index: false,
    dotfiles: 'deny',
    decorateReply: false,
    cacheControl: false,
    redirect: false,
  })
  server.setNotFoundHandler(async (_request, reply) => sendPage(reply, 404, HOW_TO_OPEN_PAGE))
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).header('content-security-policy', NOTHING_POLICY).type('text/html; charset=utf-8').send(html)
}
