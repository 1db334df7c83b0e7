import { type Excerpt, excerptOf } from '../../shared/search/excerpt.ts'
import { foldForSearch } from '../../shared/search/fold.ts'
import { isFound } from '../../shared/search/match.ts'
import type { Query } from '../../shared/search/query.ts'
import { ownerOf } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { ANYBODY, sieveOf } from './sieve.ts'
import { isCommon } from './tokens.ts'

/** A note found, with whose conversation it stands in. */
export interface FoundNote {
  id: string
  conversationId: string
  name: string | null
  peer: string
  /** ms UTC. */
  createdAt: number
  excerpt: Excerpt
}

/** Which notes. */
export interface NoteSearch {
  query: Query
  /** Of any of these conversations; null for all. */
  conversationIds: readonly string[] | null
  from: number | null
  until: number | null
  /** Below this place; null for the latest. */
  before: number | null
  limit: number
}

/** Notes that one call looks at. */
const MOST_LOOKED_AT = 1_000
const AFTER_ALL = 2 ** 31 - 1

const NOTE = `s.ordinal, n.id, n.conversation_id, n.text, n.created_at, c.peer,
    (SELECT nullif(p.name, '') FROM contacts p WHERE p.ordinal = ${ownerOf('c.peer')}) AS name
  FROM search_notes s CROSS JOIN conversation_notes n ON n.id = s.note_id CROSS JOIN conversations c ON c.id = n.conversation_id`
/** Notes that the index lets through, latest first. */
export const MATCHED_NOTES = `SELECT ${NOTE} WHERE s.ordinal IN
    (SELECT rowid FROM notes_fts WHERE notes_fts MATCH @match AND rowid < @before ORDER BY rowid DESC LIMIT @limit)
  ORDER BY s.ordinal DESC`
/** Every note, latest first. */
export const EVERY_NOTE = `SELECT ${NOTE} WHERE s.ordinal < @before ORDER BY s.ordinal DESC LIMIT @limit`

interface NoteRow {
  ordinal: number
  id: string
  conversation_id: string
  text: string
  created_at: number
  peer: string
  name: string | null
}

/** The next notes that a search finds, latest first. `next` is where to go on; null at the end. */
export function findNotes(db: Db, search: NoteSearch): { notes: FoundNote[]; next: number | null } {
  const { query, conversationIds, from, until, before, limit } = search
  const { match } = sieveOf(query, ANYBODY, (beginning) => isCommon(db, 'notes_tokens', beginning))
  const rows = statement<[object], NoteRow>(db, match === null ? EVERY_NOTE : MATCHED_NOTES).all({
    ...(match === null ? {} : { match }),
    before: before ?? AFTER_ALL,
    limit: MOST_LOOKED_AT,
  })
  const notes: FoundNote[] = []
  for (const row of rows) {
    if (conversationIds !== null && !conversationIds.includes(row.conversation_id)) continue
    if ((from !== null && row.created_at < from) || (until !== null && row.created_at >= until)) continue
    if (!isFound(query, foldForSearch(row.text))) continue
    const { id, conversation_id: conversationId, name, peer, created_at: createdAt } = row
    notes.push({ id, conversationId, name, peer, createdAt, excerpt: excerptOf(row.text, query) })
    if (notes.length === limit) return { notes, next: row === rows.at(-1) && rows.length < MOST_LOOKED_AT ? null : row.ordinal }
  }
  return { notes, next: rows.length < MOST_LOOKED_AT ? null : (rows.at(-1)?.ordinal ?? null) }
}
