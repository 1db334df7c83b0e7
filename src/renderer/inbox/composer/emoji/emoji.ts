import { useQuery } from '@tanstack/react-query'

/** One emoji and what it is found by. */
export interface Emoji {
  char: string
  /** "grinning face". */
  label: string
  tags: readonly string[]
  /** Where it belongs, by Unicode's own order of groups. */
  group: number
}

/** Unicode's groups as people call them, in the order they are shown. Parts of emoji, such as skin tones, are none. */
export const EMOJI_GROUPS: readonly { id: number; name: string }[] = [
  { id: 0, name: 'Smileys' },
  { id: 1, name: 'People' },
  { id: 3, name: 'Animals and nature' },
  { id: 4, name: 'Food and drink' },
  { id: 5, name: 'Travel and places' },
  { id: 6, name: 'Activities' },
  { id: 7, name: 'Objects' },
  { id: 8, name: 'Symbols' },
  { id: 9, name: 'Flags' },
]

/** One that is drawn in colour anyway needs no sign for it, and the sign takes room in the text. */
const NEEDLESS_SIGN = /^\p{Emoji_Presentation}\ufe0f$/u

/** All emoji, read when first asked for: they are part of the app, nothing is fetched from elsewhere. */
async function loadEmoji(): Promise<readonly Emoji[]> {
  const { default: all } = await import('emojibase-data/en/compact.json')
  const shown = new Set(EMOJI_GROUPS.map(({ id }) => id))
  return all
    .flatMap(({ unicode, label, tags, group, order }) =>
      group === undefined || !shown.has(group)
        ? []
        : [{ char: NEEDLESS_SIGN.test(unicode) ? unicode.slice(0, -1) : unicode, label, tags: tags ?? [], group, order: order ?? 0 }],
    )
    .sort((one, other) => one.order - other.order)
}

const NONE: readonly Emoji[] = []

/** All emoji once `wanted`; none until they are read. */
export function useEmoji(wanted: boolean): readonly Emoji[] {
  const { data } = useQuery({ queryKey: ['emoji'], queryFn: loadEmoji, enabled: wanted, gcTime: Number.POSITIVE_INFINITY })
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

function scoreOf({ label, tags }: Emoji, word: string): number {
  if (label === word) return 6
  if (tags.includes(word)) return 5
  if (label.startsWith(word)) return 4
  if (label.split(/\W+/).includes(word)) return 3
  if (tags.some((tag) => tag.startsWith(word)) || label.split(/\W+/).some((part) => part.startsWith(word))) return 2
  return label.includes(word) ? 1 : 0
}
