import { uuidv7 } from 'uuidv7'
import type { HookVerdict } from '../../src/shared/contract/hooks.ts'
import { createHookJournal } from '../../src/main/listener/journal-service.ts'
import type { StoredReading } from '../../src/main/listener/apply.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import { startListenerDesk } from '../support/listener-desk.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

/** A hook put in by hand. */
export interface GivenHook {
  verdict: HookVerdict
  receivedAt: number
  accountId?: string | null
  reading?: StoredReading | null
  body?: string
}

/** A listener desk with its journal. */
export async function startJournalDesk(provider: Partial<ProviderAdapter> = {}) {
  const desk = await startListenerDesk({}, provider)
  const settings = { get: () => Promise.resolve(TEST_SETTINGS) }
  const journal = createHookJournal({ store: desk.store, settings, listener: desk.listener })
  const insert = desk.db.prepare(
    `INSERT INTO hooks (id, account_id, received_at, method, content_type, query, body, reading, verdict)
     VALUES (@id, @accountId, @receivedAt, 'POST', '', '', @body, @reading, @verdict)`,
  )
  return {
    ...desk,
    journal,
    putHooks(hooks: readonly GivenHook[]): string[] {
      return desk.db.transaction(() =>
        hooks.map(({ verdict, receivedAt, accountId = desk.accountId, reading = null, body = '' }) => {
          const id = uuidv7()
          insert.run({ id, accountId, receivedAt, body, verdict, reading: reading === null ? null : JSON.stringify(reading) })
          return id
        }),
      )()
    },
    /** Every hook that a filter finds, page by page. */
    async walk(filter: Omit<Parameters<typeof journal.list>[0], 'limit' | 'before'>, limit = 50) {
      const pages: Awaited<ReturnType<typeof journal.list>>[] = []
      let before: string | undefined
      do {
        const page = await journal.list({ ...filter, limit, ...(before === undefined ? {} : { before }) })
        pages.push(page)
        if (pages.length > 1_000) throw new Error('the pages have no end')
        before = page.next ?? undefined
      } while (before !== undefined)
      return { pages, ids: pages.flatMap(({ hooks }) => hooks.map(({ id }) => id)) }
    },
  }
}
