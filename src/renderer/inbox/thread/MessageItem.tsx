import { memo, useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { isRetryable } from '../../../shared/messages/reducer.ts'
import { TextButton } from '../../components/TextButton.tsx'
import { clockTime, exactTime } from '../../components/times.ts'
import { FailedNote, SettleCard, WaitingNote } from './MessageNotes.tsx'
import { statusWords, waitingSentence } from './statusWords.ts'

/** One message: its text, what became of it, and, where something asks for a person, the sentence and the step. */
export const MessageItem = memo(function MessageItem({
  message,
  startsGroup,
  endsGroup,
  pointedOut,
  name,
  now,
  onInspect,
}: {
  message: Message
  startsGroup: boolean
  endsGroup: boolean
  pointedOut: boolean
  name: string | null
  now: number
  onInspect: (messageId: string) => void
}) {
  const outbound = message.direction === 'outbound'
  const [settling, setSettling] = useState(false)
  const waits = waitingSentence(message, now)
  const troubled = isRetryable(message.status) || message.status === 'unconfirmed' || waits !== null
  const showsFacts = endsGroup || troubled || !['sent', 'delivered', 'received'].includes(message.status)
  return (
    <article
      className="message"
      data-side={outbound ? 'out' : 'in'}
      data-starts={startsGroup || undefined}
      data-pointed-out={pointedOut || undefined}
      aria-label={`${outbound ? 'You' : (name ?? 'They')}, ${exactTime(message.createdAt)}`}
    >
      <div className="message-text people-text" title={exactTime(message.createdAt)}>
        {message.text === '' ? <i className="mut">Empty text</i> : message.text}
      </div>
      {message.status === 'unconfirmed' && (!message.leftUnconfirmed || settling) ? (
        <SettleCard message={message} name={name} onSettled={() => setSettling(false)} />
      ) : null}
      {isRetryable(message.status) ? <FailedNote message={message} /> : null}
      {waits === null ? null : <WaitingNote message={message} sentence={waits} />}
      {showsFacts ? (
        <Facts message={message} troubled={troubled} now={now} onInspect={onInspect} onSettle={settling ? null : () => setSettling(true)} />
      ) : null}
    </article>
  )
})

function Facts({
  message,
  troubled,
  now,
  onInspect,
  onSettle,
}: {
  message: Message
  troubled: boolean
  now: number
  onInspect: (messageId: string) => void
  onSettle: (() => void) | null
}) {
  const time = (
    <time className="num" dateTime={new Date(message.createdAt).toISOString()} title={exactTime(message.createdAt)}>
      {clockTime(message.createdAt)}
    </time>
  )
  if (message.direction === 'inbound') return <div className="message-facts">{time}</div>
  const { words, mark, tone } = statusWords(message, now)
  return (
    <div className="message-facts">
      {time}
      <span aria-hidden="true">·</span>
      <span className="people-line">{message.accountName}</span>
      <span aria-hidden="true">·</span>
      <span className="message-status num" data-tone={tone}>
        {words} {mark === '' ? null : <span aria-hidden="true">{mark}</span>}
      </span>
      {message.leftUnconfirmed && message.status === 'unconfirmed' && onSettle !== null ? (
        <span className="message-story">
          <TextButton quiet onClick={onSettle}>
            settle it
          </TextButton>
        </span>
      ) : null}
      <span className={troubled ? 'message-story' : 'message-story message-inspect'}>
        <TextButton quiet onClick={() => onInspect(message.id)}>
          what happened
        </TextButton>
      </span>
    </div>
  )
}
