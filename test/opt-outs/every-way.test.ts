import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'
import type { Carrier, CarrierCall } from '../outbox-faults/carrier.ts'
import { startCarrier } from '../outbox-faults/carrier.ts'
import type { FaultDesk } from '../outbox-faults/desk.ts'
import { postJson } from '../support/listener-desk.ts'
import {
  addAccount,
  DAY,
  HOUR,
  KARL,
  MAJA,
  MINUTE,
  numbers,
  send,
  sendOne,
  startFaultDesk,
  until,
  untilCalls,
  untilStatus,
} from '../outbox-faults/desk.ts'

const busy = (call: CarrierCall): void => call.answer(503, { error: 'Busy' })
const refuse = (call: CarrierCall): void => call.answer(400, { error: 'Invalid recipient' })
const wrongToken = (call: CarrierCall): void => call.answer(401, { error: 'Unauthorized' })
const hangUp = (call: CarrierCall): void => call.hangUp()

const TEXT = 'The car is ready.'
const STOP = 'Asked by phone not to get texts'

/** A text to Maja that waits. */
interface Prepared {
  id: string
  /** Left out: the desk it was queued with. */
  desk?: FaultDesk
  /** A second account, and its carrier. */
  second?: { shop: Carrier; shopId: string }
}

/** A text that waits somewhere, and what has it go out from there. */
interface Way {
  name: string
  /** Brings a text to Maja to where it waits. */
  prepare(test: FaultDesk): Promise<Prepared>
  /** The desk is closed and opened before it goes. */
  reopens?: boolean
  /** What follows in the life of the desk, or what a person does. */
  go(test: FaultDesk, prepared: Prepared): Promise<unknown>
  /** It stands as failed or unconfirmed meanwhile: that is what it stays. */
  stays?: 'failed' | 'unconfirmed'
}

/** “Shop” stands in for “Garage”. */
async function addShop(test: FaultDesk) {
  const shop = await startCarrier()
  const shopId = await addAccount(test, shop, 'Shop')
  return { shop, shopId }
}

