import { useCallback, useMemo, useState } from 'react'
import type { ContactSelection, ContactTotal } from '../../shared/contract/contacts.ts'
import type { Words } from '../language/words.ts'
import { contactFilterOf, type PeopleFilter } from './usePeople.ts'

/** Most people ticked one by one, and most left out of all: what the contract takes. */
export const MOST_TICKED = 5_000

/** Who is ticked: these, or all of the list but these. */
export interface Ticked {
  all: boolean
  ids: ReadonlySet<string>
}

const NOBODY: Ticked = { all: false, ids: new Set() }

/** People somebody chose to do something to. */
export interface PeopleSelection {
  /** Null while nobody is chosen. */
  selection: ContactSelection | null
  /** How many; at least so many where the list is not counted to its end. */
  count: ContactTotal
  isAll: boolean
  has(id: string): boolean
  toggle(id: string): void
  /** Ticks all of these as well, or takes the tick from them. */
  set(ids: readonly string[], ticked: boolean): void
  all(): void
  clear(): void
}

/** Ticks are of the list on show: another search or group begins with none. */
export function usePeopleSelection(filter: PeopleFilter, total: ContactTotal | null): PeopleSelection {
  const [kept, setKept] = useState({ of: filter, ticked: NOBODY })
  const isSameList = kept.of.search === filter.search && kept.of.groupId === filter.groupId
  const { all: isAll, ids } = isSameList ? kept.ticked : NOBODY
  const change = useCallback(
    (next: (before: Ticked) => Ticked) =>
      setKept((before) => {
        const same = before.of.search === filter.search && before.of.groupId === filter.groupId
        return { of: filter, ticked: next(same ? before.ticked : NOBODY) }
      }),
    [filter],
  )
  const toggle = useCallback((id: string) => change((before) => withIds(before, [id], !isTicked(before, id))), [change])
  const set = useCallback((some: readonly string[], ticked: boolean) => change((before) => withIds(before, some, ticked)), [change])
  const all = useCallback(() => change(() => ({ all: true, ids: new Set() })), [change])
  const clear = useCallback(() => change(() => NOBODY), [change])
  return useMemo(() => {
    const ticked = { all: isAll, ids }
    return {
      selection: selectionOf(ticked, filter, total),
      count: tickedCount(ticked, total),
      isAll,
      has: (id) => isTicked(ticked, id),
      toggle,
      set,
      all,
      clear,
    }
  }, [isAll, ids, filter, total, toggle, set, all, clear])
}

/** Whether somebody is ticked. */
export function isTicked({ all, ids }: Ticked, id: string): boolean {
  return all !== ids.has(id)
}

/** The ticks with those of some people set or taken away. More than the contract takes are not taken. */
export function withIds(before: Ticked, some: readonly string[], ticked: boolean): Ticked {
  const ids = new Set(before.ids)
  for (const id of some) {
    if (before.all === ticked) ids.delete(id)
    else ids.add(id)
  }
  return ids.size > MOST_TICKED ? before : { all: before.all, ids }
}

/** How many are ticked. */
export function tickedCount({ all, ids }: Ticked, total: ContactTotal | null): ContactTotal {
  if (!all) return { count: ids.size, atLeast: false }
  return { count: Math.max(0, (total?.count ?? 0) - ids.size), atLeast: total?.atLeast ?? false }
}

/** "12,345 selected", "More than 2,000 people". */
export function atLeastWords(words: Words<'contacts'>, what: 'selected' | 'found' | 'total', { count, atLeast }: ContactTotal): string {
  return atLeast ? words(`bar.${what}AtLeast`, { count }) : words(`bar.${what}`, { count })
}

function selectionOf(ticked: Ticked, filter: PeopleFilter, total: ContactTotal | null): ContactSelection | null {
  const { count } = tickedCount(ticked, total)
  if (count === 0) return null
  return ticked.all ? { kind: 'all', filter: contactFilterOf(filter), except: [...ticked.ids] } : { kind: 'some', ids: [...ticked.ids] }
}
