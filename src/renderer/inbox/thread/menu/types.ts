import type { ReactNode } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'

/** What an item of the thread's menu is given. */
export interface ThreadMenuProps {
  conversation: Conversation
  /** Shows a dialog, which outlives the menu. `draw` is given the way to close it. */
  show: (draw: (close: () => void) => ReactNode) => void
  /** Shows another part of the thread: the first text on or after an instant, ms UTC. */
  jumpTo: (at: number) => void
  /** Begins picking texts. */
  pickTexts: () => void
}