const WAYS: Way[] = [
  {
    name: 'kept back so that it can be taken back',
    prepare: async (test) => ({ id: await sendOne(test, MAJA, TEXT, { undo: true }) }),
    go: (test) => test.clock.advance(MINUTE),
  },
  {
    name: 'scheduled',
    prepare: async (test) => ({ id: await sendOne(test, MAJA, TEXT, { at: test.clock.now() + HOUR }) }),
    go: (test) => test.clock.advance(2 * HOUR),
  },
  {
    name: 'scheduled, and sent now by a person',
    prepare: async (test) => ({ id: await sendOne(test, MAJA, TEXT, { at: test.clock.now() + HOUR }) }),
    go: (test, { id }) => test.desk.messages.sendNow({ id }),
  },
  {
    name: 'scheduled, and sent now with others in the Outbox',
    prepare: async (test) => ({ id: await sendOne(test, MAJA, TEXT, { at: test.clock.now() + HOUR }) }),
    go: (test, { id }) => test.desk.outbox.sendNow({ ids: [id] }),
  },
  {
    name: 'scheduled, and given another time',
    prepare: async (test) => ({ id: await sendOne(test, MAJA, TEXT, { at: test.clock.now() + DAY }) }),
    async go(test, { id }) {
      await test.desk.messages.reschedule({ id, schedule: { local: '2026-03-02T12:00', zone: 'Europe/Stockholm' } }).catch(expectRefused)
      await test.clock.advance(3 * HOUR)
    },
  },
  {
    name: 'held for quiet hours',
    async prepare(test) {
      await test.desk.settings.set({ quietHours: { from: '08:00', until: '12:00', days: [], exemptReplies: false } })
      const id = await sendOne(test, MAJA, TEXT)
      await until(async () => expect((await test.desk.messages.get({ id })).hold?.reason).toBe('quiet_hours'))
      return { id }
    },
    go: (test) => test.clock.advance(4 * HOUR),
  },
  {
    name: 'held for quiet hours, and sent all the same by a person',
    async prepare(test) {
      await test.desk.settings.set({ quietHours: { from: '08:00', until: '12:00', days: [], exemptReplies: false } })
      const id = await sendOne(test, MAJA, TEXT)
      await until(async () => expect((await test.desk.messages.get({ id })).hold?.reason).toBe('quiet_hours'))
      return { id }
    },
    go: (test, { id }) => test.desk.messages.sendNow({ id, reason: 'The water is off' }),
  },
  {
    name: 'missed while the desk was closed, and sent now by a person',
    async prepare(test) {
      const id = await sendOne(test, MAJA, TEXT, { at: test.clock.now() + HOUR })
      await test.app.stop()
      test.clock.set(3 * HOUR)
      const desk = await test.restart()
      await until(async () => expect((await desk.desk.messages.get({ id })).hold?.reason).toBe('missed'))
      return { id, desk }
    },
    go: (test, { id }) => test.desk.messages.sendNow({ id }),
  },
  {
    name: 'behind a paused account that is resumed',
    async prepare(test) {
      await test.desk.accounts.pause({ id: test.accountId })
      return { id: await sendOne(test, MAJA, TEXT) }
    },
    go: (test) => test.desk.accounts.resume({ id: test.accountId }),
  },
  {
    name: 'behind a paused account, and moved to another',
    async prepare(test) {
      const second = await addShop(test)
      await test.desk.accounts.pause({ id: test.accountId })
      return { id: await sendOne(test, MAJA, TEXT), second }
    },
    go: (test, { second }) => test.desk.outbox.moveWaiting({ fromAccountId: test.accountId, toAccountId: second?.shopId ?? '' }),
  },
  {
    name: 'in the queue of a desk that is opened again',
    async prepare(test) {
      await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 1, per: 'hour' } })
      await sendOne(test, KARL, 'First')
      await untilCalls(test.carrier, 1)
      return { id: await sendOne(test, MAJA, TEXT) }
    },
    reopens: true,
    go: (test) => test.clock.advance(2 * HOUR),
  },
  {
    name: 'within bulk that its account sends slowly',
    async prepare(test) {
      await test.desk.accounts.setRate({ id: test.accountId, rate: { count: 1, per: 'minute' } })
      const messages = await send(test, [...numbers(2), MAJA], TEXT)
      await untilCalls(test.carrier, 1)
      return { id: messages.find(({ to }) => to === MAJA)?.id ?? '' }
    },
    go: (test) => test.clock.advance(HOUR),
  },
  {
    name: 'refused for a moment, and tried again',
    async prepare(test) {
      test.carrier.onCall = busy
      const id = await sendOne(test, MAJA, TEXT)
      await until(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
      return { id }
    },
    go: (test) => test.clock.advance(HOUR),
  },
  {
    name: 'sent back by an account problem',
    async prepare(test) {
      test.carrier.onCall = wrongToken
      const id = await sendOne(test, MAJA, TEXT)
      await until(async () => expect((await test.desk.accounts.get({ id: test.accountId })).status).toBe('paused'))
      return { id }
    },
    go: (test) => test.desk.accounts.resume({ id: test.accountId }),
  },
  {
    name: 'failed, and tried again by a person',
    async prepare(test) {
      test.carrier.onCall = refuse
      const id = await sendOne(test, MAJA, TEXT)
      await untilStatus(test, id, 'failed')
      return { id }
    },
    go: (test, { id }) => test.desk.messages.retry({ id }),
    stays: 'failed',
  },
  {
    name: 'failed, and tried again with others',
    async prepare(test) {
      test.carrier.onCall = refuse
      const id = await sendOne(test, MAJA, TEXT)
      await untilStatus(test, id, 'failed')
      return { id }
    },
    async go(test, { id }) {
      const code = (await test.desk.messages.get({ id })).error?.code ?? ''
      return test.desk.outbox.retryFailed({ code, since: 0 })
    },
    stays: 'failed',
  },
  {
    name: 'unconfirmed, and sent again by a person',
    async prepare(test) {
      test.carrier.onCall = hangUp
      const id = await sendOne(test, MAJA, TEXT)
      await untilStatus(test, id, 'unconfirmed')
      return { id }
    },
    go: (test, { id }) => test.desk.messages.settle({ id, decision: 'send_again' }),
    stays: 'unconfirmed',
  },
  {
    name: 'unconfirmed, and sent again with others',
    async prepare(test) {
      test.carrier.onCall = hangUp
      const id = await sendOne(test, MAJA, TEXT)
      await untilStatus(test, id, 'unconfirmed')
      return { id }
    },
    go: (test, { id }) => test.desk.outbox.settle({ ids: [id], decision: 'send_again' }),
    stays: 'unconfirmed',
  },
  {
    name: 'an away message behind a paused account',
    async prepare(test) {
      await test.desk.accounts.pause({ id: test.accountId })
      const hours = { hours: null, zone: 'Europe/Stockholm', everyHours: 12 }
      await test.desk.replies.setAway({ accountId: test.accountId, on: true, text: 'We are closed.', ...hours })
      return { id: await customerWrites(test, 'Are you open?') }
    },
    go: (test) => test.desk.accounts.resume({ id: test.accountId }),
  },
  {
    name: 'a welcome behind a paused account',
    async prepare(test) {
      await test.desk.accounts.pause({ id: test.accountId })
      const texts = { ...DEFAULT_REPLY_RULES.texts, optIn: 'Welcome back.' }
      await test.desk.settings.set({ replies: { ...DEFAULT_REPLY_RULES, texts } })
      return { id: await customerWrites(test, 'START') }
    },
    go: (test) => test.desk.accounts.resume({ id: test.accountId }),
  },
]

