import type { FileRow, RowFormat } from './file-row.ts'
import { readTextRows } from './read-text.ts'
import { readCardRows } from './read-vcard.ts'
import { readSheetRows } from './read-xlsx.ts'

export type { FileRow } from './file-row.ts'

/**
 * The rows of a file that have something in them, in batches, without ever holding the whole file. Where the format has
 * a header of its own, or the file's first row is one, it comes first.
 *
 * @throws Refused `file_unterminated_quote`, `file_row_too_long`, each naming the row; `file_damaged`, `file_too_large`
 */
export function readRows(path: string, format: RowFormat): AsyncGenerator<FileRow[], void, void> {
  switch (format.kind) {
    case 'text':
      return readTextRows(path, format)
    case 'vcard':
      return readCardRows(path, format)
    case 'xlsx':
      return readSheetRows(path, format.sheet)
  }
}
