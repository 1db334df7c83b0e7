import type { TextRules } from '../../shared/providers/text-rules.ts'
import { textProblem } from '../../shared/providers/text-rules.ts'
import { countSegments, normaliseText, PART_SIZES } from '../../shared/segments/index.ts'
import type { Words } from '../language/words.ts'

/** How much of its room a text takes. */
export interface ReplyLength {
  /** "57 of 160", or with its parts where there may be several: "57 characters · 1 part". */
  count: string
  /** Why it would not be taken; null when it fits, or is empty. */
  problem: string | null
}

/** Counts a text against what its provider takes. @param provider its name, as sentences say it */
export function replyLength(words: Words<'accountTexts'>, text: string, rules: TextRules, provider: string): ReplyLength {
  const normal = normaliseText(text)
  const counted = countSegments(normal)
  const problem = normal.trim() === '' ? null : (textProblem(normal, rules, provider)?.message ?? null)
  const count =
    rules.maxParts === 1
      ? words('length.onePart', { characters: counted.units, most: PART_SIZES[counted.encoding].single })
      : words('length.parts', { characters: normal.length, parts: counted.segments })
  return { count, problem }
}
