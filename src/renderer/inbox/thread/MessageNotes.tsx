import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { goTo } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { messageWords } from '../../components/message-text.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { LAPSED } from './statusWords.ts'
import { useTimes, type Times } from '../../language/times.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords, type Words } from '../../language/words.ts'

const asBold = (text: ReactNode) => <b>{text}</b>

/** Nobody knows whether this text went out: says why, and lets a person decide. Sending again asks once more. */
export function SettleCard({ message, name, onSettled }: { message: Message; name: string | null; onSettled: () => void }) {
  const { queries } = useHost()
  const words = useWords('thread')
  const textWords = useWords('messages')
  const say = useHostSentences()
  const [asking, setAsking] = useState(false)
  const settle = useMutation(
    queries.messages.settle.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        onSettled()
      },
    }),
  )
  const refresh = useMutation(queries.messages.refresh.mutationOptions())
  const provider = useProviderOf(message)
  const busy = settle.isPending || refresh.isPending
  const asksProvider = provider?.capabilities.statusQuery === true && message.canBeAskedAbout
  return (
    <div className="settle">
      <p>
        {words.rich('settle.unknown', {
          b: asBold,
          reason: message.error === null ? words('settle.stopped') : say(message.error.message),
        })}
      </p>
      <div className="settle-steps">
        <Button size="xs" disabled={busy} onClick={() => setAsking(true)}>
          {words('settle.again')}
        </Button>
        <Button size="xs" disabled={busy} onClick={() => settle.mutate({ id: message.id, decision: 'was_sent' })}>
          {words('settle.wasSent')}
        </Button>
        {asksProvider ? (
          <Button size="xs" variant="subtle" loading={refresh.isPending} onClick={() => refresh.mutate({ id: message.id })}>
            {words('settle.ask', { provider: provider.name })}
          </Button>
        ) : null}
        <Button size="xs" variant="subtle" disabled={busy} onClick={() => settle.mutate({ id: message.id, decision: 'leave' })}>
          {words('settle.leave')}
        </Button>
      </div>
      <CallFailure error={asking ? null : (settle.error ?? refresh.error)} />
      <ConfirmDialog
        opened={asking}
        title={words('settle.title')}
        confirmLabel={words('settle.again')}
        busy={settle.isPending}
        error={settle.error}
        onConfirm={() => settle.mutate({ id: message.id, decision: 'send_again' })}
        onCancel={() => setAsking(false)}
      >
        <p>{name === null ? words('settle.somebodyTwice') : words('settle.twice', { name })}</p>
        <blockquote className="quoted-text people-text">{messageWords(textWords, message)}</blockquote>
      </ConfirmDialog>
    </div>
  )
}

/**
 * The text certainly did not arrive: says why, and queues it again on request. One that makes no sense any more is not
 * queued again, but can be written or called anew.
 */
export function FailedNote({ message, now }: { message: Message; now: number }) {
  const { queries } = useHost()
  const words = useWords('thread')
  const times = useTimes()
  const say = useHostSentences()
  const putBack = useUiState((state) => state.putBack)
  const retry = useMutation(queries.messages.retry.mutationOptions())
  const { id, text, to, accountId, conversationId, validUntil } = message
  const isCall = message.kind !== 'text'
  const lapsed = message.error?.code === LAPSED
  const isOver = lapsed || (validUntil !== null && validUntil <= now)
  return (
    <div className="message-note" data-tone="bad">
      <span className="message-note-words">
        <b>{words(isCall ? 'failed.notCalled' : message.status === 'failed' || lapsed ? 'failed.notSent' : 'failed.notDelivered')}</b>{' '}
        {lapsed || message.error === null ? null : `${say(message.error.message)} `}
        {isOver ? overSentence(words, times, isCall, validUntil, now) : null}
      </span>
      {isOver && isCall ? (
        <Button size="xs" onClick={() => goTo('voice-code', to)}>
          {words('failed.callAgain')}
        </Button>
      ) : isOver ? (
        <Button size="xs" onClick={() => putBack(conversationId, { text, accountId })}>
          {words('failed.writeAgain')}
        </Button>
      ) : (
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          {words('failed.again')}
        </Button>
      )}
      <CallFailure error={retry.error} />
    </div>
  )
}

/** That the time of a text or a call had passed, and which it was. */
function overSentence(words: Words<'thread'>, times: Times, isCall: boolean, validUntil: number | null, now: number): string {
  if (validUntil === null) return words('failed.over')
  return words(isCall ? 'failed.callOver' : 'failed.textOver', { moment: times.moment(validUntil, now) })
}

/** The text waited when its number was opted out, and was not sent. Should they change their mind, it can be written again. */
export function OptedOutNote({ message }: { message: Message }) {
  const words = useWords('thread')
  const say = useHostSentences()
  const putBack = useUiState((state) => state.putBack)
  const { text, accountId, conversationId } = message
  return (
    <div className="message-note">
      <span className="message-note-words">
        <bdi>{message.error === null ? null : say(message.error.message)}</bdi>
      </span>
      <Button size="xs" onClick={() => putBack(conversationId, { text, accountId })}>
        {words('failed.writeAgain')}
      </Button>
    </div>
  )
}

function useProviderOf(message: Message) {
  const { queries } = useHost()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const providers = useQuery(queries.accounts.providers.queryOptions())
  const account = accounts.data?.find(({ id }) => id === message.accountId)
  return providers.data?.find(({ id }) => id === account?.provider)
}
