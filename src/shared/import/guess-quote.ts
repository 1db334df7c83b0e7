/** What encloses cells; empty for nothing, where every mark is text. */
export const QUOTES = ['"', "'", ''] as const
export type Quote = (typeof QUOTES)[number]

/** A cell in apostrophes: they stand at both of its ends, and within it only doubled. */
const IN_APOSTROPHES = /(?<=^|[,;\t|\r\n])'(?:[^'\r\n]|'')*'(?=[,;\t|\r\n]|$)/g
const IN_QUOTATION_MARKS = /(?<=^|[,;\t|\r\n])"/

/**
 * What encloses the cells of a text: apostrophes where two cells and more are wholly in them and none is in quotation
 * marks. An apostrophe that only begins a cell is a spreadsheet's mark for text.
 */
export function guessQuote(text: string): Quote {
  if (!text.includes("'")) return '"'
  const enclosed = text.match(IN_APOSTROPHES)?.length ?? 0
  return enclosed >= 2 && !IN_QUOTATION_MARKS.test(text) ? "'" : '"'
}
