import { Menu } from '@mantine/core'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../language/words.ts'
import { useConversationActions } from './useConversationActions.ts'

/** What can be done with a conversation, as the items of a menu: that of its row, and that of its thread. */
export function ConversationMenuItems({ conversation }: { conversation: Conversation }) {
  const words = useWords('inbox')
  const { togglePin, toggleArchived, toggleRead, chooseLabels } = useConversationActions()
  return (
    <>
      <Menu.Item
        leftSection={<Icon name="pin" size={16} />}
        rightSection={<kbd className="kbd">P</kbd>}
        onClick={() => togglePin(conversation)}
      >
        {words(conversation.pinnedAt === null ? 'menu.pin' : 'menu.unpin')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="inbox" size={16} />}
        rightSection={<kbd className="kbd">U</kbd>}
        onClick={() => toggleRead(conversation)}
      >
        {words(conversation.unread > 0 ? 'menu.markRead' : 'menu.markUnread')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="label" size={16} />}
        rightSection={<kbd className="kbd">L</kbd>}
        onClick={() => chooseLabels(conversation)}
      >
        {words('menu.labels')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="archive" size={16} />}
        rightSection={<kbd className="kbd">E</kbd>}
        onClick={() => toggleArchived(conversation)}
      >
        {words(conversation.archived ? 'menu.unarchive' : 'menu.archive')}
      </Menu.Item>
    </>
  )
}
