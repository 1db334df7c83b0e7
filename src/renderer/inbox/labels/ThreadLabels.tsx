import type { Conversation } from '../../../shared/contract/conversations.ts'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../language/words.ts'
import { LabelChips } from './LabelChip.tsx'
import { useLabelsById } from './useLabels.ts'

/** Labels named in the head of a thread; of more it says how many. */
const MOST_LABELS = 2

/** The pin, the archive and the labels of a conversation, in the head of its thread. */
export function ThreadLabels({ conversation: { labelIds, pinnedAt, archived } }: { conversation: Conversation }) {
  const words = useWords('labels')
  const labels = useLabelsById()
  return (
    <span className="thread-labels">
      {pinnedAt === null ? null : (
        <span className="row-pin" title={words('pinnedToTop')}>
          <Icon name="pin" size={14} />
          <span className="visually-hidden">{words('pinned')}</span>
        </span>
      )}
      {archived ? <span className="label-chip">{words('archived')}</span> : null}
      <LabelChips labels={labelIds.flatMap((id) => labels.get(id) ?? [])} most={MOST_LABELS} />
    </span>
  )
}
