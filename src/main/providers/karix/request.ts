import type { HttpRequest } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import { shownAddress } from './address.ts'
import { API_VERSION, SECRET_NAMES } from './facts.ts'
import { formatIndianTime } from './indian-time.ts'
import type { Settings } from './settings.ts'
import { typeOf } from './settings.ts'

/** One text for one or several numbers. */
export interface Job {
  /** E.164 with `+`, at least one. */
  numbers: readonly string[]
  text: string
  /** When Karix is to send it, in ms UTC; null for at once. */
  sendAt: number | null
}

/** A call, and what may be kept of it. */
export interface Call {
  request: HttpRequest
  /** Without key and text; of several numbers, without those. */
  kept: string
  /** Takes key and text out of the answer. */
  redact: Redactor
}

/** The call that hands over a text: §3, one message object whatever the count of numbers. */
export function sendCall(settings: Settings, job: Job): Call {
  const dest = job.numbers.map(digitsOf)
  const { text } = job
  const body = { key: settings.key, dest, text }
  const shown = { key: '[secret]', dest: dest.length === 1 ? dest : `[list of ${dest.length}]`, text: `[text, ${text.length} characters]` }
  const redact = createRedactor({ secrets: [settings.key], secretNames: SECRET_NAMES, text })
  return {
    request: {
      method: 'POST',
      url: settings.url,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(envelope(settings, job, body)),
    },
    kept: cut(`POST ${shownAddress(settings.url)}\n${redact(envelope(settings, job, shown))}`),
    redact,
  }
}

/** §3.1 and §3.2, in the order of the samples. Flags are strings, as in all of them. */
function envelope(settings: Settings, { text, sendAt }: Job, body: { key: string; dest: string[] | string; text: string }) {
  const { dltEntityId, dltTemplateId } = settings
  return {
    ver: API_VERSION,
    key: body.key,
    encrpt: '0',
    ...(sendAt === null ? {} : { sch_at: formatIndianTime(sendAt) }),
    messages: [
      {
        dest: body.dest,
        text: body.text,
        send: settings.sender,
        type: typeOf(text, settings.typeCodes),
        dlr_req: '1',
        urltrack: settings.urlTrack ? '1' : '0',
        ...(dltEntityId === null ? {} : { dlt_entity_id: dltEntityId }),
        ...(dltTemplateId === null ? {} : { dlt_template_id: dltTemplateId }),
      },
    ],
  }
}
