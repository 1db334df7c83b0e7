import type { Conversation, ConversationFilter, ListedBy } from '../../shared/contract/conversations.ts'
import { MOST_COUNTED } from '../../shared/contract/conversations.ts'
import { readTimeCursor, timeCursor } from '../messages/rows.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { CONVERSATION_COLUMNS, CONVERSATION_JOINS, conversationView, type ConversationRow } from './read.ts'

/** What is listed, and from where on. */
export interface ListInput extends ListedBy {
  /** The place after which the page begins; null for the first page. */
  before: string | null
  limit: number
}

/** A range of one index in the order of the list: what it is called, alone and by account, and what it holds. */
const RANGES: Record<ConversationFilter, { index: string; byAccount: string; holds: string }> = {
  all: { index: 'conversations_by_activity', byAccount: 'conversations_by_account', holds: 'c.archived = 0' },
  archived: { index: 'conversations_by_activity', byAccount: 'conversations_by_account', holds: 'c.archived = 1' },
  unread: { index: 'conversations_unread', byAccount: 'conversations_unread_by_account', holds: 'c.unread > 0' },
  unanswered: {
    index: 'conversations_unanswered',
    byAccount: 'conversations_unanswered_by_account',
    holds: 'c.unanswered = 1 AND c.archived = 0',
  },
  failed: { index: 'conversations_failed', byAccount: 'conversations_failed_by_account', holds: 'c.failed = 1 AND c.archived = 0' },
}

/** The ids of a list in its order, from `@beforeAt` and `@beforeId` on where they are given. */
function idsOf({ filter, labelId, accountId }: ListedBy, isFirst: boolean): { from: string; where: string; order: string; place: string } {
  if (labelId !== undefined) {
    const where = 'x.label_id = @labelId AND x.filter = @filter AND x.account_id = @accountId'
    return {
      from: 'label_lists x CROSS JOIN conversations c ON c.id = x.conversation_id',
      where: isFirst ? where : `${where} AND (x.last_at, x.conversation_id) < (@beforeAt, @beforeId)`,
      order: 'x.last_at DESC, x.conversation_id DESC',
      place: 'x',
    }
  }
  const { index, byAccount, holds } = RANGES[filter]
  const where = accountId === undefined ? holds : `c.account_id = @accountId AND ${holds}`
  return {
    from: `conversations c INDEXED BY ${accountId === undefined ? index : byAccount}`,
    where: isFirst ? where : `${where} AND (c.last_at, c.id) < (@beforeAt, @beforeId)`,
    order: 'c.last_at DESC, c.id DESC',
    place: 'c',
  }
}

/** One page below the pinned ones. */
export function pageSql(by: ListedBy, isFirst: boolean): string {
  const { from, where, order } = idsOf(by, isFirst)
  return `SELECT ${CONVERSATION_COLUMNS} FROM ${from} ${CONVERSATION_JOINS}
    WHERE ${where} AND c.pinned_at IS NULL ORDER BY ${order} LIMIT @limit + 1`
}

/** The pinned ones of a list: few, so that each is looked at. */
export function pinnedSql({ filter, labelId, accountId }: ListedBy): string {
  const conditions = [
    'c.pinned_at IS NOT NULL',
    RANGES[filter].holds,
    accountId === undefined ? null : 'c.account_id = @accountId',
    labelId === undefined ? null : 'EXISTS (SELECT 1 FROM conversation_labels k WHERE k.conversation_id = c.id AND k.label_id = @labelId)',
  ].filter((condition) => condition !== null)
  return `SELECT ${CONVERSATION_COLUMNS} FROM conversations c INDEXED BY conversations_pinned ${CONVERSATION_JOINS}
    WHERE ${conditions.join(' AND ')} ORDER BY c.pinned_at, c.id`
}

/** How many a list has, pinned ones included, and {@link MOST_COUNTED} at most. */
export function countSql(by: ListedBy): string {
  const { from, where } = idsOf(by, true)
  // A label's list needs no look at the conversations themselves.
  const source = by.labelId === undefined ? from : 'label_lists x'
  return `SELECT count(*) AS n FROM (SELECT 1 FROM ${source} WHERE ${where} LIMIT ${MOST_COUNTED})`
}

export const listOperations = {
  /** Latest activity first, by key set; pinned ones first of all, with the first page. */
  list(db: Db, input: ListInput): { conversations: Conversation[]; next: string | null } {
    const before = input.before === null ? null : readTimeCursor(input.before)
    const values = {
      filter: input.filter,
      labelId: input.labelId,
      accountId: input.accountId ?? '',
      limit: input.limit,
      beforeAt: before?.at,
      beforeId: before?.id,
    }
    const pinned = before === null ? statement<[object], ConversationRow>(db, pinnedSql(input)).all(values) : []
    const rows = statement<[object], ConversationRow>(db, pageSql(input, before === null)).all(values)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      conversations: [...pinned, ...page].map((row) => conversationView(row)),
      next: rows.length > input.limit && last !== undefined ? timeCursor({ at: last.last_at, id: last.id }) : null,
    }
  },

  /** Those of these that are there, in no order. */
  some(db: Db, { ids }: { ids: string[] }): Conversation[] {
    return statement<[string], ConversationRow>(
      db,
      `SELECT ${CONVERSATION_COLUMNS} FROM json_each(?) j CROSS JOIN conversations c ON c.id = j.value ${CONVERSATION_JOINS}`,
    )
      .all(JSON.stringify([...new Set(ids)]))
      .map((row) => conversationView(row))
  },

  /** How many conversations ask for somebody, each up to {@link MOST_COUNTED}. */
  counts(db: Db, { labelId, accountId }: Omit<ListedBy, 'filter'>): Record<'unread' | 'unanswered' | 'failed', number> {
    const count = (filter: ConversationFilter): number =>
      statement<[object], { n: number }>(db, countSql({ filter, labelId, accountId })).get({ filter, labelId, accountId: accountId ?? '' })
        ?.n ?? 0
    return { unread: count('unread'), unanswered: count('unanswered'), failed: count('failed') }
  },
}
