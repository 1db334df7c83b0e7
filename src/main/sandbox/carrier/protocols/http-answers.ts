import { STATUS_CODES } from 'node:http'
import type { CarrierAnswer, CarrierError } from '../protocol.ts'
import { RETRY_AFTER_S } from '../protocol.ts'

/** Statuses that say nothing was taken and the caller should come back. */
const COME_BACK: ReadonlySet<number> = new Set([429, 503])

/** An answer that HTTP alone gives meaning to, with the usual words of a gateway; 429 and 503 say when to come back. */
export function httpAnswer(status: number): CarrierAnswer {
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(COME_BACK.has(status) ? { 'retry-after': String(RETRY_AFTER_S) } : {}) }
  return { status, headers, body: `<html><head><title>${status} ${wordsOf(status)}</title></head></html>` }
}

/** The statuses as errors that a protocol can be told to answer with; keys such as `konnect/http_503`. */
export function httpErrors(
  protocol: string,
  statuses: readonly number[],
): { errors: CarrierError[]; answerTo(key: string): CarrierAnswer | null } {
  const byKey = new Map(statuses.map((status) => [`${protocol}/http_${status}`, status]))
  return {
    errors: [...byKey].map(([key, status]) => ({ key, label: `HTTP ${status} ${wordsOf(status)}` })),
    answerTo(key) {
      const status = byKey.get(key)
      return status === undefined ? null : httpAnswer(status)
    },
  }
}

function wordsOf(status: number): string {
  return STATUS_CODES[status] ?? ''
}
