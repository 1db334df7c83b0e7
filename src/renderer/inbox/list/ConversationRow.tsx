import { memo, type ReactNode } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Label } from '../../../shared/contract/labels.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { Chip } from '../../components/Chip.tsx'
import { Icon } from '../../components/Icon.tsx'
import { displayName } from '../../components/names.ts'
import { messageWords } from '../../components/message-text.ts'
import { RelativeTime } from '../../components/RelativeTime.tsx'
import { asUnseen } from '../../language/asUnseen.tsx'
import { WrittenBy } from '../../components/WrittenBy.tsx'
import { useWords } from '../../language/words.ts'
import { LabelChips } from '../labels/LabelChip.tsx'
import { shortStatus } from '../thread/statusWords.ts'
import type { OpenRowMenu } from './RowMenu.tsx'

/** Heights of a row in pixels, without labels and with a line of them: a virtual list knows them before it draws. */
const PLAIN_HEIGHT = 59
const LABELLED_HEIGHT = 81

/** Labels named in a row; of more it says how many. */
const MOST_LABELS = 2

/** Height of a conversation's row in pixels. */
export function rowHeight(conversation: Conversation | undefined): number {
  return conversation === undefined || conversation.labelIds.length === 0 ? PLAIN_HEIGHT : LABELLED_HEIGHT
}

/** One conversation in the list: who, the last text, when, and what asks for a person. Its menu is one for the whole list. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  labels,
  now,
  index,
  href,
  active,
  onMenu,
}: {
  conversation: Conversation
  labels: ReadonlyMap<string, Label>
  now: number
  index: number
  href: string
  active: boolean
  onMenu: (asked: OpenRowMenu) => void
}) {
  const words = useWords('inbox')
  const messages = useWords('messages')
  const { id, name, peer, unread, lastMessage, lastAt, pinnedAt, labelIds, draft } = conversation

  const drafted = draft === null ? null : <bdi>{oneLine(draft)}</bdi>

  function askMenu(event: React.MouseEvent<HTMLElement>): void {
    event.preventDefault()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    // A key asks for it without a pointer: then it opens below the row.
    const byPointer = event.clientX > 0 || event.clientY > 0
    onMenu({ conversation, x: byPointer ? event.clientX : left + 46, y: byPointer ? event.clientY : bottom - 12 })
  }

  return (
    <>
      <a
        className="row"
        href={href}
        data-index={index}
        data-conversation={id}
        data-unread={unread > 0 || undefined}
        data-labelled={labelIds.length > 0 || undefined}
        aria-current={active ? 'true' : undefined}
        onContextMenu={askMenu}
      >
        <Avatar name={name} peer={peer} active={active} />
        <span className="row-name people-line">{displayName(name, peer)}</span>
        <span className="row-when">
          {pinnedAt === null ? null : (
            <span className="row-pin" title={words('row.pinned')}>
              <Icon name="pin" size={13} />
              <span className="visually-hidden">{words('row.pinnedBefore')} </span>
            </span>
          )}
          <RelativeTime className="row-time num" at={lastAt} now={now} />
        </span>
        <span className="row-text people-line">
          {drafted !== null ? (
            words.rich('row.draft', { mark: asDraft, text: () => drafted })
          ) : lastMessage === null ? null : (
            <WrittenBy message={lastMessage}>
              <bdi>{oneLine(messageWords(messages, lastMessage) ?? '')}</bdi>
            </WrittenBy>
          )}
        </span>
        <span className="row-end">
          {unread > 0 ? (
            <span className="row-unread num" title={words('row.unread', { count: unread })}>
              {words.rich('row.unreadMark', { shown: unread > 99 ? '99+' : String(unread), count: unread, unseen: asUnseen })}
            </span>
          ) : (
            <StatusMark message={lastMessage} />
          )}
        </span>
        {labelIds.length === 0 ? null : (
          <span className="row-labels">
            <LabelChips labels={labelIds.flatMap((labelId) => labels.get(labelId) ?? [])} most={MOST_LABELS} />
          </span>
        )}
      </a>
      <button
        type="button"
        className="row-more"
        tabIndex={-1}
        aria-label={words('row.more', { name: displayName(name, peer) })}
        aria-haspopup="menu"
        onClick={askMenu}
      >
        <Icon name="more" size={16} />
      </button>
    </>
  )
})

const asDraft = (words: ReactNode) => <span className="row-draft">{words}</span>

/** What became of the last text, if it was ours: a mark when all is well, the word when it is not. */
function StatusMark({ message }: { message: Conversation['lastMessage'] }) {
  const messages = useWords('messages')
  if (message === null || message.direction === 'inbound') return null
  const { words, mark, tone } = shortStatus(messages, message)
  if (tone === 'bad' || tone === 'ask') {
    return (
      <Chip tone={tone}>
        <span aria-hidden="true">{mark}</span> {words}
      </Chip>
    )
  }
  if (mark === '') return <Chip>{words}</Chip>
  return (
    <span className="row-mark" title={words}>
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

function oneLine(text: string): string {
  return text.slice(0, 200).replaceAll(/\s+/g, ' ')
}
