import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { PdfSaver } from '../app/ports.ts'
import { pdfFileName } from './rules.ts'

/**
 * Saves what the window's page prints as PDF: by Chromium itself, so that every script and emoji comes out as on screen.
 * @param window null once it is closed
 */
export function createPdfSaver(window: () => BrowserWindow | null): PdfSaver {
  return {
    async save(name) {
      const shown = window()
      if (shown === null || shown.isDestroyed()) return false
      const { canceled, filePath } = await dialog.showSaveDialog(shown, {
        defaultPath: join(app.getPath('documents'), pdfFileName(name)),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      if (canceled || filePath === '') return false
      // Size and margins are those of the page's own print rules.
      await writeFile(filePath, await shown.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }))
      return true
    },
  }
}
