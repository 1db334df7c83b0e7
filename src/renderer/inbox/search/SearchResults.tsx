import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { SEARCH_FIELD_ID, usePlainKeys } from '../../app/shortcuts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import type { RowKey } from '../../components/SearchField.tsx'
import { LIST_STEPS, useListSteps } from '../../components/useListSteps.ts'
import { useFormatTag, useWords } from '../../language/words.ts'
import { isNarrowed, NO_FILTER, type SearchNarrowing } from './filter.ts'
import { ResultRow } from './ResultRow.tsx'
import { rowsOf, type Row } from './rows.ts'
import { useAskedRow } from './useAskedRow.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useSearch, type Search } from './useSearch.ts'
import { dayFarBack, foundWords } from './words.ts'

/** Rows from the end of what is loaded at which the next page is asked for. */
const AHEAD = 15
/** Heights of rows in pixels, until they are measured. */
const TITLE_HEIGHT = 32
const ROW_HEIGHT = 66

/**
 * What a search found: people, conversations, notes, texts. Virtual, endless, moved through with J and K or the arrows.
 * @param asked a key that is for the first result of this query; `onDone` once it has been done
 */
export function SearchResults({
  query,
  filter,
  today,
  now,
  asked,
  onDone,
}: {
  query: string
  filter: SearchNarrowing
  today: number
  now: number
  asked: RowKey | null
  onDone: () => void
}) {
  const words = useWords('inboxSearch')
  const tag = useFormatTag()
  const search = useSearch(query, filter, today)
  const { found } = search
  const rows = useMemo(() => (found === null ? [] : rowsOf(words, found, filter.kind === 'all')), [words, found, filter.kind])

  const isShown = rows.length > 1 || search.hasMore
  const current = search.isStale ? null : asked
  useEffect(() => {
    if (current !== null && found !== null && !isShown) onDone()
  }, [current, found, isShown, onDone])

  if (found === null) {
    return search.error === null ? <Loading>{words('searching')}</Loading> : <LoadFailure error={search.error} onRetry={search.reload} />
  }
  return (
    <>
      <output className="search-total">{foundWords(words, tag, found, search)}</output>
      {isShown ? (
        <Rows rows={rows} search={search} query={query} now={now} asked={current} onDone={onDone} />
      ) : (
        <NothingFound isNarrowed={isNarrowed(filter)} preparing={found.preparing} />
      )}
    </>
  )
}

function Rows({
  rows,
  search,
  query,
  now,
  asked,
  onDone,
}: {
  rows: readonly Row[]
  search: Search
  query: string
  now: number
  asked: RowKey | null
  onDone: () => void
}) {
  const { hasMore, isTiring, isLoadingMore, isStale, loadMore } = search
  const scroller = useRef<HTMLDivElement>(null)
  const scroll = useUiState((state) => state.searchScroll)
  const setScroll = useUiState((state) => state.setSearchScroll)
  // The React Compiler is not used here; the rule warns that it would leave this component alone.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'title' ? TITLE_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    paddingEnd: 8,
    initialOffset: scroll,
    indexAttribute: 'data-row',
  })
  const shown = virtualizer.getVirtualItems()
  const lastIndex = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isTiring && !isLoadingMore && lastIndex >= rows.length - AHEAD) loadMore()
  }, [hasMore, isTiring, isLoadingMore, lastIndex, rows.length, loadMore])

  // Another search begins at the top.
  useEffect(() => {
    if (scroll === 0 && scroller.current !== null) scroller.current.scrollTop = 0
  }, [scroll, query])

  const places = useMemo(() => rows.flatMap((row, index) => ('place' in row ? [index] : [])), [rows])
  const list = useMemo(
    () => ({
      scroller,
      count: places.length,
      virtualizer: { scrollToIndex: (place: number) => virtualizer.scrollToIndex(places[place] ?? 0, { align: 'auto' }) },
    }),
    [virtualizer, places],
  )
  useListSteps({ ...list, steps: LIST_STEPS, open: -1 })
  useAskedRow(list, asked, onDone)
  const keepingFocus = useKeptFocus(list)

  // From a result, Escape steps back to what was typed.
  usePlainKeys(
    useCallback((key: string, event: KeyboardEvent) => {
      if (key !== 'Escape' || scroller.current?.contains(document.activeElement) !== true) return
      event.preventDefault()
      document.querySelector<HTMLInputElement>(`#${SEARCH_FIELD_ID}`)?.focus()
    }, []),
  )

  return (
    <div
      ref={scroller}
      className="inbox-rows"
      data-query={query}
      aria-busy={isStale}
      {...keepingFocus}
      onScroll={({ currentTarget }) => {
        if (currentTarget.clientHeight > 0) setScroll(currentTarget.scrollTop)
      }}
    >
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <li key={key} ref={virtualizer.measureElement} data-row={index} style={{ transform: `translateY(${start}px)` }}>
              {row.kind === 'end' ? <End search={search} now={now} /> : <ResultRow row={row} query={query} now={now} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Below the last result: whether there is more, and where the search has got to. */
function End({ search: { found, hasMore, isTiring, loadMore }, now }: { search: Search; now: number }) {
  const words = useWords('inboxSearch')
  const tag = useFormatTag()
  const searchedTo = found?.searchedTo ?? null
  return (
    <div className="search-end">
      {hasMore && searchedTo !== null ? <p>{words('searchedTo', { day: dayFarBack(tag, searchedTo, now) })}</p> : null}
      {hasMore && isTiring ? (
        <Button variant="default" onClick={loadMore}>
          {words('searchFurther')}
        </Button>
      ) : null}
      {hasMore || found === null || found.preparing === 0 ? null : <p>{words('preparing', { count: found.preparing })}</p>}
    </div>
  )
}

function NothingFound({ isNarrowed: narrowed, preparing }: { isNarrowed: boolean; preparing: number }) {
  const words = useWords('inboxSearch')
  const change = useUiState((state) => state.setSearchFilter)
  return (
    <EmptyState
      icon="search"
      title={words('found.nothing')}
      actions={
        narrowed ? (
          <Button variant="default" onClick={() => change(NO_FILTER)}>
            {words('everything')}
          </Button>
        ) : undefined
      }
    >
      {preparing > 0 ? words('preparing', { count: preparing }) : words(narrowed ? 'noneNarrowed' : 'none')}
    </EmptyState>
  )
}
