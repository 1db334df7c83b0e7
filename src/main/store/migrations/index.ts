import { ground } from './0001-ground.ts'
import { outbox } from './0002-outbox.ts'
import { providers } from './0003-providers.ts'
import { callRefs } from './0004-call-refs.ts'
import { people } from './0005-people.ts'
import { inboundParts } from './0006-inbound-parts.ts'
import { replies } from './0007-replies.ts'
import { hooksJournal } from './0008-hooks-journal.ts'
import { pastedAddresses } from './0009-pasted-addresses.ts'
import { conversationList } from './0010-conversation-list.ts'
import { notes } from './0011-notes.ts'
import { draftsAndPrices } from './0012-drafts-and-prices.ts'
import { templates } from './0013-templates.ts'
import { search } from './0014-search.ts'

/** One numbered step of the schema. Never edited once landed: a change is a new migration. */
export interface Migration {
  /** Consecutive from 1; equals SQLite's `user_version` once applied. */
  version: number
  name: string
  sql: string
}

/** All migrations in order. To add one, see CONTRIBUTING.md. */
export const migrations: readonly Migration[] = [
  ground,
  outbox,
  providers,
  callRefs,
  people,
  inboundParts,
  replies,
  hooksJournal,
  pastedAddresses,
  conversationList,
  notes,
  draftsAndPrices,
  templates,
  search,
]
