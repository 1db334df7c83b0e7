/** The dispatcher: takes what is due from the outbox, calls providers, records outcomes. */
export interface Outbox {
  /** Looks for due messages now: something was queued, resumed or became possible. Cheap; calls coalesce. */
  wake(): void
  network(): 'online' | 'offline'
  /** Resolves when nothing is queued for now or sending, or when what is queued cannot move (account paused, offline). */
  idle(): Promise<void>
  /** Claims nothing more and waits for the calls in flight to be recorded. */
  stop(): Promise<void>
}
