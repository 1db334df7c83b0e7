/**
 * `npm run bench`: how fast the desk is, as ratios to a floor measured in the same run. Prints a table and writes JSON.
 * Figures of a busy computer mean little; the ratios mean more than the rates.
 *
 * All of it, or what is named: `-- import`, `-- dispatch`, `-- replies`, `-- hooks`, `-- inbox`, `-- window`.
 *
 * `-- --rows 1000000 --texts 5000 --hooks 10000 --bulk 100000 --replies 200 --small 10000 --large 1000000 --out test-results/bench.json --json`
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { withBenchDesk } from './desk.ts'
import { measureDispatch, measureDispatchFloor } from './dispatch.ts'
import { inboxLimits, windowLimits } from './growth.ts'
import { measureHooks } from './hooks.ts'
import { measureImport } from './import.ts'
import { measureInbox } from './inbox.ts'
import { measurePickUp } from './pick-up.ts'
import { withProvider } from './start-provider.ts'
import { measureWindow } from './window.ts'

const PARTS = ['import', 'dispatch', 'replies', 'hooks', 'inbox', 'window'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    texts: { type: 'string', default: '5000' },
    hooks: { type: 'string', default: '10000' },
    bulk: { type: 'string', default: '100000' },
    replies: { type: 'string', default: '200' },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    out: { type: 'string', default: 'test-results/bench.json' },
    json: { type: 'boolean', default: false },
  },
})
const unknown = positionals.find((name) => !PARTS.some((part) => part === name))
if (unknown !== undefined) throw new Error(`There is no benchmark “${unknown}”. Known: ${PARTS.join(', ')}`)
const texts = Number(values.texts)
const bulk = Number(values.bulk)

/** Measures a part unless others were asked for; null then. */
function measured<Result>(part: (typeof PARTS)[number], measure: () => Promise<Result>): Promise<Result | null> {
  return positionals.length === 0 || positionals.includes(part) ? measure() : Promise.resolve(null)
}

/** A provider that answers this late keeps all calls in flight while replies are measured; in milliseconds. */
const SLOW_ANSWER_MS = 25

// First, since what the others leave behind in memory would be counted.
const imports = await measured('import', () => measureImport(Number(values.rows)))
const dispatch = await measured('dispatch', () =>
  withProvider(0, async ({ port }) => ({
    floor: await measureDispatchFloor(port, texts),
    oneByOne: await withBenchDesk((bench) => measureDispatch(bench, port, texts, false)),
    together: await withBenchDesk((bench) => measureDispatch(bench, port, texts, true)),
  })),
)
const pickUp = await measured('replies', () =>
  withProvider(SLOW_ANSWER_MS, (provider) => withBenchDesk((bench) => measurePickUp(bench, provider, bulk, Number(values.replies)))),
)
const hooks = await measured('hooks', () => withBenchDesk((bench) => measureHooks(bench, Number(values.hooks))))

const inbox = await measured('inbox', () =>
  withProvider(0, async ({ port }) => ({
    small: await measureInbox(Number(values.small), port),
    large: await measureInbox(Number(values.large), port),
  })),
)
const inWindow = await measured('window', async () => ({
  small: await measureWindow(Number(values.small)),
  large: await measureWindow(Number(values.large)),
}))

const rates = [
  ...(dispatch === null
    ? []
    : [
        {
          what: `dispatch of ${texts} texts, a call for each`,
          unit: 'texts/s',
          floor: dispatch.floor,
          product: dispatch.oneByOne,
          budget: 0.6,
        },
        {
          what: `dispatch of ${texts} texts alike, many in a call`,
          unit: 'texts/s',
          floor: dispatch.floor,
          product: dispatch.together,
          budget: 0.6,
        },
      ]),
  ...(hooks === null
    ? []
    : [{ what: `${values.hooks} hooks taken`, unit: 'hooks/s', floor: hooks.floor, product: hooks.product, budget: 0.5 }]),
].map((row) => ({ ...row, ratio: row.product / row.floor }))
const limits = [
  ...(imports === null
    ? []
    : [
        {
          what: `import of ${imports.rows} rows in ${imports.importSeconds.toFixed(1)} s, floor ${imports.floorSeconds.toFixed(1)} s`,
          unit: 'times the floor',
          value: imports.importSeconds / imports.floorSeconds,
          budget: 2,
        },
        { what: 'memory of the import', unit: 'MiB', value: imports.importMemoryMiB, budget: 400 },
        { what: 'host loop delay meanwhile, p99', unit: 'ms', value: imports.importLoopP99Ms, budget: 20 },
        { what: 'taking it back', unit: 's', value: imports.undoSeconds, budget: imports.importSeconds },
        { what: 'memory of taking it back', unit: 'MiB', value: imports.undoMemoryMiB, budget: 400 },
        { what: 'search among these people, p95', unit: 'ms', value: imports.searchP95Ms, budget: 50 },
      ]),
  ...(hooks === null ? [] : [{ what: 'answer to a hook, 50 connections, p99', unit: 'ms', value: hooks.p99Ms, budget: 100 }]),
  ...(pickUp === null
    ? []
    : [
        { what: `reply to the socket while ${bulk} texts wait, p95`, unit: 'ms', value: pickUp.p95Ms, budget: 200 },
        { what: 'host loop delay meanwhile, p99', unit: 'ms', value: pickUp.hostLoopP99Ms, budget: 20 },
      ]),
  ...(inbox === null ? [] : inboxLimits(inbox.small, inbox.large)),
  ...(inWindow === null ? [] : windowLimits(inWindow.small, inWindow.large)),
]
const results = { rates, limits, pickUp, imports, hooks, inbox, window: inWindow }

await mkdir(dirname(values.out), { recursive: true })
await writeFile(values.out, `${JSON.stringify(results, null, 2)}\n`)
if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`)
else {
  for (const { what, unit, floor, product, ratio, budget } of rates) {
    process.stdout.write(
      `${what}: ${Math.round(product)} ${unit}, floor ${Math.round(floor)} ${unit}, ratio ${ratio.toFixed(2)} (budget at least ${budget})\n`,
    )
  }
  for (const { what, unit, value, budget } of limits) {
    process.stdout.write(`${what}: ${value.toFixed(1)} ${unit} (budget at most ${Math.round(budget)})\n`)
  }
  if (hooks !== null) {
    process.stdout.write(`hooks: p50 ${hooks.p50Ms.toFixed(1)} ms; memory at most ${Math.round(hooks.peakMemoryMiB)} MiB\n`)
  }
  if (pickUp !== null) {
    process.stdout.write(
      `replies: p50 ${pickUp.p50Ms.toFixed(1)} ms, longest ${pickUp.maxMs.toFixed(1)} ms; memory at most ${Math.round(pickUp.peakMemoryMiB)} MiB\n`,
    )
  }
}
