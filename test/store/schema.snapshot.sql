CREATE UNIQUE INDEX accounts_by_name ON accounts (name) WHERE removed_at IS NULL;

CREATE INDEX attempts_by_account ON attempts (account_id, started_at);

CREATE INDEX call_refs_by_ref ON call_refs (account_id, ref);

CREATE INDEX consent_events_by_message ON consent_events (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX contact_group_members_by_contact ON contact_group_members (contact, group_id);

CREATE INDEX conversation_accounts_by_account ON conversation_accounts (account_id);

CREATE INDEX conversation_labels_by_label ON conversation_labels (label_id, conversation_id);

CREATE INDEX conversation_notes_by_conversation ON conversation_notes (conversation_id, created_at DESC, id DESC);

CREATE INDEX conversations_by_account ON conversations (account_id, archived, last_at DESC, id DESC);

CREATE INDEX conversations_by_activity ON conversations (archived, last_at DESC, id DESC);

CREATE INDEX conversations_by_last_digits ON conversations (substr(peer, -4));

CREATE INDEX conversations_by_sender ON conversations (peer COLLATE NOCASE) WHERE peer_kind = 'alphanumeric';

CREATE INDEX conversations_failed ON conversations (last_at DESC, id DESC) WHERE failed = 1 AND archived = 0;

CREATE INDEX conversations_failed_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE failed = 1 AND archived = 0;

CREATE INDEX conversations_pinned ON conversations (pinned_at, id) WHERE pinned_at IS NOT NULL;

CREATE INDEX conversations_unanswered ON conversations (last_at DESC, id DESC) WHERE unanswered = 1 AND archived = 0;

CREATE INDEX conversations_unanswered_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE unanswered = 1 AND archived = 0;

CREATE INDEX conversations_unread ON conversations (last_at DESC, id DESC) WHERE unread > 0;

CREATE INDEX conversations_unread_by_account ON conversations (account_id, last_at DESC, id DESC) WHERE unread > 0;

CREATE INDEX drafts_by_asked_request ON drafts (asked_request_id) WHERE asked_request_id IS NOT NULL;

CREATE INDEX hooks_by_account ON hooks (account_id, received_at, id);

CREATE INDEX hooks_by_message ON hooks (message_id);

CREATE INDEX hooks_by_time ON hooks (received_at DESC, id DESC);

CREATE INDEX hooks_by_verdict ON hooks (verdict, received_at, id, account_id)
  WHERE verdict = 'duplicate' OR verdict = 'unknown_message' OR verdict = 'rejected' OR verdict = 'unreadable';

CREATE INDEX hooks_pending ON hooks (received_at, id) WHERE verdict = 'pending';

CREATE INDEX import_changes_by_contact ON import_changes (contact);

CREATE INDEX imports_by_file ON imports (file_hash);

CREATE INDEX imports_unfinished ON imports (status) WHERE status IN ('running', 'undoing');

CREATE INDEX inbound_parts_by_key ON inbound_parts (account_id, key) WHERE key IS NOT NULL;

CREATE INDEX inbound_parts_by_ref ON inbound_parts (account_id, ref, sender, at);

CREATE INDEX label_lists_by_conversation ON label_lists (conversation_id, label_id);

CREATE INDEX messages_automatic ON messages (recipient, created_at DESC, automatic) WHERE automatic IS NOT NULL;

CREATE INDEX messages_by_account ON messages (account_id);

CREATE INDEX messages_by_conversation ON messages (conversation_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX messages_by_inbound_key ON messages (account_id, inbound_key) WHERE inbound_key IS NOT NULL;

CREATE INDEX messages_by_recipient ON messages (recipient, created_at DESC, id DESC);

CREATE INDEX messages_by_status ON messages (status, created_at DESC, id DESC);

CREATE INDEX messages_by_time ON messages (created_at DESC, id DESC);

CREATE INDEX messages_failed ON messages (status_at DESC, id DESC, error_code, account_id, valid_until, status)
  WHERE status IN ('failed', 'undelivered', 'expired');

CREATE INDEX messages_failed_over ON messages (failed_over_from) WHERE failed_over_from IS NOT NULL;

CREATE INDEX messages_held ON messages (hold, coalesce(not_before, 0), id) WHERE hold IS NOT NULL;

CREATE INDEX messages_lane ON messages (account_id, priority, coalesce(not_before, 0), created_at, id, hold, scheduled_at, came_due_at)
  WHERE status = 'queued' AND hold IS NOT 'missed';

CREATE INDEX messages_missed ON messages (scheduled_at, id) WHERE hold = 'missed';

CREATE INDEX messages_queued_by_conversation ON messages (conversation_id, created_at, id) WHERE status = 'queued';

CREATE INDEX messages_scheduled ON messages (scheduled_at, id)
  WHERE status = 'queued' AND scheduled_at IS NOT NULL AND came_due_at IS NULL;

CREATE INDEX messages_sending ON messages (conversation_id) WHERE status = 'sending';

CREATE INDEX messages_to_query ON messages (account_id, next_query_at) WHERE next_query_at IS NOT NULL;

CREATE INDEX opt_outs_by_message ON opt_outs (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX opt_outs_by_time ON opt_outs (at DESC, e164);

CREATE INDEX parked_receipts_by_hook ON parked_receipts (hook_id);

CREATE INDEX provider_refs_by_message ON provider_refs (message_id);

CREATE UNIQUE INDEX templates_by_name ON templates (name_key) WHERE removed_at IS NULL;

CREATE INDEX templates_removed ON templates (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  provider TEXT NOT NULL,
  config TEXT NOT NULL CHECK (json_valid(config)),
  hook_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'paused')),
  pause_code TEXT,
  pause_message TEXT,
  paused_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER, rate_count INTEGER CHECK (rate_count > 0), rate_per TEXT
  CHECK ((rate_per IS NULL) = (rate_count IS NULL) AND (rate_per IS NULL OR rate_per IN ('second', 'minute', 'hour', 'day'))),
  CHECK ((status = 'paused') = (paused_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE "attempts" (
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

CREATE TABLE call_refs (
  call_id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  ref TEXT NOT NULL CHECK (ref <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE call_replies (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  number TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent_events (
  e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*' AND length(e164) BETWEEN 7 AND 16),
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('consent', 'opt_out', 'opt_in')),
  source TEXT NOT NULL CHECK (source IN ('reply', 'clerk', 'import', 'provider')),
  evidence TEXT NOT NULL,
  message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  PRIMARY KEY (e164, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_group_members (
  group_id TEXT NOT NULL REFERENCES contact_groups (id) ON DELETE CASCADE,
  contact INTEGER NOT NULL REFERENCES contacts (ordinal) ON DELETE CASCADE,
  -- in a smart group: when the person was changed last before that
  added_at INTEGER NOT NULL,
  PRIMARY KEY (group_id, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_groups (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  -- the saved filter of a smart group; NULL for one with members of its own
  filter TEXT CHECK (filter IS NULL OR json_valid(filter)),
  -- IANA name of the time zone in which days of the filter are meant
  zone TEXT CHECK ((zone IS NULL) = (filter IS NULL)),
  -- 'building': its members are being worked out anew; 'removing': its members go, and then the group
  state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'building', 'removing')),
  -- ordinal up to which people were looked at while it is built
  built_through INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state <> 'building' OR filter IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE "contact_numbers" (
  contact INTEGER NOT NULL REFERENCES contacts (ordinal) ON DELETE CASCADE,
  -- 0 is the default number
  position INTEGER NOT NULL,
  e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*' AND length(e164) BETWEEN 7 AND 16),
  label TEXT NOT NULL DEFAULT '',
  -- digits dialled after the number; texts go without them
  extension TEXT NOT NULL DEFAULT '' CHECK (extension NOT GLOB '*[^0-9]*'),
  PRIMARY KEY (contact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_order (
  sort_key TEXT NOT NULL,
  contact INTEGER NOT NULL,
  PRIMARY KEY (sort_key, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE "contacts" (
  -- order of arrival; never used again for another person
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  company TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields)),
  -- name folded (lower case, no accents) for order
  sort_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE contacts_fts USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = "trigram remove_diacritics 1"
);

CREATE TABLE conversation_accounts (
  conversation_id TEXT PRIMARY KEY NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  sender TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_labels (
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  label_id TEXT NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation_id, label_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_notes (
  id TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL CHECK (updated_at >= created_at)
) STRICT;

CREATE TABLE conversations (
  id TEXT PRIMARY KEY NOT NULL,
  peer TEXT NOT NULL UNIQUE,
  peer_kind TEXT NOT NULL CHECK (peer_kind IN ('number', 'short_code', 'alphanumeric')),
  last_message_id TEXT,
  last_at INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread >= 0),
  created_at INTEGER NOT NULL, pinned_at INTEGER, archived INTEGER NOT NULL DEFAULT 0
  CHECK (archived = 0 OR (archived = 1 AND unread = 0 AND pinned_at IS NULL)), unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered IN (0, 1)), failed INTEGER NOT NULL DEFAULT 0 CHECK (failed IN (0, 1)), account_id TEXT REFERENCES accounts (id), labelled INTEGER NOT NULL DEFAULT 0 CHECK (labelled >= 0),
  CHECK (peer_kind <> 'number' OR (peer GLOB '+[1-9]*' AND peer NOT GLOB '+*[^0-9]*'))
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  -- the conversation's id, or 'new' for the text to somebody new
  key TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT UNIQUE REFERENCES conversations (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  -- chosen for this text; NULL while the usual one applies. It may be removed meanwhile: no foreign key.
  account_id TEXT,
  -- what the host was asked to send and had not answered, as JSON
  asked TEXT CHECK (asked IS NULL OR json_valid(asked)),
  asked_request_id TEXT,
  -- texts kept beside it, latest last
  taken_back TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(taken_back)),
  -- who a new text goes to
  recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
  updated_at INTEGER NOT NULL,
  CHECK (key = coalesce(conversation_id, 'new')),
  CHECK ((asked IS NULL) = (asked_request_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE hooks (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  received_at INTEGER NOT NULL,
  method TEXT NOT NULL,
  content_type TEXT NOT NULL,
  query TEXT NOT NULL,
  body TEXT NOT NULL,
  -- what the adapter read, as JSON; NULL when it could not
  reading TEXT CHECK (reading IS NULL OR json_valid(reading)),
  -- 'pending' until applied; 'unknown_message' is parked until the id becomes known
  verdict TEXT NOT NULL CHECK (verdict IN ('pending', 'applied', 'duplicate', 'unknown_message', 'rejected', 'unreadable')),
  detail TEXT,
  message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  applied_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE "import_changes" (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  contact INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  -- contacts.updated_at as this import left it: any other value means somebody edited the person since
  left_at INTEGER NOT NULL,
  PRIMARY KEY (import_id, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_layouts (
  headers TEXT PRIMARY KEY NOT NULL CHECK (json_valid(headers)),
  -- what each header means, as JSON
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  country TEXT NOT NULL,
  on_duplicate TEXT NOT NULL CHECK (on_duplicate IN ('skip', 'fill', 'update')),
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_ranges (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  first_ordinal INTEGER NOT NULL,
  last_ordinal INTEGER NOT NULL CHECK (last_ordinal >= first_ordinal),
  PRIMARY KEY (import_id, first_ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_rejects (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  reason TEXT NOT NULL,
  value TEXT NOT NULL, cells TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cells)),
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE "imports" (
  id TEXT PRIMARY KEY NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options)),
  -- what is 'running' or 'undoing' when a desk starts was cut off: the first is taken back, the second goes on
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'cancelled', 'undoing', 'undone')),
  rows INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  -- contacts.updated_at of everybody it created
  stamp INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  undone_at INTEGER,
  -- what taking it back did; NULL before
  removed INTEGER,
  restored INTEGER,
  left_alone INTEGER,
  CHECK (status = 'running' OR rows = created + updated + unchanged + duplicates + rejected)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE label_lists (
  label_id TEXT NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  filter TEXT NOT NULL,
  account_id TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  PRIMARY KEY (label_id, filter, account_id, last_at DESC, conversation_id DESC)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE "message_events" (
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (message_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
  id TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  direction TEXT NOT NULL CHECK (direction IN ('outbound', 'inbound')),
  recipient TEXT NOT NULL,
  sender TEXT NOT NULL,
  text TEXT NOT NULL,
  parts INTEGER NOT NULL CHECK (parts >= 0),
  status TEXT NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'expired', 'failed', 'cancelled', 'unconfirmed', 'received')),
  status_at INTEGER NOT NULL,
  error_code TEXT,
  error_message TEXT,
  -- caller's request id and recipient: a repeated call finds its message instead of making another
  request_key TEXT UNIQUE,
  -- provider's id of an inbound text, for de-duplication
  inbound_key TEXT,
  -- a queued message is not tried before this instant
  not_before INTEGER,
  -- wall time the person asked for, if any
  scheduled_at INTEGER,
  -- attempts that count towards giving up
  tries INTEGER NOT NULL DEFAULT 0,
  left_unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (left_unconfirmed IN (0, 1)),
  created_at INTEGER NOT NULL,
  sent_at INTEGER, priority TEXT NOT NULL DEFAULT 'reply' CHECK (priority IN ('reply', 'bulk')), hold TEXT CHECK (hold IS NULL OR (status = 'queued' AND hold IN ('undo', 'quiet_hours', 'blockout', 'missed'))), schedule_local TEXT, schedule_zone TEXT CHECK ((schedule_zone IS NULL) = (schedule_local IS NULL)), came_due_at INTEGER CHECK (came_due_at IS NULL OR scheduled_at IS NOT NULL), valid_until INTEGER, quiet_override TEXT, failed_over_from TEXT REFERENCES accounts (id), next_query_at INTEGER, queries INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT 'text'
  CHECK (kind = 'text' OR (kind = 'missed_call' AND direction = 'inbound') OR (kind = 'voice_code' AND direction = 'outbound')), provider_at INTEGER CHECK (provider_at IS NULL OR scheduled_at IS NULL), automatic TEXT
  CHECK (automatic IS NULL OR (direction = 'outbound' AND automatic IN ('missed_call', 'opt_out', 'opt_in', 'help', 'away'))),
  CHECK ((direction = 'inbound') = (status = 'received'))
) STRICT;

CREATE VIRTUAL TABLE messages_fts USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);

CREATE VIRTUAL TABLE messages_tokens USING fts5vocab (messages_fts, instance);

CREATE VIRTUAL TABLE notes_fts USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);

CREATE VIRTUAL TABLE notes_tokens USING fts5vocab (notes_fts, instance);

CREATE TABLE number_owners (
  e164 TEXT NOT NULL,
  contact INTEGER NOT NULL,
  PRIMARY KEY (e164, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE opt_outs (
  e164 TEXT PRIMARY KEY NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*' AND length(e164) BETWEEN 7 AND 16),
  source TEXT NOT NULL CHECK (source IN ('reply', 'clerk', 'import', 'provider')),
  -- why, in a person's words, or the words of the customer
  evidence TEXT NOT NULL,
  message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parked_receipts (
  hook_id TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  ref TEXT NOT NULL,
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  PRIMARY KEY (account_id, ref, hook_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pasted_addresses (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  url TEXT NOT NULL CHECK (url <> ''),
  pasted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE prices (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  -- ISO 3166-1 alpha-2; '' for every country without a price of its own
  country TEXT NOT NULL CHECK (country = '' OR country GLOB '[A-Z][A-Z]'),
  -- of one part, in millionths of the currency's unit
  micros INTEGER NOT NULL CHECK (micros >= 0),
  -- ISO 4217
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, country)
) STRICT, WITHOUT ROWID;

CREATE TABLE "provider_refs" (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  ref TEXT NOT NULL,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, ref, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE removals (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('removed', 'merged')),
  -- 0 while people are removed, or come back: what is so when a desk starts was cut off, and is taken back
  finished INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_people (
  removal_id TEXT NOT NULL REFERENCES removals (id) ON DELETE CASCADE,
  contact INTEGER NOT NULL,
  -- the person before, with numbers and groups, as JSON
  before TEXT NOT NULL CHECK (json_valid(before)),
  -- NULL when the person is gone; contacts.updated_at as the merge left the one that stayed
  left_at INTEGER,
  PRIMARY KEY (removal_id, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_days (
  day INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first)
) STRICT;

CREATE TABLE search_edited (message INTEGER PRIMARY KEY) STRICT;

CREATE TABLE search_notes (ordinal INTEGER PRIMARY KEY AUTOINCREMENT, note_id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE search_notes_changed (note_id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE search_progress (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  below INTEGER NOT NULL CHECK (below >= 0),
  through INTEGER NOT NULL CHECK (through >= below)
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  -- the name in lower case: SQLite's own NOCASE knows ASCII only
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  -- empty for none
  group_name TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL CHECK (text <> ''),
  uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0),
  last_used_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- kept for a while, so that a removal can be taken back
  removed_at INTEGER,
  CHECK ((uses = 0) = (last_used_at IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER conversation_notes_edited AFTER UPDATE OF text ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (new.id);
END;

CREATE TRIGGER conversation_notes_removed AFTER DELETE ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (old.id);
END;

CREATE TRIGGER conversation_notes_written AFTER INSERT ON conversation_notes BEGIN
  INSERT OR IGNORE INTO search_notes_changed (note_id) VALUES (new.id);
END;

CREATE TRIGGER label_lists_move AFTER UPDATE OF last_at, unread, unanswered, failed, archived, account_id ON conversations
WHEN new.labelled > 0 BEGIN
  DELETE FROM label_lists WHERE conversation_id = new.id;
  INSERT INTO label_lists (label_id, filter, account_id, last_at, conversation_id)
    SELECT l.label_id, c.filter, c.account_id, c.last_at, c.conversation_id
    FROM conversation_lists c JOIN conversation_labels l ON l.conversation_id = c.conversation_id WHERE c.conversation_id = new.id;
END;

CREATE TRIGGER messages_edited AFTER UPDATE OF text, account_id ON messages
  WHEN old.text <> new.text OR old.account_id <> new.account_id
BEGIN
  INSERT OR IGNORE INTO search_edited (message) VALUES (new.rowid);
END;

CREATE TRIGGER messages_removed AFTER DELETE ON messages BEGIN
  DELETE FROM messages_fts WHERE rowid = old.rowid;
  DELETE FROM search_edited WHERE message = old.rowid;
  UPDATE search_progress
    SET through = (SELECT coalesce(max(rowid), 0) FROM messages), below = min(below, (SELECT coalesce(max(rowid), 0) FROM messages))
    WHERE through > (SELECT coalesce(max(rowid), 0) FROM messages);
END;

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
