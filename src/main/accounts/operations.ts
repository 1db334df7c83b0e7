import type { SendingRate } from '../../shared/providers/descriptor.ts'
import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'

/** An account as it is stored, with the number of texts waiting in its queue. */
export interface AccountRow {
  id: string
  name: string
  provider: string
  config: Record<string, string>
  /** Secret part of the hook's path. */
  hookKey: string
  status: 'active' | 'paused'
  pauseCode: string | null
  pauseMessage: string | null
  pausedAt: number | null
  waiting: number
  /** A person's choice; null for the provider's usual rate. */
  rate: SendingRate | null
  createdAt: number
}

/** What the listener must know of an account to take its hooks. */
export interface HookAccount {
  id: string
  name: string
  provider: string
  config: Record<string, string>
  hookKey: string
}

interface StoredRow extends Omit<AccountRow, 'config' | 'rate'> {
  config: string
  rateCount: number | null
  ratePer: SendingRate['per'] | null
}

// The partial index holds queued rows only, so the count never walks an account's history.
const SELECT = `
  SELECT id, name, provider, config, hook_key AS hookKey, status, pause_code AS pauseCode, pause_message AS pauseMessage,
    paused_at AS pausedAt, created_at AS createdAt, rate_count AS rateCount, rate_per AS ratePer,
    (SELECT count(*) FROM messages INDEXED BY messages_lane WHERE account_id = accounts.id AND status = 'queued' AND hold IS NOT 'missed')
      + (SELECT count(*) FROM messages INDEXED BY messages_held WHERE hold = 'missed' AND account_id = accounts.id) AS waiting
  FROM accounts`

function toAccount(row: StoredRow): AccountRow {
  const { rateCount, ratePer, ...account } = row
  return {
    ...account,
    config: JSON.parse(row.config),
    rate: rateCount === null || ratePer === null ? null : { count: rateCount, per: ratePer },
  }
}

function find(db: Db, id: string): AccountRow | null {
  const row = db.prepare<[string], StoredRow>(`${SELECT} WHERE id = ? AND removed_at IS NULL`).get(id)
  return row === undefined ? null : toAccount(row)
}

function refuseTakenName(db: Db, name: string, exceptId: string | null): void {
  // Compared here because SQLite's own NOCASE knows only the letters of ASCII.
  const wanted = name.toLowerCase()
  const rows = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM accounts WHERE removed_at IS NULL').all()
  if (rows.some((row) => row.id !== exceptId && row.name.toLowerCase() === wanted)) {
    throw new Refused('account_name_taken', `There is already an account called “${name}”. Choose another name.`)
  }
}

/** Why an account stops sending: a stable code and a sentence with the next step. */
export interface Pause {
  id: string
  code: string
  message: string
  /** Milliseconds since 1970 UTC. */
  at: number
}

/**
 * Pauses an account unless it is paused already: the first reason stays until somebody resumes it. May run inside
 * another transaction.
 * @returns whether it was active until now, so that a pause is announced once
 */
export function pauseAccount(db: Db, { id, code, message, at }: Pause): boolean {
  const result = db
    .prepare(
      `UPDATE accounts SET status = 'paused', pause_code = ?, pause_message = ?, paused_at = ?, updated_at = ?
       WHERE id = ? AND status = 'active' AND removed_at IS NULL`,
    )
    .run(code, message, at, at, id)
  return result.changes > 0
}

