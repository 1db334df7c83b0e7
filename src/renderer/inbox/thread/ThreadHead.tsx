import { ActionIcon, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { goTo, hashFor } from '../../app/routes.ts'
import { usePlainKeys } from '../../app/shortcuts.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { Chip } from '../../components/Chip.tsx'
import { Icon } from '../../components/Icon.tsx'
import { displayName, formatNumber } from '../../components/names.ts'
import { sayDone, sayFailed } from '../../components/toasts.ts'
import { ConversationExport } from '../../export/ConversationExport.tsx'
import { OptOutNumber } from '../../opt-outs/OptOutNumber.tsx'
import { useOptedOut } from '../../opt-outs/useOptedOut.ts'
import { accountsThatCall } from '../../voice-code/codes.ts'
import { useHost } from '../../host/HostProvider.tsx'

/** Who the conversation is with, through which account, and what can be done with it. */
export function ThreadHead({
  conversation,
  accountId,
  accountName,
  onMarkedUnread,
}: {
  conversation: Conversation
  accountId: string | null
  accountName: string | null
  onMarkedUnread: () => void
}) {
  const { queries } = useHost()
  const { name, peer, peerKind, contactId, id } = conversation
  const accounts = useQuery(queries.accounts.list.queryOptions())
  const account = accounts.data?.find((each) => each.id === accountId)
  const canCall = peerKind === 'number' && accountsThatCall(accounts.data ?? []).length > 0
  const isNumber = peerKind === 'number'
  const getsTexts = useOptedOut(isNumber ? [peer] : []).length === 0
  const [optingOut, setOptingOut] = useState(false)
  const { mutate: markUnread } = useMutation(
    queries.conversations.markUnread.mutationOptions({ onSuccess: onMarkedUnread, onError: sayFailed }),
  )

  const takeKey = useCallback(
    (key: string) => {
      if (key === 'u' || key === 'U') markUnread({ id })
      if (key === 'Escape') goTo('inbox')
    },
    [id, markUnread],
  )
  usePlainKeys(takeKey)

  async function copyNumber(): Promise<void> {
    await navigator.clipboard.writeText(peer)
    sayDone('The number is copied.')
  }

  const provider = account?.providerName
  return (
    <header className="pane-head thread-head">
      <a className="thread-back" href={hashFor('inbox')} aria-label="Back to the conversations">
        <Icon name="arrowLeft" />
      </a>
      <Avatar name={name} peer={peer} size={32} active />
      <h2 className="thread-name people-line">{displayName(name, peer)}</h2>
      {name === null ? null : <span className="sec num thread-number">{formatNumber(peer)}</span>}
      {accountName === null ? null : (
        <Chip tone="accent" title="The account of the latest text">
          {provider === undefined || accountName.startsWith(provider) ? accountName : `${provider} · ${accountName}`}
        </Chip>
      )}
      <span className="grow" />
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label="More about this conversation">
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {contactId !== null ? (
            <Menu.Item leftSection={<Icon name="contacts" size={16} />} onClick={() => goTo('contacts', contactId)}>
              Show the person
            </Menu.Item>
          ) : peerKind === 'number' ? (
            <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => goTo('contacts', 'new', peer)}>
              Add to contacts
            </Menu.Item>
          ) : null}
          {canCall ? (
            <Menu.Item leftSection={<Icon name="call" size={16} />} onClick={() => goTo('voice-code', peer)}>
              Call with a code…
            </Menu.Item>
          ) : null}
          <Menu.Item leftSection={<Icon name="phone" size={16} />} onClick={() => void copyNumber()}>
            Copy the number
          </Menu.Item>
          {isNumber && getsTexts ? (
            <Menu.Item leftSection={<Icon name="close" size={16} />} onClick={() => setOptingOut(true)}>
              Opt out of texts…
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<Icon name="inbox" size={16} />}
            rightSection={<kbd className="kbd">U</kbd>}
            onClick={() => markUnread({ id })}
          >
            Mark as unread
          </Menu.Item>
          <ConversationExport conversation={conversation} />
        </Menu.Dropdown>
      </Menu>
      <OptOutNumber opened={optingOut} e164={peer} name={name} onClose={() => setOptingOut(false)} />
    </header>
  )
}
