import type { Expected } from '../row.ts'

/** Outcomes as the rows name them. */
export const refused = (code: string): Expected => ({ class: 'not_accepted_permanent', code })
export const paused = (code: string): Expected => ({ class: 'account_problem', code })
export const later = (code: string, retryAfterMs?: number): Expected =>
  retryAfterMs === undefined ? { class: 'not_accepted_transient', code } : { class: 'not_accepted_transient', code, retryAfterMs }
export const open = (code: string): Expected => ({ class: 'unknown', code })

/** What a parsed body may be. */
export type Parsed = { readonly [name: string]: unknown }

export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of the answer itself, trimmed; empty for what is neither text nor number. */
export function wordIn(object: Parsed, name: string): string {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300
