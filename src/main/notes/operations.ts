import { MAX_NOTES, type Note } from '../../shared/contract/notes.ts'
import { Refused } from '../app/refused.ts'
import { newId } from '../store/new-id.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

const NOTE_COLUMNS = 'id, conversation_id AS conversationId, text, created_at AS createdAt, updated_at AS updatedAt'

/** The latest notes of a stretch of time, by key set. */
export const LIST_NOTES = /* sql */ `
  SELECT ${NOTE_COLUMNS} FROM conversation_notes
  WHERE conversation_id = @conversationId AND created_at BETWEEN @from AND @until
  ORDER BY created_at DESC, id DESC LIMIT ${MAX_NOTES}`

const gone = (): Refused => new Refused('note_not_found', 'This note is not here any more.')

/** Notes of conversations. Each is one transaction; times are ms UTC. */
export const noteOperations = {
  /** Oldest first. */
  list(db: Db, input: { conversationId: string; from: number; until: number }): Note[] {
    return statement<[object], Note>(db, LIST_NOTES).all(input).toReversed()
  },

  /** @throws Refused `conversation_not_found` */
  add(db: Db, input: { conversationId: string; text: string; now: number }): Note {
    const { conversationId, text, now } = input
    return insert(db, { id: newId(), conversationId, text, createdAt: now, updatedAt: now })
  },

  /** @throws Refused `note_not_found` */
  edit(db: Db, input: { id: string; text: string; now: number }): Note {
    const edited = statement<[object], Note>(
      db,
      `UPDATE conversation_notes SET text = @text, updated_at = max(@now, created_at) WHERE id = @id RETURNING ${NOTE_COLUMNS}`,
    ).get(input)
    if (edited === undefined) throw gone()
    return edited
  },

  /** @throws Refused `note_not_found` */
  remove(db: Db, input: { id: string }): Note {
    const removed = statement<[string], Note>(db, `DELETE FROM conversation_notes WHERE id = ? RETURNING ${NOTE_COLUMNS}`).get(input.id)
    if (removed === undefined) throw gone()
    return removed
  },

  /**
   * One that is there stays as it is.
   * @throws Refused `conversation_not_found`
   */
  restore(db: Db, input: Note): Note {
    return db
      .transaction(() => {
        const found = statement<[string], Note>(db, `SELECT ${NOTE_COLUMNS} FROM conversation_notes WHERE id = ?`).get(input.id)
        return found ?? insert(db, input)
      })
      .immediate()
  },
}

/** The conversation is looked for in the same statement: one that is gone gets no note. */
function insert(db: Db, note: Note): Note {
  const { changes } = statement(
    db,
    `INSERT INTO conversation_notes (id, conversation_id, text, created_at, updated_at)
     SELECT @id, id, @text, @createdAt, @updatedAt FROM conversations WHERE id = @conversationId`,
  ).run(note)
  if (changes === 0) throw new Refused('conversation_not_found', 'This conversation is not here any more.')
  return note
}
