import { Icon, type IconName } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { hashFor, type ScreenName } from './routes.ts'
import { useUiState } from './uiState.tsx'
import { SCREEN_TITLES } from './useWindowTitle.ts'

/** The screens, and what in them asks for a person. */
export function Rail({ screen, unread, unconfirmed }: { screen: ScreenName; unread: number; unconfirmed: number }) {
  const setShortcutsOpen = useUiState((state) => state.setShortcutsOpen)
  const waiting = [
    ...(unread > 0 ? [`${unread} unread`] : []),
    ...(unconfirmed > 0 ? [`${plural(unconfirmed, 'text needs', 'texts need')} your word`] : []),
  ].join(', ')
  return (
    <nav className="rail" aria-label="Screens">
      <RailLink screen="inbox" icon="inbox" shortcut="1" active={screen === 'inbox'} waiting={waiting}>
        {unconfirmed > 0 ? (
          <span className="rail-badge" data-tone="ask">
            {badgeWords(unconfirmed)}
          </span>
        ) : null}
        {unread > 0 ? <span className="rail-badge">{badgeWords(unread)}</span> : null}
      </RailLink>
      <RailLink screen="contacts" icon="contacts" shortcut="2" active={screen === 'contacts' || screen === 'import'} />
      <span className="grow" />
      <button type="button" className="rail-item" aria-keyshortcuts="?" onClick={() => setShortcutsOpen(true)}>
        <Icon name="keyboard" size={20} />
        Shortcuts
      </button>
      <RailLink screen="settings" icon="settings" shortcut="3" active={screen === 'settings'} />
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
  shortcut: string
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
