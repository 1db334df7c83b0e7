import type { Migration } from './index.ts'

/**
 * What the list of hooks is read by: those of an account in the order they came, and those of the rarer verdicts. Hooks
 * that wait or were applied, nearly all of them, are in no index by verdict: applying one writes none.
 */
export const hooksJournal: Migration = {
  version: 8,
  name: 'hooks-journal',
  sql: /* sql */ `
DROP INDEX hooks_by_account;
CREATE INDEX hooks_by_account ON hooks (account_id, received_at, id);
-- the account is there to be counted by
CREATE INDEX hooks_by_verdict ON hooks (verdict, received_at, id, account_id)
  WHERE verdict = 'duplicate' OR verdict = 'unknown_message' OR verdict = 'rejected' OR verdict = 'unreadable';
`,
}
