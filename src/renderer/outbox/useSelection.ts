import { useCallback, useMemo, useState } from 'react'

/** The texts somebody chose, by id. */
export interface Selection {
  ids: ReadonlySet<string>
  toggle(id: string): void
  /** Chooses exactly these. */
  choose(ids: Iterable<string>): void
  clear(): void
}

/**
 * Chosen texts of a list. One that has left the list (it was sent, somebody cancelled it) is no longer chosen, as far as
 * that is known: `complete` says that `present` are all texts of the list.
 */
export function useSelection(present: readonly { id: string }[], complete: boolean): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set())
  const ids = useMemo(() => stillThere(chosen, present, complete), [chosen, present, complete])
  const toggle = useCallback((id: string) => setChosen((before) => toggled(before, id)), [])
  const choose = useCallback((wanted: Iterable<string>) => setChosen(new Set(wanted)), [])
  const clear = useCallback(() => setChosen(new Set()), [])
  return useMemo(() => ({ ids, toggle, choose, clear }), [ids, toggle, choose, clear])
}

/** Those of the chosen that are still in the list, or may be in its part that is not loaded. */
export function stillThere(chosen: ReadonlySet<string>, present: readonly { id: string }[], complete: boolean): ReadonlySet<string> {
  if (!complete || chosen.size === 0) return chosen
  const left = present.filter(({ id }) => chosen.has(id))
  return left.length === chosen.size ? chosen : new Set(left.map(({ id }) => id))
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
