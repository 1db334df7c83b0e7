import { describe, expect, test, vi } from 'vitest'
import { HOUR, KARL, MAJA, MINUTE } from './desk.ts'
import { startPollerDesk } from './poller-desk.ts'

const SECOND = 1_000

describe('a provider without reports of its own', () => {
  test('is asked at growing intervals until it knows, and then no more', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    desk.provider.says('R1', 'ENROUTE')
    const id = desk.send(MAJA, ['R1'])
    const sentAt = desk.clock.now()
    await desk.pass(29_000, 1_000)
    expect(desk.provider.asked).toEqual([])
    await desk.pass(1_000)
    await desk.pass(90_000)
    expect(desk.provider.asked).toEqual([
      { ref: 'R1', token: 'tok-Garage', at: sentAt + 30 * SECOND },
      { ref: 'R1', token: 'tok-Garage', at: sentAt + 120 * SECOND },
    ])
    expect(desk.texts.statusOf(id)).toBe('sent')
    desk.provider.says('R1', 'DELIVRD')
    await desk.pass(8 * MINUTE)
    expect(desk.texts.statusOf(id)).toBe('delivered')
    expect(desk.texts.questionsOf(id)?.at).toBeNull()
    expect(desk.texts.reportsOf(id)).toEqual(['Delivery report: on its way (ENROUTE).', 'Delivery report: delivered (DELIVRD).'])
    await desk.pass(100 * HOUR)
    expect(desk.provider.asked).toHaveLength(3)
  })

  test('is asked seven times in 72 hours, and then left alone', async () => {
    const desk = await startPollerDesk()
    desk.provider.says('R1', 'ENROUTE')
    desk.start()
    await desk.quiet()
    const id = desk.send(MAJA, ['R1'])
    const sentAt = desk.clock.now()
    await desk.pass(MINUTE, SECOND)
    for (const age of [2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR, 100 * HOUR]) {
      await desk.pass(sentAt + age - desk.clock.now())
    }
    expect(desk.provider.asked.map(({ at }) => at - sentAt)).toEqual([
      30 * SECOND,
      2 * MINUTE,
      10 * MINUTE,
      HOUR,
      6 * HOUR,
      24 * HOUR,
      72 * HOUR,
    ])
    expect([desk.texts.statusOf(id), desk.texts.questionsOf(id)]).toEqual(['sent', { at: null, queries: 7 }])
    expect(desk.clock.pendingTimers).toBe(0)
  })
})

test('a provider that reports by itself is asked after ten minutes, and not at all about what it reported', async () => {
  const desk = await startPollerDesk({ reports: true })
  desk.start()
  await desk.quiet()
  const silent = desk.send(MAJA, ['R1'])
  const sentAt = desk.clock.now()
  desk.send(KARL, ['R2'])
  desk.provider.says('R1', 'DELIVRD')
  await desk.pass(MINUTE)
  await desk.store.messages.applyReceipt({
    accountId: desk.accountId,
    reading: { ref: 'R2', status: 'delivered', rawStatus: '1', detail: null },
    at: desk.clock.now(),
  })
  desk.hub.changed({ topic: 'messages' })
  await desk.pass(9 * MINUTE)
  expect(desk.provider.asked).toEqual([{ ref: 'R1', token: 'tok-Garage', at: sentAt + 10 * MINUTE }])
  expect(desk.texts.statusOf(silent)).toBe('delivered')
})

describe('an answer', () => {
  test('tells the screens what changed, and one that says nothing new tells nobody', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    desk.provider.says('R1', 'ENROUTE')
    desk.send(MAJA, ['R1'])
    await desk.pass(31 * SECOND, SECOND)
    expect(desk.topics()).toEqual(new Set(['messages', 'conversations', 'desk', 'outbox']))
    desk.events.length = 0
    await desk.pass(2 * MINUTE)
    expect(desk.provider.asked).toHaveLength(2)
    expect(desk.events).toEqual([])
  })

  test('of each part of a long text decides what became of the whole', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    const id = desk.send(MAJA, ['P1', 'P2', 'P3'])
    desk.provider.says('P1', 'DELIVRD')
    desk.provider.says('P2', 'ENROUTE')
    desk.provider.says('P3', 'DELIVRD')
    await desk.pass(32 * SECOND, 500)
    expect(desk.provider.refs()).toEqual(['P1', 'P2', 'P3'])
    expect(desk.texts.statusOf(id)).toBe('sent')
    desk.provider.says('P2', 'UNDELIV')
    await desk.pass(2 * MINUTE, SECOND)
    expect(desk.provider.refs().slice(3)).toEqual(['P2'])
    expect([desk.texts.statusOf(id), desk.texts.errorOf(id)?.message]).toEqual([
      'undelivered',
      '1 of 3 parts did not arrive. Send it again if it matters.',
    ])
  })

  test('settles an unconfirmed text, while “not known here” settles nothing and is asked again', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    const id = desk.texts.handOver(desk.accountId, MAJA, { unknown: ['R1'] }, desk.clock.now())
    const nameless = desk.texts.handOver(desk.accountId, KARL, { unknown: [] }, desk.clock.now())
    desk.hub.changed({ topic: 'messages' })
    await desk.pass(35 * SECOND, SECOND)
    expect(desk.provider.refs()).toEqual(['R1'])
    expect([desk.texts.statusOf(id), desk.texts.reportsOf(id)]).toEqual(['unconfirmed', []])
    desk.provider.says('R1', 'DELIVRD')
    await desk.pass(2 * MINUTE)
    expect([desk.texts.statusOf(id), desk.texts.statusOf(nameless)]).toEqual(['delivered', 'unconfirmed'])
    expect(desk.provider.refs()).toEqual(['R1', 'R1'])
  })
})

