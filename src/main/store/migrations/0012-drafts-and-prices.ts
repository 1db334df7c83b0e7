import type { Migration } from './index.ts'

/** Texts half written, the account each conversation goes through, and what a part costs. */
export const draftsAndPrices: Migration = {
  version: 12,
  name: 'drafts-and-prices',
  sql: /* sql */ `
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
CREATE INDEX drafts_by_asked_request ON drafts (asked_request_id) WHERE asked_request_id IS NOT NULL;

-- The account a person used last in a conversation, and the sender it showed then.
CREATE TABLE conversation_accounts (
  conversation_id TEXT PRIMARY KEY NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  sender TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_accounts_by_account ON conversation_accounts (account_id);

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
`,
}
