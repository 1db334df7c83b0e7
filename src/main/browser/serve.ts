import { Refused } from '../app/refused.ts'
import { readBrowserShellOptions } from './options.ts'
import { runBrowserShell } from './run.ts'

// Entry of `out/main/serve.js`. Exit codes: 0 stopped cleanly, 1 refused, 2 wrong flags.
try {
  await runBrowserShell(readBrowserShellOptions(process.argv.slice(2)))
  process.exitCode = 0
} catch (error) {
  if (!(error instanceof Refused)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.code === 'usage' ? 2 : 1
}
