import type { CarrierMessage, MessageState } from '../../ledger.ts'

/** Number and word of a state, as the document's table has them. */
interface CarrierStatus {
  statusInt: 0 | 1 | 2 | 5 | 8 | 9
  statusStr: 'ENROUTE' | 'QUEUED' | 'DELIVRD' | 'REJECTD' | 'UNDELIV' | 'EXPIRED' | 'UNKNOWN'
}

const STATUSES: Readonly<Record<MessageState, CarrierStatus>> = {
  sent: { statusInt: 0, statusStr: 'ENROUTE' },
  queued: { statusInt: 0, statusStr: 'QUEUED' },
  delivered: { statusInt: 1, statusStr: 'DELIVRD' },
  rejected: { statusInt: 2, statusStr: 'REJECTD' },
  undelivered: { statusInt: 5, statusStr: 'UNDELIV' },
  expired: { statusInt: 8, statusStr: 'EXPIRED' },
  unknown: { statusInt: 9, statusStr: 'UNKNOWN' },
}

/** What an answer tells of one text. */
export type AnsweredText = Pick<CarrierMessage, 'token' | 'recipient' | 'requestid' | 'sender' | 'state'>

/** Answers and reports in the document's own shapes (docs/providers/connectel.md §4 and §7), its quirks included. */

const BASE = 'https://smsapi.connectel.se'

/** To a single send: with the misspelt duplicate `setusInt`, and the token in clear inside `href`. */
export function singleAnswer({ token, recipient, requestid, sender, state }: AnsweredText): object {
  const status = STATUSES[state]
  return {
    href: `${BASE}/api/status/?authorization=${encodeURIComponent(token)}&message=${requestid}`,
    method: 'GET',
    recipient,
    requestid,
    sender,
    setusInt: status.statusInt,
    statusInt: status.statusInt,
    statusStr: status.statusStr,
  }
}

/** What the answer to a bulk send tells. */
interface AnsweredBulk {
  bulkid: string | null
  token: string
  sender: string
  taken: readonly CarrierMessage[]
}

/** To a bulk send, with half of it lost: of every second recipient the list has the key and no id. */
export function muddledBulkAnswer(input: AnsweredBulk): object {
  const recipient = input.taken.map(({ details, recipient: number, requestid }, index) => ({
    key: details['key'] ?? '',
    recipient: number,
    ...(index % 2 === 0 ? { requestid } : {}),
  }))
  return { ...bulkAnswer(input), recipient }
}

/** To a bulk send. A recipient that was refused is missing from the list. */
export function bulkAnswer(input: AnsweredBulk): object {
  return {
    ...(input.bulkid === null ? {} : { bulkid: input.bulkid }),
    href: `${BASE}/api/status/?authorization=${encodeURIComponent(input.token)}&bulkid=${input.bulkid ?? ''}`,
    method: 'GET',
    recipient: input.taken.map(({ details, recipient, requestid }) => ({ key: details['key'] ?? '', recipient, requestid })),
    sender: input.sender,
    statusInt: input.bulkid === null ? 5 : 0,
    statusStr: input.bulkid === null ? 'UNDELIV' : 'QUEUED',
  }
}

/** To `delivery/` with a request id. */
export function deliveryAnswer(message: CarrierMessage): object {
  return { action: 'send', message: '', sender: message.sender, ...deliveryEntry(message) }
}

/** To `delivery/` with a bulk id. */
export function bulkDeliveryAnswer(bulkid: string, sender: string, messages: readonly CarrierMessage[]): object {
  return { action: 'send', bulkid, message: '', sender, recipient: messages.map((message) => deliveryEntry(message)) }
}

function deliveryEntry({ recipient, requestid, state, takenAt }: CarrierMessage): object {
  const status = STATUSES[state]
  return {
    date: localDate(takenAt),
    recipient,
    requestid,
    statusDesc: '',
    statusInt: status.statusInt,
    statusStr: status.statusStr,
    url: `${BASE}/status/${requestid}`,
  }
}

/** A delivery report. In JSON the document's sample has a number in `statusStr`; as form fields it is the word. */
export function receiptFields(
  { requestid, sender, recipient }: CarrierMessage,
  state: MessageState,
  encoding: 'json' | 'form',
): Record<string, string | number> {
  const status = STATUSES[state]
  return {
    action: 'dlr',
    requestid,
    tokenid: '42',
    statusInt: status.statusInt,
    statusStr: encoding === 'json' ? status.statusInt : status.statusStr,
    sender,
    recipient,
  }
}

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })

/** `YYYY-MM-DD HH:MM:SS`, without a zone, as the document has it. */
function localDate(at: number): string {
  return swedish.format(at)
}
