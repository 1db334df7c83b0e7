import type { Migration } from './index.ts'

/** Texts that answer customers by themselves: what wrote a message, and the away message of each account. */
export const replies: Migration = {
  version: 7,
  name: 'replies',
  sql: /* sql */ `
-- what wrote it by itself; NULL where a person did
ALTER TABLE messages ADD COLUMN automatic TEXT
  CHECK (automatic IS NULL OR (direction = 'outbound' AND automatic IN ('missed_call', 'opt_out', 'opt_in', 'help', 'away')));
UPDATE messages SET automatic = 'missed_call' WHERE request_key >= 'call-reply:' AND request_key < 'call-reply:~';
-- how often a number was answered lately
CREATE INDEX messages_automatic ON messages (recipient, created_at DESC, automatic) WHERE automatic IS NOT NULL;

-- The text that answers whoever writes while nobody is there.
CREATE TABLE away_messages (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  text TEXT NOT NULL CHECK (is_on = 0 OR text <> ''),
  -- when somebody is there, as JSON; NULL for never
  hours TEXT CHECK (hours IS NULL OR json_valid(hours)),
  -- IANA name of the zone by whose clock the hours go
  zone TEXT NOT NULL CHECK (zone <> ''),
  -- at most once to one number within this many hours
  every_hours INTEGER NOT NULL CHECK (every_hours BETWEEN 1 AND 168),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
