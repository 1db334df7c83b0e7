import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './locks.mjs'
import { CannotGoOn, inProject, say } from './project.mjs'
import { runProgram } from './run-program.mjs'

/**
 * Whether what is installed is what the lock file says. Platform packages of other platforms may be missing.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} wanted package-lock.json
 * @param {{ packages: Record<string, { version?: string }> } | null} installed npm's record in node_modules, null without one
 */
export function isInstalled(wanted, installed) {
  if (installed === null) return false
  return Object.entries(wanted.packages).every(
    ([path, entry]) => path === '' || entry.optional === true || installed.packages[path]?.version === entry.version,
  )
}

/**
 * Installs the dependencies with `npm ci` unless they are there.
 * @throws {CannotGoOn} with the end of npm's own words
 */
export async function ensureDependencies() {
  if (dependenciesAreThere()) return
  // Not inside node_modules: `npm ci` empties it.
  await withLock(
    inProject('out', '.installing.lock'),
    () => say('Waiting for another installation to end …'),
    async () => {
      if (dependenciesAreThere()) return
      say('Installing the dependencies (npm ci) …')
      const npm = npmCommand()
      const result = await runProgram(npm.program, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: inProject(),
        shell: npm.shell,
      })
      if (result.code !== 0) {
        throw new CannotGoOn(
          `The dependencies could not be installed:\n${result.output.trim().split('\n').slice(-15).join('\n')}`,
          'Check the connection to the npm registry, then run: npm ci',
        )
      }
      say('The dependencies are installed.')
    },
  )
}

/** How to start npm: the one that started this script, if one did. */
export function npmCommand() {
  const started = process.env.npm_execpath
  if (started?.endsWith('.js')) return { program: process.execPath, args: [started], shell: false }
  return process.platform === 'win32' ? { program: 'npm.cmd', args: [], shell: true } : { program: 'npm', args: [], shell: false }
}

function dependenciesAreThere() {
  return isInstalled(readJson(inProject('package-lock.json')), readJson(join(inProject('node_modules'), '.package-lock.json'), null))
}

function readJson(path, otherwise) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (otherwise === undefined) throw error
    return otherwise
  }
}
