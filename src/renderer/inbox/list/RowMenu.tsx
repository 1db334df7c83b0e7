import { Menu } from '@mantine/core'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { displayName } from '../../components/names.ts'
import { useWords } from '../../language/words.ts'
import { ConversationMenuItems } from './ConversationMenu.tsx'

/** Whose menu is open, and where it was asked for, in pixels of the window. */
export interface OpenRowMenu {
  conversation: Conversation
  x: number
  y: number
}

/** The menu of a row, where the pointer or the row itself is. One for the whole list. */
export function RowMenu({ open, onClose }: { open: OpenRowMenu; onClose: () => void }) {
  const words = useWords('inbox')
  const { conversation, x, y } = open
  return (
    <Menu
      opened
      onChange={(opened) => (opened ? undefined : onClose())}
      position="bottom-start"
      returnFocus={false}
      trapFocus
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="row-menu-place"
          style={{ left: x, top: y }}
          aria-label={words('row.menu', { name: displayName(conversation.name, conversation.peer) })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <ConversationMenuItems conversation={conversation} />
      </Menu.Dropdown>
    </Menu>
  )
}
