import { Menu } from '@mantine/core'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { goTo } from '../app/routes.ts'
import { useUiState } from '../app/uiState.tsx'
import { Icon } from '../components/Icon.tsx'
import { displayName } from '../components/names.ts'
import { useWords } from '../language/words.ts'

/** Ways to take a conversation along, for the menu of its thread. */
export function ConversationExport({ conversation: { id, name, peer } }: { conversation: Pick<Conversation, 'id' | 'name' | 'peer'> }) {
  const words = useWords('exporting')
  const setExporting = useUiState((state) => state.setExporting)
  return (
    <>
      <Menu.Item leftSection={<Icon name="print" size={16} />} onClick={() => goTo('print', id)}>
        {words('menu.print')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="download" size={16} />}
        onClick={() => setExporting({ conversationId: id, who: displayName(name, peer) })}
      >
        {words('menu.csv')}
      </Menu.Item>
    </>
  )
}
