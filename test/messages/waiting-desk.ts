import Database from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import type { OutboxDesk } from '../support/outbox-desk.ts'
import { startOutboxDesk } from '../support/outbox-desk.ts'
import type { Db } from '../../src/main/store/operation.ts'

export const MAJA = '+46701740605'
export const KARL = '+46701740606'
export const MINUTE = 60_000
export const HOUR = 3_600_000

type SendInput = Parameters<DeskClient['messages']['send']>[0]

type Columns = Readonly<Record<string, string | number | null>>

export interface WaitingDesk extends OutboxDesk {
  db: Db
  /** Sends as the composer would, changed as wished. */
  send(change?: Partial<SendInput>): Promise<Message[]>
  /** Sends to one, and answers the message. */
  sendOne(change?: Partial<SendInput>): Promise<Message>
  /** Moves a message into a state without its having gone through what leads there. */
  put(id: string, columns: Columns): void
  row(id: string): Columns
  kinds(id: string): Promise<string[]>
  count(): number
}

/** A desk that sends nothing, so that everything waits as it was queued; with its database, to put messages into any state. */
export async function startWaitingDesk(): Promise<WaitingDesk> {
  const test = await startOutboxDesk({ dispatch: false })
  const db = new Database(dataFolderPaths(test.dataFolder).database)
  db.pragma('foreign_keys = ON')
  onTestFinished(() => void db.close())

  async function send(change: Partial<SendInput> = {}): Promise<Message[]> {
    const wish = { requestId: crypto.randomUUID(), accountId: test.accountId, to: [MAJA], text: 'The car is ready.' }
    return (await test.desk.messages.send({ ...wish, ...change })).messages
  }

  async function sendOne(change: Partial<SendInput> = {}): Promise<Message> {
    const [message, ...others] = await send(change)
    if (message === undefined || others.length > 0) throw new Error('not one message was queued')
    return message
  }

  return {
    ...test,
    db,
    send,
    sendOne,
    put(id, columns) {
      const names = Object.keys(columns)
      const { changes } = db
        .prepare(`UPDATE messages SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`)
        .run({ ...columns, id })
      expect(changes).toBe(1)
    },
    row: (id) => db.prepare<[string], Columns>('SELECT * FROM messages WHERE id = ?').get(id) ?? {},
    kinds: async (id) => (await test.desk.messages.get({ id })).events.map(({ kind }) => kind),
    count: () => db.prepare<[], number>('SELECT count(*) FROM messages').pluck().get() ?? 0,
  }
}

/** The refusal with a code, whose sentence is fit to show. */
export function refusal(code: string, message: RegExp = /^[A-Z“].*\.$/) {
  return { data: { code, message: expect.stringMatching(message) } }
}