/** SQL of accounts. Every operation that names an account answers null, or false, where there is none. */
export const accountOperations = {
  /** Accounts that were not removed, by name. */
  list(db: Db): AccountRow[] {
    return db.prepare<[], StoredRow>(`${SELECT} WHERE removed_at IS NULL ORDER BY name, id`).all().map(toAccount)
  },

  get(db: Db, input: { id: string }): AccountRow | null {
    return find(db, input.id)
  },

  /** @throws Refused `account_name_taken`, whatever the case of the letters */
  checkName(db: Db, input: { name: string }): void {
    refuseTakenName(db, input.name, null)
  },

  /**
   * Adds an active account.
   * @throws Refused `account_name_taken`
   */
  insert(db: Db, input: { id: string; name: string; provider: string; config: Record<string, string>; hookKey: string; at: number }): void {
    db.transaction(() => {
      refuseTakenName(db, input.name, null)
      db.prepare(
        `INSERT INTO accounts (id, name, provider, config, hook_key, status, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, 'active', ?, ?)`,
      ).run(input.id, input.name, input.provider, JSON.stringify(input.config), input.hookKey, input.at, input.at)
    }).immediate()
  },

  /**
   * Replaces name and configuration.
   * @throws Refused `account_name_taken`
   */
  update(db: Db, input: { id: string; name: string; config: Record<string, string>; at: number }): AccountRow | null {
    return db
      .transaction(() => {
        refuseTakenName(db, input.name, input.id)
        db.prepare('UPDATE accounts SET name = ?, config = ?, updated_at = ? WHERE id = ? AND removed_at IS NULL').run(
          input.name,
          JSON.stringify(input.config),
          input.at,
          input.id,
        )
        return find(db, input.id)
      })
      .immediate()
  },

  /** A person's choice of a rate; null for the provider's usual one. */
  setRate(db: Db, input: { id: string; rate: SendingRate | null; at: number }): AccountRow | null {
    db.prepare('UPDATE accounts SET rate_count = ?, rate_per = ?, updated_at = ? WHERE id = ? AND removed_at IS NULL').run(
      input.rate?.count ?? null,
      input.rate?.per ?? null,
      input.at,
      input.id,
    )
    return find(db, input.id)
  },

  pause(db: Db, input: Pause): boolean {
    return pauseAccount(db, input)
  },

  /**
   * Lets a paused account send again, if it is paused for a reason other than those in `exceptCodes`.
   * @returns whether it was paused until now
   */
  resume(db: Db, input: { id: string; exceptCodes: readonly string[]; at: number }): boolean {
    return db
      .transaction(() => {
        const row = find(db, input.id)
        if (row === null || row.status !== 'paused' || input.exceptCodes.includes(row.pauseCode ?? '')) return false
        db.prepare(
          `UPDATE accounts SET status = 'active', pause_code = NULL, pause_message = NULL, paused_at = NULL, updated_at = ?
         WHERE id = ?`,
        ).run(input.at, input.id)
        return true
      })
      .immediate()
  },

  /**
   * Takes an account out of use; its row stays for the messages that name it.
   * @throws Refused `account_has_waiting_messages` while something is queued or being sent
   */
  remove(db: Db, input: { id: string; at: number }): boolean {
    return db
      .transaction(() => {
        const row = find(db, input.id)
        if (row === null) return false
        const sending = db
          .prepare<[string], number>(
            `SELECT count(*) FROM messages INDEXED BY messages_sending WHERE status = 'sending' AND account_id = ?`,
          )
          .pluck()
          .get(input.id)
        const count = row.waiting + (sending ?? 0)
        if (count > 0) {
          throw new Refused(
            'account_has_waiting_messages',
            count === 1
              ? `A message still waits to be sent with “${row.name}”. Cancel it or let it go out, then remove the account.`
              : `${count} messages still wait to be sent with “${row.name}”. Cancel them or let them go out, then remove the account.`,
          )
        }
        db.prepare('UPDATE accounts SET removed_at = ?, updated_at = ? WHERE id = ?').run(input.at, input.at, input.id)
        return true
      })
      .immediate()
  },

  /** Takes a removal back, when the second half of it failed. */
  restore(db: Db, input: { id: string; at: number }): void {
    db.prepare('UPDATE accounts SET removed_at = NULL, updated_at = ? WHERE id = ?').run(input.at, input.id)
  },

  /** What the listener needs of every account that was not removed. */
  listForHooks(db: Db): HookAccount[] {
    return db
      .prepare<[], Omit<HookAccount, 'config'> & { config: string }>(
        'SELECT id, name, provider, config, hook_key AS hookKey FROM accounts WHERE removed_at IS NULL',
      )
      .all()
      .map((row) => ({ ...row, config: JSON.parse(row.config) }))
  },
}
