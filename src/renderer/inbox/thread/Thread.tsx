import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DeskClient } from '../../../shared/contract/client.ts'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { escapeBraces } from '../../../shared/templates/parse.ts'
import { useUiState } from '../../app/uiState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { displayName } from '../../components/names.ts'
import { sayDone, sayRefused } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { Composer, type Undoable } from '../composer/Composer.tsx'
import { MessageList } from './MessageList.tsx'
import { copiedWords, useSelection } from './selection.ts'
import { SelectionBar } from './SelectionBar.tsx'
import type { Loaded, Start } from './thread-pages.ts'
import { ThreadHead } from './ThreadHead.tsx'
import { threadItems, type UnreadMark } from './threadItems.ts'
import { useAsides } from './useAsides.ts'
import { useOpening } from './useOpening.ts'
import { useThreadPages } from './useThreadPages.ts'
import { WhatHappened } from './WhatHappened.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'

/** One conversation: who it is with, its messages, and the composer. `messageId` is shown and pointed out. */
export function Thread({ conversationId, messageId }: { conversationId: string; messageId: string | undefined }) {
  const { queries } = useHost()
  const words = useWords('thread')
  const conversation = useQuery(queries.conversations.get.queryOptions({ input: { id: conversationId } }))
  const { start, unread } = useOpening(conversation.isFetching ? undefined : conversation.data, messageId)
  const thread = useThreadPages(conversationId, start)
  if (conversation.data === undefined || thread.loaded.phase === 'opening') {
    return (
      <section className="inbox-thread" aria-label={words('conversation')}>
        {conversation.isError ? (
          <LoadFailure error={conversation.error} onRetry={() => void conversation.refetch()} />
        ) : (
          <Loading>{words('opening')}</Loading>
        )}
      </section>
    )
  }
  return <OpenThread conversation={conversation.data} thread={thread} start={start} unread={unread} messageId={messageId} />
}

/** A conversation as the host answers for one that is opened. */
type OpenConversation = Conversation & Pick<Awaited<ReturnType<DeskClient['conversations']['get']>>, 'firstUnreadId' | 'usualAccount'>

function OpenThread({
  conversation,
  thread: { pages, loaded },
  start,
  unread,
  messageId,
}: {
  conversation: OpenConversation
  thread: ReturnType<typeof useThreadPages>
  start: Start | null
  unread: UnreadMark | null
  messageId: string | undefined
}) {
  const { id, name, peer } = conversation
  const words = useWords('thread')
  const textWords = useWords('messages')
  const tag = useFormatTag()
  const asides = useAsides(conversation, loaded)
  const selection = useSelection()
  const wasGoneOnTo = useUiState((state) => state.goneOnTo === id)
  const [inspected, setInspected] = useState<string | null>(null)
  useMarkRead(conversation, start !== null)
  useSayMissing(loaded)

  const { phase, messages, hasEarlier, hasLater, latest } = loaded
  const items = useMemo(
    () => threadItems(messages, { asides, unread, hasEarlier, hasLater }),
    [messages, asides, unread, hasEarlier, hasLater],
  )
  const undoable = useMemo(() => undoableOf(latest), [latest])
  const jumpTo = useCallback((at: number) => void pages.open({ kind: 'instant', at }), [pages])
  const them = displayName(name, peer)
  const copy = useCallback(
    async (texts: readonly Message[]) => {
      await navigator.clipboard.writeText(copiedWords(textWords, tag, texts, them))
      sayDone(words('textsCopied', { count: texts.length }))
    },
    [words, textWords, tag, them],
  )
  // Whoever writes while reading further up sees what was sent.
  const onSent = useCallback(() => {
    if (pages.loaded().hasLater) void pages.open({ kind: 'latest' })
  }, [pages])
  const onCopy = useCallback((texts: readonly Message[]) => void copy(texts), [copy])

  return (
    <section className="inbox-thread" aria-label={words('with', { name: them })}>
      <ThreadHead
        conversation={conversation}
        accountId={latest[0]?.accountId ?? null}
        accountName={latest[0]?.accountName ?? null}
        selection={selection}
        jumpTo={jumpTo}
      />
      {phase === 'failed' ? (
        <div className="thread-messages">
          <LoadFailure error={loaded.error} onRetry={() => void pages.open(start ?? { kind: 'latest' })} />
        </div>
      ) : phase === 'opening' ? (
        <div className="thread-messages">
          <Loading>{words('opening')}</Loading>
        </div>
      ) : (
        <MessageList
          key={loaded.jump.number}
          items={items}
          loaded={loaded}
          pages={pages}
          conversation={conversation}
          selection={selection}
          onInspect={setInspected}
          onCopy={onCopy}
        />
      )}
      {selection.isOn ? <SelectionBar selection={selection} loaded={messages} onCopy={onCopy} /> : null}
      <Composer
        draftKey={id}
        to={[peer]}
        toWhom={them}
        answerable={conversation.peerKind === 'number'}
        takesFocus={messageId === undefined && !wasGoneOnTo}
        usual={conversation.usualAccount}
        undoable={undoable}
        onSent={onSent}
      />
      <WhatHappened messageId={inspected} onClose={() => setInspected(null)} />
    </section>
  )
}

/** The latest text that is kept back so that it can be taken back. */
function undoableOf(newestFirst: readonly Message[]): Undoable | null {
  for (const { id, text, accountId, conversationId, hold } of newestFirst) {
    if (hold?.reason === 'undo' && hold.until !== null) {
      // Put back, it is a text that may have merge fields again: braces in it are words.
      return { ids: [id], text: escapeBraces(text), accountId, backTo: { draftKey: conversationId }, until: hold.until }
    }
  }
  return null
}

/** Says that the message an address names is not there any more; the thread shows its end instead. */
function useSayMissing({ jump }: Loaded): void {
  const words = useWords('thread')
  const missed = jump.missing ? jump.number : 0
  useEffect(() => {
    if (missed > 0) sayRefused(words('missing'))
    // Said once, whatever language is chosen afterwards.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [missed])
}

/** Marks the conversation read as soon as its new texts are in front of a person. */
function useMarkRead(conversation: Conversation, isOpen: boolean): void {
  const { queries } = useHost()
  const { mutate } = useMutation(queries.conversations.markRead.mutationOptions())
  const { id, unread } = conversation
  useEffect(() => {
    if (!isOpen || unread === 0) return
    function markIfSeen(): void {
      if (document.visibilityState === 'visible') mutate({ id })
    }
    markIfSeen()
    document.addEventListener('visibilitychange', markIfSeen)
    return () => document.removeEventListener('visibilitychange', markIfSeen)
  }, [isOpen, id, unread, mutate])
}
