import { Refused } from '../../src/main/app/refused.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import type { Db, OperationContext } from '../../src/main/store/operation.ts'

let stepsOfLast = 0

/** Operations that do what real ones rarely do. */
export const probeOperations = {
  echo: (_db: Db, input: unknown) => input,

  refuse(): never {
    throw new Refused('no_such_thing', 'There is no such thing.', { retryable: true, cause: new TypeError('inner') })
  },

  failToStart(): never {
    throw new StartupFailed({ code: 'database_newer', message: 'Newer.', path: '/desk', backups: [] })
  },

  bug(): never {
    throw new RangeError('a bug', { cause: new Error('deeper') })
  },

  violate: (db: Db) => void db.exec("INSERT INTO settings VALUES ('x', 'not json', 1)"),

  uncloneable: () => () => {},

  /** Works in steps until told to stop or `steps` are done. */
  async steps(_db: Db, input: { steps: number }, context: OperationContext): Promise<number> {
    for (stepsOfLast = 0; stepsOfLast < input.steps; stepsOfLast += 1) {
      if (context.cancelled) throw new DOMException('stopped between two steps', 'AbortError')
      context.progress(stepsOfLast, input.steps)
      await context.yield()
    }
    return stepsOfLast
  },

  stepsOfLast: () => stepsOfLast,

  /** Writes in steps, as a long import does. */
  async writeInSteps(db: Db, input: { rows: number }, context: OperationContext): Promise<void> {
    for (let row = 0; row < input.rows; row += 1) {
      db.prepare('INSERT INTO settings VALUES (?, ?, 1)').run(`step-${row}`, '1')
      await context.yield()
    }
  },

  crash(): never {
    process.exit(7)
  },

  throwLater(): void {
    setImmediate(() => {
      throw new Error('nobody catches this')
    })
  },
}
