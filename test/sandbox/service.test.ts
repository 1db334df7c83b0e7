import { expect, test, vi } from 'vitest'
import { Refused } from '../../src/main/app/refused.ts'
import { readPhone } from '../../src/shared/phone/index.ts'
import type { SandboxDesk } from './service-desk.ts'
import { openSandboxDesk } from './service-desk.ts'

async function send({ accounts, adapterContext }: SandboxDesk, accountId: string, text: string) {
  const { account, adapter } = await accounts.open(accountId)
  return adapter.send(account, { id: 'm', to: '+46701740605', text }, adapterContext)
}

test('without a Sandbox account there is no carrier', async () => {
  const desk = await openSandboxDesk()
  await desk.sandbox.ensure()
  expect(desk.sandbox.address).toBeNull()
  await expect(desk.sandbox.reply({ from: '+46701740605', text: 'Hi' })).rejects.toThrow(Refused)
})

test('starting adds the account once, however often and at once it is asked for, and runs the carrier', async () => {
  const desk = await openSandboxDesk()
  const ids = await Promise.all([1, 2, 3].map(() => desk.sandbox.start({ sampleData: false })))
  expect(new Set(ids.map(({ accountId }) => accountId)).size).toBe(1)
  expect((await desk.accounts.list()).map(({ name, provider }) => [name, provider])).toEqual([['Sandbox', 'sandbox']])
  expect(desk.sandbox.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await desk.accounts.test(ids[0]?.accountId ?? '')).toMatchObject({ ok: true })
})

test('a Sandbox account that is added by hand gets its carrier too', async () => {
  const desk = await openSandboxDesk()
  await desk.accounts.add({ provider: 'sandbox', name: 'Practice', config: {}, secrets: {} })
  await desk.clock.advance(100)
  await vi.waitFor(() => expect(desk.sandbox.address).not.toBeNull())
})

test('the carrier goes with the last Sandbox account', async () => {
  const desk = await openSandboxDesk()
  const { accountId } = await desk.sandbox.start({ sampleData: false })
  await desk.accounts.remove(accountId)
  await desk.clock.advance(100)
  await vi.waitFor(() => expect(desk.sandbox.address).toBeNull())
})

test('a text is answered after its delay and reported to the account’s hook on the listener', async () => {
  const desk = await openSandboxDesk()
  const { accountId } = await desk.sandbox.start({ sampleData: false })
  const sending = send(desk, accountId, 'Your car is ready.')
  await vi.waitFor(() => expect(desk.clock.pendingTimers).toBeGreaterThanOrEqual(2))
  await desk.clock.advance(300)
  const outcome = await sending
  expect(outcome).toMatchObject({ class: 'accepted', receipt: { status: 'sent' } })
  await desk.clock.advance(1_500)
  await vi.waitFor(() => expect(desk.db.prepare('SELECT account_id, reading FROM hooks').all()).toHaveLength(1))
  const hook = desk.db.prepare<[], { account_id: string; reading: string }>('SELECT account_id, reading FROM hooks').get()
  expect(hook?.account_id).toBe(accountId)
  const ref = outcome.class === 'accepted' ? outcome.refs[0] : null
  expect(JSON.parse(hook?.reading ?? '')).toMatchObject({ receipts: [{ ref, status: 'delivered' }] })
})

test('behaviour changes what the carrier does, and stays as set', async () => {
  const desk = await openSandboxDesk()
  expect(desk.sandbox.behaviour()).toMatchObject({
    answer: 'accept',
    answerDelayMs: 300,
    receipt: 'delivered',
    receiptDelayMs: 1_500,
    autoReply: false,
  })
  desk.sandbox.setBehaviour({ answer: 'no_credit', answerDelayMs: 0 })
  const { accountId } = await desk.sandbox.start({ sampleData: false })
  expect(await send(desk, accountId, 'Hello')).toMatchObject({ class: 'account_problem', code: 'account_balance' })
  expect(desk.sandbox.setBehaviour({ answer: 'accept' })).toMatchObject({ answer: 'accept', answerDelayMs: 0 })
  expect(await send(desk, accountId, 'Hello')).toMatchObject({ class: 'accepted' })
})

