import type { Migration } from './index.ts'

/**
 * What the list of conversations is filtered by, kept beside each conversation: every filter and combination is then a
 * range of one index, however rare what it looks for.
 */
export const conversationList: Migration = {
  version: 10,
  name: 'conversation-list',
  sql: /* sql */ `
-- stands on top of the list, in the order of these instants
ALTER TABLE conversations ADD COLUMN pinned_at INTEGER;
-- put away until something happens in it; then nothing in it is unread, and it stands on top of nothing
ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0
  CHECK (archived = 0 OR (archived = 1 AND unread = 0 AND pinned_at IS NULL));
-- of the last message: it came in, or what followed it was written by nobody here
ALTER TABLE conversations ADD COLUMN unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered IN (0, 1));
-- of the last message: it did not arrive, or nobody knows
ALTER TABLE conversations ADD COLUMN failed INTEGER NOT NULL DEFAULT 0 CHECK (failed IN (0, 1));
-- of the last message: the account it came or goes by
ALTER TABLE conversations ADD COLUMN account_id TEXT REFERENCES accounts (id);
-- how many labels it has
ALTER TABLE conversations ADD COLUMN labelled INTEGER NOT NULL DEFAULT 0 CHECK (labelled >= 0);

UPDATE conversations SET
  account_id = m.account_id,
  unanswered = m.direction = 'inbound' OR m.automatic IS 'away' OR m.automatic IS 'help',
  failed = m.status IN ('failed', 'undelivered', 'expired', 'unconfirmed')
FROM messages m WHERE m.id = conversations.last_message_id;

DROP INDEX conversations_by_activity;
DROP INDEX conversations_unread;
CREATE INDEX conversations_by_activity ON conversations (archived, last_at DESC, id DESC);
CREATE INDEX conversations_by_account ON conversations (account_id, archived, last_at DESC, id DESC);
CREATE INDEX conversations_pinned ON conversations (pinned_at, id) WHERE pinned_at IS NOT NULL;
CREATE INDEX conversations_unread ON conversations (last_at DESC, id DESC) WHERE unread > 0;
CREATE INDEX conversations_unread_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE unread > 0;
CREATE INDEX conversations_unanswered ON conversations (last_at DESC, id DESC) WHERE unanswered = 1 AND archived = 0;
CREATE INDEX conversations_unanswered_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE unanswered = 1 AND archived = 0;
CREATE INDEX conversations_failed ON conversations (last_at DESC, id DESC) WHERE failed = 1 AND archived = 0;
CREATE INDEX conversations_failed_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE failed = 1 AND archived = 0;

CREATE TABLE labels (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  -- a colour of the theme, by its name
  colour TEXT NOT NULL CHECK (colour IN ('grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple')),
  -- place among the labels, from 0
  position INTEGER NOT NULL CHECK (position >= 0),
  -- how many conversations have it; kept by the triggers below
  conversations INTEGER NOT NULL DEFAULT 0 CHECK (conversations >= 0),
  -- 1 while it is taken off its conversations before it goes: what is so when a desk starts was cut off, and goes on
  removing INTEGER NOT NULL DEFAULT 0 CHECK (removing IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_labels (
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  label_id TEXT NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_labels_by_label ON conversation_labels (label_id, conversation_id);

-- The lists a conversation is in, by filter and account; '' is any account.
CREATE VIEW conversation_lists AS
  SELECT c.id AS conversation_id, f.filter, iif(w.any_account, '', c.account_id) AS account_id, c.last_at
  FROM conversations c
  JOIN (SELECT 'all' AS filter UNION ALL SELECT 'unread' UNION ALL SELECT 'unanswered' UNION ALL SELECT 'failed' UNION ALL SELECT 'archived') f
  JOIN (SELECT 1 AS any_account UNION ALL SELECT 0) w
  WHERE (w.any_account OR c.account_id IS NOT NULL) AND CASE f.filter
    WHEN 'all' THEN c.archived = 0
    WHEN 'unread' THEN c.unread > 0
    WHEN 'unanswered' THEN c.unanswered = 1 AND c.archived = 0
    WHEN 'failed' THEN c.failed = 1 AND c.archived = 0
    ELSE c.archived = 1 END;

-- The same lists of each label, in their order. Only conversations with labels are here; the triggers keep it.
CREATE TABLE label_lists (
  label_id TEXT NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  filter TEXT NOT NULL,
  account_id TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  PRIMARY KEY (label_id, filter, account_id, last_at DESC, conversation_id DESC)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_lists_by_conversation ON label_lists (conversation_id, label_id);

CREATE TRIGGER label_lists_move AFTER UPDATE OF last_at, unread, unanswered, failed, archived, account_id ON conversations
WHEN new.labelled > 0 BEGIN
  DELETE FROM label_lists WHERE conversation_id = new.id;
  INSERT INTO label_lists (label_id, filter, account_id, last_at, conversation_id)
    SELECT l.label_id, c.filter, c.account_id, c.last_at, c.conversation_id
    FROM conversation_lists c JOIN conversation_labels l ON l.conversation_id = c.conversation_id WHERE c.conversation_id = new.id;
END;

CREATE TRIGGER conversation_labels_put_on AFTER INSERT ON conversation_labels BEGIN
  INSERT INTO label_lists (label_id, filter, account_id, last_at, conversation_id)
    SELECT new.label_id, c.filter, c.account_id, c.last_at, c.conversation_id FROM conversation_lists c WHERE c.conversation_id = new.conversation_id;
  UPDATE conversations SET labelled = labelled + 1 WHERE id = new.conversation_id;
  UPDATE labels SET conversations = conversations + 1 WHERE id = new.label_id;
END;

CREATE TRIGGER conversation_labels_take_off AFTER DELETE ON conversation_labels BEGIN
  DELETE FROM label_lists WHERE conversation_id = old.conversation_id AND label_id = old.label_id;
  UPDATE conversations SET labelled = labelled - 1 WHERE id = old.conversation_id;
  UPDATE labels SET conversations = conversations - 1 WHERE id = old.label_id;
END;
`,
}
