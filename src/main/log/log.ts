/** Values a log entry may carry. Never a message text, a secret or a whole phone number; the sink redacts too. */
export type LogFields = Record<string, string | number | boolean | null>

/** Structured log: one JSON line per entry. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, error: unknown, fields?: LogFields): void
}
