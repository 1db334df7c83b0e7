import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SandboxBehaviour } from '../../../src/shared/contract/desk.ts'
import type { MessageStatus } from '../../../src/shared/messages/status.ts'
import type { Carrier } from '../../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../../src/main/sandbox/carrier/carrier.ts'
import type { CarrierProtocol } from '../../../src/main/sandbox/carrier/protocol.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { SeenRequest } from '../../support/scripted-server.ts'
import { startScriptedServer } from '../../support/scripted-server.ts'
import { startTestDesk } from '../../support/test-desk.ts'
import { post } from '../bench.ts'
import { SENDER, TOKEN } from '../counterpart.ts'
import { leaksIn } from '../kept.ts'
import type { ConformanceRow } from '../row.ts'

/** What each fate of a text ends as. */
const FATES: ReadonlyArray<readonly [SandboxBehaviour['receipt'], MessageStatus]> = [
  ['delivered', 'delivered'],
  ['undelivered', 'undelivered'],
  ['expired', 'expired'],
  ['rejected', 'undelivered'],
  ['unknown', 'sent'],
  ['none', 'sent'],
]

const HOUR = 3_600_000

/** When and how often reports come. */
const ARRIVALS: ReadonlyArray<readonly [string, Partial<SandboxBehaviour>]> = [
  ['in time', {}],
  ['before the answer', { receiptBeforeAnswer: true }],
  ['two hours late', { receiptDelayMs: 2 * HOUR }],
  ['three times over', { receiptCopies: 3 }],
  ['in the wrong order', { receiptOrder: 'swapped' }],
  ['in the wrong order, twice, before the answer', { receiptOrder: 'swapped', receiptCopies: 2, receiptBeforeAnswer: true }],
  ['as a form', { receiptEncoding: 'form' }],
]

/** The same through a whole desk: outbox, listener, store, and the carrier that calls its hook. */
export function describeDesk(row: ConformanceRow): void {
  const { protocol } = row
  if (protocol === null) return
  describe('through a whole desk', () => {
    if (row.reports?.pushed === true) describeReports(row, protocol)

    test('what is kept of a text, its calls and its hooks has neither secrets nor the text', async () => {
      const { desk, carrier, send, tick } = await openDesk(row, protocol)
      const kept: string[] = []
      for (const answer of ['accept', 'refuse_number', 'server_error', 'unreadable'] as const) {
        carrier.setBehaviour({ answer, receipt: 'undelivered', receiptBeforeAnswer: true })
        const [id = ''] = await send([row.number(0)], row.texts.gsmOne)
        await vi.waitFor(async () => {
          await tick()
          const { attempts, events, error, status } = await desk.messages.get({ id })
          expect([attempts[0]?.outcome, status]).not.toEqual([null, 'sending'])
          expect(attempts[0]?.outcome ?? null).not.toBeNull()
          kept.push(JSON.stringify([attempts, events, error]))
        })
      }
      const secrets = Object.values(accountOf(row, protocol, carrier).secrets)
      expect(leaksIn(kept.join('\n'), [...secrets, row.texts.gsmOne])).toEqual([])
    })

    if (row.listSize > 1) describeLists(row, protocol)
    if (row.inbound.length > 0) describeInbound(row, protocol)
    if (row.missedCalls.length > 0) describeMissedCalls(row, protocol)

    test('a hook that nobody should send is answered, never with a fault', async () => {
      const { hookUrl } = await openDesk(row, protocol)
      const bodies = [
        '{',
        '[]',
        '{}',
        'null',
        '{"__proto__":1}',
        '['.repeat(5_000),
        '\u0000',
        'a=b',
        '<a/>',
        JSON.stringify({ status: {} }),
      ]
      for (const body of bodies) {
        for (const contentType of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
          expect(await post(hookUrl, { raw: { body, contentType } })).toBeLessThan(500)
        }
      }
    })
  })
}

