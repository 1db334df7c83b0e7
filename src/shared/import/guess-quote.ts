/** What encloses cells; empty for nothing, where every mark is text. */
export const QUOTES = ['"', "'", ''] as const
export type Quote = (typeof QUOTES)[number]

/** A cell in apostrophes: they stand at both of its ends, and within it only doubled. */
const IN_APOSTROPHES = /(?<=^|[,;\t|\r\n])'(?:[^'\r\n]|'')*'(?=[,;\t|\r\n]|$)/g
const IN_QUOTATION_MARKS = /(?<=^|[,;\t|\r\n])"/

/** What parts cells: a reason to enclose one. */
const PARTS_CELLS = /[,;\t|]/

/**
 * What encloses the cells of a text: apostrophes where two cells and more are wholly in them, one of them in the first row or
 * around what parts cells, and none is in quotation marks. An apostrophe that only begins a cell is a spreadsheet's mark for
 * text; a cell further down may have words in apostrophes.
 */
export function guessQuote(text: string): Quote {
  if (!text.includes("'") || IN_QUOTATION_MARKS.test(text)) return '"'
  const cells = text.match(IN_APOSTROPHES) ?? []
  if (cells.length < 2) return '"'
  const [first = ''] = text.split(/[\r\n]/, 1)
  return first.match(IN_APOSTROPHES) !== null || cells.some((cell) => PARTS_CELLS.test(cell)) ? "'" : '"'
}
