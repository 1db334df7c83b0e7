import { Menu } from '@mantine/core'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { goTo } from '../app/routes.ts'
import { useUiState } from '../app/uiState.tsx'
import { Icon } from '../components/Icon.tsx'
import { displayName } from '../components/names.ts'

/** Ways to take a conversation along, for the menu of its thread. */
export function ConversationExport({ conversation: { id, name, peer } }: { conversation: Pick<Conversation, 'id' | 'name' | 'peer'> }) {
  const setExporting = useUiState((state) => state.setExporting)
  return (
    <>
      <Menu.Item leftSection={<Icon name="print" size={16} />} onClick={() => goTo('print', id)}>
        Print or save as PDF…
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="download" size={16} />}
        onClick={() => setExporting({ conversationId: id, who: displayName(name, peer) })}
      >
        Save as CSV…
      </Menu.Item>
    </>
  )
}
