import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { spaced } from '../components/message-text.ts'
import { displayName, formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { carrierName } from '../settings/sandbox-words.ts'
import { callWords } from './codes.ts'

/** What becomes of the call that was asked for last; nothing before there is one. Changes are read out. */
export function LatestCall({
  messageId,
  accounts,
  providers,
  onCallAgain,
}: {
  messageId: string | null
  accounts: readonly Account[]
  providers: readonly ProviderDescriptor[]
  onCallAgain: (message: Message) => void
}) {
  const { queries } = useHost()
  const message = useQuery(queries.messages.get.queryOptions({ input: { id: messageId ?? '' }, enabled: messageId !== null }))
  const now = useNow()
  const shown = messageId === null ? undefined : message.data
  const account = accounts.find(({ id }) => id === shown?.accountId)
  return (
    <>
      <output className="visually-hidden">
        {shown === undefined ? '' : `Call to ${formatNumber(shown.to)}: ${callWords(shown, now).words}`}
      </output>
      {shown === undefined ? null : (
        <Card
          message={shown}
          now={now}
          carrier={account === undefined ? shown.accountName : carrierName(account, providers)}
          reports={account?.capabilities?.statusQuery ?? false}
          onCallAgain={() => onCallAgain(shown)}
        />
      )}
    </>
  )
}

function Card({
  message,
  now,
  carrier,
  reports,
  onCallAgain,
}: {
  message: Message
  now: number
  carrier: string
  /** The provider can be asked what became of the call. */
  reports: boolean
  onCallAgain: () => void
}) {
  const { queries } = useHost()
  const titleId = useId()
  const { id, to, text, status, error, conversationId } = message
  const who = useQuery(queries.conversations.lookUp.queryOptions({ input: { number: to } }))
  const cancel = useMutation(queries.messages.cancel.mutationOptions())
  const name = who.data?.contact?.name ?? null
  const { words, mark, tone } = callWords(message, now)
  return (
    <section className="voice-code-card" aria-labelledby={titleId}>
      <div className="voice-code-line">
        <h2 id={titleId}>
          <span className="visually-hidden">The latest call: </span>
          <bdi>{displayName(name, to)}</bdi>
        </h2>
        {name === null ? null : <span className="sec num">{formatNumber(to)}</span>}
        <span className="grow" />
        <Chip tone={tone}>
          {words} {mark === '' ? null : <span aria-hidden="true">{mark}</span>}
        </Chip>
      </div>
      <code className="voice-code-spoken num">{spaced(text)}</code>
      {error === null ? (
        status === 'sent' && !reports ? (
          <p className="voice-code-small">{carrier} does not say whether anybody answered.</p>
        ) : null
      ) : (
        <Notice tone={status === 'failed' ? 'bad' : 'warn'} icon="warning">
          {error.message}
        </Notice>
      )}
      <CallFailure error={cancel.error} />
      <div className="voice-code-line">
        {status === 'queued' ? (
          <Button size="xs" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            Cancel the call
          </Button>
        ) : status === 'sending' ? null : (
          <Button size="xs" onClick={onCallAgain}>
            Call again…
          </Button>
        )}
        <a href={hashFor('inbox', conversationId)}>Open the conversation</a>
      </div>
    </section>
  )
}
