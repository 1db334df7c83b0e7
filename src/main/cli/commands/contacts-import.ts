import { basename } from 'node:path'
import type { DeskClient } from '../../../shared/contract/client.ts'
import {
  MAX_CHUNK_CHARS,
  MAX_FILE_BYTES,
  type ImportCounts,
  type ImportOptions,
  type ImportReject,
} from '../../../shared/contract/imports.ts'
import { Refused } from '../../app/refused.ts'
import type { Invocation, RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { openToRead } from '../files.ts'
import { counted, table } from '../format.ts'
import { UsageError } from '../usage-error.ts'
import { readCountry } from '../values.ts'

/** Bytes whose base64 fills one call. */
const PIECE_BYTES = (MAX_CHUNK_CHARS / 4) * 3

/** Rejects the contract gives in one page at most. */
const REJECTS_PAGE = 5_000

interface Outcome {
  importId: string | null
  counts: ImportCounts
  rejects: ImportReject[]
}

/** `contacts import FILE`: all of it, or nothing. With `--dry-run` nothing, but what would have happened. */
export const importContacts: RunCommand = async (invocation) => {
  const path = invocation.words[0] ?? ''
  const options = importOptions(invocation)
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
        const outcome =
          invocation.options['dry-run'] === true ? await preview(client, fileId, options) : await commit(client, fileId, options)
        return { json: { importId: outcome.importId, ...outcome.counts, rejects: outcome.rejects }, text: describe(outcome) }
      } catch (error) {
        if (interrupted.aborted) throw new Refused('interrupted', 'The import was stopped. Nothing was imported.')
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

function importOptions({ options }: Invocation): ImportOptions {
  const country = readCountry(options.country)
  const onDuplicate = options['on-duplicate']
  if (onDuplicate !== undefined && onDuplicate !== 'skip' && onDuplicate !== 'fill' && onDuplicate !== 'update')
    throw new UsageError('--on-duplicate takes skip, fill or update.')
  return { ...(country === undefined ? {} : { country }), ...(onDuplicate === undefined ? {} : { onDuplicate }) }
}

async function preview(client: DeskClient, fileId: string, options: ImportOptions): Promise<Outcome> {
  const { counts, rejects } = await client.imports.preview({ fileId, options })
  return { importId: null, counts, rejects }
}

async function commit(client: DeskClient, fileId: string, options: ImportOptions): Promise<Outcome> {
  const { importId, counts, rejects } = await client.imports.commit({ fileId, options })
  return { importId, counts, rejects: rejects.length < counts.rejected ? await allRejects(client, importId) : rejects }
}

async function allRejects(client: DeskClient, importId: string): Promise<ImportReject[]> {
  const all: ImportReject[] = []
  for (;;) {
    const { rejects } = await client.imports.rejects({ importId, afterRow: all.at(-1)?.row ?? 0, limit: REJECTS_PAGE })
    all.push(...rejects)
    if (rejects.length < REJECTS_PAGE) return all
  }
}

function describe({ importId, counts, rejects }: Outcome): string {
  const { rows, created, updated, unchanged, duplicates, rejected } = counts
  const lines = [
    `${importId === null ? 'Would import' : 'Imported'} ${counted(rows, 'row')}: ${created} new, ${updated} updated, ${unchanged} unchanged, ${duplicates} twice in the file, ${rejected} rejected.`,
  ]
  if (rejects.length > 0)
    lines.push(
      table(
        ['ROW', 'VALUE', 'REASON'],
        rejects.map((reject) => [String(reject.row), reject.value, reject.reason]),
      ),
    )
  if (importId !== null) lines.push(`To take it back: imports undo ${importId}`)
  return lines.join('\n')
}
