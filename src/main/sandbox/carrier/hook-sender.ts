import { Agent, request } from 'undici'
import type { Clock } from '../../app/ports.ts'

/** Waits before a hook is tried again where the protocol has no plan of its own, in ms: the listener may be starting, or its store busy. */
const USUAL_WAITS_MS = [250, 1_000, 4_000] as const

/** How long the listener may take to answer, in ms. */
const HOOK_TIMEOUT_MS = 10_000

/** The most of an answer that is read, in bytes. */
const MAX_ANSWER_BYTES = 65_536

/** A request to a hook. */
export interface HookPost {
  /** Default `POST`. */
  method?: 'GET' | 'POST'
  /**
   * An address that the request to the carrier asked for. Only heeded on this computer (`127.0.0.1`, `localhost`, `[::1]`), since
   * nothing of the sandbox leaves it: any other stands for the account's own hook.
   */
  url?: string
  /** Put behind the address, percent-encoded, after what is there. */
  query?: Readonly<Record<string, string>>
  /** Headers, or what they are at each attempt, counted from 1. */
  headers?: Readonly<Record<string, string>> | ((attempt: number) => Readonly<Record<string, string>>)
  /** Goes out byte for byte. */
  body?: string
  /** When it is sent again. Left out: a few times within seconds, where nobody answers or the answer is 503. */
  repeat?: {
    waitsMs: readonly number[]
    /** Repeated on every answer that is not 2xx. Default false: only on 503 and on no answer. */
    unlessTaken?: boolean
  }
}

/** What a hook answered. */
export interface HookResult {
  status: number
  body: string
}

/** A hook request that goes out as JSON. */
export function jsonPost(fields: object): HookPost {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) }
}

/** A hook request that goes out as a form. */
export function formPost(fields: Readonly<Record<string, string | number>>): HookPost {
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(pairs).toString() }
}

/** Whether the hook took it. */
export function wasTaken(result: HookResult | null): boolean {
  return result !== null && result.status >= 200 && result.status < 300
}

/** Calls hooks. */
export interface HookSender {
  /** Calls, and again as the post says. Resolves with the last answer, null where none came or the sender was stopped; never rejects. */
  post(hookUrl: string, post: HookPost): Promise<HookResult | null>
  /** Lets go of what is under way; waiting repeats are dropped. */
  stop(): Promise<void>
}

export function createHookSender(clock: Clock): HookSender {
  const agent = new Agent({ pipelining: 1, allowH2: false, connections: 32 })
  const waiting = new Set<() => void>()
  let stopped = false

  async function once(
    hookUrl: string,
    { method = 'POST', url, query, headers, body }: HookPost,
    attempt: number,
  ): Promise<HookResult | null> {
    try {
      const answer = await request(withQuery(url !== undefined && isHere(url) ? url : hookUrl, query ?? {}), {
        dispatcher: agent,
        method,
        headers: typeof headers === 'function' ? headers(attempt) : (headers ?? {}),
        ...(body === undefined ? {} : { body }),
        headersTimeout: HOOK_TIMEOUT_MS,
        bodyTimeout: HOOK_TIMEOUT_MS,
      })
      const text = await readText(answer.body)
      return { status: answer.statusCode, body: text }
    } catch {
      return null
    }
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done)
        timer.cancel()
        resolve()
      }
      const timer = clock.setTimer(ms, done)
      waiting.add(done)
    })
  }

  return {
    async post(hookUrl, post) {
      const { waitsMs, unlessTaken = false } = post.repeat ?? { waitsMs: USUAL_WAITS_MS }
      let result: HookResult | null = null
      for (const [index, ms] of [...waitsMs, null].entries()) {
        if (stopped) return null
        result = await once(hookUrl, post, index + 1)
        const settled = unlessTaken ? wasTaken(result) : result !== null && result.status !== 503
        if (settled || ms === null) break
        await wait(ms)
      }
      return result
    },
    async stop() {
      stopped = true
      for (const done of waiting) done()
      await agent.destroy()
    },
  }
}

function isHere(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return pairs.length === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) throw new Error('the answer of the hook is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
