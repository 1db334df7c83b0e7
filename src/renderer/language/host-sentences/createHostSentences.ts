import type { HostSentences } from './index.ts'
import { fill, fixedLength, parseTemplate, valuesIn, type Place, type Template } from './template.ts'
import { createValueWords } from './value-words.ts'

/** Says a sentence that the host made, in the language of the window; one that is not known stays as it came. */
export type SaySentence = (sentence: string) => string

/** Something said, and how many characters of the English were known. */
interface Said {
  text: string
  known: number
}

interface Translation {
  english: Template
  translated: Template
  fixed: number
}

/** Sentences kept once said. */
const KEPT = 500

/** Longest text that is looked at, in characters: more than the host may say in one. */
const LONGEST = 4_000

/** Sentences of a text that are looked at together. */
const MOST_TOGETHER = 12

/** How deep a sentence may stand in another. */
const DEEPEST = 4

/** Between two sentences. */
const BETWEEN = /(?<=[.!?…][”")]?)\s+(?=["“(]?[\p{Lu}\d+])/u

/**
 * {@link SaySentence} by translations. A text is read in the way that knows the most of it: as a whole, or sentence by sentence.
 * @param formatTag by which dates and numbers are written
 */
export function createHostSentences(areas: readonly HostSentences[], formatTag: string): SaySentence {
  const entries = areas.flatMap((area) => Object.entries(area))
  if (entries.length === 0) return (sentence) => sentence
  const whole = new Map(entries)
  const templates: Translation[] = entries
    .map(([key, value]) => {
      const english = parseTemplate(key)
      return { english, translated: parseTemplate(value), fixed: fixedLength(english) }
    })
    .filter(({ english }) => english.places.length > 0)
    .sort((one, other) => other.fixed - one.fixed)
  const valueWords = createValueWords(formatTag)
  const kept = new Map<string, string>()

  function sayValue({ kind }: Place, value: string, depth: number): Said {
    const sayPart = (part: string) => read(part, depth + 1).text
    switch (kind) {
      case 'value':
        return { text: value, known: 0 }
      case 'sentence':
        return read(value, depth + 1)
      case 'words':
        return { text: value.split(', ').map(sayPart).join(', '), known: 0 }
      case 'list':
        return { text: valueWords.list(value, sayPart), known: 0 }
      case 'day':
      case 'count':
      case 'country':
        return { text: valueWords[kind](value), known: 0 }
    }
  }

  /** A text as one sentence. */
  function readOne(text: string, depth: number): Said {
    const exact = whole.get(text)
    if (exact !== undefined) return { text: exact, known: text.length }
    for (const { english, translated, fixed } of templates) {
      const values = valuesIn(english, text)
      if (values === null) continue
      let known = fixed
      for (const place of english.places) {
        const said = sayValue(place, values.get(place.name) ?? '', depth)
        values.set(place.name, said.text)
        known += said.known
      }
      return { text: fill(translated, values), known }
    }
    return { text, known: 0 }
  }

  /** A text as the sentences of which it is made. */
  function read(text: string, depth: number): Said {
    if (depth > DEEPEST || text.length > LONGEST) return { text, known: 0 }
    const asOne = readOne(text, depth)
    if (asOne.known === text.length) return asOne
    const ends = sentenceEnds(text)
    if (ends.length < 2 || ends.length > MOST_TOGETHER) return asOne
    // The best reading up to each end of a sentence.
    const best: Said[] = [{ text: '', known: 0 }]
    for (const [index, end] of ends.entries()) {
      let found: Said | null = null
      for (let from = 0; from <= index; from += 1) {
        const before = best[from]
        const start = from === 0 ? { at: 0, after: 0 } : ends[from - 1]
        if (before === undefined || start === undefined) continue
        const here = from === 0 && end.at === text.length ? asOne : readOne(text.slice(start.after, end.at), depth)
        const known = before.known + here.known
        if (found === null || known > found.known) found = { text: before.text + text.slice(start.at, start.after) + here.text, known }
      }
      best.push(found ?? { text: text.slice(0, end.at), known: 0 })
    }
    return best.at(-1) ?? asOne
  }

  return (sentence) => {
    const known = kept.get(sentence)
    if (known !== undefined) return known
    const { text } = read(sentence, 0)
    const oldest = kept.size >= KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(sentence, text)
    return text
  }
}

/** Where sentences end, and where the blanks after them do. */
function sentenceEnds(text: string): { at: number; after: number }[] {
  const breaks = [...text.matchAll(new RegExp(BETWEEN, 'gu'))].map(({ index, 0: blanks }) => ({ at: index, after: index + blanks.length }))
  return [...breaks, { at: text.length, after: text.length }]
}
