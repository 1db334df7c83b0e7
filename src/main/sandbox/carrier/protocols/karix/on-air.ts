import { countSegments, PART_SIZES } from '../../../../../shared/segments/index.ts'

/** What a phone shows of a text sent with this type: as plain, what the GSM alphabet lacks arrives as question marks. */
export function shownText(text: string, unicode: boolean): string {
  if (unicode || countSegments(text).encoding === 'GSM-7') return text
  return [...text].map((char) => (countSegments(char).encoding === 'GSM-7' ? char : '?')).join('')
}

/** How many parts it travels in. A Unicode type takes its room also for a text that would not need it. */
export function partsOf(text: string, unicode: boolean): number {
  const counted = countSegments(text)
  if (!unicode || counted.encoding === 'UCS-2') return counted.segments
  const { single, part } = PART_SIZES['UCS-2']
  return text.length <= single ? 1 : Math.ceil(text.length / part)
}
