import type { InboundPart } from './types.ts'

/** Most parts of a text (3GPP TS 23.040, clause 9.2.3.24.1: the count is one octet). */
const MOST_PARTS = 255

/** A part as a provider tells of it; null for a whole text, and where the numbers make no sense. */
export function inboundPart(ref: string, number: number | null, of: number | null): InboundPart | null {
  if (ref === '' || number === null || of === null) return null
  return of >= 2 && of <= MOST_PARTS && number >= 1 && number <= of ? { ref, number, of } : null
}
