import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, ipcMain, Menu, protocol, session, shell, type BrowserWindow } from 'electron'
import { createApp } from '../app/createApp.ts'
import { defaultDataFolder } from '../app/data-folder.ts'
import { createNodePorts } from '../app/node-ports.ts'
import { createRouter } from '../app/router.ts'
import { demoFolder, prepareDemo } from '../browser/demo.ts'
import { openCommandLineDoor } from '../doors/command-line.ts'
import { createDoor } from '../doors/connection.ts'
import { rendererFolder } from '../doors/renderer-folder.ts'
import { languageFor } from '../../shared/language.ts'
import type { SettingsFile } from '../settings/file.ts'
import { handOverPort } from './hand-over-port.ts'
import { denyPermissions, keepInPlace } from './lock-down.ts'
import { menuTemplate } from './menu.ts'
import { createNetworkSignal } from './network.ts'
import { createNotifier } from './notifier.ts'
import { createPdfSaver } from './save-pdf.ts'
import { APP_SCHEME, serveWindowFiles } from './serve-window.ts'
import { openElectronSettingsFile } from './settings-file.ts'
import { openWindow } from './window.ts'
import { shellWords, type ShellWords } from './words.ts'

// Entry of `out/main/index.js`, the desktop shell. Everything up to `whenReady` must happen before Electron is ready.
const demoAs = app.commandLine.getSwitchValue('demo-as') || undefined
const demo = app.commandLine.hasSwitch('demo') || demoAs !== undefined
const dataFolder = chosenFolder() ?? (demo ? demoFolder(defaultDataFolder()) : defaultDataFolder())
keepChromiumsFilesIn(join(dataFolder, 'window'))
protocol.registerSchemesAsPrivileged([APP_SCHEME])
app.enableSandbox()
// Windows shows notifications only of programs it can name.
app.setAppUserModelId('sms-desk')

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron gets ready only once this module has been loaded to its end.
  run().catch((error: unknown) => {
    const { title, text } = wordsNow(null).couldNotStart
    dialog.showErrorBox(title, error instanceof Error ? error.message : text)
    app.exit(1)
  })
} else {
  app.quit()
}

async function run(): Promise<void> {
  let window: BrowserWindow | null = null
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, shell))
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())

  await app.whenReady()
  showMenu(wordsNow(null))
  denyPermissions(session.defaultSession)
  serveWindowFiles(session.defaultSession, rendererFolder())

  const network = createNetworkSignal()
  let settingsFile: SettingsFile | null = null
  const desk = await createApp({
    ...createNodePorts({
      shell: 'electron',
      dataFolder,
      vaultPassphrase: process.env['SMS_DESK_VAULT_PASSPHRASE'],
      listenerPort: 'kept',
      dispatch: true,
    }),
    network,
    notifier: createNotifier(
      () => window,
      () => wordsNow(settingsFile),
    ),
    pdf: createPdfSaver(() => window),
    openSettingsFile(folder) {
      const file = openElectronSettingsFile(folder)
      settingsFile = file
      return file
    },
  })
  process.on('uncaughtExceptionMonitor', (error) => desk.log.error('process.crash', error))
  showMenu(wordsNow(settingsFile))
  desk.events.subscribe((event) => {
    if (event.kind === 'changed' && event.changes.some(({ topic }) => topic === 'settings')) showMenu(wordsNow(settingsFile))
  })
  if (demo) await prepareDemo(desk, demoAs)

  const router = createRouter()
  const commandLine = await openCommandLineDoor({ app: desk, router, dataFolder })
  window = openWindow(join(import.meta.dirname, '../preload/index.cjs'), settingsFile)
  handOverPort(ipcMain, window, createDoor({ app: desk, router }), desk.log)
  window.on('closed', () => {
    window = null
  })

  quitCleanly(async () => {
    await commandLine.close()
    await desk.stop()
    network.stop()
  })
}

/** The shell's words in the language chosen at this computer; in that of the system while the settings are not read. */
function wordsNow(settings: SettingsFile | null): ShellWords {
  return shellWords(languageFor(settings?.get().language ?? 'system', app.getPreferredSystemLanguages()))
}

function showMenu({ menu }: ShellWords): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged, menu)))
}

/** Holds quitting back until what is under way has been recorded. */
function quitCleanly(stop: () => Promise<void>): void {
  let stopped: 'no' | 'stopping' | 'yes' = 'no'
  app.on('will-quit', (event) => {
    if (stopped === 'yes') return
    event.preventDefault()
    if (stopped === 'stopping') return
    stopped = 'stopping'
    void finish()
  })
  async function finish(): Promise<void> {
    try {
      await stop()
    } finally {
      stopped = 'yes'
      app.quit()
    }
  }
}

function chosenFolder(): string | null {
  const given = app.commandLine.getSwitchValue('data-dir')
  return given === '' ? null : resolve(given)
}

/** Chromium's own files go into one folder, apart from the desk's; the lock of the single instance is there too. */
function keepChromiumsFilesIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
    app.setPath('sessionData', folder)
  } catch {
    // The data folder cannot be written to: the window says so, with Electron's own folder for its files.
  }
}
