import { expect, test } from 'vitest'
import { MESSAGE_COLUMNS, MESSAGE_SOURCE } from '../../src/main/messages/rows.ts'
import { openTestDesk } from '../support/open-store.ts'

test('what a text said about texts is found by its id, not by reading all that was ever said', async () => {
  const { db } = await openTestDesk()
  const steps = db
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_SOURCE} WHERE m.id = 'x'`)
    .all()
    .map(({ detail }) => detail)
    .filter((detail) => /\bc\b/.test(detail))
  expect(steps).toContain('SEARCH c USING INDEX consent_events_by_message (message_id=?)')
  expect(steps.filter((detail) => detail.startsWith('SCAN'))).toEqual([])
})
