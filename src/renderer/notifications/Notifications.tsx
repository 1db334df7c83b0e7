import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { MANY, type NotificationSubject } from '../../shared/contract/notifications.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import { goTo, parseHash, useRoute } from '../app/routes.ts'
import { messageWords } from '../components/message-text.ts'
import { displayName } from '../components/names.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { isInFront, joinWindows } from './front.ts'
import { browserOutlet, shellOutlet, type Outlet } from './outlets.ts'
import { createTeller } from './teller.ts'
import { windowOutlet } from './window-outlet.ts'

/** Tells of texts and calls that come in: in a corner of the window, or by the computer while another window is in front. */
export function Notifications({ settings }: { settings: Settings['notifications'] }) {
  const { client, queries, onEvent } = useHost()
  const shell = useQuery(queries.desk.status.queryOptions({ select: (status) => status.shell })).data
  const [spoken, setSpoken] = useState('')
  const arrivals = useWords('arrivals')
  const messages = useWords('messages')
  // What is told is told by what holds then: the teller stays when they change.
  const rules = useRef(settings)
  const words = useRef({ arrivals, messages })
  useEffect(() => {
    rules.current = settings
    words.current = { arrivals, messages }
  }, [settings, arrivals, messages])
  useTakeAway()

  useEffect(() => {
    if (shell === undefined) return undefined
    const computer = shell === 'electron' ? shellOutlet(client) : browserOutlet(open)
    const inWindow = windowOutlet(open)
    const teller = createTeller({
      settings: () => rules.current,
      words: () => words.current.arrivals,
      inFront: () => ({ window: isInFront(), conversationId: openConversation() }),
      tells: () => windows.tells(),
      async factsOf({ conversationId, messageId }) {
        const answers = await Promise.all([client.conversations.get({ id: conversationId }), client.messages.get({ id: messageId })]).catch(
          () => null,
        )
        // The text is in the inbox all the same; only the note about it is lost.
        if (answers === null) return null
        const [conversation, message] = answers
        return { who: displayName(conversation.name, conversation.peer), text: messageWords(words.current.messages, message) }
      },
      window: spokenToo(inWindow, setSpoken),
      computer,
      zone: ownZone(),
      now: () => Date.now(),
      setTimer: (ms, task) => window.setTimeout(task, ms),
    })
    const windows = joinWindows(() => teller.clear())
    const stop = onEvent((event) => {
      if (event.kind === 'inbound') teller.take(event)
      if (event.kind === 'notificationPressed') open(event.subject)
    })
    return () => {
      stop()
      windows.close()
    }
  }, [client, onEvent, shell])

  return <output className="visually-hidden">{spoken}</output>
}

/** Goes to what a notification is about. */
function open(subject: NotificationSubject): void {
  if (subject === MANY) goTo('inbox')
  else if (subject === 'sample') goTo('settings', 'notifications')
  else goTo('inbox', subject)
}

/** The conversation that is open; null for none. */
function openConversation(): string | null {
  const { screen, parts } = parseHash(location.hash)
  return screen === 'inbox' ? (parts[0] ?? null) : null
}

/** Says to those who cannot see the window what the note shows to the others, without the text. */
function spokenToo(outlet: Outlet, say: (words: string) => void): Outlet {
  return {
    ...outlet,
    show(subject, words) {
      say(words.spoken)
      outlet.show(subject, words)
    },
  }
}

/** A note about a conversation goes once that is opened. */
function useTakeAway(): void {
  const { screen, parts } = useRoute()
  const openNow = screen === 'inbox' ? parts[0] : undefined
  useEffect(() => {
    if (screen === 'inbox') notifications.hide(MANY)
    if (openNow !== undefined) notifications.hide(openNow)
  }, [screen, openNow])
}
