// npm test [-- --only unit,screens]: everything that is checked, level by level, on a machine that has only Node 20 and
// npm. Goes on after a failed level and ends with one line: `N passed, N failed[, N skipped]`.
import { parseArgs } from 'node:util'
import { ensureDependencies } from './lib/dependencies.mjs'
import { CannotGoOn, main, say } from './lib/project.mjs'
import { closingLine } from './lib/test-results.mjs'
import { LEVELS } from './lib/test-levels.mjs'

await main(async () => {
  const levels = chosen(process.argv.slice(2))
  try {
    await ensureDependencies()
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error
    say(error.message)
    process.stdout.write('0 passed, 1 failed\n')
    return 1
  }

  const results = []
  for (const { name, title, run } of levels) {
    say(`\n=== ${title} [${name}] ===`)
    const started = Date.now()
    results.push({ name, ...(await runSafely(run)) })
    const { passed, failed, skipped } = results.at(-1)
    say(`--- ${name}: ${closingLine([{ passed, failed, skipped }])} (${((Date.now() - started) / 1_000).toFixed(0)} s)`)
  }

  const failures = results.flatMap(({ name, failures }) => failures.map((failure) => `  [${name}] ${failure}`))
  const repeated = results.flatMap(({ name, repeated = [] }) => repeated.map((title) => `  [${name}] ${title}`))
  if (repeated.length > 0) say(`\nPassed only when repeated, so something is wrong with them:\n${repeated.join('\n')}`)
  if (failures.length > 0) say(`\nFailed:\n${failures.join('\n')}`)
  say('')
  process.stdout.write(`${closingLine(results)}\n`)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
})

/** A level that cannot even run is a failed level, and no reason to leave the others out. */
async function runSafely(run) {
  try {
    return await run()
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, failures: [error instanceof Error ? error.message : String(error)] }
  }
}

function chosen(args) {
  let only
  try {
    only = parseArgs({ args, options: { only: { type: 'string' } } }).values.only
  } catch (error) {
    throw new CannotGoOn(error.message)
  }
  if (only === undefined) return LEVELS
  const names = only.split(',')
  const unknown = names.find((name) => !LEVELS.some((level) => level.name === name))
  if (unknown !== undefined) throw new CannotGoOn(`There is no level “${unknown}”.`, `Known: ${LEVELS.map(({ name }) => name).join(', ')}`)
  return LEVELS.filter(({ name }) => names.includes(name))
}
