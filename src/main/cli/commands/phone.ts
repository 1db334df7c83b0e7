import * as z from 'zod'
import { readPhone, type PhoneReading } from '../../../shared/phone/index.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { readJsonArray } from '../files.ts'
import { UsageError } from '../usage-error.ts'
import { readCountry } from '../values.ts'

const writtenNumber = z.object({ raw: z.string(), country: z.string().nullish() })

/** `phone RAW` or `phone --file F`. A number that cannot be texted is an answer, not a failure. Needs no desk. */
export const phone: RunCommand = async ({ words: [raw], options }) => {
  if ((raw === undefined) === (options.file === undefined))
    throw new UsageError('“phone” takes one number, or --file and the name of a file.')
  const country = readCountry(options.country)
  if (raw !== undefined) return { json: readPhone(raw, country), text: describe(readPhone(raw, country)) }
  const readings = (await readJsonArray(options.file ?? '')).map((element, index) => {
    const written = writtenNumber.safeParse(element)
    if (!written.success) {
      throw new Refused(
        'file_not_numbers',
        `Element ${index + 1} of the file is no number. The file must be a JSON array of {"raw", "country"}.`,
      )
    }
    return readPhone(written.data.raw, written.data.country?.toUpperCase() ?? country)
  })
  return { json: readings, text: readings.map(describe).join('\n') }
}

function describe(reading: PhoneReading): string {
  if (!reading.valid) return reading.reason
  const { e164, country, type, note } = reading
  return [e164, country ?? '', type.replaceAll('_', ' '), note ?? ''].filter((word) => word !== '').join('  ')
}