describe('at the start of the desk', () => {
  test('every text of the last 72 hours whose fate is open is asked about once, newest first, two a second', async () => {
    const desk = await startPollerDesk({ reports: true })
    const now = desk.clock.now()
    const put = (ref: string, at: number) => {
      desk.provider.says(ref, 'ENROUTE')
      return desk.texts.handOver(desk.accountId, MAJA, { accepted: [ref] }, at)
    }
    put('old', now - 73 * HOUR)
    put('second', now - 50 * HOUR)
    put('first', now - HOUR)
    const done = put('done', now - HOUR)
    desk.texts.record(done, { kind: 'receipt', status: 'delivered', rawStatus: '', ref: 'done', detail: null }, now)
    put('third', now - 71 * HOUR)
    desk.start()
    await desk.quiet()
    expect(desk.provider.refs()).toEqual(['first'])
    await desk.pass(2 * SECOND, 100)
    expect(desk.provider.refs()).toEqual(['first', 'second', 'third'])
    expect(desk.provider.asked.map(({ at }) => at - now)).toEqual([0, 500, 1_000])
    await desk.pass(20 * HOUR, HOUR)
    // 50 and 71 hours old, they have no question left; the one of an hour has those after 6 and 24.
    expect(desk.provider.refs().slice(3)).toEqual(['first'])
  })

  test('a text that is due anyway is not put off, and one scheduled long ago but sent today counts as of today', async () => {
    const desk = await startPollerDesk()
    const now = desk.clock.now()
    const id = desk.texts.put(desk.accountId, MAJA, now - 1_000 * HOUR)
    desk.texts.claim(id, now - HOUR)
    desk.texts.end(id, { accepted: ['R1'] }, now - HOUR)
    desk.provider.says('R1', 'DELIVRD')
    desk.start()
    await desk.quiet()
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })

  test('questions planned for an account that cannot be asked any more are dropped', async () => {
    const desk = await startPollerDesk()
    const id = desk.send(MAJA, ['R1'])
    desk.db.prepare('UPDATE messages SET next_query_at = 1').run()
    desk.db.prepare('UPDATE accounts SET removed_at = 1').run()
    desk.start()
    await desk.quiet()
    expect([desk.texts.questionsOf(id)?.at, desk.provider.asked, desk.clock.pendingTimers]).toEqual([null, [], 1])
  })
})

