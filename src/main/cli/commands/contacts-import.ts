import type { DeskClient } from '../../../shared/contract/client.ts'
import type { ImportCounts, ImportOptions, ImportReject } from '../../../shared/contract/imports.ts'
import type { Invocation, RunCommand } from '../command.ts'
import { counted, table } from '../format.ts'
import { withStagedFile } from '../staged-file.ts'
import { UsageError } from '../usage-error.ts'
import { readCountry } from '../values.ts'

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
  return withStagedFile(invocation, path, 'The import was stopped. Nothing was imported.', async (client, fileId) => {
    const outcome = invocation.options['dry-run'] === true ? await preview(client, fileId, options) : await commit(client, fileId, options)
    return { json: { importId: outcome.importId, ...outcome.counts, rejects: outcome.rejects }, text: describe(outcome) }
  })
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
