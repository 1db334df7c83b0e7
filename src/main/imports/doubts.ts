import type { Layout } from './layout.ts'
import type { FileRow } from './file-row.ts'

/** What a decoder puts in place of bytes that are no letter in its encoding (Unicode: replacement character). */
const UNREADABLE = '\ufffd'

/** What may be wrong with how a file is read, as its rows go by. */
export interface Doubts {
  look(row: FileRow): void
  /** In sentences; null when there is no doubt. */
  warning(): string | null
}

/** Notices letters that cannot be read, and cells that stand beyond the last column. */
export function createDoubts(layout: Layout): Doubts {
  const width = layout.columns.length
  let unreadable = (layout.headers ?? []).some(isUnreadable)
  let longRows = 0
  let firstLong = 0

  return {
    look({ row, cells }) {
      unreadable ||= cells.some(isUnreadable)
      if (cells.length <= width || cells.slice(width).every((cell) => cell.trim() === '')) return
      longRows += 1
      if (longRows === 1) firstLong = row
    },
    warning() {
      const sentences = [
        unreadable
          ? layout.format.kind === 'xlsx'
            ? 'Some letters were lost before this file was saved and show as “�”.'
            : 'Some letters cannot be read with this encoding and show as “�”. Choose another encoding above.'
          : null,
        longRows === 0 ? null : longRowsWords(longRows, firstLong, width),
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
