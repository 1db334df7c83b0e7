import './what-happened.css'
import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Message } from '../../../shared/contract/messages.ts'
import { Chip, type Tone } from '../../components/Chip.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { messageWords } from '../../components/message-text.ts'
import { formatNumber } from '../../components/names.ts'
import { daysBetween } from '../../components/times.ts'
import { sayDone } from '../../components/toasts.ts'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { statusWords } from './statusWords.ts'
import { useTimes } from '../../language/times.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'

/** The whole story of a message: every event, every call to the provider, and the provider's own ids. */
export function WhatHappened({ messageId, onClose }: { messageId: string | null; onClose: () => void }) {
  const words = useWords('messageStory')
  return (
    <Drawer opened={messageId !== null} onClose={onClose} title={words('title')}>
      {messageId === null ? null : <Story messageId={messageId} />}
    </Drawer>
  )
}

function useMessage(messageId: string) {
  const { queries } = useHost()
  return useQuery(queries.messages.get.queryOptions({ input: { id: messageId } }))
}

type Full = NonNullable<ReturnType<typeof useMessage>['data']>

function Story({ messageId }: { messageId: string }) {
  const message = useMessage(messageId)
  const words = useWords('messageStory')
  const textWords = useWords('messages')
  const times = useTimes()
  const say = useHostSentences()
  const now = useNow()
  if (message.data === undefined) {
    return message.isError ? (
      <LoadFailure error={message.error} onRetry={() => void message.refetch()} />
    ) : (
      <Loading>{words('looking')}</Loading>
    )
  }
  const { events, attempts } = message.data
  const days = new Set(events.map(({ at }) => times.day(at, now)))
  return (
    <div className="story">
      <blockquote className="quoted-text people-text">{messageWords(textWords, message.data)}</blockquote>
      <Summary message={message.data} now={now} />
      <h3 className="story-title">{words('steps')}</h3>
      <ol className="story-events">
        {events.map((event, index) => (
          <li key={event.sequence} data-last={index === events.length - 1 || undefined}>
            <time className="num mut" dateTime={new Date(event.at).toISOString()} title={times.exact(event.at)}>
              {times.toTheSecond(event.at)}
              {days.size > 1 && daysBetween(events[index - 1]?.at ?? 0, event.at) !== 0 ? <small>{times.day(event.at, now)}</small> : null}
            </time>
            <span className="people-text">{say(event.description)}</span>
          </li>
        ))}
      </ol>
      {attempts.length === 0 ? null : (
        <>
          <h3 className="story-title">{words('calls', { count: attempts.length })}</h3>
          <p className="mut story-hint">{words('callsHint')}</p>
          {attempts.map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} />
          ))}
        </>
      )}
    </div>
  )
}

function Summary({ message, now }: { message: Full; now: number }) {
  const words = useWords('messageStory')
  const textWords = useWords('messages')
  const times = useTimes()
  const say = useHostSentences()
  const status = statusWords(textWords, times, message, now)
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      words('status'),
      message.direction === 'inbound' ? (
        words('received')
      ) : (
        <Chip key="status" tone={status.tone}>
          {`${status.mark} ${status.words}`.trim()}
        </Chip>
      ),
    ],
    [words(message.direction === 'inbound' ? 'from' : 'to'), formatNumber(message.direction === 'inbound' ? message.from : message.to)],
    [words('account'), message.accountName],
    [words('parts'), times.count(message.parts)],
    ...(message.providerRefs.length === 0 ? [] : [[words('reference'), <References key="refs" message={message} />] as const]),
  ]
  return (
    <>
      <dl className="story-facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{fact}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {message.error === null ? null : <p className="story-reason">{say(message.error.message)}</p>}
    </>
  )
}

function References({ message }: { message: Pick<Message, 'providerRefs'> }) {
  const words = useWords('messageStory')
  const all = message.providerRefs.join(', ')
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(all)
    sayDone(words('copied'))
  }
  return (
    <span className="story-refs">
      <code>{all}</code>
      <Button size="xs" variant="subtle" onClick={() => void copy()}>
        {words('copy')}
      </Button>
    </span>
  )
}

const TONES: Record<NonNullable<Full['attempts'][number]['outcome']>, Tone> = {
  accepted: 'ok',
  not_accepted_transient: 'warn',
  not_accepted_permanent: 'bad',
  account_problem: 'warn',
  offline: 'warn',
  unknown: 'ask',
}

function Attempt({ attempt }: { attempt: Full['attempts'][number] }) {
  const words = useWords('messageStory')
  const times = useTimes()
  const say = useHostSentences()
  return (
    <details className="attempt">
      <summary>
        <span className="num">
          {attempt.number}. {times.clock(attempt.startedAt)}
        </span>
        <span className="people-line">{attempt.accountName}</span>
        <span className="grow" />
        <Chip tone={attempt.outcome === null ? 'plain' : TONES[attempt.outcome]}>{words(`outcome.${attempt.outcome ?? 'underWay'}`)}</Chip>
      </summary>
      {attempt.detail === null ? null : <p className="people-text">{say(attempt.detail)}</p>}
      {attempt.request === null ? null : (
        <>
          <h4>{words('sent')}</h4>
          <pre>{attempt.request}</pre>
        </>
      )}
      <h4>{words(attempt.response === null ? 'noAnswer' : 'answered')}</h4>
      {attempt.response === null ? null : <pre>{attempt.response}</pre>}
    </details>
  )
}
