import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, LogFields } from './log.ts'
import { isSecretName, redactError, redactText } from './redact.ts'

/** Size at which a log file is put aside, in bytes. */
const ROTATE_BYTES = 2 * 1024 * 1024
/** Log files kept, the current one included. */
const FILES_KEPT = 3
/** Lines held while the disk is slow; beyond it the oldest go, and their number is logged. */
const LINES_HELD = 5_000

/** A log in files that can be waited for. */
export interface FileLog extends Log {
  /** Resolves when everything logged so far is in the file, or could not be written. */
  flush(): Promise<void>
}

/**
 * Writes JSON lines into `desk.log` in `folder`, in the background and in order. Redacts here, at the sink, whatever
 * callers pass: secrets by field name, phone numbers down to their last three digits. Never throws: a desk whose log
 * cannot be written goes on.
 */
export function createFileLog(folder: string): FileLog {
  const path = join(folder, 'desk.log')
  let lines: string[] = []
  let dropped = 0
  let writing: Promise<void> | null = null

  function write(level: string, event: string, fields: LogFields, error?: unknown): void {
    const entry: Record<string, unknown> = { at: new Date().toISOString(), level, event }
    for (const [name, value] of Object.entries(fields)) {
      entry[name] = isSecretName(name) ? '…' : typeof value === 'string' ? redactText(value) : value
    }
    if (error !== undefined) entry['error'] = redactError(error)
    lines.push(JSON.stringify(entry))
    if (lines.length > LINES_HELD) {
      lines.shift()
      dropped += 1
    }
    writing ??= writeOut().finally(() => {
      writing = null
    })
  }

  async function writeOut(): Promise<void> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      while (lines.length > 0) {
        const batch = lines
        lines = []
        if (dropped > 0) {
          batch.unshift(JSON.stringify({ at: new Date().toISOString(), level: 'warn', event: 'log.lines_dropped', lines: dropped }))
          dropped = 0
        }
        await rotateIfLarge(path)
        await appendFile(path, `${batch.join('\n')}\n`, { mode: 0o600 })
      }
    } catch {
      // There is nowhere left to say it.
      lines = []
    }
  }

  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    error: (event, error, fields = {}) => write('error', event, fields, error),
    flush: async () => {
      while (writing !== null) await writing
    },
  }
}

async function rotateIfLarge(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size < ROTATE_BYTES) return
  await rm(`${path}.${FILES_KEPT - 1}`, { force: true })
  for (let age = FILES_KEPT - 2; age >= 1; age -= 1) await rename(`${path}.${age}`, `${path}.${age + 1}`).catch(() => undefined)
  await rename(path, `${path}.1`)
}
