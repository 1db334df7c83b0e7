import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_AGAIN_MS = 250
const GIVE_UP_MS = 15 * 60_000

/**
 * Runs `task` while no other process runs one under the same lock file: two commands started at once must not install
 * or build into the same folder. A lock whose process is gone is taken over.
 * @param {string} file
 * @param {() => void} onWait called once if another process has it
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(file, onWait, task) {
  mkdirSync(dirname(file), { recursive: true })
  const until = Date.now() + GIVE_UP_MS
  for (let waits = 0; !take(file); waits += 1) {
    if (waits === 0) onWait()
    if (Date.now() > until) throw new Error(`Another process has held ${file} for a quarter of an hour.`)
    await wait(LOOK_AGAIN_MS)
  }
  try {
    return await task()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!holderIsGone(file)) return false
  rmSync(file, { force: true })
  return false
}

function holderIsGone(file) {
  let pid
  try {
    pid = Number(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
  // Written but not filled yet: its process is at it.
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
