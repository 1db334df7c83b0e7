import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp, type App } from '../app/createApp.ts'
import { defaultDataFolder } from '../app/data-folder.ts'
import { createNodePorts } from '../app/node-ports.ts'
import { Refused } from '../app/refused.ts'
import { createRouter } from '../app/router.ts'
import { openCommandLineDoor } from '../doors/command-line.ts'
import { createDoor } from '../doors/connection.ts'
import { rendererFolder } from '../doors/renderer-folder.ts'
import { demoFolder, prepareDemo } from './demo.ts'
import { openBrowser, type Desktop, type OpenedWindow } from './open-browser.ts'
import type { BrowserShellOptions } from './options.ts'
import { startBrowserServer, type BrowserServer } from './server.ts'

/** How long a start waits for another desk to give the folder up, in milliseconds. */
const FOLDER_IN_USE_MS = 3_000

/** The browser shell, running. */
export interface RunningBrowserShell {
  /** The address that opens the desk. Whoever has it can see the desk: it is for this person only. */
  readonly url: string
  /** Where hooks arrive, or null while there is no listener. */
  readonly listener: string | null
  readonly app: App
  /** Closes the doors, then the app. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts the desk and serves it to a browser on this computer. A start-up problem is no failure: the window shows it.
 * @throws Refused `port_taken`, `port_not_allowed`
 */
export async function startBrowserShell(options: BrowserShellOptions): Promise<RunningBrowserShell> {
  const dataFolder = options.dataFolder ?? (options.demo ? demoFolder(defaultDataFolder()) : defaultDataFolder())
  const ports = createNodePorts({
    shell: 'browser',
    dataFolder,
    secretsKind: options.secretsKind,
    vaultPassphrase: process.env['SMS_DESK_VAULT_PASSPHRASE'],
    listenerPort: options.listenerPort ?? 'kept',
    dispatch: true,
  })
  const app = await createApp(ports)
  await waitForFolder(app)
  const router = createRouter()
  const closers: Array<() => Promise<void>> = [() => app.stop()]
  async function closeAll(): Promise<void> {
    for (const close of closers.toReversed()) await close()
  }

  try {
    if (options.demo) await prepareDemo(app, options.demoAs)
    const server = await serve()
    closers.push(() => server.close())
    const commandLine = await openCommandLineDoor({ app, router, dataFolder })
    closers.push(() => commandLine.close())
    if (options.open) {
      const window = await openBrowser(server.ticketUrl(), join(dataFolder, 'window'), thisDesktop())
      closers.push(async () => closeWindow(window))
    }
    let stopping: Promise<void> | null = null
    return {
      url: server.url,
      listener: app.startupProblem() === null ? app.services().listener.address : null,
      app,
      stop() {
        stopping ??= closeAll()
        return stopping
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }

  async function serve(): Promise<BrowserServer> {
    const door = createDoor({ app, router })
    try {
      return await startBrowserServer({
        door,
        rendererFolder: rendererFolder(),
        port: options.port,
        log: app.log,
        now: () => ports.clock.now(),
      })
    } catch (error) {
      throw portRefusal(error, options.port)
    }
  }
}

/** What a caller of `runBrowserShell` may put in place of the process's own. */
export interface BrowserShellProcess {
  /** Takes the one line that says that the desk is ready. */
  print(line: string): void
  /** Settles when the person wants the desk to stop. */
  stopAsked: Promise<void>
}

/**
 * The whole life of the browser shell: prints one JSON line `{ready, url, listener}` when it can be opened, and
 * returns after a clean stop on SIGTERM or SIGINT.
 * @throws Refused as `startBrowserShell`
 */
export async function runBrowserShell(
  options: BrowserShellOptions,
  { print, stopAsked }: BrowserShellProcess = { print: printLine, stopAsked: stopSignal() },
): Promise<void> {
  const shell = await startBrowserShell(options)
  process.on('uncaughtExceptionMonitor', (error) => shell.app.log.error('process.crash', error))
  print(JSON.stringify({ ready: true, url: shell.url, listener: shell.listener }))
  await stopAsked
  await shell.stop()
}

/** Another desk that is just closing has the folder for a moment longer: waits for it, and gives up quietly. */
async function waitForFolder(app: App): Promise<void> {
  const until = performance.now() + FOLDER_IN_USE_MS
  while (app.startupProblem()?.code === 'folder_in_use' && performance.now() < until) {
    await pause(100)
    await app.resolveStartup({ action: 'retry' })
  }
}

function portRefusal(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Refused('port_taken', `Port ${port} is used by another program. Choose another one with --port, or leave it out.`, {
      cause: error,
    })
  }
  if (code === 'EACCES') {
    return new Refused('port_not_allowed', `This computer does not let SMS Desk use port ${port}. Choose one above 1023.`, { cause: error })
  }
  return error
}

function closeWindow(window: OpenedWindow): void {
  window?.close()
}

function thisDesktop(): Desktop {
  return { platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0 }
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A signal this long after the first is a person who does not want to wait, in milliseconds: npm repeats the first one. */
const IMPATIENT_AFTER_MS = 2_000

/** Settles on the first SIGTERM, SIGINT or SIGHUP. A later one ends the process at once, as a crash would. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    function onSignal(): void {
      if (first !== null && performance.now() - first > IMPATIENT_AFTER_MS) process.exit(130)
      first ??= performance.now()
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}
