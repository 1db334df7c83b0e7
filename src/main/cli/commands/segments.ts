import { countSegments, type SegmentCount } from '../../../shared/segments/index.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { readJsonArray } from '../files.ts'
import { counted } from '../format.ts'
import { UsageError } from '../usage-error.ts'

/** `segments TEXT` or `segments --file F`. Needs no desk. */
export const segments: RunCommand = async ({ words: [text], options: { file } }) => {
  if ((text === undefined) === (file === undefined)) throw new UsageError('“segments” takes one text, or --file and the name of a file.')
  if (text !== undefined) return { json: countSegments(text), text: describe(countSegments(text)) }
  const counts = (await readJsonArray(file ?? '')).map((element, index) => {
    if (typeof element === 'string') return countSegments(element)
    throw new Refused('file_not_texts', `Element ${index + 1} of the file is no text. The file must be a JSON array of texts.`)
  })
  return { json: counts, text: counts.map(describe).join('\n') }
}

function describe({ encoding, units, segments, segmentUnits, remaining, offenders }: SegmentCount): string {
  const parts = segments > 1 ? ` (${segmentUnits.join(' + ')})` : ''
  const lines = [`${counted(segments, 'part')}${parts}, ${counted(units, 'unit')} in ${encoding}, ${remaining} left`]
  for (const { char, index, suggestion } of offenders) {
    const instead = suggestion === null ? 'nothing close to it' : suggestion === '' ? 'leave it out' : `use ${JSON.stringify(suggestion)}`
    lines.push(`  ${JSON.stringify(char)} at ${index}: ${instead}`)
  }
  return lines.join('\n')
}
