import { COMMAND_KEY } from '../components/keys.ts'
import { goTo, type ScreenName } from './routes.ts'

/** A key that works on every screen, and what it does. */
interface FrameKey {
  key: string
  does: string
  press(frame: FrameActions): void
}

/** What keys of every screen can do besides going somewhere. */
export interface FrameActions {
  openShortcuts(): void
  focusSearch(): void
}

const screenKey = (key: string, screen: ScreenName, does: string): FrameKey => ({ key, does, press: () => goTo(screen) })

/** Plain keys of every screen. What a key does and what the sheet says of it come from here. */
export const FRAME_KEYS: readonly FrameKey[] = [
  screenKey('1', 'inbox', 'Inbox'),
  screenKey('2', 'contacts', 'Contacts'),
  screenKey('3', 'outbox', 'Outbox'),
  screenKey('4', 'settings', 'Settings'),
  screenKey('5', 'activity', 'Activity'),
  { key: 'n', does: 'New conversation', press: () => goTo('inbox', 'new') },
  { key: '/', does: 'Search texts and people', press: ({ focusSearch }) => focusSearch() },
  { key: '?', does: 'This list', press: ({ openShortcuts }) => openShortcuts() },
]

/** Keys of a screen, as the sheet shows them: what is done, and the caps to press. */
export interface ShortcutGroup {
  title: string
  keys: readonly (readonly [does: string, caps: readonly string[]])[]
}

/** Every key there is, by screen. A screen that takes a key adds its line here. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Find a person, a screen or a setting, or do something', [COMMAND_KEY, 'K']],
      ...FRAME_KEYS.map(({ key, does }) => [does, [key.toUpperCase()]] as const),
      ['Close, or step back', ['Esc']],
    ],
  },
  {
    title: 'Inbox',
    keys: [
      ['Next and previous conversation', ['J', 'K']],
      ['Open the conversation and write', ['Enter']],
      ['Archive, and go on to the next', ['E']],
      ['Mark as unread or read', ['U']],
      ['Pin to the top', ['P']],
      ['Labels', ['L']],
      ['Menu of the conversation', ['Shift', 'F10']],
      ['Back to the list', ['Esc']],
    ],
  },
  {
    title: 'Conversation',
    keys: [
      ['Text above and below', ['↑', '↓']],
      ['What happened to the text', ['Enter']],
      ['Pick the text to copy', ['X']],
      ['Copy the text', [COMMAND_KEY, 'C']],
      ['Pick all texts that are loaded', [COMMAND_KEY, 'A']],
      ['Add a note', ['M']],
      ['Go to a date', ['D']],
    ],
  },
  {
    title: 'Writing',
    keys: [
      ['Send', [COMMAND_KEY, 'Enter']],
      ['New line', ['Enter']],
      ['Put in a template', ['/']],
      ['Emoji', [':']],
      ['Take back what was just sent', [COMMAND_KEY, 'Z']],
      ['Leave the text, back to the list', ['Esc']],
    ],
  },
  {
    title: 'Search fields',
    keys: [
      ['To what was found', ['↓']],
      ['Open the first that was found', ['Enter']],
      ['Clear, then leave', ['Esc']],
    ],
  },
  {
    title: 'Contacts and groups',
    keys: [
      ['Next and previous person', ['J', 'K']],
      ['A page further, or back', ['PgDn', 'PgUp']],
      ['First and last', ['Home', 'End']],
      ['Names that begin with a letter', ['A', 'B', '…']],
      ['Select the person', ['X']],
      ['Select nobody', ['Esc']],
    ],
  },
  {
    title: 'Outbox',
    keys: [
      ['Next and previous text', ['J', 'K']],
      ['Select the text', ['X']],
      ['See what happened to it', ['Enter']],
      ['Select nothing', ['Esc']],
    ],
  },
  {
    title: 'Activity and opt-outs',
    keys: [
      ['Next and previous', ['J', 'K']],
      ['A page further, or back', ['PgDn', 'PgUp']],
      ['Open', ['Enter']],
    ],
  },
  { title: 'Print view', keys: [['Back to the conversation', ['Esc']]] },
]
