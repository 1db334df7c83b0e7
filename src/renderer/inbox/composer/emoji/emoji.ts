import { useQuery } from '@tanstack/react-query'
import { languageFor, type Language } from '../../../../shared/language.ts'
import { useFormatTag } from '../../../language/words.ts'

/** One emoji and what it is found by. */
export interface Emoji {
  char: string
  /** "grinning face", in the language of the window. */
  label: string
  tags: readonly string[]
  /** Where it belongs, by Unicode's own order of groups. */
  group: number
}

/** Unicode's groups in the order they are shown. Parts of emoji, such as skin tones, are none. */
export const EMOJI_GROUPS = [
  { id: 0, name: 'smileys' },
  { id: 1, name: 'people' },
  { id: 3, name: 'nature' },
  { id: 4, name: 'food' },
  { id: 5, name: 'travel' },
  { id: 6, name: 'activities' },
  { id: 7, name: 'objects' },
  { id: 8, name: 'symbols' },
  { id: 9, name: 'flags' },
] as const

/** One that is drawn in colour anyway needs no sign for it, and the sign takes room in the text. */
const NEEDLESS_SIGN = /^\p{Emoji_Presentation}\ufe0f$/u

/** An emoji as the data of a language has it. */
interface NamedEmoji {
  unicode: string
  hexcode: string
  label: string
  tags?: readonly string[]
  group?: number
  order?: number
}

async function loadNames(language: Language): Promise<readonly NamedEmoji[]> {
  switch (language) {
    case 'en':
      return (await import('emojibase-data/en/compact.json')).default
    case 'sv':
      return (await import('emojibase-data/sv/compact.json')).default
    case 'nl':
      return (await import('emojibase-data/nl/compact.json')).default
  }
}

/**
 * All emoji by their names in a language, read when first asked for: they are part of the app, nothing is fetched from
 * elsewhere. English names find them as well: many people know only those.
 */
export async function loadEmoji(language: Language): Promise<readonly Emoji[]> {
  const [all, english] = await Promise.all([loadNames(language), loadNames('en')])
  const inEnglish = new Map(language === 'en' ? [] : english.map(({ hexcode, label, tags }) => [hexcode, [label, ...(tags ?? [])]]))
  const shown = new Set<number>(EMOJI_GROUPS.map(({ id }) => id))
  return all
    .flatMap(({ unicode, hexcode, label, tags, group, order }) =>
      group === undefined || !shown.has(group)
        ? []
        : [
            {
              char: NEEDLESS_SIGN.test(unicode) ? unicode.slice(0, -1) : unicode,
              label,
              tags: [...(tags ?? []), ...(inEnglish.get(hexcode) ?? [])].map((tag) => tag.toLowerCase()),
              group,
              order: order ?? 0,
            },
          ],
    )
    .sort((one, other) => one.order - other.order)
}

const NONE: readonly Emoji[] = []

/** All emoji once `wanted`, by their names in the language of the window; none until they are read. */
export function useEmoji(wanted: boolean): readonly Emoji[] {
  const language = languageFor('system', [useFormatTag()])
  const { data } = useQuery({
    queryKey: ['emoji', language],
    queryFn: () => loadEmoji(language),
    enabled: wanted,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? NONE
}

/** Emoji that all words fit, best first: a tag or the label begins with them before one that only has them inside. */
export function findEmoji(all: readonly Emoji[], search: string, limit = Number.POSITIVE_INFINITY): Emoji[] {
  const words = search
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
  if (words.length === 0) return all.slice(0, limit)
  const scored = all.flatMap((emoji) => {
    const score = Math.min(...words.map((word) => scoreOf(emoji, word)))
    return score === 0 ? [] : [{ emoji, score }]
  })
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ emoji }) => emoji)
}

/** What stands between words, in any script. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u

function scoreOf({ label: written, tags }: Emoji, word: string): number {
  const label = written.toLowerCase()
  const parts = label.split(BETWEEN_WORDS)
  if (label === word) return 6
  if (tags.includes(word)) return 5
  if (label.startsWith(word)) return 4
  if (parts.includes(word)) return 3
  if (tags.some((tag) => tag.startsWith(word)) || parts.some((part) => part.startsWith(word))) return 2
  return label.includes(word) ? 1 : 0
}
