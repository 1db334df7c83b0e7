import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededRandom } from '../support/random.ts'

const GIVEN = ['Astrid', 'Björn', 'Cecilia', 'David', 'Elsa', 'Fatima', 'Gustav', 'Hanna', 'Ines', 'Johan', 'Kärin', 'Lars', 'Maja', 'Nils']
const FAMILY = ['Andersson', 'Öberg', 'Lindqvist', 'Holm', 'Ek', 'Sjöström', 'Nguyen', 'Haddad', 'Virtanen', 'Åkesson', 'Berg']
const CITIES = ['Göteborg', 'Malmö', 'Uppsala', 'Umeå', 'Lund']

/**
 * Writes a list of `rows` customers as CSV: numbers in the notations people use, each once, in no order; one in a hundred
 * cannot be read. The same file at each run.
 */
export async function writeCustomers(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  const random = seededRandom(1)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const lines = ['Name,Mobile,Company,City']
  for (let row = 0; row < rows; row += 1) {
    // A multiplier coprime to ten million visits each number once.
    const digits = String((row * 7_654_321 + 1_234_567) % 10_000_000).padStart(7, '0')
    const name = `${pick(GIVEN)} ${pick(FAMILY)} ${row % 1_000}`
    const company = random() < 0.3 ? `${pick(FAMILY)} & Co ${row % 5_000}` : ''
    lines.push(`${name},${row % 100 === 99 ? 'call the office' : notation(row, digits)},${company},${pick(CITIES)}`)
    if (lines.length < 10_000) continue
    if (!file.write(`${lines.join('\n')}\n`)) await new Promise<void>((resolve) => file.once('drain', () => resolve()))
    lines.length = 0
  }
  file.end(lines.length === 0 ? '' : `${lines.join('\n')}\n`)
  await finished(file)
}

function notation(row: number, digits: string): string {
  const first = digits.slice(0, 3)
  const second = digits.slice(3, 5)
  const third = digits.slice(5)
  if (row % 4 === 0) return `070-${first} ${second} ${third}`
  if (row % 4 === 1) return `+4670${digits}`
  if (row % 4 === 2) return `070${digits}`
  return `0046 70 ${first} ${second} ${third}`
}
