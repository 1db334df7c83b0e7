import { expect, test } from 'vitest'
import { countSql, pageSql, pinnedSql } from '../../src/main/conversations/list.ts'
import { withSteadyPlan } from '../../src/main/store/statement.ts'
import { conversationFilter, type ListedBy } from '../../src/shared/contract/conversations.ts'
import { listDatabase } from './list-desk.ts'

const LISTS: readonly ListedBy[] = conversationFilter.options.flatMap((filter) =>
  [undefined, 'label'].flatMap((labelId) => [undefined, 'account'].map((accountId) => ({ filter, labelId, accountId }))),
)

test.for(LISTS)('a page of %o is a range of one index, in its order', (by) => {
  const db = listDatabase([])
  const values = { filter: 'all', labelId: 'l', accountId: 'a', beforeAt: 5, beforeId: 'x', limit: 60 }
  const planOf = (sql: string) =>
    db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${withSteadyPlan(sql)}`)
      .all(values)
      .map(({ detail }) => detail)

  for (const isFirst of [true, false]) {
    const plan = planOf(pageSql(by, isFirst))
    expect(
      plan.filter((step) => step.startsWith('SCAN') && !/USING (COVERING )?INDEX conversations_(unread|unanswered|failed)$/.test(step)),
    ).toEqual([])
    // The few labels of one conversation are sorted, the list is not.
    expect(plan.filter((step) => step.startsWith('USE TEMP B-TREE') && !step.includes('json_group_array'))).toEqual([])
    if (!isFirst && by.labelId === undefined) expect(plan[0]).toMatch(/last_at/)
    if (!isFirst && by.labelId !== undefined)
      expect(plan[0]).toMatch(/^SEARCH x USING PRIMARY KEY \(label_id=\? AND filter=\? AND account_id=\?/)
  }
  expect(planOf(pinnedSql(by))[0]).toMatch(/^SCAN c USING INDEX conversations_pinned|^SEARCH c USING INDEX conversations_pinned/)
  expect(planOf(countSql(by)).join('\n')).not.toMatch(/TEMP B-TREE/)
})

test('what changed is found by its id, one by one', () => {
  const db = listDatabase([])
  const plan = db
    .prepare<[string], { detail: string }>(
      withSteadyPlan('EXPLAIN QUERY PLAN SELECT c.id FROM json_each(?) j CROSS JOIN conversations c ON c.id = j.value'),
    )
    .all('[]')
    .map(({ detail }) => detail)
  expect(plan[1]).toBe('SEARCH c USING PRIMARY KEY (id=?)')
})
