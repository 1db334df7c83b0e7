import type { HookVerdict } from '../../shared/contract/hooks.ts'
import { HOOK_VERDICTS } from '../../shared/contract/hooks.ts'
import { Refused } from '../app/refused.ts'
import { ownerOf } from '../contacts/person.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { StoredReading } from './apply.ts'
import type { HookLook, HookPlace, HookQuestion } from './journal-query.ts'
import { lookOf, RARE_VERDICTS } from './journal-query.ts'
import { pruneHooks } from './prune.ts'

/** A hook of the journal, in a line. */
export interface JournalHook {
  id: string
  receivedAt: number
  accountId: string | null
  accountName: string | null
  verdict: HookVerdict
  detail: string | null
  reading: StoredReading | null
  message: { id: string; conversationId: string; peer: string; name: string | null } | null
}

/** The whole of it. */
export interface WholeJournalHook extends JournalHook {
  method: string
  contentType: string
  query: string
  body: string
  appliedAt: number | null
}

/** An unreadable hook that can be read now: what it says, or why there is nothing to apply. */
export interface NewReading {
  id: string
  reading: StoredReading | null
  detail: string | null
}

/** Most hooks that one page looks at: a few milliseconds of the data thread, whatever is searched for. */
export const LOOKED_AT = 2_000

interface Row extends Omit<JournalHook, 'reading' | 'message'> {
  reading: string | null
  messageId: string | null
  conversationId: string | null
  peer: string | null
  name: string | null
}

type WholeRow = Row & Pick<WholeJournalHook, 'method' | 'contentType' | 'query' | 'body' | 'appliedAt'>

const COLUMNS = /* sql */ `h.id, h.received_at AS receivedAt, h.account_id AS accountId, a.name AS accountName, h.verdict, h.detail, h.reading,
  m.id AS messageId, c.id AS conversationId, c.peer,
  (SELECT coalesce(nullif(p.name, ''), nullif(p.company, '')) FROM contacts p WHERE p.ordinal = ${ownerOf('c.peer')}) AS name`
const WITH_OTHERS = /* sql */ `LEFT JOIN accounts a ON a.id = h.account_id
  LEFT JOIN messages m ON m.id = h.message_id LEFT JOIN conversations c ON c.id = m.conversation_id`
const ORDER = 'ORDER BY h.received_at DESC, h.id DESC'

/**
 * The page of a look, and the place up to which it may look. One bound on either side, so that it is the one that the index
 * is read by: beside a second, wider one SQLite may choose that.
 */
export function pageSql(
  { index, within, filters }: HookLook,
  { after, upTo }: { after: boolean; upTo: boolean },
): { end: string; page: string } {
  const source = `FROM hooks h INDEXED BY ${index}`
  const begin = [...within, after ? '(h.received_at, h.id) < (@at, @id)' : 'h.received_at < @until']
  const all = [...begin, upTo ? '(h.received_at, h.id) >= (@endAt, @endId)' : 'h.received_at >= @from', ...filters]
  return {
    end: `SELECT h.received_at AS receivedAt, h.id ${source} WHERE ${begin.join(' AND ')} AND h.received_at >= @from ${ORDER} LIMIT 1 OFFSET @skip`,
    page: `SELECT ${COLUMNS} ${source} ${WITH_OTHERS} WHERE ${all.join(' AND ')} ${ORDER} LIMIT @limit`,
  }
}

