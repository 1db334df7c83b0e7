import type { QueryClient } from '@tanstack/react-query'
import type { RouterUtils } from '@orpc/tanstack-query'
import type { Change, DeskEvent } from '../../shared/contract/desk.ts'
import type { DeskClient } from '../../shared/contract/client.ts'

/** Query keys, options and mutations for every operation of the contract. */
export type DeskQueries = RouterUtils<DeskClient>

/** Least time between two rounds of asking again, in milliseconds: a busy campaign redraws a few times a second. */
const ROUND_MS = 150

/** The keys whose answers a change may have altered. Lists of conversations are kept by `createConversationLists`. */
function keysOf(queries: DeskQueries, { topic, conversationId }: Change): readonly (readonly unknown[])[] {
  switch (topic) {
    case 'desk':
      return [queries.desk.status.key(), queries.desk.startup.key()]
    case 'accounts':
      return [queries.accounts.key(), queries.outbox.key(), queries.desk.status.key(), queries.sandbox.key(), queries.listener.key()]
    case 'contacts':
      return [
        queries.contacts.key(),
        queries.groups.key(),
        queries.templates.people.key(),
        queries.optOuts.key(),
        queries.conversations.get.key(),
        queries.outbox.key(),
        queries.search.key(),
        queries.desk.status.key(),
      ]
    case 'groups':
      return [queries.groups.key(), queries.contacts.list.key()]
    case 'optOuts':
      return [queries.optOuts.key(), queries.groups.key(), queries.contacts.list.key(), queries.conversations.get.key()]
    case 'conversations':
      return [
        queries.conversations.counts.key(),
        conversationId === undefined ? queries.conversations.get.key() : queries.conversations.get.key({ input: { id: conversationId } }),
        queries.desk.status.key(),
      ]
    case 'drafts':
      // The text itself is the window's own; the lists of conversations see to themselves.
      return []
    case 'prices':
      return [queries.prices.key()]
    case 'messages':
      return [
        conversationId === undefined
          ? queries.messages.list.key()
          : queries.messages.list.key({ type: 'infinite', input: { conversationId } }),
        // Lists that are not one conversation's, such as all unconfirmed texts.
        queries.messages.list.key({ type: 'query' }),
        queries.messages.get.key(),
        queries.outbox.key(),
        queries.conversations.counts.key(),
        queries.desk.status.key(),
      ]
    case 'labels':
      return [queries.labels.key()]
    case 'notes':
      return [queries.notes.key(), queries.search.key()]
    case 'imports':
      return [queries.imports.key(), queries.desk.status.key()]
    case 'listener':
      return [queries.listener.key()]
    case 'outbox':
      return [queries.outbox.key(), queries.desk.status.key()]
    case 'hooks':
      return [queries.hooks.key()]
    case 'settings':
      return [queries.settings.key(), queries.replies.key()]
    case 'sandbox':
      return [queries.sandbox.key()]
    case 'templates':
      return [queries.templates.list.key()]
  }
}

/**
 * Turns what the host says has changed into asking again for just that. Rounds never overlap: what changes while
 * one is under way goes into the next, so a stream of changes can neither starve nor flood a screen.
 */
export function createRefetcher(queryClient: QueryClient, queries: DeskQueries): { take(event: DeskEvent): void } {
  const pending = new Map<string, readonly unknown[]>()
  let running = false

  async function run(): Promise<void> {
    running = true
    while (pending.size > 0) {
      const keys = [...pending.values()]
      pending.clear()
      await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      await new Promise((resolve) => {
        setTimeout(resolve, ROUND_MS)
      })
    }
    running = false
  }

  return {
    take(event) {
      if (event.kind === 'startup') void queryClient.invalidateQueries()
      if (event.kind !== 'changed') return
      for (const change of event.changes) for (const key of keysOf(queries, change)) pending.set(JSON.stringify(key), key)
      if (!running) void run()
    },
  }
}
