import type { Log } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from './ports.ts'

/** First asked so long after the start, in milliseconds: a desk that is only open for minutes a day is backed up too. */
const FIRST_ASK_MS = 60_000
/** How often is asked whether the day's backup is due, in milliseconds. */
const ASK_EVERY_MS = 3_600_000

/** Makes a backup a day while the desk runs. One that fails is logged and tried again within the hour. */
export function startDailyBackup({ store, clock, log }: { store: Pick<Store, 'maintenance'>; clock: Clock; log: Log }): { stop(): void } {
  let timer = clock.setTimer(FIRST_ASK_MS, ask)

  function ask(): void {
    timer = clock.setTimer(ASK_EVERY_MS, ask)
    store.maintenance.backupDaily({ now: clock.now() }).then(
      (backup) => backup !== null && log.info('backup.made', { name: backup.name, bytes: backup.bytes }),
      (error: unknown) => log.error('backup.failed', error),
    )
  }

  return { stop: () => timer.cancel() }
}
