/** A time for programs: ISO 8601 in UTC. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString()
}

/** Like {@link isoTime}, for times that may not have come. */
export function isoTimeOrNull(instant: number | null): string | null {
  return instant === null ? null : isoTime(instant)
}

/** A time for people: local, to the minute. */
export function localTime(instant: number): string {
  const date = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Rows in columns two spaces apart. Line breaks and control characters in cells become spaces. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(oneLine))
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Names and values below each other, aligned. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${name.padEnd(width)}  ${oneLine(value)}`.trimEnd()).join('\n')
}

/** A number with its noun: `1 message`, `2 messages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Text from outside must not move the cursor or forge lines. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
