import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { FailureKind } from '../../shared/contract/outbox.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { sayDone } from '../components/toasts.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { askedWords, confirmation } from './action-words.ts'
import type { OutboxActions } from './useOutboxActions.tsx'
import { ASK_ABOVE, type Action } from './views.ts'

const DAY_MS = 86_400_000

const asBold = (text: ReactNode) => <b>{text}</b>

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
  const words = useWords('outbox')
  const one = total === 1
  return (
    <Strip
      tone="warn"
      icon="clock"
      words={total === null ? words.rich('missed.textOfMany', { b: asBold }) : words.rich('missed.text', { count: total, b: asBold })}
    >
      <Button size="xs" disabled={actions.busy} onClick={all('send_now')}>
        {words(one ? 'missed.send' : 'missed.sendAll')}
      </Button>
      <Button size="xs" disabled={actions.busy} onClick={all('reschedule')}>
        {words(one ? 'missed.otherTime' : 'missed.otherTimeForAll')}
      </Button>
      <Button size="xs" variant="subtle" disabled={actions.busy} onClick={all('cancel')}>
        {words(one ? 'missed.cancel' : 'missed.cancelAll')}
      </Button>
    </Strip>
  )
}

/** Held texts go by themselves; says so. */
export function HeldStrip() {
  const words = useWords('outbox')
  return <Strip tone="plain" icon="clock" words={words('held')} />
}

/** The way out for unconfirmed texts: ask the providers, then decide about what is left. */
export function UnconfirmedStrip({ total }: { total: number | null }) {
  const { queries } = useHost()
  const words = useWords('outbox')
  const actionWords = useWords('outboxActions')
  const ask = useMutation(queries.outbox.askAboutUnconfirmed.mutationOptions())
  const answer = ask.data
  return (
    <Strip
      tone="ask"
      icon="question"
      words={
        <>
          <b>{total === null ? words('unconfirmed.textOfMany') : words('unconfirmed.text', { count: total })}</b>{' '}
          {answer === undefined ? words('unconfirmed.askFirst') : <output>{askedWords(actionWords, answer)}</output>}
          {answer !== undefined && answer.settled < answer.asked + answer.cannotBeAsked ? (
            <> {words.rich('unconfirmed.settle', { b: asBold })}</>
          ) : null}
          <CallFailure error={ask.error} />
        </>
      }
    >
      <Button size="xs" loading={ask.isPending} onClick={() => ask.mutate({})}>
        {words(answer === undefined ? 'unconfirmed.ask' : 'unconfirmed.askAgain')}
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
  const words = useWords('outbox')
  const actionWords = useWords('outboxActions')
  const times = useTimes()
  const say = useHostSentences()
  const now = useNow()
  const [asking, setAsking] = useState<FailureKind | null>(null)
  const retry = useMutation(
    queries.outbox.retryFailed.mutationOptions({
      onSuccess({ queued }) {
        setAsking(null)
        sayDone(queued === 0 ? words('failed.noneRetried') : words('failed.retried', { count: queued }))
      },
    }),
  )
  if (kinds.length === 0) return null
  const question = confirmation(actionWords, 'retry', asking?.retryable ?? null)
  const reasonOf = ({ message }: FailureKind): string => (message === '' ? words('failed.noReason') : say(message))
  function tryAgain(kind: FailureKind): void {
    retry.reset()
    if (kind.retryable > ASK_ABOVE) setAsking(kind)
    else retry.mutate({ code: kind.code, since })
  }
  const asSince = (text: ReactNode) => (
    <time dateTime={new Date(since).toISOString()} title={words('failed.since', { moment: times.exact(since) })}>
      {text}
    </time>
  )
  return (
    <section className="outbox-kinds" aria-label={words('failed.label')}>
      <p className="outbox-kinds-since">
        {words.rich('failed.period', { days: Math.max(1, Math.round((now - since) / DAY_MS)), since: asSince })}
      </p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.code} data-shown={kind.code === code || undefined}>
            <b className="num">{times.count(kind.count)}</b>
            <span className="outbox-kind-words" title={reasonOf(kind)}>
              {reasonOf(kind)}
            </span>
            <Button
              size="xs"
              variant="subtle"
              aria-pressed={kind.code === code}
              aria-label={kind.code === code ? words('failed.showAll') : words('failed.showOnlyOf', { reason: reasonOf(kind) })}
              onClick={() => onCode(kind.code === code ? undefined : kind.code)}
            >
              {words(kind.code === code ? 'failed.showAll' : 'failed.showOnly')}
            </Button>
            {kind.retryable === 0 ? (
              <span className="mut outbox-kind-none">{words('failed.cannot')}</span>
            ) : (
              <Button
                size="xs"
                disabled={retry.isPending}
                aria-label={words('failed.retryOf', { count: kind.retryable, reason: reasonOf(kind) })}
                onClick={() => tryAgain(kind)}
              >
                {words('failed.retry', { count: kind.retryable })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <CallFailure error={asking === null ? retry.error : null} />
      <ConfirmDialog
        opened={asking !== null}
        title={question.title}
        confirmLabel={question.yes}
        cancelLabel={question.no}
        busy={retry.isPending}
        error={retry.error}
        onConfirm={() => (asking === null ? undefined : retry.mutate({ code: asking.code, since }))}
        onCancel={() => setAsking(null)}
      >
        <p>{question.body}</p>
        {asking === null ? null : <blockquote className="quoted-text people-text">{reasonOf(asking)}</blockquote>}
      </ConfirmDialog>
    </section>
  )
}
