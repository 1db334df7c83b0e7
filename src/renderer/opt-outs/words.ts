import type { OptOut } from '../../shared/contract/opt-outs.ts'
import { quoteOf, type Said } from '../../shared/opt-outs/words.ts'
import { formatNumber } from '../components/names.ts'
import type { Words } from '../language/words.ts'

/** Longest piece a number can have that is handed to the host, in UTF-16 units, as the contract bounds it. */
const LONGEST_NUMBER = 64

/** What was pasted, as numbers: a line each, or parted by commas or semicolons. */
export function splitNumbers(pasted: string): string[] {
  return pasted
    .split(/[\n\r,;]+/u)
    .map((piece) => piece.trim().slice(0, LONGEST_NUMBER))
    .filter((piece) => piece !== '')
}

/** What came of opting numbers out, as sentences. */
export function addedWords(
  words: Words<'optOuts'>,
  { added, already, takenBack }: { added: number; already: number; takenBack: number },
): string {
  if (added > 0) {
    return takenBack === 0 ? words('done.added', { count: added }) : words('done.addedAndCancelled', { count: added, cancelled: takenBack })
  }
  return takenBack === 0
    ? words('done.already', { count: already })
    : words('done.alreadyAndCancelled', { count: already, cancelled: takenBack })
}

/** How one knows of an opt-out: "by reply: “STOP”". Evidence is cut to fit into a sentence. */
export function saidHow(words: Words<'optOuts'>, said: Said): string {
  const quote = quoteOf(said)
  const source = words(`source.${said.source}`)
  return quote === '' ? source : words('notice.quoted', { source, quote })
}

/** People named where several of the recipients are opted out. */
const NAMED = 3

/** Who they are, in a sentence: "Ann, Bo, Cid and 2 more". @param tag by which lists are written */
export function namesOf(words: Words<'optOuts'>, tag: string, optOuts: readonly Pick<OptOut, 'name' | 'e164'>[]): string {
  const names = optOuts.slice(0, NAMED).map(({ name, e164 }) => name ?? formatNumber(e164))
  if (optOuts.length > NAMED) names.push(words('notice.more', { count: optOuts.length - NAMED }))
  return new Intl.ListFormat(tag).format(names)
}
