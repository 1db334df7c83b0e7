/** Most characters of one line that are looked at. */
const LONGEST_LINE = 16_384

/** Cuts a stream of text into lines and hands each over. A line without end is cut, so that it fills no memory. */
export function createLineReader(onLine: (line: string) => void): (chunk: string) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/u)
    rest = (lines.pop() ?? '').slice(-LONGEST_LINE)
    for (const line of lines) onLine(line.slice(0, LONGEST_LINE))
  }
}
