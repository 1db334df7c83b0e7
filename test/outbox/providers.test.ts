import { describe, expect, it, onTestFinished } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import type { NewMessage, Enqueue } from '../../src/main/messages/enqueue.ts'
import { createOutbox } from '../../src/main/outbox/service.ts'
import type { OutgoingBatch, OutgoingMessage, OutgoingVoiceCode, ProviderAdapter, SendOutcome } from '../../src/main/providers/types.ts'
import type { QuietHours } from '../../src/shared/contract/desk.ts'
import type { ProviderCapabilities } from '../../src/shared/providers/descriptor.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestStore } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { createTestProvider } from '../support/test-provider.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const exchange = { request: 'POST', response: null }
const accepted: SendOutcome = { class: 'accepted', refs: ['ACK1'], receipt: null, exchange }

/** A provider that can do everything any of them can, with what it was handed. */
function createAbleProvider(given: Partial<ProviderAdapter>, able: Partial<ProviderCapabilities> = {}) {
  const handed: { texts: OutgoingMessage[]; batches: OutgoingBatch[]; codes: OutgoingVoiceCode[] } = { texts: [], batches: [], codes: [] }
  const plain = createTestProvider()
  const capabilities: ProviderCapabilities = {
    ...plain.descriptor.capabilities,
    batchSize: 10,
    providerSchedule: { minAheadMinutes: 15, maxAheadDays: 90 },
    voiceCode: { minDigits: 4, maxDigits: 8 },
    ...able,
  }
  const adapter: ProviderAdapter = {
    ...plain,
    descriptor: { ...plain.descriptor, capabilities },
    send: (_account, message) => {
      handed.texts.push(message)
      return Promise.resolve(accepted)
    },
    sendBatch: (_account, batch) => {
      handed.batches.push(batch)
      return Promise.resolve(batch.recipients.map(() => accepted))
    },
    callWithCode: (_account, call) => {
      handed.codes.push(call)
      return Promise.resolve(accepted)
    },
    checkVoiceCode: () => null,
    ...given,
  }
  return { adapter, handed }
}

async function startDesk(adapter: ProviderAdapter, quietHours: QuietHours | null = null) {
  const clock = createFakeClock()
  const log = memoryLog()
  const store = await openTestStore({ now: () => clock.now() })
  const account = { id: 'garage', config: {}, secrets: {} }
  await store.accounts.insert({ id: account.id, name: 'Garage', provider: 'test', config: {}, hookKey: 'k', at: clock.now() })
  const http = createHttpClient()
  const outbox = createOutbox({
    store,
    accounts: {
      open: () => Promise.resolve({ account, adapter, name: 'Garage' }),
      describe: () => Promise.resolve({ adapter, config: {}, name: 'Garage' }),
    },
    settings: { get: () => Promise.resolve({ ...TEST_SETTINGS, quietHours }) },
    adapterContext: { http, now: () => clock.now() },
    events: createEventHub(clock),
    clock,
    log,
    random: () => 0.5,
  })
  onTestFinished(async () => {
    await outbox.stop()
    await http.close()
  })
  let wishes = 0
  return {
    clock,
    store,
    outbox,
    /** Queues, and waits until nothing moves; answers the ids. */
    async queue(texts: Array<Pick<NewMessage, 'to' | 'text'>>, more: Partial<Enqueue> = {}): Promise<string[]> {
      wishes += 1
      const items = texts.map(({ to, text }, index) => ({ to, text, parts: 1, requestKey: `wish ${wishes} ${index}` }))
      const at = { accountId: account.id, sender: 'Garage', scheduledAt: null, now: clock.now() }
      const messages = await store.messages.enqueue({ ...at, items, ...more })
      outbox.wake()
      await outbox.idle()
      return messages.map(({ id }) => id)
    },
    look: (id: string) => store.messages.get({ id }),
  }
}

const MAJA = '+46701740605'
const KARL = '+46701740606'

describe('hours that a provider tells of in its answer', () => {
  it('keep the text back until they are over, use no try, and pause nobody', async () => {
    const clockStart = createFakeClock().now()
    const opens = clockStart + 9 * HOUR
    let answers: SendOutcome[] = []
    const blocked: SendOutcome = {
      class: 'not_accepted_transient',
      code: 'blockout',
      message: 'Karix sends no offers at night.',
      retryAfterMs: null,
      blockedUntil: opens,
      exchange,
    }
    const { adapter } = createAbleProvider({ send: () => Promise.resolve(answers.shift() ?? accepted) })
    const desk = await startDesk(adapter)
    answers = [blocked]
    const [held = ''] = await desk.queue([{ to: MAJA, text: 'Offer' }])
    const [other = ''] = await desk.queue([{ to: KARL, text: 'Your car is ready' }])
    expect((await desk.look(other)).status).toBe('sent')
    const message = await desk.look(held)
    expect(message).toMatchObject({ status: 'queued', hold: { reason: 'blockout', until: opens }, error: null })
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'claimed', 'held'])
    expect(message.attempts).toMatchObject([{ outcome: 'not_accepted_transient', code: 'blockout' }])
    await desk.clock.advance(9 * HOUR)
    await desk.outbox.idle()
    expect(await desk.look(held)).toMatchObject({ status: 'sent', hold: null })
  })
})

