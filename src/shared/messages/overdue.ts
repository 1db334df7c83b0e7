import type { MessageStatus } from './status.ts'

const HOUR_MS = 3_600_000

/**
 * Whether a text was handed over long ago and its provider still has not said what became of it. Nothing follows from
 * it but words on the screen: the text may well have arrived.
 *
 * Counted from when it became `sent` the last time, since a text that was sent again has a wait of its own; one that
 * the provider keeps until its time, from then.
 *
 * @param hours how long is long, as the business set it
 * @param now ms UTC; with `statusAt` in the future (the clock was set back) nothing is overdue
 */
export function isReportOverdue(
  { status, statusAt, providerKeepsUntil = null }: { status: MessageStatus; statusAt: number; providerKeepsUntil?: number | null },
  hours: number,
  now: number,
): boolean {
  return status === 'sent' && now - Math.max(statusAt, providerKeepsUntil ?? 0) >= hours * HOUR_MS
}
