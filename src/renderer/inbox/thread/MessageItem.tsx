import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { isRetryable } from '../../../shared/messages/reducer.ts'
import { OPTED_OUT } from '../../../shared/opt-outs/words.ts'
import { useCarrierName } from '../../accounts/useCarrierName.ts'
import { Icon } from '../../components/Icon.tsx'
import { messageWords } from '../../components/message-text.ts'
import { TextButton } from '../../components/TextButton.tsx'
import { useNowPast } from '../../components/useNowPast.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { asTime } from '../../language/asTime.tsx'
import { useTimes } from '../../language/times.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords, type Words } from '../../language/words.ts'
import { callWords } from '../../voice-code/codes.ts'
import { useTakeBack } from '../useTakeBack.ts'
import { automaticWords, consentWords } from './automatic-words.ts'
import { MissedCall } from './CallEvent.tsx'
import { MessageText } from './links/MessageText.tsx'
import { FailedNote, OptedOutNote, SettleCard } from './MessageNotes.tsx'
import { StatusTimes } from './StatusTimes.tsx'
import { overdueWords, statusWords, type StatusWords } from './statusWords.ts'
import { isAhead, keptBack, waitingOf } from './waiting.ts'
import { WaitingNote } from './WaitingNote.tsx'

/** One message: its text, what became of it, and, where something asks for a person, the sentence and the step. */
export const MessageItem = memo(function MessageItem({
  message,
  startsGroup,
  endsGroup,
  pointedOut,
  name,
  now: minute,
  reportHours,
  picked,
  onPick,
  onInspect,
  onCopy,
}: {
  message: Message
  startsGroup: boolean
  endsGroup: boolean
  pointedOut: boolean
  name: string | null
  now: number
  /** Hours without a report after which a sent text is shown as such. */
  reportHours: number
  /** Whether it is picked; null while nothing is being picked. */
  picked: boolean | null
  onPick: (message: Message) => void
  onInspect: (messageId: string) => void
  onCopy: (messages: readonly Message[]) => void
}) {
  const { queries } = useHost()
  const country = useQuery(queries.settings.get.queryOptions({ select: ({ defaultCountry }) => defaultCountry })).data
  const words = useWords('thread')
  const textWords = useWords('messages')
  const codeWords = useWords('voiceCode')
  const times = useTimes()
  const say = useHostSentences()
  const now = useNowPast(minute, message.status === 'queued' ? message.notBefore : null)
  const outbound = message.direction === 'outbound'
  const isCall = message.kind !== 'text'
  const [settling, setSettling] = useState(false)
  const waiting = waitingOf({ words: textWords, times, say }, message, now)
  const overdue = overdueWords(textWords, message, reportHours, now)
  const kept = isAhead(message.providerKeepsUntil, now)
  const keeper = useCarrierName(message.accountId)
  const troubled = isRetryable(message.status) || message.status === 'unconfirmed' || waiting !== null || overdue !== null
  const showsFacts =
    message.failedOverFrom !== null ||
    message.automatic !== null ||
    message.consent !== null ||
    endsGroup ||
    troubled ||
    kept ||
    !['sent', 'delivered', 'received'].includes(message.status)
  if (message.kind === 'missed_call') return <MissedCall message={message} name={name} pointedOut={pointedOut} />
  const text = messageWords(textWords, message)
  const moment = times.exact(message.createdAt)
  return (
    <article
      className="message"
      data-key={message.id}
      data-picked={picked === true || undefined}
      tabIndex={-1}
      data-side={outbound ? 'out' : 'in'}
      data-starts={startsGroup || undefined}
      data-status={message.status}
      data-pointed-out={pointedOut || undefined}
      aria-label={spokenName(words, message, name, moment)}
    >
      <div className="message-line">
        {picked === null ? null : (
          <input
            type="checkbox"
            className="message-pick"
            aria-label={words('message.pickThis', { moment })}
            checked={picked}
            onChange={() => onPick(message)}
          />
        )}
        <div className="message-text people-text" title={moment}>
          {isCall ? <Icon name="call" size={15} /> : null}
          {text === null ? <i className="mut">{textWords('kind.empty')}</i> : isCall ? text : <MessageText text={text} country={country} />}
        </div>
        {picked === null && text !== null ? (
          // For the pointer; keys do the same from the message itself.
          <span className="message-tools">
            <button type="button" tabIndex={-1} onClick={() => onCopy([message])}>
              {words('message.copy')}
            </button>
            <button type="button" tabIndex={-1} onClick={() => onPick(message)}>
              {words('message.pick')}
            </button>
          </span>
        ) : null}
      </div>
      {message.status === 'unconfirmed' && (!message.leftUnconfirmed || settling) ? (
        <SettleCard message={message} name={name} onSettled={() => setSettling(false)} />
      ) : null}
      {isRetryable(message.status) ? <FailedNote message={message} now={now} /> : null}
      {message.status === 'cancelled' && message.error?.code === OPTED_OUT ? <OptedOutNote message={message} /> : null}
      {waiting === null ? null : <WaitingNote message={message} waiting={waiting} />}
      {showsFacts ? (
        <Facts
          message={message}
          status={
            isCall ? callWords(codeWords, textWords, times, message, now) : (overdue ?? statusWords(textWords, times, message, now, keeper))
          }
          troubled={troubled}
          undo={keptBack(message, now) === 'undo'}
          onInspect={onInspect}
          onSettle={settling ? null : () => setSettling(true)}
        />
      ) : null}
    </article>
  )
})

