import { onTestFinished, describe, expect, it, vi } from 'vitest'
import Database from 'better-sqlite3'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import { RETRY_DELAYS_MS } from '../../src/shared/messages/retry.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { createTestSecrets } from '../support/memory-secrets.ts'
import type { OutboxDesk } from '../support/outbox-desk.ts'
import { addAccount, sendText, startOutboxDesk, storeWith, untilStatus } from '../support/outbox-desk.ts'
import { answers } from '../support/scripted-provider.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'
const HOUR = 3_600_000

/** A statement of the provider, as a hook would bring it. */
function report(test: OutboxDesk, ref: string, status: ReceiptStatus, rawStatus: string = status) {
  const reading = { ref, status, rawStatus, detail: null }
  return test.app.services().store.messages.applyReceipt({ accountId: test.accountId, reading, at: test.clock.now() })
}

/** A clock that can also be set, as people and time servers do. */
function settableClock() {
  const clock = createFakeClock()
  let offset = 0
  return {
    ...clock,
    get pendingTimers() {
      return clock.pendingTimers
    },
    now: () => clock.now() + offset,
    set(ms: number) {
      offset += ms
    },
  }
}

describe('a text of an account that was removed', () => {
  it('is not queued where it would wait for ever', async () => {
    const test = await startOutboxDesk()
    test.provider.answer = answers.hangUp
    const open = await sendText(test, MAJA, 'Did it?')
    await untilStatus(test, open.id, 'unconfirmed')
    test.provider.answer = answers.refuse
    const refused = await sendText(test, KARL, 'No')
    await untilStatus(test, refused.id, 'failed')
    await test.desk.accounts.remove({ id: test.accountId })
    await expect(test.desk.messages.retry({ id: refused.id })).rejects.toMatchObject({ data: { code: 'account_removed' } })
    await expect(test.desk.messages.settle({ id: open.id, decision: 'send_again' })).rejects.toMatchObject({
      data: { code: 'account_removed' },
    })
    expect((await test.desk.messages.settle({ id: open.id, decision: 'was_sent' })).status).toBe('sent')
  })

  it('is refused when the account goes while it is being queued', async () => {
    const test = await startOutboxDesk()
    const { store } = test.app.services()
    await test.desk.accounts.remove({ id: test.accountId })
    const late = store.messages.enqueue({
      accountId: test.accountId,
      sender: 'Garage',
      items: [{ to: MAJA, text: 'Late', parts: 1, requestKey: 'late' }],
      scheduledAt: null,
      now: test.clock.now(),
    })
    await expect(late).rejects.toMatchObject({ code: 'account_not_found' })
    expect((await test.desk.messages.list({ limit: 10 })).messages).toEqual([])
  })
})

describe('news about an earlier attempt', () => {
  async function retriedText() {
    const test = await startOutboxDesk()
    const { id } = await sendText(test, MAJA, 'Twice tried')
    const [first = ''] = (await untilStatus(test, id, 'sent')).providerRefs
    await report(test, first, 'expired')
    await test.desk.accounts.pause({ id: test.accountId })
    await test.desk.messages.retry({ id })
    return { test, id, first }
  }

  it('that is late and neutral does not end a resend a person asked for', async () => {
    const { test, id, first } = await retriedText()
    await report(test, first, 'sent', '0')
    await test.desk.accounts.resume({ id: test.accountId })
    await untilStatus(test, id, 'sent')
    expect(test.provider.received).toHaveLength(2)
  })

  it('that is bad says nothing about the later one, and good news ends the matter', async () => {
    const { test, id, first } = await retriedText()
    await test.desk.accounts.resume({ id: test.accountId })
    const second = (await untilStatus(test, id, 'sent')).providerRefs.find((ref) => ref !== first) ?? ''
    await report(test, first, 'undelivered')
    expect((await test.desk.messages.get({ id })).status).toBe('sent')
    await report(test, second, 'undelivered')
    expect((await test.desk.messages.get({ id })).status).toBe('undelivered')
    await report(test, first, 'delivered')
    expect((await test.desk.messages.get({ id })).status).toBe('delivered')
  })

  it('that it arrived is not overwritten by the failure of the later one', async () => {
    const { test, id, first } = await retriedText()
    test.provider.answer = (response) => void report(test, first, 'delivered').then(() => answers.busy(response))
    await test.desk.accounts.resume({ id: test.accountId })
    await vi.waitFor(async () => expect((await test.desk.messages.get({ id })).attempts.at(-1)?.outcome).toBe('not_accepted_transient'))
    await test.clock.advance(HOUR)
    expect(await test.desk.messages.get({ id })).toMatchObject({ status: 'delivered', error: null, notBefore: null })
    expect(test.provider.received).toHaveLength(2)
  })

  it('is not what a person asks about', async () => {
    const { test, id, first } = await retriedText()
    await test.desk.accounts.resume({ id: test.accountId })
    const second = (await untilStatus(test, id, 'sent')).providerRefs.find((ref) => ref !== first)
    expect(await test.app.services().store.messages.latestRef({ id })).toBe(second)
  })
})

