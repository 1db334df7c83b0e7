/** Delimiters an import knows, in the order they win a tie: a comma is in many texts, a tab in hardly any. */
export const DELIMITERS = ['\t', ';', '|', ','] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A cell of one number or several. */
const PHONE_CELL = /^[\s'"]*[+(]?\d[\d\s().+;:,/|-]{5,}[\s'"]*$/

/**
 * The delimiter that parts a file's first rows best: rows of equal length count most, then a first row of that
 * length, then cells that are phone numbers. A comma for a file of one column.
 *
 * @param parse the rows of the sample as this delimiter parts them, quotes respected
 */
export function guessDelimiter(parse: (delimiter: Delimiter) => string[][]): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(parse(delimiter).filter((row) => row.some((cell) => cell.trim() !== '')))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function scoreOf(rows: readonly string[][]): number {
  const widths = new Map<number, number>()
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const [width, times] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  if (width < 2) {
    // Most rows are not parted at all: a few that are still beat nothing, as in a file that is mostly one column.
    const parted = rows.filter((row) => row.length > 1).length
    return parted === 0 ? 0 : (parted / rows.length) * 0.5
  }
  const phones = rows.filter((row) => row.some((cell) => PHONE_CELL.test(cell))).length
  const fitsFirst = rows[0]?.length === width
  return 1 + (2 * times) / rows.length + (fitsFirst ? 0.75 : 0) + (0.5 * phones) / rows.length
}
