import { statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { TurnInput, TurnResult } from '../../src/main/outbox/operations.ts'
import { outboxOperations } from '../../src/main/outbox/operations.ts'
import { operationGroups } from '../../src/main/store/groups.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { serveStore } from '../../src/main/store/serve-store.ts'
import type { WorkerStart } from '../../src/main/store/worker-protocol.ts'
import type { CommitNote } from './points.ts'
import { COMMIT_NOTE, die, readTrap } from './points.ts'

const trap = readTrap()
let turns = 0

/** The real data thread, which ends its process inside the nth turn that writes outcomes down. */
function turn(db: Db, input: TurnInput): TurnResult {
  const isDue = trap !== null && input.records.length > 0 && (turns += 1) === trap.nth
  if (!isDue) return outboxOperations.turn(db, input)
  const length = (): number => statSync(`${db.name}-wal`).size
  const before = length()
  const note = (): void => {
    const commit: CommitNote = { messageIds: input.records.map(({ messageId }) => messageId), before, after: length() }
    writeFileSync(join(dirname(db.name), COMMIT_NOTE), JSON.stringify(commit))
  }
  if (trap.point === 'outcome half committed') {
    note()
    dieAtOutcome(db, 1 + Math.floor(trap.share * input.records.length))
  }
  const result = outboxOperations.turn(db, input)
  if (trap.point === 'commit cut short') {
    note()
    die()
  }
  return result
}

/** Each outcome ends one attempt: at the nth such statement everything before it is written, and nothing is committed. */
function dieAtOutcome(db: Db, nth: number): void {
  let outcomes = 0
  db.function('pass_outcome', () => {
    outcomes += 1
    if (outcomes === nth) die()
    return null
  })
  db.exec('CREATE TEMP TRIGGER passing AFTER UPDATE OF finished_at ON main.attempts BEGIN SELECT pass_outcome(); END')
}

if (parentPort !== null) {
  await serveStore(parentPort, workerData as WorkerStart, { ...operationGroups, outbox: { ...outboxOperations, turn } })
}
