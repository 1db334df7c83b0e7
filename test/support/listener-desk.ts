import { connect } from 'node:net'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import type { ProviderAdapter } from '../../src/main/providers/types.ts'
import type { Listener, ListenerOptions } from '../../src/main/listener/service.ts'
import { createListener } from '../../src/main/listener/service.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import { memoryLog } from './memory-log.ts'
import { openTestDesk } from './open-store.ts'
import { TEST_SETTINGS } from './settings.ts'
import { createTestProvider, registryOf } from './test-provider.ts'

/** The hook key of the account of a listener desk. */
export const KEY = 'k'.repeat(43)

/** A stored hook, as the database has it. */
export interface HookRow {
  id: string
  account_id: string | null
  method: string
  content_type: string
  query: string
  body: string
  reading: string | null
  verdict: string
  detail: string | null
  message_id: string | null
  applied_at: number | null
}

/** A listener with one account of the test provider, on a real store and a real port. */
export async function startListenerDesk(options: Partial<ListenerOptions> = {}, provider: Partial<ProviderAdapter> = {}) {
  const { store, db } = await openTestDesk()
  const accountId = uuidv7()
  await store.accounts.insert({ id: accountId, name: 'Front desk', provider: 'test', config: { sender: 'Clinic' }, hookKey: KEY, at: 1 })
  const clock = { at: Date.UTC(2026, 2, 2, 9, 0, 0) }
  const log = memoryLog()
  const setTimer = (ms: number, task: () => void) => {
    const timer = setTimeout(task, ms)
    return { cancel: () => clearTimeout(timer) }
  }
  const hub = createEventHub({ now: () => clock.at, setTimer })
  const events: DeskEvent[] = []
  hub.subscribe((event) => void events.push(event))
  const providers = registryOf(createTestProvider(provider))

  async function start(more: Partial<ListenerOptions> = {}): Promise<Listener> {
    const listener = await createListener({
      port: 0,
      store,
      accounts: { adapter: (id) => providers.get(id), hookSecrets: () => Promise.resolve({}) },
      settings: { get: () => Promise.resolve(TEST_SETTINGS) },
      events: hub,
      log,
      now: () => clock.at,
      setTimer,
      ...options,
      ...more,
    })
    onTestFinished(() => listener.stop())
    return listener
  }

  const listener = await start()
  const url = `${listener.address ?? ''}/hooks/${accountId}/${KEY}`

  return {
    store,
    db,
    hub,
    clock,
    log,
    events,
    listener,
    start,
    accountId,
    url,
    port: Number(new URL(listener.address ?? 'http://none.invalid').port),
    path: `/hooks/${accountId}/${KEY}`,
    hooks: () => db.prepare<[], HookRow>('SELECT * FROM hooks ORDER BY received_at, id').all(),
    verdicts: () => db.prepare<[], string>('SELECT verdict FROM hooks ORDER BY received_at, id').pluck().all(),
    parked: () => db.prepare<[], number>('SELECT count(*) FROM parked_receipts').pluck().get(),
    /** A sent message that carries these references. */
    putMessage(...refs: string[]): string {
      const conversation = uuidv7()
      const id = uuidv7()
      const count = db.prepare<[], number>('SELECT count(*) FROM conversations').pluck().get() ?? 0
      db.prepare(`INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES (?, ?, 'number', 1, 1)`).run(
        conversation,
        `+467017406${String(count).padStart(2, '0')}`,
      )
      db.prepare(
        `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, created_at)
         VALUES (?, ?, ?, 'outbound', '+46701740605', 'Clinic', 'Hello', 1, 'sent', 1, 1)`,
      ).run(id, conversation, accountId)
      this.putRefs(id, ...refs)
      return id
    },
    putRefs(messageId: string, ...refs: string[]): void {
      for (const ref of refs) {
        db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)').run(accountId, ref, messageId)
      }
    },
    statusOf: (messageId: string) => db.prepare('SELECT status FROM messages WHERE id = ?').pluck().get(messageId),
    /** Waits until every stored hook has been dealt with. */
    settled: () => expect.poll(() => db.prepare(`SELECT count(*) FROM hooks WHERE verdict = 'pending'`).pluck().get()).toBe(0),
  }
}

export function postJson(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

export function postText(url: string, body: string | Uint8Array<ArrayBuffer>, contentType?: string): Promise<Response> {
  return fetch(url, { method: 'POST', body: new Blob([body]), headers: contentType === undefined ? {} : { 'content-type': contentType } })
}

/** Talks to a port in bytes. `answer` resolves with everything that came back once the connection is closed. */
export function rawConnection(port: number): {
  write(data: string | Uint8Array): Promise<boolean>
  answer: Promise<string>
  closed(): boolean
} {
  const socket = connect({ host: '127.0.0.1', port })
  let received = ''
  let closed = false
  socket.on('data', (data) => {
    received += data.toString('latin1')
  })
  socket.on('error', () => undefined)
  const answer = new Promise<string>((resolve) => {
    socket.once('close', () => {
      closed = true
      resolve(received)
    })
  })
  onTestFinished(() => void socket.destroy())
  return {
    write: (data) =>
      new Promise((resolve) => {
        if (closed) resolve(false)
        else socket.write(data, (error) => resolve(error === undefined || error === null))
      }),
    answer,
    closed: () => closed,
  }
}
