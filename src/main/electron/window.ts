import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { SettingsFile } from '../settings/file.ts'
import { LOCAL_DEFAULTS } from '../settings/local-settings.ts'
import { APP_PAGE, MIN_HEIGHT, MIN_WIDTH, windowPlace, windowPreferences } from './rules.ts'

/** Wait after the last move before the place is written, in milliseconds. */
const KEEP_AFTER_MS = 500

/** Opens the desk's window where it was when it was last closed. It shows itself once it has something to show. */
export function openWindow(preload: string, settings: SettingsFile | null): BrowserWindow {
  const kept = (settings?.get() ?? LOCAL_DEFAULTS).window
  const window = new BrowserWindow({
    ...windowPlace(
      kept,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'SMS Desk',
    icon: join(import.meta.dirname, '../../resources/icon.png'),
    autoHideMenuBar: true,
    webPreferences: windowPreferences(preload),
  })
  if (kept.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  if (settings !== null) keepPlace(window, settings)
  // Failing to load shows Chromium's own error page; the person closes the window.
  window.loadURL(APP_PAGE).catch(() => undefined)
  return window
}

function keepPlace(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | undefined
  function keep(): void {
    if (window.isDestroyed() || window.isMinimized()) return
    settings.set({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  function keepSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(keep, KEEP_AFTER_MS)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('maximize', keepSoon)
  window.on('unmaximize', keepSoon)
  window.on('close', () => {
    clearTimeout(timer)
    keep()
  })
}
