import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
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
import { asUnseen } from '../language/asUnseen.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { carrierName } from '../settings/sandbox-words.ts'
import { callWords } from './codes.ts'

/** Somebody's name within a sentence. */
const asName = (name: ReactNode) => <bdi>{name}</bdi>

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
  const words = useWords('voiceCode')
  const textWords = useWords('messages')
  const times = useTimes()
  const { queries } = useHost()
  const message = useQuery(queries.messages.get.queryOptions({ input: { id: messageId ?? '' }, enabled: messageId !== null }))
  const now = useNow()
  const shown = messageId === null ? undefined : message.data
  const account = accounts.find(({ id }) => id === shown?.accountId)
  return (
    <>
      <output className="visually-hidden">
        {shown === undefined
          ? ''
          : words('latest.spoken', { number: formatNumber(shown.to), status: callWords(words, textWords, times, shown, now).words })}
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
  const words = useWords('voiceCode')
  const textWords = useWords('messages')
  const times = useTimes()
  const { queries } = useHost()
  const titleId = useId()
  const { id, to, text, status, error, conversationId } = message
  const who = useQuery(queries.conversations.lookUp.queryOptions({ input: { number: to } }))
  const cancel = useMutation(queries.messages.cancel.mutationOptions())
  const name = who.data?.contact?.name ?? null
  const { words: state, mark, tone } = callWords(words, textWords, times, message, now)
  return (
    <section className="voice-code-card" aria-labelledby={titleId}>
      <div className="voice-code-line">
        <h2 id={titleId}>{words.rich('latest.title', { unseen: asUnseen, name: asName, who: displayName(name, to) })}</h2>
        {name === null ? null : <span className="sec num">{formatNumber(to)}</span>}
        <span className="grow" />
        <Chip tone={tone}>
          {state} {mark === '' ? null : <span aria-hidden="true">{mark}</span>}
        </Chip>
      </div>
      <code className="voice-code-spoken num">{spaced(text)}</code>
      {error === null ? (
        status === 'sent' && !reports ? (
          <p className="voice-code-small">{words('latest.notTold', { provider: carrier })}</p>
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
            {words('latest.cancel')}
          </Button>
        ) : status === 'sending' ? null : (
          <Button size="xs" onClick={onCallAgain}>
            {words('latest.again')}
          </Button>
        )}
        <a href={hashFor('inbox', conversationId)}>{words('latest.open')}</a>
      </div>
    </section>
  )
}
