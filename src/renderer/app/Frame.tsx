import './frame.css'
import { useRef } from 'react'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { ActivityScreen } from '../activity/ActivityScreen.tsx'
import { ContactsScreen } from '../contacts/ContactsScreen.tsx'
import { ImportScreen } from '../import/ImportScreen.tsx'
import { InboxScreen } from '../inbox/InboxScreen.tsx'
import { OutboxScreen } from '../outbox/OutboxScreen.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { VoiceCodeScreen } from '../voice-code/VoiceCodeScreen.tsx'
import { Banners } from './Banners.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { InboundToasts } from './InboundToasts.tsx'
import { Rail } from './Rail.tsx'
import { useRoute, type ScreenName } from './routes.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { useFrameShortcuts } from './shortcuts.ts'
import { useWindowTitle } from './useWindowTitle.ts'

/** The desk: the rail, the screen of the present place, and below it what is wrong with the desk itself. */
export function Frame({ status }: { status: DeskStatus }) {
  const { screen } = useRoute()
  const main = useRef<HTMLElement>(null)
  useFrameShortcuts()
  useWindowTitle(screen, status.counts.unread)
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        Skip to the content
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
      <InboundToasts />
      <ShortcutSheet />
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
  }
}
