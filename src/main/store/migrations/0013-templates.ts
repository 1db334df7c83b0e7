import type { Migration } from './index.ts'

/** Texts that are written once and used again. */
export const templates: Migration = {
  version: 13,
  name: 'templates',
  sql: /* sql */ `
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
CREATE UNIQUE INDEX templates_by_name ON templates (name_key) WHERE removed_at IS NULL;
CREATE INDEX templates_removed ON templates (removed_at) WHERE removed_at IS NOT NULL;
`,
}
