import type { MenuItemConstructorOptions } from 'electron'

/**
 * The smallest menu that still has what people expect: quit, the clipboard with its shortcuts, text size, the window.
 * @param withDeveloperTools false for the people at the desk
 */
export function menuTemplate(platform: NodeJS.Platform, withDeveloperTools: boolean): MenuItemConstructorOptions[] {
  const developerTools: MenuItemConstructorOptions[] = withDeveloperTools ? [{ type: 'separator' }, { role: 'toggleDevTools' }] : []
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : [{ label: 'File', submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...developerTools,
      ],
    },
    { role: 'windowMenu' },
  ]
}
