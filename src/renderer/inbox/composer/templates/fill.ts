import { countSegments, normaliseText } from '../../../../shared/segments/index.ts'
import { formatPhone } from '../../../../shared/phone/format-phone.ts'
import { personValues, type MergePerson } from '../../../../shared/templates/fields.ts'
import type { ParsedTemplate } from '../../../../shared/templates/parse.ts'
import { isProblem, renderTemplate, type RenderedField } from '../../../../shared/templates/render.ts'
import type { Words } from '../../../language/words.ts'
import { problemWords } from '../../../templates/words.ts'

/** What stands in the way of sending, and where it is written. */
export interface FillProblem {
  words: string
  /** Place in the text as it is written, in UTF-16 units. */
  start: number
  end: number
}

/** A text filled in for everybody it goes to. */
export interface Filled {
  /** For each person, in their order. Not to be sent while there are problems. */
  texts: readonly string[]
  /** The one that takes the most parts; of those, the longest. */
  longest: string
  problems: readonly FillProblem[]
}

/** Whether a text goes out just as it is written. */
export function isPlain({ pieces, doubled }: ParsedTemplate, text: string): boolean {
  if (doubled.length > 0) return false
  const [only, ...more] = pieces
  return only === undefined || (more.length === 0 && only.kind === 'text' && only.text === text)
}

/** @param ownFields names of all fields people have from imports */
export function fillFor(
  words: Words<'templates'>,
  template: ParsedTemplate,
  people: readonly MergePerson[],
  ownFields: readonly string[],
): Filled {
  const lacking = new Map<number, { found: RenderedField; numbers: string[] }>()
  const texts = people.map((person) => {
    const { text, fields } = renderTemplate(template, personValues(person, ownFields))
    for (const found of fields.filter(isProblem)) {
      const entry = lacking.get(found.field.start) ?? { found, numbers: [] }
      entry.numbers.push(person.number)
      lacking.set(found.field.start, entry)
    }
    return text
  })
  const problems = [...lacking.values()]
    .sort((one, other) => one.found.field.start - other.found.field.start)
    .map(({ found, numbers }) => ({
      words: problemWords(words, found, whom(words, numbers, people.length)),
      start: found.field.start,
      end: found.field.end,
    }))
  return { texts, longest: longestOf(texts), problems }
}

function whom(words: Words<'templates'>, numbers: readonly string[], people: number): string {
  const [only] = numbers
  return numbers.length === 1 && only !== undefined ? formatPhone(only) : words('problem.several', { count: numbers.length, total: people })
}

function longestOf(texts: readonly string[]): string {
  let longest = ''
  let most = -1
  for (const text of new Set(texts)) {
    const parts = countSegments(normaliseText(text)).segments
    if (parts > most || (parts === most && text.length > longest.length)) {
      longest = text
      most = parts
    }
  }
  return longest
}
