import type { HookFields } from '../hook-fields.ts'
import { quoteWords } from '../redact.ts'
import { textOf } from '../tolerant-json.ts'
import type { ReceiptReading } from '../types.ts'
import { readCampaignTime } from './campaign-time.ts'
import { reportStatus } from './facts.ts'

/** Most characters of a name, a time and a reason that a sentence quotes. */
const MAX_NAME = 80
const MAX_TIME = 60
const MAX_REASON = 200

/** Most characters of number, campaign and schedule together that are taken for a key. */
const MAX_KEY_LENGTH = 1_000

/**
 * Reads what became of one text or call of a campaign made in Konnect's dashboard (§7.3); null where the fields are
 * not those of one.
 *
 * Its reference is made of number, campaign and schedule, the only things that stay the same. It names no recipient
 * (`to`): the campaign is none of the desk's, and must never be taken for a text of its own to the same number.
 */
export function readCampaignReport(fields: HookFields): ReceiptReading | null {
  const number = textOf(fields.get('to_number'))
  const campaign = textOf(fields.get('campaign'))
  const status = textOf(fields.get('status'))
  if (number === null || campaign === null || status === null) return null
  const schedule = textOf(fields.get('schedule'))
  const key = JSON.stringify([number.replaceAll(/[\s+().-]/g, ''), campaign, schedule ?? ''])
  if (key.length > MAX_KEY_LENGTH) return null
  return {
    ref: `campaign:${key}`,
    status: reportStatus(status),
    rawStatus: quoteWords(status, 100),
    detail: detailOf(fields, campaign, schedule),
  }
}

/** Which campaign it is about, when it was said, and why. */
function detailOf(fields: HookFields, campaign: string, schedule: string | null): string {
  const planned = timeOf(fields, 'schedule_time')
  const reported = timeOf(fields, 'event_timestamp')
  const reason = textOf(fields.get('description'))
  const about = [
    `Campaign “${quoteWords(campaign, MAX_NAME)}”`,
    schedule === null ? '' : `, schedule “${quoteWords(schedule, MAX_NAME)}”`,
    planned === null ? '' : ` of ${planned}`,
    reported === null ? '' : `, reported at ${reported}`,
  ].join('')
  return reason === null ? `${about}.` : `${about}. It says: “${quoteWords(reason, MAX_REASON)}”.`
}

/** A time in UTC as ISO 8601 has it, else as it came; null where there is none. */
function timeOf(fields: HookFields, name: string): string | null {
  const text = textOf(fields.get(name))
  if (text === null) return null
  const at = readCampaignTime(text)
  return at === null ? quoteWords(text, MAX_TIME) : new Date(at).toISOString().replace('.000Z', 'Z')
}
