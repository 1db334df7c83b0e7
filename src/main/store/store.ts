import type { ShellKind } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import type { operationGroups } from './groups.ts'
import type { Db } from './operation.ts'

/** Extras for long operations. */
export interface CallOptions {
  /** Called for each chunk of work done. */
  onProgress?: (rows: number, total: number | null) => void
  /**
   * Aborting tells the operation, which stops at its next chunk. What it then returns or throws is what the caller
   * gets; one that was aborted before it began rejects with the signal's reason.
   */
  signal?: AbortSignal
}

type Call<Operation> = Operation extends (db: Db) => infer Output
  ? () => Promise<Awaited<Output>>
  : Operation extends (db: Db, input: infer Input, ...rest: never[]) => infer Output
    ? (input: Input, options?: CallOptions) => Promise<Awaited<Output>>
    : never

type Groups = typeof operationGroups

/** The data thread as the host sees it: every operation by feature and name, asynchronous. */
export type Store = {
  readonly [Group in keyof Groups]: { readonly [Name in keyof Groups[Group]]: Call<Groups[Group][Name]> }
} & {
  /** Finishes what runs, closes the database and lets the thread end. */
  close(): Promise<void>
}

export interface OpenStoreOptions {
  /** Absolute path. Made if it is not there. */
  dataFolder: string
  log: Log
  /** ms since 1970 UTC. */
  now: () => number
  /** Written beside the lock, for whoever finds the folder taken. Left out: `test`. */
  shell?: ShellKind
  /**
   * Called once if the data thread ends by itself. Every call under way has been rejected by then, every later one
   * is; what was committed is safe. The way on is to open the store again.
   */
  onLost?: (error: Error) => void
}

/**
 * Opens the database of a data folder: takes the folder's lock, checks the file, backs up and migrates.
 * @throws StartupFailed with a problem the person can act on
 */
export type OpenStore = (options: OpenStoreOptions) => Promise<Store>
