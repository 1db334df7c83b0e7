import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { goTo } from '../../app/routes.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { countWords } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { ConversationList } from './ConversationList.tsx'
import { InboxSearch } from '../search/InboxSearch.tsx'
import { SearchPane } from '../search/SearchPane.tsx'

/** The left side: search, tabs, and the conversations or what the search found. */
export function ListPane({ conversationId }: { conversationId: string | undefined }) {
  const tab = useUiState((state) => state.inboxTab)
  const searching = useUiState((state) => state.searchText.trim() !== '')
  return (
    <section className="inbox-list" aria-label="Conversations">
      <header className="inbox-list-head">
        <span className="inbox-title" aria-hidden="true">
          Inbox
        </span>
        <span className="grow" />
        <Button variant="filled" aria-keyshortcuts="n" rightSection={<Kbd keys="N" />} onClick={() => goTo('inbox', 'new')}>
          New
        </Button>
      </header>
      <InboxSearch />
      {searching ? (
        <SearchPane conversationId={conversationId} />
      ) : (
        <>
          <Tabs tab={tab} />
          <ConversationList key={tab} tab={tab} conversationId={conversationId} />
        </>
      )}
    </section>
  )
}

const TABS: readonly { tab: InboxTab; words: string }[] = [
  { tab: 'all', words: 'All' },
  { tab: 'unread', words: 'Unread' },
  { tab: 'unanswered', words: 'Unanswered' },
  { tab: 'failed', words: 'Failed' },
]

function Tabs({ tab }: { tab: InboxTab }) {
  const { queries } = useHost()
  const setTab = useUiState((state) => state.setInboxTab)
  const counts = useQuery(queries.desk.status.queryOptions({ select: (status) => status.counts })).data
  const unconfirmed = counts?.unconfirmed ?? 0
  const shown = unconfirmed > 0 || tab === 'settle' ? [...TABS, { tab: 'settle' as const, words: 'Settle' }] : TABS
  const countOf: Partial<Record<InboxTab, number>> = { unread: counts?.unread ?? 0, settle: unconfirmed }
  return (
    <fieldset className="inbox-tabs" aria-label="Show conversations">
      {shown.map(({ tab: each, words }) => {
        const count = countOf[each] ?? 0
        return (
          <button
            key={each}
            type="button"
            className="inbox-tab"
            data-tone={each === 'settle' ? 'ask' : undefined}
            aria-pressed={tab === each}
            onClick={() => setTab(each)}
          >
            {words}
            {count > 0 ? <span className="num"> {countWords(count)}</span> : null}
          </button>
        )
      })}
    </fieldset>
  )
}
