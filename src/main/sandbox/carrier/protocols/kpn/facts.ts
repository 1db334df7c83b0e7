/**
 * What KPN's documents say of its SMS interface (docs/providers/kpn.md). Written from the documents and not from the
 * adapter, so that the two cannot share a misreading.
 */

/** Where a token is made. `grant_type` travels in the query. */
export const TOKEN_PATH = '/oauth/client_credential/accesstoken'

/** The two products: one address each. */
export const SEND_PATHS = { classic: '/messaging/sms-kpn/v1/send', current: '/communication/kpn/sms/send' } as const

export type KpnProduct = keyof typeof SEND_PATHS

/** What recipients see when the request names no sender. */
export const DEFAULT_SENDER = 'KPN'

export const MAX_SENDER_CHARACTERS = 11

/** Longest text of the current product, in characters. None is stated for the classic one. */
export const MAX_CONTENT_CHARACTERS = 1_000

/** Most messages of one request, by the schema of the current product. */
export const MAX_MESSAGES = 5_000

/** Most texts of one request: all recipients of all its messages. */
export const MAX_TEXTS = 200

/** Shortest validity of a text that goes abroad, in seconds. */
export const MIN_FOREIGN_VALIDITY_S = 21

/** How long a token is good for, in ms. The answer names a second less. */
export const TOKEN_LIFE_MS = 3_600_000

/** Number of a state, as a report has it. Anything else says nothing. */
export const STATUS = { delivered: 1, queued: 2, accepted: 3, failed: 4, rejected: 5, expired: 6 } as const

/** Error code of a report: three characters, with leading zeros. */
export const ERROR_CODES = {
  '000': 'no error',
  '001': 'unknown or unspecified',
  '002': 'recipient unknown or invalid',
  '003': 'recipient barred',
  '004': 'recipient opted out',
  '005': 'recipient cannot receive SMS',
  '006': 'handset temporarily unavailable',
  '007': 'temporarily unreachable',
  '008': 'permanently unavailable',
  '009': 'temporary handset problem',
  '010': 'permanent handset problem',
  '011': 'network failure',
  '012': 'number portability problem',
  '013': 'no internal route',
  '014': 'no delivery route',
  '015': 'routing error',
  '016': 'malformed message',
  '017': 'invalid parameter or encoding',
  '018': 'stopped by a spam filter',
  '019': 'content not permitted',
  '020': 'credit or quota insufficient',
  '021': 'age verification',
  '022': 'do-not-disturb register',
  '023': 'spend or rate limit',
  '024': 'validity passed',
  '025': 'third-party failure',
  '026': 'DLT entity',
  '027': 'DLT header',
  '028': 'DLT content',
  '029': 'consent missing',
  '030': 'regulatory restriction',
} as const

export type KpnErrorCode = keyof typeof ERROR_CODES
