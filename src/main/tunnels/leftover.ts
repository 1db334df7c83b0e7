import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'

/** Remembers the tunnel's program on disk, so that one left behind by a desk that was killed is ended at the next start. */
export interface Leftover {
  note(child: { pid: number; program: string }): Promise<void>
  clear(): Promise<void>
  /** Ends what an earlier desk left behind, if it is still that very process. Call it before the first start. */
  end(): Promise<'none' | 'ended'>
}

interface Noted {
  pid: number
  program: string
  /** When the process began, in the system's own form: a number that was given out anew belongs to another one. */
  began: string
}

/** Longest wait for the system to say what it knows of a process, in milliseconds. */
const ASK_LIMIT_MS = 5_000

/** @param path a file of the data folder */
export function createLeftover(path: string): Leftover {
  return {
    async note({ pid, program }) {
      const began = await beginOf(pid)
      if (began !== null) await writeFile(path, JSON.stringify({ pid, program, began } satisfies Noted), { mode: 0o600 })
    },
    clear: () => rm(path, { force: true }),
    async end() {
      const noted = await readNoted(path)
      await rm(path, { force: true })
      if (noted === null || (await beginOf(noted.pid)) !== noted.began) return 'none'
      try {
        process.kill(noted.pid, 'SIGKILL')
      } catch {
        return 'none'
      }
      return 'ended'
    },
  }
}

async function readNoted(path: string): Promise<Noted | null> {
  try {
    const noted: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof noted !== 'object' || noted === null) return null
    const { pid, program, began } = noted as Partial<Record<keyof Noted, unknown>>
    const sound = typeof pid === 'number' && Number.isInteger(pid) && pid > 1 && typeof began === 'string' && typeof program === 'string'
    return sound ? { pid, program, began } : null
  } catch {
    return null
  }
}

/** When a process began; null when there is none, or it cannot be told. */
async function beginOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    // Field 22, counted behind the name, which may itself hold blanks and brackets (proc(5)); with the boot it counts from.
    const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
    return ticks === undefined ? null : `${boot.trim()}/${ticks}`
  }
  if (process.platform === 'win32') {
    return ask('powershell.exe', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`])
  }
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

function ask(program: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: ASK_LIMIT_MS, windowsHide: true }, (error, stdout) => {
      const answer = stdout.trim()
      resolve(error !== null || answer === '' ? null : answer)
    })
  })
}