function describeReports(row: ConformanceRow, protocol: CarrierProtocol): void {
  test.each(FATES)('a text whose report says “%s” ends as “%s”', async (receipt, status) => {
    const { send, ends } = await openDesk(row, protocol, { receipt })
    const [id = ''] = await send([row.number(0)], row.texts.gsmOne)
    expect(await ends(id, status)).toEqual(once(status))
  })

  test.each(ARRIVALS)('a report that comes %s is counted once', async (_when, behaviour) => {
    const { send, ends } = await openDesk(row, protocol, { receipt: 'delivered', ...behaviour })
    const [id = ''] = await send([row.number(0)], row.texts.gsmOne)
    expect(await ends(id, 'delivered', behaviour.receiptDelayMs)).toEqual(once('delivered'))
  })

  test.each(ARRIVALS)('the reports of a long text that come %s end as one', async (_when, behaviour) => {
    const { send, ends } = await openDesk(row, protocol, { receipt: 'delivered', ...behaviour })
    const [id = ''] = await send([row.number(0)], row.texts.ucsTwo ?? row.texts.ucsOne)
    expect(await ends(id, 'delivered', behaviour.receiptDelayMs)).toEqual(once('delivered'))
  })

  test.each([
    ['in their order', false],
    ['in the wrong order', true],
  ])('a long text is delivered when the last report on it is there, and not before, %s', async (_order, backwards) => {
    const { desk, send, ends, tick, held } = await openDesk(row, protocol, { receipt: 'delivered' }, { holdHooks: true })
    const [id = ''] = await send([row.number(0)], row.texts.gsmTwo ?? row.texts.gsmOne)
    await vi.waitFor(async () => {
      await tick()
      expect(held.seen.length).toBeGreaterThanOrEqual(row.reports?.perLongText ?? 1)
    })
    const reports = backwards ? held.seen.toReversed() : held.seen
    expect(reports).toHaveLength(row.reports?.perLongText ?? 1)
    for (const [index, report] of reports.entries()) {
      expect((await desk.messages.get({ id })).status).toBe('sent')
      expect(await held.letThrough(report)).toBe(200)
      // It is answered before it is applied.
      await vi.waitFor(async () => {
        await tick()
        expect((await desk.messages.get({ id })).events.filter(({ kind }) => kind === 'receipt')).toHaveLength(index + 1)
      })
    }
    expect(await ends(id, 'delivered')).toEqual(once('delivered'))
  })

  test('a text whose answer was lost is settled by its report, and not sent again', async () => {
    const { desk, carrier, send, ends, tick } = await openDesk(row, protocol, {
      answer: 'drop_after',
      receipt: 'delivered',
      receiptDelayMs: 60_000,
    })
    const [id = ''] = await send([row.number(0)], row.texts.gsmOne)
    await vi.waitFor(async () => {
      await tick()
      expect((await desk.messages.get({ id })).status).toBe('unconfirmed')
    })
    expect(await ends(id, 'delivered', 60_000)).toEqual(once('delivered'))
    expect(carrier.accepted).toHaveLength(1)
  })
}

function describeLists(row: ConformanceRow, protocol: CarrierProtocol): void {
  test('a text to more numbers than a call takes goes to each once, and no call has more than it takes', async () => {
    const { desk, carrier, send, tick } = await openDesk(row, protocol)
    const numbers = Array.from({ length: row.listSize + 3 }, (_, index) => row.number(index))
    const ids = await send(numbers, row.texts.gsmOne)
    await vi.waitFor(
      async () => {
        await tick()
        expect(carrier.accepted.length).toBeGreaterThanOrEqual(numbers.length)
        expect((await desk.messages.list({ status: 'sent', limit: 500 })).messages).toHaveLength(ids.length)
      },
      { timeout: 10_000 },
    )
    expect(carrier.accepted.map(({ recipient }) => recipient).toSorted()).toEqual(numbers.map((number) => row.wire(number)).toSorted())
    const attempts = (await Promise.all(ids.map((id) => desk.messages.get({ id })))).flatMap((message) => message.attempts)
    expect(attempts).toHaveLength(numbers.length)
    const sizes = attempts.map(({ request }) => Number(/list of (\d+)/.exec(request ?? '')?.[1] ?? 1))
    expect(Math.max(...sizes)).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(row.listSize)
  })

  test('a bad number among others fails alone, and each of the others gets the text once', async () => {
    const { desk, carrier, send, tick } = await openDesk(row, protocol)
    const bad = `${row.number(0).slice(0, -4)}0000`
    const numbers = [row.number(1), row.number(2), bad, row.number(3), row.number(4)]
    const ids = await send(numbers, row.texts.gsmOne)
    await vi.waitFor(async () => {
      await tick()
      const statuses = await Promise.all(ids.map(async (id) => (await desk.messages.get({ id })).status))
      expect(statuses).toEqual(['sent', 'sent', 'failed', 'sent', 'sent'])
    })
    const good = numbers.filter((number) => number !== bad).map((number) => row.wire(number))
    expect(carrier.accepted.map(({ recipient }) => recipient).toSorted()).toEqual(good.toSorted())
  })

  if (row.reports?.pushed !== true) return
  test('the reports on a list find each their own text', async () => {
    const { desk, carrier, send, ends, tick } = await openDesk(row, protocol, {
      receipt: 'delivered',
      receiptOrder: 'swapped',
      receiptCopies: 2,
    })
    const ids = await send([row.number(0), row.number(1), row.number(2)], row.texts.gsmTwo ?? row.texts.gsmOne)
    await vi.waitFor(async () => {
      await tick()
      expect(carrier.accepted).toHaveLength(3)
    })
    for (const id of ids) expect(await ends(id, 'delivered')).toEqual(once('delivered'))
    expect((await desk.messages.list({ limit: 50 })).messages).toHaveLength(3)
  })
}

