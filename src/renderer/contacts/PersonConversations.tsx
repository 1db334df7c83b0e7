import { useQueries } from '@tanstack/react-query'
import { hashFor } from '../app/routes.ts'
import { messageWords } from '../components/message-text.ts'
import { formatNumber } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useHost } from '../host/HostProvider.tsx'

/** The last text with each number of a person, as links into the inbox. Nothing where nothing was said yet. */
export function PersonConversations({ numbers, now }: { numbers: readonly string[]; now: number }) {
  const { queries } = useHost()
  const found = useQueries({ queries: numbers.map((number) => queries.conversations.lookUp.queryOptions({ input: { number } })) })
  const ids = found.flatMap(({ data }) => data?.conversationId ?? [])
  const read = useQueries({ queries: ids.map((id) => queries.conversations.get.queryOptions({ input: { id } })) })
  const conversations = read.flatMap(({ data }) => data ?? []).sort((one, other) => other.lastAt - one.lastAt)
  if (conversations.length === 0) return null
  return (
    <section aria-label="Conversation">
      <h3>{conversations.length === 1 ? 'Conversation' : 'Conversations'}</h3>
      <ul className="person-conversations">
        {conversations.map(({ id, peer, lastMessage, lastAt, unread }) => (
          <li key={id}>
            <a href={hashFor('inbox', id)}>
              <span className="person-last people-line">
                {lastMessage === null ? (
                  'Open the conversation'
                ) : (
                  <>
                    {lastMessage.direction === 'outbound' ? 'You: ' : ''}
                    <bdi>{(messageWords(lastMessage) ?? '').slice(0, 200).replaceAll(/\s+/g, ' ')}</bdi>
                  </>
                )}
              </span>
              <span className="person-last-when">
                <RelativeTime at={lastAt} now={now} words="sentence" />
                {conversations.length > 1 ? ` · ${formatNumber(peer)}` : ''}
                {unread > 0 ? ` · ${unread} unread` : ''}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
