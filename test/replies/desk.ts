import Database from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import type { Ports } from '../../src/main/app/ports.ts'
import type { AwayMessage, ReplyRules } from '../../src/shared/contract/replies.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'
import type { FaultDesk } from '../outbox-faults/desk.ts'
import { MAJA, startFaultDesk, until } from '../outbox-faults/desk.ts'
import { postJson } from '../support/listener-desk.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** The number that customers write to. */
export const OWN = '46701740600'

export const TEXTS = { optOut: 'You get no more texts.', optIn: 'Welcome back.', help: 'Call 08-12 34 56.' }

/** A text from a customer; what is left out is Maja's, to the first account, with an id of its own. */
export interface Said {
  from?: string
  key?: string
  accountId?: string
  to?: string
  protocol?: Protocol
}

export type Protocol = 'connectel' | 'okroute'

const FORMATS: Record<Protocol, (said: { from: string; to: string; text: string; key: string }) => unknown> = {
  connectel: ({ from, to, text, key }) => ({ from, to, requestid: key, message: text }),
  okroute: ({ from, to, text, key }) => ({ ani: from, dnis: to, message: text, message_id: key, delivery_status: 'MO' }),
}

/** A whole desk whose customers write through its hooks. */
export interface ReplyDesk extends FaultDesk {
  /** Posts a hook and waits until it is applied. */
  says(text: string, said?: Said): Promise<void>
  /** Automatic texts so far, oldest first: kind, number, text and status. */
  automatic(): Array<{ kind: string; to: string; text: string; status: string }>
  rules(change: Partial<ReplyRules>): Promise<void>
  away(change?: Partial<AwayMessage>): Promise<void>
  db: Database.Database
  restart(change?: Partial<Ports>): Promise<ReplyDesk>
}

/** @param start what the clock shows at first, ms UTC; left out: a Monday, 9:00 UTC */
export async function startReplyDesk(start?: number): Promise<ReplyDesk> {
  return around(await startFaultDesk({}, start))
}

function around(test: FaultDesk): ReplyDesk {
  const db = new Database(dataFolderPaths(test.dataFolder).database)
  onTestFinished(() => void db.close())
  const pending = db.prepare(`SELECT count(*) FROM hooks WHERE verdict = 'pending'`).pluck()
  return {
    ...test,
    db,
    async says(text, { from = MAJA, key = crypto.randomUUID(), accountId = test.accountId, to = OWN, protocol = 'connectel' } = {}) {
      const [{ listener }, { hookPath }] = await Promise.all([test.desk.desk.status(), test.desk.accounts.get({ id: accountId })])
      const answer = await postJson(
        `${listener.address ?? ''}${hookPath}`,
        FORMATS[protocol]({ from: from.replace('+', ''), to, text, key }),
      )
      expect(answer.status).toBe(200)
      await until(() => expect(pending.get()).toBe(0))
    },
    automatic: () =>
      db
        .prepare<[], { kind: string; to: string; text: string; status: string }>(
          'SELECT automatic AS kind, recipient AS "to", text, status FROM messages WHERE automatic IS NOT NULL ORDER BY created_at, id',
        )
        .all(),
    async rules(change) {
      await test.desk.settings.set({ replies: { ...DEFAULT_REPLY_RULES, ...change } })
    },
    async away(change = {}) {
      const usual = { accountId: test.accountId, on: true, text: 'We are closed.', hours: null, zone: 'Europe/Stockholm', everyHours: 12 }
      await test.desk.replies.setAway({ ...usual, ...change })
    },
    restart: async (change) => around(await test.restart(change)),
  }
}

/** An account of another provider, whose texts are all taken. */
export async function addOkRoute({ desk }: ReplyDesk): Promise<string> {
  const server = await startScriptedServer({ body: JSON.stringify({ message_id: 'alss-1' }) })
  const account = await desk.accounts.add({
    provider: 'okroute',
    name: 'Shop',
    config: { baseUrl: server.address, ani: 'Shop' },
    secrets: { username: 'shop', password: 'not-a-secret' },
  })
  return account.id
}

/** Waits until no text waits or is on its way. */
export function untilSent({ db }: ReplyDesk): Promise<void> {
  const open = db.prepare(`SELECT count(*) FROM messages WHERE status IN ('queued', 'sending')`).pluck()
  return until(() => expect(open.get()).toBe(0))
}
