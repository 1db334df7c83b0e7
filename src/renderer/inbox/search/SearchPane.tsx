import './search.css'
import { useDebouncedValue } from '@mantine/hooks'
import { useUiState } from '../../app/uiState.tsx'
import type { RowKey } from '../../components/SearchField.tsx'
import { useNow } from '../../components/useNow.ts'
import { SearchFilters } from './SearchFilters.tsx'
import { SearchResults } from './SearchResults.tsx'

/** Wait after the last key before searching, in milliseconds. */
const SEARCH_WAIT_MS = 25

/**
 * Below the search field while something stands in it: how the search is narrowed down, and what it found.
 * @param asked the key in the field that is for the first result; `onDone` once it has been done
 */
export function SearchPane({
  conversationId,
  asked,
  onDone,
}: {
  conversationId: string | undefined
  asked: RowKey | null
  onDone: () => void
}) {
  const typed = useUiState((state) => state.searchText.trim())
  const [query] = useDebouncedValue(typed, SEARCH_WAIT_MS)
  const filter = useUiState((state) => state.searchFilter)
  const now = useNow()
  // Periods go by days: the same moment all day long asks the same question.
  const today = new Date(now).setHours(0, 0, 0, 0)
  return (
    <>
      <SearchFilters filter={filter} conversationId={conversationId} />
      <SearchResults query={query} filter={filter} today={today} now={now} asked={query === typed ? asked : null} onDone={onDone} />
    </>
  )
}
