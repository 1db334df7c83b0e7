import { describe, expect, test } from 'vitest'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { KARL, MAJA, textsOf } from './desk.ts'

/** A provider that gives one reference for a whole call, and reports on each recipient by number. */
async function openDesk() {
  const desk = await startListenerDesk()
  const texts = textsOf(desk.db)
  return {
    ...desk,
    texts,
    /** A text that was handed over; with `several` in a call with others. */
    handOver(to: string, ref: string, several = true): string {
      const id = texts.handOver(desk.accountId, to, { accepted: [ref] }, desk.clock.at)
      if (several) desk.db.prepare(`UPDATE attempts SET call_id = 'one call' WHERE message_id = ?`).run(id)
      return id
    },
    async report(fields: { report: string; status: string; to?: string; part?: string }): Promise<void> {
      expect((await postJson(desk.url, { shared: 1, ...fields })).status).toBe(200)
      await desk.settled()
    },
  }
}

describe('a reference that stands for a call with several recipients', () => {
  test('belongs to each of its texts, and the number in a report says whose it is', async () => {
    const { handOver, report, texts, verdicts } = await openDesk()
    const [maja, karl] = [handOver(MAJA, 'ACK1'), handOver(KARL, 'ACK1')]
    await report({ report: 'ACK1', status: 'delivered', to: KARL })
    expect([texts.statusOf(maja), texts.statusOf(karl)]).toEqual(['sent', 'delivered'])
    await report({ report: 'ACK1', status: 'undelivered', to: MAJA })
    expect([texts.statusOf(maja), texts.statusOf(karl)]).toEqual(['undelivered', 'delivered'])
    expect(texts.refsOf(maja)).toEqual(['ACK1'])
    expect(verdicts()).toEqual(['applied', 'applied'])
  })

  test('a report for another number is parked, and never taken for a text of another call', async () => {
    const { handOver, report, texts, verdicts, accountId, clock } = await openDesk()
    const maja = handOver(MAJA, 'ACK1')
    const unconfirmed = texts.handOver(accountId, KARL, { unknown: [] }, clock.at)
    await report({ report: 'ACK1', status: 'delivered', to: KARL })
    expect([texts.statusOf(maja), texts.statusOf(unconfirmed)]).toEqual(['sent', 'unconfirmed'])
    expect(verdicts()).toEqual(['unknown_message'])
  })

  test('a report without a number decides nothing where there were several, and all where there was one', async () => {
    const { handOver, report, texts, verdicts } = await openDesk()
    const maja = handOver(MAJA, 'ACK1')
    const karl = handOver(KARL, 'ACK2', false)
    await report({ report: 'ACK1', status: 'delivered' })
    await report({ report: 'ACK2', status: 'delivered' })
    expect([texts.statusOf(maja), texts.statusOf(karl)]).toEqual(['sent', 'delivered'])
    expect(verdicts()).toEqual(['unknown_message', 'applied'])
  })

  test('a report that came before its call was written down waits for its own recipient', async () => {
    const { handOver, report, texts, parked } = await openDesk()
    await report({ report: 'ACK1', status: 'delivered', to: KARL })
    expect(parked()).toBe(1)
    const maja = handOver(MAJA, 'ACK1')
    expect([texts.statusOf(maja), parked()]).toEqual(['sent', 1])
    const karl = handOver(KARL, 'ACK1')
    expect([texts.statusOf(maja), texts.statusOf(karl), parked()]).toEqual(['sent', 'delivered', 0])
  })
})

