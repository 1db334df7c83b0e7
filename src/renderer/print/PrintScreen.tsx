import './print.css'
import '../export/export.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { MOST_PRINTED } from '../../shared/contract/exports.ts'
import type { Message } from '../../shared/contract/messages.ts'
import type { DeskClient } from '../../shared/contract/client.ts'
import { goTo, hashFor, replaceWith, useRoute } from '../app/routes.ts'
import { usePlainKeys } from '../app/shortcuts.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { displayName } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { DayFields } from '../export/ExportDialog.tsx'
import { timeOf, type Days } from '../export/range.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { PrintedConversation } from './PrintedConversation.tsx'
import { pagesOf } from './words.ts'

/** Stands for a day that is not said in an address. */
const NO_DAY = '-'

/** One conversation as it comes onto paper: `#/print/<conversation>[/<first day>/<last day>]`. What is seen is what is printed. */
export function PrintScreen() {
  const { parts } = useRoute()
  const [id = '', from = NO_DAY, until = NO_DAY] = parts
  const days = { from: from === NO_DAY ? '' : from, until: until === NO_DAY ? '' : until }
  const { queries } = useHost()
  const words = useWords('print')
  const conversation = useQuery(queries.conversations.get.queryOptions({ input: { id } }))
  const takeKey = (key: string): void => {
    if (key === 'Escape') goTo('inbox', id)
  }
  usePlainKeys(takeKey)
  if (conversation.isError) return <LoadFailure error={conversation.error} onRetry={() => void conversation.refetch()} />
  if (conversation.data === undefined) return <Loading>{words('loading')}</Loading>
  return <Printing key={`${from} ${until}`} conversation={conversation.data} days={days} />
}

function Printing({ conversation, days }: { conversation: Conversation; days: Days }) {
  const { client, queries } = useHost()
  const words = useWords('print')
  const { id } = conversation
  const who = displayName(conversation.name, conversation.peer)
  const time = timeOf(days)
  const shell = useQuery(queries.desk.status.queryOptions({ select: (status) => status.shell })).data
  // Paper does not change while it is looked at: nothing here is asked for again by itself.
  const size = useQuery({
    queryKey: ['print-size', id, time],
    queryFn: () => client.exports.size({ conversationId: id, ...time }),
    gcTime: 0,
  })
  const shownFrom = size.data?.printableFrom ?? time.from
  const messages = useQuery({
    queryKey: ['print', id, time, shownFrom],
    queryFn: ({ signal }) =>
      allMessages(client, { conversationId: id, ...time, ...(shownFrom === undefined ? {} : { from: shownFrom }) }, signal),
    enabled: size.data !== undefined,
    gcTime: 0,
  })
  const pdf = useMutation({
    mutationFn: () => client.exports.savePdf({ name: document.title }),
    onSuccess: ({ saved }) => {
      if (saved) sayDone(words('saved'))
    },
    onError: sayFailed,
  })
  useEffect(() => {
    // The name a browser gives the PDF.
    document.title = words('title', { who })
  }, [words, who])

  const failed = [size, messages].find((query) => query.isError)
  const ready = messages.data !== undefined && messages.data.length > 0
  return (
    <div className="print-screen">
      <header className="print-tools">
        <a className="print-back" href={hashFor('inbox', id)}>
          <Icon name="arrowLeft" size={16} />
          {words('back')}
        </a>
        <DayFields days={days} onChange={(next) => replaceWith('print', id, next.from || NO_DAY, next.until || NO_DAY)} />
        <span className="grow" />
        <span className="sec print-size" aria-live="polite">
          {messages.data === undefined ? null : words('size', { texts: messages.data.length, pages: pagesOf(messages.data.length) })}
        </span>
        {shell === 'electron' ? (
          <Button disabled={!ready} loading={pdf.isPending} onClick={() => pdf.mutate()}>
            {words('savePdf')}
          </Button>
        ) : null}
        <Button variant="filled" disabled={!ready} onClick={() => window.print()}>
          {words(shell === 'electron' ? 'print' : 'printOrSave')}
        </Button>
      </header>
      {/* What scrolls is reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className="print-paper" aria-label={words('paper')} tabIndex={0}>
        {size.data?.printableFrom === null || size.data === undefined ? null : (
          <div className="print-note">
            <Notice tone="warn" icon="info">
              {words('tooMany', { atLeast: size.data.atLeast ? 'yes' : 'no', count: size.data.messages, most: MOST_PRINTED })}
            </Notice>
          </div>
        )}
        {failed !== undefined ? (
          <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
        ) : messages.data === undefined ? (
          <Loading>{words('fetching')}</Loading>
        ) : (
          <PrintedConversation conversation={conversation} messages={messages.data} days={days} madeAt={messages.dataUpdatedAt} />
        )}
      </main>
    </div>
  )
}

type Range = Parameters<DeskClient['exports']['size']>[0]

/** All messages of a time, a page at a time. At most as many as can be printed. */
async function allMessages({ exports }: DeskClient, range: Range, signal: AbortSignal): Promise<Message[]> {
  const messages: Message[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof exports.messages>> = await exports.messages({
      ...range,
      limit: 500,
      ...(after === null ? {} : { after }),
    })
    signal.throwIfAborted()
    messages.push(...page.messages)
    after = page.next
  } while (after !== null && messages.length < MOST_PRINTED)
  return messages
}