/** Maja writes, and is answered by itself: with the id of the answer. */
async function customerWrites(test: FaultDesk, text: string): Promise<string> {
  const [{ listener }, { hookPath }] = await Promise.all([test.desk.desk.status(), test.desk.accounts.get({ id: test.accountId })])
  const hook = { from: MAJA.slice(1), to: '46701740600', requestid: crypto.randomUUID(), message: text }
  await postJson(`${listener.address ?? ''}${hookPath}`, hook)
  return until(async () => {
    const { messages } = await test.desk.messages.list({ to: MAJA, status: 'queued', limit: 1 })
    const [answer] = messages
    expect(answer?.automatic).toEqual(expect.any(String))
    return answer?.id ?? ''
  })
}

/** Where the call is under way when the number is opted out, and comes to nothing. */
const UNDER_WAY: Array<{ name: string; answer: (call: CarrierCall) => void; go(test: FaultDesk): Promise<unknown>; shop: boolean }> = [
  { name: 'is refused for a moment', answer: busy, go: (test) => test.clock.advance(HOUR), shop: false },
  { name: 'is refused, with an account that stands in', answer: refuse, go: (test) => test.clock.advance(HOUR), shop: true },
  {
    name: 'ends with an account problem',
    answer: wrongToken,
    go: (test) => test.desk.accounts.resume({ id: test.accountId }),
    shop: false,
  },
]

function expectRefused(error: unknown): void {
  expect(['opted_out', 'not_waiting']).toContain((error as { data?: { code?: string } }).data?.code)
}

/** As if it had been opted out without anything seeing to what waits: what the claim itself lets through. */
function optOutBehindItsBack({ dataFolder, clock }: FaultDesk): void {
  const db = new Database(dataFolderPaths(dataFolder).database)
  onTestFinished(() => void db.close())
  db.prepare(`INSERT INTO opt_outs (e164, source, evidence, at) VALUES (?, 'reply', 'STOP', ?)`).run(MAJA, clock.now())
}

const OPTING_OUT = [
  ['opted out by a person', (test: FaultDesk) => test.desk.optOuts.add({ numbers: [MAJA], reason: STOP })],
  ['opted out when nobody looks for what waits', (test: FaultDesk) => Promise.resolve(optOutBehindItsBack(test))],
] as const

const toMaja = (arrivals: readonly string[]): number => arrivals.filter((arrival) => arrival.startsWith(MAJA)).length

/** Brings a text to where it waits, does something, and has it go: with how many texts have reached Maja's phone since. */
async function pursue({ prepare, reopens, go }: Way, meanwhile: (test: FaultDesk) => Promise<unknown>) {
  const started = await startFaultDesk()
  const prepared = await prepare(started)
  const seen = () => toMaja(started.carrier.arrivals()) + toMaja(prepared.second?.shop.arrivals() ?? [])
  const before = seen()
  await meanwhile(prepared.desk ?? started)
  started.carrier.onCall = (call) => call.accept()
  const test = reopens === true ? await started.restart() : (prepared.desk ?? started)
  return { test, id: prepared.id, go: () => go(test, prepared), arrived: () => seen() - before }
}

describe.each(WAYS)('a text that waits: $name', (way) => {
  it('goes to a number that is not opted out', async () => {
    const { go, arrived } = await pursue(way, () => Promise.resolve())
    await go()
    await until(() => expect(arrived()).toBe(1))
  })

  it.each(OPTING_OUT)('is never sent to a number %s', async (_how, optOut) => {
    const { test, id, go, arrived } = await pursue(way, optOut)
    await go().catch(expectRefused)
    const message = await untilStatus(test, id, way.stays ?? 'cancelled')
    if (way.stays === undefined) {
      expect(message.error).toMatchObject({ code: 'opted_out', message: expect.stringContaining('asked not to get texts') })
      expect(message.events.at(-1)).toMatchObject({ kind: 'opted_out', description: 'Not sent: the number asked not to get texts.' })
      const { counts } = await test.desk.outbox.overview()
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(0)
    }
    expect(arrived()).toBe(0)
  })
})

