import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Hook, hooksContract } from '../../shared/contract/hooks.ts'
import { aboutHook, describeHook, describeStatements, kindsOf } from '../../shared/hooks/words.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import type { JournalHook } from './journal-operations.ts'
import type { Replays } from './replay.ts'

type Inputs = InferContractRouterInputs<typeof hooksContract>
type Outputs = InferContractRouterOutputs<typeof hooksContract>

/** What came in to the listener: looked at, and applied again. */
export interface HookJournal {
  list(input: Inputs['list']): Promise<Outputs['list']>
  /** @throws Refused `hook_not_found` */
  get(input: Inputs['get']): Promise<Outputs['get']>
  /** @throws Refused `hook_not_found`, `hook_rejected`, `hook_unreadable`, `account_not_found` */
  replay(input: Inputs['replay']): Promise<Outputs['replay']>
  replayUnreadable(input: Inputs['replayUnreadable']): Promise<Outputs['replayUnreadable']>
}

export interface HookJournalDependencies {
  store: Pick<Store, 'hookJournal'>
  settings: Pick<SettingsService, 'get'>
  listener: { readonly replays: Replays }
}

export function createHookJournal({ store, settings, listener }: HookJournalDependencies): HookJournal {
  return {
    async list({ accountId, verdict, kind, search, from, until, before, limit }) {
      const { defaultCountry } = await settings.get()
      const found = await store.hookJournal.list({
        accountId: accountId ?? null,
        verdict: verdict ?? null,
        kind: kind ?? null,
        search: search ?? '',
        from: from ?? 0,
        until: until ?? Number.MAX_SAFE_INTEGER,
        before: before ?? null,
        limit,
        defaultCountry,
      })
      return { ...found, hooks: found.hooks.map((one) => viewOf(one, defaultCountry)) }
    },

    async get({ id }) {
      const { defaultCountry } = await settings.get()
      const { method, contentType, query, body, appliedAt, ...one } = await store.hookJournal.whole({ id })
      return {
        ...viewOf(one, defaultCountry),
        method,
        contentType,
        query,
        body,
        appliedAt,
        statements: one.reading === null ? [] : describeStatements(one.reading, defaultCountry),
        canReplay: one.accountId !== null && (one.reading !== null || one.verdict === 'unreadable'),
      }
    },

    async replay({ id }) {
      const { changed } = await listener.replays.one(id)
      const { defaultCountry } = await settings.get()
      const { method: _, contentType: _type, query: _query, body: _body, appliedAt: _at, ...one } = await store.hookJournal.whole({ id })
      return { hook: viewOf(one, defaultCountry), changed }
    },

    replayUnreadable: ({ accountId }) => listener.replays.unreadable(accountId ?? null),
  }
}

function viewOf({ reading, ...one }: JournalHook, country: string): Hook {
  const words = describeHook({ verdict: one.verdict, content: reading }, country)
  return { ...one, kinds: kindsOf(reading), words, about: aboutHook(reading, country) }
}
