import type { Label, LabelColour } from '../../shared/contract/labels.ts'
import { conversationNotFound } from '../conversations/not-found.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Why a label cannot be as it was asked for. */
export type LabelProblem = { kind: 'name_taken'; name: string } | { kind: 'too_many'; most: number } | { kind: 'not_found' }

/** Most labels of a desk: all of them are in every menu. */
const MOST_LABELS = 100

/** Most labels of one conversation: each is a line in every list of that label. */
const MOST_ON_ONE = 20

/** Conversations a label is taken off in one transaction. */
const CHUNK = 1_000

const COLUMNS = 'id, name, colour, conversations'

export const labelOperations = {
  /** In their order, without those that are being removed. */
  list(db: Db): Label[] {
    return statement<[], Label>(db, `SELECT ${COLUMNS} FROM labels WHERE removing = 0 ORDER BY position, id`).all()
  },

  create(db: Db, input: { id: string; name: string; colour: LabelColour; now: number }): { kind: 'saved'; label: Label } | LabelProblem {
    return db
      .transaction((): { kind: 'saved'; label: Label } | LabelProblem => {
        const { n, next } = statement<[], { n: number; next: number }>(
          db,
          'SELECT count(*) AS n, coalesce(max(position), -1) + 1 AS next FROM labels WHERE removing = 0',
        ).get() ?? { n: 0, next: 0 }
        if (n >= MOST_LABELS) return { kind: 'too_many', most: MOST_LABELS }
        const taken = nameTaken(db, input)
        if (taken !== null) return taken
        statement(
          db,
          'INSERT INTO labels (id, name, colour, position, created_at, updated_at) VALUES (@id, @name, @colour, @position, @now, @now)',
        ).run({ ...input, position: next })
        return saved(db, input.id)
      })
      .immediate()
  },

  update(db: Db, input: { id: string; name: string; colour: LabelColour; now: number }): { kind: 'saved'; label: Label } | LabelProblem {
    return db
      .transaction((): { kind: 'saved'; label: Label } | LabelProblem => {
        const taken = nameTaken(db, input)
        if (taken !== null) return taken
        statement(db, 'UPDATE labels SET name = @name, colour = @colour, updated_at = @now WHERE id = @id AND removing = 0').run(input)
        return saved(db, input.id)
      })
      .immediate()
  },

  /** Answers whether it has another place now; null when it is not there. */
  move(db: Db, input: { id: string; by: number }): { moved: boolean } | null {
    return db
      .transaction(() => {
        const ids = labelOperations.list(db).map(({ id }) => id)
        const from = ids.indexOf(input.id)
        if (from === -1) return null
        const to = Math.max(0, Math.min(ids.length - 1, from + input.by))
        ids.splice(from, 1)
        ids.splice(to, 0, input.id)
        const place = statement(db, 'UPDATE labels SET position = ? WHERE id = ?')
        for (const [position, id] of ids.entries()) place.run(position, id)
        return { moved: to !== from }
      })
      .immediate()
  },

  /** Begins to remove: the label is in no list and its name is free from now on; `finish` goes on. Answers whether it was there. */
  remove(db: Db, input: { id: string }): { removed: boolean } {
    const done = statement(db, `UPDATE labels SET removing = 1, name = 'removed ' || id WHERE id = ? AND removing = 0`).run(input.id)
    return { removed: done.changes > 0 }
  },

  /** Takes labels that are being removed off their conversations, 1,000 at a time, and then away. Answers how many went. */
  async finish(db: Db, _input: object, { yield: letOthers }: Pick<OperationContext, 'yield'>): Promise<number> {
    let gone = 0
    for (;;) {
      const label = statement<[], { id: string }>(db, 'SELECT id FROM labels WHERE removing = 1 LIMIT 1').get()
      if (label === undefined) return gone
      const off = statement(
        db,
        `DELETE FROM conversation_labels WHERE label_id = @id AND conversation_id IN (
           SELECT conversation_id FROM conversation_labels WHERE label_id = @id ORDER BY conversation_id LIMIT ${CHUNK})`,
      ).run({ id: label.id })
      if (off.changes < CHUNK) gone += statement(db, 'DELETE FROM labels WHERE id = ?').run(label.id).changes
      await letOthers()
    }
  },

  /**
   * Puts a label on a conversation, or takes it off. Null when there is no such label.
   * @throws Refused `conversation_not_found`
   */
  set(
    db: Db,
    input: { labelId: string; conversationId: string; on: boolean },
  ): { kind: 'set'; labelIds: string[]; changed: boolean } | LabelProblem {
    return db
      .transaction((): { kind: 'set'; labelIds: string[]; changed: boolean } | LabelProblem => {
        const { labelId, conversationId, on } = input
        const conversation = statement<[string], { labelled: number }>(db, 'SELECT labelled FROM conversations WHERE id = ?').get(
          conversationId,
        )
        if (conversation === undefined) throw conversationNotFound()
        if (statement(db, 'SELECT 1 FROM labels WHERE id = ? AND removing = 0').get(labelId) === undefined) return { kind: 'not_found' }
        const before = labelsOf(db, conversationId)
        if (before.includes(labelId) === on) return { kind: 'set', labelIds: before, changed: false }
        if (on && before.length >= MOST_ON_ONE) return { kind: 'too_many', most: MOST_ON_ONE }
        const sql = on
          ? 'INSERT INTO conversation_labels (conversation_id, label_id) VALUES (@conversationId, @labelId)'
          : 'DELETE FROM conversation_labels WHERE conversation_id = @conversationId AND label_id = @labelId'
        statement(db, sql).run({ conversationId, labelId })
        return { kind: 'set', labelIds: labelsOf(db, conversationId), changed: true }
      })
      .immediate()
  },
}

function labelsOf(db: Db, conversationId: string): string[] {
  return statement<[string], { id: string }>(
    db,
    `SELECT b.id FROM conversation_labels k JOIN labels b ON b.id = k.label_id
     WHERE k.conversation_id = ? AND b.removing = 0 ORDER BY b.position, b.id`,
  )
    .all(conversationId)
    .map(({ id }) => id)
}

function nameTaken(db: Db, { id, name }: { id: string; name: string }): LabelProblem | null {
  const holder = statement<[string, string], { name: string }>(db, 'SELECT name FROM labels WHERE name = ? AND id <> ?').get(name, id)
  return holder === undefined ? null : { kind: 'name_taken', name: holder.name }
}

function saved(db: Db, id: string): { kind: 'saved'; label: Label } | LabelProblem {
  const label = statement<[string], Label>(db, `SELECT ${COLUMNS} FROM labels WHERE id = ? AND removing = 0`).get(id)
  return label === undefined ? { kind: 'not_found' } : { kind: 'saved', label }
}
