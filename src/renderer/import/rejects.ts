import type { Words } from '../language/words.ts'

/** Name of the file the rows left out are saved under: that of the import, without its ending. */
export function rejectsFileName(words: Words<'importing'>, fileName: string): string {
  return `${words('rejects.fileName', { fileName: fileName.replace(/\.[^.]*$/u, '') })}.csv`
}

/** A piece of the file as the host answers it. */
interface Piece {
  text: string
  count: number
  next: number | null
}

/** The whole file of rows an import left out, however many, piece after piece, and how many rows are in it. */
export async function rejectsFile(
  askFor: (input: { importId: string; afterRow: number }) => Promise<Piece>,
  importId: string,
): Promise<{ parts: string[]; rows: number }> {
  const parts: string[] = []
  let rows = 0
  for (let afterRow: number | null = 0; afterRow !== null;) {
    const piece: Piece = await askFor({ importId, afterRow })
    parts.push(piece.text)
    rows += piece.count
    afterRow = piece.next
  }
  return { parts, rows }
}
