/** Wait before the file's address is given up, in milliseconds: browsers read it after the click returns. */
const KEEP_MS = 30_000

/** Hands the person a CSV file to save. Spreadsheets tell UTF-8 by the byte order mark, so it gets one unless it has it. */
export function downloadCsv(fileName: string, parts: readonly string[]): void {
  const marked = parts[0]?.startsWith('\uFEFF') === true ? parts : ['\uFEFF', ...parts]
  download(fileName, marked, 'text/csv;charset=utf-8')
}

/** Hands the person a file of contact cards to save. */
export function downloadCards(fileName: string, parts: readonly string[]): void {
  download(fileName, parts, 'text/vcard;charset=utf-8')
}

/** Hands the person a file to save. Browsers keep blobs among the parts outside of the page, however large they are. */
export function download(fileName: string, parts: readonly (string | Blob)[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS)
}
