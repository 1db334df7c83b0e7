import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useState } from 'react'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import { displayName } from '../components/names.ts'
import { messageWords } from '../components/message-text.ts'
import { useDeskEvents, useHost } from '../host/HostProvider.tsx'
import { goTo, useRoute } from './routes.ts'

/** Says when a text comes in, unless its conversation is open in front of the person. */
export function InboundToasts() {
  const { client } = useHost()
  const { screen, parts } = useRoute()
  const openConversation = screen === 'inbox' ? parts[0] : undefined
  const [spoken, setSpoken] = useState('')

  const take = useCallback(
    (event: DeskEvent) => {
      if (event.kind !== 'inbound') return
      if (event.conversationId === openConversation && document.visibilityState === 'visible') return
      void announce(event.conversationId, event.messageId)

      async function announce(conversationId: string, messageId: string): Promise<void> {
        const answers = await Promise.all([client.conversations.get({ id: conversationId }), client.messages.get({ id: messageId })]).catch(
          () => null,
        )
        // The text is in the inbox all the same; only the note about it is lost.
        if (answers === null) return
        const [conversation, message] = answers
        const who = displayName(conversation.name, conversation.peer)
        setSpoken(message.kind === 'missed_call' ? `Missed call from ${who}` : `New text from ${who}`)
        notifications.show({
          id: conversationId,
          title: who,
          message: messageWords(message) ?? '',
          color: 'accent',
          className: 'inbound-toast',
          onClick: () => {
            notifications.hide(conversationId)
            goTo('inbox', conversationId)
          },
        })
      }
    },
    [client, openConversation],
  )
  useDeskEvents(take)

  useEffect(() => {
    if (openConversation !== undefined) notifications.hide(openConversation)
  }, [openConversation])

  return <output className="visually-hidden">{spoken}</output>
}
