import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import { createConversationLists, type ConversationLists } from './conversation-lists.ts'
import type { Connection } from './connection.ts'
import { createRefetcher, type DeskQueries } from './refetch.ts'

/** The host as screens see it. */
export interface Host {
  /** Calls the host directly. Prefer `queries` for anything that is shown. */
  client: DeskClient
  /** TanStack Query options for every operation: `useQuery(queries.contacts.list.queryOptions({ input }))`. */
  queries: DeskQueries
  connection: Connection
  /** Answers kept by the window. */
  answers: QueryClient
  /** Keeps the lists of conversations up to date. */
  conversationLists: ConversationLists
  /** Calls back with every pushed event until the returned function is called. Changes are handled already. */
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** Calls back whenever anything may have changed unheard, after a break of the connection, until the returned function is called. */
  onReturn(listener: () => void): () => void
  /** Listens to the host's events until the returned function is called. */
  listen(): () => void
}

/** Wait before asking for the events again after their stream ended, in milliseconds. */
const LISTEN_AGAIN_MS = 1_000

function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The host pushes what changes, so an answer stays good until then. Nothing is asked on focus or by a timer.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Puts queries and events on a connection: answers are kept, and asked for again when the host says they changed. */
export function createHost(connection: Connection): Host {
  const { client } = connection
  const queries = createTanstackQueryUtils(client)
  const answers = createAnswers()
  const refetcher = createRefetcher(answers, queries)
  const conversationLists = createConversationLists(answers, queries, client)
  const listeners = new Set<(event: DeskEvent) => void>()
  const returned = new Set<() => void>()
  let subscribedBefore = false

  async function takeEvents(signal: AbortSignal): Promise<void> {
    const events = await client.desk.events(undefined, { signal })
    // Subscribed first, asked again second: nothing that changes in between is missed.
    if (subscribedBefore) {
      void answers.invalidateQueries()
      for (const listener of returned) listener()
    }
    subscribedBefore = true
    for await (const event of events) {
      refetcher.take(event)
      conversationLists.take(event)
      for (const listener of listeners) listener(event)
    }
  }

  return {
    client,
    queries,
    connection,
    answers,
    conversationLists,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onReturn(listener) {
      returned.add(listener)
      return () => returned.delete(listener)
    },
    listen() {
      const stop = new AbortController()
      let listening = false
      const canListen = (): boolean => connection.state() === 'open' && !stop.signal.aborted

      async function keepListening(): Promise<void> {
        if (listening) return
        listening = true
        while (canListen()) {
          // A stream that ends while the connection stands is asked for again; a break ends the loop.
          await takeEvents(stop.signal).catch(() => undefined)
          if (canListen()) await pause(LISTEN_AGAIN_MS)
        }
        listening = false
      }

      const unsubscribe = connection.subscribe(() => void keepListening())
      void keepListening()
      return () => {
        unsubscribe()
        stop.abort()
      }
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
