import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** What decides which browser is opened and how, as an argument so that each platform can be tested on any. */
export interface Desktop {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Whether this process is the superuser, for whom Chromium refuses to run with its sandbox. */
  isRoot: boolean
}

/** A program to start, with its arguments. */
export interface Command {
  program: string
  args: string[]
}

/** A window that was opened and can be closed again, or null where a browser opened that is not ours to close. */
export type OpenedWindow = { close(): void } | null

/** Whether there is a screen to open a window on. */
export function hasScreen({ platform, env }: Desktop): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/** Where a browser that knows `--app` may be, best first. */
export function appBrowserCandidates({ platform, env }: Desktop): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined)
    return folders.flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ])
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser']
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Opens the address as a window of its own, without the browser's bars and with a profile of its own: no extension
 * of the person's browser reads along.
 * @param profileFolder absolute; made by the browser
 */
export function appModeCommand(program: string, url: string, profileFolder: string, desktop: Desktop): Command {
  return {
    program,
    args: [
      `--app=${url}`,
      `--user-data-dir=${profileFolder}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,800',
      ...(desktop.isRoot && desktop.platform === 'linux' ? ['--no-sandbox'] : []),
    ],
  }
}

/** Opens the address in whatever browser the person uses. */
export function defaultBrowserCommand(url: string, { platform, env }: Desktop): Command {
  if (platform === 'darwin') return { program: 'open', args: [url] }
  if (platform === 'win32') {
    return { program: join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'rundll32.exe'), args: ['url.dll,FileProtocolHandler', url] }
  }
  return { program: 'xdg-open', args: [url] }
}

/**
 * Opens the desk on the screen, in a window of its own where a browser can do that. Never throws: the printed
 * address works all the same.
 * @param ticketUrl good for one opening, since other users of the computer can read the command line
 */
export async function openBrowser(ticketUrl: string, profileFolder: string, desktop: Desktop): Promise<OpenedWindow> {
  if (!hasScreen(desktop)) return null
  for (const program of appBrowserCandidates(desktop)) {
    if (!(await isExecutable(program))) continue
    const child = start(appModeCommand(program, ticketUrl, profileFolder, desktop))
    return { close: () => child.kill() }
  }
  start(defaultBrowserCommand(ticketUrl, desktop))
  return null
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function start({ program, args }: Command): { kill(): void } {
  const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' })
  // Not there, or not allowed: the person opens the printed address.
  child.on('error', () => undefined)
  child.unref()
  return { kill: () => child.kill() }
}
