import { septetsOf } from '../../../../../shared/segments/alphabet.ts'
import type { DataCoding, LongMessageMode } from './facts.ts'
import { PART_SIZES } from './facts.ts'

/** What a text becomes on its way to a phone. */
export interface OnAir {
  /** What the phone shows. Shorter than what was submitted where the mode cuts it. */
  text: string
  /** Parts that are sent. */
  parts: number
  /** Ids the platform gives: one for each part, or one for all. */
  ids: number
}

/**
 * What becomes of a text in a data coding and a mode. Nobody says whether the platform finds the coding by itself, so it does not: a
 * character that the default alphabet lacks arrives as `?`.
 */
export function putOnAir(message: string, mode: LongMessageMode, coding: DataCoding): OnAir {
  const text = coding === 0 ? inDefaultAlphabet(message) : message
  const { single, part } = PART_SIZES[coding]
  const [first = '', ...rest] = divide(text, single, coding)
  if (rest.length === 0) return { text, parts: 1, ids: 1 }
  if (mode === 'cut') return { text: first, parts: 1, ids: 1 }
  const parts = divide(text, part, coding).length
  return { text, parts, ids: mode === 'split' || mode === 'split_sar' ? parts : 1 }
}

/** Divides a text into pieces of at most `size` units; no character that counts two is divided. */
function divide(text: string, size: number, coding: DataCoding): string[] {
  const pieces: string[] = []
  let piece = ''
  let units = 0
  for (const char of text) {
    const cost = costOf(char, coding)
    if (units + cost > size) {
      pieces.push(piece)
      piece = ''
      units = 0
    }
    piece += char
    units += cost
  }
  return [...pieces, piece]
}

/** Septets in the default alphabet, UTF-16 units in UCS-2, octets in the codings with one for each character. */
function costOf(char: string, coding: DataCoding): number {
  if (coding === 8) return char.length
  return coding === 0 ? septetsOf(char.codePointAt(0) ?? 0) : 1
}

function inDefaultAlphabet(text: string): string {
  return Array.from(text, (char) => (septetsOf(char.codePointAt(0) ?? 0) === 0 ? '?' : char)).join('')
}
