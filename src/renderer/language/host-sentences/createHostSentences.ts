import type { HostSentences } from './index.ts'
import { fill, fixedLength, parseTemplate, valuesIn, type Place, type Template } from './template.ts'
import { createValueWords, type ValueWords } from './value-words.ts'

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

/** The translations, ready to be found. */
interface Known {
  /** Sentences without values. */
  whole: ReadonlyMap<string, string>
  /** The others by the first character of what they begin with, those with most fixed text first; by '' those that begin with a value. */
  templates: ReadonlyMap<string, readonly Translation[]>
  valueWords: ValueWords
}

/** Sentences kept once said. */
const KEPT = 500

/** Longest text that is looked at, in characters: more than the host may say in one. */
const LONGEST = 4_000

/** Sentences of a text that are looked at together. */
const MOST_TOGETHER = 10

/** How deep a sentence may stand in another. */
const DEEPEST = 3

/** Between two sentences. */
const BETWEEN = /(?<=[.!?…][”")]?)\s+(?=["“(]?[\p{Lu}\d+])/gu

/**
 * {@link SaySentence} by translations. A text is read in the way that knows the most of it: as a whole, or sentence by sentence.
 * @param formatTag by which dates and numbers are written
 */
export function createHostSentences(areas: readonly HostSentences[], formatTag: string): SaySentence {
  let known: Known | null = null
  const kept = new Map<string, string>()
  return (sentence) => {
    if (areas.length === 0) return sentence
    const before = kept.get(sentence)
    if (before !== undefined) return before
    known ??= prepare(areas, formatTag)
    const { text } = createReader(known)(sentence, 0)
    const oldest = kept.size >= KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(sentence, text)
    return text
  }
}

function prepare(areas: readonly HostSentences[], formatTag: string): Known {
  const entries = areas.flatMap((area) => Object.entries(area))
  const templates = entries
    .map(([key, value]): Translation => {
      const english = parseTemplate(key)
      return { english, translated: parseTemplate(value), fixed: fixedLength(english) }
    })
    .filter(({ english }) => english.places.length > 0)
    .sort((one, other) => other.fixed - one.fixed)
  return {
    whole: new Map(entries),
    templates: Map.groupBy(templates, ({ english }) => english.pieces[0]?.charAt(0) ?? ''),
    valueWords: createValueWords(formatTag),
  }
}

/** Reads a text, and what stands in it; whatever is the same again is read once, so that no text takes long. */
function createReader({ whole, templates, valueWords }: Known): (text: string, depth: number) => Said {
  const read = new Map<string, Said>()

  function readText(text: string, depth: number): Said {
    const key = `${depth} ${text}`
    const before = read.get(key)
    if (before !== undefined) return before
    const said = depth > DEEPEST || text.length > LONGEST ? { text, known: 0 } : readSentences(text, depth)
    read.set(key, said)
    return said
  }

  function sayValue({ kind }: Place, value: string, depth: number): Said {
    switch (kind) {
      case 'value':
        return { text: value, known: 0 }
      case 'sentence':
        return readText(value, depth + 1)
      case 'words': {
        const said = value.split(', ').map((word) => readText(word, depth + 1))
        return { text: said.map(({ text }) => text).join(', '), known: said.reduce((sum, word) => sum + word.known, 0) }
      }
      case 'list':
        return { text: valueWords.list(value, (item) => readText(item, depth + 1).text), known: 0 }
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
    let best: Said = { text, known: 0 }
    for (const { english, translated, fixed } of [...(templates.get(text.charAt(0)) ?? []), ...(templates.get('') ?? [])]) {
      const values = valuesIn(english, text)
      if (values === null) continue
      const said = english.places.map((place): [string, Said] => [place.name, sayValue(place, values.get(place.name) ?? '', depth)])
      const known = said.reduce((sum, [, value]) => sum + value.known, fixed)
      if (known > best.known) best = { text: fill(translated, new Map(said.map(([name, value]) => [name, value.text]))), known }
    }
    return best
  }

  /** A text as the sentences of which it is made. */
  function readSentences(text: string, depth: number): Said {
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

  return readText
}

/** Where sentences end, and where the blanks after them do. */
function sentenceEnds(text: string): { at: number; after: number }[] {
  const breaks = [...text.matchAll(BETWEEN)].map(({ index, 0: blanks }) => ({ at: index, after: index + blanks.length }))
  return [...breaks, { at: text.length, after: text.length }]
}
