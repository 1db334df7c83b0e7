import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { createTestProvider } from '../support/test-provider.ts'
import { postJson, postText } from '../support/listener-desk.ts'
import { startJournalDesk } from './journal-desk.ts'

/** A desk whose adapter understands nothing until it learns to. */
async function deskThatLearns() {
  const adapter = createTestProvider()
  let learnt = false
  const desk = await startJournalDesk({
    readHook: (account, request) => (learnt ? adapter.readHook(account, request) : { kind: 'unreadable', detail: 'Not known yet.' }),
  })
  return { ...desk, learn: () => void (learnt = true) }
}

describe('applying one again', () => {
  test('says whether anything changed, and changes nothing the second time', async () => {
    const desk = await startJournalDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const [id = ''] = desk.hooks().map((hook) => hook.id)
    expect(await desk.journal.replay({ id })).toMatchObject({ changed: false, hook: { verdict: 'unknown_message' } })
    const messageId = desk.putMessage('R1')
    expect(await desk.journal.replay({ id })).toMatchObject({ changed: true, hook: { verdict: 'applied', message: { id: messageId } } })
    const events = () => desk.db.prepare('SELECT * FROM message_events').all()
    const before = events()
    expect(await desk.journal.replay({ id })).toMatchObject({ changed: false, hook: { verdict: 'applied' } })
    expect(events()).toEqual(before)
  })

  test('is told to the screens', async () => {
    const desk = await startJournalDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const topics = () => desk.events.flatMap((event) => (event.kind === 'changed' ? event.changes.map(({ topic }) => topic) : []))
    await expect.poll(topics).toContain('hooks')
    desk.events.length = 0
    await desk.journal.replay({ id: desk.hooks()[0]?.id ?? '' })
    await expect.poll(topics).toContain('hooks')
  })
})

describe('reading all again that could not be read', () => {
  test('applies what an adapter has learnt to read, oldest first, and counts what it still cannot', async () => {
    const desk = await deskThatLearns()
    const messageId = desk.putMessage('R1')
    const bodies = [
      ...Array.from({ length: 60 }, (_, index) => `from=46701740605&text=${index}&id=I${index}`),
      'report=R1&status=delivered',
      'ping=1',
      'nonsense',
      'refuse=1',
    ]
    for (const body of bodies) {
      expect((await postText(desk.url, body, 'application/x-www-form-urlencoded')).status).toBe(400)
      desk.clock.at += 1_000
    }
    expect(await desk.journal.replayUnreadable({})).toEqual({ read: 0, stillUnreadable: 64 })

    desk.learn()
    expect(await desk.journal.replayUnreadable({})).toEqual({ read: 62, stillUnreadable: 2 })
    const texts = desk.db.prepare(`SELECT text FROM messages WHERE direction = 'inbound' ORDER BY created_at`).pluck().all()
    expect(texts).toEqual(Array.from({ length: 60 }, (_, index) => String(index)))
    expect(desk.statusOf(messageId)).toBe('delivered')
    expect(desk.verdicts().slice(58)).toEqual(['applied', 'applied', 'applied', 'applied', 'unreadable', 'unreadable'])
    expect(desk.hooks()[61]).toMatchObject({ detail: 'The provider checked the address.', reading: null, applied_at: desk.clock.at })

    const unread = () => desk.db.prepare('SELECT sum(unread) FROM conversations').pluck().get()
    expect(unread()).toBe(60)
    expect(await desk.journal.replayUnreadable({})).toEqual({ read: 0, stillUnreadable: 2 })
    for (const hook of desk.hooks().slice(0, 62)) await desk.journal.replay({ id: hook.id })
    expect(unread()).toBe(60)
  })

  test('leaves one alone that somebody else had read again meanwhile', async () => {
    const desk = await startJournalDesk()
    const [id = ''] = desk.putHooks([{ verdict: 'applied', receivedAt: 1, reading: { receipts: [], inbound: [] } }])
    const before = desk.hooks()
    await desk.store.hookJournal.setReadings({ readings: [{ id, reading: null, detail: 'Nothing.' }], at: 9 })
    expect(desk.hooks()).toEqual(before)
  })

  test('can be for one account, and leaves those of a removed account alone', async () => {
    const desk = await deskThatLearns()
    const removed = uuidv7()
    await desk.store.accounts.insert({ id: removed, name: 'Gone', provider: 'test', config: {}, hookKey: 'x', at: 1 })
    await desk.store.accounts.remove({ id: removed, at: 2 })
    desk.putHooks([{ verdict: 'unreadable', receivedAt: 1, accountId: removed, body: 'report=R1&status=delivered' }])
    await postText(desk.url, 'report=R1&status=delivered')
    desk.learn()
    expect(await desk.journal.replayUnreadable({ accountId: removed })).toEqual({ read: 0, stillUnreadable: 1 })
    expect(await desk.journal.replayUnreadable({ accountId: desk.accountId })).toEqual({ read: 1, stillUnreadable: 0 })
    expect(desk.verdicts()).toEqual(['unreadable', 'unknown_message'])
    await expect(desk.journal.replay({ id: desk.hooks()[0]?.id ?? '' })).rejects.toMatchObject({ code: 'account_not_found' })
  })
})
