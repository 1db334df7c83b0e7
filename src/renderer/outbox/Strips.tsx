import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { FailureKind } from '../../shared/contract/outbox.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { countWords, exactTime, plural } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { askedWords, confirmation } from './action-words.ts'
import type { OutboxActions } from './useOutboxActions.tsx'
import { ASK_ABOVE, type Action } from './views.ts'

const DAY_MS = 86_400_000

function Strip({
  tone,
  icon,
  words,
  children,
}: {
  tone: 'warn' | 'ask' | 'plain'
  icon: IconName
  words: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="outbox-strip" data-tone={tone}>
      <Icon name={icon} size={16} />
      <div className="outbox-strip-words">{words}</div>
      {children === undefined ? null : <div className="outbox-strip-steps">{children}</div>}
    </div>
  )
}

/** What was missed, and what can be done about all of it. `total` is null when it is not known. */
export function MissedStrip({ total, actions }: { total: number | null; actions: OutboxActions }) {
  const all = (action: Action) => () => actions.wish({ action, target: { kind: 'everything' }, count: total })
  const one = total === 1
  return (
    <Strip
      tone="warn"
      icon="clock"
      words={
        <>
          <b>
            {total === null ? 'These texts missed their time' : plural(total, 'text missed its time', 'texts missed their time')} while the
            desk was closed or asleep.
          </b>{' '}
          {one ? 'It was' : 'They were'} not sent late on {one ? 'its' : 'their'} own: decide here.
        </>
      }
    >
      <Button size="xs" disabled={actions.busy} onClick={all('send_now')}>
        {one ? 'Send it now' : 'Send all now'}
      </Button>
      <Button size="xs" disabled={actions.busy} onClick={all('reschedule')}>
        {one ? 'Choose another time' : 'Another time for all'}
      </Button>
      <Button size="xs" variant="subtle" disabled={actions.busy} onClick={all('cancel')}>
        {one ? 'Cancel it' : 'Cancel all'}
      </Button>
    </Strip>
  )
}

/** Held texts go by themselves; says so. */
export function HeldStrip() {
  return (
    <Strip tone="plain" icon="clock" words="These go out by themselves when they may: quiet hours go by the clock where each person is." />
  )
}

/** The way out for unconfirmed texts: ask the providers, then decide about what is left. */
export function UnconfirmedStrip({ total }: { total: number | null }) {
  const { queries } = useHost()
  const ask = useMutation(queries.outbox.askAboutUnconfirmed.mutationOptions())
  const answer = ask.data
  return (
    <Strip
      tone="ask"
      icon="question"
      words={
        <>
          <b>
            {total === null
              ? 'Nobody knows whether these texts went out.'
              : total === 1
                ? 'Nobody knows whether this text went out.'
                : `Nobody knows whether these ${countWords(total)} texts went out.`}
          </b>{' '}
          {answer === undefined ? (
            'They are never sent again by themselves. First let the providers look: that costs nothing and sends nothing. A delivery report that still comes settles a text, too.'
          ) : (
            <output>{askedWords(answer)}</output>
          )}
          {answer !== undefined && answer.settled < answer.asked + answer.cannotBeAsked ? (
            <>
              {' '}
              For each text that is left, press “Settle”: <b>It was sent</b> if you know that it arrived, <b>Send again</b> if two of it do
              no harm, <b>Leave it</b> if it does not matter.
            </>
          ) : null}
          <CallFailure error={ask.error} />
        </>
      }
    >
      <Button size="xs" loading={ask.isPending} onClick={() => ask.mutate({})}>
        {answer === undefined ? 'Ask the providers' : 'Ask again'}
      </Button>
    </Strip>
  )
}

/** Failures by kind, most frequent first: showing only one kind, and trying all of a kind again. */
export function FailedStrip({
  kinds,
  since,
  code,
  onCode,
}: {
  kinds: readonly FailureKind[]
  since: number
  code: string | undefined
  onCode: (code: string | undefined) => void
}) {
  const { queries } = useHost()
  const now = useNow()
  const [asking, setAsking] = useState<FailureKind | null>(null)
  const retry = useMutation(
    queries.outbox.retryFailed.mutationOptions({
      onSuccess({ queued }) {
        setAsking(null)
        sayDone(
          queued === 0
            ? 'None of them can be tried again: they have changed in the meantime.'
            : `${plural(queued, 'text is tried again', 'texts are tried again')}.`,
        )
      },
    }),
  )
  if (kinds.length === 0) return null
  const words = confirmation('retry', asking?.retryable ?? 0)
  function tryAgain(kind: FailureKind): void {
    retry.reset()
    if (kind.retryable > ASK_ABOVE) setAsking(kind)
    else retry.mutate({ code: kind.code, since })
  }
  return (
    <section className="outbox-kinds" aria-label="What failed, by kind">
      <p className="outbox-kinds-since">
        <time dateTime={new Date(since).toISOString()} title={`Since ${exactTime(since)}`}>
          In the last {plural(Math.max(1, Math.round((now - since) / DAY_MS)), 'day', 'days')}
        </time>
        , by kind
      </p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.code} data-shown={kind.code === code || undefined}>
            <b className="num">{countWords(kind.count)}</b>
            <span className="outbox-kind-words" title={reasonOf(kind)}>
              {reasonOf(kind)}
            </span>
            <Button
              size="xs"
              variant="subtle"
              aria-pressed={kind.code === code}
              aria-label={kind.code === code ? 'Show all kinds' : `Show only these: ${reasonOf(kind)}`}
              onClick={() => onCode(kind.code === code ? undefined : kind.code)}
            >
              {kind.code === code ? 'Show all kinds' : 'Show only these'}
            </Button>
            {kind.retryable === 0 ? (
              <span className="mut outbox-kind-none">cannot be tried again</span>
            ) : (
              <Button
                size="xs"
                disabled={retry.isPending}
                aria-label={`${tryWords(kind.retryable)}: ${reasonOf(kind)}`}
                onClick={() => tryAgain(kind)}
              >
                {tryWords(kind.retryable)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <CallFailure error={asking === null ? retry.error : null} />
      <ConfirmDialog
        opened={asking !== null}
        title={words.title}
        confirmLabel={words.yes}
        cancelLabel={words.no}
        busy={retry.isPending}
        error={retry.error}
        onConfirm={() => (asking === null ? undefined : retry.mutate({ code: asking.code, since }))}
        onCancel={() => setAsking(null)}
      >
        <p>{words.body}</p>
        {asking === null ? null : <blockquote className="quoted-text people-text">{reasonOf(asking)}</blockquote>}
      </ConfirmDialog>
    </section>
  )
}

function tryWords(count: number): string {
  return count === 1 ? 'Try it again' : `Try all ${countWords(count)} again`
}

function reasonOf({ message }: FailureKind): string {
  return message === '' ? 'No reason was given.' : message
}
