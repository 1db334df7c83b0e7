import type { ReplyRules } from '../contract/replies.ts'
import { foldKeyword } from './fold-keyword.ts'
import { ALWAYS_STOPS, LANGUAGES, type KeywordKind } from './keyword-lists.ts'

/** Every word that is acted on, folded, with what it asks for. */
export type Keywords = ReadonlyMap<string, KeywordKind>

/** Where each kind is in the rules. */
export const RULES_OF = { opt_out: 'optOut', opt_in: 'optIn', help: 'help' } as const satisfies Record<
  KeywordKind,
  keyof ReplyRules['words']
>

/** In this order, so that of a word that somebody put on two lists the one that ends texts counts. */
const KINDS: readonly KeywordKind[] = ['help', 'opt_in', 'opt_out']

/** The words that rules come to. “STOP” is always among them. */
export function keywordsOf(rules: Pick<ReplyRules, 'languages' | 'words'>): Keywords {
  const keywords = new Map<string, KeywordKind>()
  for (const kind of KINDS) for (const word of wordsOf(rules, kind)) keywords.set(foldKeyword(word), kind)
  keywords.set(foldKeyword(ALWAYS_STOPS), 'opt_out')
  keywords.delete('')
  return keywords
}

/** The words of one kind that rules come to, as people write them, each once: those of the languages, then those added. */
export function wordsOf({ languages, words }: Pick<ReplyRules, 'languages' | 'words'>, kind: KeywordKind): string[] {
  const { added, removed } = words[RULES_OF[kind]]
  const gone = new Set(removed.map(foldKeyword))
  const usual = LANGUAGES.filter(({ code }) => languages.includes(code)).flatMap((language): readonly string[] => language.words[kind])
  const fixed = kind === 'opt_out' ? [ALWAYS_STOPS] : []
  const byFold = new Map<string, string>()
  for (const word of [...fixed, ...usual.filter((each) => !gone.has(foldKeyword(each))), ...added]) {
    const folded = foldKeyword(word)
    if (folded !== '' && !byFold.has(folded)) byFold.set(folded, word)
  }
  return [...byFold.values()]
}

/** Shortest name of a sender that may follow “STOP”: shorter ones are parts of other words. */
const SHORTEST_NAME = 3

/**
 * What a text asks for, if the whole of it is one of the words; null for every other text. An opt-out word may be followed by the
 * name that texts come from: “STOP Garage”.
 * @param sender what people see as sender; a name counts, a number does not
 */
export function keywordIn(text: string, keywords: Keywords, sender: string | null): KeywordKind | null {
  const folded = foldKeyword(text)
  const found = keywords.get(folded)
  if (found !== undefined) return found
  const name = foldKeyword(sender ?? '')
  if (name.length < SHORTEST_NAME || !/\p{L}/u.test(name) || !folded.endsWith(name)) return null
  return keywords.get(folded.slice(0, -name.length)) === 'opt_out' ? 'opt_out' : null
}
