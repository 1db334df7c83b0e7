import type { Migration } from './index.ts'

/**
 * People by the million, and a way back: an integer key that is never used again, so that an import keeps whom it
 * created as ranges; what people are found by in tables of their own, which an import can fill in their own order; a search
 * for any part of a name, company or number; groups; what was removed; opt-outs and consent, bound to the number; layouts
 * of files that were imported before.
 */
export const people: Migration = {
  version: 5,
  name: 'people',
  sql: /* sql */ `
DROP TRIGGER contacts_fts_insert;
DROP TRIGGER contacts_fts_delete;
DROP TRIGGER contacts_fts_update;
DROP TABLE contacts_fts;

CREATE TABLE contacts_anew (
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
INSERT INTO contacts_anew (ordinal, id, name, company, notes, fields, sort_key, created_at, updated_at)
  SELECT rowid, id, name, company, notes, fields, sort_key, created_at, updated_at FROM contacts;

CREATE TABLE contact_numbers_anew (
  contact INTEGER NOT NULL REFERENCES contacts (ordinal) ON DELETE CASCADE,
  -- 0 is the default number
  position INTEGER NOT NULL,
  e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*' AND length(e164) BETWEEN 7 AND 16),
  label TEXT NOT NULL DEFAULT '',
  -- digits dialled after the number; texts go without them
  extension TEXT NOT NULL DEFAULT '' CHECK (extension NOT GLOB '*[^0-9]*'),
  PRIMARY KEY (contact, position)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_numbers_anew (contact, position, e164, label)
  SELECT c.ordinal, n.position, n.e164, n.label FROM contact_numbers n JOIN contacts_anew c ON c.id = n.contact_id;

-- What people are listed and found by. Derived from the two tables above, and kept beside them, not as indexes of
-- theirs: entries in random order rewrite most pages of an index with each commit (measured: three quarters of the time
-- of an import of a million people), so an import adds its people's entries in the order of these tables.
CREATE TABLE contact_order (
  sort_key TEXT NOT NULL,
  contact INTEGER NOT NULL,
  PRIMARY KEY (sort_key, contact)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_order (sort_key, contact) SELECT sort_key, ordinal FROM contacts_anew ORDER BY sort_key, ordinal;

CREATE TABLE number_owners (
  e164 TEXT NOT NULL,
  contact INTEGER NOT NULL,
  PRIMARY KEY (e164, contact)
) STRICT, WITHOUT ROWID;
INSERT INTO number_owners (e164, contact) SELECT e164, contact FROM contact_numbers_anew ORDER BY e164, contact;

-- Folded name, company and digits of each number, a line each; found by the three-letter pieces they hold.
CREATE VIRTUAL TABLE contacts_fts USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = "trigram remove_diacritics 1"
);
-- How many pieces of the index may lie side by side before they are put together: an import writes hundreds (measured: 16
-- instead of 4 takes a third off the time of filling it, and finding is as fast).
INSERT INTO contacts_fts (contacts_fts, rank) VALUES ('automerge', 16);
INSERT INTO contacts_fts (rowid, text)
  SELECT c.ordinal, c.name || char(10) || c.company ||
    coalesce((SELECT group_concat(char(10) || substr(n.e164, 2), '') FROM contact_numbers_anew n WHERE n.contact = c.ordinal), '')
  FROM contacts_anew c;

-- Whom an import created: all of a range that still have the import's stamp as updated_at.
CREATE TABLE import_ranges (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  first_ordinal INTEGER NOT NULL,
  last_ordinal INTEGER NOT NULL CHECK (last_ordinal >= first_ordinal),
  PRIMARY KEY (import_id, first_ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO import_ranges (import_id, first_ordinal, last_ordinal)
  SELECT import_id, min(ordinal), max(ordinal) FROM (
    SELECT i.import_id, c.ordinal, c.ordinal - row_number() OVER (PARTITION BY i.import_id ORDER BY c.ordinal) AS island
    FROM import_changes i JOIN contacts_anew c ON c.id = i.contact_id WHERE i.kind = 'created')
  GROUP BY import_id, island;

-- Whom an import changed, as they were before. The person may be gone since: no foreign key.
CREATE TABLE import_changes_anew (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  contact INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  -- contacts.updated_at as this import left it: any other value means somebody edited the person since
  left_at INTEGER NOT NULL,
  PRIMARY KEY (import_id, contact)
) STRICT, WITHOUT ROWID;
INSERT INTO import_changes_anew (import_id, contact, before, left_at)
  SELECT i.import_id, c.ordinal,
    json_set(i.before, '$.ordinal', c.ordinal,
      '$.numbers', json((SELECT json_group_array(json(json_set(n.value, '$.extension', ''))) FROM json_each(i.before, '$.numbers') n))),
    i.left_at FROM import_changes i JOIN contacts_anew c ON c.id = i.contact_id WHERE i.kind = 'updated';

CREATE TABLE imports_anew (
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
INSERT INTO imports_anew (id, file_name, file_hash, options, status, rows, created, updated, unchanged, duplicates, rejected, stamp, started_at, finished_at, undone_at)
  SELECT i.id, i.file_name, i.file_hash, i.options, i.status, i.rows, i.created, i.updated, i.unchanged, i.duplicates, i.rejected,
    coalesce((SELECT c.left_at FROM import_changes c WHERE c.import_id = i.id AND c.kind = 'created' LIMIT 1), i.started_at),
    i.started_at, i.finished_at, i.undone_at
  FROM imports i;

-- The refused row as it stood in the file, as a JSON array: with it the rows can be mended and imported again.
ALTER TABLE import_rejects ADD COLUMN cells TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cells));

DROP TABLE import_changes;
DROP TABLE imports;
DROP TABLE contact_numbers;
DROP TABLE contacts;
ALTER TABLE contacts_anew RENAME TO contacts;
ALTER TABLE contact_numbers_anew RENAME TO contact_numbers;
ALTER TABLE imports_anew RENAME TO imports;
ALTER TABLE import_changes_anew RENAME TO import_changes;
CREATE INDEX import_changes_by_contact ON import_changes (contact);
CREATE INDEX imports_by_file ON imports (file_hash);
CREATE INDEX imports_unfinished ON imports (status) WHERE status IN ('running', 'undoing');

-- How files with these headers were read last. The key is the set of headers, whatever their order.
CREATE TABLE import_layouts (
  headers TEXT PRIMARY KEY NOT NULL CHECK (json_valid(headers)),
  -- what each header means, as JSON
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  country TEXT NOT NULL,
  on_duplicate TEXT NOT NULL CHECK (on_duplicate IN ('skip', 'fill', 'update')),
  used_at INTEGER NOT NULL
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

CREATE TABLE contact_group_members (
  group_id TEXT NOT NULL REFERENCES contact_groups (id) ON DELETE CASCADE,
  contact INTEGER NOT NULL REFERENCES contacts (ordinal) ON DELETE CASCADE,
  -- in a smart group: when the person was changed last before that
  added_at INTEGER NOT NULL,
  PRIMARY KEY (group_id, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_group_members_by_contact ON contact_group_members (contact, group_id);

-- People that were removed or merged, as long as that can be taken back.
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

-- Numbers that get no texts. Bound to the number, not to a person.
CREATE TABLE opt_outs (
  e164 TEXT PRIMARY KEY NOT NULL CHECK (e164 GLOB '+[1-9]*' AND e164 NOT GLOB '+*[^0-9]*' AND length(e164) BETWEEN 7 AND 16),
  source TEXT NOT NULL CHECK (source IN ('reply', 'clerk', 'import', 'provider')),
  -- why, in a person's words, or the words of the customer
  evidence TEXT NOT NULL,
  message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX opt_outs_by_time ON opt_outs (at DESC, e164);
CREATE INDEX opt_outs_by_message ON opt_outs (message_id) WHERE message_id IS NOT NULL;

-- Append-only: what was said for and against texts to a number, numbered within each number.
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
CREATE INDEX consent_events_by_message ON consent_events (message_id) WHERE message_id IS NOT NULL;
`,
}
