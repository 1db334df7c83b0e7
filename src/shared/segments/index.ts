import { isGsmText, septetsOf } from './alphabet.ts'
import { suggestionFor } from './suggestions.ts'

/**
 * How many units a part holds: septets for GSM-7, UTF-16 units for UCS-2. A lone message has all 140 octets
 * (3GPP TS 23.040, clause 9.2.3.24.1); a part of a longer one gives 6 of them to the concatenation header (docs/segments.md §2).
 */
export const PART_SIZES = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
} as const

export type Encoding = keyof typeof PART_SIZES

/** A character that keeps the text out of the GSM alphabet. */
export interface Offender {
  /** As it stands in the text given: `text.slice(index, index + char.length) === char`. */
  char: string
  /** UTF-16 index into the text given. */
  index: number
  /** What could stand in its place; the empty string where it can simply go; null where nothing is close enough. */
  suggestion: string | null
}

/** What a text takes on the air. */
export interface SegmentCount {
  encoding: Encoding
  /** Septets (GSM-7, extension characters count 2) or UTF-16 code units (UCS-2). */
  units: number
  /** Parts the text is sent in. An empty text has none: no provider sends it. */
  segments: number
  /** Units in each part. Not always full but for the last: a part never ends inside a character. */
  segmentUnits: number[]
  /** Units left in the last part; in a single one up to the limit of a lone message. */
  remaining: number
  /** In the order of the text. Empty for GSM-7. */
  offenders: Offender[]
}

/** The text as it is sent and counted: composed (NFC), with line feeds for line ends. A lone carriage return stays. */
export function normaliseText(text: string): string {
  return text.replaceAll(/\r+\n/g, '\n').normalize('NFC')
}

/**
 * Counts units and parts of a text as {@link normaliseText} leaves it. Neither an escape pair nor a surrogate pair is
 * divided between parts, so that each part can be decoded by itself.
 */
export function countSegments(text: string): SegmentCount {
  const normal = normaliseText(text)
  const encoding = isGsmText(normal) ? 'GSM-7' : 'UCS-2'
  const segmentUnits = encoding === 'GSM-7' ? fillParts(normal, 'GSM-7', septetCost) : fillParts(normal, 'UCS-2', utf16Cost)
  const segments = segmentUnits.length
  const size = segments > 1 ? PART_SIZES[encoding].part : PART_SIZES[encoding].single
  return {
    encoding,
    units: segmentUnits.reduce((sum, units) => sum + units, 0),
    segments,
    segmentUnits,
    remaining: size - (segmentUnits.at(-1) ?? 0),
    offenders: encoding === 'GSM-7' ? [] : findOffenders(text, normal),
  }
}

/**
 * The text with every offender that has a suggestion replaced by it, normalised. Offenders without one stay, and so
 * may the encoding: worth offering when all of {@link SegmentCount.offenders} have a suggestion. Never done silently.
 */
export function replaceOffenders(text: string): string {
  const normal = normaliseText(text)
  let replaced = ''
  for (const char of normal) replaced += isGsmText(char) ? char : (suggestionFor(char) ?? char)
  // what is left can compose anew (á with a second mark), so go on until nothing changes; each round drops an accent
  return replaced === normal ? normal : replaceOffenders(replaced)
}

type Cost = (text: string, index: number) => 1 | 2

function septetCost(text: string, index: number): 1 | 2 {
  return septetsOf(text.charCodeAt(index)) === 2 ? 2 : 1
}

/** Two for a surrogate pair, one for everything else, also for half a pair left alone. */
function utf16Cost(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

/** Units per part, filling each as far as whole characters go. */
function fillParts(text: string, encoding: Encoding, cost: Cost): number[] {
  const { single, part } = PART_SIZES[encoding]
  const parts: number[] = []
  let units = 0
  let inPart = 0
  for (let index = 0; index < text.length;) {
    const charUnits = cost(text, index)
    if (inPart + charUnits > part) {
      parts.push(inPart)
      inPart = 0
    }
    inPart += charUnits
    units += charUnits
    index += encoding === 'UCS-2' ? charUnits : 1
  }
  if (units === 0) return []
  if (units <= single) return [units]
  parts.push(inPart)
  return parts
}

/**
 * A character with the marks that normalisation may merge into it: combining marks, and Hangul vowels and finals
 * (U+1161 to U+11FF). These are all that can compose with what stands before them (Unicode Standard Annex 15).
 */
const COMPOSABLE = /\r+\n|[\s\S][\p{M}\u1161-\u11ff]*/gu

function findOffenders(text: string, normal: string): Offender[] {
  if (normal === text) return offendersIn(text, 0)
  const offenders: Offender[] = []
  for (const { 0: cluster, index } of text.matchAll(COMPOSABLE)) {
    const composed = normaliseText(cluster)
    if (composed === cluster) offenders.push(...offendersIn(cluster, index))
    else if (!isGsmText(composed)) {
      const whole = replaceOffenders(composed)
      offenders.push({ char: cluster, index, suggestion: isGsmText(whole) ? whole : null })
    }
  }
  return offenders
}

function offendersIn(text: string, offset: number): Offender[] {
  const offenders: Offender[] = []
  let index = 0
  for (const char of text) {
    if (septetsOf(char.charCodeAt(0)) === 0) offenders.push({ char, index: offset + index, suggestion: suggestionFor(char) })
    index += char.length
  }
  return offenders
}
