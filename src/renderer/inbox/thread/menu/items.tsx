import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { goTo } from '../../../app/routes.ts'
import { Icon } from '../../../components/Icon.tsx'
import { sayDone } from '../../../components/toasts.ts'
import { useHost } from '../../../host/HostProvider.tsx'
import { OptOutNumber } from '../../../opt-outs/OptOutNumber.tsx'
import { useOptedOut } from '../../../opt-outs/useOptedOut.ts'
import { accountsThatCall } from '../../../voice-code/codes.ts'
import { ConversationExport } from '../../../export/ConversationExport.tsx'
import { ConversationMenuItems } from '../../list/ConversationMenu.tsx'
import { NoteDialog } from '../NoteDialog.tsx'
import { JumpToDate } from './JumpToDate.tsx'
import type { ThreadMenuProps } from './types.ts'
import { useWords } from '../../../language/words.ts'

/** The menu of a thread, from top to bottom. One more is one more component in this list; an item that does not apply draws nothing. */
export const MENU_ITEMS: readonly ((props: ThreadMenuProps) => ReactNode)[] = [
  Person,
  CallWithCode,
  CopyNumber,
  AddNote,
  GoToDate,
  PickTexts,
  OptOut,
  PutAway,
  ConversationExport,
]

function Person({ conversation: { contactId, peer, peerKind } }: ThreadMenuProps) {
  const words = useWords('thread')
  if (contactId !== null) {
    return (
      <Menu.Item leftSection={<Icon name="contacts" size={16} />} onClick={() => goTo('contacts', contactId)}>
        {words('menu.person')}
      </Menu.Item>
    )
  }
  if (peerKind !== 'number') return null
  return (
    <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => goTo('contacts', 'new', peer)}>
      {words('menu.addPerson')}
    </Menu.Item>
  )
}

function CallWithCode({ conversation: { peer, peerKind } }: ThreadMenuProps) {
  const words = useWords('thread')
  const { queries } = useHost()
  const accounts = useQuery(queries.accounts.list.queryOptions())
  if (peerKind !== 'number' || accountsThatCall(accounts.data ?? []).length === 0) return null
  return (
    <Menu.Item leftSection={<Icon name="call" size={16} />} onClick={() => goTo('voice-code', peer)}>
      {words('menu.call')}
    </Menu.Item>
  )
}

function CopyNumber({ conversation: { peer } }: ThreadMenuProps) {
  const words = useWords('thread')
  async function copyNumber(): Promise<void> {
    await navigator.clipboard.writeText(peer)
    sayDone(words('menu.numberCopied'))
  }
  return (
    <Menu.Item leftSection={<Icon name="phone" size={16} />} onClick={() => void copyNumber()}>
      {words('menu.copyNumber')}
    </Menu.Item>
  )
}

function AddNote({ conversation: { id }, show }: ThreadMenuProps) {
  const words = useWords('thread')
  return (
    <Menu.Item
      leftSection={<Icon name="edit" size={16} />}
      rightSection={<kbd className="kbd">M</kbd>}
      onClick={() => show((close) => <NoteDialog opened conversationId={id} note={null} onClose={close} />)}
    >
      {words('menu.note')}
    </Menu.Item>
  )
}

function GoToDate({ show, jumpTo }: ThreadMenuProps) {
  const words = useWords('thread')
  return (
    <Menu.Item
      leftSection={<Icon name="clock" size={16} />}
      rightSection={<kbd className="kbd">D</kbd>}
      onClick={() => show((close) => <JumpToDate onJump={jumpTo} onClose={close} />)}
    >
      {words('menu.date')}
    </Menu.Item>
  )
}

function PickTexts({ pickTexts }: ThreadMenuProps) {
  const words = useWords('thread')
  return (
    <Menu.Item leftSection={<Icon name="check" size={16} />} onClick={pickTexts}>
      {words('menu.pick')}
    </Menu.Item>
  )
}

function OptOut({ conversation: { name, peer, peerKind }, show }: ThreadMenuProps) {
  const words = useWords('thread')
  const isNumber = peerKind === 'number'
  const getsTexts = useOptedOut(isNumber ? [peer] : []).length === 0
  if (!isNumber || !getsTexts) return null
  return (
    <Menu.Item
      leftSection={<Icon name="close" size={16} />}
      onClick={() => show((close) => <OptOutNumber opened e164={peer} name={name} onClose={close} />)}
    >
      {words('menu.optOut')}
    </Menu.Item>
  )
}

function PutAway({ conversation }: ThreadMenuProps) {
  return <ConversationMenuItems conversation={conversation} />
}
