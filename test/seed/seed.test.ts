import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { reduceStatus, type MessageEvent } from '../../src/shared/messages/reducer.ts'
import { MESSAGE_STATUSES, type MessageStatus } from '../../src/shared/messages/status.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { makeHistory } from './history.ts'
import { makeSeededFolder } from './make-folder.ts'

const SHAPE = { messages: 20_000, seed: 7, until: Date.UTC(2026, 10, 18, 14), years: 2 }

describe('a made-up history', () => {
  it('is the same for the same seed, and another for another', () => {
    const one = [...makeHistory({ ...SHAPE, messages: 500 }).messages]
    expect([...makeHistory({ ...SHAPE, messages: 500 }).messages]).toEqual(one)
    expect([...makeHistory({ ...SHAPE, messages: 500, seed: 8 }).messages]).not.toEqual(one)
  })

  it('goes forward in time, in business hours, and ends when it should', () => {
    let before = 0
    for (const { at } of makeHistory(SHAPE).messages) {
      expect(at).toBeGreaterThan(before)
      expect(new Date(at).getUTCDay()).not.toBe(0)
      expect(new Date(at).getUTCHours()).toBeGreaterThanOrEqual(7)
      before = at
    }
    expect(before).toBeLessThanOrEqual(SHAPE.until)
    expect(before).toBeGreaterThan(SHAPE.until - 3_600_000)
  })

  it('has few long conversations and many short ones', () => {
    const sizes = new Map<number, number>()
    for (const { peer } of makeHistory(SHAPE).messages) sizes.set(peer, (sizes.get(peer) ?? 0) + 1)
    const sorted = [...sizes.values()].toSorted((one, other) => other - one)
    expect(sorted[0]).toBeGreaterThan(SHAPE.messages / 40)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(10)
  })
})

describe('a seeded folder', () => {
  it('holds what the desk would have written itself', async () => {
    const dataFolder = temporaryFolder()
    const written = await makeSeededFolder(dataFolder, SHAPE)
    expect(written.messages).toBe(SHAPE.messages)
    const db = new Database(dataFolderPaths(dataFolder).database, { readonly: true })
    try {
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')

      const statuses = db.prepare('SELECT DISTINCT status FROM messages').pluck().all()
      // A claimed text cannot lie there: the next start would call it unconfirmed.
      expect(MESSAGE_STATUSES.filter((status) => !statuses.includes(status))).toEqual(['sending'])

      const messages = db.prepare<[], { id: string; status: MessageStatus }>('SELECT id, status FROM messages').all()
      const eventsOf = db.prepare<[string], { kind: string; status: MessageStatus; data: string }>(
        'SELECT kind, status, data FROM message_events WHERE message_id = ? ORDER BY sequence',
      )
      for (const { id, status } of messages) {
        let reduced: MessageStatus = status === 'received' ? 'received' : 'queued'
        for (const event of eventsOf.all(id)) {
          reduced = reduceStatus(reduced, { kind: event.kind, ...JSON.parse(event.data) } as MessageEvent)
          expect(event.status).toBe(reduced)
        }
        expect(reduced).toBe(status)
      }

      const wrongLast = db.prepare(
        `SELECT count(*) FROM conversations c WHERE c.last_message_id IS NOT
           (SELECT m.id FROM messages m WHERE m.conversation_id = c.id ORDER BY m.created_at DESC, m.id DESC LIMIT 1)`,
      )
      expect(wrongLast.pluck().get()).toBe(0)
      expect(db.prepare('SELECT count(*) FROM conversations WHERE unread > 0').pluck().get()).toBeGreaterThan(0)
      expect(db.prepare('SELECT count(*) FROM opt_outs').pluck().get()).toBeGreaterThan(0)
    } finally {
      db.close()
    }
  })

  it('is never put beside a desk that is there', async () => {
    const dataFolder = temporaryFolder()
    await makeSeededFolder(dataFolder, { ...SHAPE, messages: 10 })
    await expect(makeSeededFolder(dataFolder, { ...SHAPE, messages: 10 })).rejects.toThrow('There is a desk in')
  })
})
