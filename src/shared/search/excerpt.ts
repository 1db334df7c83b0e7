import { foldWithPlaces } from './fold.ts'
import { foundSpans } from './match.ts'
import type { Query } from './query.ts'

/** A part of a text that shows what was found. All places are UTF-16 units of `text`. */
export interface Excerpt {
  text: string
  /** What was left out before it, after it. */
  cutBefore: boolean
  cutAfter: boolean
  /** Stretches to mark: beginning and end of each, in order, none overlapping another. */
  marks: [start: number, end: number][]
}

/** Units kept before the first stretch, and altogether. */
const LEAD = 28
const LONGEST = 180
/** Letters with everything written on them: never cut between them. */
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The part of `text` around the first thing the query found, or its beginning. Line breaks become blanks. */
export function excerptOf(text: string, query: Query | null): Excerpt {
  const line = text.replaceAll(/\s/gu, ' ')
  const marks = query === null ? [] : marksOf(line, query)
  const first = marks[0]?.[0] ?? 0
  const from = first <= LEAD + 8 ? 0 : beginningBefore(line, first)
  const to = line.length - from <= LONGEST ? line.length : endBefore(line, from + LONGEST)
  return {
    text: line.slice(from, to),
    cutBefore: from > 0,
    cutAfter: to < line.length,
    marks: marks.filter(([start]) => start < to).map(([start, end]) => [start - from, Math.min(end, to) - from]),
  }
}

/** The stretches of a text that a query finds, in its own units. */
export function marksOf(text: string, query: Query): [start: number, end: number][] {
  const folded = foldWithPlaces(text)
  return foundSpans(query, folded.text).map(({ start, end }) => [folded.startOf(start), folded.endOf(end)])
}

/** A place some units before `first` where a word begins, or a letter where there are no blanks. */
function beginningBefore(line: string, first: number): number {
  const from = first - LEAD
  const blank = line.indexOf(' ', from)
  return blank !== -1 && blank < first ? blank + 1 : letterAt(line, from)
}

function endBefore(line: string, to: number): number {
  const blank = line.lastIndexOf(' ', to)
  return blank > to - 20 ? blank : letterAt(line, to)
}

/** Where the letter begins that `index` falls into. Looks at so much before it as a letter can be long. */
function letterAt(line: string, index: number): number {
  const from = Math.max(0, index - 64)
  return from + (letters.segment(line.slice(from, index + 64)).containing(index - from)?.index ?? index - from)
}
