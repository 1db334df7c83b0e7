import './inbox.css'
import './list/list.css'
import './thread/thread.css'
import './composer/composer.css'
import './thread/what-happened.css'
import './new-conversation.css'
import './narrow.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { goTo, replaceWith, useRoute } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LabelsDialog } from './labels/LabelsDialog.tsx'
import { ListPane } from './list/ListPane.tsx'
import { NewConversation } from './NewConversation.tsx'
import { Thread } from './thread/Thread.tsx'
import { useConversations } from './useConversations.ts'
import { useWords } from '../language/words.ts'

const asKey = (name: ReactNode) => <kbd className="kbd">{name}</kbd>

/** The list that says whether there is anything at all. */
const EVERYTHING = { filter: 'all' } as const

/** Conversations left, the chosen one right. `#/inbox/<conversation>[/<message>]`, `#/inbox/new[/<number>]`. */
export function InboxScreen() {
  const { parts } = useRoute()
  const words = useWords('thread')
  const [first, second] = parts
  const conversationId = first === 'new' ? undefined : first
  return (
    <div className="inbox" data-open={conversationId !== undefined || undefined}>
      <h1 className="visually-hidden">{words('inbox')}</h1>
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
  const words = useWords('thread')
  const { conversations, isPending } = useConversations(EVERYTHING)
  const isNew = !isPending && conversations.length === 0
  return (
    <section className="inbox-thread" aria-label={words('conversation')}>
      {isPending ? null : isNew ? (
        <EmptyState
          icon="phone"
          title={words('nothing.first')}
          actions={
            <>
              <Button onClick={() => goTo('inbox', 'new')}>{words('nothing.write')}</Button>
              <Button variant="subtle" onClick={() => goTo('import')}>
                {words('nothing.bring')}
              </Button>
            </>
          }
        >
          {words('nothing.firstHint')}
        </EmptyState>
      ) : (
        <EmptyState icon="inbox" title={words('nothing.choose')}>
          {words.rich('nothing.chooseHint', { key: asKey })}
        </EmptyState>
      )}
    </section>
  )
}
