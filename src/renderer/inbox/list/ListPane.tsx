import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { goTo } from '../../app/routes.ts'
import { SEARCH_FIELD_ID } from '../../app/shortcuts.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { countWords } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { ConversationList } from './ConversationList.tsx'
import { SearchResults } from './SearchResults.tsx'

/** Wait after the last key before searching, in milliseconds. */
const SEARCH_WAIT_MS = 120

/** The left side: search, tabs, and the conversations or what the search found. */
export function ListPane({ conversationId }: { conversationId: string | undefined }) {
  const tab = useUiState((state) => state.inboxTab)
  const searchText = useUiState((state) => state.searchText)
  const [searched] = useDebouncedValue(searchText.trim(), SEARCH_WAIT_MS)
  const searching = searchText.trim() !== ''
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
        <SearchResults query={searched} />
      ) : (
        <>
          <Tabs tab={tab} />
          <ConversationList key={tab} tab={tab} conversationId={conversationId} />
        </>
      )}
    </section>
  )
}

function InboxSearch() {
  const searchText = useUiState((state) => state.searchText)
  const setSearchText = useUiState((state) => state.setSearchText)

  return (
    <SearchField
      id={SEARCH_FIELD_ID}
      label="Search texts and people"
      placeholder="Search everything"
      typed={searchText}
      onType={setSearchText}
      firstRow={(field) => field.closest('.inbox-list')?.querySelector<HTMLElement>('.row')}
      shortcut="/"
      shortcutHint={<Kbd keys="/" />}
    />
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
