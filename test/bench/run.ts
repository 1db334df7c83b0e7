/**
 * `npm run bench`: how fast the desk is, as ratios to a floor measured in the same run. Prints a table, and JSON with
 * `--json`. Figures of a busy computer mean little; the ratios mean more than the rates.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { withBenchDesk } from './desk.ts'
import { measureDispatch } from './dispatch.ts'
import { measureHooks } from './hooks.ts'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '5000' },
    hooks: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
})

const provider = fork(join(import.meta.dirname, 'provider.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
if (provider.stdout === null) throw new Error('the provider has no output')
const [line] = (await once(provider.stdout, 'data')) as [Buffer]
const port = Number(line.toString('utf8'))

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const dispatch = await withBenchDesk((bench) => measureDispatch(bench, port, Number(values.texts)))
const hostLoopP99Ms = delay.percentile(99) / 1e6
delay.disable()
const hooks = await withBenchDesk((bench) => measureHooks(bench, Number(values.hooks)))
provider.disconnect()

const results = [
  { what: `dispatch of ${values.texts} texts`, unit: 'texts/s', ...dispatch, budget: 0.6 },
  { what: `${values.hooks} hooks taken`, unit: 'hooks/s', ...hooks, budget: 0.5 },
].map((row) => ({ ...row, ratio: row.product / row.floor }))

if (values.json) process.stdout.write(`${JSON.stringify({ results, hostLoopP99Ms })}\n`)
else {
  for (const { what, unit, floor, product, ratio, budget } of results) {
    process.stdout.write(
      `${what}: ${Math.round(product)} ${unit}, floor ${Math.round(floor)} ${unit}, ratio ${ratio.toFixed(2)} (budget at least ${budget})\n`,
    )
  }
  process.stdout.write(`host loop delay while dispatching: p99 ${hostLoopP99Ms.toFixed(1)} ms\n`)
}