describe('how much is asked', () => {
  test('two questions a second to an account, four at a time in all, and a busy account holds up no other', async () => {
    const desk = await startPollerDesk()
    const accountIds = [desk.accountId]
    for (const name of ['B', 'C', 'D', 'E']) accountIds.push(await desk.addAccount(name))
    const now = desk.clock.now()
    for (let index = 0; index < 5; index += 1) {
      for (const accountId of accountIds) desk.texts.handOver(accountId, MAJA, { accepted: [`${accountId} ${index}`] }, now - HOUR)
    }
    const held: Array<() => void> = []
    desk.provider.answerWith((response, ref) => void held.push(() => desk.provider.tell(response, ref)))
    desk.start()
    await vi.waitFor(() => expect(held).toHaveLength(4))
    for (const go of held.splice(0)) go()
    await vi.waitFor(() => expect(held.length).toBeGreaterThan(0))
    desk.provider.answerWith(null)
    for (const go of held.splice(0)) go()
    await desk.quiet()
    await desk.pass(6 * SECOND, 100)
    expect(desk.provider.asked).toHaveLength(25)
    expect(desk.provider.most()).toBeLessThanOrEqual(4)
    for (const name of ['Garage', 'B', 'C', 'D', 'E']) {
      const times = desk.provider.asked.filter(({ token }) => token === `tok-${name}`).map(({ at }) => at)
      expect(times).toHaveLength(5)
      times.forEach((at, index) => expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(500))
    }
  })

  test('texts that become due together are asked about half a second apart', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    for (const ref of ['R1', 'R2', 'R3']) desk.send(MAJA, [ref])
    await desk.pass(35 * SECOND, 100)
    const [first = 0, ...others] = desk.provider.asked.map(({ at }) => at)
    expect(others.map((at) => at - first)).toEqual([500, 1_000])
  })

  test('nothing wakes while nothing is due, and a text that needs no question sets no timer', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    await desk.clock.advance(HOUR)
    expect(desk.clock.pendingTimers).toBe(0)
    desk.texts.handOver(desk.accountId, MAJA, { unknown: [] }, desk.clock.now())
    desk.hub.changed({ topic: 'messages' })
    await desk.pass(10 * MINUTE, MINUTE)
    expect(desk.clock.pendingTimers).toBe(0)
  })

  test('a text tried again begins its questions anew', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    desk.provider.says('R1', 'UNDELIV')
    const id = desk.send(MAJA, ['R1'])
    await desk.pass(31 * SECOND, SECOND)
    expect([desk.texts.statusOf(id), desk.texts.questionsOf(id)]).toEqual(['undelivered', { at: null, queries: 0 }])
    desk.texts.record(id, { kind: 'retried' }, desk.clock.now())
    desk.texts.claim(id, desk.clock.now())
    desk.texts.end(id, { accepted: ['R2'] }, desk.clock.now())
    desk.hub.changed({ topic: 'messages' })
    await desk.pass(31 * SECOND, SECOND)
    expect(desk.provider.refs()).toEqual(['R1', 'R2'])
  })
})

describe('trouble', () => {
  test('an account that is paused is not asked, and catches up when it goes on', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    desk.provider.says('R1', 'DELIVRD')
    const id = desk.send(MAJA, ['R1'])
    await desk.accounts.pause(desk.accountId)
    await desk.pass(HOUR, MINUTE)
    expect(desk.provider.asked).toEqual([])
    expect(desk.clock.pendingTimers).toBe(0)
    await desk.accounts.resume(desk.accountId)
    await desk.pass(6 * SECOND, SECOND)
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })

  test('a provider that fails is left alone for a while, and asked again at the next interval', async () => {
    const desk = await startPollerDesk()
    desk.start()
    await desk.quiet()
    const ids = [desk.send(MAJA, ['R1']), desk.send(KARL, ['R2'])]
    desk.provider.answerWith((response) => void response.writeHead(503).end())
    await desk.pass(31 * SECOND, 500)
    expect(desk.provider.refs()).toEqual(['R1'])
    await desk.pass(3 * SECOND, 500)
    expect(desk.provider.refs()).toEqual(['R1', 'R2'])
    desk.provider.answerWith(null)
    for (const ref of ['R1', 'R2']) desk.provider.says(ref, 'DELIVRD')
    await desk.pass(90 * SECOND, 500)
    expect(ids.map(desk.texts.statusOf)).toEqual(['delivered', 'delivered'])
    expect(desk.provider.asked).toHaveLength(4)
  })

  test('an account whose key is gone rests, and is logged nowhere as a fault', async () => {
    const desk = await startPollerDesk()
    const id = desk.send(MAJA, ['R1'])
    const open = () => desk.accounts.open('00000000-0000-7000-8000-000000000000')
    desk.start({ accounts: { ...desk.accounts, open } })
    await desk.pass(MINUTE, SECOND)
    expect([desk.texts.questionsOf(id)?.queries, desk.log.lines]).toEqual([2, []])
  })

  test('an adapter that throws is logged, and the next question is asked all the same', async () => {
    const desk = await startPollerDesk({ adapter: { queryStatus: () => Promise.reject(new Error('a fault')) } })
    const id = desk.send(MAJA, ['R1'])
    desk.start()
    await desk.pass(31 * SECOND, SECOND)
    expect(desk.log.events()).toContain('receipts.adapter_threw')
    expect(desk.texts.questionsOf(id)?.queries).toBeGreaterThan(0)
  })

  test('an answer that cannot be written down is asked for again', async () => {
    const desk = await startPollerDesk()
    const id = desk.send(MAJA, ['R1'])
    desk.provider.says('R1', 'DELIVRD')
    let fails = true
    const answered: typeof desk.store.receipts.answered = (input) =>
      fails ? Promise.reject(new Error('the disk is full')) : desk.store.receipts.answered(input)
    desk.start({ store: { receipts: { ...desk.store.receipts, answered } } })
    await desk.quiet()
    expect(desk.log.events()).toEqual(['receipts.question_failed'])
    fails = false
    await desk.pass(MINUTE, 10 * SECOND)
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })

  test('without a network nobody is asked, and at once when it is back', async () => {
    const listeners = new Set<() => void>()
    const network = {
      online: false,
      isOnline: () => network.online,
      onChange: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
    }
    const desk = await startPollerDesk({ network: network as never })
    desk.provider.says('R1', 'DELIVRD')
    const id = desk.send(MAJA, ['R1'])
    desk.start()
    await desk.pass(HOUR, 10 * MINUTE)
    expect(desk.provider.asked).toEqual([])
    network.online = true
    for (const listener of listeners) listener()
    await desk.quiet()
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })

  test('a question that met no network counts as none', async () => {
    let online = false
    const desk = await startPollerDesk({
      adapter: {
        queryStatus: (_account, ref) =>
          Promise.resolve(
            online
              ? { kind: 'receipt', receipt: { ref, status: 'delivered', rawStatus: 'DELIVRD', detail: null } }
              : { kind: 'failed', code: 'offline', message: '' },
          ),
      },
    })
    const id = desk.send(MAJA, ['R1'])
    desk.start()
    await desk.pass(5 * MINUTE, SECOND)
    expect(desk.texts.questionsOf(id)?.queries).toBe(0)
    online = true
    await desk.pass(MINUTE, SECOND)
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })

  test('a clock that is set back an hour hides no new text', async () => {
    const desk = await startPollerDesk()
    let offset = 0
    const clock = { ...desk.clock, now: () => desk.clock.now() + offset }
    desk.start({ clock })
    await desk.quiet()
    offset = -HOUR
    const id = desk.texts.handOver(desk.accountId, MAJA, { accepted: ['R1'] }, clock.now())
    desk.provider.says('R1', 'DELIVRD')
    desk.hub.changed({ topic: 'messages' })
    await desk.pass(HOUR + MINUTE, MINUTE)
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })
})