function Facts({
  message,
  status,
  troubled,
  undo,
  onInspect,
  onSettle,
}: {
  message: Message
  status: StatusWords
  troubled: boolean
  /** It can still be taken back. */
  undo: boolean
  onInspect: (messageId: string) => void
  onSettle: (() => void) | null
}) {
  const words = useWords('thread')
  const textWords = useWords('messages')
  const times = useTimes()
  const time = asTime(message.createdAt, times, 'num')(times.clock(message.createdAt))
  if (message.direction === 'inbound') {
    const consent = consentWords(textWords, message)
    return (
      <div className="message-facts">
        {time}
        {consent === null ? null : (
          <>
            <span aria-hidden="true">·</span>
            <span className="message-consent">{consent}</span>
          </>
        )}
      </div>
    )
  }
  const automatic = automaticWords(textWords, message)
  return (
    <div className="message-facts">
      {time}
      <span aria-hidden="true">·</span>
      {automatic === null ? null : (
        <>
          <span>{automatic}</span>
          <span aria-hidden="true">·</span>
        </>
      )}
      {message.failedOverFrom === null ? (
        <span className="people-line">{message.accountName}</span>
      ) : (
        <span className="message-over">{throughWords(words, message, message.failedOverFrom)}</span>
      )}
      <span aria-hidden="true">·</span>
      <StatusTimes message={message} status={status} onInspect={onInspect} />
      {undo ? <UndoButton message={message} /> : null}
      {message.leftUnconfirmed && message.status === 'unconfirmed' && onSettle !== null ? (
        <span className="message-story">
          <TextButton quiet onClick={onSettle}>
            {words('message.settle')}
          </TextButton>
        </span>
      ) : null}
      <span className={troubled ? 'message-story' : 'message-story message-inspect'}>
        <TextButton quiet onClick={() => onInspect(message.id)}>
          {words('message.story')}
        </TextButton>
      </span>
    </div>
  )
}

function UndoButton({ message }: { message: Message }) {
  const words = useWords('undo')
  const takeBack = useTakeBack()
  const { id, text, accountId, conversationId } = message
  return (
    <span className="message-story">
      <TextButton
        disabled={takeBack.isPending}
        onClick={() => takeBack.mutate({ ids: [id], text, accountId, backTo: { draftKey: conversationId } })}
      >
        {words('button')}
      </TextButton>
    </span>
  )
}

/** Whose text it is and when it was written, for screen readers. */
function spokenName(words: Words<'thread'>, { direction, automatic }: Message, name: string | null, moment: string): string {
  if (direction === 'outbound') return words(automatic === null ? 'message.you' : 'message.itself', { moment })
  return name === null ? words('message.they', { moment }) : words('message.somebody', { name, moment })
}

/** That another account than the chosen one is used, and why. */
function throughWords(words: Words<'thread'>, { status, accountName }: Message, from: string): string {
  const isSent = ['sent', 'delivered', 'undelivered'].includes(status)
  return words(isSent ? 'message.sentThrough' : 'message.goesThrough', { account: accountName, other: from })
}
