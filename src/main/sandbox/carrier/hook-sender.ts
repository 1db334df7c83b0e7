import { Agent, request } from 'undici'
import type { Clock } from '../../app/ports.ts'

/** Waits before a hook is tried again, in ms: the listener may be starting, or its store busy. */
const RETRY_WAITS_MS = [250, 1_000, 4_000] as const

/** How long the listener may take to answer, in ms. */
const HOOK_TIMEOUT_MS = 10_000

/** What a hook is sent. */
export interface HookPost {
  url: string
  fields: Readonly<Record<string, string | number>>
  encoding: 'json' | 'form'
}

/** Posts receipts and inbound texts to the desk. */
export interface HookSender {
  /**
   * Posts, and again a few times where nobody answers or the answer is 503. Resolves with whether a 2xx came in the
   * end; never rejects.
   */
  post(post: HookPost): Promise<boolean>
  /** Lets go of what is under way; waiting repeats are dropped. */
  stop(): Promise<void>
}

export function createHookSender(clock: Clock): HookSender {
  const agent = new Agent({ pipelining: 1, allowH2: false, connections: 32 })
  const waiting = new Set<() => void>()
  let stopped = false

  async function once({ url, fields, encoding }: HookPost): Promise<'taken' | 'refused' | 'again'> {
    try {
      const answer = await request(url, {
        dispatcher: agent,
        method: 'POST',
        headers: { 'content-type': encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
        body: encoding === 'json' ? JSON.stringify(fields) : formOf(fields),
        headersTimeout: HOOK_TIMEOUT_MS,
        bodyTimeout: HOOK_TIMEOUT_MS,
      })
      await answer.body.dump()
      if (answer.statusCode === 503) return 'again'
      return answer.statusCode >= 200 && answer.statusCode < 300 ? 'taken' : 'refused'
    } catch {
      return 'again'
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
    async post(post) {
      for (const ms of [...RETRY_WAITS_MS, null]) {
        const result = stopped ? 'refused' : await once(post)
        if (result !== 'again') return result === 'taken'
        if (ms !== null) await wait(ms)
      }
      return false
    },
    async stop() {
      stopped = true
      for (const done of waiting) done()
      await agent.destroy()
    },
  }
}

function formOf(fields: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)])).toString()
}
