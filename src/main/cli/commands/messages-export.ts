import type { DeskClient } from '../../../shared/contract/client.ts'
import type { ExportSelection } from '../../../shared/contract/exports.ts'
import { ownZone } from '../../../shared/time/wall-time.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { writeInPieces } from '../files.ts'
import { counted } from '../format.ts'
import { UsageError } from '../usage-error.ts'
import { readDayOrTime } from '../values.ts'

/** `messages export FILE` */
export const exportMessages: RunCommand = (invocation) => {
  const { options, words } = invocation
  const file = words[0] ?? ''
  if ((options.to?.length ?? 0) > 1) throw new UsageError('“messages export” takes --to once.')
  const to = options.to?.[0]
  const range: ExportSelection = {
    ...(to === undefined ? {} : { to }),
    ...(options.from === undefined ? {} : { from: readDayOrTime(options.from, 'from') }),
    ...(options.until === undefined ? {} : { until: readDayOrTime(options.until, 'until') }),
  }
  return withDesk(invocation, false, async ({ client }) => {
    const account = options.account === undefined ? {} : { accountId: (await findAccount(client, options.account)).id }
    let messages = 0
    await writeInPieces(
      file,
      pieces(client, { ...range, ...account }, (count) => {
        messages += count
      }),
    )
    return { json: { file, messages }, text: `Wrote ${counted(messages, 'message')} to ${file}.` }
  })
}

async function* pieces(client: DeskClient, selection: ExportSelection, onPiece: (count: number) => void): AsyncGenerator<string> {
  let after: string | null = null
  do {
    const piece: { text: string; count: number; next: string | null } = await client.exports.csv({
      ...selection,
      zone: ownZone(),
      ...(after === null ? {} : { after }),
    })
    onPiece(piece.count)
    yield piece.text
    after = piece.next
  } while (after !== null)
}