describe('stopping', () => {
  it('while the queue is being looked at puts back what was claimed, and the next start sends it once', async () => {
    const claimed = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const openStore = storeWith((outbox) => ({
      turn: async (input) => {
        const done = await outbox.turn(input)
        if (done.calls.length > 0) {
          claimed.resolve()
          await goOn.promise
        }
        return done
      },
    }))
    const test = await startOutboxDesk({ openStore })
    const { id } = await sendText(test, MAJA, 'Hold on')
    await claimed.promise
    const stopped = test.app.stop()
    await test.clock.advance(1)
    goOn.resolve()
    await stopped
    expect(test.provider.received).toHaveLength(0)
    const again = await test.restart()
    const message = await untilStatus(again, id, 'sent')
    expect(message.events.map(({ kind }) => kind)).not.toContain('orphaned')
    expect(test.provider.received).toHaveLength(1)
  })

  it('does not wait for ever for a keychain that does not answer', async () => {
    const secrets = createTestSecrets()
    const asked = Promise.withResolvers<void>()
    let hangs = false
    const get = (accountId: string, key: string) => {
      if (!hangs) return Promise.resolve(secrets.values.get(`${accountId}/${key}`) ?? null)
      asked.resolve()
      return new Promise<never>(() => undefined)
    }
    const test = await startOutboxDesk({ openSecrets: () => Promise.resolve({ ...secrets, get }) })
    hangs = true
    const { id } = await sendText(test, MAJA, 'Locked')
    await asked.promise
    await test.app.stop()
    hangs = false
    await untilStatus(await test.restart(), id, 'sent')
    expect(test.provider.received).toHaveLength(1)
  })

  it('ends calls that hang after a while, and writes down that nobody knows', async () => {
    const test = await startOutboxDesk()
    test.provider.answer = answers.nothing
    const { id } = await sendText(test, MAJA, 'Hello?')
    await vi.waitFor(() => expect(test.provider.received).toHaveLength(1))
    const stopped = test.app.stop()
    await test.clock.advance(10_000)
    await stopped
    const message = await untilStatus(await test.restart(), id, 'unconfirmed')
    expect(message.attempts).toEqual([expect.objectContaining({ outcome: 'unknown', code: 'reset' })])
    expect(message.events.map(({ kind }) => kind)).not.toContain('orphaned')
  })

  it('closes the store even where something else fails to stop', async () => {
    let closed = false
    const openStore = storeWith(() => ({}))
    const test = await startOutboxDesk({
      openStore: async (options) => {
        const store = await openStore(options)
        return { ...store, close: () => store.close().then(() => void (closed = true)) }
      },
      network: {
        isOnline: () => true,
        onChange: () => () => {
          throw new Error('the system is gone')
        },
      },
    })
    await test.app.stop()
    expect(closed).toBe(true)
    expect(test.log.events()).toContain('desk.close_failed')
  })
})

describe('a data thread that ends by itself', () => {
  it('makes what was in flight a text whose fate nobody knows, and it is not sent again', async () => {
    let lose: () => Promise<void> = () => Promise.resolve()
    const test = await startOutboxDesk({
      openStore: async (options) => {
        const store = await openInlineStore(options)
        lose = async () => {
          await store.close()
          options.onLost?.(new Error('the data thread ended'))
        }
        return store
      },
    })
    const hanging: Array<() => void> = []
    test.provider.answer = (response, text, requestid) => void hanging.push(() => answers.accept(response, text, requestid))
    const { id } = await sendText(test, MAJA, 'In flight')
    await vi.waitFor(() => expect(hanging).toHaveLength(1))
    await lose()
    for (const answer of hanging) answer()
    expect(await test.app.resolveStartup({ action: 'retry' })).toBeNull()
    const message = await untilStatus(test, id, 'unconfirmed')
    expect(message.events.map(({ kind }) => kind)).toEqual(['queued', 'claimed', 'orphaned'])
    expect(message.attempts).toEqual([expect.objectContaining({ outcome: 'unknown', code: 'interrupted' })])
    test.provider.answer = answers.accept
    await untilStatus(test, (await sendText(test, KARL, 'Next')).id, 'sent')
    expect(test.provider.received.map(({ message }) => message)).toEqual(['In flight', 'Next'])
  })
})

