import './frame.css'
import { useRef } from 'react'
import type { DeskStatus, Settings } from '../../shared/contract/desk.ts'
import { ActivityScreen } from '../activity/ActivityScreen.tsx'
import { ContactsScreen } from '../contacts/ContactsScreen.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { ImportScreen } from '../import/ImportScreen.tsx'
import { InboxScreen } from '../inbox/InboxScreen.tsx'
import { Notifications } from '../notifications/Notifications.tsx'
import { useBadge } from '../notifications/useBadge.ts'
import { OutboxScreen } from '../outbox/OutboxScreen.tsx'
import { Palette } from '../palette/Palette.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { VoiceCodeScreen } from '../voice-code/VoiceCodeScreen.tsx'
import { useWords } from '../language/words.ts'
import { Banners } from './Banners.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Rail } from './Rail.tsx'
import { useRoute, type ScreenName } from './routes.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { useFrameShortcuts } from './shortcuts.ts'
import { useWindowTitle } from './useWindowTitle.ts'

/** The desk: the rail, the screen of the present place, and below it what is wrong with the desk itself. */
export function Frame({ status, settings }: { status: DeskStatus; settings: Settings }) {
  const { screen } = useRoute()
  const words = useWords('frame')
  const main = useRef<HTMLElement>(null)
  useFrameShortcuts()
  useWindowTitle(screen, status.counts.unread)
  useBadge(status.counts.unread, status.shell)
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {words('skip')}
      </button>
      <Rail screen={screen} unread={status.counts.unread} toDecide={status.counts.unconfirmed + status.counts.missed} />
      <div className="frame-content">
        <main ref={main} className="frame-screen" tabIndex={-1}>
          <ErrorBoundary key={screen}>
            <CurrentScreen screen={screen} />
          </ErrorBoundary>
        </main>
        <Banners status={status} />
      </div>
      <Notifications settings={settings.notifications} />
      <ExportDialog />
      <ShortcutSheet />
      <Palette settings={settings} />
    </div>
  )
}

function CurrentScreen({ screen }: { screen: ScreenName }) {
  switch (screen) {
    case 'inbox':
      return <InboxScreen />
    case 'contacts':
      return <ContactsScreen />
    case 'import':
      return <ImportScreen />
    case 'outbox':
      return <OutboxScreen />
    case 'activity':
      return <ActivityScreen />
    case 'voice-code':
      return <VoiceCodeScreen />
    case 'settings':
      return <SettingsScreen />
    // A page of its own, without the frame.
    case 'print':
      return null
  }
}
