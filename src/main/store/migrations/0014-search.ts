import type { Migration } from './index.ts'

/**
 * Search by words of every script. What a text is found by is worked out by the desk (src/shared/search/tokens.ts) and
 * written to the index in batches, beside the sending: no text waits for it, and no receipt touches it. Texts of before are put
 * in after the desk has opened, the newest first.
 */
export const search: Migration = {
  version: 14,
  name: 'search',
  sql: /* sql */ `
DROP TRIGGER messages_fts_insert;
DROP TRIGGER messages_fts_delete;
DROP TRIGGER messages_fts_update;
DROP TABLE messages_fts;

-- Which messages have a token. The tokenizer only parts them at blanks. Without positions: what is found is read anyway.
CREATE VIRTUAL TABLE messages_fts USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);
-- Pieces of the index are put together a little with each batch, never many at once while a text waits.
INSERT INTO messages_fts (messages_fts, rank) VALUES ('automerge', 8);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('crisismerge', 64);

-- How common a token is.
CREATE VIRTUAL TABLE messages_tokens USING fts5vocab (messages_fts, instance);

-- Messages whose rowid, the order of arrival, is above 'below' and at most 'through' are in the index.
CREATE TABLE search_progress (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  below INTEGER NOT NULL CHECK (below >= 0),
  through INTEGER NOT NULL CHECK (through >= below)
) STRICT;
INSERT INTO search_progress (only_row, below, through) SELECT 1, coalesce(max(rowid), 0), coalesce(max(rowid), 0) FROM messages;

-- Of the messages in the index: between which places of arrival those of a day are. A day is created_at / 86400000, UTC.
CREATE TABLE search_days (
  day INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first)
) STRICT;

-- Messages in the index whose text or account has changed since.
CREATE TABLE search_edited (message INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER messages_edited AFTER UPDATE OF text, account_id ON messages
  WHEN old.text <> new.text OR old.account_id <> new.account_id
BEGIN
  INSERT OR IGNORE INTO search_edited (message) VALUES (new.rowid);
END;
-- The place of the latest message is given to another once it is gone.
CREATE TRIGGER messages_removed AFTER DELETE ON messages BEGIN
  DELETE FROM messages_fts WHERE rowid = old.rowid;
  DELETE FROM search_edited WHERE message = old.rowid;
  UPDATE search_progress
    SET through = (SELECT coalesce(max(rowid), 0) FROM messages), below = min(below, (SELECT coalesce(max(rowid), 0) FROM messages))
    WHERE through > (SELECT coalesce(max(rowid), 0) FROM messages);
END;

-- Notes by the order in which they came into the index, and those that changed since.
CREATE TABLE search_notes (ordinal INTEGER PRIMARY KEY AUTOINCREMENT, note_id TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE notes_fts USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE notes_tokens USING fts5vocab (notes_fts, instance);
CREATE TABLE search_notes_changed (note_id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO search_notes_changed (note_id) SELECT id FROM conversation_notes;
CREATE TRIGGER conversation_notes_written AFTER INSERT ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (new.id);
END;
CREATE TRIGGER conversation_notes_edited AFTER UPDATE OF text ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (new.id);
END;
CREATE TRIGGER conversation_notes_removed AFTER DELETE ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (old.id);
END;

-- Conversations by the last digits of the number, and by the name of a sender that is no number.
CREATE INDEX conversations_by_last_digits ON conversations (substr(peer, -4));
CREATE INDEX conversations_by_sender ON conversations (peer COLLATE NOCASE) WHERE peer_kind = 'alphanumeric';
`,
}
