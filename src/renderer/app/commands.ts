import type { CommandSource } from '../palette/command.ts'
import type { IconName } from '../components/Icon.tsx'
import { goTo, type ScreenName } from './routes.ts'
import { SCREEN_TITLES } from './useWindowTitle.ts'

const GOES_TO: readonly { screen: ScreenName; icon: IconName; words: string; shortcut?: string }[] = [
  { screen: 'inbox', icon: 'inbox', words: 'conversations texts messages', shortcut: '1' },
  { screen: 'contacts', icon: 'contacts', words: 'people customers', shortcut: '2' },
  { screen: 'outbox', icon: 'upload', words: 'waiting scheduled failed unconfirmed queue', shortcut: '3' },
  { screen: 'settings', icon: 'settings', words: 'preferences options', shortcut: '4' },
  { screen: 'activity', icon: 'activity', words: 'hooks requests received providers', shortcut: '5' },
]

/** Going to a screen, and the sheet of keys. */
export const frameCommands: CommandSource = ({ ui }) => [
  ...GOES_TO.map(({ screen, icon, words, shortcut }) => ({
    id: `go.${screen}`,
    title: `Go to ${SCREEN_TITLES[screen]}`,
    kind: 'Screen',
    icon,
    words: `${SCREEN_TITLES[screen]} open show ${words}`,
    ...(shortcut === undefined ? {} : { shortcut }),
    run: () => goTo(screen),
  })),
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    kind: 'Help',
    icon: 'keyboard',
    words: 'keys help',
    shortcut: '?',
    run: () => ui.setShortcutsOpen(true),
  },
]
