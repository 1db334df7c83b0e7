import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { CALLS_TO_NUMBER, PARKED_SINCE } from '../../src/main/receipts/match.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { HOUR, KARL, MAJA, MINUTE, textsOf } from './desk.ts'

const TO_MAJA = '46701740605'

async function openDesk() {
  const desk = await startListenerDesk()
  const texts = textsOf(desk.db)
  async function report(ref: string, status: string, to?: string): Promise<void> {
    expect((await postJson(desk.url, { report: ref, status, ...(to === undefined ? {} : { to }) })).status).toBe(200)
    await desk.settled()
  }
  return {
    ...desk,
    texts,
    report,
    handOver: (to: string, end: Parameters<typeof texts.handOver>[2], at = desk.clock.at) => texts.handOver(desk.accountId, to, end, at),
  }
}

describe('a receipt with an unknown reference', () => {
  test.each([
    ['international', TO_MAJA],
    ['with a plus', MAJA],
    ['national', '0701740605'],
    ['as people write it', '+46 (0)70-174 06 05'],
  ])('settles the one unconfirmed text to its number (%s), and the log says how it was found', async (_how, to) => {
    const { texts, handOver, report, verdicts, parked } = await openDesk()
    const id = handOver(MAJA, { unknown: [] })
    handOver(KARL, { unknown: [] })
    await report('R1', 'delivered', to)
    expect([texts.statusOf(id), texts.refsOf(id), texts.errorOf(id)]).toEqual(['delivered', ['R1'], { code: null, message: null }])
    expect(texts.reportsOf(id)).toEqual(['Delivery report, found by number and time: delivered.'])
    expect([verdicts(), parked()]).toEqual([['applied'], 0])
  })

  test('makes its reference known: what follows finds the text by it', async () => {
    const { texts, handOver, report, clock } = await openDesk()
    const id = handOver(MAJA, { unknown: [] })
    await report('R1', 'sent', TO_MAJA)
    expect(texts.statusOf(id)).toBe('sent')
    expect(texts.questionsOf(id)?.at).toBe(clock.at + 10 * MINUTE)
    await report('R1', 'undelivered')
    expect(texts.statusOf(id)).toBe('undelivered')
    expect(texts.reportsOf(id)[1]).toBe('Delivery report: could not be delivered (undelivered).')
  })

  test('that decides nothing still makes the reference known, and the text can be asked about', async () => {
    const { texts, handOver, report, clock } = await openDesk()
    const id = handOver(MAJA, { unknown: [] })
    await report('R1', 'unknown', TO_MAJA)
    expect([texts.statusOf(id), texts.refsOf(id)]).toEqual(['unconfirmed', ['R1']])
    expect(texts.questionsOf(id)?.at).toBe(clock.at + 10 * MINUTE)
  })

  test('counts no more for a later attempt', async () => {
    const { texts, handOver, report, clock } = await openDesk()
    const id = handOver(MAJA, { unknown: [] })
    await report('R1', 'expired', TO_MAJA)
    texts.record(id, { kind: 'retried' }, clock.at)
    texts.claim(id, clock.at)
    texts.end(id, { accepted: ['R2'] }, clock.at)
    await report('R1', 'undelivered')
    expect(texts.statusOf(id)).toBe('sent')
  })

  test('is parked where two texts may be meant', async () => {
    const { texts, handOver, report, verdicts } = await openDesk()
    const ids = [handOver(MAJA, { unknown: [] }), handOver(MAJA, { unknown: [] })]
    await report('R1', 'delivered', TO_MAJA)
    expect([ids.map(texts.statusOf), verdicts()]).toEqual([['unconfirmed', 'unconfirmed'], ['unknown_message']])
  })

  test('is parked while another text to the number is under way, and found for it when its answer comes', async () => {
    const { texts, handOver, report, accountId, clock, store } = await openDesk()
    const lost = handOver(MAJA, { unknown: [] })
    const next = texts.put(accountId, MAJA, clock.at)
    texts.claim(next, clock.at)
    await report('R2', 'delivered', TO_MAJA)
    expect([lost, next].map(texts.statusOf)).toEqual(['unconfirmed', 'sending'])
    texts.end(next, { accepted: ['R2'] }, clock.at)
    expect([lost, next].map(texts.statusOf)).toEqual(['unconfirmed', 'delivered'])
    await store.receipts.matchParked({ now: clock.at })
    expect(texts.statusOf(lost)).toBe('unconfirmed')
  })

  test('that was parked for that reason is found when the other text has a reference of its own', async () => {
    const { texts, handOver, report, accountId, clock, store, db } = await openDesk()
    const lost = handOver(MAJA, { unknown: [] })
    const next = texts.put(accountId, MAJA, clock.at)
    texts.claim(next, clock.at)
    await report('R1', 'delivered', TO_MAJA)
    texts.end(next, { accepted: ['R2'] }, clock.at)
    expect(texts.statusOf(lost)).toBe('unconfirmed')
    const { conversationIds } = await store.receipts.matchParked({ now: clock.at + MINUTE })
    expect([texts.statusOf(lost), texts.statusOf(next)]).toEqual(['delivered', 'sent'])
    expect(conversationIds).toEqual([db.prepare('SELECT conversation_id FROM messages WHERE id = ?').pluck().get(lost)])
  })

  test('brings along what was parked under the same reference when it could not be told yet', async () => {
    const { texts, handOver, report, accountId, clock, parked, verdicts } = await openDesk()
    const lost = handOver(MAJA, { unknown: [] })
    const next = texts.put(accountId, MAJA, clock.at)
    texts.claim(next, clock.at)
    await report('R1', 'delivered', TO_MAJA)
    texts.end(next, { accepted: ['R2'] }, clock.at)
    await report('R1', 'sent', TO_MAJA)
    expect([texts.statusOf(lost), parked(), verdicts()]).toEqual(['delivered', 0, ['applied', 'applied']])
  })

  test('finds one text after the other to the same number', async () => {
    const { texts, handOver, report, clock } = await openDesk()
    const first = handOver(MAJA, { unknown: [] })
    await report('R1', 'expired', TO_MAJA)
    clock.at += MINUTE
    const second = handOver(MAJA, { unknown: [] })
    await report('R2', 'delivered', TO_MAJA)
    expect([first, second].map(texts.statusOf)).toEqual(['expired', 'delivered'])
    expect([first, second].map(texts.refsOf)).toEqual([['R1'], ['R2']])
  })

  test.each([
    ['names no number', undefined],
    ['names another number', '46701740609'],
    ['names what is no number', 'Maja'],
    ['names an endless number', '4'.repeat(100_000)],
  ])('is parked where it %s', async (_what, to) => {
    const { texts, handOver, report, parked } = await openDesk()
    const id = handOver(MAJA, { unknown: [] })
    await report('R1', 'delivered', to)
    expect([texts.statusOf(id), parked()]).toEqual(['unconfirmed', 1])
  })

  test.each<[string, number, string]>([
    ['72 hours before', -72 * HOUR, 'delivered'],
    ['longer before', -72 * HOUR - 1, 'unconfirmed'],
    ['after it', 1, 'unconfirmed'],
  ])('is about a text that was handed over %s: %i ms, %s', async (_when, ms, status) => {
    const { texts, handOver, report, clock } = await openDesk()
    const id = handOver(MAJA, { unknown: [] }, clock.at + ms)
    await report('R1', 'delivered', TO_MAJA)
    expect(texts.statusOf(id)).toBe(status)
  })

  test('is never about a text with a reference, an answer, a refusal, or of another account', async () => {
    const { texts, handOver, report, store, clock, accountId } = await openDesk()
    const other = uuidv7()
    await store.accounts.insert({ id: other, name: 'Other', provider: 'test', config: {}, hookKey: 'x', at: 1 })
    const ids = [
      handOver(MAJA, { unknown: ['R1'] }),
      handOver(MAJA, { accepted: ['R2'] }),
      handOver(MAJA, 'refused'),
      texts.handOver(other, MAJA, { unknown: [] }, clock.at),
      texts.put(accountId, MAJA, clock.at),
    ]
    const before = ids.map(texts.statusOf)
    await report('R9', 'delivered', TO_MAJA)
    expect(ids.map(texts.statusOf)).toEqual(before)
    // Nor about one that has a reference from an earlier try.
    const again = handOver('+46701740607', { accepted: ['R3'] })
    await report('R3', 'expired')
    texts.record(again, { kind: 'retried' }, clock.at)
    texts.claim(again, clock.at)
    texts.end(again, { unknown: [] }, clock.at)
    await report('R11', 'delivered', '+46701740607')
    expect(texts.statusOf(again)).toBe('unconfirmed')
    // Nor is it about an unconfirmed text beside one that a provider took without a reference.
    const lost = handOver(KARL, { unknown: [] })
    handOver(KARL, { accepted: [] })
    await report('R10', 'delivered', KARL)
    expect(texts.statusOf(lost)).toBe('unconfirmed')
  })

  test('is not about the text to the number that a person sends again just now', async () => {
    const { texts, handOver, report, clock } = await openDesk()
    const first = handOver(MAJA, { unknown: [] })
    texts.record(first, { kind: 'settled', decision: 'send_again' }, clock.at)
    const second = handOver(MAJA, { unknown: [] })
    await report('R1', 'delivered', TO_MAJA)
    expect([first, second].map(texts.statusOf)).toEqual(['queued', 'unconfirmed'])
  })
})

