import type { WasInList } from '../../shared/contract/conversations.ts'
import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { conversationNotFound } from './not-found.ts'

/** Most conversations that stand on top: all of them come with the first page of every list. */
const MOST_PINNED = 50

interface PlaceRow {
  unread: number
  pinned_at: number | null
  archived: 0 | 1
}

/** Pinning and archiving. */
export const putAwayOperations = {
  /**
   * Pins below what is pinned, and brings back what was archived. One that is pinned stays where it is.
   * @throws Refused `conversation_not_found`, `pinned_too_many`
   */
  pin(db: Db, { id, now }: { id: string; now: number }): { pinnedAt: number; changed: boolean } {
    return db.transaction(() => pin(db, id, now)).immediate()
  },

  /** @throws Refused `conversation_not_found` */
  unpin(db: Db, { id }: { id: string }): { unpinned: boolean } {
    placeOf(db, id)
    return {
      unpinned: statement(db, 'UPDATE conversations SET pinned_at = NULL WHERE id = ? AND pinned_at IS NOT NULL').run(id).changes > 0,
    }
  },

  /** Answers where it stood; null when it was archived already. @throws Refused `conversation_not_found` */
  archive(db: Db, { id }: { id: string }): WasInList | null {
    return db
      .transaction(() => {
        const { unread, pinned_at: pinnedAt, archived } = placeOf(db, id)
        if (archived === 1) return null
        statement(db, 'UPDATE conversations SET archived = 1, unread = 0, pinned_at = NULL WHERE id = ?').run(id)
        return { unread, pinnedAt }
      })
      .immediate()
  },

  /**
   * Brings back, as it was where that is given: what came in since counts besides. A pin whose place is taken by 50 others by
   * now stays off.
   * @throws Refused `conversation_not_found`
   */
  unarchive(db: Db, { id, was }: { id: string; was: WasInList | null }): { unread: number; changed: boolean } {
    return db
      .transaction(() => {
        const { unread, archived } = placeOf(db, id)
        const pinnedAt = was !== null && countPinned(db) < MOST_PINNED ? was.pinnedAt : null
        statement(
          db,
          'UPDATE conversations SET archived = 0, unread = unread + @unread, pinned_at = coalesce(pinned_at, @pinnedAt) WHERE id = @id',
        ).run({ id, unread: was?.unread ?? 0, pinnedAt })
        return { unread: unread + (was?.unread ?? 0), changed: archived === 1 || was !== null }
      })
      .immediate()
  },
}

function pin(db: Db, id: string, now: number): { pinnedAt: number; changed: boolean } {
  const { pinned_at: pinnedAt } = placeOf(db, id)
  if (pinnedAt !== null) return { pinnedAt, changed: false }
  if (countPinned(db) >= MOST_PINNED) {
    throw new Refused(
      'pinned_too_many',
      `${MOST_PINNED} conversations are pinned, which is the most. Unpin one you no longer need on top first.`,
    )
  }
  // Below those that are there, whatever the clock did in between.
  const last = statement<[], { at: number | null }>(db, 'SELECT max(pinned_at) AS at FROM conversations WHERE pinned_at IS NOT NULL').get()
  const at = Math.max(now, (last?.at ?? 0) + 1)
  statement(db, 'UPDATE conversations SET pinned_at = ?, archived = 0 WHERE id = ?').run(at, id)
  return { pinnedAt: at, changed: true }
}

function countPinned(db: Db): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM conversations WHERE pinned_at IS NOT NULL').get()?.n ?? 0
}

function placeOf(db: Db, id: string): PlaceRow {
  const row = statement<[string], PlaceRow>(db, 'SELECT unread, pinned_at, archived FROM conversations WHERE id = ?').get(id)
  if (row === undefined) throw conversationNotFound()
  return row
}
