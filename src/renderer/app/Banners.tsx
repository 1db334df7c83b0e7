import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { Icon, type IconName } from '../components/Icon.tsx'
import { sayFailed } from '../components/toasts.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useConnectionState, useHost } from '../host/HostProvider.tsx'
import { goTo, useRoute } from './routes.ts'
import { useUiState } from './uiState.tsx'
import { useWords, type Words } from '../language/words.ts'

/**
 * What is wrong with the desk itself, each in a sentence with the one thing to do: in a strip below the screen that is always there,
 * so that nothing on the screen moves when something comes or goes. Of several the first is shown, the others on demand.
 */
export function Banners({ status }: { status: DeskStatus }) {
  const words = useWords('frame')
  const banners = useBanners(status)
  const [isOpen, setIsOpen] = useState(false)
  const isShown = isOpen && banners.length > 1
  return (
    <section className="desk-strip" aria-label={words('strip.label')}>
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
          {isShown ? words('strip.less') : words('strip.more', { count: banners.length - 1 })}
        </button>
      ) : null}
    </section>
  )
}

/** What the strip says while all is well. Not read out when it changes: texts wait and go all day. */
function Quiet({ status: { counts } }: { status: DeskStatus }) {
  const words = useWords('frame')
  return <p className="desk-strip-quiet num">{words('strip.quiet', { waiting: counts.waiting })}</p>
}

/** The banners there are now, the one that stops most first. */
function useBanners(status: DeskStatus): ReactElement[] {
  const desk = useWords('desk')
  const { queries } = useHost()
  const words = useWords('frame')
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
        {words('strip.lost')}
      </Banner>
    ) : null,
    connection === 'shut' ? (
      <Banner key="shut" tone="warn" icon="key">
        {desk('shut')}
      </Banner>
    ) : null,
    status.network === 'offline' ? (
      <Banner key="offline" tone="warn" icon="offline">
        {desk('offline', { waiting: status.counts.waiting })}
      </Banner>
    ) : null,
    ...paused.map((account) => <PausedBanner key={account.id} account={account} />),
    ...(screen === 'outbox' ? [] : decisionBanners(words, desk, status.counts)),
    status.secrets.kind === 'memory' && keysAtStake && !memoryNoteClosed ? (
      <Banner
        key="memory"
        tone="warn"
        icon="key"
        actions={
          <>
            <Button size="xs" onClick={() => goTo('settings', 'keys')}>
              {words('strip.keepSafely')}
            </Button>
            <Button size="xs" variant="subtle" onClick={closeMemoryNote}>
              {words('strip.notNow')}
            </Button>
          </>
        }
      >
        {words('strip.inMemory')}
      </Banner>
    ) : null,
  ]
  return banners.filter((banner) => banner !== null)
}

/** Texts that wait for a person's decision. They lead to the Outbox, where it is made. */
function decisionBanners(
  words: Words<'frame'>,
  desk: Words<'desk'>,
  { missed, unconfirmed }: DeskStatus['counts'],
): (ReactElement | null)[] {
  return [
    missed > 0 ? (
      <DecisionBanner key="missed" about="missed" look={words('strip.look', { count: missed })} tone="warn" icon="clock">
        {desk('missed', { count: missed })}
      </DecisionBanner>
    ) : null,
    unconfirmed > 0 ? (
      <DecisionBanner key="unconfirmed" about="unconfirmed" look={words('strip.look', { count: unconfirmed })} tone="ask" icon="question">
        {desk('unconfirmed', { count: unconfirmed })}
      </DecisionBanner>
    ) : null,
  ]
}

/**
 * @param about the part of the Outbox where it is decided
 * @param look what its button says
 */
function DecisionBanner({
  about,
  look,
  ...banner
}: { about: 'missed' | 'unconfirmed'; look: string } & Omit<Parameters<typeof Banner>[0], 'actions'>) {
  return (
    <Banner
      {...banner}
      actions={
        <Button size="xs" onClick={() => goTo('outbox', about)}>
          {look}
        </Button>
      }
    />
  )
}

const asName = (words: ReactNode) => <b>{words}</b>

function PausedBanner({ account }: { account: Account }) {
  const { queries } = useHost()
  const words = useWords('frame')
  const say = useHostSentences()
  const paused = {
    account: account.name,
    reason: account.pause === null ? words('paused.byHand') : say(account.pause.message),
    name: asName,
  }
  const resume = useMutation(queries.accounts.resume.mutationOptions({ onError: sayFailed }))
  return (
    <Banner
      tone={account.pause === null ? 'plain' : 'warn'}
      icon="pause"
      actions={
        <>
          <Button size="xs" loading={resume.isPending} onClick={() => resume.mutate({ id: account.id })}>
            {words('paused.resume')}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => goTo('settings', 'accounts', account.id)}>
            {words('paused.openSettings')}
          </Button>
        </>
      }
    >
      {account.waiting > 0
        ? words.rich('paused.accountWaiting', { ...paused, waiting: account.waiting })
        : words.rich('paused.account', paused)}
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
