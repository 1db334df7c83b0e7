import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from './build.mjs'
import { ensureDebianPackages, NEEDED_PACKAGES } from './debian.mjs'
import { electronBinary } from './electron.mjs'
import { node24 } from './node24.mjs'
import { inProject, PROJECT, say } from './project.mjs'
import { runProgram } from './run-program.mjs'
import { countsOfPlaywright, countsOfVitest, failuresOfPlaywright, repeatedOfPlaywright, failuresOfVitest } from './test-results.mjs'

/** @typedef {import('./test-results.mjs').Counts & { failures: string[] }} LevelResult */
/** @typedef {{ name: string, title: string, run: () => Promise<LevelResult> }} Level */

const MINUTE = 60_000
const PASSED = { passed: 1, failed: 0, skipped: 0, failures: [] }

/** Every level of `npm test`, in order. @type {Level[]} */
export const LEVELS = [
  { name: 'lockfile', title: 'Lock file serves every platform', run: () => check([inProject('scripts', 'lockfile.mjs')]) },
  { name: 'types', title: 'Types (tsc -b)', run: () => check([bin('typescript', 'bin', 'tsc'), '-b']) },
  { name: 'lint', title: 'Lint (oxlint)', run: () => check([bin('oxlint', 'bin', 'oxlint'), '--deny-warnings']) },
  {
    name: 'format',
    title: 'Format (oxfmt; to mend it, run: npm run format)',
    run: () => check([bin('oxfmt', 'bin', 'oxfmt'), '--check', 'src', 'test', 'scripts', 'electron.vite.config.ts', 'vitest.config.ts']),
  },
  { name: 'unused', title: 'Unused files, exports and packages (knip)', run: () => check([bin('knip', 'bin', 'knip.js')]) },
  { name: 'build', title: 'Build', run: runBuild },
  { name: 'unit', title: 'Unit, host, data, door and crash tests (Vitest)', run: runVitest },
  { name: 'screens', title: 'Screens in Chromium (Playwright)', run: runScreens },
  { name: 'electron', title: 'Electron journeys (Playwright)', run: runElectron },
]

function bin(...parts) {
  return inProject('node_modules', ...parts)
}

/** A check that passes or fails as a whole. */
async function check(args) {
  const { code, output, timedOut } = await runProgram(node24(), args, { cwd: PROJECT, timeoutMs: 5 * MINUTE })
  return verdict(code, output, timedOut)
}

function verdict(code, output, timedOut = false) {
  if (output.trim() !== '') say(output.trim())
  if (code === 0) return PASSED
  return { passed: 0, failed: 1, skipped: 0, failures: [timedOut ? 'It did not end in time.' : `It ended with code ${code}; see above.`] }
}

async function runBuild() {
  const { code, output } = await build()
  return verdict(code, output)
}

async function runVitest() {
  const { missing, help } = await ensureDebianPackages(NEEDED_PACKAGES.keyring)
  const ssh = await ensureDebianPackages(NEEDED_PACKAGES.ssh)
  if (ssh.missing.length > 0) say(`The tests of ssh -R cannot run: ${ssh.missing.join(', ')} not installed. Run: ${ssh.help}`)
  const folder = mkdtempSync(join(tmpdir(), 'sms-desk-tests-'))
  const file = join(folder, 'vitest.json')
  const vitest = [node24(), bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const keyring = process.platform === 'linux' && missing.length === 0 && existsSync('/usr/bin/dbus-run-session')
  if (missing.length > 0) say(`The keyring tests cannot run: ${missing.join(', ')} not installed. Run: ${help}`)
  const [program, ...args] = keyring ? underKeyring(folder, vitest) : vitest
  const { code, timedOut } = await runProgram(program, args, {
    cwd: PROJECT,
    // Tests that start the command line or the desk take what ships, which starts in half the time of its source.
    env: isBuilt() ? { ...process.env, SMS_DESK_BUILT: '1' } : process.env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeoutMs: 15 * MINUTE,
  })
  const report = readReport(file)
  rmSync(folder, { recursive: true, force: true })
  return { ...countsOfVitest(report, code), failures: [...failuresOfVitest(report), ...timeNote(timedOut)] }
}

/** Runs a command in a session of its own with an empty, unlocked keyring that is thrown away with `folder`. */
function underKeyring(folder, command) {
  const script =
    'printf test | XDG_DATA_HOME="$1" XDG_RUNTIME_DIR="$1" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; shift; exec "$@"'
  return ['dbus-run-session', '--', 'sh', '-c', script, 'sh', folder, ...command]
}

async function runScreens() {
  if (!hasSpecs('screens')) return notRun('there are no journeys in test/screens yet')
  const { missing, help } = await ensureDebianPackages(NEEDED_PACKAGES.screens)
  if (missing.length > 0) {
    const failure = `Not run: ${missing.join(', ')} not installed. Run: ${help}`
    return { passed: 0, failed: 1, skipped: 0, failures: [failure] }
  }
  return await runPlaywright('screens')
}

async function runElectron() {
  if (electronBinary() === null) return notRun('no Electron binary; to fetch it, run: npx install-electron')
  if (!hasSpecs('electron')) return notRun('there are no journeys in test/electron')
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return notRun('there is no screen; to make one, run: xvfb-run npm test -- --only electron')
  }
  return await runPlaywright('electron')
}

async function runPlaywright(folder) {
  const reports = mkdtempSync(join(tmpdir(), 'sms-desk-tests-'))
  const file = join(reports, 'playwright.json')
  const args = [
    bin('@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    inProject('test', folder, 'playwright.config.ts'),
    '--reporter=list,json',
  ]
  const { code, timedOut } = await runProgram(node24(), args, {
    cwd: PROJECT,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeoutMs: 25 * MINUTE,
  })
  const report = readReport(file)
  rmSync(reports, { recursive: true, force: true })
  return {
    ...countsOfPlaywright(report, code),
    failures: [...failuresOfPlaywright(report), ...timeNote(timedOut)],
    repeated: repeatedOfPlaywright(report),
  }
}

function hasSpecs(folder) {
  const path = inProject('test', folder)
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'))
}

function notRun(reason) {
  say(`Not run: ${reason}. Counted as skipped.`)
  return { passed: 0, failed: 0, skipped: 1, failures: [] }
}

function timeNote(timedOut) {
  return timedOut ? ['It did not end in time.'] : []
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
