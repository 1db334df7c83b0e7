import { onTestFinished, describe, expect, it, vi } from 'vitest'
import type { Ports } from '../../src/main/app/ports.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import { RETRY_DELAYS_MS } from '../../src/shared/messages/retry.ts'
import type { ScriptedProvider } from '../support/scripted-provider.ts'
import { answers, startScriptedProvider } from '../support/scripted-provider.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { startTestDesk } from '../support/test-desk.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'
const HOUR = 3_600_000

async function deskWithProvider(change: Partial<Ports> = {}): Promise<TestDesk & { provider: ScriptedProvider; accountId: string }> {
  const provider = await startScriptedProvider()
  onTestFinished(() => provider.close())
  const test = await startTestDesk(change)
  const account = await test.desk.accounts.add({
    provider: 'connectel',
    name: 'Garage',
    config: { baseUrl: provider.baseUrl, sender: 'Garage' },
    secrets: { token: 'tok-example' },
  })
  return { ...test, provider, accountId: account.id }
}

async function send(test: TestDesk & { accountId: string }, to: string, text: string): Promise<Message> {
  const { messages } = await test.desk.messages.send({ requestId: crypto.randomUUID(), accountId: test.accountId, to: [to], text })
  const [message] = messages
  if (message === undefined) throw new Error('nothing was queued')
  return message
}

async function until(
  test: TestDesk,
  id: string,
  status: Message['status'],
): Promise<Awaited<ReturnType<TestDesk['desk']['messages']['get']>>> {
  return vi.waitFor(async () => {
    const message = await test.desk.messages.get({ id })
    expect(message.status).toBe(status)
    return message
  })
}

