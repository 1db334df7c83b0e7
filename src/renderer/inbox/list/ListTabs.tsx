import '../../components/components.css'
import { useQuery } from '@tanstack/react-query'
import { MOST_COUNTED } from '../../../shared/contract/conversations.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { countWords } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'

const TABS: readonly { tab: InboxTab; words: string }[] = [
  { tab: 'all', words: 'All' },
  { tab: 'unread', words: 'Unread' },
  { tab: 'unanswered', words: 'Unanswered' },
  { tab: 'failed', words: 'Failed' },
]

/** The tabs of the list with how many conversations ask for somebody. One line, whatever comes and goes in it. */
export function ListTabs({ tab }: { tab: InboxTab }) {
  const { queries } = useHost()
  const setTab = useUiState((state) => state.setInboxTab)
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const narrowedBy = { ...(labelId === null ? {} : { labelId }), ...(accountId === null ? {} : { accountId }) }
  const counts = useQuery(queries.conversations.counts.queryOptions({ input: narrowedBy, placeholderData: (earlier) => earlier })).data
  const unconfirmed = useQuery(queries.desk.status.queryOptions({ select: (status) => status.counts.unconfirmed })).data ?? 0
  const shown = unconfirmed > 0 || tab === 'settle' ? [...TABS, { tab: 'settle' as const, words: 'Settle' }] : TABS
  const countOf: Partial<Record<InboxTab, number>> = { unread: counts?.unread, failed: counts?.failed, settle: unconfirmed }
  return (
    <fieldset className="inbox-tabs" aria-label="Show conversations">
      {shown.map(({ tab: each, words }) => {
        const count = countOf[each] ?? 0
        return (
          <button
            key={each}
            type="button"
            className="tab"
            data-tone={each === 'settle' ? 'ask' : undefined}
            aria-pressed={tab === each}
            onClick={() => setTab(each)}
          >
            {words}
            {count > 0 ? <span className="num"> {upTo(count)}</span> : null}
          </button>
        )
      })}
    </fieldset>
  )
}

/** "12", "999+". */
function upTo(count: number): string {
  return count >= MOST_COUNTED ? `${countWords(MOST_COUNTED - 1)}+` : countWords(count)
}
