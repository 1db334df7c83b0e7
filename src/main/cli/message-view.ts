import type { Message } from '../../shared/contract/messages.ts'
import { isoTime, isoTimeOrNull, localTime, table } from './format.ts'

/** A message for programs. */
export function messageView(message: Message) {
  const { notBefore, hold, schedule, providerKeepsUntil, validUntil, createdAt, sentAt, statusAt, ...rest } = message
  return {
    ...rest,
    hold: hold === null ? null : { ...hold, until: isoTimeOrNull(hold.until) },
    schedule: schedule === null ? null : { ...schedule, at: isoTime(schedule.at) },
    providerKeepsUntil: isoTimeOrNull(providerKeepsUntil),
    validUntil: isoTimeOrNull(validUntil),
    notBefore: isoTimeOrNull(notBefore),
    createdAt: isoTime(createdAt),
    sentAt: isoTimeOrNull(sentAt),
    statusAt: isoTime(statusAt),
  }
}

/** Messages for people, a line each. */
export function messageTable(messages: readonly Message[]): string {
  const rows = messages.map((message) => [
    localTime(message.createdAt),
    message.direction === 'outbound' ? `to ${message.to}` : `from ${message.from}`,
    message.status,
    message.kind === 'missed_call' ? '(missed call)' : message.text.length > 60 ? `${message.text.slice(0, 59)}…` : message.text,
    message.id,
  ])
  return table(['TIME', 'WHO', 'STATUS', 'TEXT', 'ID'], rows)
}
