import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { goTo } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { messageWords } from '../../components/message-text.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { momentWords } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { LAPSED } from './statusWords.ts'

/** Nobody knows whether this text went out: says why, and lets a person decide. Sending again asks once more. */
export function SettleCard({ message, name, onSettled }: { message: Message; name: string | null; onSettled: () => void }) {
  const { queries } = useHost()
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
        <b>We don’t know if this went out.</b> {message.error?.message ?? 'The desk stopped while it was being sent.'} If it arrived,
        sending again means two texts.
      </p>
      <div className="settle-steps">
        <Button size="xs" disabled={busy} onClick={() => setAsking(true)}>
          Send again
        </Button>
        <Button size="xs" disabled={busy} onClick={() => settle.mutate({ id: message.id, decision: 'was_sent' })}>
          It was sent
        </Button>
        {asksProvider ? (
          <Button size="xs" variant="subtle" loading={refresh.isPending} onClick={() => refresh.mutate({ id: message.id })}>
            Ask {provider.name}
          </Button>
        ) : null}
        <Button size="xs" variant="subtle" disabled={busy} onClick={() => settle.mutate({ id: message.id, decision: 'leave' })}>
          Leave it
        </Button>
      </div>
      <CallFailure error={asking ? null : (settle.error ?? refresh.error)} />
      <ConfirmDialog
        opened={asking}
        title="Send this text again?"
        confirmLabel="Send again"
        busy={settle.isPending}
        error={settle.error}
        onConfirm={() => settle.mutate({ id: message.id, decision: 'send_again' })}
        onCancel={() => setAsking(false)}
      >
        <p>
          If the first one did arrive, {name ?? 'this person'} gets the same text twice. You can also ask them, or wait for a delivery
          report.
        </p>
        <blockquote className="quoted-text people-text">{messageWords(message)}</blockquote>
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
  const putBack = useUiState((state) => state.putBack)
  const retry = useMutation(queries.messages.retry.mutationOptions())
  const { id, text, to, accountId, conversationId, validUntil } = message
  const isCall = message.kind !== 'text'
  const lapsed = message.error?.code === LAPSED
  const isOver = lapsed || (validUntil !== null && validUntil <= now)
  return (
    <div className="message-note" data-tone="bad">
      <span className="message-note-words">
        <b>{isCall ? 'Not called.' : message.status === 'failed' || lapsed ? 'Not sent.' : 'Not delivered.'}</b>{' '}
        {lapsed ? null : message.error?.message}
        {isOver
          ? ` Its time had passed${validUntil === null ? '' : `: it was not to ${isCall ? 'be made' : 'go out'} after ${momentWords(validUntil, now)}`}.`
          : null}
      </span>
      {isOver && isCall ? (
        <Button size="xs" onClick={() => goTo('voice-code', to)}>
          Call again…
        </Button>
      ) : isOver ? (
        <Button size="xs" onClick={() => putBack(conversationId, { text, accountId })}>
          Write it again
        </Button>
      ) : (
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          Try again
        </Button>
      )}
      <CallFailure error={retry.error} />
    </div>
  )
}

/** The text waited when its number was opted out, and was not sent. Should they change their mind, it can be written again. */
export function OptedOutNote({ message }: { message: Message }) {
  const putBack = useUiState((state) => state.putBack)
  const { text, accountId, conversationId } = message
  return (
    <div className="message-note">
      <span className="message-note-words">
        <bdi>{message.error?.message}</bdi>
      </span>
      <Button size="xs" onClick={() => putBack(conversationId, { text, accountId })}>
        Write it again
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
