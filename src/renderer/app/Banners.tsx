import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { Icon, type IconName } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { sayFailed } from '../components/toasts.ts'
import { useConnectionState, useHost } from '../host/HostProvider.tsx'
import { goTo, useRoute } from './routes.ts'
import { missedSentence, offlineSentence, SHUT_SENTENCE, unconfirmedSentence } from './sentences.ts'
import { useUiState } from './uiState.tsx'

/** What went wrong with the desk itself, each in a sentence with the one thing to do. Nothing when all is well. */
export function Banners({ status }: { status: DeskStatus }) {
  const { queries } = useHost()
  const connection = useConnectionState()
  const { screen } = useRoute()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const memoryNoteClosed = useUiState((state) => state.memoryNoteClosed)
  const closeMemoryNote = useUiState((state) => state.closeMemoryNote)
  // The sandbox has no keys: nothing is at stake, so nothing is said.
  const keysAtStake = (accounts.data ?? []).some((account) => Object.values(account.secretsSet).some(Boolean))
  const paused = (accounts.data ?? []).filter((account) => account.status === 'paused')
  return (
    <div className="banners" aria-live="polite">
      {connection === 'lost' ? <Banner icon="refresh">The desk is not running. Trying again…</Banner> : null}
      {connection === 'shut' ? (
        <Banner tone="warn" icon="key">
          {SHUT_SENTENCE}
        </Banner>
      ) : null}
      {status.network === 'offline' ? (
        <Banner tone="warn" icon="offline">
          {offlineSentence(status.counts.waiting)}
        </Banner>
      ) : null}
      {screen === 'outbox' ? null : <DecisionBanners counts={status.counts} />}
      {paused.map((account) => (
        <PausedBanner key={account.id} account={account} />
      ))}
      {status.secrets.kind === 'memory' && keysAtStake && !memoryNoteClosed ? (
        <Banner
          tone="warn"
          icon="key"
          actions={
            <>
              <Button size="xs" onClick={() => goTo('settings', 'keys')}>
                Keep them safely
              </Button>
              <Button size="xs" variant="subtle" onClick={closeMemoryNote}>
                Not now
              </Button>
            </>
          }
        >
          Passwords and tokens are kept in memory only and are forgotten when SMS Desk closes.
        </Banner>
      ) : null}
    </div>
  )
}

/** Texts that wait for a person's decision. They lead to the Outbox, where it is made. */
function DecisionBanners({ counts }: { counts: DeskStatus['counts'] }) {
  return (
    <>
      {counts.missed > 0 ? (
        <Banner
          tone="warn"
          icon="clock"
          actions={
            <Button size="xs" onClick={() => goTo('outbox', 'missed')}>
              {counts.missed === 1 ? 'Look at it' : 'Look at them'}
            </Button>
          }
        >
          {missedSentence(counts.missed)}
        </Banner>
      ) : null}
      {counts.unconfirmed > 0 ? (
        <Banner
          tone="ask"
          icon="question"
          actions={
            <Button size="xs" onClick={() => goTo('outbox', 'unconfirmed')}>
              {counts.unconfirmed === 1 ? 'Look at it' : 'Look at them'}
            </Button>
          }
        >
          {unconfirmedSentence(counts.unconfirmed)}
        </Banner>
      ) : null}
    </>
  )
}

function PausedBanner({ account }: { account: Account }) {
  const { queries } = useHost()
  const resume = useMutation(queries.accounts.resume.mutationOptions({ onError: sayFailed }))
  return (
    <Banner
      tone={account.pause === null ? 'plain' : 'warn'}
      icon="pause"
      actions={
        <>
          <Button size="xs" loading={resume.isPending} onClick={() => resume.mutate({ id: account.id })}>
            Resume
          </Button>
          <Button size="xs" variant="subtle" onClick={() => goTo('settings', 'accounts', account.id)}>
            Open settings
          </Button>
        </>
      }
    >
      <b>{account.name} is paused.</b> {account.pause?.message ?? 'Nothing is sent through it until you resume it.'}
      {account.waiting > 0 ? ` ${plural(account.waiting, 'text waits', 'texts wait')}.` : ''}
    </Banner>
  )
}

function Banner({
  tone = 'plain',
  icon,
  actions,
  children,
}: {
  tone?: 'plain' | 'warn' | 'bad' | 'ask'
  icon: IconName
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="banner" data-tone={tone}>
      <Icon name={icon} size={16} />
      <span className="banner-words">{children}</span>
      {actions}
    </div>
  )
}
