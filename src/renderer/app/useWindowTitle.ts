import { useEffect } from 'react'
import type { ScreenName } from './routes.ts'

/** What each screen is called, in the rail and in the window's title. */
export const SCREEN_TITLES: Record<ScreenName, string> = {
  inbox: 'Inbox',
  contacts: 'Contacts',
  import: 'Import contacts',
  outbox: 'Outbox',
  activity: 'Activity',
  'voice-code': 'Voice code',
  settings: 'Settings',
  print: 'Print',
}

/** "(4) Inbox · SMS Desk": unread conversations show even when another window is in front. */
export function useWindowTitle(screen: ScreenName, unread: number): void {
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${SCREEN_TITLES[screen]} · SMS Desk`
  }, [screen, unread])
}
