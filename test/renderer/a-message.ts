import type { Message } from '../../src/shared/contract/messages.ts'
import { numberedId } from '../messages/rows.ts'

/** A delivered text, changed as wished. */
export function aMessage(number: number, over: Partial<Message> = {}): Message {
  const createdAt = over.createdAt ?? 1_000 + number
  return {
    id: numberedId(number),
    kind: 'text',
    providerKeepsUntil: null,
    conversationId: numberedId(9_000),
    accountId: 'account',
    accountName: 'Garage',
    direction: 'outbound',
    automatic: null,
    consent: null,
    to: '+46701740605',
    from: 'Garage',
    text: `Text ${number}`,
    status: 'delivered',
    parts: 1,
    providerRefs: [],
    canBeAskedAbout: false,
    error: null,
    notBefore: null,
    hold: null,
    schedule: null,
    validUntil: null,
    priority: 'reply',
    failedOverFrom: null,
    createdAt,
    sentAt: null,
    statusAt: createdAt,
    leftUnconfirmed: false,
    ...over,
  }
}
