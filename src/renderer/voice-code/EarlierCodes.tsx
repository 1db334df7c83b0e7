import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { spaced } from '../components/message-text.ts'
import { displayName } from '../components/names.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { callWords, earlierCodes } from './codes.ts'
import type { KnownNumber } from './useKnownNumber.ts'

/** Messages of the conversation that are looked through; further back nobody asks for a code. */
const LOOKED_THROUGH = 50

/** Most codes shown. */
const SHOWN = 5

/** Somebody's name within a sentence. */
const asName = (name: ReactNode) => <bdi>{name}</bdi>

/** Codes that this number was called with before, newest first. Nothing where there are none. */
export function EarlierCodes({ known: { e164, contact, conversationId }, shownId }: { known: KnownNumber; shownId: string | null }) {
  const words = useWords('voiceCode')
  const textWords = useWords('messages')
  const times = useTimes()
  const { queries } = useHost()
  const titleId = useId()
  const now = useNow()
  const messages = useQuery(
    queries.messages.list.queryOptions({
      input: { conversationId: conversationId ?? '', limit: LOOKED_THROUGH },
      enabled: conversationId !== null,
    }),
  )
  const codes = conversationId === null ? [] : earlierCodes(messages.data?.messages ?? [], shownId, SHOWN)
  if (codes.length === 0) return null
  return (
    <section className="voice-code-card" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.rich('earlier', { name: asName, who: displayName(contact?.name ?? null, e164) })}</h2>
      <ul className="voice-code-earlier">
        {codes.map((message) => (
          <li key={message.id}>
            <time className="num mut" dateTime={new Date(message.createdAt).toISOString()} title={times.exact(message.createdAt)}>
              {times.moment(message.createdAt, now)}
            </time>
            <code className="num">{spaced(message.text)}</code>
            <span className="sec">{callWords(words, textWords, times, message, now).words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
