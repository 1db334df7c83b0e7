import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import { startTestCarrier } from '../support/carrier.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { startScriptedServer } from '../support/scripted-server.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { startTestDesk } from '../support/test-desk.ts'
import { HOUR } from './desk.ts'

const NUMBERS = Array.from({ length: 6 }, (_, index) => `+4670174060${index + 1}`)
const TEXT = 'Closed on Monday.'
const MUDDLED: MessageStatus[] = ['sent', 'unconfirmed', 'sent', 'unconfirmed', 'sent', 'unconfirmed']

/** A whole desk at a carrier that reports an hour later, each with a clock of its own. */
async function openDesk(behaviour: Partial<SandboxBehaviour> = {}) {
  const carrierClock = createFakeClock()
  const carrier = await startTestCarrier({ behaviour: { receiptDelayMs: HOUR, ...behaviour }, clock: carrierClock })
  onTestFinished(() => carrier.stop())
  const desk = await startTestDesk()
  const { id: accountId } = await desk.desk.accounts.add({
    provider: 'connectel',
    name: 'Garage',
    config: { baseUrl: carrier.baseUrl, sender: 'Garage' },
    secrets: { token: 'tok-example' },
  })
  return { ...desk, accountId, carrier, carrierClock }
}

async function sendToAll({ desk }: Pick<TestDesk, 'desk'>, accountId: string): Promise<string[]> {
  const { messages } = await desk.messages.send({ requestId: crypto.randomUUID(), accountId, to: NUMBERS, text: TEXT })
  return messages.map(({ id }) => id)
}

function statusesOf({ desk }: Pick<TestDesk, 'desk'>, ids: readonly string[]): Promise<MessageStatus[]> {
  return Promise.all(ids.map(async (id) => (await desk.messages.get({ id })).status))
}

async function untilStatuses(desk: Pick<TestDesk, 'desk'>, ids: readonly string[], expected: readonly MessageStatus[]): Promise<void> {
  await vi.waitFor(async () => expect(await statusesOf(desk, ids)).toEqual(expected))
}

const all = (status: MessageStatus): MessageStatus[] => NUMBERS.map(() => status)

describe('a call that the carrier took and answered in part', () => {
  test('is settled by asking about it, and goes out once', async () => {
    const desk = await openDesk({ answer: 'muddled' })
    const ids = await sendToAll(desk, desk.accountId)
    await untilStatuses(desk, ids, MUDDLED)
    expect(await desk.desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 3, settled: 3, cannotBeAsked: 0 })
    expect(await statusesOf(desk, ids)).toEqual(all('sent'))
    const idOf = new Map(desk.carrier.received.map(({ to, requestid }) => [to, requestid]))
    for (const [index, id] of ids.entries()) {
      const { providerRefs, attempts } = await desk.desk.messages.get({ id })
      expect([providerRefs, attempts.length]).toEqual([[idOf.get(NUMBERS[index] ?? '')], 1])
    }
    expect(desk.carrier.received).toHaveLength(NUMBERS.length)
  })

  test('is settled after a restart as well, and reports find its texts', async () => {
    const before = await openDesk({ answer: 'muddled' })
    const ids = await sendToAll(before, before.accountId)
    await untilStatuses(before, ids, MUDDLED)
    const after = await before.restart()
    expect(await after.desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 3, settled: 3, cannotBeAsked: 0 })
    const { hookPath } = await after.desk.accounts.get({ id: before.accountId })
    before.carrier.setHookUrl(`${(await after.desk.desk.status()).listener.address ?? ''}${hookPath}`)
    await before.carrierClock.advance(HOUR)
    await untilStatuses(after, ids, all('delivered'))
    expect(before.carrier.received).toHaveLength(NUMBERS.length)
  })

  test('is asked about by itself after ten minutes, with nobody’s help', async () => {
    const desk = await openDesk({ answer: 'muddled' })
    const ids = await sendToAll(desk, desk.accountId)
    await untilStatuses(desk, ids, MUDDLED)
    await vi.waitFor(async () => {
      await desk.clock.advance(60_000)
      expect(await statusesOf(desk, ids)).toEqual(all('sent'))
    })
    expect(desk.carrier.received).toHaveLength(NUMBERS.length)
  })

  test('is asked about from one of its texts, which settles the others', async () => {
    const desk = await openDesk({ answer: 'muddled' })
    const ids = await sendToAll(desk, desk.accountId)
    await untilStatuses(desk, ids, MUDDLED)
    const message = await desk.desk.messages.get({ id: ids[1] ?? '' })
    expect([message.providerRefs, message.canBeAskedAbout]).toEqual([[], true])
    expect((await desk.desk.messages.refresh({ id: message.id })).status).toBe('sent')
    expect(await statusesOf(desk, ids)).toEqual(all('sent'))
  })

  test('that never answered can be asked about by nothing: its texts stay unconfirmed', async () => {
    const desk = await openDesk({ answer: 'drop_after' })
    const ids = await sendToAll(desk, desk.accountId)
    await untilStatuses(desk, ids, all('unconfirmed'))
    expect(await desk.desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 0, settled: 0, cannotBeAsked: NUMBERS.length })
    await expect(desk.desk.messages.refresh({ id: ids[0] ?? '' })).rejects.toMatchObject({ data: { code: 'status_query_no_reference' } })
    expect(await statusesOf(desk, ids)).toEqual(all('unconfirmed'))
  })
})

