import { ActionIcon, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { goTo, hashFor } from '../../app/routes.ts'
import { usePlainKeys } from '../../app/shortcuts.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { Chip } from '../../components/Chip.tsx'
import { Icon } from '../../components/Icon.tsx'
import { displayName, formatNumber } from '../../components/names.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { ThreadLabels } from '../labels/ThreadLabels.tsx'
import { MENU_ITEMS } from './menu/items.tsx'
import { JumpToDate } from './menu/JumpToDate.tsx'
import type { ThreadMenuProps } from './menu/types.ts'
import { NoteDialog } from './NoteDialog.tsx'
import type { Selection } from './selection.ts'
import { useWords } from '../../language/words.ts'

/** Who the conversation is with, through which account, and what can be done with it. */
export function ThreadHead({
  conversation,
  accountId,
  accountName,
  selection,
  jumpTo,
}: {
  conversation: Conversation
  accountId: string | null
  accountName: string | null
  selection: Selection
  jumpTo: (at: number) => void
}) {
  const { queries } = useHost()
  const words = useWords('thread')
  const { name, peer, id } = conversation
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const account = accounts.data?.find((each) => each.id === accountId)
  const [dialog, setDialog] = useState<ReactNode>(null)
  const show = useCallback<ThreadMenuProps['show']>((draw) => setDialog(draw(() => setDialog(null))), [])

  const takeKey = useCallback(
    (key: string, event: KeyboardEvent) => {
      switch (key) {
        case 'm':
        case 'M':
          show((close) => <NoteDialog opened conversationId={id} note={null} onClose={close} />)
          break
        case 'd':
        case 'D':
          show((close) => <JumpToDate onJump={jumpTo} onClose={close} />)
          break
        case 'Escape':
          if (selection.isOn) return selection.end()
          return goTo('inbox')
        default:
          return undefined
      }
      // Else the letter is typed into the dialog that opens.
      return event.preventDefault()
    },
    [id, show, jumpTo, selection],
  )
  usePlainKeys(takeKey)

  const provider = account?.providerName
  return (
    <header className="pane-head thread-head">
      <a className="thread-back" href={hashFor('inbox')} aria-label={words('head.back')}>
        <Icon name="arrowLeft" />
      </a>
      <Avatar name={name} peer={peer} size={32} active />
      <h2 className="thread-name people-line">{displayName(name, peer)}</h2>
      {name === null ? null : <span className="sec num thread-number">{formatNumber(peer)}</span>}
      {accountName === null ? null : (
        <Chip tone="accent" title={words('head.account')}>
          {provider === undefined || accountName.startsWith(provider) ? accountName : `${provider} · ${accountName}`}
        </Chip>
      )}
      <ThreadLabels conversation={conversation} />
      <span className="grow" />
      <Menu withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={words('head.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {MENU_ITEMS.map((Item, index) => (
            <Item
              // The list never changes.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              conversation={conversation}
              show={show}
              jumpTo={jumpTo}
              pickTexts={selection.begin}
            />
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </header>
  )
}
