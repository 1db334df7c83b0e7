import '../contacts/contacts.css'
import './activity.css'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { goTo, hashFor, useRoute } from '../app/routes.ts'
import { useUiState } from '../app/uiState.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { ActivityList } from './ActivityList.tsx'
import { ActivityTools } from './ActivityTools.tsx'
import { EVERYTHING, instantsOf, type ActivityFilter } from './filter.ts'
import { HookPanel } from './HookPanel.tsx'
import { useHooks, type Hooks } from './useHooks.ts'
import { readAgainWords } from './words.ts'

/** Wait after the last key before searching, in milliseconds. */
const SEARCH_WAIT_MS = 120

/** What providers, and others, brought to the listener: the list left, the chosen request right. `#/activity[/<request>]`. */
export function ActivityScreen() {
  const words = useWords('activity')
  const { parts } = useRoute()
  const [chosen] = parts
  const filter = useUiState((state) => state.activityFilter)
  const setFilter = useUiState((state) => state.setActivityFilter)
  const [search] = useDebouncedValue(filter.search, SEARCH_WAIT_MS)
  const found = useHooks({ ...filter, search }, useToday())
  const list = useRef<HTMLElement>(null)
  const isWhole = isEverything({ ...filter, search })
  const none = isWhole && found.hooks.length === 0 && !found.isPending && !found.isStale && !found.hasMore && found.error === null
  return (
    <div className="activity" data-open={chosen !== undefined || undefined} data-empty={(none && chosen === undefined) || undefined}>
      <section className="activity-list" aria-label={words('title')} ref={list}>
        <header className="pane-head">
          <h1>{words('title')}</h1>
          <span className="grow" />
          <KeptFor />
        </header>
        {none ? (
          <NothingYet />
        ) : (
          <>
            <ActivityTools
              filter={filter}
              counts={found.counts}
              onFilter={setFilter}
              firstRow={() => list.current?.querySelector<HTMLElement>('[data-index="0"]')}
            />
            {filter.verdict === 'unreadable' && found.hooks.length > 0 ? <ReadAgain filter={filter} found={found} /> : null}
            <Found found={found} chosen={chosen} listKey={JSON.stringify({ ...filter, search })} onShowAll={() => setFilter(EVERYTHING)} />
          </>
        )}
      </section>
      {none && chosen === undefined ? null : (
        <section className="activity-panel" aria-label={words('region')}>
          {chosen === undefined ? (
            <EmptyState icon="activity" title={words('nothingChosen')}>
              {words('nothingChosenHint')}
            </EmptyState>
          ) : (
            <HookPanel key={chosen} id={chosen} />
          )}
        </section>
      )}
    </div>
  )
}

/** A moment of today: the same all day, so that what is asked for stays the same. */
function useToday(): number {
  const now = useNow()
  return instantsOf('today', now).from ?? now
}

function isEverything({ verdict, kind, accountId, period, search }: ActivityFilter): boolean {
  return verdict === null && kind === null && accountId === null && period === 'ever' && search.trim() === ''
}

function Found({
  found,
  chosen,
  listKey,
  onShowAll,
}: {
  found: Hooks
  chosen: string | undefined
  listKey: string
  onShowAll: () => void
}) {
  const words = useWords('activity')
  const { hooks, hasMore, isLoadingMore, loadMore, error, isPending, reload } = found
  const seeksOn = hooks.length === 0 && hasMore
  useEffect(() => {
    if (seeksOn && !isLoadingMore) loadMore()
  }, [seeksOn, isLoadingMore, loadMore])
  if (error !== null) return <LoadFailure error={error} onRetry={reload} />
  if (isPending) return <Loading>{words('fetching')}</Loading>
  if (seeksOn) return <Loading>{words('further')}</Loading>
  if (hooks.length === 0) {
    return (
      <EmptyState icon="search" title={words('none')} actions={<Button onClick={onShowAll}>{words('showEverything')}</Button>}>
        {words('noneHint')}
      </EmptyState>
    )
  }
  return <ActivityList key={listKey} found={found} chosen={chosen} />
}

/** What can be done about all that could not be read. */
function ReadAgain({ filter, found }: { filter: ActivityFilter; found: Hooks }) {
  const { queries } = useHost()
  const words = useWords('activity')
  const count = found.counts?.unreadable ?? null
  const readAgain = useMutation(
    queries.hooks.replayUnreadable.mutationOptions({ onSuccess: (done) => sayDone(readAgainWords(words, done)), onError: sayFailed }),
  )
  return (
    <div className="activity-strip">
      <span className="activity-strip-words">{count === null ? words('readAgain.aboutThese') : words('readAgain.about', { count })}</span>
      <Button
        size="xs"
        loading={readAgain.isPending}
        onClick={() => readAgain.mutate(filter.accountId === null ? {} : { accountId: filter.accountId })}
      >
        {words('readAgain.button')}
      </Button>
    </div>
  )
}

/** How long it is kept, and the way to where that is set. */
function KeptFor() {
  const { queries } = useHost()
  const words = useWords('activity')
  const days = useQuery(queries.settings.get.queryOptions()).data?.hookRetentionDays
  if (days === undefined) return null
  return (
    <a className="activity-kept num" href={hashFor('settings', 'keys')} title={words('keptHint')}>
      {words('kept', { days })}
    </a>
  )
}

function NothingYet() {
  const words = useWords('activity')
  return (
    <EmptyState
      icon="activity"
      title={words('nothingYet')}
      actions={
        <Button leftSection={<Icon name="settings" size={15} />} onClick={() => goTo('settings', 'listener')}>
          {words('openListener')}
        </Button>
      }
    >
      {words('nothingYetHint')}
    </EmptyState>
  )
}
