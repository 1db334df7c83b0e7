import type { Migration } from './index.ts'

/**
 * What five providers need: messages that are calls, texts that a provider keeps until their time, one reference for
 * all recipients of a call, and texts that answer missed calls.
 */
export const providers: Migration = {
  version: 3,
  name: 'providers',
  sql: /* sql */ `
-- a missed call has an empty text; the text of a voice code is its digits
ALTER TABLE messages ADD COLUMN kind TEXT NOT NULL DEFAULT 'text'
  CHECK (kind = 'text' OR (kind = 'missed_call' AND direction = 'inbound') OR (kind = 'voice_code' AND direction = 'outbound'));
-- the provider is to keep it until this instant; NULL where the desk itself sees to its time
ALTER TABLE messages ADD COLUMN provider_at INTEGER CHECK (provider_at IS NULL OR scheduled_at IS NULL);

-- The provider's ids for a message. Receipts find their message here; one id may stand for a call with several recipients.
CREATE TABLE provider_refs_anew (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  ref TEXT NOT NULL,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, ref, message_id)
) STRICT, WITHOUT ROWID;
INSERT INTO provider_refs_anew (account_id, ref, message_id) SELECT account_id, ref, message_id FROM provider_refs;
DROP TABLE provider_refs;
ALTER TABLE provider_refs_anew RENAME TO provider_refs;
CREATE INDEX provider_refs_by_message ON provider_refs (message_id);

-- The text that callers get when nobody answered, by the number they called.
CREATE TABLE call_replies (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  number TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;
`,
}
