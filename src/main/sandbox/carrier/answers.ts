import type { CarrierMessage } from './ledger.ts'

/** Answers and reports in the document's own shapes (docs/providers/connectel.md §4 and §7), its quirks included. */

const BASE = 'https://smsapi.connectel.se'

/** To a single send: with the misspelt duplicate `setusInt`, and the token in clear inside `href`. */
export function singleAnswer({ token, recipient, requestid, sender, status }: CarrierMessage): object {
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

/** To a bulk send. A recipient that was refused is missing from the list. */
export function bulkAnswer(input: {
  bulkid: string | null
  token: string
  sender: string
  keyed: readonly { key: string; message: CarrierMessage }[]
}): object {
  const taken = input.bulkid === null ? [] : input.keyed
  return {
    ...(input.bulkid === null ? {} : { bulkid: input.bulkid }),
    href: `${BASE}/api/status/?authorization=${encodeURIComponent(input.token)}&bulkid=${input.bulkid ?? ''}`,
    method: 'GET',
    recipient: taken.map(({ key, message }) => ({ key, recipient: message.recipient, requestid: message.requestid })),
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

function deliveryEntry({ recipient, requestid, status, takenAt }: CarrierMessage): object {
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
  { requestid, status, sender, recipient }: CarrierMessage,
  encoding: 'json' | 'form',
): Record<string, string | number> {
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

/** What a broken proxy answers. */
export const UNREADABLE_PAGE = '<!doctype html><html><body><h1>It works!</h1></body></html>'

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })

/** `YYYY-MM-DD HH:MM:SS`, without a zone, as the document has it. */
function localDate(at: number): string {
  return swedish.format(at)
}
