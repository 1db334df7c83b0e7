import { plural } from '../components/times.ts'

/** Longest piece a number can have that is handed to the host, in UTF-16 units, as the contract bounds it. */
const LONGEST_NUMBER = 64

/** What was pasted, as numbers: a line each, or parted by commas or semicolons. */
export function splitNumbers(pasted: string): string[] {
  return pasted
    .split(/[\n\r,;]+/u)
    .map((piece) => piece.trim().slice(0, LONGEST_NUMBER))
    .filter((piece) => piece !== '')
}

/** What came of opting numbers out, as sentences. */
export function addedWords({ added, already, takenBack }: { added: number; already: number; takenBack: number }, locale?: string): string {
  return [
    added > 0
      ? `${plural(added, 'number gets', 'numbers get', locale)} no texts any more.`
      : already === 1
        ? 'This number was opted out already.'
        : 'These numbers were opted out already.',
    takenBack === 0
      ? ''
      : `${plural(takenBack, 'text that waited to go there is', 'texts that waited to go there are', locale)} cancelled.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
