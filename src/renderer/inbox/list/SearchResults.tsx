import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Contact } from '../../../shared/contract/contacts.ts'
import { goTo, hashFor } from '../../app/routes.ts'
import { usePlainKeys } from '../../app/shortcuts.ts'
import { Avatar } from '../../components/Avatar.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { writtenBy } from '../../components/message-text.ts'
import { displayName, formatNumber } from '../../components/names.ts'
import { RelativeTime } from '../../components/RelativeTime.tsx'
import { plural } from '../../components/times.ts'
import { sayFailed } from '../../components/toasts.ts'
import { useNow } from '../../components/useNow.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { excerpt, highlight, type Stretch } from './highlight.ts'

/** Most texts, and most people, a search shows. */
const LIMIT = 50

/** What the search found: people, then texts, each leading to its conversation. Up and down move through them. */
export function SearchResults({ query }: { query: string }) {
  const { queries } = useHost()
  const now = useNow()
  const found = useQuery(
    queries.search.query.queryOptions({ input: { query, limit: LIMIT }, enabled: query !== '', placeholderData: keepPreviousData }),
  )

  const list = useRef<HTMLDivElement>(null)
  const takeKey = useCallback((key: string, event: KeyboardEvent) => {
    if (list.current !== null && (key === 'ArrowDown' || key === 'ArrowUp') && moveThrough(list.current, key)) event.preventDefault()
  }, [])
  usePlainKeys(takeKey)

  if (found.data === undefined) {
    return found.isError ? <LoadFailure error={found.error} onRetry={() => void found.refetch()} /> : <Loading>Searching…</Loading>
  }
  const { messages, contacts } = found.data
  if (messages.length === 0 && contacts.length === 0) {
    return (
      <EmptyState icon="search" title="Nothing found">
        No text and no person has all these words. Try fewer, or only the beginning of one.
      </EmptyState>
    )
  }
  return (
    <div ref={list} className="inbox-rows inbox-found" aria-busy={found.isFetching}>
      {contacts.length === 0 ? null : (
        <>
          <h2 className="inbox-found-title">People</h2>
          <ul>
            {contacts.map((contact) => (
              <li key={contact.id}>
                <PersonRow contact={contact} query={query} />
              </li>
            ))}
          </ul>
        </>
      )}
      {messages.length === 0 ? null : (
        <>
          <h2 className="inbox-found-title">Texts</h2>
          <ul>
            {messages.map(({ message, conversationId, name, peer }) => (
              <li key={message.id}>
                <a className="row row-found" href={hashFor('inbox', conversationId, message.id)}>
                  <Avatar name={name} peer={peer} />
                  <span className="row-name people-line">{displayName(name, peer)}</span>
                  <RelativeTime className="row-time num" at={message.createdAt} now={now} />
                  <span className="row-text row-text-two">
                    {writtenBy(message)}
                    <bdi>
                      <Marked stretches={excerpt(message.text, query)} />
                    </bdi>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <output className="visually-hidden">
        {plural(contacts.length, 'person', 'people')} and {plural(messages.length, 'text', 'texts')} found
      </output>
    </div>
  )
}

function PersonRow({ contact, query }: { contact: Contact; query: string }) {
  const { queries } = useHost()
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
      onClick={() => (number === undefined ? goTo('contacts', contact.id) : lookUp.mutate({ number }))}
    >
      <Avatar name={contact.name} peer={number ?? ''} />
      <span className="row-name people-line">
        <Marked stretches={highlight(contact.name === '' ? formatNumber(number ?? '') : contact.name, query)} />
      </span>
      <span className="row-text num">{number === undefined ? 'No number' : formatNumber(number)}</span>
    </button>
  )
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ start, text, marked }) => (marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>))
}

/** Moves the focus to the next or previous row; up from the first goes back to the search field. Answers whether it did. */
function moveThrough(list: HTMLElement, key: 'ArrowDown' | 'ArrowUp'): boolean {
  if (!list.contains(document.activeElement)) return false
  const rows = [...list.querySelectorAll<HTMLElement>('.row')]
  const index = rows.indexOf(document.activeElement as HTMLElement)
  const next = rows[index + (key === 'ArrowDown' ? 1 : -1)]
  if (next !== undefined) next.focus()
  else if (key === 'ArrowUp') list.closest('.inbox-list')?.querySelector('input')?.focus()
  return true
}
