// npm run e2e:electron: the journeys in the real desktop shell. Says so, and is no failure, where there is no Electron.
import { existsSync, readdirSync } from 'node:fs'
import { ensureBuild } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { electronBinary } from './lib/electron.mjs'
import { node24 } from './lib/node24.mjs'
import { inProject, main, PROJECT } from './lib/project.mjs'
import { runProgram } from './lib/run-program.mjs'

await main(async () => {
  await ensureDependencies()
  const reason = whyNotRun()
  if (reason !== null) {
    process.stdout.write(`Electron journeys: not run (${reason}). Counted as skipped.\n`)
    return 0
  }
  await ensureBuild()
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const { code } = await runProgram(
    node24(),
    [playwright, 'test', '--config', inProject('test', 'electron', 'playwright.config.ts'), ...process.argv.slice(2)],
    { cwd: PROJECT, stdio: 'inherit' },
  )
  return code
})

function whyNotRun() {
  if (electronBinary() === null) return 'no Electron binary; to fetch it, run: npx install-electron'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'no screen; to make one, run: xvfb-run npm run e2e:electron'
  }
  const folder = inProject('test', 'electron')
  const journeys = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.spec.ts'))
  return journeys ? null : 'no journeys in test/electron'
}