describe('the outbox', () => {
  it('sends a text once and remembers the provider’s id', async () => {
    const test = await deskWithProvider()
    const { id } = await send(test, MAJA, 'Your table is ready.')
    const message = await until(test, id, 'sent')
    expect(test.provider.received).toEqual([expect.objectContaining({ recipient: '46701740605', message: 'Your table is ready.' })])
    expect(message.providerRefs).toHaveLength(1)
    expect(message.attempts).toEqual([expect.objectContaining({ number: 1, outcome: 'accepted' })])
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'claimed', 'accepted'])
  })

  it('queues the same request only once, however often it is asked', async () => {
    const test = await deskWithProvider()
    const request = { requestId: crypto.randomUUID(), accountId: test.accountId, to: [MAJA], text: 'Once' }
    const [first, second] = await Promise.all([test.desk.messages.send(request), test.desk.messages.send(request)])
    expect(second?.messages[0]?.id).toBe(first?.messages[0]?.id)
    await until(test, first?.messages[0]?.id ?? '', 'sent')
    expect(test.provider.received).toHaveLength(1)
  })

  it('has the claim on disk before the provider hears of the text', async () => {
    const test = await deskWithProvider()
    const seen: string[] = []
    const original = answers.accept
    const message = { id: '' }
    test.provider.answer = (response, text, requestid) => {
      const look = async () => {
        const found = await test.desk.messages.get({ id: message.id })
        seen.push(found.status, String(found.attempts.length))
        original(response, text, requestid)
      }
      void look()
    }
    message.id = (await send(test, MAJA, 'Claimed?')).id
    await until(test, message.id, 'sent')
    expect(seen).toEqual(['sending', '1'])
  })

  it('tries again what was certainly not accepted, and gives up after the last try', async () => {
    const test = await deskWithProvider()
    test.provider.answer = answers.busy
    const { id } = await send(test, MAJA, 'Busy?')
    for (const [index, delay] of RETRY_DELAYS_MS.entries()) {
      await vi.waitFor(() => expect(test.provider.received).toHaveLength(index + 1))
      await until(test, id, 'queued')
      await test.clock.advance(delay + 1)
    }
    const message = await until(test, id, 'failed')
    expect(test.provider.received).toHaveLength(RETRY_DELAYS_MS.length + 1)
    expect(message.attempts).toHaveLength(RETRY_DELAYS_MS.length + 1)
    expect(message.error?.message).toMatch(/^[A-Z].*\.$/)
  })

  it.each([
    ['a hang-up after the request', answers.hangUp],
    ['a server error', answers.serverError],
    ['an answer nobody can read', answers.gibberish],
  ])('never repeats by itself what may have gone out: %s', async (_name, answer) => {
    const test = await deskWithProvider()
    test.provider.answer = answer
    const { id } = await send(test, MAJA, 'Did it?')
    const message = await until(test, id, 'unconfirmed')
    expect(message.error?.message).toMatch(/^[A-Z]/)
    test.provider.answer = answers.accept
    await test.clock.advance(12 * HOUR)
    const again = await test.restart()
    await again.clock.advance(12 * HOUR)
    await until(again, id, 'unconfirmed')
    expect(test.provider.received).toHaveLength(1)
    expect((await again.desk.desk.status()).counts.unconfirmed).toBe(1)
  })

  it('refuses a bad number at once and goes on with the others', async () => {
    const test = await deskWithProvider()
    test.provider.answer = (response, text, requestid) =>
      (text.recipient === '46701740605' ? answers.refuse : answers.accept)(response, text, requestid)
    const bad = await send(test, MAJA, 'Hello')
    const good = await send(test, KARL, 'Hello')
    expect((await until(test, bad.id, 'failed')).error?.message).toMatch(/Connectel/)
    await until(test, good.id, 'sent')
  })

  it('pauses an account whose token is refused, keeps its queue, and goes on when the token is mended', async () => {
    const test = await deskWithProvider()
    test.provider.answer = answers.wrongToken
    const first = await send(test, MAJA, 'One')
    await vi.waitFor(async () => expect((await test.desk.accounts.get({ id: test.accountId })).status).toBe('paused'))
    const second = await send(test, KARL, 'Two')
    await test.clock.advance(HOUR)
    expect(test.provider.received).toHaveLength(1)
    const waiting = await test.desk.messages.get({ id: second.id })
    expect(waiting.status).toBe('queued')
    expect(waiting.error?.message).toMatch(/token/)

    test.provider.answer = answers.accept
    await test.desk.accounts.setSecret({ id: test.accountId, key: 'token', value: 'a-better-one' })
    await until(test, first.id, 'sent')
    await until(test, second.id, 'sent')
    expect((await test.desk.messages.get({ id: first.id })).attempts.map(({ outcome }) => outcome)).toEqual(['account_problem', 'accepted'])
  })

  it('rests the lane at a rate limit without using a try', async () => {
    const test = await deskWithProvider()
    test.provider.answer = answers.tooMany
    const first = await send(test, MAJA, 'One')
    await vi.waitFor(async () =>
      expect((await test.desk.messages.get({ id: first.id })).attempts[0]?.outcome).toBe('not_accepted_transient'),
    )
    const second = await send(test, KARL, 'Two')
    test.provider.answer = answers.accept
    await test.clock.advance(29_000)
    expect(test.provider.received).toHaveLength(1)
    await test.clock.advance(2_000)
    await until(test, first.id, 'sent')
    await until(test, second.id, 'sent')
    const store = test.app.services().store
    expect(await store.outbox.counts()).toMatchObject({ waiting: 0, unconfirmed: 0 })
  })

  it('keeps the order within a conversation, even past a text that waits to be tried again', async () => {
    const test = await deskWithProvider()
    test.provider.answer = answers.busy
    const first = await send(test, MAJA, 'First')
    await vi.waitFor(() => expect(test.provider.received).toHaveLength(1))
    const second = await send(test, MAJA, 'Second')
    const other = await send(test, KARL, 'Other')
    test.provider.answer = answers.accept
    await until(test, other.id, 'sent')
    expect((await test.desk.messages.get({ id: second.id })).status).toBe('queued')
    await test.clock.advance(RETRY_DELAYS_MS[0] * 2)
    await until(test, first.id, 'sent')
    await until(test, second.id, 'sent')
    expect(test.provider.received.map(({ message }) => message)).toEqual(['First', 'Other', 'First', 'Second'])
  })

  it('waits while the computer is offline and goes on by itself', async () => {
    let online = false
    const listeners: (() => void)[] = []
    const test = await deskWithProvider({
      network: {
        isOnline: () => online,
        onChange: (listener) => {
          listeners.push(listener)
          return () => undefined
        },
      },
    })
    const { id } = await send(test, MAJA, 'Later')
    await test.clock.advance(HOUR)
    expect(test.provider.received).toHaveLength(0)
    const status = await test.desk.desk.status()
    expect(status.network).toBe('offline')
    expect(status.counts.waiting).toBe(1)
    online = true
    for (const tell of listeners) tell()
    const message = await until(test, id, 'sent')
    expect(message.attempts).toHaveLength(1)
  })

  it('keeps a text for its time and sends it then', async () => {
    const test = await deskWithProvider()
    const at = test.clock.now() + 2 * HOUR
    const { messages } = await test.desk.messages.send({
      requestId: crypto.randomUUID(),
      accountId: test.accountId,
      to: [MAJA],
      text: 'At noon',
      at,
    })
    const now = await send(test, MAJA, 'Now')
    await until(test, now.id, 'sent')
    expect((await test.desk.desk.status()).counts.scheduled).toBe(1)
    for (let hour = 0; hour < 4; hour += 1) await test.clock.advance(HOUR / 2)
    await until(test, messages[0]?.id ?? '', 'sent')
  })

  it('takes back what still waits, and says when it is too late', async () => {
    const test = await deskWithProvider()
    await test.desk.accounts.pause({ id: test.accountId })
    const { id } = await send(test, MAJA, 'Oops')
    expect((await test.desk.messages.cancel({ id })).status).toBe('cancelled')
    await test.desk.accounts.resume({ id: test.accountId })
    const late = await send(test, KARL, 'Gone')
    await until(test, late.id, 'sent')
    await expect(test.desk.messages.cancel({ id: late.id })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'too_late_to_cancel' },
    })
    expect(test.provider.received).toHaveLength(1)
  })

  it('lets a person settle what is unconfirmed', async () => {
    const test = await deskWithProvider()
    test.provider.answer = answers.hangUp
    const [again, was, leave] = [await send(test, MAJA, 'Again'), await send(test, KARL, 'Was'), await send(test, '+46701740607', 'Leave')]
    for (const { id } of [again, was, leave]) await until(test, id, 'unconfirmed')
    test.provider.answer = answers.accept
    expect((await test.desk.messages.settle({ id: was.id, decision: 'was_sent' })).status).toBe('sent')
    expect(await test.desk.messages.settle({ id: leave.id, decision: 'leave' })).toMatchObject({
      status: 'unconfirmed',
      leftUnconfirmed: true,
    })
    await test.desk.messages.settle({ id: again.id, decision: 'send_again' })
    await until(test, again.id, 'sent')
    expect(test.provider.received).toHaveLength(4)
    expect((await test.desk.desk.status()).counts.unconfirmed).toBe(0)
    await expect(test.desk.messages.settle({ id: again.id, decision: 'send_again' })).rejects.toMatchObject({
      data: { code: 'already_settled' },
    })
  })

  it('writes an outcome again when the disk refused it, and never sends again for that', async () => {
    let refusals = 2
    const test = await deskWithProvider({
      openStore: async (options) => {
        const store = await openInlineStore(options)
        return {
          ...store,
          outbox: {
            ...store.outbox,
            turn: async (input, more) => {
              if (refusals > 0 && input.records.length > 0) {
                refusals -= 1
                throw new Error('database or disk is full')
              }
              return store.outbox.turn(input, more)
            },
          },
        }
      },
    })
    const { id } = await send(test, MAJA, 'Full disk')
    await vi.waitFor(async () => {
      await test.clock.advance(1_000)
      expect((await test.desk.messages.get({ id })).status).toBe('sent')
    })
    expect(test.provider.received).toHaveLength(1)
  })

  it('refuses what cannot be sent before anything is queued', async () => {
    const test = await deskWithProvider()
    const attempt = (to: string[], text: string, at?: number) =>
      test.desk.messages.send({ requestId: crypto.randomUUID(), accountId: test.accountId, to, text, at })
    await expect(attempt([MAJA, 'ring kontoret'], 'Hello')).rejects.toMatchObject({ data: { code: 'number_invalid' } })
    await expect(attempt([MAJA], 'x'.repeat(1_601))).rejects.toMatchObject({ data: { code: 'text_too_long' } })
    await expect(attempt([MAJA], '   ')).rejects.toMatchObject({ data: { code: 'text_empty' } })
    await expect(attempt([MAJA], 'Hello', test.clock.now() - HOUR)).rejects.toMatchObject({ data: { code: 'schedule_in_past' } })
    expect((await test.desk.messages.list({ limit: 10 })).messages).toEqual([])
  })
})