describe('stopping', () => {
  test('does not wait for an answer, writes down none that comes later, and the next start asks again', async () => {
    const desk = await startPollerDesk()
    const ids = [desk.send(MAJA, ['R1']), desk.send(KARL, ['R2'])]
    const held: Array<() => void> = []
    for (const ref of ['R1', 'R2']) desk.provider.says(ref, 'DELIVRD')
    desk.provider.answerWith((response, ref) => void held.push(() => desk.provider.tell(response, ref)))
    const poller = desk.start()
    await vi.waitFor(() => expect(held).toHaveLength(1))
    await poller.stop()
    for (const go of held) go()
    await desk.quiet()
    await desk.pass(HOUR, MINUTE)
    expect(ids.map(desk.texts.statusOf)).toEqual(['sent', 'sent'])
    expect([desk.provider.asked.length, desk.clock.pendingTimers]).toEqual([1, 0])
    desk.provider.answerWith(null)
    desk.start()
    await desk.pass(SECOND, 100)
    expect(ids.map(desk.texts.statusOf)).toEqual(['delivered', 'delivered'])
  })

  test('between two parts of a long text asks about no more of them', async () => {
    const desk = await startPollerDesk()
    desk.send(MAJA, ['P1', 'P2'])
    const poller = desk.start()
    await desk.quiet()
    expect(desk.provider.refs()).toEqual(['P1'])
    await poller.stop()
    await desk.pass(MINUTE, SECOND)
    expect(desk.provider.refs()).toEqual(['P1'])
  })

  test('waits until an answer that is being written down is', async () => {
    const desk = await startPollerDesk()
    const id = desk.send(MAJA, ['R1'])
    desk.provider.says('R1', 'DELIVRD')
    const writing = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const answered: typeof desk.store.receipts.answered = async (input) => {
      writing.resolve()
      await goOn.promise
      return desk.store.receipts.answered(input)
    }
    const poller = desk.start({ store: { receipts: { ...desk.store.receipts, answered } } })
    await writing.promise
    let stopped = false
    const stopping = (async () => {
      await poller.stop()
      stopped = true
    })()
    await desk.quiet()
    expect(stopped).toBe(false)
    goOn.resolve()
    await stopping
    expect(desk.texts.statusOf(id)).toBe('delivered')
  })
})
