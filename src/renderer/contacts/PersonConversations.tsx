import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { hashFor } from '../app/routes.ts'
import type { Message } from '../../shared/contract/messages.ts'
import { messageWords } from '../components/message-text.ts'
import { formatNumber } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords, type Words } from '../language/words.ts'

const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/** The last text with each number of a person, as links into the inbox. Nothing where nothing was said yet. */
export function PersonConversations({ numbers, now }: { numbers: readonly string[]; now: number }) {
  const { queries } = useHost()
  const words = useWords('contacts')
  const messages = useWords('messages')
  const found = useQueries({ queries: numbers.map((number) => queries.conversations.lookUp.queryOptions({ input: { number } })) })
  const ids = found.flatMap(({ data }) => data?.conversationId ?? [])
  const read = useQueries({ queries: ids.map((id) => queries.conversations.get.queryOptions({ input: { id } })) })
  const conversations = read.flatMap(({ data }) => data ?? []).sort((one, other) => other.lastAt - one.lastAt)
  if (conversations.length === 0) return null
  return (
    <section aria-label={words('person.conversation')}>
      <h3>{words('person.conversations', { count: conversations.length })}</h3>
      <ul className="person-conversations">
        {conversations.map(({ id, peer, lastMessage, lastAt, unread }) => (
          <li key={id}>
            <a href={hashFor('inbox', id)}>
              <span className="person-last people-line">
                {lastMessage === null ? (
                  words('person.openConversation')
                ) : lastMessage.direction === 'outbound' ? (
                  words.rich('person.lastOwn', { text: inLine(messages, lastMessage), quoted: asForeign })
                ) : (
                  <bdi>{inLine(messages, lastMessage)}</bdi>
                )}
              </span>
              <span className="person-last-when">
                <RelativeTime at={lastAt} now={now} words="sentence" />
                {conversations.length > 1 ? ` · ${formatNumber(peer)}` : ''}
                {unread > 0 ? ` · ${words('person.unread', { count: unread })}` : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The beginning of a message, in one line. */
function inLine(words: Words<'messages'>, message: Pick<Message, 'kind' | 'direction' | 'text'>): string {
  return (messageWords(words, message) ?? '').slice(0, 200).replaceAll(/\s+/g, ' ')
}
