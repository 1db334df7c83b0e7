import type { ReactNode } from 'react'
import { useAccounts } from '../accounts/useAccounts.ts'
import { Icon, type IconName } from '../components/Icon.tsx'
import { asUnseen } from '../language/asUnseen.tsx'
import { useWords } from '../language/words.ts'
import { hashFor, type ScreenName } from './routes.ts'
import { useUiState } from './uiState.tsx'
import { accountsThatCall } from '../voice-code/codes.ts'

/** The screens, and what in them asks for a person. `toDecide`: texts whose fate is not known or that missed their time. */
export function Rail({ screen, unread, toDecide }: { screen: ScreenName; unread: number; toDecide: number }) {
  const words = useWords('frame')
  const accounts = useAccounts()
  // Few businesses have such an account; the others need not see it.
  const canCall = accountsThatCall(accounts.data ?? []).length > 0 || screen === 'voice-code'
  const setShortcutsOpen = useUiState((state) => state.setShortcutsOpen)
  return (
    <nav className="rail" aria-label={words('rail.label')}>
      <RailLink
        screen="inbox"
        icon="inbox"
        shortcut="1"
        active={screen === 'inbox'}
        waiting={unread > 0 ? words('rail.unread', { count: unread }) : null}
      >
        {unread > 0 ? <span className="rail-badge">{badgeWords(unread)}</span> : null}
      </RailLink>
      <RailLink screen="contacts" icon="contacts" shortcut="2" active={screen === 'contacts' || screen === 'import'} />
      <RailLink
        screen="outbox"
        icon="upload"
        shortcut="3"
        active={screen === 'outbox'}
        waiting={toDecide > 0 ? words('rail.toDecide', { count: toDecide }) : null}
      >
        {toDecide > 0 ? (
          <span className="rail-badge" data-tone="ask">
            {badgeWords(toDecide)}
          </span>
        ) : null}
      </RailLink>
      <RailLink screen="activity" icon="activity" shortcut="5" active={screen === 'activity'} />
      {canCall ? <RailLink screen="voice-code" icon="call" active={screen === 'voice-code'} /> : null}
      <span className="grow" />
      <button type="button" className="rail-item" aria-keyshortcuts="?" onClick={() => setShortcutsOpen(true)}>
        <Icon name="keyboard" size={20} />
        {words('rail.shortcuts')}
      </button>
      <RailLink screen="settings" icon="settings" shortcut="4" active={screen === 'settings'} />
    </nav>
  )
}

function RailLink({
  screen,
  icon,
  shortcut,
  active,
  waiting = null,
  children,
}: {
  screen: ScreenName
  icon: IconName
  shortcut?: string
  active: boolean
  waiting?: string | null
  children?: ReactNode
}) {
  const words = useWords('frame')
  const name = words(`screens.${screen}`)
  return (
    <a
      className="rail-item"
      href={hashFor(screen)}
      aria-current={active ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      title={waiting ?? undefined}
    >
      <Icon name={icon} size={20} />
      {waiting === null ? name : words.rich('rail.asks', { screen: name, what: waiting, unseen: asUnseen })}
      {children === undefined ? null : (
        <span className="rail-badges" aria-hidden="true">
          {children}
        </span>
      )}
    </a>
  )
}

function badgeWords(count: number): string {
  return count > 99 ? '99+' : String(count)
}
