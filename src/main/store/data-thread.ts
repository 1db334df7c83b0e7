import { dirname } from 'node:path'
import type { Log } from '../log/log.ts'
import { markForCheck } from './open-database.ts'
import type { Db, OperationContext } from './operation.ts'
import { saysDamaged } from './startup-problems.ts'

/** Operations by feature and name, without their types: what the thread needs to find one. */
export type OperationGroups = Readonly<
  Record<string, Readonly<Record<string, (db: Db, input: never, context: OperationContext) => unknown>>>
>

/** The side of a caller: where progress goes, and whether the result is still wanted. */
export interface Caller {
  onProgress(rows: number, total: number | null): void
  isCancelled(): boolean
}

/** Runs operations on a database. The same in the worker and in tests without one. */
export interface DataThread {
  /** Names of the operations, by feature. */
  readonly operations: Record<string, string[]>
  /** Runs one; settles when it has ended. Begins at once: there is no queue besides the event loop. */
  run(group: string, name: string, input: unknown, caller: Caller): Promise<unknown>
  /** Waits until all that run have ended. */
  idle(): Promise<void>
}

export function createDataThread(db: Db, groups: OperationGroups, log: Log): DataThread {
  const running = new Set<Promise<unknown>>()

  async function perform(group: string, name: string, input: unknown, caller: Caller): Promise<unknown> {
    const operations = Object.hasOwn(groups, group) ? groups[group] : undefined
    const operation = operations !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined
    if (operation === undefined) throw new Error(`the data thread has no operation ${group}.${name}`)
    try {
      return await operation(db, input as never, {
        progress: (rows, total) => caller.onProgress(rows, total),
        get cancelled() {
          return caller.isCancelled()
        },
        yield: nextTurn,
      })
    } catch (error) {
      if (saysDamaged(error)) {
        markForCheck(dirname(db.name))
        log.error('store.damaged', error, { operation: `${group}.${name}` })
      }
      throw error
    }
  }

  return {
    operations: Object.fromEntries(Object.entries(groups).map(([group, each]) => [group, Object.keys(each)])),
    run(group, name, input, caller) {
      const call = perform(group, name, input, caller)
      const settled = call.catch(() => {})
      running.add(settled)
      void settled.then(() => running.delete(settled))
      return call
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/**
 * Lets the event loop read what came in and run it. Twice, since the first may still fall into the turn that
 * brought the operation itself, before the loop looks at its ports again.
 */
async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  await new Promise<void>((resolve) => setImmediate(resolve))
}
