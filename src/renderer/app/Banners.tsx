import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { Icon, type IconName } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { sayFailed } from '../components/toasts.ts'
import { useConnectionState, useHost } from '../host/HostProvider.tsx'
import { goTo, useRoute } from './routes.ts'
import { useUiState } from './uiState.tsx'
import { useWords, type Words } from '../language/words.ts'

/**
 * What is wrong with the desk itself, each in a sentence with the one thing to do: in a strip below the screen that is always there,
 * so that nothing on the screen moves when something comes or goes. Of several the first is shown, the others on demand.
 */
export function Banners({ status }: { status: DeskStatus }) {
  const banners = useBanners(status)
  const [isOpen, setIsOpen] = useState(false)
  const isShown = isOpen && banners.length > 1
  return (
    <section className="desk-strip" aria-label="State of the desk">
      <div className="banners" aria-live="polite" data-open={isShown || undefined}>
        {banners.map((banner, index) => (
          <div key={banner.key} className="banner-place" data-first={index === 0 || undefined}>
            {banner}
          </div>
        ))}
      </div>
      {banners.length === 0 ? <Quiet status={status} /> : null}
      {banners.length > 1 ? (
        <button type="button" className="desk-strip-more" aria-expanded={isShown} onClick={() => setIsOpen(!isShown)}>
          {isShown ? 'Show less' : `${banners.length - 1} more`}
        </button>
      ) : null}
    </section>
  )
}

/** What the strip says while all is well. Not read out when it changes: texts wait and go all day. */
function Quiet({ status: { counts } }: { status: DeskStatus }) {
  return (
    <p className="desk-strip-quiet num">
      {counts.waiting === 0 ? 'Nothing waits to go out.' : `${plural(counts.waiting, 'text is', 'texts are')} on the way out.`}
    </p>
  )
}

/** The banners there are now, the one that stops most first. */
function useBanners(status: DeskStatus): ReactElement[] {
  const words = useWords('desk')
  const { queries } = useHost()
  const connection = useConnectionState()
  const { screen } = useRoute()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const memoryNoteClosed = useUiState((state) => state.memoryNoteClosed)
  const closeMemoryNote = useUiState((state) => state.closeMemoryNote)
  // The sandbox has no keys: nothing is at stake, so nothing is said.
  const keysAtStake = (accounts.data ?? []).some((account) => Object.values(account.secretsSet).some(Boolean))
  const paused = (accounts.data ?? []).filter((account) => account.status === 'paused')
  const banners: (ReactElement | null)[] = [
    connection === 'lost' ? (
      <Banner key="lost" icon="refresh">
        The desk is not running. Trying again…
      </Banner>
    ) : null,
    connection === 'shut' ? (
      <Banner key="shut" tone="warn" icon="key">
        {words('shut')}
      </Banner>
    ) : null,
    status.network === 'offline' ? (
      <Banner key="offline" tone="warn" icon="offline">
        {words('offline', { waiting: status.counts.waiting })}
      </Banner>
    ) : null,
    ...paused.map((account) => <PausedBanner key={account.id} account={account} />),
    ...(screen === 'outbox' ? [] : decisionBanners(words, status.counts)),
    status.secrets.kind === 'memory' && keysAtStake && !memoryNoteClosed ? (
      <Banner
        key="memory"
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
    ) : null,
  ]
  return banners.filter((banner) => banner !== null)
}

/** Texts that wait for a person's decision. They lead to the Outbox, where it is made. */
function decisionBanners(words: Words<'desk'>, counts: DeskStatus['counts']): (ReactElement | null)[] {
  return [
    counts.missed > 0 ? (
      <Banner
        key="missed"
        tone="warn"
        icon="clock"
        actions={
          <Button size="xs" onClick={() => goTo('outbox', 'missed')}>
            {counts.missed === 1 ? 'Look at it' : 'Look at them'}
          </Button>
        }
      >
        {words('missed', { count: counts.missed })}
      </Banner>
    ) : null,
    counts.unconfirmed > 0 ? (
      <Banner
        key="unconfirmed"
        tone="ask"
        icon="question"
        actions={
          <Button size="xs" onClick={() => goTo('outbox', 'unconfirmed')}>
            {counts.unconfirmed === 1 ? 'Look at it' : 'Look at them'}
          </Button>
        }
      >
        {words('unconfirmed', { count: counts.unconfirmed })}
      </Banner>
    ) : null,
  ]
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
