import { randomInt } from 'node:crypto'
import type { SandboxBehaviour } from '../../../shared/contract/desk.ts'

/** How it stands with a text. Each protocol has its own words for these. */
export type MessageState = 'queued' | 'sent' | Exclude<SandboxBehaviour['receipt'], 'none'>

/** A text, or a call that speaks a code, as it was asked for. */
export interface MessageDraft {
  kind: 'text' | 'call'
  /** Who asked: the token whose owner's hook is called. */
  token: string
  sender: string
  /** Digits, international form. */
  recipient: string
  /** The text as the phone would show it; of a call the digits spoken. */
  text: string
  /** How it stands when taken. */
  state: Extract<MessageState, 'queued' | 'sent'>
  /** The id the provider gives it, or of its first part. In protocols without ids, one of the carrier's own. */
  requestid: string
  /** Ids of its parts, in order, where each has one; left out for one part that goes by `requestid`. */
  partIds?: readonly string[]
  /** The id it shares with the other texts of its call (Karix `ackid`, Connectel bulk id); null for none. */
  bulkid: string | null
  /** When it goes out, in ms since 1970 UTC, where that is later than now. Reports come no sooner. */
  startsAt?: number
  /** What else the protocol wants to remember of the request. */
  details?: Readonly<Record<string, string>>
}

/** A text, or call, that the carrier took. */
export interface CarrierMessage extends Omit<MessageDraft, 'state'> {
  /** The provider whose protocol it came by. */
  protocol: string
  partIds: readonly string[]
  details: Readonly<Record<string, string>>
  /** Reports change it. */
  state: MessageState
  /** Milliseconds since 1970 UTC. */
  takenAt: number
}

/** What the carrier has taken. */
export interface Ledger {
  /** Texts, oldest first. */
  readonly messages: readonly CarrierMessage[]
  /** Calls that speak a code, oldest first. */
  readonly calls: readonly CarrierMessage[]
  /** How many times this text to this number (with or without `+`) was taken, by whatever protocol. */
  countOf(recipient: string, text: string): number
  take(protocol: string, draft: MessageDraft, now: number): CarrierMessage
  find(protocol: string, id: string): CarrierMessage | undefined
  findBulk(protocol: string, bulkid: string): CarrierMessage[]
  newDigits(now: number): string
}

/** In memory; the oldest are forgotten beyond `capacity`. */
export function createLedger(capacity: number): Ledger {
  const run = String(randomInt(1_000)).padStart(3, '0')
  let counter = 0
  let messages: CarrierMessage[] = []
  let calls: CarrierMessage[] = []
  const byId = new Map<string, CarrierMessage>()
  const counts = new Map<string, number>()

  function forgetOldest(): void {
    // In blocks, so that a full ledger stays cheap.
    const gone = messages.slice(0, Math.ceil(capacity / 10))
    messages = messages.slice(gone.length)
    for (const message of gone) {
      for (const id of idsOf(message)) byId.delete(idKey(message.protocol, id))
      const key = countKey(message.recipient, message.text)
      const left = (counts.get(key) ?? 1) - 1
      if (left === 0) counts.delete(key)
      else counts.set(key, left)
    }
  }

  return {
    get messages() {
      return messages
    },
    get calls() {
      return calls
    },
    countOf: (recipient, text) => counts.get(countKey(recipient.replace(/^\+/, ''), text)) ?? 0,
    take(protocol, draft, now) {
      const { partIds = [draft.requestid], details = {} } = draft
      const taken: CarrierMessage = { ...draft, protocol, partIds, details, takenAt: now }
      if (draft.kind === 'call') {
        calls = [...calls.slice(-capacity + 1), taken]
        return taken
      }
      messages.push(taken)
      for (const id of idsOf(taken)) byId.set(idKey(protocol, id), taken)
      const key = countKey(taken.recipient, taken.text)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (messages.length > capacity) forgetOldest()
      return taken
    },
    find: (protocol, id) => byId.get(idKey(protocol, id)),
    findBulk: (protocol, bulkid) => messages.filter((message) => message.protocol === protocol && message.bulkid === bulkid),
    newDigits(now) {
      counter += 1
      return `${now}${run}${String(counter).padStart(6, '0')}`
    },
  }
}

function idsOf({ requestid, partIds }: CarrierMessage): Set<string> {
  return new Set([requestid, ...partIds])
}

function idKey(protocol: string, id: string): string {
  return `${protocol} ${id}`
}

function countKey(recipient: string, text: string): string {
  return `${recipient} ${text}`
}
