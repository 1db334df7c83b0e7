import { messageTokens, tokensOf } from '../../shared/search/tokens.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Texts that go into the index in one transaction: some 10 ms of the data thread. */
export const TEXTS_PER_BATCH = 400
/** Texts and notes that changed which a search sees to itself, before it looks. */
const MOST_CHANGED = 500

const DAY_MS = 86_400_000

/** How far the index of texts is: messages whose `rowid` is above `below` and at most `through` are in it. */
export interface Progress {
  below: number
  through: number
}

export function readProgress(db: Db): Progress {
  const row = statement<[], Progress>(db, 'SELECT below, through FROM search_progress').get()
  if (row === undefined) throw new Error('search_progress has no row')
  return row
}

interface Arrived {
  rowid: number
  text: string
  conversationId: string
  accountId: string
  direction: string
  createdAt: number
}

const ARRIVED = 'm.rowid, m.text, m.conversation_id AS conversationId, m.account_id AS accountId, m.direction, m.created_at AS createdAt'

/** The next texts after the index; in the order of arrival, each place once. */
export const NEXT_TEXTS = `SELECT ${ARRIVED} FROM messages m WHERE m.rowid > @through ORDER BY m.rowid LIMIT @limit`
/** The texts right below the index. */
export const EARLIER_TEXTS = `SELECT ${ARRIVED} FROM messages m WHERE m.rowid <= @below ORDER BY m.rowid DESC LIMIT @limit`

/**
 * Puts the next texts into the index: those that came since the last time first, then those of before there was an
 * index, latest first.
 * @returns whether there is more to do
 */
export function indexBatch(db: Db, limit = TEXTS_PER_BATCH): { texts: number; isMore: boolean } {
  return db
    .transaction(() => {
      const changed = indexChanged(db)
      const { below, through } = readProgress(db)
      const arrived = statement<[object], Arrived>(db, NEXT_TEXTS).all({ through, limit })
      if (arrived.length > 0) {
        add(db, arrived)
        statement(db, 'UPDATE search_progress SET through = ?').run(arrived.at(-1)?.rowid ?? through)
        return { texts: arrived.length, isMore: arrived.length === limit || below > 0 || changed.isMore }
      }
      if (below === 0) return { texts: 0, isMore: changed.isMore }
      const earlier = statement<[object], Arrived>(db, EARLIER_TEXTS).all({ below, limit })
      add(db, earlier.toReversed())
      const reached = earlier.length < limit ? 0 : (earlier.at(-1)?.rowid ?? 1) - 1
      statement(db, 'UPDATE search_progress SET below = ?').run(reached)
      return { texts: earlier.length, isMore: reached > 0 || changed.isMore }
    })
    .immediate()
}

function add(db: Db, texts: readonly Arrived[]): void {
  const days = new Map<number, { first: number; last: number }>()
  for (const message of texts) {
    addMessage(db, message)
    const { rowid } = message
    const day = Math.floor(message.createdAt / DAY_MS)
    const of = days.get(day)
    if (of === undefined) days.set(day, { first: rowid, last: rowid })
    else of.last = rowid
  }
  const note = statement<[object]>(
    db,
    `INSERT INTO search_days (day, first, last) VALUES (@day, @first, @last)
     ON CONFLICT (day) DO UPDATE SET first = min(first, @first), last = max(last, @last)`,
  )
  for (const [day, { first, last }] of days) note.run({ day, first, last })
}

function addMessage(db: Db, message: Omit<Arrived, 'createdAt'>): void {
  statement(db, 'INSERT INTO messages_fts (rowid, tokens) VALUES (?, ?)').run(message.rowid, messageTokens(message).join(' '))
}

/** Brings what changed up to date: texts that were put together anew, and notes. Nearly always there is nothing. */
export function indexChanged(db: Db): { isMore: boolean } {
  const texts = statement<[number], Arrived>(
    db,
    `SELECT ${ARRIVED} FROM search_edited e CROSS JOIN messages m ON m.rowid = e.message LIMIT ?`,
  ).all(MOST_CHANGED)
  const notes = statement<[number], { note_id: string; ordinal: number | null; text: string | null }>(
    db,
    `SELECT c.note_id, s.ordinal, n.text FROM search_notes_changed c
       LEFT JOIN search_notes s ON s.note_id = c.note_id LEFT JOIN conversation_notes n ON n.id = c.note_id LIMIT ?`,
  ).all(MOST_CHANGED)
  const isMore = texts.length === MOST_CHANGED || notes.length === MOST_CHANGED
  if (texts.length === 0 && notes.length === 0) return { isMore }
  db.transaction(() => {
    const { below, through } = readProgress(db)
    for (const message of texts) {
      const { rowid } = message
      statement(db, 'DELETE FROM search_edited WHERE message = ?').run(rowid)
      if (rowid <= below || rowid > through) continue
      statement(db, 'DELETE FROM messages_fts WHERE rowid = ?').run(rowid)
      addMessage(db, message)
    }
    for (const { note_id: id, ordinal, text } of notes) indexNote(db, id, ordinal, text)
  })()
  return { isMore }
}

/** @param text null when the note is gone */
function indexNote(db: Db, id: string, ordinal: number | null, text: string | null): void {
  statement(db, 'DELETE FROM search_notes_changed WHERE note_id = ?').run(id)
  if (ordinal !== null) statement(db, 'DELETE FROM notes_fts WHERE rowid = ?').run(ordinal)
  if (text === null) {
    if (ordinal !== null) statement(db, 'DELETE FROM search_notes WHERE ordinal = ?').run(ordinal)
    return
  }
  const place = ordinal ?? Number(statement(db, 'INSERT INTO search_notes (note_id) VALUES (?)').run(id).lastInsertRowid)
  const tokens = tokensOf(text)
  if (tokens.length > 0) statement(db, 'INSERT INTO notes_fts (rowid, tokens) VALUES (?, ?)').run(place, tokens.join(' '))
}
