import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { node24 } from './node24.mjs'
import { inProject, MEMORY_FOLDER, say } from './project.mjs'

/** Without a byte for so long, fetching Electron is given up, in milliseconds. */
const STALLED_MS = 20_000
/** So long at most, in milliseconds. */
const AT_MOST_MS = 10 * 60_000
/** A failure is remembered for so long, so that the next starts do not wait for it again, in milliseconds. */
const REMEMBER_MS = 24 * 60 * 60_000

/** Path of the Electron program, or null where there is none. */
export function electronBinary(electronFolder = inProject('node_modules', 'electron')) {
  try {
    const path = join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim())
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/**
 * The Electron program, fetched if need be: one try, given up when nothing arrives any more, and not repeated for a day.
 * `SMS_DESK_NO_ELECTRON=1` never looks for it.
 * @returns {Promise<{ binary: string } | { binary: null, reason: string }>} `reason` ends a sentence
 */
export async function ensureElectron() {
  if (process.env.SMS_DESK_NO_ELECTRON === '1') return { binary: null, reason: 'SMS_DESK_NO_ELECTRON is set' }
  const there = electronBinary()
  if (there !== null) return { binary: there }
  const installer = inProject('node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return { binary: null, reason: 'the electron package is not installed' }
  if (failedLately()) return { binary: null, reason: 'it could not be fetched earlier today; to try again, run: npx install-electron' }
  say('Fetching Electron, once …')
  if (await fetchElectron(installer)) {
    const binary = electronBinary()
    if (binary !== null) return { binary }
  }
  mkdirSync(MEMORY_FOLDER, { recursive: true })
  writeFileSync(failureFile(), electronVersion())
  return { binary: null, reason: 'it could not be fetched; to try again, run: npx install-electron' }
}

/** @returns {Promise<boolean>} whether the installer ended well */
function fetchElectron(installer) {
  const folder = mkdtempSync(join(tmpdir(), 'sms-desk-electron-'))
  return new Promise((resolve) => {
    const child = spawn(node24(), [installer], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
    })
    const started = Date.now()
    let bytes = 0
    let lastGrowth = started
    const watch = setInterval(() => {
      const now = sizeOf(folder)
      if (now !== bytes) lastGrowth = Date.now()
      bytes = now
      // Unpacking comes after the download, and has no bytes here to show.
      const limit = bytes > 50_000_000 ? 6 * STALLED_MS : STALLED_MS
      if (Date.now() - lastGrowth > limit || Date.now() - started > AT_MOST_MS) child.kill('SIGKILL')
    }, 500)
    const finish = (ok) => {
      clearInterval(watch)
      rmSync(folder, { recursive: true, force: true })
      resolve(ok)
    }
    child.on('error', () => finish(false))
    child.on('close', (code) => finish(code === 0))
  })
}

function sizeOf(path) {
  try {
    const stats = statSync(path)
    return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size
  } catch {
    return 0
  }
}

function failedLately() {
  try {
    const recent = Date.now() - statSync(failureFile()).mtimeMs < REMEMBER_MS
    return recent && readFileSync(failureFile(), 'utf8') === electronVersion()
  } catch {
    return false
  }
}

function failureFile() {
  return join(MEMORY_FOLDER, 'electron-not-fetched')
}

function electronVersion() {
  return JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version
}
