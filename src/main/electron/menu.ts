import type { MenuItemConstructorOptions } from 'electron'
import type { MenuWords } from './words.ts'

/**
 * The smallest menu that still has what people expect: quit, the clipboard with its shortcuts, text size, the window.
 * Every item has words of its own: Electron's are English on every computer.
 * @param withDeveloperTools false for the people at the desk
 */
export function menuTemplate(platform: NodeJS.Platform, withDeveloperTools: boolean, words: MenuWords): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin'
  const developerTools: MenuItemConstructorOptions[] = withDeveloperTools ? [{ type: 'separator' }, { role: 'toggleDevTools' }] : []
  return [
    onMac ? appMenu(words) : { label: words.file, submenu: [{ role: 'quit', label: words.quit }] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'delete', label: words.delete },
        { type: 'separator' },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...developerTools,
      ],
    },
    {
      // By its role macOS knows the menu that it adds its windows to.
      role: 'window',
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'zoom', label: words.zoom },
        onMac ? { role: 'front', label: words.bringAllToFront } : { role: 'close', label: words.close },
      ],
    },
  ]
}

/** The menu that is called after the program, which macOS alone has. */
function appMenu(words: MenuWords): MenuItemConstructorOptions {
  return {
    label: 'SMS Desk',
    submenu: [
      { role: 'about', label: words.about },
      { type: 'separator' },
      { role: 'services', label: words.services },
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      { type: 'separator' },
      { role: 'quit', label: words.quit },
    ],
  }
}
