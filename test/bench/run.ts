/**
 * `npm run bench`: how fast the desk is, as ratios to a floor measured in the same run. Prints a table and writes JSON.
 * Figures of a busy computer mean little; the ratios mean more than the rates.
 *
 * `-- --texts 5000 --hooks 10000 --bulk 100000 --replies 200 --out test-results/bench.json --json`
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { withBenchDesk } from './desk.ts'
import { measureDispatch, measureDispatchFloor } from './dispatch.ts'
import { measureHooks } from './hooks.ts'
import { measurePickUp } from './pick-up.ts'
import { withProvider } from './start-provider.ts'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '5000' },
    hooks: { type: 'string', default: '10000' },
    bulk: { type: 'string', default: '100000' },
    replies: { type: 'string', default: '200' },
    out: { type: 'string', default: 'test-results/bench.json' },
    json: { type: 'boolean', default: false },
  },
})
const texts = Number(values.texts)
const bulk = Number(values.bulk)

/** A provider that answers this late keeps all calls in flight while replies are measured; in milliseconds. */
const SLOW_ANSWER_MS = 25

const dispatch = await withProvider(0, async ({ port }) => ({
  floor: await measureDispatchFloor(port, texts),
  oneByOne: await withBenchDesk((bench) => measureDispatch(bench, port, texts, false)),
  together: await withBenchDesk((bench) => measureDispatch(bench, port, texts, true)),
}))
const pickUp = await withProvider(SLOW_ANSWER_MS, (provider) =>
  withBenchDesk((bench) => measurePickUp(bench, provider, bulk, Number(values.replies))),
)
const hooks = await withBenchDesk((bench) => measureHooks(bench, Number(values.hooks)))

const rates = [
  { what: `dispatch of ${texts} texts, a call for each`, unit: 'texts/s', floor: dispatch.floor, product: dispatch.oneByOne, budget: 0.6 },
  {
    what: `dispatch of ${texts} texts alike, many in a call`,
    unit: 'texts/s',
    floor: dispatch.floor,
    product: dispatch.together,
    budget: 0.6,
  },
  { what: `${values.hooks} hooks taken`, unit: 'hooks/s', ...hooks, budget: 0.5 },
].map((row) => ({ ...row, ratio: row.product / row.floor }))
const limits = [
  { what: `reply to the socket while ${bulk} texts wait, p95`, unit: 'ms', value: pickUp.p95Ms, budget: 200 },
  { what: 'host loop delay meanwhile, p99', unit: 'ms', value: pickUp.hostLoopP99Ms, budget: 20 },
]
const results = { rates, limits, pickUp }

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
    process.stdout.write(`${what}: ${value.toFixed(1)} ${unit} (budget at most ${budget})\n`)
  }
  process.stdout.write(
    `replies: p50 ${pickUp.p50Ms.toFixed(1)} ms, longest ${pickUp.maxMs.toFixed(1)} ms; memory at most ${Math.round(pickUp.peakMemoryMiB)} MiB\n`,
  )
}
