import type { Migration } from './index.ts'

/** The beginning of the address that a person confirmed as pasted at an account's provider. */
export const pastedAddresses: Migration = {
  version: 9,
  name: 'pasted-addresses',
  sql: /* sql */ `
CREATE TABLE pasted_addresses (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
  url TEXT NOT NULL CHECK (url <> ''),
  pasted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
