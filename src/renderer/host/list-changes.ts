import type { Conversation, ListedBy } from '../../shared/contract/conversations.ts'
import { byPlace, isListed } from '../../shared/conversations/lists.ts'

/** One answer of `conversations.list`. */
export interface ListPage {
  conversations: Conversation[]
  next: string | null
}

/** The pages of a list a window has read, as TanStack Query keeps them. */
export interface ListPages {
  pages: ListPage[]
  pageParams: unknown[]
}

/** What became of a list, and the conversations that are to move, come or go once its rows need not stay where they are. */
export interface Changed {
  data: ListPages
  waiting: Conversation[]
}

/**
 * How changes are taken in. `live`: at once. `held`: no row leaves its place but those a person has put elsewhere (archived, a
 * label off); each shows what is new in it, and what is to move waits. `settle`: what waited takes its place.
 */
export type TakeIn = 'live' | 'held' | 'settle'

/**
 * Takes conversations that changed into the pages of a list, without asking for the pages again. Rows that did not change stay the
 * same objects.
 */
export function applyChanges(data: ListPages, changed: readonly Conversation[], by: ListedBy, how: TakeIn): Changed {
  const news = new Map(changed.map((conversation) => [conversation.id, conversation]))
  const known = new Set<string>()
  const moving: Conversation[] = []
  const pages = data.pages.map((page) => {
    let touched = false
    const conversations = page.conversations.flatMap((row) => {
      const latest = news.get(row.id)
      if (latest === undefined) return [row]
      known.add(row.id)
      touched = true
      const isHere = isListed(latest, by)
      const hasMoved = byPlace(row, latest) !== 0
      if (how === 'held') {
        if (isElsewhere(latest, by)) return []
        if (!isHere || hasMoved) moving.push(latest)
        return [latest]
      }
      // What did not move stays where it is, so that a change of words is just that.
      if (how === 'live' && isHere && !hasMoved) return [latest]
      if (isHere) moving.push(latest)
      return []
    })
    return touched ? { ...page, conversations } : page
  })
  const comers = changed.filter((one) => !known.has(one.id) && isListed(one, by))
  if (how === 'held') return { data: known.size > 0 ? { ...data, pages } : data, waiting: [...moving, ...comers] }
  if (known.size === 0 && comers.length === 0) return { data, waiting: [] }
  const placed = [...moving, ...comers].sort(byPlace)
  const next = insert(pages, placed, known)
  return { data: next.every((page, index) => page === data.pages[index]) ? data : { ...data, pages: next }, waiting: [] }
}

/** Whether a person has put it elsewhere. What is read or answered meanwhile is not put anywhere. */
function isElsewhere(conversation: Conversation, { filter, labelId }: ListedBy): boolean {
  return !isListed(conversation, { filter: filter === 'archived' ? 'archived' : 'all', labelId })
}

/**
 * Puts conversations in their places. Where more pages follow, one that stood in none of the pages and belongs after the last row
 * is not read yet and stays out; one that stood there goes to the end, so that none is lost between two pages.
 */
function insert(pages: readonly ListPage[], placed: readonly Conversation[], known: ReadonlySet<string>): ListPage[] {
  const rest = [...placed]
  return pages.map((page, index) => {
    const end = page.conversations.at(-1)
    const isLast = index === pages.length - 1
    const following = end === undefined ? 0 : rest.findIndex((one) => byPlace(one, end) >= 0)
    const here = rest.splice(0, following === -1 ? rest.length : following)
    const after = isLast ? rest.filter(({ id }) => page.next === null || known.has(id)) : []
    if (here.length === 0 && after.length === 0) return page
    return { ...page, conversations: [...merge(page.conversations, here), ...after] }
  })
}

/** Both in the order of the list. */
function merge(rows: readonly Conversation[], comers: readonly Conversation[]): Conversation[] {
  const merged: Conversation[] = []
  let at = 0
  for (const row of rows) {
    for (let comer = comers[at]; comer !== undefined && byPlace(comer, row) < 0; comer = comers[at]) {
      merged.push(comer)
      at += 1
    }
    merged.push(row)
  }
  return [...merged, ...comers.slice(at)]
}

/** Rows of all pages. A row that a page repeats, since it moved while the pages were read, counts where it stands first. */
export function rowsOf(data: ListPages): Conversation[] {
  const seen = new Set<string>()
  return data.pages.flatMap((page) =>
    page.conversations.filter(({ id }) => {
      if (seen.has(id)) return false
      seen.add(id)
      return true
    }),
  )
}
