import type { Log } from '../log/log.ts'
import type { operationGroups } from './groups.ts'
import type { Db } from './operation.ts'

/** Extras for long operations. */
export interface CallOptions {
  /** Called for each chunk of work done. */
  onProgress?: (rows: number, total: number | null) => void
  /** Aborting makes the operation stop at its next chunk and reject. */
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

/**
 * Opens the database of a data folder: takes the folder's lock, checks the file, backs up and migrates.
 * @throws StartupFailed with a problem the person can act on
 */
export type OpenStore = (options: { dataFolder: string; log: Log; now: () => number }) => Promise<Store>
