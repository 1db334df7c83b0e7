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
import { countWords, plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { DayFields } from '../export/ExportDialog.tsx'
import { timeOf, type Days } from '../export/range.ts'
import { useHost } from '../host/HostProvider.tsx'
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
  const conversation = useQuery(queries.conversations.get.queryOptions({ input: { id } }))
  const takeKey = (key: string): void => {
    if (key === 'Escape') goTo('inbox', id)
  }
  usePlainKeys(takeKey)
  if (conversation.isError) return <LoadFailure error={conversation.error} onRetry={() => void conversation.refetch()} />
  if (conversation.data === undefined) return <Loading>Opening the conversation…</Loading>
  return <Printing key={`${from} ${until}`} conversation={conversation.data} days={days} />
}

function Printing({ conversation, days }: { conversation: Conversation; days: Days }) {
  const { client, queries } = useHost()
  const { id } = conversation
  const who = displayName(conversation.name, conversation.peer)
  const time = timeOf(days)
  const shell = useQuery(queries.desk.status.queryOptions({ select: (status) => status.shell })).data
  // Paper does not change while it is looked at: nothing here is asked for again by itself.
  const size = useQuery({
    queryKey: ['print size', id, time],
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
      if (saved) sayDone('The PDF is saved.')
    },
    onError: sayFailed,
  })
  useEffect(() => {
    // The name a browser gives the PDF.
    document.title = `Conversation with ${who}`
  }, [who])

  const failed = [size, messages].find((query) => query.isError)
  const ready = messages.data !== undefined && messages.data.length > 0
  return (
    <div className="print-screen">
      <header className="print-tools">
        <a className="print-back" href={hashFor('inbox', id)}>
          <Icon name="arrowLeft" size={16} />
          Back to the conversation
        </a>
        <DayFields days={days} onChange={(next) => replaceWith('print', id, next.from || NO_DAY, next.until || NO_DAY)} />
        <span className="grow" />
        <span className="sec print-size" aria-live="polite">
          {messages.data === undefined
            ? null
            : `${plural(messages.data.length, 'text', 'texts')}, about ${plural(pagesOf(messages.data.length), 'page', 'pages')}`}
        </span>
        {shell === 'electron' ? (
          <Button disabled={!ready} loading={pdf.isPending} onClick={() => pdf.mutate()}>
            Save as PDF
          </Button>
        ) : null}
        <Button variant="filled" disabled={!ready} onClick={() => window.print()}>
          {shell === 'electron' ? 'Print' : 'Print or save as PDF'}
        </Button>
      </header>
      {/* What scrolls is reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className="print-paper" aria-label="What is printed" tabIndex={0}>
        {size.data?.printableFrom === null || size.data === undefined ? null : (
          <div className="print-note">
            <Notice tone="warn" icon="info">
              There are {size.data.atLeast ? 'more than ' : ''}
              {countWords(size.data.messages)} texts in that time. At most {countWords(MOST_PRINTED)} fit into one print: these are the
              latest. Choose days for earlier ones, or save all of them as CSV.
            </Notice>
          </div>
        )}
        {failed !== undefined ? (
          <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
        ) : messages.data === undefined ? (
          <Loading>Fetching the texts…</Loading>
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
