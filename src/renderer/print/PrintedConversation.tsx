import { memo } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import type { Message } from '../../shared/contract/messages.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import { displayName, formatNumber } from '../components/names.ts'
import { countWords } from '../components/times.ts'
import { useWords } from '../language/words.ts'
import { offsetWords, type Days } from '../export/range.ts'
import { byDay, exactClock, fullDay, printedState, printedText, printedWay } from './words.ts'

/** A conversation on paper: who it was with, what the times mean, and every message with its exact time and state. */
export const PrintedConversation = memo(function PrintedConversation({
  conversation,
  messages,
  days,
  madeAt,
}: {
  conversation: Conversation
  messages: readonly Message[]
  days: Days
  /** When the texts were fetched, ms UTC. */
  madeAt: number
}) {
  const who = displayName(conversation.name, conversation.peer)
  const accounts = [...new Set(messages.map(({ accountName }) => accountName))]
  const [first, last] = [messages[0], messages.at(-1)]
  return (
    <article className="print-sheet">
      <header className="print-head">
        <h1>
          Conversation with <bdi>{who}</bdi>
        </h1>
        <dl>
          <Fact name="Number">{formatNumber(conversation.peer)}</Fact>
          <Fact name={accounts.length === 1 ? 'Account' : 'Accounts'}>{accounts.join(', ')}</Fact>
          <Fact name="Time">
            {first === undefined || last === undefined ? 'No texts' : `${fullDay(first.createdAt)} to ${fullDay(last.createdAt)}`}
            {days.from === '' && days.until === '' ? '' : ` (asked for: ${days.from || 'the beginning'} to ${days.until || 'the end'})`}
          </Fact>
          <Fact name="Texts">{countWords(messages.length)}</Fact>
          <Fact name="Time zone">{ownZone()}, as said beside each day</Fact>
          <Fact name="Made">{`${fullDay(madeAt)}, ${exactClock(madeAt)}`}</Fact>
        </dl>
      </header>
      {messages.length === 0 ? <p className="print-nothing">There are no texts in that time. Choose other days above.</p> : null}
      {byDay(messages).map((day) => (
        <section key={day.at} className="print-day">
          <h2>
            {fullDay(day.at)} <span className="print-offset">{offsetWords(day.at)}</span>
          </h2>
          <ol>
            {day.messages.map((message) => (
              <Printed key={message.id} message={message} who={who} withAccount={accounts.length > 1} />
            ))}
          </ol>
        </section>
      ))}
    </article>
  )
})

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  )
}

function Printed({ message, who, withAccount }: { message: Message; who: string; withAccount: boolean }) {
  const messageWords = useWords('messages')
  const inbound = message.direction === 'inbound'
  const state = printedState(messageWords, message)
  return (
    <li className="print-message" data-side={inbound ? 'in' : 'out'}>
      <div className="print-facts">
        <b className="num">{exactClock(message.createdAt)}</b>{' '}
        <bdi>{inbound ? `${who} wrote` : message.automatic === null ? 'We wrote' : 'Sent by itself'}</bdi>
        <span className="num"> · {printedWay(message)}</span>
        {withAccount ? <span> · {message.accountName}</span> : null}
        {state === null ? null : <span> · {state}</span>}
        {message.parts > 1 ? <span> · {message.parts} parts</span> : null}
      </div>
      <p className="people-text print-text" data-call={message.kind === 'text' ? undefined : true}>
        {printedText(messageWords, message)}
      </p>
      {message.error === null ? null : <p className="print-error">{message.error.message}</p>}
    </li>
  )
}
