import './what-happened.css'
import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Message } from '../../../shared/contract/messages.ts'
import { Chip, type Tone } from '../../components/Chip.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { messageWords } from '../../components/message-text.ts'
import { formatNumber } from '../../components/names.ts'
import { clockTime, dayTitle, daysBetween, exactTime, plural } from '../../components/times.ts'
import { sayDone } from '../../components/toasts.ts'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { statusWords } from './statusWords.ts'

/** The whole story of a message: every event, every call to the provider, and the provider's own ids. */
export function WhatHappened({ messageId, onClose }: { messageId: string | null; onClose: () => void }) {
  return (
    <Drawer opened={messageId !== null} onClose={onClose} title="What happened">
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
  const now = useNow()
  if (message.data === undefined) {
    return message.isError ? (
      <LoadFailure error={message.error} onRetry={() => void message.refetch()} />
    ) : (
      <Loading>Looking it up…</Loading>
    )
  }
  const { events, attempts } = message.data
  const days = new Set(events.map(({ at }) => dayTitle(at, now)))
  return (
    <div className="story">
      <blockquote className="quoted-text people-text">{messageWords(message.data)}</blockquote>
      <Summary message={message.data} now={now} />
      <h3 className="story-title">Step by step</h3>
      <ol className="story-events">
        {events.map((event, index) => (
          <li key={event.sequence} data-last={index === events.length - 1 || undefined}>
            <time className="num mut" dateTime={new Date(event.at).toISOString()} title={exactTime(event.at)}>
              {new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(event.at)}
              {days.size > 1 && daysBetween(events[index - 1]?.at ?? 0, event.at) !== 0 ? <small>{dayTitle(event.at, now)}</small> : null}
            </time>
            <span className="people-text">{event.description}</span>
          </li>
        ))}
      </ol>
      {attempts.length === 0 ? null : (
        <>
          <h3 className="story-title">{plural(attempts.length, 'call to the provider', 'calls to the provider')}</h3>
          <p className="mut story-hint">As they went over the line, without passwords and without the text.</p>
          {attempts.map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} />
          ))}
        </>
      )}
    </div>
  )
}

function Summary({ message, now }: { message: Full; now: number }) {
  const { words, mark, tone } = statusWords(message, now)
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      'Status',
      message.direction === 'inbound' ? (
        'Received'
      ) : (
        <Chip key="status" tone={tone}>
          {`${mark} ${words}`.trim()}
        </Chip>
      ),
    ],
    [message.direction === 'inbound' ? 'From' : 'To', formatNumber(message.direction === 'inbound' ? message.from : message.to)],
    ['Account', message.accountName],
    ['Parts', String(message.parts)],
    ...(message.providerRefs.length === 0 ? [] : [['Provider’s number', <References key="refs" message={message} />] as const]),
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
      {message.error === null ? null : <p className="story-reason">{message.error.message}</p>}
    </>
  )
}

function References({ message }: { message: Pick<Message, 'providerRefs'> }) {
  const all = message.providerRefs.join(', ')
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(all)
    sayDone('Copied. The provider can find the text by it.')
  }
  return (
    <span className="story-refs">
      <code>{all}</code>
      <Button size="xs" variant="subtle" onClick={() => void copy()}>
        Copy
      </Button>
    </span>
  )
}

const OUTCOMES: Record<NonNullable<Full['attempts'][number]['outcome']>, { words: string; tone: Tone }> = {
  accepted: { words: 'accepted', tone: 'ok' },
  not_accepted_transient: { words: 'not accepted, tried again later', tone: 'warn' },
  not_accepted_permanent: { words: 'refused', tone: 'bad' },
  account_problem: { words: 'problem with the account', tone: 'warn' },
  offline: { words: 'no internet', tone: 'warn' },
  unknown: { words: 'outcome unknown', tone: 'ask' },
}

function Attempt({ attempt }: { attempt: Full['attempts'][number] }) {
  const outcome = attempt.outcome === null ? { words: 'under way', tone: 'plain' as const } : OUTCOMES[attempt.outcome]
  return (
    <details className="attempt">
      <summary>
        <span className="num">
          {attempt.number}. {clockTime(attempt.startedAt)}
        </span>
        <span className="people-line">{attempt.accountName}</span>
        <span className="grow" />
        <Chip tone={outcome.tone}>{outcome.words}</Chip>
      </summary>
      {attempt.detail === null ? null : <p className="people-text">{attempt.detail}</p>}
      {attempt.request === null ? null : (
        <>
          <h4>We sent</h4>
          <pre>{attempt.request}</pre>
        </>
      )}
      <h4>{attempt.response === null ? 'No answer came.' : 'The provider answered'}</h4>
      {attempt.response === null ? null : <pre>{attempt.response}</pre>}
    </details>
  )
}