function describeInbound(row: ConformanceRow, protocol: CarrierProtocol): void {
  const replies = ['YES', 'Ja, 1+1 & 50 % "bra" \\ {x}', 'Спасибо 😀', ' with blanks ', '0042', 'A=B&c=d#e']
  test.each(replies)('the answer “%s” of a customer arrives as it was written, once', async (text) => {
    const { desk, carrier, tick } = await openDesk(row, protocol)
    const from = row.number(0)
    for (const encoding of ['json', 'form'] as const) {
      carrier.setBehaviour({ receiptEncoding: encoding })
      const input = { protocol: protocol.id, token: TOKEN, from: from.slice(1), to: row.number(5).slice(1), text }
      expect(await carrier.reply(input)).toBe(true)
    }
    await vi.waitFor(async () => {
      await tick()
      const { messages } = await desk.messages.list({ limit: 50 })
      expect(messages.map((message) => [message.direction, message.from, message.text])).toEqual([
        ['inbound', from, text],
        ['inbound', from, text],
      ])
    })
  })

  if (row.adapter().hookProof !== undefined) return
  test.each(row.inbound.map((one) => [one.what, one.shape] as const))(
    'a text %s that is brought twice is shown once',
    async (_what, shape) => {
      const { desk, hookUrl, tick } = await openDesk(row, protocol)
      for (let round = 0; round < 3; round += 1) expect(await post(hookUrl, shape)).toBe(200)
      await vi.waitFor(async () => {
        await tick()
        expect((await desk.messages.list({ limit: 50 })).messages).toHaveLength(1)
      })
      await tick()
      expect((await desk.messages.list({ limit: 50 })).messages).toHaveLength(1)
    },
  )
}

function describeMissedCalls(row: ConformanceRow, protocol: CarrierProtocol): void {
  test('a missed call is answered with the text that was set, once', async () => {
    const { desk, carrier, accountId, tick } = await openDesk(row, protocol)
    const text = 'Sorry we missed you: "call" back & win 5 €.'
    const [caller, called] = [row.number(0), row.number(5)]
    await desk.accounts.setCallReply({ id: accountId, number: called, text })
    expect(await carrier.missedCall({ protocol: protocol.id, token: TOKEN, from: row.wire(caller), to: row.wire(called) })).toBe(true)
    await vi.waitFor(async () => {
      await tick()
      expect(carrier.accepted.map((taken) => [taken.recipient, taken.text])).toEqual([[row.wire(caller), text]])
      const { messages } = await desk.messages.list({ limit: 50 })
      expect(messages.map((message) => [message.kind, message.direction, message.status]).toSorted()).toEqual([
        ['missed_call', 'inbound', 'received'],
        ['text', 'outbound', 'sent'],
      ])
    })
  })

  test('a missed call to a number without a text is shown and answered with nothing', async () => {
    const { desk, carrier, tick } = await openDesk(row, protocol)
    const call = { protocol: protocol.id, token: TOKEN, from: row.wire(row.number(0)), to: row.wire(row.number(5)) }
    expect(await carrier.missedCall(call)).toBe(true)
    await vi.waitFor(async () => {
      await tick()
      expect((await desk.messages.list({ limit: 50 })).messages.map(({ kind }) => kind)).toEqual(['missed_call'])
    })
    expect(carrier.accepted).toEqual([])
  })

  test('a missed call that proves nothing is turned away', async () => {
    const { desk, hookUrl } = await openDesk(row, protocol)
    const [first] = row.missedCalls
    if (first === undefined) throw new Error('no call')
    const forged = JSON.parse(JSON.stringify(first.shape).replaceAll(JSON.stringify(TOKEN).slice(1, -1), 'guessed')) as typeof first.shape
    expect(await post(hookUrl, forged)).toBe(403)
    expect((await desk.messages.list({ limit: 50 })).messages).toEqual([])
  })
}

