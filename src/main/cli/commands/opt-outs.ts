import type { OptOut } from '../../../shared/contract/opt-outs.ts'
import { formatPhone, readPhone } from '../../../shared/phone/index.ts'
import { saidHow } from '../../../shared/opt-outs/words.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { writeInPieces } from '../files.ts'
import { counted, isoTime, localTime, table } from '../format.ts'
import { collect } from '../pages.ts'
import { withStagedFile } from '../staged-file.ts'
import { UsageError } from '../usage-error.ts'
import { readCountry, readLimit } from '../values.ts'

/** `opt-outs list` */
export const listOptOuts: RunCommand = async (invocation) => {
  const limit = readLimit(invocation.options.limit)
  const { search } = invocation.options
  return withDesk(invocation, false, async ({ client }) => {
    let total = 0
    const optOuts = await collect(limit, async (size, after) => {
      const page = await client.optOuts.list({
        limit: size,
        ...(search === undefined ? {} : { search }),
        ...(after === null ? {} : { after }),
      })
      if (after === null) total = page.total
      return { items: page.optOuts, next: page.next }
    })
    const rows = optOuts.map((optOut) => [optOut.e164, optOut.name ?? '', localTime(optOut.at), saidHow(optOut)])
    return {
      json: { optOuts: optOuts.map(optOutView), total },
      text:
        rows.length === 0 ? 'No number is opted out.' : `${table(['NUMBER', 'NAME', 'SINCE', 'HOW'], rows)}\n${optOuts.length} of ${total}`,
    }
  })
}

/** `opt-outs add NUMBER… --reason TEXT` */
export const addOptOuts: RunCommand = async (invocation) => {
  const reason = readReason(invocation.options.reason)
  const country = readCountry(invocation.options.country)
  return withDesk(invocation, false, async ({ client }) => {
    const done = await client.optOuts.add({ numbers: [...invocation.words], reason, ...(country === undefined ? {} : { country }) })
    const { added, already, takenBack, invalid } = done
    const unread = invalid.map(({ number, reason: why }) => `“${number}” cannot be read: ${why}`)
    if (added + already === 0) throw new Refused('number_invalid', unread.join(' '))
    const lines = [`Opted out ${counted(added, 'number')}, ${already} were opted out already.`, ...takenBackLine(takenBack), ...unread]
    return { json: done, text: lines.join('\n') }
  })
}

/** `opt-outs lift NUMBER --reason TEXT` */
export const liftOptOut: RunCommand = async (invocation) => {
  const reason = readReason(invocation.options.reason)
  const country = readCountry(invocation.options.country)
  const number = invocation.words[0] ?? ''
  return withDesk(invocation, false, async ({ client }) => {
    const reading = readPhone(number, country ?? (await client.settings.get()).defaultCountry)
    if (!reading.valid) throw new Refused('number_invalid', `“${number}” cannot be read: ${reading.reason}`)
    const { e164 } = reading
    const { lifted } = await client.optOuts.lift({ e164, reason })
    const text = lifted ? `${formatPhone(e164)} gets texts again.` : `${formatPhone(e164)} was not opted out.`
    return { json: { e164, lifted }, text }
  })
}

/** `opt-outs import FILE` */
export const importOptOuts: RunCommand = async (invocation) => {
  const path = invocation.words[0] ?? ''
  const country = readCountry(invocation.options.country)
  const dryRun = invocation.options['dry-run'] === true
  const stopped = dryRun
    ? 'Stopped. Nothing was changed.'
    : 'Stopped in the middle. Numbers that were read until then are opted out; import the list again for the others.'
  return withStagedFile(invocation, path, stopped, async (client, fileId) => {
    const done = await client.optOuts.importFile({ fileId, dryRun, ...(country === undefined ? {} : { country }) })
    const { rows, added, already, rejected, takenBack, rejects } = done
    const lines = [
      `${dryRun ? 'Would opt out' : 'Opted out'} the numbers of ${counted(added, 'row')} of ${rows}: ${already} were opted out already, ${rejected} rejected.`,
      ...takenBackLine(takenBack),
    ]
    if (rejects.length > 0) {
      const shown = rejects.map(({ row, value, reason }) => [String(row), value, reason])
      lines.push(table(['ROW', 'VALUE', 'REASON'], shown))
    }
    return { json: done, text: lines.join('\n') }
  })
}

/** `opt-outs export FILE` */
export const exportOptOuts: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const file = invocation.words[0] ?? ''
    let numbers = 0
    async function* pieces(): AsyncGenerator<string> {
      for (let after: string | null | undefined; after !== null;) {
        const piece: { csv: string; count: number; next: string | null } = await client.optOuts.exportCsv(
          after === undefined ? {} : { after },
        )
        numbers += piece.count
        yield piece.csv
        after = piece.next
      }
    }
    await writeInPieces(file, pieces())
    return { json: { file, numbers }, text: `Wrote ${counted(numbers, 'number')} to ${file}.` }
  })

function readReason(reason: string | undefined): string {
  if (reason === undefined || reason.trim() === '')
    throw new UsageError('--reason takes a few words on how you know. They are kept as evidence.')
  return reason
}

function takenBackLine(takenBack: number): string[] {
  return takenBack === 0 ? [] : [`${counted(takenBack, 'text')} that waited to go there will not be sent.`]
}

/** An opt-out for programs. */
function optOutView(optOut: OptOut) {
  return { ...optOut, at: isoTime(optOut.at) }
}
