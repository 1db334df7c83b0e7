import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import { mostParts, textProblem, type TextRules } from '../../../shared/providers/text-rules.ts'
import { countSegments, normaliseText, replaceOffenders, type Offender, type SegmentCount } from '../../../shared/segments/index.ts'
import type { SaySentence } from '../../language/host-sentences/createHostSentences.ts'
import type { Words } from '../../language/words.ts'

/** Why a text takes more parts than it must, and whether one click can change that. */
export interface PartsHint {
  /** What makes it dearer. */
  offenders: readonly Offender[]
  parts: number
  partsWithout: number
  /** The text with the characters replaced, where that saves parts; null where nothing close could stand in. */
  replaced: string | null
}

/** Compares a text with what it would take without the characters outside of the GSM alphabet; null when that saves nothing. */
export function partsHint(text: string, counted: SegmentCount = countSegments(text)): PartsHint | null {
  if (counted.offenders.length === 0) return null
  const replaced = replaceOffenders(text)
  const replacedCount = countSegments(replaced)
  const replacingHelps = replacedCount.segments < counted.segments
  const partsWithout = replacingHelps ? replacedCount.segments : countSegments(without(replaced, replacedCount)).segments
  if (partsWithout >= counted.segments || partsWithout === 0) return null
  return {
    offenders: counted.offenders,
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
export function lengthProblem(
  words: Words<'composer'>,
  say: SaySentence,
  text: string,
  rules: TextRules | null,
  provider: string,
): string | null {
  const plain = normaliseText(text)
  // An empty text is no problem while it is being written.
  if (plain.trim() === '') return null
  const most = Math.min(rules?.maxUnits ?? MAX_TEXT_UNITS, MAX_TEXT_UNITS)
  if (plain.length > most) return words('tooLong', { provider, most, over: plain.length - most })
  const problem = rules === null ? null : textProblem(plain, rules, provider)
  return problem === null ? null : say(problem.message)
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
export function counterWords(words: Words<'composer'>, { remaining, segments }: SegmentCount): string {
  return words('counter', { left: remaining, parts: segments })
}

/** What the counter stands for, for the hover. */
export function countTitle(
  words: Words<'composer'>,
  say: SaySentence,
  { units, segments, encoding }: SegmentCount,
  rules: TextRules | null,
): string {
  const count = words('counterTitle', { units, parts: segments, encoding })
  const note = rules?.partsNote ?? null
  return note === null ? count : `${count}\n${say(note)}`
}

/** Why the number of parts shown may not be what is charged; null where it is, or one part is all there can be. */
export function partsNote(
  words: Words<'composer'>,
  say: SaySentence,
  counted: SegmentCount,
  rules: TextRules | null,
  provider: string,
): string | null {
  if (mostParts(counted, rules) > counted.segments) return words('mayBeTwo', { provider })
  const note = rules?.partsNote ?? null
  return counted.segments > 1 && note !== null ? say(note) : null
}
