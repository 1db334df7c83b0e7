import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { foldKeyword } from '../../../shared/replies/fold-keyword.ts'
import type { KeywordKind, LanguageCode } from '../../../shared/replies/keyword-lists.ts'
import { RULES_OF, wordsOf } from '../../../shared/replies/keywords.ts'

/** Rules with another answer to the words of a kind; null for none. */
export function withText(rules: ReplyRules, kind: KeywordKind, text: string | null): ReplyRules {
  return { ...rules, texts: { ...rules.texts, [RULES_OF[kind]]: text } }
}

/** Rules in which a word counts. The same where it did. */
export function withWord(rules: ReplyRules, kind: KeywordKind, word: string): ReplyRules {
  const folded = foldKeyword(word)
  if (folded === '') return rules
  const { added, removed } = rules.words[RULES_OF[kind]]
  // One that was taken out comes back as it was.
  const back = withWords(rules, kind, { added, removed: removed.filter((each) => foldKeyword(each) !== folded) })
  const counts = wordsOf(back, kind).some((each) => foldKeyword(each) === folded)
  return counts ? back : withWords(back, kind, { added: [...added, word.trim()], removed: back.words[RULES_OF[kind]].removed })
}

/** Rules in which a word does not count. */
export function withoutWord(rules: ReplyRules, kind: KeywordKind, word: string): ReplyRules {
  const folded = foldKeyword(word)
  const { added, removed } = rules.words[RULES_OF[kind]]
  const rest = withWords(rules, kind, { added: added.filter((each) => foldKeyword(each) !== folded), removed })
  const counts = wordsOf(rest, kind).some((each) => foldKeyword(each) === folded)
  return counts ? withWords(rest, kind, { added: rest.words[RULES_OF[kind]].added, removed: [...removed, word] }) : rest
}

/** Rules with the usual words of a kind. */
export function withUsualWords(rules: ReplyRules, kind: KeywordKind): ReplyRules {
  return withWords(rules, kind, { added: [], removed: [] })
}

export function hasUsualWords(rules: ReplyRules, kind: KeywordKind): boolean {
  const { added, removed } = rules.words[RULES_OF[kind]]
  return added.length === 0 && removed.length === 0
}

/** Rules with a language switched on or off. */
export function withLanguage(rules: ReplyRules, code: LanguageCode, counts: boolean): ReplyRules {
  const others = rules.languages.filter((each) => each !== code)
  return { ...rules, languages: counts ? [...others, code] : others }
}

function withWords(rules: ReplyRules, kind: KeywordKind, words: ReplyRules['words']['optOut']): ReplyRules {
  return { ...rules, words: { ...rules.words, [RULES_OF[kind]]: words } }
}
