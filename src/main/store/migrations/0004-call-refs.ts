import type { Migration } from './index.ts'

/** The provider's own id of a call with several recipients: what the call can be asked about by. */
export const callRefs: Migration = {
  version: 4,
  name: 'call-refs',
  sql: /* sql */ `
-- The provider's id of a whole call (attempts.call_id). It is asked by; no receipt finds a message by it.
CREATE TABLE call_refs (
  call_id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  ref TEXT NOT NULL CHECK (ref <> '')
) STRICT, WITHOUT ROWID;
-- two calls with one id are asked about by none
CREATE INDEX call_refs_by_ref ON call_refs (account_id, ref);
`,
}
