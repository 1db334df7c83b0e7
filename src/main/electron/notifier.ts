import { app, nativeImage, Notification, type BrowserWindow } from 'electron'
import type { Notifier } from '../app/ports.ts'
import { OVERLAY_SIZE, overlayPixels } from './badge.ts'
import type { ShellWords } from './words.ts'

/**
 * Notifications of the system for the desk's window. Pressing one brings the window to the front.
 * @param window null once it is closed
 * @param words in the language of the window as it is then
 */
export function createNotifier(window: () => BrowserWindow | null, words: () => ShellWords): Notifier {
  // Held here: a notification nobody holds is collected, and its press is lost.
  const shown = new Map<string, Notification>()

  function hide(subject: string): void {
    shown.get(subject)?.close()
    shown.delete(subject)
  }

  return {
    show({ subject, title, body }, onPress) {
      if (!Notification.isSupported()) return
      hide(subject)
      const notification = new Notification({ title, body })
      shown.set(subject, notification)
      notification.on('click', () => {
        hide(subject)
        bringToFront(window())
        onPress()
      })
      notification.on('close', () => {
        if (shown.get(subject) === notification) shown.delete(subject)
      })
      notification.show()
    },
    hide,
    setBadge(count) {
      // macOS and some Linux desktops show the number on the icon; Windows a picture. The title says it everywhere.
      app.setBadgeCount(count)
      if (process.platform !== 'win32') return
      const overlay = count === 0 ? null : nativeImage.createFromBitmap(overlayPixels(), { width: OVERLAY_SIZE, height: OVERLAY_SIZE })
      window()?.setOverlayIcon(overlay, count === 0 ? '' : words().unread(count))
    },
  }
}

function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
