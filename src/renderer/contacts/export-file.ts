/** Formats people can be exported in. */
export type ExportFormat = 'csv' | 'vcard'

/** A chunk of the export as the host answers it. */
interface Chunk {
  text: string
  count: number
  next: string | null
}

/**
 * The whole export, chunk after chunk. `onCount` is told the people, or whatever it is of, so far.
 *
 * The parts stay apart until the file is made of them, so that a long list is never one giant string.
 */
export async function exportParts(
  askFor: (input: { after?: string }) => Promise<Chunk>,
  onCount: (people: number) => void,
): Promise<string[]> {
  const parts: string[] = []
  let people = 0
  let after: string | undefined
  for (;;) {
    const chunk = await askFor(after === undefined ? {} : { after })
    parts.push(chunk.text)
    people += chunk.count
    onCount(people)
    if (chunk.next === null) return parts
    after = chunk.next
  }
}

/** Name of an export of people: "contacts 2026-11-21.csv". @param what what it is of, in a word */
export function exportFileName(what: string, format: ExportFormat, now: Date): string {
  return fileNameOfDay(what, format === 'csv' ? 'csv' : 'vcf', now)
}

/** A file's name with its day in the person's own time zone. */
export function fileNameOfDay(what: string, ending: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return `${what} ${day}.${ending}`
}
