import { Menu } from '@mantine/core'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { Icon } from '../../components/Icon.tsx'
import { useConversationActions } from './useConversationActions.ts'

/** What can be done with a conversation, as the items of a menu: that of its row, and that of its thread. */
export function ConversationMenuItems({ conversation }: { conversation: Conversation }) {
  const { togglePin, toggleArchived, toggleRead, chooseLabels } = useConversationActions()
  return (
    <>
      <Menu.Item
        leftSection={<Icon name="pin" size={16} />}
        rightSection={<kbd className="kbd">P</kbd>}
        onClick={() => togglePin(conversation)}
      >
        {conversation.pinnedAt === null ? 'Pin to the top' : 'Unpin'}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="inbox" size={16} />}
        rightSection={<kbd className="kbd">U</kbd>}
        onClick={() => toggleRead(conversation)}
      >
        {conversation.unread > 0 ? 'Mark as read' : 'Mark as unread'}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="label" size={16} />}
        rightSection={<kbd className="kbd">L</kbd>}
        onClick={() => chooseLabels(conversation)}
      >
        Labels…
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="archive" size={16} />}
        rightSection={<kbd className="kbd">E</kbd>}
        onClick={() => toggleArchived(conversation)}
      >
        {conversation.archived ? 'Bring back from the archive' : 'Archive'}
      </Menu.Item>
    </>
  )
}
