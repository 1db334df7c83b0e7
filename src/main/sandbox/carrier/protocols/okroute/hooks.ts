import { shortTime } from './answers.ts'
import type { OkrouteState } from './facts.ts'

/** What a report says: the operator's placeholders by name. */
export interface OkrouteReport {
  id: string
  state: OkrouteState
  /** Digits. */
  to: string
  from: string
  parts: number
  /** Ms since 1970 UTC. */
  at: number
}

/** A text from a customer, as the operator's placeholders. Numbers are digits. */
export interface OkrouteInbound {
  id: string
  from: string
  to: string
  text: string
  at: number
}

/** What the client gave the operator: the queries of its address, with `$name$` where the platform fills something in. */
export interface OkrouteTemplates {
  report: string
  inbound: string
}

/** What a client that knows the documents gives. */
export const USUAL_TEMPLATES: OkrouteTemplates = {
  report: 'id=$app_msg_id$&status=$delivery_status$&to=$dnis$&from=$ani$&time=$delivery_time$&desc=$dlvrResultCodeDescr$',
  inbound:
    'ani=$ani$&dnis=$dnis$&message=$message$&message_id=$message_id$&delivery_status=$delivery_status$&delivery_time=$delivery_time$&udh=$udh$',
}

/** Longest piece of a text in the form variant, in UTF-16 units. */
const FORM_PART_UNITS = 67

/** The query of a report by GET. */
export function reportQuery(template: string, report: OkrouteReport): Record<string, string> {
  return fill(template, {
    app_msg_id: report.id,
    message_id: report.id,
    delivery_status: report.state,
    delivery_time: shortTime(report.at),
    done_date: doneDate(report.at, 'Z'),
    done_date_t: doneDate(report.at, 'T'),
    dlvrResultCodeDescr: '',
    ani: report.from,
    dnis: report.to,
    message: '',
    mcc: '310',
    mnc: '260',
    mnc_no_zero: '260',
    mccmnc: '310260',
    net_name: 'Undefined',
    country_name: 'Undefined',
    part_amount: String(report.parts),
    rate: '0.00500',
    currency: 'EUR',
    clientChannelId: '',
    im_channel: '',
    reportingKey: '',
  })
}

/** The query of a text from a customer by GET. */
export function inboundQuery(template: string, inbound: OkrouteInbound): Record<string, string> {
  const [keyword = '', ...others] = inbound.text.trim().split(/\s+/)
  return fill(template, {
    ani: inbound.from,
    dnis: inbound.to,
    message: inbound.text,
    message_id: inbound.id,
    delivery_status: 'MO',
    delivery_time: shortTime(inbound.at),
    keyword,
    messageWithoutKeyword: others.join(' '),
    localAddress: inbound.to,
    mt_message_id: '',
    network: 'Undefined',
    result_code: '000',
    serviceType: 'MO',
    udh: '',
    clientChannelId: '',
  })
}

/** A report as another installation posts it. */
export function reportForm(report: OkrouteReport): Record<string, string> {
  return { msgid: report.id, state: report.state, reasoncode: '000', to: report.to, time: shortTime(report.at), mcc: '310', mnc: '260' }
}

/** A text from a customer as forms: one for each part, which only `sarId` and the sender hold together. */
export function inboundForms(inbound: OkrouteInbound): Array<Record<string, string>> {
  const { id, from, to, text } = inbound
  const parts = divide(text)
  if (parts.length === 1) return [{ message: text, to, from, msgid: id }]
  const sarId = id.slice(-6)
  return parts.map((message, index) => ({
    message,
    to,
    from,
    msgid: `${id}-${index + 1}`,
    sarId,
    sarPartNumber: String(index + 1),
    SarParts: String(parts.length),
  }))
}

/** Fills `$name$`; what the platform does not know stays as it stands. */
function fill(template: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const filled = [...new URLSearchParams(template)].map(([name, value]): [string, string] => [
    name,
    value.replaceAll(/\$([A-Za-z_]+)\$/g, (marker, known: string) => (Object.hasOwn(values, known) ? (values[known] ?? '') : marker)),
  ])
  return Object.fromEntries(filled)
}

function doneDate(at: number, separator: 'Z' | 'T'): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', separator)
}

function divide(text: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const char of text) {
    if (part.length + char.length > FORM_PART_UNITS) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}
