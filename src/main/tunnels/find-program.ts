import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'

/** Where programs are looked for, as an argument so that each platform can be tested on any. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Paths set by hand, by name; they alone are looked at where there is one. */
  set?: Readonly<Record<string, string>>
}

/** Folders besides those in PATH: a desk started from a menu often has a shorter PATH than a terminal. */
function usualFolders({ platform, env }: Surroundings): string[] {
  if (platform === 'win32') {
    const programs = [env['ProgramFiles'], env['ProgramFiles(x86)']].filter((folder) => folder !== undefined)
    const system = env['SystemRoot']
    const local = env['LOCALAPPDATA']
    return [
      ...programs.map((folder) => win32.join(folder, 'cloudflared')),
      ...(local === undefined ? [] : [win32.join(local, 'Microsoft', 'WinGet', 'Links')]),
      ...(system === undefined ? [] : [win32.join(system, 'System32', 'OpenSSH')]),
    ]
  }
  return ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin', '/snap/bin']
}

/** Places where a program of this name may be, in order. Relative entries of PATH are passed over: they lead anywhere. */
export function placesOf(program: string, surroundings: Surroundings): string[] {
  const { platform, env, set = {} } = surroundings
  const { join, isAbsolute, delimiter } = platform === 'win32' ? win32 : posix
  const chosen = Object.hasOwn(set, program) ? set[program] : undefined
  if (chosen !== undefined) return isAbsolute(chosen) ? [chosen] : []
  const path = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  const file = platform === 'win32' ? `${program}.exe` : program
  return [...new Set([...path, ...usualFolders(surroundings)])].map((folder) => join(folder, file))
}

/** Absolute path of a program that can be run; null when there is none. */
export async function findProgram(program: string, surroundings: Surroundings): Promise<string | null> {
  for (const place of placesOf(program, surroundings)) {
    const found = await access(place, constants.X_OK)
      .then(() => stat(place))
      .catch(() => null)
    if (found?.isFile() === true) return place
  }
  return null
}

/** What a tunnel's program needs of the environment; nothing else is handed on, since the rest may hold secrets. */
const HANDED_ON = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'SSH_AUTH_SOCK',
]

/** The few variables every tunnel's program gets. */
export function childEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(HANDED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}
