import type { CommandSource } from '../palette/command.ts'
import { goTo } from './routes.ts'

const GOES_TO = [
  { screen: 'inbox', icon: 'inbox', shortcut: '1' },
  { screen: 'contacts', icon: 'contacts', shortcut: '2' },
  { screen: 'outbox', icon: 'upload', shortcut: '3' },
  { screen: 'settings', icon: 'settings', shortcut: '4' },
  { screen: 'activity', icon: 'activity', shortcut: '5' },
] as const

/** Going to a screen, and the sheet of keys. */
export const frameCommands: CommandSource = ({ commands: words, frame }, { ui }) => [
  ...GOES_TO.map(({ screen, icon, shortcut }) => {
    const name = frame(`screens.${screen}`)
    return {
      id: `go.${screen}`,
      title: words('goTo.title', { screen: name }),
      kind: words('kind.screen'),
      icon,
      words: `${name} ${words('goTo.words')} ${words(`goTo.${screen}`)}`,
      shortcut,
      run: () => goTo(screen),
    }
  }),
  {
    id: 'shortcuts',
    title: words('shortcuts.title'),
    kind: words('kind.help'),
    icon: 'keyboard',
    words: words('shortcuts.words'),
    shortcut: '?',
    run: () => ui.setShortcutsOpen(true),
  },
]
