/**
 * What OKRoute's documents say of its HTTP interface, the one of the Alaris platform (docs/providers/okroute.md). Written from the documents and not
 * from the adapter, so that the two cannot share a misreading.
 */

/** What becomes of a text that is longer than one part holds. */
export const LONG_MESSAGE_MODES = ['cut', 'split', 'split_sar', 'single_id_split', 'payload', 'split_or_payload'] as const

export type LongMessageMode = (typeof LONG_MESSAGE_MODES)[number]

/** Where the request names no mode, whatever does not fit is lost. */
export const DEFAULT_MODE: LongMessageMode = 'cut'

export const DATA_CODINGS = [0, 1, 3, 6, 7, 8, 10, 14] as const

export type DataCoding = (typeof DATA_CODINGS)[number]

/** How much one part of 140 octets holds: septets, octets or UTF-16 units, by data coding. */
export const PART_SIZES: Readonly<Record<DataCoding, { single: number; part: number }>> = {
  0: { single: 160, part: 153 },
  1: { single: 160, part: 153 },
  3: { single: 160, part: 153 },
  6: { single: 140, part: 134 },
  7: { single: 140, part: 134 },
  8: { single: 70, part: 67 },
  10: { single: 140, part: 134 },
  14: { single: 140, part: 134 },
}

export const MAX_NUMBERS = 100
export const MAX_DNIS_CHARACTERS = 2_048
export const MAX_NUMBER_DIGITS = 15
export const MAX_ANI_CHARACTERS = 32
/** The table says 9 bytes, the section on errors 6: the stricter one. */
export const MAX_SERVICE_TYPE_BYTES = 6
export const MAX_INC_MSG_ID_CHARACTERS = 128

/** How long the platform remembers a text, in ms. */
export const REMEMBERED_MS = 86_400_000

/** A state as the platform words it. */
export type OkrouteState =
  | 'ENROUTE'
  | 'SENT'
  | 'ACCEPTD'
  | 'DELIVRD'
  | 'EXPIRED'
  | 'IM_EXPD'
  | 'DELETED'
  | 'UNDELIV'
  | 'REJECTD'
  | 'UNKNOWN'
