import type { KonnectCommand, KonnectRefusal } from './errors.ts'
import { refusal } from './errors.ts'

/**
 * What the interface asks of a request: SMS and voice, each by its own address. From the provider's document and from recorded
 * answers of the live service (docs/providers/konnect.md).
 */

/** A request that keeps the rules of form. */
export interface KonnectRequest {
  apiToken: string
  /** Digits. */
  to: string
  /** `from` of a text, `caller_id` of a call. */
  from: string
  /** The brand shown instead of the number; null for none. */
  senderMask: string | null
  /** The text, or the digits to be spoken. */
  content: string
  /** Of a call: who is told what became of it; null for nobody. */
  callbackUrl: string | null
}

/** Fields whose absence is an error. `callback_url` is listed too, but the samples do without. */
const REQUIRED: Readonly<Record<KonnectCommand, readonly string[]>> = {
  send_sms: ['api_token', 'to', 'from', 'body'],
  send_otp_by_obd: ['api_token', 'to', 'caller_id', 'otp'],
}

const OPTIONAL: Readonly<Record<KonnectCommand, readonly string[]>> = {
  send_sms: ['sender_mask'],
  send_otp_by_obd: ['callback_url'],
}

/** Longest text, in UTF-16 units; the interface does not split. */
const MAX_TEXT_UNITS = 160

/** Longest brand name: what fits the air interface, since the document names no limit. */
const MAX_MASK_LENGTH = 11

/** The header's value: the Account ID and nothing else; a scheme before it, or a brace of a copied sample, is none. */
export function isBareAccountId(authorization: string | undefined): authorization is string {
  return authorization !== undefined && /^[^\s{}]+$/.test(authorization)
}

/** Reads the form of a body: JSON, command, fields and their types. What they say is checked by `problemOf`. */
export function readBody(cmd: KonnectCommand, body: string): KonnectRequest | { refused: KonnectRefusal } {
  const read = parse(body)
  if ('refused' in read) return read
  const { fields } = read
  if (fields['cmd'] === undefined) return { refused: invalidJson(body, 'no command') }
  if (fields['cmd'] !== cmd) return { refused: refusal('1000') }
  const missing = REQUIRED[cmd].find((name) => fields[name] === undefined)
  if (missing !== undefined) return { refused: { code: '3010', reason: `Required field <${missing}> is missing` } }
  const wrong = [...REQUIRED[cmd], ...OPTIONAL[cmd]].find((name) => fields[name] !== undefined && typeof fields[name] !== 'string')
  if (wrong !== undefined) return { refused: invalidJson(body, `field ${wrong} is not a string`) }
  const textOf = (name: string): string | null => {
    const value = fields[name]
    return typeof value === 'string' ? value : null
  }
  return {
    apiToken: textOf('api_token') ?? '',
    to: textOf('to') ?? '',
    from: textOf(cmd === 'send_sms' ? 'from' : 'caller_id') ?? '',
    senderMask: cmd === 'send_sms' ? textOf('sender_mask') : null,
    content: textOf(cmd === 'send_sms' ? 'body' : 'otp') ?? '',
    callbackUrl: cmd === 'send_sms' ? null : textOf('callback_url'),
  }
}

/** Which rule the contents break; null when they keep them all. Asked only once the token was found good. */
export function problemOf(cmd: KonnectCommand, { to, from, senderMask, content }: KonnectRequest): KonnectRefusal | null {
  if (!/^[1-9][0-9]{6,14}$/.test(to)) return refusal('to.number.not.valid')
  if (!/^[0-9]{3,15}$/.test(from)) return refusal(cmd === 'send_sms' ? '3005' : 'from.number.not.valid')
  if (cmd === 'send_otp_by_obd') {
    // An empty code was taken by the live service: the caller hears nothing, and pays.
    return /^[0-9]*$/.test(content) ? null : { code: null, reason: 'OTP must be digits' }
  }
  if (content.length === 0 || content.length > MAX_TEXT_UNITS) return refusal('3004')
  if (senderMask !== null && (senderMask === '' || senderMask.length > MAX_MASK_LENGTH)) return refusal('3006')
  return null
}

/** Whether a text may go back to the caller of a missed call: the same limits as for any other. */
export function isSendableText(text: string): boolean {
  return text.length > 0 && text.length <= MAX_TEXT_UNITS
}

function parse(body: string): { fields: Readonly<Record<string, unknown>> } | { refused: KonnectRefusal } {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { fields: value as Record<string, unknown> }
    return { refused: invalidJson(body, 'not an object') }
  } catch {
    return { refused: invalidJson(body, 'unexpected character') }
  }
}

/** As its parser words it, with line and column. */
function invalidJson(body: string, what: string): KonnectRefusal {
  const lines = body.split('\n')
  return {
    code: 'invalid_json',
    reason: `Unreadable request: ${what} at [line: ${lines.length}, column: ${(lines.at(-1) ?? '').length + 1}]`,
  }
}
