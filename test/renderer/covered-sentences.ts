import { PLACE, parseTemplate, valuesIn, type Template } from '../../src/renderer/language/host-sentences/template.ts'
import { tidy } from './sentences-in-source.ts'

/** Between two sentences of a text of the source, one of which may be a value. */
const BETWEEN = /(?<=[.!?…][”")]?|(?:^|[.!?…]\s*)\{\})\s+(?=["“(]?[\p{Lu}\d+{])|(?<=[.!?…])(?=\{\})/u

/** A value alone, a number, a name, or words of a format: nothing of it is translated. */
const VALUE = /^[^\p{L}]*$|^\S+(?:, \S+)*$|^\p{Lu}\S*(?: \p{Lu}\S*)*$/u

/** A template with nameless places, as they are found in the source. */
export function nameless(template: string): string {
  return tidy(template.replaceAll(new RegExp(PLACE, 'g'), '{}'))
}

/** Whether translations know a text of the source: as a whole, or sentence by sentence, as they are said. @param known what is translated */
export function createCoverage(known: Iterable<string>): (text: string) => boolean {
  const exact = new Set<string>()
  const templates: Template[] = []
  for (const english of known) {
    exact.add(nameless(english))
    const template = parseTemplate(english)
    if (template.places.length > 0) templates.push(template)
  }

  function isOneKnown(text: string): boolean {
    if (exact.has(nameless(text)) || VALUE.test(text)) return true
    return templates.some((template) => {
      const values = valuesIn(template, text)
      return values !== null && template.places.every(({ name, kind }) => isSaid(kind, values.get(name) ?? ''))
    })
  }

  const isSaid = (kind: string, value: string) => (kind === 'sentence' ? isKnown(value) : VALUE.test(value))

  function isKnown(text: string): boolean {
    return isOneKnown(text) || (BETWEEN.test(text) && text.split(BETWEEN).every(isOneKnown))
  }
  return isKnown
}
