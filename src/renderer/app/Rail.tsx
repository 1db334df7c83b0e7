import { useAccounts } from '../accounts/useAccounts.ts'
import { Icon, type IconName } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { hashFor, type ScreenName } from './routes.ts'
import { useUiState } from './uiState.tsx'
import { accountsThatCall } from '../voice-code/codes.ts'
import { SCREEN_TITLES } from './useWindowTitle.ts'

/** The screens, and what in them asks for a person. `toDecide`: texts whose fate is not known or that missed their time. */
export function Rail({ screen, unread, toDecide }: { screen: ScreenName; unread: number; toDecide: number }) {
  const accounts = useAccounts()
  // Few businesses have such an account; the others need not see it.
  const canCall = accountsThatCall(accounts.data ?? []).length > 0 || screen === 'voice-code'
  const setShortcutsOpen = useUiState((state) => state.setShortcutsOpen)
  return (
    <nav className="rail" aria-label="Screens">
      <RailLink screen="inbox" icon="inbox" shortcut="1" active={screen === 'inbox'} waiting={unread > 0 ? `${unread} unread` : ''}>
        {unread > 0 ? <span className="rail-badge">{badgeWords(unread)}</span> : null}
      </RailLink>
      <RailLink screen="contacts" icon="contacts" shortcut="2" active={screen === 'contacts' || screen === 'import'} />
      <RailLink
        screen="outbox"
        icon="upload"
        shortcut="3"
        active={screen === 'outbox'}
        waiting={toDecide > 0 ? plural(toDecide, 'text needs your word', 'texts need your word') : ''}
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
        Shortcuts
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
  waiting = '',
  children,
}: {
  screen: ScreenName
  icon: IconName
  shortcut?: string
  active: boolean
  waiting?: string
  children?: React.ReactNode
}) {
  const title = SCREEN_TITLES[screen]
  return (
    <a
      className="rail-item"
      href={hashFor(screen)}
      aria-current={active ? 'page' : undefined}
      aria-keyshortcuts={shortcut}
      title={waiting === '' ? undefined : waiting}
    >
      <Icon name={icon} size={20} />
      {title}
      {waiting === '' ? null : <span className="visually-hidden">, {waiting}</span>}
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
