import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** A request of the self-test, and what becomes of it at the listener. */
export interface Probe {
  /** Behind the public address. */
  path: string
  headers: Record<string, string>
  body: string
  /** What the listener answers to it, and to nothing else. */
  answer: string
  /** What the listener has seen of it so far. */
  readonly seen: ProbeSeen
}

export interface ProbeSeen {
  /** It came to the listener, by whatever path. */
  arrived: boolean
  /** It came by its own path, and was let in. */
  admitted: boolean
  /** Its address and its body came to the letter. */
  whole: boolean
}

/** The place at the listener that answers probes. To everybody else it is not there. */
export interface Probes {
  /** A new probe, good for one answer. */
  issue(): Probe
  /** The probe is of no more use. */
  forget(probe: Probe): void
  /** Notes that a request came in, whatever it is. */
  notice(request: FastifyRequest): void
  /** Whether a request is a probe that waits for its first answer. Asking uses it up. */
  admit(request: FastifyRequest): boolean
  /** The answer to a request that was admitted; null for any other. */
  answer(request: FastifyRequest): string | null
}

/** Stands where an account's id stands; no account has it. */
const PLACE = 'self-test'
const HEADER = 'x-sms-desk-probe'

/** What providers send: other alphabets, the sign that means a blank in forms, and what proxies like to decode. */
const QUERY = 'to=%2B46701740605&text=Hej+p%C3%A5+dig%2C+50%25%20%26%20mer'
const TEXT = 'Hej på dig, 50% & mer: “ja”, नमस्ते, 🙂'

/** Makes probes that only this process can make and only once. */
export function createProbes(): Probes {
  const key = randomBytes(32)
  const pending = new Map<string, Probe>()
  const admitted = new WeakMap<FastifyRequest, Probe>()

  const sign = (purpose: string, nonce: string): string => createHmac('sha256', key).update(`${purpose}:${nonce}`).digest('base64url')

  function find(nonce: unknown): Probe | undefined {
    return typeof nonce === 'string' ? pending.get(nonce) : undefined
  }

  return {
    issue() {
      const nonce = randomBytes(16).toString('hex')
      const probe: Probe = {
        path: `/hooks/${PLACE}/${nonce}.${sign('path', nonce)}?${QUERY}`,
        headers: { 'content-type': 'application/json', [HEADER]: nonce },
        body: JSON.stringify({ text: TEXT, nonce }),
        answer: sign('answer', nonce),
        seen: { arrived: false, admitted: false, whole: false },
      }
      pending.set(nonce, probe)
      return probe
    },

    forget(probe) {
      for (const [nonce, one] of pending) if (one === probe) pending.delete(nonce)
    },

    notice(request) {
      const probe = find(request.headers[HEADER])
      if (probe !== undefined) probe.seen.arrived = true
    },

    admit(request) {
      const { accountId, key: proof } = (request.params ?? {}) as { accountId?: string; key?: string }
      if (accountId !== PLACE || proof === undefined || request.method !== 'POST') return false
      const [nonce = '', signature = ''] = proof.split('.', 2)
      const wanted = Buffer.from(sign('path', nonce))
      const given = Buffer.from(signature)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
      const probe = find(nonce)
      if (probe === undefined) return false
      pending.delete(nonce)
      probe.seen.arrived = true
      probe.seen.admitted = true
      admitted.set(request, probe)
      return true
    },

    answer(request) {
      const probe = admitted.get(request)
      if (probe === undefined) return null
      const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
      probe.seen.whole = body === probe.body && request.raw.url === probe.path
      return probe.answer
    },
  }
}
