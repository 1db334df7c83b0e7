import type { Migration } from './index.ts'

/** What the staff write down in a conversation for themselves. */
export const notes: Migration = {
  version: 11,
  name: 'notes',
  sql: /* sql */ `
CREATE TABLE conversation_notes (
  id TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL CHECK (updated_at >= created_at)
) STRICT;
CREATE INDEX conversation_notes_by_conversation ON conversation_notes (conversation_id, created_at DESC, id DESC);
`,
}
