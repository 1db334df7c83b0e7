import { COMMAND_KEY } from '../components/keys.ts'
import type { English } from '../language/catalog/index.ts'
import type { Words } from '../language/words.ts'
import { goTo, type ScreenName } from './routes.ts'

/** A key that works on every screen, and what it does. */
interface FrameKey {
  key: string
  does: keyof English['shortcuts']['frame']
  press(frame: FrameActions): void
}

/** What keys of every screen can do besides going somewhere. */
export interface FrameActions {
  openShortcuts(): void
  focusSearch(): void
}

const screenKey = (key: string, screen: ScreenName & FrameKey['does']): FrameKey => ({ key, does: screen, press: () => goTo(screen) })

/** Plain keys of every screen. What a key does and what the sheet says of it come from here. */
export const FRAME_KEYS: readonly FrameKey[] = [
  screenKey('1', 'inbox'),
  screenKey('2', 'contacts'),
  screenKey('3', 'outbox'),
  screenKey('4', 'settings'),
  screenKey('5', 'activity'),
  { key: 'n', does: 'new', press: () => goTo('inbox', 'new') },
  { key: '/', does: 'search', press: ({ focusSearch }) => focusSearch() },
  { key: '?', does: 'sheet', press: ({ openShortcuts }) => openShortcuts() },
]

/** Keys of a screen, as the sheet shows them: what is done, and the caps to press. */
export interface ShortcutGroup {
  title: string
  keys: readonly (readonly [does: string, caps: readonly string[]])[]
}

/** Every key there is, by screen. A screen that takes a key adds its line here. */
export const shortcutGroups = (words: Words<'shortcuts'>): readonly ShortcutGroup[] => [
  {
    title: words('everywhere.title'),
    keys: [
      [words('everywhere.palette'), [COMMAND_KEY, 'K']],
      ...FRAME_KEYS.map(({ key, does }) => [words(`frame.${does}`), [key.toUpperCase()]] as const),
      [words('everywhere.back'), ['Esc']],
    ],
  },
  {
    title: words('inbox.title'),
    keys: [
      [words('inbox.next'), ['J', 'K']],
      [words('inbox.open'), ['Enter']],
      [words('inbox.archive'), ['E']],
      [words('inbox.read'), ['U']],
      [words('inbox.pin'), ['P']],
      [words('inbox.labels'), ['L']],
      [words('inbox.menu'), ['Shift', 'F10']],
      [words('inbox.back'), ['Esc']],
    ],
  },
  {
    title: words('conversation.title'),
    keys: [
      [words('conversation.next'), ['↑', '↓']],
      [words('conversation.what'), ['Enter']],
      [words('conversation.pick'), ['X']],
      [words('conversation.copy'), [COMMAND_KEY, 'C']],
      [words('conversation.pickAll'), [COMMAND_KEY, 'A']],
      [words('conversation.note'), ['M']],
      [words('conversation.date'), ['D']],
    ],
  },
  {
    title: words('writing.title'),
    keys: [
      [words('writing.send'), [COMMAND_KEY, 'Enter']],
      [words('writing.line'), ['Enter']],
      [words('writing.template'), ['/']],
      [words('writing.emoji'), [':']],
      [words('writing.takeBack'), [COMMAND_KEY, 'Z']],
      [words('writing.leave'), ['Esc']],
    ],
  },
  {
    title: words('searching.title'),
    keys: [
      [words('searching.down'), ['↓']],
      [words('searching.open'), ['Enter']],
      [words('searching.clear'), ['Esc']],
    ],
  },
  {
    title: words('people.title'),
    keys: [
      [words('people.next'), ['J', 'K']],
      [words('people.page'), ['PgDn', 'PgUp']],
      [words('people.ends'), ['Home', 'End']],
      [words('people.letter'), ['A', 'B', '…']],
      [words('people.select'), ['X']],
      [words('people.selectNone'), ['Esc']],
    ],
  },
  {
    title: words('outbox.title'),
    keys: [
      [words('outbox.next'), ['J', 'K']],
      [words('outbox.select'), ['X']],
      [words('outbox.what'), ['Enter']],
      [words('outbox.selectNone'), ['Esc']],
    ],
  },
  {
    title: words('activity.title'),
    keys: [
      [words('activity.next'), ['J', 'K']],
      [words('activity.page'), ['PgDn', 'PgUp']],
      [words('activity.open'), ['Enter']],
    ],
  },
  { title: words('print.title'), keys: [[words('print.back'), ['Esc']]] },
]
