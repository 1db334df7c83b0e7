import type { Log, LogFields } from '../../src/main/log/log.ts'

/** One entry, as it was given to the log: before the redaction of the real sink. */
export interface MemoryLogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  fields: LogFields
  error?: unknown
}

/** A log that keeps its lines for the test to read. */
export interface MemoryLog extends Log {
  readonly lines: MemoryLogLine[]
  /** Names of the events so far, in order. */
  events(): string[]
}

export function memoryLog(): MemoryLog {
  const lines: MemoryLogLine[] = []
  return {
    lines,
    events: () => lines.map((line) => line.event),
    info: (event, fields = {}) => void lines.push({ level: 'info', event, fields }),
    warn: (event, fields = {}) => void lines.push({ level: 'warn', event, fields }),
    error: (event, error, fields = {}) => void lines.push({ level: 'error', event, fields, error }),
  }
}
