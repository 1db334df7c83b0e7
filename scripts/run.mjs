// npm run cli | serve | bench | crash | seed: sees to dependencies and build, then runs the program under Node 24.
// Everything of its own goes to standard error; arguments, signals and the exit code are passed through.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuild } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { isNode24, node24 } from './lib/node24.mjs'
import { CannotGoOn, inProject, main } from './lib/project.mjs'
import { runProgram } from './lib/run-program.mjs'
import { stopWithNpm } from './lib/stop-with-npm.mjs'

/** What can be run: the file, and arguments of Node for it. */
const PROGRAMS = {
  cli: { file: 'out/main/cli.js' },
  serve: { file: 'out/main/serve.js' },
  bench: { file: 'test/bench/run.ts', node: ['--expose-gc'] },
  crash: { file: 'test/crash/run.ts' },
  seed: { file: 'test/seed/run.ts' },
}

await main(async () => {
  stopWithNpm()
  const [name = '', ...args] = process.argv.slice(2)
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined
  if (program === undefined) throw new CannotGoOn(`There is no program “${name}”.`, `Known: ${Object.keys(PROGRAMS).join(', ')}`)
  await ensureDependencies()
  await ensureBuild()
  const file = inProject(program.file)
  if (!existsSync(file)) throw new CannotGoOn(`${program.file} is not there.`)

  if (isNode24() && program.node === undefined) {
    // The same process: no second start of Node, and signals and exit code need no passing on.
    process.argv = [process.execPath, file, ...args]
    await import(pathToFileURL(file).href)
    return undefined
  }
  const { code } = await runProgram(node24(), [...(program.node ?? []), file, ...args], { stdio: 'inherit' })
  return code
})