/** A provider whose answer to a bulk request is a fault with a bulk id in it. */
async function openFaultyDesk() {
  const server = await startScriptedServer({ status: 500, body: '{"bulkid":"B1","error":"out of order"}' })
  const desk = await startTestDesk()
  const { id: accountId } = await desk.desk.accounts.add({
    provider: 'connectel',
    name: 'Garage',
    config: { baseUrl: server.address, sender: 'Garage' },
    secrets: { token: 'tok-example' },
  })
  const ids = await sendToAll(desk, accountId)
  await untilStatuses(desk, ids, all('unconfirmed'))
  return {
    ...desk,
    accountId,
    ids,
    server,
    /** Numbers that the provider lists from now on. */
    lists(numbers: readonly string[]): void {
      const recipient = numbers.map((to) => ({ recipient: to.slice(1), requestid: `R${to}`, statusInt: 0, statusStr: 'ENROUTE' }))
      server.answer({ body: JSON.stringify({ action: 'send', bulkid: 'B1', message: '', sender: 'Garage', recipient }) })
    },
    sends: () => server.seen.filter(({ method }) => method === 'POST').length,
    questions: () => server.seen.filter(({ method }) => method === 'GET').length,
  }
}

describe('a number that the provider does not list', () => {
  test('stays unconfirmed, and is not sent again by itself, not after a restart either', async () => {
    const before = await openFaultyDesk()
    before.lists(NUMBERS.slice(1))
    const expected = ['unconfirmed', ...all('sent').slice(1)]
    expect(await before.desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 6, settled: 5, cannotBeAsked: 0 })
    expect([await statusesOf(before, before.ids), before.questions()]).toEqual([expected, 1])
    const after = await before.restart()
    await after.clock.advance(HOUR)
    expect(await after.desk.outbox.askAboutUnconfirmed()).toMatchObject({ asked: 1, settled: 0 })
    expect([await statusesOf(after, before.ids), before.sends()]).toEqual([expected, 1])
  })

  test('is not settled by asking about it alone, and a sentence says so', async () => {
    const desk = await openFaultyDesk()
    desk.lists(NUMBERS.slice(1))
    const [id = '', ...others] = desk.ids
    await expect(desk.desk.messages.refresh({ id })).rejects.toMatchObject({
      message: 'Connectel says nothing of this number among those of the same call. That does not prove that it was not sent.',
    })
    expect([await statusesOf(desk, [id]), await statusesOf(desk, others)]).toEqual([['unconfirmed'], all('sent').slice(1)])
  })

  test('is all of them where the provider does not know the call', async () => {
    const desk = await openFaultyDesk()
    desk.server.answer({ status: 404, body: '{"error":"unknown"}' })
    expect(await desk.desk.outbox.askAboutUnconfirmed()).toEqual({ asked: 6, settled: 0, cannotBeAsked: 0 })
    await expect(desk.desk.messages.refresh({ id: desk.ids[0] ?? '' })).rejects.toMatchObject({
      message: 'Connectel does not know these texts, or no longer.',
    })
    expect([await statusesOf(desk, desk.ids), desk.sends(), desk.questions()]).toEqual([all('unconfirmed'), 1, 2])
  })
})

test('what is kept and logged of asking about a call has no token in it', async () => {
  const desk = await openFaultyDesk()
  desk.lists(NUMBERS)
  await desk.desk.outbox.askAboutUnconfirmed()
  const kept = await Promise.all(desk.ids.map((id) => desk.desk.messages.get({ id })))
  expect(JSON.stringify([kept, desk.log.lines])).not.toContain('tok-example')
})

test('one number is never twice in a call, whoever asked for it', async () => {
  const desk = await openDesk()
  await desk.desk.accounts.pause({ id: desk.accountId })
  const ids: string[] = []
  for (let round = 0; round < 2; round += 1) {
    const { messages } = await desk.desk.messages.send({
      requestId: crypto.randomUUID(),
      accountId: desk.accountId,
      to: NUMBERS,
      text: TEXT,
      again: true,
    })
    ids.push(...messages.map(({ id }) => id))
  }
  await desk.desk.accounts.resume({ id: desk.accountId })
  await untilStatuses(desk, ids, [...all('sent'), ...all('sent')])
  const calls = Map.groupBy(desk.carrier.accepted, ({ bulkid }) => bulkid)
  expect([...calls.values()].map((texts) => new Set(texts.map(({ recipient }) => recipient)).size - texts.length)).toEqual([0, 0])
})
