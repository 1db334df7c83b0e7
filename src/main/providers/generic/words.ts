/** A gateway's own words, upper case, and what they mean. */
export type WordTable<Meaning> = ReadonlyMap<string, Meaning>

/**
 * Reads lines such as `DELIVRD = delivered` (§6, §7). The word is compared without regard to case.
 * @param meanings what may stand behind the equals sign
 */
export function readWords<Meaning extends string>(
  raw: string,
  meanings: readonly Meaning[],
): { table: WordTable<Meaning> } | { problem: string } {
  const table = new Map<string, Meaning>()
  for (const [index, line] of raw.split('\n').entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const equals = line.lastIndexOf('=')
    const word = wordKey(line.slice(0, equals))
    if (equals === -1 || word === '') return { problem: `Line ${number} is not of the form WORD = ${meanings[0] ?? ''}.` }
    const written = line
      .slice(equals + 1)
      .trim()
      .toLowerCase()
    const meaning = meanings.find((one) => one === written)
    if (meaning === undefined) return { problem: `Line ${number}: behind the equals sign goes one of ${meanings.join(', ')}.` }
    if (table.has(word) && table.get(word) !== meaning)
      return { problem: `Line ${number}: this word stands there twice, with two meanings.` }
    table.set(word, meaning)
  }
  return { table }
}

/** A word as tables have it. */
export function wordKey(word: string): string {
  return word.trim().replaceAll(/\s+/g, ' ').toUpperCase()
}
