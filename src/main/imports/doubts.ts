import type { Layout } from './layout.ts'
import type { FileRow } from './file-row.ts'

/** What a decoder puts in place of bytes that are no letter in its encoding (Unicode: replacement character). */
const UNREADABLE = '\ufffd'

/** What may be wrong with how a file is read, as its rows go by. */
export interface Doubts {
  look(row: FileRow): void
  /** Told of a row whose person comes without one of its numbers. */
  withoutNumber(row: number): void
  /** In sentences; null when there is no doubt. */
  warning(): string | null
}

/** Notices letters that cannot be read, cells that stand beyond the last column, and numbers people come without. */
export function createDoubts(layout: Layout): Doubts {
  const width = layout.columns.length
  let unreadable = (layout.headers ?? []).some(isUnreadable)
  let longRows = 0
  let firstLong = 0
  let shortOfNumbers = 0
  let firstShort = 0

  return {
    look({ row, cells }) {
      unreadable ||= cells.some(isUnreadable)
      if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === '')) return
      longRows += 1
      if (longRows === 1) firstLong = row
    },
    withoutNumber(row) {
      shortOfNumbers += 1
      if (shortOfNumbers === 1) firstShort = row
    },
    warning() {
      const sentences = [
        unreadable
          ? layout.format.kind === 'xlsx'
            ? 'Some letters were lost before this file was saved and show as “�”.'
            : 'Some letters cannot be read with this encoding and show as “�”. Choose another encoding above.'
          : null,
        longRows === 0 ? null : longRowsWords(longRows, firstLong, width),
        shortOfNumbers === 0 ? null : withoutNumberWords(shortOfNumbers, firstShort),
      ].filter((sentence) => sentence !== null)
      return sentences.length === 0 ? null : sentences.join(' ')
    },
  }
}

function isUnreadable(cell: string): boolean {
  return cell.includes(UNREADABLE)
}

function longRowsWords(rows: number, first: number, width: number): string {
  const which = rows === 1 ? `Row ${first} has` : `${rows.toLocaleString('en')} rows, the first of them row ${first}, have`
  return `${which} more cells than the ${width} columns of this file; what stands beyond them is not taken in.`
}

function withoutNumberWords(rows: number, first: number): string {
  return rows === 1
    ? `Row ${first} has a number that cannot be read beside one that can; that person is taken in without it.`
    : `${rows.toLocaleString('en')} rows, the first of them row ${first}, have a number that cannot be read beside one that can; those people are taken in without it.`
}
