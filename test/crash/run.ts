/** `npm run crash -- --runs N`: kills a sending desk N times at points of its work and says what it found. */
import { parseArgs } from 'node:util'
import { crashOnce, faultsOf, KILL_POINTS } from './harness.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100' }, texts: { type: 'string', default: '40' } } })
const runs = Number(values.runs)
const texts = Number(values.texts)

let killed = 0
let unconfirmed = 0
let faulty = 0
for (let run = 0; run < runs; run += 1) {
  const point = KILL_POINTS[run % KILL_POINTS.length] ?? 'at random'
  const result = await crashOnce(point, texts, Math.random)
  const faults = faultsOf(result, texts)
  if (result.killed) killed += 1
  unconfirmed += result.messages.filter(({ status }) => status === 'unconfirmed').length
  if (faults.length > 0) {
    faulty += 1
    process.stderr.write(`run ${run} (${point}):\n${faults.map((fault) => `  ${fault}\n`).join('')}`)
  }
  if ((run + 1) % 10 === 0) process.stderr.write(`${run + 1} of ${runs} runs\n`)
}
process.stdout.write(
  `${runs} runs, ${killed} killed in mid-work, ${runs * texts} texts: ${faulty} runs lost or repeated a text; ${unconfirmed} texts unconfirmed\n`,
)
process.exitCode = faulty === 0 ? 0 : 1
