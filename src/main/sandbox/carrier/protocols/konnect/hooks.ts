import type { HookPost } from '../../hook-sender.ts'
import { jsonPost } from '../../hook-sender.ts'
import type { MessageState } from '../../ledger.ts'
import type { CampaignReport, CustomerCall } from '../../protocol.ts'

/** A missed call. `at` is in milliseconds, as in the document's sample. */
export function snapcallPost(id: number, { token, from, to }: CustomerCall, at: number): HookPost {
  return jsonPost({ event: 'snapcall', api_token: token, id, from, to, at })
}

/** What the desk answered to a missed call: the text for the caller, or null for none. */
export function replyTextOf(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null) return null
    const { cmd, sms_text: text } = value as Record<string, unknown>
    return cmd === 'send_sms' && typeof text === 'string' && text !== '' ? text : null
  } catch {
    return null
  }
}

/** What became of the text for a caller. Only `ok` is documented; a failure is worded as that of a send. */
export function replyStatusPost(input: { id: number; token: string; state: MessageState }): HookPost {
  const { id, token, state } = input
  const status = REPLY_STATUSES[state]
  return jsonPost({
    event: 'send_sms_status',
    api_token: token,
    id,
    status,
    ...(status === 'error' ? { error_reason: 'SMS could not be sent' } : {}),
  })
}

const REPLY_STATUSES: Readonly<Record<MessageState, string>> = {
  queued: 'queued',
  sent: 'ok',
  delivered: 'ok',
  undelivered: 'error',
  expired: 'error',
  rejected: 'error',
  unknown: 'deferred',
}

/** `DELIVERED` and `Answered` are the document's; the others are the words usual for texts and for calls. */
const SMS_WORDS: Readonly<Record<MessageState, string>> = {
  queued: 'QUEUED',
  sent: 'SENT',
  delivered: 'DELIVERED',
  undelivered: 'UNDELIVERED',
  expired: 'EXPIRED',
  rejected: 'REJECTED',
  unknown: 'HANDSET SAID MAYBE',
}

const VOICE_WORDS: Readonly<Record<MessageState, string>> = {
  queued: 'Queued',
  sent: 'Submitted',
  delivered: 'Answered',
  undelivered: 'No Answer',
  expired: 'Expired',
  rejected: 'Rejected',
  unknown: 'Line Sang',
}

/** The report of a campaign: no event, no id, no token; `description` only for texts. */
export function campaignPost(report: Omit<CampaignReport, 'token'>, times: { scheduledAt: number; happenedAt: number }): HookPost {
  const { to, kind, campaign, schedule, state } = report
  return jsonPost({
    to_number: to,
    campaign,
    schedule,
    schedule_time: americanTime(times.scheduledAt),
    status: kind === 'sms' ? SMS_WORDS[state] : VOICE_WORDS[state],
    ...(kind === 'sms' ? { description: state === 'delivered' ? 'Handset confirmed receipt' : 'No receipt from handset' } : {}),
    event_timestamp: americanTime(times.happenedAt),
  })
}

const american = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

/** `MMM d, yyyy h:mm:ss AM/PM ZZZ`, such as `Mar 3, 2025 9:00:21 AM EST`. */
function americanTime(at: number): string {
  const parts = new Map(american.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const day = `${part('month')} ${part('day')}, ${part('year')}`
  return `${day} ${part('hour')}:${part('minute')}:${part('second')} ${part('dayPeriod')} ${part('timeZoneName')}`
}
