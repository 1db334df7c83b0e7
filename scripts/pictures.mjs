// npm run pictures [-- --look] [--language sv] [--only inbox | inbox/full]: walks every state of every screen in Chromium.
// Makes docs/pictures and docs/pictures.md anew; `--look` tries every state in small, narrow, zoomed, huge and
// high-contrast windows instead, and says what is cut off or fails axe. Goes on after a state that cannot be shown, and names it.
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureBuild } from './lib/build.mjs'
import { ensureDebianPackages, NEEDED_PACKAGES } from './lib/debian.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { node24 } from './lib/node24.mjs'
import { CannotGoOn, inProject, main, PROJECT, say } from './lib/project.mjs'
import { runProgram } from './lib/run-program.mjs'

await main(async () => {
  const { look, language, only } = options(process.argv.slice(2))
  await ensureDependencies()
  await ensureBuild()
  const { missing, help } = await ensureDebianPackages(NEEDED_PACKAGES.screens)
  if (missing.length > 0) throw new CannotGoOn(`${missing.join(', ')} not installed.`, `Run: ${help}`)
  rmSync(inProject('test-results', 'pictures-run'), { recursive: true, force: true })
  const env = {
    ...process.env,
    // The host says times, too: by the clock of the browser.
    TZ: 'Europe/Stockholm',
    SMS_DESK_PICTURES_LANGUAGE: language,
    SMS_DESK_PICTURES_LOOK: look ? '1' : '0',
    ...(only === undefined ? {} : { SMS_DESK_PICTURES_ONLY: only }),
  }
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const config = inProject('test', 'pictures', 'playwright.config.ts')
  const { code } = await runProgram(node24(), [playwright, 'test', '--config', config], { cwd: PROJECT, env, stdio: 'inherit' })
  if (look || language !== 'en') return code
  const tidied = await runProgram(node24(), [inProject('test', 'pictures', 'run.ts')], { cwd: PROJECT, stdio: 'inherit' })
  if (code !== 0) say('Some states could not be shown (see above): their pictures are the old ones, or are missing.')
  return code === 0 ? tidied.code : code
})

function options(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { look: { type: 'boolean', default: false }, language: { type: 'string', default: 'en' }, only: { type: 'string' } },
    })
    return values
  } catch (error) {
    throw new CannotGoOn(error.message)
  }
}
