import type { DeskClient } from '../../shared/contract/client.ts'
import { MAX_FILE_BYTES } from '../../shared/contract/imports.ts'

/** Bytes carried by one call: 384 KiB, which is the contract's 524 288 characters of base64. */
export const PIECE_BYTES = 393_216

/** Bytes handed to `btoa` at a time: a longer argument list than this overflows the stack of some engines. */
const BYTES_PER_CALL = 8_190

/**
 * Base64 (RFC 4648 §4) of bytes. Works in groups divisible by three, so that the groups put together are the
 * encoding of the whole.
 */
export function toBase64(bytes: Uint8Array): string {
  let encoded = ''
  for (let start = 0; start < bytes.length; start += BYTES_PER_CALL) {
    encoded += btoa(String.fromCharCode(...bytes.subarray(start, start + BYTES_PER_CALL)))
  }
  return encoded
}

/** What an upload needs of a browser's `File`. */
export interface FileToSend {
  name: string
  /** Bytes. */
  size: number
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** What this side finds wrong with a file. */
export type FileProblem = { kind: 'tooLarge'; fileName: string } | { kind: 'unreadable' }

/** Why a file is not even sent; null when it may be. Everything else the host decides. */
export function refusalBeforeSending(file: { name: string; size: number }): FileProblem | null {
  return file.size > MAX_FILE_BYTES ? { kind: 'tooLarge', fileName: file.name } : null
}

/**
 * Sends a file to the host piece by piece, in order, and answers with its id there.
 *
 * `onSent` is told the bytes the host has after each piece. When `signal` is aborted or a piece fails, what was
 * sent is discarded and the error is passed on.
 */
export async function sendFile(
  imports: Pick<DeskClient['imports'], 'beginFile' | 'appendFile' | 'discardFile'>,
  file: FileToSend,
  options: { signal?: AbortSignal; onSent?: (bytes: number) => void } = {},
): Promise<string> {
  const { fileId } = await imports.beginFile({ name: file.name.slice(-255), size: file.size })
  try {
    for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
      options.signal?.throwIfAborted()
      const piece = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer())
      const { received } = await imports.appendFile({ fileId, offset, data: toBase64(piece) })
      options.onSent?.(received)
    }
    options.signal?.throwIfAborted()
  } catch (error) {
    await imports.discardFile({ fileId }).catch(() => undefined)
    throw error
  }
  return fileId
}
