/**
 * `npm run seed -- --messages 1000000`: a data folder with years of made-up history, for the benchmark, for tests and for
 * pictures. `--data-dir DIR` (else `test-results/seed-<messages>`), `--years 5`, `--seed 1`, `--until 2026-11-01`.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeSeededFolder } from './make-folder.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    'data-dir': { type: 'string' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string' },
  },
})
const messages = Number(values.messages)
if (!Number.isInteger(messages) || messages < 1) throw new Error(`“${values.messages}” is no number of messages.`)
const until = values.until === undefined ? Date.now() : Date.parse(values.until)
if (Number.isNaN(until)) throw new Error(`“${values.until}” is no date.`)
const folder = resolve(values['data-dir'] ?? `test-results/seed-${messages}`)

const started = performance.now()
const written = await makeSeededFolder(folder, { messages, seed: Number(values.seed), until, years: Number(values.years) }, (done) =>
  process.stderr.write(`\r${done} of ${messages} messages`),
)
const seconds = ((performance.now() - started) / 1_000).toFixed(1)
process.stderr.write('\n')
process.stdout.write(
  `${written.messages} messages, ${written.conversations} conversations, ${written.contacts} people in ${seconds} s: ${folder}\n` +
    `Open it with: npm run serve -- --data-dir ${folder}\n`,
)
