import { useCallback } from 'react'
import { SEARCH_FIELD_ID, goToSearch } from '../../app/shortcuts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { SearchField, type RowKey } from '../../components/SearchField.tsx'
import { useWords } from '../../language/words.ts'
import { NO_FILTER } from './filter.ts'

/**
 * The field above the conversations that searches texts, people and notes.
 * @param onAsk told of a key that is for the first result, which may still be on its way; null when it is to be forgotten, since the
 * person types on or leaves
 */
export function InboxSearch({ onAsk }: { onAsk: (key: RowKey | null) => void }) {
  const words = useWords('inboxSearch')
  const searchText = useUiState((state) => state.searchText)
  const setSearchText = useUiState((state) => state.setSearchText)
  return (
    <SearchField
      id={SEARCH_FIELD_ID}
      label={words('label')}
      placeholder={words('placeholder')}
      typed={searchText}
      onType={(text) => {
        onAsk(null)
        setSearchText(text)
      }}
      takeRowKey={(key) => {
        if (searchText.trim() === '') return false
        onAsk(key)
        return true
      }}
      onLeave={() => onAsk(null)}
      firstRow={(field) => field.closest('.inbox-list')?.querySelector<HTMLElement>('.row')}
      shortcut="/"
      shortcutHint={<Kbd keys="/" />}
    />
  )
}

/** Searches the inbox for a text from anywhere: goes there and leaves the person in the search field. */
export function useSearchInInbox(): (text: string) => void {
  const setSearchText = useUiState((state) => state.setSearchText)
  const setSearchFilter = useUiState((state) => state.setSearchFilter)
  return useCallback(
    (text) => {
      setSearchFilter(NO_FILTER)
      setSearchText(text)
      goToSearch()
    },
    [setSearchFilter, setSearchText],
  )
}
