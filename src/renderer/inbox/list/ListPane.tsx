import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { goTo } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import type { RowKey } from '../../components/SearchField.tsx'
import { useWords } from '../../language/words.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { useListedBy } from '../useConversations.ts'
import { ConversationList } from './ConversationList.tsx'
import { ConversationKeys } from './ConversationKeys.tsx'
import { ActiveFilters, FilterMenu } from './FilterMenu.tsx'
import { ListTabs } from './ListTabs.tsx'
import { useWaiting } from './useHeldRows.ts'
import { InboxSearch } from '../search/InboxSearch.tsx'
import { SearchPane } from '../search/SearchPane.tsx'

/** The left side: search, tabs, and the conversations or what the search found. */
export function ListPane({ conversationId }: { conversationId: string | undefined }) {
  const words = useWords('inbox')
  const tab = useUiState((state) => state.inboxTab)
  const searching = useUiState((state) => state.searchText.trim() !== '')
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const [asked, setAsked] = useState<RowKey | null>(null)
  const forget = useCallback(() => setAsked(null), [])
  return (
    <section className="inbox-list" aria-label={words('region')}>
      <ConversationKeys conversationId={conversationId} />
      <header className="inbox-list-head">
        <span className="inbox-title" aria-hidden="true">
          {words('title')}
        </span>
        <News />
        <span className="grow" />
        {searching ? null : <FilterMenu tab={tab} />}
        <Button variant="filled" aria-keyshortcuts="n" rightSection={<Kbd keys="N" />} onClick={() => goTo('inbox', 'new')}>
          {words('new')}
        </Button>
      </header>
      <InboxSearch onAsk={setAsked} />
      {searching ? (
        <SearchPane conversationId={conversationId} asked={asked} onDone={forget} />
      ) : (
        <>
          <ListTabs tab={tab} />
          <ActiveFilters tab={tab} />
          <ConversationList key={`${tab} ${labelId ?? ''} ${accountId ?? ''}`} tab={tab} conversationId={conversationId} />
        </>
      )}
    </section>
  )
}

/** Tells of conversations that wait to take their place while somebody looks at the rows, in a place kept for it. */
function News() {
  const words = useWords('inbox')
  const { conversationLists } = useHost()
  const by = useListedBy()
  const waiting = useWaiting(by)
  return (
    <output className="inbox-news">
      {waiting === 0 || by === null ? null : (
        <button
          type="button"
          className="inbox-news-button num"
          aria-label={words('newsShow', { count: waiting })}
          onClick={() => {
            document.querySelector('.inbox-rows')?.scrollTo({ top: 0 })
            conversationLists.release(by)
          }}
        >
          <Icon name="arrowUp" size={14} />
          {words('news', { count: waiting })}
        </button>
      )}
    </output>
  )
}
