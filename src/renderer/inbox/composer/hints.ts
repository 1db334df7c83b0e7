import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import { mostParts, textProblem, type TextRules } from '../../../shared/providers/text-rules.ts'
import { countSegments, normaliseText, replaceOffenders, type SegmentCount } from '../../../shared/segments/index.ts'
import { countWords, plural } from '../../components/times.ts'
import { isOne, offenderWords } from './offenders.ts'

/** Why a text takes more parts than it must, and whether one click can change that. */
export interface PartsHint {
  /** "3 curly quotes and 1 emoji": what makes it dearer. */
  characters: string
  /** "make" or "makes". */
  verb: 'make' | 'makes'
  parts: number
  partsWithout: number
  /** The text with the characters replaced, where that saves parts; null where nothing close could stand in. */
  replaced: string | null
}

/** Compares a text with what it would take without the characters outside of the GSM alphabet; null when that saves nothing. */
export function partsHint(text: string, counted: SegmentCount = countSegments(text), locale?: string): PartsHint | null {
  if (counted.offenders.length === 0) return null
  const replaced = replaceOffenders(text)
  const replacedCount = countSegments(replaced)
  const replacingHelps = replacedCount.segments < counted.segments
  const partsWithout = replacingHelps ? replacedCount.segments : countSegments(without(replaced, replacedCount)).segments
  if (partsWithout >= counted.segments || partsWithout === 0) return null
  return {
    characters: offenderWords(counted.offenders, locale),
    verb: isOne(counted.offenders) ? 'makes' : 'make',
    parts: counted.segments,
    partsWithout,
    replaced: replacingHelps ? replaced : null,
  }
}

function without(text: string, counted: SegmentCount): string {
  let rest = ''
  let end = 0
  for (const { char, index } of counted.offenders) {
    rest += text.slice(end, index)
    end = index + char.length
  }
  return rest + text.slice(end)
}

/** Why a text does not fit the provider's rules, or those of the desk, with the way out; null when it does. */
export function lengthProblem(text: string, rules: TextRules | null, providerName: string, locale?: string): string | null {
  const plain = normaliseText(text)
  // An empty text is no problem while it is being written.
  if (plain.trim() === '') return null
  const limit = Math.min(rules?.maxUnits ?? MAX_TEXT_UNITS, MAX_TEXT_UNITS)
  if (plain.length > limit) {
    const over = countWords(plain.length - limit, locale)
    return `${providerName} takes at most ${countWords(limit, locale)} characters. Shorten this text by ${over}.`
  }
  return rules === null ? null : (textProblem(plain, rules, providerName)?.message ?? null)
}

/** A stretch of the text as the composer underlines it. */
export interface TextRun {
  /** UTF-16 index where it starts. */
  start: number
  text: string
  offending: boolean
}

/** The text cut at its offenders, so that they can be underlined; neighbours of one kind stay one run. */
export function textRuns(text: string, counted: SegmentCount): TextRun[] {
  const runs: TextRun[] = []
  function add(start: number, piece: string, offending: boolean): void {
    const last = runs.at(-1)
    if (piece === '') return
    if (last !== undefined && last.offending === offending) last.text += piece
    else runs.push({ start, text: piece, offending })
  }
  let end = 0
  for (const { char, index } of counted.offenders) {
    add(end, text.slice(end, index), false)
    add(index, char, true)
    end = index + char.length
  }
  add(end, text.slice(end), false)
  return runs
}

/** "57 left · 2 parts", for the line under the composer. */
export function counterWords(counted: SegmentCount, locale?: string): string {
  return `${countWords(counted.remaining, locale)} left · ${plural(counted.segments, 'part', 'parts', locale)}`
}

/** What the counter stands for, for the hover. */
export function countTitle(counted: SegmentCount, rules: TextRules | null, locale?: string): string {
  const count = `${plural(counted.units, 'unit', 'units', locale)} in ${plural(counted.segments, 'part', 'parts', locale)}, ${counted.encoding}`
  const note = rules?.partsNote ?? null
  return note === null ? count : `${count}\n${note}`
}

/** Why the number of parts shown may not be what is charged; null where it is, or one part is all there can be. */
export function partsNote(counted: SegmentCount, rules: TextRules | null, providerName: string): string | null {
  if (mostParts(counted, rules) > counted.segments) {
    return `${providerName} may charge this as 2 parts: it counts 67 characters to a part where letters outside the SMS alphabet are used.`
  }
  return counted.segments > 1 ? (rules?.partsNote ?? null) : null
}
