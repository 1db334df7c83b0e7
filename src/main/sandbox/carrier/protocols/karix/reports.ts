import type { HookPost } from '../../hook-sender.ts'
import { formPost, jsonPost } from '../../hook-sender.ts'
import type { CarrierMessage, MessageState } from '../../ledger.ts'
import { indianTime } from './indian-time.ts'

/** Number, flag and words of a state. The newer document has the first three; the others are the words usual for them. */
const STATES: Readonly<Record<Exclude<MessageState, 'queued'>, { status: string; flag: string; reason: string }>> = {
  delivered: { status: '1', flag: 'Success', reason: 'Delivered' },
  undelivered: { status: '2', flag: 'Failed', reason: 'Network Failed' },
  rejected: { status: '3', flag: 'Rejected', reason: 'DLT Failed' },
  expired: { status: '4', flag: 'Failed', reason: 'Message Expired' },
  sent: { status: '0', flag: 'SUBMITTED', reason: 'SUBMITTED' },
  unknown: { status: '77', flag: 'Parked', reason: 'With The Operator' },
}

/** One report for each part of one recipient's text. */
export function reportPosts(
  message: CarrierMessage,
  state: MessageState,
  times: { sentAt: number; now: number; encoding: 'json' | 'form' },
): HookPost[] {
  if (state === 'queued') return []
  const { partIds, bulkid, recipient, sender, details } = message
  const { custRef } = details
  const tags = Object.entries(details).filter(([name]) => name.startsWith('tag'))
  const { status, flag, reason } = STATES[state]
  return partIds.map((mid, index) => {
    const fields = {
      ackid: bulkid ?? '',
      mid,
      ...(custRef === undefined ? {} : { cust_mid: custRef }),
      ...Object.fromEntries(tags),
      dest: recipient,
      send: sender,
      stime: indianTime(times.sentAt),
      dtime: indianTime(times.now),
      status,
      Statusflag: flag,
      reason,
      split_msg_no: String(index + 1),
      split_msg_parts: String(partIds.length),
      operator: 'OPX',
      circle: 'KA',
    }
    return times.encoding === 'json' ? jsonPost(fields) : formPost(fields)
  })
}
