import * as z from 'zod'
import { countSegments, type SegmentCount } from '../segments/index.ts'

/** What a provider makes of texts, as data: the composer shows it while one types, and the host refuses by it. */
export const textRules = z.object({
  /** Longest text, in UTF-16 units; null where the provider names no limit. */
  maxUnits: z.int().min(1).nullable(),
  /** Most parts of one text: 1 where the provider joins none. Null for as many as the length allows. */
  maxParts: z.int().min(1).nullable(),
  /** Why the number of parts shown may not be what is charged, as a sentence; null where it is. */
  partsNote: z.string().nullable(),
  /** UCS-2 units one part holds by the provider's own document, where that is less than 70: more may be charged as two. */
  singleUcs2Units: z.int().optional(),
})
export type TextRules = z.infer<typeof textRules>

/** Parts a text may be charged as: more than it takes on the air, where its provider's document says so. */
export function mostParts({ encoding, segments, units }: SegmentCount, rules: TextRules | null): number {
  const single = rules?.singleUcs2Units ?? null
  return single !== null && encoding === 'UCS-2' && segments === 1 && units > single ? 2 : segments
}

/** Why a provider would not take a text. */
export interface TextProblem {
  code: 'text_empty' | 'text_too_long'
  /** A sentence with the count and the way out. */
  message: string
}

/**
 * Checks a text, normalised as it goes out, against a provider's rules; null when it fits.
 * @param provider its name, as sentences say it
 */
export function textProblem(text: string, rules: TextRules, provider: string): TextProblem | null {
  if (text.trim() === '') return { code: 'text_empty', message: 'Write a text first: an empty one is not sent.' }
  const { maxUnits, maxParts } = rules
  const counted = maxParts === null ? null : countSegments(text)
  // What one part holds says it all, and knows that other alphabets have less room.
  if (counted !== null && maxParts === 1) return counted.segments <= 1 ? null : onePartProblem(counted, provider)
  if (maxUnits !== null && text.length > maxUnits) {
    const count = `This text has ${text.length} characters; ${provider} takes at most ${maxUnits}.`
    return { code: 'text_too_long', message: `${count} Shorten it by ${text.length - maxUnits}, or send it as two.` }
  }
  if (counted === null || maxParts === null || counted.segments <= maxParts) return null
  return { code: 'text_too_long', message: `This text takes ${counted.segments} parts; ${provider} sends at most ${maxParts}. Shorten it.` }
}

function onePartProblem({ encoding, units, offenders }: SegmentCount, provider: string): TextProblem {
  const room = encoding === 'GSM-7' ? 160 : 70
  const why =
    encoding === 'GSM-7'
      ? 'Some characters, such as €, count twice.'
      : `Because of the character ${offenders[0]?.char ?? ''} there is room for ${room} only.`
  return {
    code: 'text_too_long',
    message: `This text takes ${units} of the ${room} characters that ${provider} sends in one text, and it cannot join several. ${why} Shorten it by ${units - room}.`,
  }
}
