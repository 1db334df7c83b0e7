import '../../components/components.css'
import { useQuery } from '@tanstack/react-query'
import { MOST_COUNTED } from '../../../shared/contract/conversations.ts'
import { useUiState, type InboxTab } from '../../app/uiState.tsx'
import { useWords } from '../../language/words.ts'
import { useTimes } from '../../language/times.ts'
import { useHost } from '../../host/HostProvider.tsx'

const TABS = ['all', 'unread', 'unanswered', 'failed'] as const

/** The tabs of the list with how many conversations ask for somebody. One line, whatever comes and goes in it. */
export function ListTabs({ tab }: { tab: InboxTab }) {
  const { queries } = useHost()
  const words = useWords('inbox')
  const times = useTimes()
  const setTab = useUiState((state) => state.setInboxTab)
  const { labelId, accountId } = useUiState((state) => state.inboxFilter)
  const narrowedBy = { ...(labelId === null ? {} : { labelId }), ...(accountId === null ? {} : { accountId }) }
  const counts = useQuery(queries.conversations.counts.queryOptions({ input: narrowedBy, placeholderData: (earlier) => earlier })).data
  const unconfirmed = useQuery(queries.desk.status.queryOptions({ select: (status) => status.counts.unconfirmed })).data ?? 0
  const shown = unconfirmed > 0 || tab === 'settle' ? [...TABS, 'settle' as const] : TABS
  const countOf: Partial<Record<InboxTab, number>> = { unread: counts?.unread, failed: counts?.failed, settle: unconfirmed }
  return (
    <fieldset className="inbox-tabs" aria-label={words('tabs.label')}>
      {shown.map((each) => {
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
            {words(`tabs.${each}`)}
            {count > 0 ? (
              <span className="num"> {count < MOST_COUNTED ? times.count(count) : words('tabs.andMore', { count: MOST_COUNTED - 1 })}</span>
            ) : null}
          </button>
        )
      })}
    </fieldset>
  )
}
