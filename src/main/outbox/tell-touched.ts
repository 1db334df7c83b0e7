import type { EventHub } from '../app/events.ts'
import type { Touched } from './bulk-operations.ts'

/**
 * Tells screens and the dispatcher that waiting or sent messages changed in these conversations; null is for more than can be
 * named.
 */
export function tellTouched(touched: Touched, { events, wakeOutbox }: { events: Pick<EventHub, 'changed'>; wakeOutbox: () => void }): void {
  if (touched?.length === 0) return
  events.changed({ topic: 'outbox' }, { topic: 'desk' })
  if (touched === null) events.changed({ topic: 'messages' }, { topic: 'conversations' })
  else
    for (const conversationId of touched) events.changed({ topic: 'messages', conversationId }, { topic: 'conversations', conversationId })
  wakeOutbox()
}