describe('a text that the provider keeps until its time', () => {
  it('is handed over at once, with the time', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startDesk(adapter)
    const at = desk.clock.now() + 2 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Tomorrow' }], { providerAt: at })
    expect(handed.texts).toEqual([{ id, to: MAJA, text: 'Tomorrow', sendAt: at }])
    expect(await desk.look(id)).toMatchObject({ status: 'sent', providerKeepsUntil: at, schedule: null })
  })

  it('goes with others of the same time, and not with those of another', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startDesk(adapter)
    const at = desk.clock.now() + 2 * HOUR
    const both = [MAJA, KARL].map((to) => ({ to, text: 'Offer' }))
    await desk.queue(both, { providerAt: at, priority: 'bulk' })
    expect(handed.batches).toMatchObject([{ text: 'Offer', sendAt: at, recipients: [{ to: MAJA }, { to: KARL }] }])
    await desk.queue([{ to: MAJA, text: 'Now' }], { priority: 'bulk' })
    expect(handed.texts.at(-1)).not.toHaveProperty('sendAt')
  })

  it.each([
    ['too near by the time it could be handed over', 10 * MINUTE, {}],
    ['the account cannot keep any', 2 * HOUR, { providerSchedule: null }],
  ])('is kept by the desk where it is %s', async (_why, ahead, able) => {
    const { adapter, handed } = createAbleProvider({}, able)
    const desk = await startDesk(adapter)
    const at = desk.clock.now() + ahead
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Soon' }], { providerAt: at })
    expect(handed.texts).toEqual([])
    const message = await desk.look(id)
    expect(message).toMatchObject({ status: 'queued', providerKeepsUntil: null, schedule: { at } })
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'kept_here'])
    await desk.clock.advance(ahead)
    await desk.outbox.idle()
    expect(handed.texts).toEqual([{ id, to: MAJA, text: 'Soon' }])
  })

  it('is kept by the desk where its time falls into quiet hours, and held back then', async () => {
    const { adapter, handed } = createAbleProvider({})
    // The clock of the tests begins on a Monday at 9:00 UTC, 10:00 in Sweden.
    const desk = await startDesk(adapter, { from: '21:00', until: '08:00', days: [], exemptReplies: false })
    const at = desk.clock.now() + 12 * HOUR
    const [id = ''] = await desk.queue([{ to: MAJA, text: 'Late' }], { providerAt: at })
    expect((await desk.look(id)).schedule).toMatchObject({ at })
    await desk.clock.advance(12 * HOUR)
    await desk.outbox.idle()
    expect(handed.texts).toEqual([])
    expect((await desk.look(id)).hold).toMatchObject({ reason: 'quiet_hours' })
  })
})

describe('a voice code', () => {
  it('is a call of its own, at any hour, and its digits are spoken', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startDesk(adapter, { from: '00:00', until: '23:59', days: [], exemptReplies: false })
    const codes = [MAJA, KARL].map((to) => ({ to, text: '4821' }))
    const ids = await desk.queue(codes, { kind: 'voice_code', priority: 'bulk', quietOverride: 'asked for' })
    expect(handed.codes).toEqual([
      { id: ids[0], to: MAJA, digits: '4821' },
      { id: ids[1], to: KARL, digits: '4821' },
    ])
    expect([handed.texts, handed.batches]).toEqual([[], []])
    expect(await desk.look(ids[0] ?? '')).toMatchObject({ kind: 'voice_code', status: 'sent' })
  })

  it('that nobody can tell about is unconfirmed, like a text', async () => {
    const unknown: SendOutcome = { class: 'unknown', code: 'timeout', message: 'No answer.', exchange }
    const { adapter } = createAbleProvider({ callWithCode: () => Promise.resolve(unknown) })
    const desk = await startDesk(adapter)
    const [id = ''] = await desk.queue([{ to: MAJA, text: '4821' }], { kind: 'voice_code' })
    expect((await desk.look(id)).status).toBe('unconfirmed')
  })

  it('never goes out as a text where the adapter turns out to make no calls', async () => {
    const { adapter, handed } = createAbleProvider({})
    const { callWithCode: _none, ...silent } = adapter
    const desk = await startDesk(silent)
    const [id = ''] = await desk.queue([{ to: MAJA, text: '4821' }], { kind: 'voice_code' })
    expect(handed.texts).toEqual([])
    expect((await desk.look(id)).status).not.toBe('sent')
  })
})

describe('what an account can do with its own settings', () => {
  it('counts before what its provider can do in general: how many numbers a call takes', async () => {
    const { adapter, handed } = createAbleProvider({})
    const desk = await startDesk({ ...adapter, capabilitiesOf: () => ({ ...adapter.descriptor.capabilities, batchSize: 1 }) })
    await desk.queue(
      [MAJA, KARL].map((to) => ({ to, text: 'Offer' })),
      { priority: 'bulk' },
    )
    expect([handed.texts.length, handed.batches.length]).toEqual([2, 0])
  })
})
