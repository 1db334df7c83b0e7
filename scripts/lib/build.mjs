import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { withLock } from './locks.mjs'
import { node24 } from './node24.mjs'
import { CannotGoOn, inProject, MEMORY_FOLDER, PROJECT, say } from './project.mjs'
import { runProgram } from './run-program.mjs'

/** Everything that a build reads. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']
/** What a build makes at least. */
const RESULTS = [
  'out/main/serve.js',
  'out/main/cli.js',
  'out/main/index.js',
  'out/main/store-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/**
 * One value for the contents of all files and folders given: it changes when a file changes, comes, goes or is renamed.
 * @param {string} root absolute
 * @param {string[]} paths relative to it; those that are not there are passed over
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

/**
 * Builds into `out/` unless what is there was built from just these sources.
 * @throws {CannotGoOn} with the builder's own words
 */
export async function ensureBuild() {
  if (isBuilt()) return
  await withLock(
    join(MEMORY_FOLDER, 'building.lock'),
    () => say('Waiting for another build to end …'),
    async () => {
      if (isBuilt()) return
      say('Building …')
      const result = await build()
      if (result.code !== 0) throw new CannotGoOn(`The build failed:\n${result.output.trim()}`, 'Run: npm run build')
    },
  )
}

/** Builds, whatever is there. @returns {Promise<{ code: number, output: string }>} */
export async function build() {
  // Taken before, so that a file changed during the build makes the next start build again.
  const stamp = fingerprint(PROJECT, SOURCES)
  const builder = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const result = await runProgram(node24(), [builder, 'build', '--logLevel', 'warn'], { cwd: PROJECT })
  if (result.code === 0) writeFileSync(stampFile(), stamp)
  return result
}

/** Whether what is in `out/` was built from just these sources. */
export function isBuilt() {
  if (!RESULTS.every((result) => existsSync(inProject(result)))) return false
  try {
    return readFileSync(stampFile(), 'utf8') === fingerprint(PROJECT, SOURCES)
  } catch {
    return false
  }
}

function stampFile() {
  return inProject('out', '.built-from')
}
