import type { Message } from '../../../shared/contract/messages.ts'
import type { Note } from '../../../shared/contract/notes.ts'
import type { ConsentEvent } from '../../../shared/contract/opt-outs.ts'
import { daysBetween } from '../../components/times.ts'

/** What stands between messages: a note of the staff, or what was said for or against texts other than by a text. */
export type Aside =
  | { kind: 'note'; key: string; at: number; note: Note }
  | { kind: 'consent'; key: string; at: number; event: ConsentEvent }

/** One row of a thread: the line between days, the line above what is new, a message, or what stands between. `at` in ms UTC. */
export type ThreadItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string; at: number; count: number }
  | { kind: 'message'; key: string; at: number; message: Message; startsGroup: boolean; endsGroup: boolean }
  | Aside

/** What was unread when the thread was opened. */
export interface UnreadMark {
  firstId: string
  count: number
}

/** Texts of one side this close together, in milliseconds, belong together: only the last one shows its line of facts. */
const GROUP_MS = 5 * 60_000

type Entry = { kind: 'message'; at: number; message: Message } | Aside

const belongTogether = (earlier: Entry | undefined, later: Entry | undefined): boolean =>
  earlier?.kind === 'message' &&
  later?.kind === 'message' &&
  // A missed call stands in the middle, by itself.
  earlier.message.kind !== 'missed_call' &&
  later.message.kind !== 'missed_call' &&
  earlier.message.direction === later.message.direction &&
  earlier.message.accountId === later.message.accountId &&
  later.at - earlier.at < GROUP_MS &&
  daysBetween(earlier.at, later.at) === 0

/**
 * The rows of a thread, oldest first.
 * @param messages oldest first
 * @param options.asides oldest first; those beyond what is loaded are left out
 * @param options.unread the line "new" goes above its first message
 * @param options.hasEarlier the conversation goes on above: its first day may have begun there, so no line says it
 */
export function threadItems(
  messages: readonly Message[],
  {
    asides = [],
    unread = null,
    hasEarlier = false,
    hasLater = false,
  }: { asides?: readonly Aside[]; unread?: UnreadMark | null; hasEarlier?: boolean; hasLater?: boolean } = {},
): ThreadItem[] {
  const entries = inOrder(messages, asidesWithin(messages, asides, hasEarlier, hasLater))
  const items: ThreadItem[] = []
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    const after = entries[index + 1]
    const startsDay = before === undefined ? !hasEarlier : daysBetween(before.at, entry.at) !== 0
    const isNew = isFirstNew(entry, unread)
    if (startsDay) items.push({ kind: 'day', key: `day ${keyOf(entry)}`, at: entry.at })
    if (isNew && unread !== null) items.push({ kind: 'new', key: 'new', at: entry.at, count: unread.count })
    if (entry.kind !== 'message') {
      items.push(entry)
      continue
    }
    items.push({
      ...entry,
      key: entry.message.id,
      startsGroup: !belongTogether(before, entry) || isNew,
      endsGroup: !belongTogether(entry, after) || isFirstNew(after, unread),
    })
  }
  return items
}

function isFirstNew(entry: Entry | undefined, unread: UnreadMark | null): boolean {
  return unread !== null && entry?.kind === 'message' && entry.message.id === unread.firstId
}

function keyOf(entry: Entry): string {
  return entry.kind === 'message' ? entry.message.id : entry.key
}

function asidesWithin(messages: readonly Message[], asides: readonly Aside[], hasEarlier: boolean, hasLater: boolean): Aside[] {
  const from = hasEarlier ? (messages[0]?.createdAt ?? 0) : Number.NEGATIVE_INFINITY
  const until = hasLater ? (messages.at(-1)?.createdAt ?? 0) : Number.POSITIVE_INFINITY
  return asides.filter(({ at }) => at >= from && at <= until)
}

function inOrder(messages: readonly Message[], asides: readonly Aside[]): Entry[] {
  const spoken = messages.map((message): Entry => ({ kind: 'message', at: message.createdAt, message }))
  // What stands beside a message of the same instant comes after it.
  return asides.length === 0 ? spoken : [...spoken, ...asides].toSorted((one, other) => one.at - other.at)
}
