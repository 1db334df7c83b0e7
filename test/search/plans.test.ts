import { expect, test } from 'vitest'
import { EVERY, MATCHED, OF_DAYS, OF_STATUSES } from '../../src/main/search/candidates.ts'
import { BEGINS, ENDS, SENDERS } from '../../src/main/search/find-conversations.ts'
import { LOOK } from '../../src/main/search/find-messages.ts'
import { EVERY_NOTE, MATCHED_NOTES } from '../../src/main/search/find-notes.ts'
import { EARLIER_TEXTS, NEXT_TEXTS } from '../../src/main/search/index-text.ts'
import { CONVERSATIONS_OF } from '../../src/main/search/operations.ts'
import { COUNT_BEGINNING } from '../../src/main/search/tokens.ts'
import { withSteadyPlan } from '../../src/main/store/statement.ts'
import { openTestDesk } from '../support/open-store.ts'

const PLANS: readonly [what: string, sql: string, steps: readonly string[]][] = [
  // 192, `M`, `<>`: the index itself matches, keeps to the bounds, and goes from the latest on.
  ['texts with words', MATCHED, ['SCAN messages_fts VIRTUAL TABLE INDEX 192:M1<>']],
  ['every text', EVERY, ['SEARCH messages USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)']],
  ['texts of statuses', OF_STATUSES, ['SCAN v VIRTUAL TABLE INDEX 1:', 'SEARCH m USING COVERING INDEX messages_by_status (status=?)']],
  ['days', OF_DAYS, ['SEARCH search_days USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)']],
  ['texts at places', LOOK, ['SCAN p VIRTUAL TABLE INDEX 1:', 'SEARCH m USING INTEGER PRIMARY KEY (rowid=?)']],
  [
    'numbers that begin so',
    BEGINS,
    ['SCAN b VIRTUAL TABLE INDEX 1:', 'SEARCH c USING INDEX sqlite_autoindex_conversations_2 (peer>? AND peer<?)'],
  ],
  ['numbers that end so', ENDS, ['SEARCH c USING INDEX conversations_by_last_digits (<expr>=?)']],
  ['senders', SENDERS, ['SEARCH c USING INDEX conversations_by_sender (peer>? AND peer<?)']],
  ['texts to put in', NEXT_TEXTS, ['SEARCH m USING INTEGER PRIMARY KEY (rowid>?)']],
  ['earlier texts to put in', EARLIER_TEXTS, ['SEARCH m USING INTEGER PRIMARY KEY (rowid<?)']],
  [
    'conversations of a person',
    CONVERSATIONS_OF,
    [
      'SEARCH p USING COVERING INDEX sqlite_autoindex_contacts_1 (id=?)',
      'SEARCH n USING PRIMARY KEY (contact=?)',
      'SEARCH c USING INDEX sqlite_autoindex_conversations_2 (peer=?)',
    ],
  ],
]

test.for(PLANS)('%s are read from an index, in its order', async ([, sql, steps]) => {
  const { db } = await openTestDesk()
  expect(planOf(db, sql)).toEqual(steps)
})

test.for([
  ['notes with words', MATCHED_NOTES],
  ['every note', EVERY_NOTE],
  ['how common a beginning is', COUNT_BEGINNING('messages_tokens')],
])('%s: nothing is sorted, and no table gone through', async ([, sql = '']) => {
  const { db } = await openTestDesk()
  const plan = planOf(db, sql)
  expect(plan.filter((step) => /TEMP B-TREE|^SCAN (?!s$|\w+ VIRTUAL TABLE|\(subquery)/.test(step))).toEqual([])
})

function planOf(db: Awaited<ReturnType<typeof openTestDesk>>['db'], sql: string): string[] {
  const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, parameter = '']) => [parameter, 1]))
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${withSteadyPlan(sql)}`)
    .all(...(Object.keys(named).length > 0 ? [named] : [1]))
    .map(({ detail }) => detail)
}
