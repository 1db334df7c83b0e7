import { randomBytes } from 'node:crypto'

/** Number and word of a state, as the document's table has them. */
export interface CarrierStatus {
  statusInt: 0 | 1 | 2 | 5 | 8 | 9
  statusStr: 'ENROUTE' | 'QUEUED' | 'DELIVRD' | 'REJECTD' | 'UNDELIV' | 'EXPIRED' | 'UNKNOWN'
}

export const ENROUTE: CarrierStatus = { statusInt: 0, statusStr: 'ENROUTE' }
export const QUEUED: CarrierStatus = { statusInt: 0, statusStr: 'QUEUED' }
export const UNDELIV: CarrierStatus = { statusInt: 5, statusStr: 'UNDELIV' }

/** A text the carrier took. */
export interface CarrierMessage {
  requestid: string
  bulkid: string | null
  token: string
  sender: string
  /** Digits, as submitted. */
  recipient: string
  text: string
  status: CarrierStatus
  /** Milliseconds since 1970 UTC. */
  takenAt: number
}

/** What the carrier has taken. */
export interface Ledger {
  /** Oldest first. */
  readonly messages: readonly CarrierMessage[]
  /** How many times this text to this number was taken. */
  countOf(recipient: string, text: string): number
  take(message: Omit<CarrierMessage, 'requestid'>): CarrierMessage
  /** A new id for a bulk request or an inbound text. */
  newId(prefix: 'R' | 'B', now: number): string
  byRequestId(requestid: string): CarrierMessage | undefined
  byBulkId(bulkid: string): CarrierMessage[]
}

/**
 * In memory; the oldest are forgotten beyond `capacity`. Ids look like the document's: letters, a dot and a run of
 * digits above 2^53, unlike between two runs.
 */
export function createLedger(capacity: number): Ledger {
  const run = randomBytes(3).toString('hex').toUpperCase()
  let counter = 0
  let messages: CarrierMessage[] = []
  const byId = new Map<string, CarrierMessage>()
  const counts = new Map<string, number>()

  function newId(prefix: 'R' | 'B', now: number): string {
    counter += 1
    return `${prefix}${run}${counter}.${now}${String(counter).padStart(6, '0')}`
  }

  function forgetOldest(): void {
    // In blocks, so that a full ledger stays cheap.
    const gone = messages.slice(0, Math.ceil(capacity / 10))
    messages = messages.slice(gone.length)
    for (const message of gone) {
      byId.delete(message.requestid)
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
    countOf: (recipient, text) => counts.get(countKey(recipient.replace(/^\+/, ''), text)) ?? 0,
    take(message) {
      const taken: CarrierMessage = { ...message, requestid: newId('R', message.takenAt) }
      messages.push(taken)
      byId.set(taken.requestid, taken)
      const key = countKey(taken.recipient, taken.text)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (messages.length > capacity) forgetOldest()
      return taken
    },
    newId,
    byRequestId: (requestid) => byId.get(requestid),
    byBulkId: (bulkid) => messages.filter((message) => message.bulkid === bulkid),
  }
}

function countKey(recipient: string, text: string): string {
  return `${recipient} ${text}`
}