/** How a text came to its status. */
interface Ending {
  status: MessageStatus
  /** How often it came to this status. */
  turnsToIt: number
  /** The last status of its history. */
  lastTurn: MessageStatus | undefined
  /** Calls to the provider. */
  calls: number
}

const once = (status: MessageStatus): Ending => ({ status, turnsToIt: 1, lastTurn: status, calls: 1 })

function accountOf(row: ConformanceRow, protocol: CarrierProtocol, carrier: Carrier) {
  const made = protocol.accountFor(carrier.address, { id: 'account', token: TOKEN, sender: SENDER })
  return { provider: row.adapter().descriptor.id, name: 'Front desk', config: { ...made.config, ...row.config }, secrets: made.secrets }
}

/** A desk with an account at the carrier, which reports to the desk's own listener. */
async function openDesk(
  row: ConformanceRow,
  protocol: CarrierProtocol,
  behaviour: Partial<SandboxBehaviour> = {},
  { holdHooks = false } = {},
) {
  const clock = createFakeClock()
  let hookUrl = ''
  const carrier = await startCarrier({
    clock,
    protocols: [protocol],
    behaviour: { answerDelayMs: 0, receiptDelayMs: 0, receipt: 'none', ...behaviour },
    magicNumbers: true,
    findToken: (token) => Promise.resolve(token === TOKEN ? { hookUrl } : null),
  })
  onTestFinished(() => carrier.stop())
  const { desk } = await startTestDesk({ clock })
  const { id: accountId, hookPath } = await desk.accounts.add(accountOf(row, protocol, carrier))
  const listener = `${(await desk.desk.status()).listener.address ?? ''}${hookPath}`
  const between = await startScriptedServer()
  hookUrl = holdHooks ? `${between.address}/` : listener
  const tick = (): Promise<void> => clock.advance(50)

  return {
    desk,
    carrier,
    accountId,
    hookUrl: listener,
    tick,
    /** Requests to the hook, where they are held back. */
    held: {
      get seen() {
        return between.seen
      },
      /** Hands one on to the desk, byte for byte. Resolves with the status of the answer. */
      async letThrough({ method, url, headers, body }: SeenRequest): Promise<number> {
        const own = Object.entries(headers).filter(([name]) => name === 'content-type' || name.startsWith('x-'))
        const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
        const answer = await fetch(`${listener}${query}`, {
          method,
          headers: Object.fromEntries(own),
          ...(method === 'GET' ? {} : { body }),
        })
        return answer.status
      },
    },
    /** The ids of the messages, in the order of the numbers. */
    async send(to: string[], text: string): Promise<string[]> {
      const { messages } = await desk.messages.send({ requestId: crypto.randomUUID(), accountId, to, text, again: true })
      return messages.map(({ id }) => id)
    },
    /** Waits until a text has a status and its reports, and then whether anything changes it. Answers how it came to where it is. */
    async ends(id: string, status: MessageStatus, lateMs = 0): Promise<Ending> {
      const now = async () => (await desk.messages.get({ id })).status
      await vi.waitFor(async () => {
        await tick()
        expect(['queued', 'sending']).not.toContain(await now())
      })
      if (lateMs > 0) await clock.advance(lateMs)
      const { receipt } = carrier.behaviour()
      await vi.waitFor(async () => {
        await tick()
        const message = await desk.messages.get({ id })
        expect(message.status).toBe(status)
        if (receipt !== 'none') expect(message.events.some(({ kind }) => kind === 'receipt')).toBe(true)
      })
      for (let round = 0; round < 5; round += 1) await tick()
      const { events, status: last, attempts } = await desk.messages.get({ id })
      const turns = events.filter((event, index) => event.status !== events[index - 1]?.status).map((event) => event.status)
      return { status: last, turnsToIt: turns.filter((turn) => turn === last).length, lastTurn: turns.at(-1), calls: attempts.length }
    },
  }
}
