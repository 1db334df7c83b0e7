import { uuidv7 } from 'uuidv7'
import { createAccountService } from '../../src/main/accounts/service.ts'
import { createEventHub } from '../../src/main/app/events.ts'
import { createOutboxListService } from '../../src/main/outbox/screen-service.ts'
import type { OutboxListServiceDependencies } from '../../src/main/outbox/screen-service.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import type { Db } from '../../src/main/store/operation.ts'
import { statement } from '../../src/main/store/statement.ts'
import type { Change } from '../../src/shared/contract/desk.ts'
import type { HOLD_REASONS } from '../../src/shared/contract/messages.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { createTestSecrets } from '../support/memory-secrets.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestDesk } from '../support/open-store.ts'
import { createTestProvider, registryOf } from '../support/test-provider.ts'

export const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)
export const HOUR = 3_600_000

/** A message as a test wants it in the database. */
export interface Given {
  accountId: string
  status?: MessageStatus
  to?: string
  text?: string
  hold?: (typeof HOLD_REASONS)[number] | null
  priority?: 'reply' | 'bulk'
  notBefore?: number | null
  scheduledAt?: number | null
  cameDueAt?: number | null
  validUntil?: number | null
  leftUnconfirmed?: boolean
  code?: string | null
  words?: string | null
  tries?: number
  createdAt?: number
  statusAt?: number
  refs?: readonly string[]
}

/** Puts a message in as it is, without its history. */
export function put(db: Db, given: Given): string {
  const id = uuidv7()
  const to = given.to ?? '+46701740605'
  const conversation = statement<[string], { id: string }>(db, 'SELECT id FROM conversations WHERE peer = ?').get(to)?.id ?? uuidv7()
  statement(db, `INSERT OR IGNORE INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', 1, 1)`).run(
    conversation,
    to,
  )
  statement(
    db,
    `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, error_code, error_message,
       not_before, scheduled_at, came_due_at, hold, priority, valid_until, left_unconfirmed, tries, created_at)
     VALUES (@id, @conversation, @accountId, 'outbound', @to, 'Clinic', @text, 1, @status, @statusAt, @code, @words,
       @notBefore, @scheduledAt, @cameDueAt, @hold, @priority, @validUntil, @left, @tries, @createdAt)`,
  ).run({
    id,
    conversation,
    accountId: given.accountId,
    to,
    text: given.text ?? 'Your car is ready',
    status: given.status ?? 'queued',
    statusAt: given.statusAt ?? given.createdAt ?? NOW,
    code: given.code ?? null,
    words: given.words ?? null,
    notBefore: given.notBefore ?? null,
    scheduledAt: given.scheduledAt ?? null,
    cameDueAt: given.cameDueAt ?? null,
    hold: given.hold ?? null,
    priority: given.priority ?? 'reply',
    validUntil: given.validUntil ?? null,
    left: given.leftUnconfirmed === true ? 1 : 0,
    tries: given.tries ?? 0,
    createdAt: given.createdAt ?? NOW,
  })
  for (const ref of given.refs ?? []) {
    statement(db, 'INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)').run(given.accountId, ref, id)
  }
  return id
}

/** Many at once, in one transaction. */
export function putMany(db: Db, count: number, given: (index: number) => Given): string[] {
  return db.transaction(() => Array.from({ length: count }, (_, index) => put(db, given(index))))()
}

/** A number of its own for each index. */
export const numberOf = (index: number): string => `+4670${String(1_000_000 + index)}`

export interface ListDeskOptions extends Partial<
  Pick<OutboxListServiceDependencies, 'rests' | 'network' | 'wakeOutbox' | 'adapterContext'>
> {
  providers?: ProviderAdapter[]
}

/** The Outbox's lists on a real store, with two accounts and no dispatcher. */
export async function startListDesk({ providers = [createTestProvider()], ...change }: ListDeskOptions = {}) {
  const { store, db } = await openTestDesk({ now: () => NOW })
  const clock = createFakeClock(NOW)
  const events = createEventHub(clock)
  const changes: Change[] = []
  events.subscribe((event) => {
    if (event.kind === 'changed') changes.push(...event.changes)
  })
  const log = memoryLog()
  let woken = 0
  const adapterContext = change.adapterContext ?? {
    http: { request: () => Promise.reject(new Error('not used')) } as never,
    now: clock.now,
  }
  const secrets = createTestSecrets()
  const accounts = createAccountService({
    store,
    secrets,
    providers: registryOf(...providers),
    // What they say is about accounts, and tested with them.
    events: createEventHub(clock),
    now: clock.now,
    wakeOutbox: () => undefined,
    defaultCountry: () => Promise.resolve('SE'),
    adapterContext,
  })
  const add = async (
    name: string,
    provider = providers[0]?.descriptor.id ?? 'test',
    config: Record<string, string> = { sender: 'Clinic' },
  ) => (await accounts.add({ provider, name, config, secrets: { token: 'tok-right' } })).id
  const service = createOutboxListService({
    store,
    accounts,
    rests: () => new Map(),
    network: () => 'online',
    wakeOutbox: () => {
      woken += 1
    },
    events,
    log,
    now: clock.now,
    ...change,
    adapterContext,
  })
  return {
    store,
    db,
    clock,
    log,
    secrets,
    accounts,
    service,
    garage: await add('Garage'),
    shop: await add('Shop', providers[0]?.descriptor.id, { sender: 'Shop' }),
    add,
    /** What screens were told since the last time this was asked. */
    async told(): Promise<Change[]> {
      await clock.advance(100)
      return changes.splice(0)
    },
    woken: () => woken,
    row: (id: string) => db.prepare<[string], Record<string, unknown>>('SELECT * FROM messages WHERE id = ?').get(id) ?? {},
    kinds: (id: string) =>
      db.prepare<[string], string>('SELECT kind FROM message_events WHERE message_id = ? ORDER BY sequence').pluck().all(id),
    conversationOf: (id: string) => db.prepare<[string], string>('SELECT conversation_id FROM messages WHERE id = ?').pluck().get(id) ?? '',
  }
}