describe('a receipt that came before it was known that nobody knows', () => {
  test.each<['orphaned' | { unknown: string[] }]>([[{ unknown: [] }], ['orphaned']])('settles the text at once (%j)', async (end) => {
    const { texts, report, accountId, clock, verdicts, parked } = await openDesk()
    const id = texts.put(accountId, MAJA, clock.at)
    texts.claim(id, clock.at)
    clock.at += 5_000
    await report('R1', 'sent', TO_MAJA)
    await report('R1', 'delivered', TO_MAJA)
    expect([texts.statusOf(id), parked()]).toEqual(['sending', 2])
    texts.end(id, end, clock.at + 55_000)
    expect([texts.statusOf(id), parked(), verdicts()]).toEqual(['delivered', 0, ['applied', 'applied']])
    expect(texts.reportsOf(id)).toEqual([
      'Delivery report, found by number and time: on its way (sent).',
      'Delivery report, found by number and time: delivered.',
    ])
  })

  test('is left where two references name the number, or the text has a reference of its own', async () => {
    const { texts, report, accountId, clock, parked } = await openDesk()
    const id = texts.put(accountId, MAJA, clock.at)
    texts.claim(id, clock.at)
    await report('R1', 'delivered', TO_MAJA)
    await report('R2', 'undelivered', TO_MAJA)
    texts.end(id, { unknown: [] }, clock.at)
    expect([texts.statusOf(id), parked()]).toEqual(['unconfirmed', 2])

    const known = texts.put(accountId, KARL, clock.at)
    texts.claim(known, clock.at)
    await report('R3', 'delivered', KARL)
    texts.end(known, { unknown: ['R4'] }, clock.at)
    expect([texts.statusOf(known), parked()]).toEqual(['unconfirmed', 3])
  })

  test('of an earlier text to the number is not taken for this one', async () => {
    const { texts, report, accountId, clock } = await openDesk()
    await report('R1', 'delivered', TO_MAJA)
    clock.at += 1
    const id = texts.handOver(accountId, MAJA, { unknown: [] }, clock.at)
    expect(texts.statusOf(id)).toBe('unconfirmed')
  })
})

test('a customer who writes after an unconfirmed text does not settle it', async () => {
  const { texts, handOver, url, settled } = await openDesk()
  const id = handOver(MAJA, { unknown: [] })
  await postJson(url, { from: TO_MAJA, to: '46701740600', text: 'Thanks!', id: 'I1' })
  await settled()
  expect(texts.statusOf(id)).toBe('unconfirmed')
})

test('matching reads by its indexes: neither every message nor every hook', async () => {
  const { db } = await openDesk()
  const given = { to: MAJA, accountId: 'a', receivedAt: 1, from: 1, until: 2 }
  const plan = (sql: string) =>
    db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(given)
      .map(({ detail }) => detail)
  expect(plan(CALLS_TO_NUMBER)).toEqual([
    expect.stringContaining('messages_by_recipient (recipient=?)'),
    expect.stringMatching(/^SEARCH t USING .*message_id=\?/),
  ])
  expect(plan(PARKED_SINCE).slice(0, 2)).toEqual([
    expect.stringContaining('hooks_by_time (received_at>? AND received_at<?)'),
    expect.stringContaining('parked_receipts_by_hook (hook_id=?'),
  ])
})
