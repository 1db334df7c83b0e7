import type { Migration } from './index.ts'

/**
 * The outbox whole: a rate per account; on messages their priority, what keeps them back, the wall time they were
 * scheduled for, an end of validity, the account they were moved from, and when to ask what became of them; the call
 * that attempts shared. The index that claims read holds only what can be claimed, in the order it goes out. Attempts and
 * events are kept with their message, without an index more (measured: a quarter of the time of sending a text).
 */
export const outbox: Migration = {
  version: 2,
  name: 'outbox',
  sql: /* sql */ `
ALTER TABLE accounts ADD COLUMN rate_count INTEGER CHECK (rate_count > 0);
-- both or neither: NULL is the provider's usual rate
ALTER TABLE accounts ADD COLUMN rate_per TEXT
  CHECK ((rate_per IS NULL) = (rate_count IS NULL) AND (rate_per IS NULL OR rate_per IN ('second', 'minute', 'hour', 'day')));

ALTER TABLE messages ADD COLUMN priority TEXT NOT NULL DEFAULT 'reply' CHECK (priority IN ('reply', 'bulk'));
-- why a queued message is kept back; all but 'missed' end at not_before
ALTER TABLE messages ADD COLUMN hold TEXT CHECK (hold IS NULL OR (status = 'queued' AND hold IN ('undo', 'quiet_hours', 'blockout', 'missed')));
-- the wall time a person chose, from which scheduled_at is reckoned
ALTER TABLE messages ADD COLUMN schedule_local TEXT;
ALTER TABLE messages ADD COLUMN schedule_zone TEXT CHECK ((schedule_zone IS NULL) = (schedule_local IS NULL));
-- when the desk noticed that scheduled_at had come; NULL while it is still ahead
ALTER TABLE messages ADD COLUMN came_due_at INTEGER CHECK (came_due_at IS NULL OR scheduled_at IS NOT NULL);
-- not sent any more after this instant
ALTER TABLE messages ADD COLUMN valid_until INTEGER;
-- why it goes out in quiet hours all the same
ALTER TABLE messages ADD COLUMN quiet_override TEXT;
-- the account that definitely did not take it
ALTER TABLE messages ADD COLUMN failed_over_from TEXT REFERENCES accounts (id);
-- when the provider is asked next what became of it, and how often it was
ALTER TABLE messages ADD COLUMN next_query_at INTEGER;
ALTER TABLE messages ADD COLUMN queries INTEGER NOT NULL DEFAULT 0;

-- One row per call to a provider and message, written before the socket opens. Keyed by the message, as they are asked for.
CREATE TABLE attempts_anew (
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  -- attempts that were one call share this; NULL for a call of its own
  call_id TEXT,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  outcome TEXT CHECK (outcome IN ('accepted', 'not_accepted_transient', 'not_accepted_permanent', 'account_problem', 'offline', 'unknown')),
  code TEXT,
  detail TEXT,
  request TEXT,
  response TEXT,
  PRIMARY KEY (message_id, number),
  CHECK ((outcome IS NULL) = (finished_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attempts_anew (message_id, number, id, account_id, started_at, finished_at, outcome, code, detail, request, response)
  SELECT message_id, number, id, account_id, started_at, finished_at, outcome, code, detail, request, response FROM attempts;
DROP TABLE attempts;
ALTER TABLE attempts_anew RENAME TO attempts;
CREATE INDEX attempts_by_account ON attempts (account_id, started_at);

-- Append-only: a message's status is what the reducer makes of its events, in order. Numbered within each message.
CREATE TABLE message_events_anew (
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (message_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO message_events_anew (message_id, sequence, at, kind, status, data)
  SELECT message_id, row_number() OVER (PARTITION BY message_id ORDER BY sequence), at, kind, status, data FROM message_events;
DROP TABLE message_events;
ALTER TABLE message_events_anew RENAME TO message_events;

DROP INDEX messages_queued;
-- the last three columns are for counting and listing what waits without looking at each row
CREATE INDEX messages_lane ON messages (account_id, priority, coalesce(not_before, 0), created_at, id, hold, scheduled_at, came_due_at)
  WHERE status = 'queued' AND hold IS NOT 'missed';
CREATE INDEX messages_scheduled ON messages (scheduled_at, id)
  WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL;
CREATE INDEX messages_held ON messages (hold, coalesce(not_before, 0), id) WHERE hold IS NOT NULL;
CREATE INDEX messages_to_query ON messages (account_id, next_query_at) WHERE next_query_at IS NOT NULL;
CREATE INDEX messages_failed_over ON messages (failed_over_from) WHERE failed_over_from IS NOT NULL;
CREATE INDEX messages_missed ON messages (scheduled_at, id) WHERE hold = 'missed';
CREATE INDEX messages_failed ON messages (status_at DESC, id DESC, error_code, account_id, valid_until, status)
  WHERE status IN ('failed', 'undelivered', 'expired');
`,
}
