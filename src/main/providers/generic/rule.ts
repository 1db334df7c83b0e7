import type { AnswerParts, Source } from './source.ts'
import { readFrom, readSource } from './source.ts'

/** What an answer must say for the text to be taken (§5). */
export interface Rule {
  source: Source
  /** Upper case; one that ends in `*` says how the value begins. */
  words: readonly string[]
}

/**
 * What a rule says of an answer: fulfilled or not, by all entries of a list; `mixed` where they differ; `missing`
 * where the answer does not have what the rule asks for.
 */
export type Verdict = 'yes' | 'no' | 'mixed' | 'missing'

/** Reads a rule such as `messages[*].status = 0` or `text: = OK* or SENT*`. Never throws. */
export function readRule(raw: string): Rule | { problem: string } {
  const text = raw.trim()
  const spaced = text.indexOf(' = ')
  const equals = spaced === -1 ? text.indexOf('=') : spaced + 1
  const words = text
    .slice(equals + 1)
    .split(/\s+or\s+/i)
    .map((word) => word.trim().toUpperCase())
  if (equals === -1 || words.some((word) => word === '' || word === '*')) {
    return {
      problem: 'Write where it stands, an equals sign, and what stands there, such as messages[0].status = 0 or status = OK or QUEUED',
    }
  }
  const source = readSource(text.slice(0, equals))
  return 'problem' in source ? source : { source, words }
}

/** Whether an answer fulfils a rule. Never throws. */
export function judge(rule: Rule, answer: AnswerParts): Verdict {
  const { values, complete } = readFrom(rule.source, answer)
  if (!complete) return 'missing'
  const fulfilled = values.filter((value) => isOneOf(value, rule.words))
  if (fulfilled.length === values.length) return 'yes'
  return fulfilled.length === 0 ? 'no' : 'mixed'
}

/** Whether a value is one of a rule's words. */
export function isOneOf(value: string, words: readonly string[]): boolean {
  const upper = value.toUpperCase()
  return words.some((word) => (word.endsWith('*') ? upper.startsWith(word.slice(0, -1)) : upper === word))
}
