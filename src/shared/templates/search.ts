import { foldText } from '../text/fold.ts'

/** What of a template it is found and ordered by. */
interface Findable {
  name: string
  group: string
  text: string
  uses: number
}

/**
 * The templates that have every word somewhere in name, group or text, letter case and accents folded; all of them for
 * nothing typed. Those whose name begins with what was typed come first, then those with all words in the name; the most
 * used first among equals, then by name.
 */
export function findTemplates<T extends Findable>(templates: readonly T[], typed: string): T[] {
  const wanted = foldText(typed)
  const words = wanted === '' ? [] : wanted.split(' ')
  return templates
    .flatMap((template) => {
      const name = foldText(template.name)
      const all = `${name} ${foldText(template.group)} ${foldText(template.text)}`
      if (!words.every((word) => all.includes(word))) return []
      const rank = name.startsWith(wanted) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2
      return [{ template, name, rank }]
    })
    .sort((one, other) => one.rank - other.rank || other.template.uses - one.template.uses || (one.name < other.name ? -1 : 1))
    .map(({ template }) => template)
}
