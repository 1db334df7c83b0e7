/**
 * `npm run crash -- --runs N`: kills a sending desk N times at points of its work and says what it found.
 *
 * - `--seed S`: the same choices again. What the computer does meanwhile is never quite the same.
 * - `--only K`: only the Kth run of a seed.
 * - `--texts T`: about how many texts a run sends.
 */
import { parseArgs } from 'node:util'
import { faultsOf } from './evidence.ts'
import type { CrashResult } from './harness.ts'
import { crashOnce } from './harness.ts'
import { keyOf, MODES } from './plan.ts'
import type { KillPoint } from './points.ts'
import { KILL_POINTS } from './points.ts'
import { seededRandom, seedOf } from '../support/random.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    texts: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
})

/** Runs at the same time: a killed desk mostly waits for its own start. */
const AT_ONCE = 2

/** The share of runs whose desk is killed once more while it starts again. */
const KILLED_AGAIN = 0.2

interface Tally {
  runs: number
  killed: number
  kills: number
  texts: number
  inFlight: number
  unconfirmed: number
  unconfirmedTaken: number
  faulty: number
}

const runs = wholeNumber('runs', values.runs, 1)
const texts = wholeNumber('texts', values.texts, 12)
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber('seed', values.seed, 0)
const only = values.only === undefined ? null : wholeNumber('only', values.only, 1) - 1

const tallies = new Map<KillPoint, Tally>(
  KILL_POINTS.map((point) => [
    point,
    { runs: 0, killed: 0, kills: 0, texts: 0, inFlight: 0, unconfirmed: 0, unconfirmedTaken: 0, faulty: 0 },
  ]),
)
let next = only ?? 0
const end = only === null ? runs : only + 1
let done = 0

process.stderr.write(`${end - next} runs, seed ${seed}\n`)
await Promise.all(Array.from({ length: AT_ONCE }, work))
process.stdout.write(report())
process.exitCode = total('faulty') === 0 ? 0 : 1

async function work(): Promise<void> {
  for (let run = next; run < end; run = next) {
    next += 1
    const point = KILL_POINTS[run % KILL_POINTS.length] ?? 'at random'
    const mode = MODES[Math.floor(run / KILL_POINTS.length) % MODES.length] ?? 'single calls'
    const random = seededRandom(seedOf(seed, run))
    const killAgain = random() < KILLED_AGAIN
    let faults: string[]
    try {
      const result = await crashOnce({ point, mode, texts, random, killAgain })
      faults = faultsOf(result)
      count(point, result)
    } catch (error) {
      faults = [error instanceof Error ? error.message : String(error)]
    }
    if (faults.length > 0) {
      tallyOf(point).faulty += 1
      process.stderr.write(
        `run ${run + 1} (${point}, ${mode}${killAgain ? ', killed again' : ''}), repeat with --seed ${seed} --only ${run + 1}:\n`,
      )
      process.stderr.write(faults.map((fault) => `  ${fault}\n`).join(''))
    }
    done += 1
    if (done % 10 === 0) process.stderr.write(`${done} runs done\n`)
  }
}

function count(point: KillPoint, result: CrashResult): void {
  const tally = tallyOf(point)
  const unconfirmed = result.messages.filter(({ status }) => status === 'unconfirmed')
  tally.runs += 1
  tally.killed += result.killed ? 1 : 0
  tally.kills += result.wrecks.length
  tally.texts += result.messages.length
  tally.inFlight += new Set(result.wrecks.flatMap(({ sending }) => [...sending])).size
  tally.unconfirmed += unconfirmed.length
  tally.unconfirmedTaken += unconfirmed.filter(({ to, text }) => result.taken.has(keyOf(to, text))).length
}

function tallyOf(point: KillPoint): Tally {
  const tally = tallies.get(point)
  if (tally === undefined) throw new Error(`no such point: ${point}`)
  return tally
}

function total(key: keyof Tally): number {
  return [...tallies.values()].reduce((sum, tally) => sum + tally[key], 0)
}

function report(): string {
  const heads = ['killed at', 'runs', 'killed', 'texts', 'in flight', 'unconfirmed', 'of these sent', 'faulty runs']
  const keys = ['runs', 'killed', 'texts', 'inFlight', 'unconfirmed', 'unconfirmedTaken', 'faulty'] as const
  const rows = [...tallies].map(([point, tally]) => [point, ...keys.map((key) => String(tally[key]))])
  const all = ['all', ...keys.map((key) => String(total(key)))]
  const table = [heads, ...rows, all]
  const widths = heads.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  const verdict =
    total('faulty') === 0
      ? 'Nothing was lost, nothing went out twice, and of every text the desk says what the carrier saw or that it does not know.'
      : `${total('faulty')} runs lost a text, sent one twice, or said something wrong.`
  return `${table.map(line).join('\n')}\n\n${total('runs')} runs (seed ${seed}), killed ${total('kills')} times. ${verdict}\n`
}

function wholeNumber(name: string, given: string, least: number): number {
  const value = Number(given)
  if (Number.isSafeInteger(value) && value >= least) return value
  process.stderr.write(`--${name} is a whole number of at least ${least}, not “${given}”.\n`)
  process.exit(2)
}
