import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, LogFields } from './log.ts'
import { redactError, redactText, redactValue } from './redact.ts'

/** Size at which a log file is put aside, in bytes. A file may be larger by what was waiting for the disk. */
const ROTATE_BYTES = 2 * 1024 * 1024
/** Log files kept, the current one included. */
const FILES_KEPT = 3
/** Lines held while the disk is slow; beyond it further lines are dropped, and their number is logged. */
const LINES_HELD = 5_000

/** A log in files that can be waited for. */
export interface FileLog extends Log {
  /** Resolves when everything logged so far is in the file, or could not be written. */
  flush(): Promise<void>
}

export interface FileLogOptions {
  /** Writes each line to standard error as well. */
  stderr?: boolean
  /** ms since 1970 UTC. Left out: the computer's clock. */
  now?: () => number
  /** Left out: 2 MiB. */
  rotateBytes?: number
}

/**
 * Writes JSON lines into `desk.log` in `folder`, in the background and in order; older ones in `desk.log.1` and so on.
 * Redacts here, at the sink, whatever callers pass: secrets by field name, phone numbers down to their last three
 * digits, texts down to their length. Never throws: a desk whose log cannot be written goes on.
 */
export function createFileLog(
  folder: string,
  { stderr = false, now = Date.now, rotateBytes = ROTATE_BYTES }: FileLogOptions = {},
): FileLog {
  const path = join(folder, 'desk.log')
  let waiting: string[] = []
  let dropped = 0
  let writing: Promise<void> | null = null

  function write(level: string, event: string, fields: LogFields, error?: unknown): void {
    const line = format(now(), level, event, fields, error)
    if (stderr) process.stderr.write(line)
    if (waiting.length >= LINES_HELD) dropped += 1
    else waiting.push(line)
    writing ??= writeOut()
  }

  async function writeOut(): Promise<void> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        if (dropped > 0) batch.push(format(now(), 'warn', 'log.lines_dropped', { count: dropped }))
        dropped = 0
        await rotateIfLarge(path, rotateBytes)
        await appendFile(path, batch.join(''), { mode: 0o600 })
      }
    } catch {
      // There is nowhere left to say it.
      waiting = []
    }
    // In the same breath as the last look at `waiting`: a line that comes in now starts anew.
    writing = null
  }

  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    error: (event, error, fields = {}) => write('error', event, fields, error),
    flush: () => writing ?? Promise.resolve(),
  }
}

function format(at: number, level: string, event: string, fields: LogFields, error?: unknown): string {
  const head = { at: new Date(at).toISOString(), level, event: redactText(event) }
  try {
    const kept = Object.entries(fields).map(([name, value]) => [redactText(name), redactValue(name, value)])
    return `${JSON.stringify({ ...head, ...Object.fromEntries(kept), ...(error === undefined ? {} : { error: redactError(error) }) })}\n`
  } catch {
    // A getter that throws, say. That something happened is still worth a line.
    return `${JSON.stringify({ ...head, unwritable: true })}\n`
  }
}

async function rotateIfLarge(path: string, rotateBytes: number): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size < rotateBytes) return
  await rm(`${path}.${FILES_KEPT - 1}`, { force: true })
  for (let age = FILES_KEPT - 2; age >= 1; age -= 1) await rename(`${path}.${age}`, `${path}.${age + 1}`).catch(() => {})
  await rename(path, `${path}.1`)
}
