import { useCallback } from 'react'
import { SEARCH_FIELD_ID, goToSearch } from '../../app/shortcuts.ts'
import { useUiState } from '../../app/uiState.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { NO_FILTER } from './filter.ts'

/** The field above the conversations that searches texts, people and notes. */
export function InboxSearch() {
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
