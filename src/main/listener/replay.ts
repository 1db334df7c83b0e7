import type { HookAccount } from '../accounts/operations.ts'
import { Refused } from '../app/refused.ts'
import type { HookReading, HookRequest } from '../providers/types.ts'
import type { Senders } from '../replies/senders.ts'
import type { Store } from '../store/store.ts'
import { type ApplyResult, nothingApplied, type StoredReading } from './apply.ts'
import type { NewReading } from './journal-operations.ts'
import type { HookPlace } from './journal-query.ts'
import type { StoredHook } from './operations.ts'
import { cleanRequest } from './read-request.ts'

/** Applies stored hooks again, and reads those again that could not be read. Doing it twice changes nothing. */
export interface Replays {
  /**
   * One hook; answers whether anything changed.
   * @throws Refused `hook_not_found`, `hook_rejected`, `hook_unreadable`, `account_not_found`
   */
  one(hookId: string): Promise<{ changed: boolean }>
  /** All that could not be read, of an account or (null) of all, oldest first; those that came in the middle may be left out. */
  unreadable(accountId: string | null): Promise<{ read: number; stillUnreadable: number }>
}

export interface ReplayOptions {
  store: Pick<Store, 'accounts' | 'hooks' | 'hookJournal'>
  /** What a request says to the account's adapter. Pure. */
  read(account: HookAccount, request: HookRequest | null): HookReading
  /** Applies pending hooks, in the order given. */
  apply(ids: string[]): Promise<void>
  /** Tells the screens. */
  announce(result: ApplyResult): void
  defaultCountry(): Promise<string>
  senders(): Promise<Senders>
  /** ms UTC */
  now(): number
  isStopping(): boolean
}

/** Unreadable hooks that are read between two commits. */
const PER_TURN = 50

export function createReplays({ store, read, apply, announce, defaultCountry, senders, now, isStopping }: ReplayOptions): Replays {
  /** Null while it cannot be read. What is stored had proven itself, or could not be looked at. */
  function readAgain(account: HookAccount, hook: StoredHook): NewReading | null {
    const { id, method, contentType, query, body } = hook
    const request = { method: method as HookRequest['method'], headers: {}, contentType, query, body }
    const reading = read(account, cleanRequest(request))
    if (reading.kind === 'read') return { id, reading: storedReading(reading), detail: null }
    return reading.kind === 'nothing' ? { id, reading: null, detail: reading.detail } : null
  }

  return {
    async one(hookId) {
      const hook = await store.hooks.get({ id: hookId })
      if (hook.accountId === null || hook.verdict === 'rejected') {
        throw new Refused('hook_rejected', 'This request was turned away, so there is nothing in it to apply.')
      }
      if (hook.verdict === 'unreadable') {
        const account = (await store.accounts.listForHooks()).find((one) => one.id === hook.accountId)
        if (account === undefined) {
          throw new Refused('account_not_found', 'The account of this request was removed, so it cannot be read again.')
        }
        const reading = readAgain(account, hook)
        if (reading === null) {
          throw new Refused('hook_unreadable', 'This request still cannot be read. Its content is shown as it came.')
        }
        await store.hookJournal.setReadings({ readings: [reading], at: now() })
      }
      const applied = await store.hooks.replay({ id: hookId, defaultCountry: await defaultCountry(), senders: await senders(), at: now() })
      announce(applied)
      return { changed: applied.conversationIds.length > 0 }
    },

    async unreadable(accountId) {
      const accounts = new Map((await store.accounts.listForHooks()).map((account) => [account.id, account]))
      const result = { read: 0, stillUnreadable: 0 }
      let after: HookPlace | null = null
      while (!isStopping()) {
        const page: HookPlace[] = await store.hookJournal.unreadable({ accountId, after, limit: PER_TURN })
        const last = page.at(-1)
        if (last === undefined) break
        const readings: NewReading[] = []
        for (const { id } of page) {
          // One at a time: others get their turn between two of them.
          const hook = await store.hooks.get({ id })
          const account = accounts.get(hook.accountId ?? '')
          const reading = account === undefined ? null : readAgain(account, hook)
          if (reading === null) result.stillUnreadable += 1
          else readings.push(reading)
        }
        if (readings.length > 0) {
          await store.hookJournal.setReadings({ readings, at: now() })
          await apply(readings.flatMap(({ id, reading }) => (reading === null ? [] : [id])))
          result.read += readings.length
        }
        after = last
      }
      if (result.read > 0) announce(nothingApplied())
      return result
    },
  }
}

/** What a request says, as it is stored with it. */
export function storedReading({ receipts, inbound, missedCalls }: Extract<HookReading, { kind: 'read' }>): StoredReading {
  return missedCalls === undefined || missedCalls.length === 0 ? { receipts, inbound } : { receipts, inbound, missedCalls }
}
