// npm run lockfile [-- --fix]: finds, or fills, what is missing from package-lock.json for other platforms.
import { readFileSync, writeFileSync } from 'node:fs'
import { fillHoles, findFaults } from './lib/lock-check.mjs'
import { inProject, main, say } from './lib/project.mjs'

await main(() => {
  const args = process.argv.slice(2)
  const file = args.find((arg) => !arg.startsWith('--')) ?? inProject('package-lock.json')
  let lock = JSON.parse(readFileSync(file, 'utf8'))
  if (args.includes('--fix')) {
    const fixed = fillHoles(lock)
    lock = fixed.lock
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
    say(`Filled ${fixed.filled.length} holes${fixed.filled.length > 0 ? `: ${fixed.filled.join(', ')}` : ''}.`)
    for (const name of fixed.left) say(`${name} could not be filled: neither its version nor its platform can be told from its entry.`)
  }
  const faults = findFaults(lock)
  for (const fault of faults) say(fault)
  if (faults.length === 0) {
    say('The lock file serves every platform.')
    return 0
  }
  say('To fill what is missing, run: npm run lockfile -- --fix')
  return 1
})
