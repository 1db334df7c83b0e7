import type { CarrierAnswer, CarrierError } from '../../protocol.ts'
import { httpErrors } from '../http-answers.ts'

/** Commands of the interface; each has an address of its own. */
export type KonnectCommand = 'send_sms' | 'send_otp_by_obd'

/** A refusal in the interface's own words. */
export interface KonnectRefusal {
  /** Always text, also where it looks like a number; null where the answer has none, as in the document's own sample. */
  code: string | null
  reason: string
}

/** What the interface says of a request that breaks a rule. Codes from recorded answers, reasons as there or, where only a meaning is known, in its words. */
const WORD_CODES = {
  invalid_api_token: 'Invalid API Token',
  invalid_app_token: 'Invalid Account ID',
  '1000': 'Unknown command',
  invalid_json: 'Unexpected end-of-input: expected close marker for OBJECT (from [Source: java.io.StringReader; line: 1, column: 0])',
  'to.number.not.valid': 'To number is not valid',
  'from.number.not.valid': 'From number is invalid. Please use a purchased OBD/2-way number',
} as const

/** The numeric list. 3012, 3013, 3015 and 3016 are nowhere explained. */
const NUMERIC_CODES = {
  '3001': 'Message overflow. Please send again after a pause',
  '3002': 'Account suspended',
  '3003': 'Balance too low',
  '3004': 'Message length is zero or too long',
  '3005': 'Sender number invalid',
  '3006': 'Sender mask invalid',
  '3007': 'Caller id invalid',
  '3008': 'IVR number invalid',
  '3009': 'Transaction id invalid or already used',
  '3010': 'Required field <to> is missing',
  '3011': 'Recipient list empty',
  '3012': 'Error 3012',
  '3013': 'Error 3013',
  '3014': 'Recipient list invalid',
  '3015': 'Error 3015',
  '3016': 'Error 3016',
  '3017': 'Number is not owned by the user',
} as const

const REASONS = { ...WORD_CODES, ...NUMERIC_CODES }

export type KonnectCode = keyof typeof REASONS

const HTTP = httpErrors('konnect', [400, 401, 404, 405, 408, 429, 500, 502, 503, 504])

/** What the free-text error says: the document's own answers have a reason and no code. */
const FREE_TEXT: KonnectRefusal = { code: null, reason: 'The request could not be completed' }

const FREE_TEXT_KEY = 'konnect/without_code'

export const KONNECT_ERRORS: readonly CarrierError[] = [
  ...Object.entries(REASONS).map(([code, reason]) => ({ key: `konnect/${code}`, label: `${code}: ${reason.split(/[.:(]/)[0] ?? ''}` })),
  { key: FREE_TEXT_KEY, label: `No code: ${FREE_TEXT.reason}` },
  ...HTTP.errors,
]

/** The usual words for a code. */
export function refusal(code: KonnectCode): KonnectRefusal {
  return { code, reason: REASONS[code] }
}

/** A refusal as it is answered: HTTP 200, as for everything the interface has read. */
export function refusedAnswer(cmd: KonnectCommand, { code, reason }: KonnectRefusal): CarrierAnswer {
  return { status: 200, body: { cmd, status: 'error', ...(code === null ? {} : { error_code: code }), error_reason: reason } }
}

/** The answer to an error by its key; null for a key of another protocol. */
export function errorAnswer(cmd: KonnectCommand, key: string): CarrierAnswer | null {
  if (key === FREE_TEXT_KEY) return refusedAnswer(cmd, FREE_TEXT)
  const code = key.replace(/^konnect\//, '')
  return code !== key && isCode(code) ? refusedAnswer(cmd, refusal(code)) : HTTP.answerTo(key)
}

function isCode(code: string): code is KonnectCode {
  return Object.hasOwn(REASONS, code)
}
