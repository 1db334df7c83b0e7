import type { Migration } from './index.ts'

/** Parts of long texts from customers, which providers bring one by one. */
export const inboundParts: Migration = {
  version: 6,
  name: 'inbound-parts',
  sql: /* sql */ `
-- What came of a long text; the message has the parts put together.
CREATE TABLE inbound_parts (
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 255),
  of INTEGER NOT NULL CHECK (of BETWEEN 2 AND 255 AND number <= of),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  sender TEXT NOT NULL,
  -- what the parts of one text have in common; a phone counts it and begins anew
  ref TEXT NOT NULL CHECK (ref <> ''),
  -- the provider's id of this part, where it gives one
  key TEXT,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (message_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbound_parts_by_ref ON inbound_parts (account_id, ref, sender, at);
CREATE INDEX inbound_parts_by_key ON inbound_parts (account_id, key) WHERE key IS NOT NULL;
`,
}
