/** Flags that only the browser shell has. */
const BROWSER_ONLY = new Set(['--port', '--listener-port', '--secrets', '--no-open'])

/** Flags of both shells that have a value. */
const WITH_VALUE = new Set(['--data-dir', '--demo-as'])

/** @typedef {{ platform: string, env: Record<string, string | undefined>, getuid?: () => number }} Surroundings */

/**
 * Why the desk is to open in the browser even where there is Electron: a sentence, empty when it was asked for, null
 * when Electron may be used.
 * @param {string[]} args @param {Surroundings} surroundings
 */
export function wantsTheBrowser(args, { platform, env }) {
  if (args.some((arg) => BROWSER_ONLY.has(arg.split('=')[0]))) return ''
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return 'There is no screen here, so SMS Desk runs in the browser instead of Electron.'
  }
  return null
}

/**
 * Arguments of Electron: the project, then the desk's own as Chromium's command line wants them (`--name=value`).
 * @param {string} project @param {string[]} args @param {Surroundings} surroundings
 */
export function electronArguments(project, args, { platform, getuid }) {
  const joined = []
  for (let at = 0; at < args.length; at += 1) {
    const next = args[at + 1]
    if (WITH_VALUE.has(args[at]) && next !== undefined) {
      joined.push(`${args[at]}=${next}`)
      at += 1
    } else {
      joined.push(args[at])
    }
  }
  // Chromium refuses to run its sandbox for the superuser.
  const root = platform === 'linux' && getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...root, project, ...joined]
}
