import type { Migration } from './index.ts'

/** Notes on conversations, for the people at the desk only. */
export const notes: Migration = {
  version: 11,
  name: 'notes',
  sql: /* sql */ `
CREATE TABLE conversation_notes (
  id TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_notes_by_conversation ON conversation_notes (conversation_id);
`,
}

/** Holds the place of a migration that is made elsewhere. */
export function placeOf(version: number): Migration {
  return { version, name: `place-${version}`, sql: '' }
}