describe('reports about a call of which nobody knows', () => {
  test('find each of its texts at once, by number and time', async () => {
    const { report, texts, accountId, clock, verdicts } = await openDesk()
    const [maja, karl] = [MAJA, KARL].map((to) => texts.handOver(accountId, to, { unknown: [] }, clock.at))
    await report({ report: 'ACK9', status: 'delivered', to: MAJA })
    await report({ report: 'ACK9', status: 'undelivered', to: KARL })
    expect([maja, karl].map((id) => texts.statusOf(id ?? ''))).toEqual(['delivered', 'undelivered'])
    expect(verdicts()).toEqual(['applied', 'applied'])
  })

  test('are not taken for another text later, either', async () => {
    const { store, handOver, report, texts, accountId, clock } = await openDesk()
    handOver(MAJA, 'ACK1')
    const karl = texts.handOver(accountId, KARL, { unknown: [] }, clock.at)
    await report({ report: 'ACK1', status: 'delivered', to: KARL })
    await store.receipts.matchParked({ now: clock.at + 300_000 })
    expect(texts.statusOf(karl)).toBe('unconfirmed')
  })

  test('count from when the provider let go what it kept, not from when it was handed over', async () => {
    const TEN_DAYS = 864_000_000
    const { report, texts, accountId, clock, db } = await openDesk()
    const kept = texts.handOver(accountId, KARL, { unknown: [] }, clock.at)
    db.prepare('UPDATE messages SET provider_at = ? WHERE id = ?').run(clock.at + TEN_DAYS, kept)
    clock.at += TEN_DAYS
    await report({ report: 'ACK1', status: 'delivered', to: KARL })
    expect(texts.statusOf(kept)).toBe('delivered')
  })
})

test('hundreds of early reports about one call are applied in one go, each to its own text', async () => {
  const { report, texts, store, accountId, clock, parked, db } = await openDesk()
  const numbers = Array.from({ length: 200 }, (_, index) => `+46701740${String(index).padStart(3, '0')}`)
  for (const to of numbers) await report({ report: 'ACK1', status: 'delivered', to })
  expect(parked()).toBe(200)
  const ids = numbers.map((to) => texts.put(accountId, to, clock.at))
  for (const id of ids) texts.claim(id, clock.at)
  const shared = { attempt: 1, conversationId: '', accountId, at: clock.at, outcome: 'accepted', code: null, detail: null } as const
  const records = ids.map((messageId) => ({
    ...shared,
    messageId,
    request: '',
    response: null,
    refs: ['ACK1'],
    call: null,
    disposition: { kind: 'accepted' as const, receipt: null },
    standIns: [],
  }))
  await store.outbox.turn({ now: clock.at, records, lanes: [], quietHours: null, ownZone: 'UTC', awakeSince: 0 })
  expect(new Set(ids.map((id) => texts.statusOf(id)))).toEqual(new Set(['delivered']))
  expect([parked(), db.prepare(`SELECT count(*) FROM message_events WHERE kind = 'receipt'`).pluck().get()]).toEqual([0, 200])
})

describe('parts that share a reference', () => {
  test('make the text delivered when each of them is, once each', async () => {
    const { handOver, report, texts, verdicts } = await openDesk()
    const id = handOver(MAJA, 'ACK1')
    const part = (which: string, status: string) => report({ report: 'ACK1', status, to: MAJA, part: which })
    await part('2/2', 'delivered')
    expect(texts.statusOf(id)).toBe('sent')
    await part('2/2', 'delivered')
    expect(texts.statusOf(id)).toBe('sent')
    await part('1/2', 'delivered')
    expect(texts.statusOf(id)).toBe('delivered')
    expect(verdicts()).toEqual(['applied', 'duplicate', 'applied'])
    expect(texts.reportsOf(id)).toEqual(['Delivery report for part 2 of 2: delivered.', 'Delivery report for part 1 of 2: delivered.'])
  })

  test('one that is lost makes the text undelivered, and one that is found after all takes it back', async () => {
    const { handOver, report, texts } = await openDesk()
    const id = handOver(MAJA, 'ACK1')
    const part = (which: string, status: string) => report({ report: 'ACK1', status, to: MAJA, part: which })
    await part('1/3', 'delivered')
    await part('3/3', 'undelivered')
    expect([texts.statusOf(id), texts.errorOf(id)?.message]).toEqual([
      'undelivered',
      '1 of 3 parts did not arrive. Send it again if it matters.',
    ])
    await part('3/3', 'delivered')
    expect(texts.statusOf(id)).toBe('sent')
    await part('2/3', 'delivered')
    expect(texts.statusOf(id)).toBe('delivered')
  })

  test.each(['0/2', '3/2', '1/999999', 'NaN/2'])(
    'a part that cannot be (%s) is taken for the text as a whole, or for none',
    async (which) => {
      const { handOver, report, texts } = await openDesk()
      const id = handOver(MAJA, 'ACK1')
      await report({ report: 'ACK1', status: 'delivered', to: MAJA, part: which })
      expect(['delivered', 'sent']).toContain(texts.statusOf(id))
    },
  )
})
