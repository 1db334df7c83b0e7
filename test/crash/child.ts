/**
 * The process that is killed. Usage: `node child.ts DATA_FOLDER`. Sends what waits there until nothing moves any more.
 * Kills itself where the environment says so (see points.ts).
 */
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'
import type { OpenStore, Store } from '../../src/main/store/store.ts'
import { untilNothingMoves, withDesk } from './desk.ts'
import type { KillPoint, Trap } from './points.ts'
import { DATA_POINTS, die, readTrap } from './points.ts'

const [dataFolder = ''] = process.argv.slice(2)

/** The store, with a trapdoor around the one operation that claims and records. */
function trapped(store: Store, trap: Trap): Store {
  let passings = 0
  const pass = (point: KillPoint): void => {
    if (point === trap.point && (passings += 1) === trap.nth) die()
  }
  const turn: Store['outbox']['turn'] = async (input, options) => {
    if (input.lanes.length > 0) pass('before claim')
    if (input.records.length > 0) pass('answer read')
    const result = await store.outbox.turn(input, options)
    if (input.records.length > 0) pass('after outcome')
    if (result.calls.length > 0) pass('after claim')
    return result
  }
  return { ...store, outbox: { ...store.outbox, turn } }
}

function openStoreWith(trap: Trap): OpenStore {
  const inDataThread = DATA_POINTS.some((point) => point === trap.point)
  const worker = inDataThread ? new URL('trapped-worker.ts', import.meta.url) : new URL('../../src/main/store/worker.ts', import.meta.url)
  return async (options) => trapped(await createWorkerOpenStore(worker)(options), trap)
}

const trap = readTrap()
const openStore = trap === null ? undefined : openStoreWith(trap)
await withDesk({ dataFolder, dispatch: true, openStore }, untilNothingMoves)
