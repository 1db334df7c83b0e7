import { useMutation } from '@tanstack/react-query'
import type { Contact } from '../../../shared/contract/contacts.ts'
import type { FoundConversation, FoundMessage, FoundNote } from '../../../shared/contract/search.ts'
import { goTo, hashFor, useRoute } from '../../app/routes.ts'
import { useUiState } from '../../app/uiState.tsx'
import { Avatar } from '../../components/Avatar.tsx'
import { messageWords } from '../../components/message-text.ts'
import { displayName, formatNumber } from '../../components/names.ts'
import { RelativeTime } from '../../components/RelativeTime.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { sayFailed } from '../../components/toasts.ts'
import { WrittenBy } from '../../components/WrittenBy.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useWords } from '../../language/words.ts'
import { shortStatus } from '../thread/statusWords.ts'
import { Marked, MarkedName } from './Marked.tsx'
import type { Row } from './rows.ts'

/** One line of the results. */
export function ResultRow({ row, query, now }: { row: Exclude<Row, { kind: 'end' }>; query: string; now: number }) {
  switch (row.kind) {
    case 'title':
      return <Title row={row} />
    case 'person':
      return <PersonRow contact={row.contact} place={row.place} query={query} />
    case 'conversation':
      return <ConversationResult conversation={row.conversation} place={row.place} now={now} />
    case 'note':
      return <NoteResult note={row.note} place={row.place} now={now} />
    case 'message':
      return <MessageResult found={row.found} place={row.place} now={now} />
  }
}

function Title({ row: { title, more } }: { row: Extract<Row, { kind: 'title' }> }) {
  const words = useWords('inboxSearch')
  const change = useUiState((state) => state.setSearchFilter)
  return (
    <div className="search-title">
      <h2>{title}</h2>
      {more === null ? null : (
        <TextButton onClick={() => change({ kind: more })}>{words(more === 'people' ? 'group.allPeople' : 'group.allNotes')}</TextButton>
      )}
    </div>
  )
}

function MessageResult({
  found: { message, conversationId, name, peer, excerpt },
  place,
  now,
}: {
  found: FoundMessage
  place: number
  now: number
}) {
  const { parts } = useRoute()
  const messages = useWords('messages')
  const isText = message.kind === 'text'
  return (
    <a
      className="row row-found"
      href={hashFor('inbox', conversationId, message.id)}
      data-index={place}
      aria-current={parts[1] === message.id ? 'true' : undefined}
    >
      <Avatar name={name} peer={peer} />
      <span className="row-name people-line">{displayName(name, peer)}</span>
      <RelativeTime className="row-time num" at={message.createdAt} now={now} />
      <span className="row-text row-text-two">
        <WrittenBy message={message}>
          <bdi>{isText ? <Marked excerpt={excerpt} /> : messageWords(messages, message)}</bdi>
        </WrittenBy>
        <State message={message} />
      </span>
    </a>
  )
}

/** What became of a text of ours, after it. */
function State({ message }: { message: FoundMessage['message'] }) {
  const messages = useWords('messages')
  if (message.direction === 'inbound') return null
  const { words, mark, tone } = shortStatus(messages, { status: message.status, waitsFor: null, lapsed: false })
  return (
    <span className="search-state" data-tone={tone}>
      {' · '}
      {words}
      {mark === '' ? null : <span aria-hidden="true"> {mark}</span>}
    </span>
  )
}

function NoteResult({
  note: { conversationId, name, peer, createdAt, excerpt },
  place,
  now,
}: {
  note: FoundNote
  place: number
  now: number
}) {
  const words = useWords('inboxSearch')
  const marked = (
    <bdi>
      <Marked excerpt={excerpt} />
    </bdi>
  )
  return (
    <a className="row row-found" href={hashFor('inbox', conversationId)} data-index={place}>
      <Avatar name={name} peer={peer} />
      <span className="row-name people-line">{displayName(name, peer)}</span>
      <RelativeTime className="row-time num" at={createdAt} now={now} />
      <span className="row-text row-text-two">{words.rich('row.note', { text: () => marked })}</span>
    </a>
  )
}

function ConversationResult({
  conversation: { id, name, peer, lastAt },
  place,
  now,
}: {
  conversation: FoundConversation
  place: number
  now: number
}) {
  const words = useWords('inboxSearch')
  return (
    <a className="row row-found" href={hashFor('inbox', id)} data-index={place}>
      <Avatar name={name} peer={peer} />
      <span className="row-name people-line">{displayName(name, peer)}</span>
      <RelativeTime className="row-time num" at={lastAt} now={now} />
      <span className="row-text num">{name === null ? words('row.conversation') : formatNumber(peer)}</span>
    </a>
  )
}

function PersonRow({ contact, place, query }: { contact: Contact; place: number; query: string }) {
  const { queries } = useHost()
  const words = useWords('inboxSearch')
  const number = contact.numbers[0]?.e164
  const lookUp = useMutation(
    queries.conversations.lookUp.mutationOptions({
      onSuccess: ({ conversationId, e164 }) => (conversationId === null ? goTo('inbox', 'new', e164) : goTo('inbox', conversationId)),
      onError: sayFailed,
    }),
  )
  return (
    <button
      type="button"
      className="row row-found"
      data-index={place}
      onClick={() => (number === undefined ? goTo('contacts', contact.id) : lookUp.mutate({ number }))}
    >
      <Avatar name={contact.name} peer={number ?? ''} />
      <span className="row-name people-line">
        <MarkedName name={contact.name === '' ? formatNumber(number ?? '') : contact.name} query={query} />
      </span>
      <span className="row-text num">{number === undefined ? words('row.noNumber') : formatNumber(number)}</span>
    </button>
  )
}
