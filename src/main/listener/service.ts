/** The hook server. Nothing but hooks is on it. */
export interface Listener {
  /** `http://127.0.0.1:port`, or null when it does not run. */
  readonly address: string | null
  /** Why it does not run, as a sentence. */
  readonly problem: string | null
  /** Applies hooks that were stored but not applied when the process last ended, and replays parked receipts for `messageId`s that became known. */
  applyPending(): Promise<void>
  stop(): Promise<void>
}
