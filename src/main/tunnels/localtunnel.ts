import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { readPublicUrl } from './public-url.ts'
import type { Clock } from '../app/ports.ts'
import type { HttpClient } from '../http/client.ts'
import type { Log } from '../log/log.ts'
import { keepTrying, type Run } from './keep-trying.ts'
import { ENDED, NO_NETWORK } from './problems.ts'
import type { OnState, Tunnel, TunnelProblem } from './types.ts'

export interface LocaltunnelOptions {
  /** Address of the server, such as `https://localtunnel.me`. */
  host: string
  /** Empty for any. */
  subdomain: string
  /** Port of the listener on this computer. */
  listenerPort: number
  http: HttpClient
  clock: Clock
  /** Uniform in [0, 1). */
  random: () => number
  log: Log
  onState: OnState
}

/** Most connections held ready, whatever the server offers. */
const MOST_CONNECTIONS = 10
/** Time for the server to give out an address, in milliseconds. */
const REGISTER_LIMIT_MS = 15_000
/** Sign of life on connections that wait, in milliseconds, so that routers do not forget them. */
const KEEP_ALIVE_MS = 15_000
/** Wait before a connection that ended unused is replaced, in milliseconds. */
const REPLACE_MS = 1_000

const REFUSED: TunnelProblem = {
  code: 'address_refused',
  message: 'The localtunnel server gives no address.',
  next: 'Check the server’s address, and the name you wished for, or leave that empty.',
  lasting: false,
}

/**
 * A client of the localtunnel protocol (github.com/localtunnel/localtunnel, "server"): one call gives out an address and a
 * port; to that port connections are held ready, and each carries one request from the internet. What a connection carries is
 * handed to the listener only once something comes, so that those that wait take no place there.
 */
export function createLocaltunnel(options: LocaltunnelOptions): Tunnel {
  /** The registration under way, told when it is of no more use. */
  let current: Session | null = null

  /** Holds the connections until the server is gone, or nobody wants them any more. */
  function hold(place: Place, { opened }: Run): Promise<TunnelProblem> {
    return new Promise((resolve) => {
      current = openSession(place, options, { onOpen: () => opened(place.url), onEnd: () => resolve(ENDED) })
    })
  }

  return keepTrying({
    ...options,
    program: 'localtunnel',
    async run(run) {
      const place = await register(options)
      if ('problem' in place) return place.problem
      const problem = run.isWanted() ? await hold(place, run) : ENDED
      current = null
      return problem
    },
    end: () => current?.end(),
  })
}

interface Place {
  url: string
  /** Where connections are to be opened. */
  host: string
  port: number
  connections: number
}

async function register({ host, subdomain, http }: LocaltunnelOptions): Promise<Place | { problem: TunnelProblem }> {
  const answer = await http.request({
    method: 'GET',
    url: `${host}/${subdomain === '' ? '?new' : encodeURIComponent(subdomain)}`,
    headers: { accept: 'application/json' },
    timeoutMs: REGISTER_LIMIT_MS,
  })
  if (answer.kind === 'failure') return { problem: NO_NETWORK }
  return (answer.status === 200 ? readPlace(answer.body, new URL(host).hostname) : null) ?? { problem: REFUSED }
}

/** The server's answer: `{"id", "port", "max_conn_count", "url"}`. Null when it is something else. */
export function readPlace(body: string, host: string): Place | null {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof answer !== 'object' || answer === null) return null
  const { url, port, max_conn_count: most } = answer as { url?: unknown; port?: unknown; max_conn_count?: unknown }
  const read = typeof url === 'string' ? readPublicUrl(url) : { problem: '' }
  if (!('url' in read) || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) return null
  const connections = typeof most === 'number' && most >= 1 ? Math.min(Math.floor(most), MOST_CONNECTIONS) : 1
  return { url: read.url, host: host.replace(/^\[|\]$/gu, ''), port, connections }
}

interface Session {
  end(): void
}

function openSession(
  place: Place,
  { listenerPort, clock }: LocaltunnelOptions,
  { onOpen, onEnd }: { onOpen: () => void; onEnd: () => void },
): Session {
  const sockets = new Set<Socket>()
  const timers = new Set<{ cancel(): void }>()
  let opened = false
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    for (const timer of timers) timer.cancel()
    for (const socket of sockets) socket.destroy()
    onEnd()
  }

  function keep(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    return socket
  }

  function open(): void {
    if (ended) return
    const remote = keep(connect({ host: place.host, port: place.port, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }))
    let connected = false
    let used = false
    remote.once('connect', () => {
      connected = true
      if (!opened) onOpen()
      opened = true
    })
    remote.once('data', (first: Buffer) => {
      used = true
      remote.pause()
      const local = keep(connect({ host: '127.0.0.1', port: listenerPort }))
      local.write(first)
      local.pipe(remote)
      remote.pipe(local)
      local.once('error', () => remote.destroy())
      remote.once('close', () => local.destroy())
    })
    remote.once('close', () => {
      // A server that takes no connection any more has forgotten this tunnel, or is gone.
      if (!connected) end()
      else if (used) open()
      else {
        const timer = clock.setTimer(REPLACE_MS, () => {
          timers.delete(timer)
          open()
        })
        timers.add(timer)
      }
    })
  }

  for (let count = 0; count < place.connections; count += 1) open()
  return { end }
}
