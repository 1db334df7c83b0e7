import type { ImportRecord } from '../../../shared/contract/imports.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { counted, isoTime, isoTimeOrNull, localTime, table } from '../format.ts'
import { readId } from '../ids.ts'

/** `imports list` */
export const listImports: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const imports = await client.imports.list()
    const rows = imports.map(({ id, fileName, status, counts, startedAt }) => [
      localTime(startedAt),
      fileName,
      status,
      String(counts.rows),
      String(counts.created),
      String(counts.updated),
      String(counts.rejected),
      id,
    ])
    return {
      json: { imports: imports.map(importView) },
      text:
        rows.length === 0
          ? 'Nothing was imported yet.'
          : table(['STARTED', 'FILE', 'STATUS', 'ROWS', 'NEW', 'UPDATED', 'REJECTED', 'ID'], rows),
    }
  })

/** `imports undo ID` */
export const undoImport: RunCommand = async (invocation) => {
  const importId = readId('import', invocation.words[0] ?? '')
  return withDesk(invocation, false, async ({ client }) => {
    const undone = await client.imports.undo({ importId })
    const { removed, restored, leftAlone, left } = undone
    const said = `Took the import back: ${counted(removed, 'person', 'people')} removed, ${restored} restored, ${leftAlone} left alone because somebody edited them since.`
    const people = left.map(({ id, name, number }) => [name, number ?? '', id])
    return { json: { importId, ...undone }, text: people.length === 0 ? said : `${said}\n${table(['NAME', 'NUMBER', 'ID'], people)}` }
  })
}

function importView({ id, fileName, status, counts, startedAt, finishedAt, undoneAt, undone }: ImportRecord) {
  return {
    id,
    fileName,
    status,
    ...counts,
    startedAt: isoTime(startedAt),
    finishedAt: isoTimeOrNull(finishedAt),
    undoneAt: isoTimeOrNull(undoneAt),
    undone,
  }
}
