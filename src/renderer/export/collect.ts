/** A piece of a file as the host answers it. */
interface Piece {
  text: string
  count: number
  next: string | null
}

/** Pieces put together into one blob: few enough that the window holds little text, enough that blobs stay few. */
const PIECES_PER_BLOB = 16

/**
 * The whole file, piece after piece. The window itself never holds more than some pieces of it: browsers keep blobs
 * outside of the page, large ones on disk.
 * @param onCount told the rows so far
 * @throws the signal's reason once it is aborted
 */
export async function collectFile(
  askFor: (input: { after?: string }) => Promise<Piece>,
  onCount: (rows: number) => void,
  signal: AbortSignal,
): Promise<{ parts: Blob[]; rows: number }> {
  const parts: Blob[] = []
  let texts: string[] = []
  let rows = 0
  let after: string | undefined
  for (;;) {
    const piece = await askFor(after === undefined ? {} : { after })
    signal.throwIfAborted()
    texts.push(piece.text)
    rows += piece.count
    onCount(rows)
    if (texts.length === PIECES_PER_BLOB || piece.next === null) {
      parts.push(new Blob(texts))
      texts = []
    }
    if (piece.next === null) return { parts, rows }
    after = piece.next
  }
}
