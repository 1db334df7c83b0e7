import { posix } from 'node:path'

/** Origin of the window's page. A scheme of our own: a page under `file:` could read other files. */
export const APP_ORIGIN = 'app://desk'
/** The page the window shows. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`
/** Channel on which the preload asks for the port, and the one it is answered on. */
export const ASK_CHANNEL = 'sms-desk:ask-for-port'
export const PORT_CHANNEL = 'sms-desk:port'

/** Longest link handed to the person's browser, in UTF-16 units. */
const MAX_LINK = 2_000

/** May the window's main frame go there? Only to the desk's own page. */
export function isAllowedNavigation(url: string): boolean {
  const parsed = parse(url)
  return parsed !== null && isAppUrl(parsed) && (parsed.pathname === '/' || parsed.pathname === '/index.html')
}

/** What to do with a link that would open another window. */
export type LinkVerdict = { action: 'open_outside'; url: string } | { action: 'refuse' }

/**
 * A link leaves the app only for the person's own browser, and only over http or https, to a named host, without
 * credentials in it. Everything else, `file:` and programs' own schemes among them, is refused.
 */
export function externalLinkVerdict(url: string): LinkVerdict {
  const parsed = url.length <= MAX_LINK ? parse(url) : null
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return { action: 'refuse' }
  if (parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') return { action: 'refuse' }
  return { action: 'open_outside', url: parsed.href }
}

/** What is known about a frame that asks for the port. */
export interface AskingFrame {
  /** Origin that Chromium enforces for the frame, such as `app://desk`. */
  origin: string
  url: string
  /** Null for the main frame of its window. */
  parent: unknown
}

/**
 * May this frame speak to the host? Only the main frame of the desk's own window, showing the desk's own page.
 * @param frame null when the frame is gone already
 * @param isDeskWindow whether the sender is the window this program made
 */
export function mayHaveThePort(frame: AskingFrame | null, isDeskWindow: boolean): boolean {
  return frame !== null && isDeskWindow && frame.parent === null && frame.origin === APP_ORIGIN && isAllowedNavigation(frame.url)
}

/**
 * The file of the window's folder that an `app://desk/` address names, relative, with forward slashes; null for
 * everything else. Never leads out of the folder and never to a hidden file.
 */
export function resolveAppFile(url: string): string | null {
  const parsed = parse(url)
  if (parsed === null || !isAppUrl(parsed)) return null
  const path = decode(parsed.pathname)
  // A backslash or a colon is a way out of the folder on Windows; a null byte ends a path early.
  if (path === null || /[\\:\0]/.test(path)) return null
  const parts = path.split('/').slice(1)
  if (parts.join('') === '' && parts.length <= 1) return 'index.html'
  if (parts.some((part) => part === '' || part.startsWith('.'))) return null
  return posix.join(...parts)
}

/** Media types of the files a built window has. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The media type of a file by its name. Unknown ones are plain bytes, which no page runs. */
export function mediaTypeOf(file: string): string {
  return MEDIA_TYPES[posix.extname(file)] ?? 'application/octet-stream'
}

/** Electron's switches for the window's page: everything that would let it out of its sandbox is off. */
export function windowPreferences(preload: string) {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: true,
  } as const
}

/** A file's name that every system takes, with the ending `.pdf`. @param name what the person sees, such as a customer's name */
export function pdfFileName(name: string): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\\/:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 100)
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .toWellFormed()
  return `${safe === '' ? 'conversation' : safe}.pdf`
}

/** A rectangle on the screen, in device-independent pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** Least size at which every screen can be worked with, in device-independent pixels. */
export const MIN_WIDTH = 900
export const MIN_HEIGHT = 600
/** So much of the title bar must be on a screen for the person to be able to drag the window, in pixels. */
const GRIP = 80

/**
 * Where the window opens: where it was, unless the screen it was on is gone.
 * @param screens work areas of the screens there are now
 */
export function windowPlace(
  kept: { x: number | null; y: number | null; width: number; height: number },
  screens: readonly Area[],
): { x?: number; y?: number; width: number; height: number } {
  const width = Math.max(MIN_WIDTH, kept.width)
  const height = Math.max(MIN_HEIGHT, kept.height)
  const { x, y } = kept
  if (x === null || y === null) return { width, height }
  const reachable = screens.some(
    (screen) =>
      x + width >= screen.x + GRIP && x <= screen.x + screen.width - GRIP && y >= screen.y && y <= screen.y + screen.height - GRIP,
  )
  return reachable ? { x, y, width, height } : { width, height }
}

function isAppUrl(url: URL): boolean {
  return url.protocol === 'app:' && url.host === 'desk' && url.username === '' && url.password === ''
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