describe.each(UNDER_WAY)('a call that is under way when the number is opted out, and $name', ({ answer, go, shop }) => {
  it.each([
    ['is tried again where nobody is opted out', false],
    ['is the last one', true],
  ])('%s', async (_what, optsOut) => {
    const test = await startFaultDesk()
    const { shop: standIn, shopId } = await addShop(test)
    if (shop) await test.desk.settings.set({ failoverOrder: [test.accountId, shopId] })
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const id = await sendOne(test, MAJA, TEXT)
    await until(() => expect(open).toHaveLength(1))
    if (optsOut) await test.desk.optOuts.add({ numbers: [MAJA], reason: STOP })
    test.carrier.onCall = (call) => call.accept()
    for (const call of open) answer(call)
    await untilNot(test, id, 'sending')
    if (optsOut) await untilStatus(test, id, 'cancelled')
    await go(test)
    await untilStatus(test, id, optsOut ? 'cancelled' : 'sent')
    expect(toMaja(test.carrier.arrivals()) + toMaja(standIn.arrivals())).toBe(optsOut ? 1 : 2)
  })
})

async function untilNot({ desk }: FaultDesk, id: string, status: string): Promise<void> {
  await until(async () => expect((await desk.messages.get({ id })).status).not.toBe(status))
}

describe('a new text to a number that is opted out', () => {
  it.each([
    ['at once', {}],
    ['with time to take it back', { undo: true }],
    ['for later', { schedule: { local: '2026-03-05T09:00', zone: 'Europe/Stockholm' } }],
    ['again', { again: true }],
    ['in quiet hours', { quietOverride: 'The water is off' }],
  ])('is refused %s, and says when and how they asked', async (_how, more) => {
    const test = await startFaultDesk()
    await test.desk.optOuts.add({ numbers: [MAJA], reason: STOP })
    await expect(send(test, MAJA, TEXT, more)).rejects.toMatchObject({
      data: {
        code: 'opted_out',
        message:
          '+46 70 174 06 05 asked not to get texts (on 2 March, noted here: “Asked by phone not to get texts”). Lift the opt-out first if they changed their mind.',
      },
    })
    await test.clock.advance(4 * DAY)
    await sendOne(test, KARL, TEXT)
    await untilCalls(test.carrier, 1)
    expect(test.carrier.arrivals()).toEqual([`${KARL} ${TEXT}`])
  })

  it('refuses a text to several whole, and names who asked', async () => {
    const test = await startFaultDesk()
    const all = numbers(8)
    await test.desk.optOuts.add({ numbers: all.slice(2, 3), reason: STOP })
    await expect(send(test, all, TEXT)).rejects.toMatchObject({
      data: { code: 'opted_out', message: expect.stringMatching(/^\+46 70 174 06 12 asked .*Nothing was queued\. Leave this number out/) },
    })
    await test.desk.optOuts.add({ numbers: all.slice(3, 7), reason: STOP })
    await expect(send(test, all, TEXT)).rejects.toMatchObject({
      data: {
        code: 'opted_out',
        message: expect.stringMatching(
          /^\+46 70 174 06 12, \+46 70 174 06 13, \+46 70 174 06 14 and 2 more asked not to get texts\. Nothing was queued\./,
        ),
      },
    })
    expect((await test.desk.messages.list({ limit: 10 })).messages).toEqual([])
  })

  it('does not forget what was asked for before: the same wish finds its text, which is not sent', async () => {
    const test = await startFaultDesk()
    const wish = { requestId: crypto.randomUUID(), at: test.clock.now() + HOUR }
    const id = await sendOne(test, MAJA, TEXT, wish)
    await test.desk.optOuts.add({ numbers: [MAJA], reason: STOP })
    expect((await send(test, MAJA, TEXT, wish)).map((message) => [message.id, message.status])).toEqual([[id, 'cancelled']])
  })

  it('goes out once the opt-out is lifted; what was cancelled stays so', async () => {
    const test = await startFaultDesk()
    const old = await sendOne(test, MAJA, 'Old', { at: test.clock.now() + HOUR })
    expect(await test.desk.optOuts.add({ numbers: [MAJA], reason: STOP })).toMatchObject({ added: 1, takenBack: 1 })
    expect(await test.desk.optOuts.lift({ e164: MAJA, reason: 'Called and asked for reminders' })).toEqual({ lifted: true })
    await untilStatus(test, await sendOne(test, MAJA, 'New'), 'sent')
    await test.clock.advance(2 * HOUR)
    await expect(test.desk.messages.retry({ id: old })).rejects.toMatchObject({ data: { code: 'not_retryable' } })
    expect(test.carrier.arrivals()).toEqual([`${MAJA} New`])
  })
})
