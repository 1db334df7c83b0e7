import { memo, useMemo, type ReactNode } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import type { Message } from '../../shared/contract/messages.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import { displayName, formatNumber } from '../components/names.ts'
import { offsetWords, type Days } from '../export/range.ts'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { byDay, createPrintTimes, printedState, printedText, printedWay, type PrintTimes } from './words.ts'

const asName = (text: ReactNode) => <bdi>{text}</bdi>

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
  const words = useWords('print')
  const { count } = useTimes()
  const tag = useFormatTag()
  const times = useMemo(() => createPrintTimes(tag), [tag])
  const who = displayName(conversation.name, conversation.peer)
  const accounts = [...new Set(messages.map(({ accountName }) => accountName))]
  const [first, last] = [messages[0], messages.at(-1)]
  const span =
    first === undefined || last === undefined
      ? words('head.noTexts')
      : words('head.span', { first: times.day(first.createdAt), last: times.day(last.createdAt) })
  const asked = { from: days.from || words('head.beginning'), until: days.until || words('head.end') }
  return (
    <article className="print-sheet">
      <header className="print-head">
        <h1>{words.rich('head.title', { who, name: asName })}</h1>
        <dl>
          <Fact name={words('head.number')}>{formatNumber(conversation.peer)}</Fact>
          <Fact name={words('head.accounts', { count: accounts.length })}>{accounts.join(', ')}</Fact>
          <Fact name={words('head.time')}>{days.from === '' && days.until === '' ? span : words('head.asked', { span, ...asked })}</Fact>
          <Fact name={words('head.texts')}>{count(messages.length)}</Fact>
          <Fact name={words('head.zone')}>{words('head.zoneSaid', { zone: ownZone() })}</Fact>
          <Fact name={words('head.made')}>{words('head.madeAt', { day: times.day(madeAt), time: times.clock(madeAt) })}</Fact>
        </dl>
      </header>
      {messages.length === 0 ? <p className="print-nothing">{words('nothing')}</p> : null}
      {byDay(messages).map((day) => (
        <section key={day.at} className="print-day">
          <h2>
            {times.day(day.at)} <span className="print-offset">{offsetWords(day.at)}</span>
          </h2>
          <ol>
            {day.messages.map((message) => (
              <Printed key={message.id} message={message} times={times} who={who} withAccount={accounts.length > 1} />
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

function Printed({ message, times, who, withAccount }: { message: Message; times: PrintTimes; who: string; withAccount: boolean }) {
  const words = useWords('print')
  const messages = useWords('messages')
  const say = useHostSentences()
  const inbound = message.direction === 'inbound'
  const state = printedState(words, times, message)
  return (
    <li className="print-message" data-side={inbound ? 'in' : 'out'}>
      <div className="print-facts">
        <b className="num">{times.clock(message.createdAt)}</b>{' '}
        <bdi>{inbound ? words('wrote', { who }) : message.automatic === null ? words('weWrote') : words('automatic')}</bdi>
        <span className="num"> · {printedWay(words, message)}</span>
        {withAccount ? <span> · {message.accountName}</span> : null}
        {state === null ? null : <span> · {state}</span>}
        {message.parts > 1 ? <span> · {words('parts', { count: message.parts })}</span> : null}
      </div>
      <p className="people-text print-text" data-call={message.kind === 'text' ? undefined : true}>
        {printedText(words, messages, message)}
      </p>
      {message.error === null ? null : <p className="print-error">{say(message.error.message)}</p>}
    </li>
  )
}
