import './inbox.css'
import './list/list.css'
import './thread/thread.css'
import './composer/composer.css'
import './thread/what-happened.css'
import './new-conversation.css'
import './narrow.css'
import { Button } from '@mantine/core'
import { goTo, replaceWith, useRoute } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LabelsDialog } from './labels/LabelsDialog.tsx'
import { ListPane } from './list/ListPane.tsx'
import { NewConversation } from './NewConversation.tsx'
import { Thread } from './thread/Thread.tsx'
import { useConversations } from './useConversations.ts'

/** The list that says whether there is anything at all. */
const EVERYTHING = { filter: 'all' } as const

/** Conversations left, the chosen one right. `#/inbox/<conversation>[/<message>]`, `#/inbox/new[/<number>]`. */
export function InboxScreen() {
  const { parts } = useRoute()
  const [first, second] = parts
  const conversationId = first === 'new' ? undefined : first
  return (
    <div className="inbox" data-open={conversationId !== undefined || undefined}>
      <h1 className="visually-hidden">Inbox</h1>
      <ListPane conversationId={conversationId} />
      {conversationId === undefined ? (
        <NothingChosen />
      ) : (
        <Thread key={conversationId} conversationId={conversationId} messageId={second} />
      )}
      <LabelsDialog />
      {first === 'new' ? <NewConversation number={second} onClose={() => replaceWith('inbox')} /> : null}
    </div>
  )
}

function NothingChosen() {
  const { conversations, isPending } = useConversations(EVERYTHING)
  const isNew = !isPending && conversations.length === 0
  return (
    <section className="inbox-thread" aria-label="Conversation">
      {isPending ? null : isNew ? (
        <EmptyState
          icon="phone"
          title="Write your first text"
          actions={
            <>
              <Button onClick={() => goTo('inbox', 'new')}>New conversation</Button>
              <Button variant="subtle" onClick={() => goTo('import')}>
                Bring your customers
              </Button>
            </>
          }
        >
          Type a number or a name and go. With your customers’ list imported, names are found as you type.
        </EmptyState>
      ) : (
        <EmptyState icon="inbox" title="Choose a conversation">
          Use the list on the left, or press <kbd className="kbd">J</kbd> and <kbd className="kbd">K</kbd> to move through it and{' '}
          <kbd className="kbd">Enter</kbd> to open.
        </EmptyState>
      )}
    </section>
  )
}
