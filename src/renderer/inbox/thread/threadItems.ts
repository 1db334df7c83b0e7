import type { Message } from '../../../shared/contract/messages.ts'
import { daysBetween } from '../../components/times.ts'

/** One row of a thread: the line between days, the line above what is new, or a message. */
export type ThreadItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string; count: number }
  | { kind: 'message'; key: string; message: Message; startsGroup: boolean; endsGroup: boolean }

/** Texts of one side this close together, in milliseconds, belong together: only the last one shows its line of facts. */
const GROUP_MS = 5 * 60_000

const belongTogether = (earlier: Message | undefined, later: Message | undefined): boolean =>
  earlier !== undefined &&
  later !== undefined &&
  // A missed call stands in the middle, by itself.
  earlier.kind !== 'missed_call' &&
  later.kind !== 'missed_call' &&
  earlier.direction === later.direction &&
  earlier.accountId === later.accountId &&
  later.createdAt - earlier.createdAt < GROUP_MS &&
  daysBetween(earlier.createdAt, later.createdAt) === 0

/**
 * The rows of a thread, oldest first, from messages as the host lists them (newest first). `unread` counts the
 * texts from the other side that had not been seen when the thread was opened: the line "new" goes above them.
 */
export function threadItems(newestFirst: readonly Message[], unread: number): ThreadItem[] {
  const messages = newestFirst.toReversed()
  const firstNew = firstNewIndex(messages, unread)
  const items: ThreadItem[] = []
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    const after = messages[index + 1]
    if (before === undefined || daysBetween(before.createdAt, message.createdAt) !== 0) {
      items.push({ kind: 'day', key: `day ${message.id}`, at: message.createdAt })
    }
    if (index === firstNew) items.push({ kind: 'new', key: 'new', count: unread })
    items.push({
      kind: 'message',
      key: message.id,
      message,
      startsGroup: !belongTogether(before, message) || index === firstNew,
      endsGroup: !belongTogether(message, after) || index + 1 === firstNew,
    })
  }
  return items
}

function firstNewIndex(oldestFirst: readonly Message[], unread: number): number {
  let left = unread
  for (let index = oldestFirst.length - 1; index >= 0 && left > 0; index -= 1) {
    if (oldestFirst[index]?.direction !== 'inbound') continue
    left -= 1
    if (left === 0) return index
  }
  return -1
}
