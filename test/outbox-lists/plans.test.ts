import { expect, test } from 'vitest'
import { BULK_LOOKS } from '../../src/main/outbox/bulk-operations.ts'
import { MOVE_LOOKS } from '../../src/main/outbox/move-operations.ts'
import { OVERVIEW_LOOKS } from '../../src/main/outbox/screen-operations.ts'
import { QUEUED_LOOKS, VIEW_LOOKS } from '../../src/main/outbox/views.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { openTestDesk } from '../support/open-store.ts'

function planOf(db: Db, sql: string): string {
  const parameters = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 'x']))
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`)
  const rows = (Object.keys(parameters).length === 0 ? steps.all() : steps.all(parameters)) as { detail: string }[]
  return rows.map(({ detail }) => detail).join('\n')
}

/** The steps that touch messages; whatever else there is, such as an account by its id, is a row or two. */
const stepsOnMessages = (plan: string) => plan.split('\n').filter((step) => /^(SCAN|SEARCH) (m|messages)\b/.test(step))

const PAGES: [what: string, sql: string, step: string][] = [
  ['what is being sent', VIEW_LOOKS.SENDING, 'messages_by_status (status=? AND (created_at,id)>(?,?))'],
  ['what waits in a lane', VIEW_LOOKS.WAITING, 'messages_lane (account_id=? AND priority=? AND <expr>>?)'],
  ['what is scheduled', VIEW_LOOKS.SCHEDULED, 'messages_scheduled ((scheduled_at,id)>(?,?))'],
  ['what is held', VIEW_LOOKS.HELD, 'messages_held (hold=? AND <expr>>?)'],
  ['what was missed', VIEW_LOOKS.MISSED, 'messages_missed ((scheduled_at,id)>(?,?))'],
  ['what is unconfirmed', VIEW_LOOKS.UNCONFIRMED, 'messages_by_status (status=? AND (created_at,id)<(?,?))'],
  ['what failed', VIEW_LOOKS.FAILED, 'messages_failed ((status_at,id)<(?,?))'],
]

test.for(PAGES)('a page of %s begins at its place in its index, and needs no sort', async ([, sql, step]) => {
  const { db } = await openTestDesk()
  const plan = planOf(db, sql)
  expect(stepsOnMessages(plan)).toHaveLength(1)
  expect(plan).toContain(step)
  expect(plan).toContain('SEARCH')
  expect(plan).not.toContain('TEMP B-TREE')
})

const COUNTS: [what: string, sql: string][] = [
  ['lanes', OVERVIEW_LOOKS.LANE_COUNTS],
  ['failures of a kind', OVERVIEW_LOOKS.FAILURES],
  ['ids to take back', QUEUED_LOOKS[0] ?? ''],
]

test.for(COUNTS)('%s are counted in the index alone', async ([, sql]) => {
  const { db } = await openTestDesk()
  const steps = stepsOnMessages(planOf(db, sql))
  expect(steps).toHaveLength(1)
  expect(steps[0]).toContain('COVERING INDEX')
})

test('counting a lane needs no sort, however long it is', async () => {
  const { db } = await openTestDesk()
  expect(planOf(db, OVERVIEW_LOOKS.LANE_COUNTS)).not.toContain('TEMP B-TREE')
})

test('nothing in the Outbox reads the whole history of messages', async () => {
  const { db } = await openTestDesk()
  const small = /USING (COVERING )?INDEX messages_(lane|held|scheduled|missed|failed|sending|by_status \(status=\?)/
  const looks = [
    ...Object.values(OVERVIEW_LOOKS),
    ...Object.values(VIEW_LOOKS),
    ...Object.values(BULK_LOOKS),
    ...Object.values(MOVE_LOOKS),
    ...QUEUED_LOOKS,
  ]
  for (const sql of looks) {
    const steps = stepsOnMessages(planOf(db, sql))
    expect(steps.length, sql).toBeGreaterThan(0)
    for (const step of steps) expect(step).toMatch(small)
  }
})