test('a customer’s text goes through carrier and listener into a conversation', async () => {
  const desk = await openSandboxDesk()
  await desk.sandbox.start({ sampleData: false })
  expect(await desk.sandbox.reply({ from: '+46 70-174 06 05', text: 'Is my car ready?' })).toEqual({ accepted: true })
  await vi.waitFor(() =>
    expect(desk.db.prepare('SELECT sender, text, status FROM messages').all()).toEqual([
      { sender: '+46701740605', text: 'Is my car ready?', status: 'received' },
    ]),
  )
})

test('without a listener no customer can text, and the person is told', async () => {
  const desk = await openSandboxDesk({ listening: false })
  await desk.sandbox.start({ sampleData: false })
  await expect(desk.sandbox.reply({ from: '+46701740605', text: 'Hi' })).rejects.toMatchObject({ code: 'listener_not_running' })
})

test('two Sandbox accounts get their own reports', async () => {
  const desk = await openSandboxDesk()
  desk.sandbox.setBehaviour({ answerDelayMs: 0, receiptBeforeAnswer: true })
  const first = (await desk.sandbox.start({ sampleData: false })).accountId
  const second = (await desk.accounts.add({ provider: 'sandbox', name: 'Second', config: {}, secrets: {} })).id
  await send(desk, first, 'one')
  await send(desk, second, 'two')
  expect(desk.db.prepare('SELECT account_id FROM hooks ORDER BY received_at, id').pluck().all()).toEqual([first, second])
})

test('stopping is prompt with texts, reports and silence under way', async () => {
  const desk = await openSandboxDesk()
  desk.sandbox.setBehaviour({ answer: 'silent' })
  const { accountId } = await desk.sandbox.start({ sampleData: false })
  await desk.clock.advance(100)
  expect(desk.clock.pendingTimers).toBe(0)
  const silent = send(desk, accountId, 'one')
  // The report waits, so the text is taken.
  await vi.waitFor(() => expect(desk.clock.pendingTimers).toBe(1))
  await desk.sandbox.stop()
  expect(await silent).toMatchObject({ class: 'unknown' })
  expect(desk.sandbox.address).toBeNull()
})

test('samples show people of several countries and every kind of ending', async () => {
  const desk = await openSandboxDesk()
  await desk.sandbox.start({ sampleData: true })
  const numbers = desk.db.prepare<[], string>('SELECT e164 FROM contact_numbers').pluck().all()
  expect(numbers.length).toBeGreaterThanOrEqual(12)
  expect(new Set(numbers.map((number) => number.slice(0, 3))).size).toBeGreaterThanOrEqual(5)
  for (const number of numbers) expect(readPhone(number, 'SE')).toMatchObject({ valid: true, e164: number })
  const statuses = desk.db.prepare<[], string>('SELECT DISTINCT status FROM messages').pluck().all()
  expect(statuses).toEqual(expect.arrayContaining(['delivered', 'failed', 'unconfirmed', 'received', 'expired']))
  expect(statuses).not.toContain('queued')
  expect(desk.db.prepare('SELECT sum(unread) FROM conversations').pluck().get()).toBe(1)
  // Nothing is dated after now, and each conversation ends with its latest message.
  expect(desk.db.prepare('SELECT count(*) FROM messages WHERE created_at > ?').pluck().get(desk.clock.now())).toBe(0)
  expect(
    desk.db
      .prepare(`SELECT count(*) FROM conversations c WHERE last_message_id IS NOT
      (SELECT id FROM messages m WHERE m.conversation_id = c.id ORDER BY created_at DESC, id DESC LIMIT 1)`)
      .pluck()
      .get(),
  ).toBe(0)
  // Every status is what its events lead to.
  expect(
    desk.db
      .prepare(`SELECT count(*) FROM messages m WHERE status IS NOT
      (SELECT status FROM message_events e WHERE e.message_id = m.id ORDER BY sequence DESC LIMIT 1)`)
      .pluck()
      .get(),
  ).toBe(0)
})

test('samples are put in once, also after some of them were removed', async () => {
  const desk = await openSandboxDesk()
  const count = () => desk.db.prepare('SELECT (SELECT count(*) FROM contacts) || (SELECT count(*) FROM messages)').pluck().get()
  await Promise.all([desk.sandbox.start({ sampleData: true }), desk.sandbox.start({ sampleData: true })])
  const before = count()
  await desk.sandbox.start({ sampleData: true })
  expect(count()).toBe(before)
  desk.db.prepare(`DELETE FROM contacts WHERE name LIKE 'A%'`).run()
  const fewer = count()
  await desk.sandbox.start({ sampleData: true })
  expect(count()).toBe(fewer)
})
