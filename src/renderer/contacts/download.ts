/** Wait before the file's address is given up, in milliseconds: browsers read it after the click returns. */
const KEEP_MS = 30_000

/** Hands the person a text file to save. Spreadsheets tell UTF-8 by the byte order mark, so CSV files get one unless they have it. */
export function downloadCsv(fileName: string, parts: readonly string[]): void {
  const marked = parts[0]?.startsWith('\uFEFF') === true ? [...parts] : ['\uFEFF', ...parts]
  const address = URL.createObjectURL(new Blob(marked, { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS)
}