describe('a clock that is set back', () => {
  it('does not hold up a text that waits to be tried again', async () => {
    const clock = settableClock()
    const test = await startOutboxDesk({ clock })
    test.provider.answer = answers.busy
    const { id } = await sendText(test, MAJA, 'Busy')
    await vi.waitFor(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
    test.provider.answer = answers.accept
    clock.set(-HOUR)
    await clock.advance(RETRY_DELAYS_MS[0] + 30_000)
    await untilStatus(test, id, 'sent')
  })

  it('does not keep a lane resting', async () => {
    const clock = settableClock()
    const test = await startOutboxDesk({ clock })
    test.provider.answer = answers.tooMany
    const { id } = await sendText(test, MAJA, 'Too many')
    await vi.waitFor(async () => expect((await test.desk.messages.get({ id })).notBefore).not.toBeNull())
    test.provider.answer = answers.accept
    clock.set(-24 * HOUR)
    await clock.advance(60_000)
    await untilStatus(test, id, 'sent')
  })

  it('does not make a scheduled text early, and one whose time a wrong clock passed over waits for a person', async () => {
    const clock = settableClock()
    const test = await startOutboxDesk({ clock })
    const at = clock.now() + HOUR
    const { messages } = await test.desk.messages.send({
      requestId: crypto.randomUUID(),
      accountId: test.accountId,
      to: [MAJA],
      text: 'At ten',
      at,
    })
    clock.set(-24 * HOUR)
    await clock.advance(HOUR)
    expect((await test.desk.messages.get({ id: messages[0]?.id ?? '' })).status).toBe('queued')
    clock.set(24 * HOUR)
    await clock.advance(31_000)
    await vi.waitFor(async () =>
      expect(await test.desk.messages.get({ id: messages[0]?.id ?? '' })).toMatchObject({ status: 'queued', hold: { reason: 'missed' } }),
    )
    expect(test.provider.received).toEqual([])
  })
})

describe('one conversation', () => {
  it('goes on over another account while the first account is paused', async () => {
    const test = await startOutboxDesk()
    const other = await addAccount(test, test.provider, 'Shop')
    await test.desk.accounts.pause({ id: test.accountId })
    const waiting = await sendText(test, MAJA, 'Waits')
    const passing = await sendText({ ...test, accountId: other }, MAJA, 'Passes')
    await untilStatus(test, passing.id, 'sent')
    expect((await test.desk.messages.get({ id: waiting.id })).status).toBe('queued')
  })

  it('goes on at once when the text that held it back is cancelled', async () => {
    const test = await startOutboxDesk()
    test.provider.answer = answers.busy
    const first = await sendText(test, MAJA, 'First')
    await vi.waitFor(async () => expect((await test.desk.messages.get({ id: first.id })).notBefore).not.toBeNull())
    const second = await sendText(test, MAJA, 'Second')
    test.provider.answer = answers.accept
    await test.desk.messages.cancel({ id: first.id })
    await untilStatus(test, second.id, 'sent')
    expect(test.provider.received.map(({ message }) => message)).toEqual(['First', 'Second'])
  })

  it('has one text in flight at a time', async () => {
    const test = await startOutboxDesk()
    const pending: Array<() => void> = []
    test.provider.answer = (response, text, requestid) => void pending.push(() => answers.accept(response, text, requestid))
    await sendText(test, MAJA, 'First')
    await vi.waitFor(() => expect(test.provider.received).toHaveLength(1))
    const second = await sendText(test, MAJA, 'Second')
    const other = await sendText(test, KARL, 'Other')
    await vi.waitFor(() => expect(test.provider.received).toHaveLength(2))
    expect(test.provider.received.map(({ message }) => message)).toEqual(['First', 'Other'])
    for (const answer of pending.splice(0)) answer()
    await untilStatus(test, other.id, 'sent')
    await vi.waitFor(() => expect(pending).toHaveLength(1))
    for (const answer of pending.splice(0)) answer()
    await untilStatus(test, second.id, 'sent')
  })
})

describe('a provider', () => {
  it('that says “too many, try in 0 seconds” is not asked as fast as the wire goes', async () => {
    const test = await startOutboxDesk()
    test.provider.answer = (response) => void response.writeHead(429, { 'retry-after': '0' }).end('{}')
    const { id } = await sendText(test, MAJA, 'Too many')
    await vi.waitFor(async () => expect((await test.desk.messages.get({ id })).notBefore).toBe(test.clock.now() + 1_000))
    await test.clock.advance(900)
    expect(test.provider.received).toHaveLength(1)
  })

  it('hears of a text only when its claim is in the file', async () => {
    const test = await startOutboxDesk()
    const other = new Database(dataFolderPaths(test.dataFolder).database, { readonly: true })
    onTestFinished(() => void other.close())
    const seen: unknown[] = []
    test.provider.answer = (response, text, requestid) => {
      seen.push(
        other
          .prepare('SELECT m.status, a.number, a.finished_at FROM messages m JOIN attempts a ON a.message_id = m.id WHERE m.text = ?')
          .get(text.message),
      )
      answers.accept(response, text, requestid)
    }
    const { id } = await sendText(test, MAJA, 'Claimed?')
    await untilStatus(test, id, 'sent')
    expect(seen).toEqual([{ status: 'sending', number: 1, finished_at: null }])
  })

  it('that reports before its answer is heard when the answer comes', async () => {
    const test = await startOutboxDesk()
    const { address } = test.app.services().listener
    const { hookPath } = await test.desk.accounts.get({ id: test.accountId })
    test.provider.answer = (response, text, requestid) => {
      const early = fetch(`${address}${hookPath}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action: 'dlr', requestid, statusInt: 1, statusStr: 1, recipient: text.recipient }),
      })
      void early.then(() => answers.accept(response, text, requestid))
    }
    const { id } = await sendText(test, MAJA, 'Quick')
    const message = await untilStatus(test, id, 'delivered')
    expect(message.events.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'queued queued',
      'claimed sending',
      'accepted sent',
      'receipt delivered',
    ])
  })
})
