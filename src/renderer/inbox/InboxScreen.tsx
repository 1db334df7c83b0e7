import './inbox.css'
import { Button } from '@mantine/core'
import { EmptyState } from '../components/EmptyState.tsx'
import { goTo, replaceWith, useRoute } from '../app/routes.ts'
import { ListPane } from './list/ListPane.tsx'
import { NewConversation } from './NewConversation.tsx'
import { Thread } from './thread/Thread.tsx'

/** Conversations left, the chosen one right. `#/inbox/<conversation>[/<message>]`, `#/inbox/new[/<number>]`. */
export function InboxScreen() {
  const { parts } = useRoute()
  const [first, second] = parts
  const conversationId = first === 'new' ? undefined : first
  return (
    <div className="inbox" data-open={conversationId !== undefined || undefined}>
      <ListPane conversationId={conversationId} />
      {conversationId === undefined ? (
        <section className="inbox-thread" aria-label="Conversation">
          <EmptyState icon="inbox" title="No conversation chosen" actions={<Button onClick={() => goTo('inbox', 'new')}>New conversation</Button>}>
            Choose one on the left, or write to somebody new.
          </EmptyState>
        </section>
      ) : (
        <Thread key={conversationId} conversationId={conversationId} messageId={second} />
      )}
      {first === 'new' ? <NewConversation number={second} onClose={() => replaceWith('inbox')} /> : null}
    </div>
  )
}
