import type { MessageStatus } from './status.ts'

const HOUR_MS = 3_600_000

/**
 * Whether a text was handed over long ago and its provider still has not said what became of it. Nothing follows from
 * it but words on the screen: the text may well have arrived.
 *
 * Counted from when it became `sent` the last time, since a text that was sent again has a wait of its own.
 *
 * @param hours how long is long, as the business set it
 * @param now ms UTC; with `statusAt` in the future (the clock was set back) nothing is overdue
 */
export function isReportOverdue(message: { status: MessageStatus; statusAt: number }, hours: number, now: number): boolean {
  return message.status === 'sent' && now - message.statusAt >= hours * HOUR_MS
}
