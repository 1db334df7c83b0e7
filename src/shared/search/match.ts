import type { Query, Sought, Term } from './query.ts'
import { type DigitRow, digitRowsOf, type Piece, piecesOf, readingsFrom, readingsTo } from './words.ts'

/** A stretch of a folded text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** Stretches of a text that are noted at most for one term. */
const MOST_SPANS = 50

/**
 * Whether a folded text has all the query asks for and nothing it excludes: the one rule of what is found. The index only
 * saves reading texts that cannot be.
 */
export function isFound(query: Query, folded: string): boolean {
  const pieces = piecesOf(folded)
  return (
    query.must.every((term) => spansOf(term, folded, pieces, 1).length > 0) &&
    query.not.every((term) => spansOf(term, folded, pieces, 1).length === 0)
  )
}

/** The stretches of a folded text that the query asks for, in order, none overlapping another. */
export function foundSpans(query: Query, folded: string): Span[] {
  const pieces = piecesOf(folded)
  const spans = query.must
    .flatMap((term) => spansOf(term, folded, pieces, MOST_SPANS))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const apart: Span[] = []
  for (const span of spans) {
    const last = apart.at(-1)
    if (last === undefined || span.start >= last.end) apart.push(span)
    else last.end = Math.max(last.end, span.end)
  }
  return apart
}

function spansOf(term: Term, folded: string, pieces: readonly Piece[], most: number): Span[] {
  if (term.kind === 'number') return numberSpans(term.digits, folded, pieces, most)
  const [only] = term.words
  if (term.words.length === 1 && only?.isRun === true) return runSpans(only.text, pieces, most)
  const spans: Span[] = []
  for (let at = 0; at + term.words.length <= pieces.length && spans.length < most; at += 1) {
    const span = phraseAt(term.words, pieces, at)
    if (span !== null) spans.push(span)
  }
  return spans
}

/** Every place of a run that has it, wherever the run begins. */
function runSpans(sought: string, pieces: readonly Piece[], most: number): Span[] {
  const spans: Span[] = []
  for (const piece of pieces) {
    if (!piece.isRun) continue
    for (let at = piece.text.indexOf(sought); at !== -1 && spans.length < most; at = piece.text.indexOf(sought, at + sought.length)) {
      spans.push({ start: piece.start + at, end: piece.start + at + sought.length })
    }
  }
  return spans
}

/** The words next to each other, from a piece on: a run at the edge of the phrase may go on beyond it. */
function phraseAt(words: readonly Sought[], pieces: readonly Piece[], first: number): Span | null {
  let start = 0
  let end = 0
  for (const [index, word] of words.entries()) {
    const piece = pieces[first + index]
    if (piece === undefined || piece.isRun !== word.isRun) return null
    const isFirst = index === 0
    const isLast = index === words.length - 1
    const fits =
      piece.text === word.text ||
      (word.isRun && isFirst && !isLast && piece.text.endsWith(word.text)) ||
      ((word.isRun ? isLast && !isFirst : word.isBeginning) && piece.text.startsWith(word.text))
    if (!fits) return null
    if (isFirst) start = word.isRun ? piece.start + piece.text.length - word.text.length : piece.start
    end = piece.start + word.text.length
  }
  return { start, end }
}

function numberSpans(digits: readonly string[], folded: string, pieces: readonly Piece[], most: number): Span[] {
  const spans: Span[] = []
  const add = (groups: DigitRow['groups']) => {
    const first = pieces[groups[0]?.piece ?? -1]
    const last = pieces[groups.at(-1)?.piece ?? -1]
    if (first !== undefined && last !== undefined && spans.length < most)
      spans.push({ start: first.start, end: last.start + last.text.length })
  }
  for (const row of digitRowsOf(folded, pieces)) {
    for (const [at, reading] of readingsFrom(row).entries()) {
      const zeros = reading.length - reading.replace(/^0+/, '').length
      const found = digits.find((each) => reading.startsWith(each)) ?? digits.find((each) => reading.startsWith(each, zeros))
      if (found !== undefined) add(groupsWith(row.groups.slice(at), found.length + (reading.startsWith(found) ? 0 : zeros)))
    }
    for (const [at, reading] of readingsTo(row).entries()) {
      const found = digits.find((each) => reading.endsWith(each))
      if (found !== undefined) add(groupsWith(row.groups.slice(0, at + 1).toReversed(), found.length).toReversed())
    }
  }
  return spans
}

/** The first groups, as many as have so many digits. */
function groupsWith(groups: DigitRow['groups'], digits: number): DigitRow['groups'] {
  let has = 0
  const needed = groups.findIndex((group) => {
    has += group.digits.length
    return has >= digits
  })
  return groups.slice(0, needed === -1 ? groups.length : needed + 1)
}
