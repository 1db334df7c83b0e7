import { memo } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { Chip } from '../../components/Chip.tsx'
import { displayName } from '../../components/names.ts'
import { messageWords, writtenBy } from '../../components/message-text.ts'
import { RelativeTime } from '../../components/RelativeTime.tsx'
import { shortStatus } from '../thread/statusWords.ts'

/** Height of a row in pixels; rows of a virtual list are all alike. */
export const ROW_HEIGHT = 59

/** One conversation in the list: who, the last text, when, and what asks for a person. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  now,
  index,
  href,
  active,
}: {
  conversation: Conversation
  now: number
  index: number
  href: string
  active: boolean
}) {
  const { name, peer, unread, lastMessage, lastAt, draft } = conversation
  return (
    <a className="row" href={href} data-index={index} data-unread={unread > 0 || undefined} aria-current={active ? 'true' : undefined}>
      <Avatar name={name} peer={peer} active={active} />
      <span className="row-name people-line">{displayName(name, peer)}</span>
      <RelativeTime className="row-time num" at={lastAt} now={now} />
      <span className="row-text people-line">
        {draft !== null ? (
          <>
            <span className="row-draft">Draft:</span> <bdi>{oneLine(draft)}</bdi>
          </>
        ) : lastMessage === null ? null : (
          <>
            {writtenBy(lastMessage)}
            <bdi>{oneLine(messageWords(lastMessage) ?? '')}</bdi>
          </>
        )}
      </span>
      <span className="row-end">
        {unread > 0 ? (
          <span className="row-unread num" title={`${unread} unread`}>
            {unread > 99 ? '99+' : unread}
            <span className="visually-hidden"> unread</span>
          </span>
        ) : (
          <StatusMark message={lastMessage} />
        )}
      </span>
    </a>
  )
})

/** What became of the last text, if it was ours: a mark when all is well, the word when it is not. */
function StatusMark({ message }: { message: Conversation['lastMessage'] }) {
  if (message === null || message.direction === 'inbound') return null
  const { words, mark, tone } = shortStatus(message)
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