/** SQL of the hooks that are kept: looked at, read again, forgotten. */
export const journalOperations = {
  /** A page, newest first, by key set. It looks at {@link LOOKED_AT} hooks at most, so that it may end early. */
  list(db: Db, input: HookQuestion): { hooks: JournalHook[]; next: string | null; counts: Record<HookVerdict, number> | null } {
    const look = lookOf(input)
    const after = input.before === null ? null : readPlace(input.before, input.until)
    const place = after === null ? {} : { at: after.receivedAt, id: after.id }
    const seeks = look.filters.length > 0
    const { end: endSql } = pageSql(look, { after: after !== null, upTo: false })
    const values = { ...look.values, ...place }
    const end = seeks ? statement<[object], HookPlace>(db, endSql).get({ ...values, skip: LOOKED_AT - 1 }) : undefined
    const { page: sql } = pageSql(look, { after: after !== null, upTo: end !== undefined })
    const rows = statement<[object], Row>(db, sql).all({
      ...values,
      ...(end === undefined ? {} : { endAt: end.receivedAt, endId: end.id }),
      limit: input.limit + 1,
    })
    const page = rows.slice(0, input.limit)
    const last = rows.length > input.limit ? page.at(-1) : end
    const isWhole = input.kind === null && input.search.trim() === ''
    return {
      hooks: page.map(hookOf),
      next: last === undefined ? null : `${last.receivedAt} ${last.id}`,
      counts: after === null && isWhole ? countsOf(db, input) : null,
    }
  },

  /** @throws Refused `hook_not_found` */
  whole(db: Db, input: { id: string }): WholeJournalHook {
    const row = statement<[string], WholeRow>(
      db,
      `SELECT ${COLUMNS}, h.method, h.content_type AS contentType, h.query, h.body, h.applied_at AS appliedAt
       FROM hooks h ${WITH_OTHERS} WHERE h.id = ?`,
    ).get(input.id)
    if (row === undefined) throw new Refused('hook_not_found', 'This request is not kept any more.')
    const { method, contentType, query, body, appliedAt } = row
    return { ...hookOf(row), method, contentType, query, body, appliedAt }
  },

  /** Hooks that could not be read, of an account or of all, oldest first. */
  unreadable(db: Db, input: { accountId: string | null; after: HookPlace | null; limit: number }): HookPlace[] {
    return statement<[object], HookPlace>(
      db,
      `SELECT h.received_at AS receivedAt, h.id FROM hooks h INDEXED BY hooks_by_verdict
       WHERE h.verdict = 'unreadable' AND (h.received_at, h.id) > (@at, @id)
         ${input.accountId === null ? '' : 'AND h.account_id = @accountId'}
       ORDER BY h.received_at, h.id LIMIT @limit`,
    ).all({
      at: input.after?.receivedAt ?? -1,
      id: input.after?.id ?? '',
      limit: input.limit,
      ...(input.accountId === null ? {} : { accountId: input.accountId }),
    })
  },

  /** Puts unreadable hooks that can be read now among the pending, or among the applied where they say nothing. One commit. */
  setReadings(db: Db, input: { readings: readonly NewReading[]; at: number }): void {
    const set = statement<[object]>(
      db,
      `UPDATE hooks SET reading = @reading, detail = @detail, verdict = iif(@reading IS NULL, 'applied', 'pending'),
         applied_at = iif(@reading IS NULL, @at, NULL)
       WHERE id = @id AND verdict = 'unreadable'`,
    )
    db.transaction(() => {
      for (const { id, reading, detail } of input.readings) {
        set.run({ id, reading: reading === null ? null : JSON.stringify(reading), detail, at: input.at })
      }
    }).immediate()
  },

  /** Forgets old hooks, see `pruneHooks`. */
  prune(db: Db, input: { days: number; now: number }, context: OperationContext): Promise<{ removed: number }> {
    return pruneHooks(db, input, context)
  },
}

/** How many of each verdict, by indexes alone. */
function countsOf(db: Db, { accountId, from, until }: Pick<HookQuestion, 'accountId' | 'from' | 'until'>): Record<HookVerdict, number> {
  const values = { from, until, ...(accountId === null ? {} : { accountId }) }
  const ofAccount = accountId === null ? '' : 'AND account_id = @accountId'
  const count = (index: string, condition: string): number =>
    statement<[object], { count: number }>(
      db,
      `SELECT count(*) AS count FROM hooks INDEXED BY ${index} WHERE ${condition} received_at >= @from AND received_at < @until ${ofAccount}`,
    ).get(values)?.count ?? 0
  const counts = Object.fromEntries(HOOK_VERDICTS.map((verdict) => [verdict, 0])) as Record<HookVerdict, number>
  counts.pending = count('hooks_pending', `verdict = 'pending' AND`)
  for (const verdict of RARE_VERDICTS) counts[verdict] = count('hooks_by_verdict', `verdict = '${verdict}' AND`)
  const others = HOOK_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)
  counts.applied = count(accountId === null ? 'hooks_by_time' : 'hooks_by_account', '') - others
  return counts
}

function hookOf({
  id,
  receivedAt,
  accountId,
  accountName,
  verdict,
  detail,
  reading,
  messageId,
  conversationId,
  peer,
  name,
}: Row): JournalHook {
  return {
    id,
    receivedAt,
    accountId,
    accountName,
    verdict,
    detail,
    reading: reading === null ? null : JSON.parse(reading),
    message: messageId === null || conversationId === null || peer === null ? null : { id: messageId, conversationId, peer, name },
  }
}

/** Null for what is no place in this list, which ends before an instant: it begins anew then. */
function readPlace(cursor: string, until: number): HookPlace | null {
  const match = /^(\d{1,16}) ([0-9a-f-]{36})$/.exec(cursor)
  const place = match === null ? null : { receivedAt: Number(match[1]), id: match[2] ?? '' }
  return place === null || place.receivedAt >= until ? null : place
}
