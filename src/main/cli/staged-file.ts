import { basename } from 'node:path'
import type { DeskClient } from '../../shared/contract/client.ts'
import { MAX_CHUNK_CHARS, MAX_FILE_BYTES } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import type { Invocation } from './command.ts'
import { withDesk } from './desk.ts'
import { openToRead } from './files.ts'

/** Bytes whose base64 fills one call. */
const PIECE_BYTES = (MAX_CHUNK_CHARS / 4) * 3

/**
 * Hands a file to the desk, piece by piece, for the time of a task. Ctrl+C cancels the work on it.
 * @param stopped what to say then
 * @throws Refused `file_not_found`, `file_not_readable`, `file_too_large`, `interrupted`, and those of the task
 */
export async function withStagedFile<Result>(
  invocation: Invocation,
  path: string,
  stopped: string,
  task: (client: DeskClient, fileId: string) => Promise<Result>,
): Promise<Result> {
  const file = await openToRead(path)
  try {
    const { size } = await file.stat()
    if (size > MAX_FILE_BYTES)
      throw new Refused('file_too_large', `“${path}” is larger than ${MAX_FILE_BYTES / 1_048_576} MB. Divide it and import the pieces.`)
    return await withDesk(invocation, false, async ({ client }) => {
      const { interrupted } = invocation.terminal
      const { fileId } = await client.imports.beginFile({ name: basename(path), size })
      const cancel = (): void => void client.imports.cancel({ fileId }).catch(() => undefined)
      interrupted.addEventListener('abort', cancel)
      try {
        const piece = Buffer.alloc(PIECE_BYTES)
        for (let offset = 0; ;) {
          interrupted.throwIfAborted()
          const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, offset)
          if (bytesRead === 0) break
          await client.imports.appendFile({ fileId, offset, data: piece.toString('base64', 0, bytesRead) })
          offset += bytesRead
        }
        return await task(client, fileId)
      } catch (error) {
        if (interrupted.aborted) throw new Refused('interrupted', stopped)
        throw error
      } finally {
        interrupted.removeEventListener('abort', cancel)
        // an imported file is forgotten already
        await client.imports.discardFile({ fileId }).catch(() => undefined)
      }
    })
  } finally {
    await file.close()
  }
}
