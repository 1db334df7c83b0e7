import { randomBytes, randomUUID } from 'node:crypto'
import type { OkrouteState } from './facts.ts'

/** One id of a submitted text. */
export interface OkrouteItem {
  dnis: string
  id: string
  /** Which part it stands for, counted from 1; null where it stands for the whole text. */
  segment: number | null
}

/**
 * To a submit: an object for one number with one id, else a list. `segment_num` is there where a text has several ids, as a string.
 * @param only one number was asked for
 */
export function submitAnswer(items: readonly OkrouteItem[], { only }: { only: boolean }): object {
  const [first] = items
  if (only && first !== undefined && items.length === 1) return { message_id: first.id }
  return items.map(({ dnis, id, segment }) => ({
    dnis,
    message_id: id,
    ...(segment === null ? {} : { segment_num: String(segment) }),
  }))
}

/**
 * To a status query. One that is on its way is answered in a list of one and without a time: both are met on real
 * installations.
 * @param at when it ended, in ms since 1970 UTC; null where it has not
 */
export function queryAnswer(state: OkrouteState, at: number | null): object {
  const answer = {
    status: state,
    delivery_time: at === null ? '' : longTime(at),
    mccmnc: '310260',
    error_code: '000',
    system_delivery_time: at === null ? '' : shortTime(at),
  }
  return at === null && state !== 'UNKNOWN' ? [answer] : answer
}

/** A new id in one of the three forms that are met; `number` counts the requests. */
export function newMessageId(number: number): string {
  const hex = (bytes: number): string => randomBytes(bytes).toString('hex')
  if (number % 3 === 1) return `alss-${hex(4)}-${hex(4)}`
  return number % 3 === 2 ? `alss-${hex(4)}-${hex(4)}-${hex(2)}-${hex(6)}` : randomUUID()
}

/** `YYYYMMDDHHMMSS`, by the platform's clock: UTC here. */
function longTime(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-T:]/g, '').slice(0, 14)
}

/** `YYMMDDHHMMSS`, as reports have it. */
export function shortTime(at: number): string {
  return longTime(at).slice(2)
}
